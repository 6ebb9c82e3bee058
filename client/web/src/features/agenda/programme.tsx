// The programme of work: the sessions by day, and for the secretariat changing them.

import { useState } from 'react'
import { useAct, useCommand } from '../../app/commands'
import { useMeetingFacts, useRights } from '../../app/meeting'
import { Button, Empty, Localized, Moment, Span } from '../../look'
import { dayOf } from '../../look/days'
import { useText } from '../../messages'
import type { AgendaSession, AgendaTopic } from '../../wire'
import { SessionForm } from './session_form'

export function Programme({ agenda }: { agenda: AgendaTopic }) {
  const t = useText()
  const { zone } = useMeetingFacts()
  const rights = useRights()
  const [adding, setAdding] = useState(false)
  const sessions = Object.entries(agenda.sessions).sort(([, a], [, b]) => a.starts.localeCompare(b.starts))
  const days = [...new Set(sessions.map(([, session]) => dayOf(session.starts, zone)))]
  return (
    <div className="stack wide">
      {sessions.length === 0 && <Empty>{t('programme.empty')}</Empty>}
      {days.map((day) => {
        const mine = sessions.filter(([, session]) => dayOf(session.starts, zone) === day)
        return (
          <section key={day} className="stack tight">
            <h2>
              <Moment at={mine[0]![1].starts} form="day" />
            </h2>
            <div className="lines">
              {mine.map(([id, session]) => (
                <Session key={id} id={id} session={session} agenda={agenda} />
              ))}
            </div>
          </section>
        )
      })}
      {rights.secretariat && !adding && (
        <div>
          <Button onPress={() => setAdding(true)}>{t('programme.add')}</Button>
        </div>
      )}
      {adding && <SessionForm agenda={agenda} onDone={() => setAdding(false)} />}
    </div>
  )
}

function Session({ id, session, agenda }: { id: string; session: AgendaSession; agenda: AgendaTopic }) {
  const t = useText()
  const rights = useRights()
  const command = useCommand()
  const { busy, act } = useAct()
  const [editing, setEditing] = useState(false)
  const { version, ...details } = session
  const remove = () =>
    act(
      () => command('programme.remove', { session: id, version }),
      t('programme.removed'),
      () => command('programme.add', { details }),
    )
  if (editing) return <SessionForm agenda={agenda} id={id} session={session} onDone={() => setEditing(false)} />
  return (
    <article className="stack tight" style={{ paddingBlock: 'var(--space-3)' }}>
      <div className="row apart">
        <p>
          <span className="strong">
            <Span from={session.starts} to={session.ends} />
          </span>{' '}
          <Localized of={session.title} />
        </p>
        {rights.secretariat && (
          <div className="row no-print">
            <Button kind="quiet" onPress={() => setEditing(true)}>
              {t('programme.change')}
            </Button>
            <Button kind="quiet" busy={busy} onPress={() => void remove()}>
              {t('programme.remove')}
            </Button>
          </div>
        )}
      </div>
      <ul>
        {session.items.map((item) => (
          <li key={item}>
            <bdi>{agenda.items[item]?.number}</bdi> <Localized of={agenda.items[item]?.title} />
          </li>
        ))}
      </ul>
    </article>
  )
}
