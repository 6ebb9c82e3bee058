// Every award: its state, until when an answer is awaited, and which funds pay it.

import { useServerTime } from '../../app/clock'
import { useHere } from '../../app/meeting'
import { Link } from '../../app/router'
import { Empty, Localized, Moment, Money, Tag, type Tone } from '../../look'
import { useText } from '../../messages'
import type { Application, Award, Fund, SponsorshipTopic } from '../../wire'
import { Applicant, usePackageName } from './applicant'
import { award_states, inOrderOfUrgency, isOverdue, tallies, withAward } from './progress'

const minute = 60_000

export function AwardList({ sponsorship }: { sponsorship: SponsorshipTopic }) {
  const t = useText()
  const here = useHere()
  const now = useServerTime(minute)
  const entries = inOrderOfUrgency(withAward(sponsorship))
  if (entries.length === 0) {
    return (
      <Empty>
        <p>{t('awards.empty')}</p>
        <Link to={here('/sponsorship/decision')}>{t('awards.to_decision')}</Link>
      </Empty>
    )
  }
  const tally = tallies(entries)
  return (
    <section className="stack">
      <h2>{t('awards.view_awards')}</h2>
      <dl className="figures">
        {award_states.map((state) => (
          <div key={state}>
            <dt>{t(`awards.state_${state}`)}</dt>
            <dd>{tally[state].count}</dd>
            <dd className="small muted">
              <Money centimes={tally[state].amount} />
            </dd>
          </div>
        ))}
      </dl>
      <ul className="lines windowed">
        {entries.map(([id, application]) => (
          <AwardRow key={id} id={id} application={application} funds={sponsorship.funds} overdue={isOverdue(application, now)} />
        ))}
      </ul>
    </section>
  )
}

const tones: Record<Award['state'], Tone> = { notified: 'act', accepted: 'good', declined: 'warn', cancelled: 'bad' }

interface AwardRowProps {
  id: string
  application: Application
  funds: Record<string, Fund>
  overdue: boolean
}

function AwardRow({ id, application, funds, overdue }: AwardRowProps) {
  const t = useText()
  const packageName = usePackageName()
  const { award } = application
  if (award === undefined) return null
  return (
    <li className="seat-row">
      <div className="stack tight">
        <span>
          <Applicant id={id} application={application} /> <Tag tone={tones[award.state]}>{t(`awards.state_${award.state}`)}</Tag>{' '}
          {overdue && <Tag tone="bad">{t('awards.overdue')}</Tag>}
        </span>
        <AnswerTime award={award} />
        {application.cancelled_because !== undefined && (
          <span className="small">
            {t('awards.because')} <bdi>{application.cancelled_because}</bdi>
          </span>
        )}
      </div>
      <div className="award-money">
        <span>
          <bdi className="muted">{packageName(award.package)}</bdi>{' '}
          <span className="strong">
            <Money centimes={award.total} />
          </span>
        </span>
        <Payments application={application} funds={funds} />
      </div>
    </li>
  )
}

function AnswerTime({ award }: { award: Award }) {
  const t = useText()
  return (
    <span className="muted small">
      {award.answered === undefined ? t('awards.answer_by') : t(`awards.since_${award.state}`)}{' '}
      <Moment at={award.answered ?? award.answer_by} />
    </span>
  )
}

/** By fund; what was paid for a cancelled journey and does not come back is said too. */
function Payments({ application: { payments, lost }, funds }: { application: Application; funds: Record<string, Fund> }) {
  const t = useText()
  const name = (fund: string) => (funds[fund] === undefined ? <bdi>{fund}</bdi> : <Localized of={funds[fund].name} />)
  return (
    <ul className="small muted">
      {payments.map(({ fund, amount }) => (
        <li key={fund}>
          {name(fund)} <Money centimes={amount} />
        </li>
      ))}
      {lost.map(({ fund, amount }) => (
        <li key={`lost-${fund}`}>
          {t('awards.lost')} {name(fund)} <Money centimes={amount} />
        </li>
      ))}
    </ul>
  )
}
