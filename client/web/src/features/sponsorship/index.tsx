// The committee's desk: applications with their costs, the funds, and the ways to terms and lots.

import { useHere, useMeetingTopic } from '../../app/meeting'
import { Link } from '../../app/router'
import type { ScreenProps } from '../../app/routes'
import { ButtonLink, Money, ScreenTitle, Skeleton } from '../../look'
import { useSpeech } from '../../messages'
import type { SponsorshipTopic } from '../../wire'
import { Closing } from '../terms/closing'
import { useClosed, usePublishedTerms } from '../terms/topics'
import { ApplicationDetail } from './detail'
import { Funds } from './funds'
import { List } from './list'
import { SponsorshipTabs } from './tabs'

export default function Sponsorship({ at }: ScreenProps) {
  const { t } = useSpeech()
  const { state, refused } = useMeetingTopic<SponsorshipTopic>('sponsorship@committee')
  if (refused !== null) return <p role="alert">{t('error.forbidden')}</p>
  const chosen = at.application
  const application = chosen === undefined ? undefined : state?.applications[chosen]
  return (
    <div className="stack">
      <SponsorshipTabs />
      <ScreenTitle title={t('place.sponsorship')}>{t('place.sponsorship')}</ScreenTitle>
      {state === undefined ? (
        <Skeleton lines={6} />
      ) : (
        <div className={`desk${chosen === undefined ? '' : ' open'}`}>
          <div className="list stack">
            <Ways />
            <Balance sponsorship={state} />
            <List sponsorship={state} chosen={chosen} />
          </div>
          <div className="detail">
            {chosen === undefined && <p className="muted">{t('sponsorship.choose')}</p>}
            {chosen !== undefined && application === undefined && <p role="alert">{t('error.not_found')}</p>}
            {chosen !== undefined && application !== undefined && (
              <ApplicationDetail key={chosen} id={chosen} application={application} funds={state.funds} />
            )}
          </div>
        </div>
      )}
      {state !== undefined && chosen === undefined && <Funds funds={state.funds} />}
    </div>
  )
}

/** When applications close, and the ways to terms and lots. */
function Ways() {
  const { t } = useSpeech()
  const here = useHere()
  const terms = usePublishedTerms()
  const closed = useClosed()
  if (terms === undefined) return null
  const { closes, drawn } = terms
  return (
    <div className="stack tight">
      {closes === undefined ? <p>{t('terms.none_yet')}</p> : <Closing />}
      <div className="row">
        <Link to={here('/sponsorship/terms')}>{t('terms.title')}</Link>
        {drawn !== undefined && <Link to={here('/sponsorship/terms#lots')}>{t('lots.drawn')}</Link>}
        {closed && drawn === undefined && (
          <ButtonLink kind="primary" to={here('/sponsorship/terms#lots')}>
            {t('lots.draw')}
          </ButtonLink>
        )}
      </div>
    </div>
  )
}

function Balance({ sponsorship: { applications, funds } }: { sponsorship: SponsorshipTopic }) {
  const { t } = useSpeech()
  const received = Object.values(applications).filter((a) => a.state === 'received')
  const asked = received.reduce((sum, a) => sum + a.total, 0)
  const there = Object.values(funds).reduce((sum, fund) => sum + fund.amount - fund.lost, 0)
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
