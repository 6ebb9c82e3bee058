// The committee's list: applications with their costs, and the funds.

import { useHere, useMeetingTopic } from '../../app/meeting'
import { Link } from '../../app/router'
import type { ScreenProps } from '../../app/routes'
import { Empty, Localized, Money, ScreenTitle, Skeleton, Tag } from '../../look'
import { useSpeech } from '../../messages'
import type { Application, SponsorshipTopic } from '../../wire'
import { ApplicationDetail } from './detail'
import { Funds } from './funds'

export default function Sponsorship({ at }: ScreenProps) {
  const { t } = useSpeech()
  const { state, refused } = useMeetingTopic<SponsorshipTopic>('sponsorship@committee')
  if (refused !== null) return <p role="alert">{t('error.forbidden')}</p>
  const chosen = at.application
  const application = chosen === undefined ? undefined : state?.applications[chosen]
  return (
    <div className="stack">
      <ScreenTitle title={t('place.sponsorship')}>{t('place.sponsorship')}</ScreenTitle>
      {state === undefined ? (
        <Skeleton lines={6} />
      ) : (
        <div className={`desk${chosen === undefined ? '' : ' open'}`}>
          <div className="list stack">
            <Balance sponsorship={state} />
            <List sponsorship={state} chosen={chosen} />
          </div>
          <div className="detail">
            {chosen === undefined && <p className="muted">{t('sponsorship.choose')}</p>}
            {chosen !== undefined && application === undefined && <p role="alert">{t('error.not_found')}</p>}
            {chosen !== undefined && application !== undefined && (
              <ApplicationDetail key={chosen} id={chosen} application={application} />
            )}
          </div>
        </div>
      )}
      {state !== undefined && chosen === undefined && <Funds funds={state.funds} />}
    </div>
  )
}

function Balance({ sponsorship: { applications, funds } }: { sponsorship: SponsorshipTopic }) {
  const { t } = useSpeech()
  const received = Object.values(applications).filter((a) => a.state === 'received')
  const asked = received.reduce((sum, a) => sum + a.total, 0)
  const there = Object.values(funds).reduce((sum, fund) => sum + fund.amount, 0)
  return (
    <dl className="facts">
      <dt>{t('sponsorship.applications')}</dt>
      <dd>{received.length}</dd>
      <dt>{t('sponsorship.asked')}</dt>
      <dd>
        <Money centimes={asked} />
      </dd>
      <dt>{t('sponsorship.available')}</dt>
      <dd>
        <Money centimes={there} />
      </dd>
    </dl>
  )
}

function List({ sponsorship, chosen }: { sponsorship: SponsorshipTopic; chosen: string | undefined }) {
  const { t } = useSpeech()
  const here = useHere()
  const applications = Object.entries(sponsorship.applications).sort(([, a], [, b]) => a.received.localeCompare(b.received))
  if (applications.length === 0) return <Empty>{t('sponsorship.empty')}</Empty>
  return (
    <ul className="lines windowed">
      {applications.map(([id, application]) => (
        <li key={id}>
          <Link
            to={here(`/sponsorship/${encodeURIComponent(id)}`)}
            className="row-link row apart"
            aria-current={chosen === id ? 'true' : undefined}
            data-row
          >
            <span>
              <bdi className="strong">{application.name ?? t('member.erased')}</bdi>
              <br />
              <span className="muted small">
                <Localized of={application.delegation_name} /> <Marks application={application} />
              </span>
            </span>
            {application.costs.length === 0 ? (
              <Tag tone="warn">{t('sponsorship.no_costs')}</Tag>
            ) : (
              <Money centimes={application.total} />
            )}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** After the delegation's name: the gender where it is said, and what else weighs in the decision. */
export function Marks({ application: { details, gender, state } }: { application: Application }) {
  const { t } = useSpeech()
  return (
    <>
      {gender !== undefined && gender !== 'undisclosed' && <span>· {t(`gender.${gender}`)}</span>}{' '}
      {state === 'withdrawn' && <Tag tone="bad">{t('application.withdrawn')}</Tag>}{' '}
      {details?.survivor === true && <Tag tone="act">{t('sponsorship.survivor')}</Tag>}{' '}
      {details?.companion === true && <Tag>{t('sponsorship.companion')}</Tag>}
    </>
  )
}
