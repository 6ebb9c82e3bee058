// Today: what is open, its papers in my language, what comes next, and the notices.

import { useServerTime } from '../../app/clock'
import { useMeetingDetails, useMeetingTopic, useRights, useHere } from '../../app/meeting'
import { Link } from '../../app/router'
import { ButtonLink, Empty, Localized, Moment, ScreenTitle, Skeleton, Span, useFresh } from '../../look'
import { formatDays } from '../../look/days'
import { useSpeech } from '../../messages'
import type { AgendaTopic, DelegationTopic } from '../../wire'
import { Control } from '../agenda/control'
import { ItemTag } from '../agenda/item_tag'
import { Papers } from '../documents/papers'
import { useNotices } from './notices'
import { pathTo, sessionAround } from './now'
import { ApplicationsToDo, MyApplication } from './sponsorship'

export default function Today() {
  const { t, locale } = useSpeech()
  const details = useMeetingDetails()
  if (details === undefined) return <Skeleton />
  return (
    <div className="stack wide">
      <div className="stack tight">
        <ScreenTitle title={t('place.today')}>
          <Localized of={details.name} />
        </ScreenTitle>
        <p className="muted">
          {formatDays(details.opens, details.closes, locale)} · <Localized of={details.venue} />
        </p>
      </div>
      <ToDo />
      <ApplicationsToDo />
      <MyApplication />
      <Now />
      <NextSession />
      <Notices />
    </div>
  )
}

/** The one thing that a focal point has to do now. */
function ToDo() {
  const { t } = useSpeech()
  const here = useHere()
  const [mine] = useRights().edits
  const { state } = useMeetingTopic<DelegationTopic>(mine === undefined ? null : `delegation/${mine}`)
  if (mine === undefined || state === undefined) return null
  const to = here(`/delegation/${mine}`)
  if (state.missing.length > 0 && state.state !== 'approved') {
    return (
      <ButtonLink kind="primary" big to={to}>
        {t('today.complete', { count: state.missing.length })}
      </ButtonLink>
    )
  }
  if (state.state === 'submitted' || state.state === 'approved') return null
  return (
    <ButtonLink kind="primary" big to={to}>
      {t('today.submit')}
    </ButtonLink>
  )
}

function Now() {
  const { t } = useSpeech()
  const here = useHere()
  const { chair } = useRights()
  const { state } = useMeetingTopic<AgendaTopic>('agenda')
  const fresh = useFresh(state?.current)
  if (state === undefined) return <Skeleton lines={3} />
  const id = state.current
  const item = id === undefined ? undefined : state.items[id]
  if (id === undefined || item === undefined) {
    return (
      <section className="stack tight">
        <h2>{t('today.now')}</h2>
        <p className="muted">{t('today.nothing_open')}</p>
        {chair && (
          <div>
            <ButtonLink kind="primary" to={here('/agenda')}>
              {t('today.choose_item')}
            </ButtonLink>
          </div>
        )}
      </section>
    )
  }
  return (
    <section className={`card now stack${fresh ? ' fresh' : ''}`}>
      <h2>{t('today.now')}</h2>
      {pathTo(state, id).map((above) => (
        <p key={above} className="muted">
          {state.items[above]?.number} <Localized of={state.items[above]?.title} />
        </p>
      ))}
      <p>
        <Link to={here(`/agenda/${id}`)} className="strong">
          <bdi>{item.number}</bdi> <Localized of={item.title} />
        </Link>{' '}
        <ItemTag state={item.state} />
      </p>
      {chair && <Control id={id} number={item.number} state={item.state} />}
      <Papers item={id} />
    </section>
  )
}

function NextSession() {
  const { t } = useSpeech()
  const now = useServerTime(30_000)
  const { state } = useMeetingTopic<AgendaTopic>('agenda')
  if (state === undefined) return null
  const found = sessionAround(state, now)
  return (
    <section className="stack tight">
      <h2>{found?.running ? t('today.session_now') : t('today.session_next')}</h2>
      {found === null ? (
        <p className="muted">{t('today.no_session')}</p>
      ) : (
        <>
          <p>
            <span className="strong">
              <Localized of={found.session.title} />
            </span>{' '}
            · <Moment at={found.session.starts} form="day" />, <Span from={found.session.starts} to={found.session.ends} />
          </p>
          <ul className="stack tight">
            {found.session.items.map((id) => (
              <li key={id}>
                <bdi>{state.items[id]?.number}</bdi> <Localized of={state.items[id]?.title} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Notices() {
  const { t } = useSpeech()
  const notices = useNotices()
  return (
    <section className="stack tight">
      <h2>{t('place.notices')}</h2>
      {notices === undefined && <Skeleton lines={2} />}
      {notices?.length === 0 && <Empty>{t('notices.empty')}</Empty>}
      <ul className="lines" aria-live="polite">
        {notices?.map(([id, notice]) => (
          <li key={id} style={{ paddingBlock: 'var(--space-3)' }}>
            <p style={{ whiteSpace: 'pre-line' }}>
              <Localized of={notice.text} />
            </p>
            <p className="muted small">
              <Moment at={notice.at} form="short" />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
