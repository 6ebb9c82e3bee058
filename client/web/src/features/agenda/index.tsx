// The agenda: the tree of items with what is open, and the programme of work. Who leads the debate runs it from here.

import { Fragment } from 'react'
import { exportAddress } from '../../app/documents_topic'
import { useHere, useMeeting, useMeetingTopic, useRights } from '../../app/meeting'
import { Link, useQueryValue } from '../../app/router'
import type { ScreenProps } from '../../app/routes'
import { Empty, Localized, ScreenTitle, Skeleton } from '../../look'
import { useSpeech, useText } from '../../messages'
import type { AgendaTopic } from '../../wire'
import { AddItem } from './add_item'
import { Item } from './item'
import { ItemTag } from './item_tag'
import { Programme } from './programme'
import { depthOf } from './tree'
import './agenda.css'

export default function Agenda({ at }: ScreenProps) {
  const { t, language } = useSpeech()
  const meeting = useMeeting()
  const { state } = useMeetingTopic<AgendaTopic>('agenda')
  const [view, setView] = useQueryValue('view', 'items')
  const here = useHere()
  const rights = useRights()
  const chosen = at.item ?? (rights.chair ? state?.current : undefined)
  return (
    <div className="stack">
      <div className="row apart">
        <ScreenTitle title={t('place.agenda')}>{t('place.agenda')}</ScreenTitle>
        <div className="row no-print">
          <a href={exportAddress(meeting, 'agenda.pdf', language)} target="_blank" rel="noopener">
            PDF
          </a>
          <Link to={here('/agenda-versions')}>{t('agenda.versions', { version: state?.version ?? 1 })}</Link>
        </div>
      </div>
      <nav className="tab-list no-print" aria-label={t('place.agenda')}>
        {(['items', 'programme'] as const).map((name) => (
          <a
            key={name}
            href={`?view=${name}`}
            className="tab"
            aria-current={view === name ? 'page' : undefined}
            onClick={(event) => {
              event.preventDefault()
              setView(name)
            }}
          >
            {t(`agenda.view_${name}`)}
          </a>
        ))}
      </nav>
      {state === undefined && <Skeleton lines={8} />}
      {state !== undefined && view === 'programme' && <Programme agenda={state} />}
      {state !== undefined && view !== 'programme' && (
        <div className={`desk${at.item === undefined ? '' : ' open'}`}>
          <div className="list stack">
            <Tree agenda={state} chosen={chosen} />
            {rights.chair && <AddItem agenda={state} />}
          </div>
          <div className="detail">
            {chosen !== undefined && <Item key={chosen} agenda={state} id={chosen} />}
            {chosen === undefined && <p className="muted">{t('agenda.choose')}</p>}
          </div>
        </div>
      )}
    </div>
  )
}

function Tree({ agenda, chosen }: { agenda: AgendaTopic; chosen: string | undefined }) {
  const t = useText()
  const here = useHere()
  if (agenda.order.length === 0) return <Empty>{t('agenda.empty')}</Empty>
  return (
    <ol className="lines agenda">
      {agenda.order.map((id) => {
        const item = agenda.items[id]
        if (item === undefined) return <Fragment key={id} />
        return (
          <li key={id} className={agenda.current === id ? 'current' : ''}>
            <Link
              to={here(`/agenda/${encodeURIComponent(id)}`)}
              className="row-link agenda-row"
              style={{ ['--depth' as string]: depthOf(agenda, id) }}
              aria-current={chosen === id ? 'true' : undefined}
              data-row
            >
              <bdi className="agenda-number">{item.number}</bdi>
              <span className={agenda.current === id ? 'strong' : ''}>
                <Localized of={item.title} />
              </span>
              <ItemTag state={item.state} />
            </Link>
          </li>
        )
      })}
    </ol>
  )
}
