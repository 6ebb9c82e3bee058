// What a proposal changes for people, against what they were told last.

import type { ReactNode } from 'react'
import { Money, Moment } from '../../look'
import { useText } from '../../messages'
import type { AllocationOutcome, Proposal, SponsorshipTopic } from '../../wire'
import { Applicant, usePackageName } from './applicant'
import { differences, lastNotified, notifiedSeats, seatsOf, type Seat } from './seats'

interface ChangesProps {
  outcome: AllocationOutcome
  proposals: Record<string, Proposal>
  sponsorship: SponsorshipTopic
}

export function Changes({ outcome, proposals, sponsorship }: ChangesProps) {
  const t = useText()
  const since = lastNotified(proposals)
  const { enter, leave, change, same } = differences(
    notifiedSeats(sponsorship.applications, since),
    seatsOf(outcome),
  )
  const applicant = (id: string) => <Applicant id={id} application={sponsorship.applications[id]} />
  return (
    <section className="stack">
      <h3>{since === null ? t('decision.changes_first') : t('decision.changes')}</h3>
      {since !== null && (
        <p className="muted">
          {t('decision.changes_since')} <Moment at={since} /> · {t('decision.changes_same', { count: same })}
        </p>
      )}
      {enter.length + leave.length + change.length === 0 && <p>{t('decision.changes_none')}</p>}
      <Group title={t('decision.enters', { count: enter.length })}>
        {enter.map(({ application, seat }) => (
          <li key={application} className="seat-row">
            {applicant(application)}
            <SeatWords seat={seat} />
          </li>
        ))}
      </Group>
      <Group title={t('decision.leaves', { count: leave.length })}>
        {leave.map(({ application, seat }) => (
          <li key={application} className="seat-row">
            {applicant(application)}
            <SeatWords seat={seat} />
          </li>
        ))}
      </Group>
      <Group title={t('decision.alters', { count: change.length })}>
        {change.map(({ application, before, after }) => (
          <li key={application} className="seat-row">
            {applicant(application)}
            <span>
              <s>
                <SeatWords seat={before} />
              </s>{' '}
              <SeatWords seat={after} />
            </span>
          </li>
        ))}
      </Group>
    </section>
  )
}

/** A heading and its lines; nothing where there are none. */
function Group({ title, children }: { title: string; children: ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <div className="stack tight">
      <h4>{title}</h4>
      <ul className="lines">{children}</ul>
    </div>
  )
}

function SeatWords({ seat }: { seat: Seat }) {
  const packageName = usePackageName()
  return (
    <span>
      <bdi>{packageName(seat.package)}</bdi> <Money centimes={seat.amount} />
    </span>
  )
}
