// Where I am signed in, and ending that.

import { useCallback, useEffect, useState } from 'react'
import { Button, Moment, say, Skeleton, Tag } from '../../look'
import { useAsk } from '../../live/react'
import { useText } from '../../messages'
import { useRefusalWords } from '../../messages/refusals'
import type { SignInSession } from '../../wire'

/** Without `account`: my own. */
export function Sessions({ account }: { account?: string }) {
  const t = useText()
  const ask = useAsk()
  const words = useRefusalWords()
  const [sessions, setSessions] = useState<SignInSession[] | null>(null)

  const load = useCallback(() => {
    ask('sessions.list', account === undefined ? {} : { account }).then(
      (result) => setSessions(result.sessions),
      () => setSessions((before) => before),
    )
  }, [ask, account])
  useEffect(load, [load])

  const end = (session: SignInSession) =>
    ask('sessions.revoke', { session: session.id }).then(load, (error: unknown) => say(words(error), 'bad'))

  return (
    <section className="stack tight">
      <h2>{t('sessions.title')}</h2>
      {sessions === null && <Skeleton lines={2} />}
      {sessions?.length === 0 && <p className="muted">{t('sessions.empty')}</p>}
      <ul className="lines">
        {sessions?.map((session) => (
          <li key={session.id} className="row apart" style={{ paddingBlock: 'var(--space-2)' }}>
            <span>
              <bdi>{session.device === '' ? t('sessions.device_unknown') : session.device}</bdi>{' '}
              {session.current && <Tag tone="good">{t('sessions.this_one')}</Tag>}
              <br />
              <span className="muted small">
                {t('sessions.used')} <Moment at={session.used} form="short" />
              </span>
            </span>
            {!session.current && (
              <Button kind="quiet" onPress={() => void end(session)}>
                {t('sessions.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
