// Whether the floors of the policy are kept.

import { Localized, Money, Tag } from '../../look'
import { useText } from '../../messages'
import type { AllocationOutcome, AllocationPolicy, MoneyHeld, SponsorshipTopic } from '../../wire'
import { Applicant } from './applicant'

interface ReservesProps {
  outcome: AllocationOutcome
  policy: AllocationPolicy
  sponsorship: SponsorshipTopic
}

export function Reserves({ outcome, policy, sponsorship }: ReservesProps) {
  const t = useText()
  const { held } = outcome
  if (policy.reserves.length === 0) return null
  return (
    <section className="stack tight">
      <h3>{t('decision.reserves')}</h3>
      <ul className="lines">
        {policy.reserves.map(({ id, label }) => {
          const { members = 0, floor = 0 } = outcome.reserves[id] ?? {}
          return (
            <li key={id} className="seat-row">
              <Localized of={label} />
              <span>
                {t('decision.reserve_balance', { members, floor })}{' '}
                <Tag tone={members >= floor ? 'good' : 'warn'}>
                  {members >= floor ? t('decision.reserve_kept') : t('decision.reserve_owed')}
                </Tag>
              </span>
            </li>
          )
        })}
      </ul>
      {held !== undefined && <Held held={held} policy={policy} sponsorship={sponsorship} />}
    </section>
  )
}

/** For whom money is held, and what would have to be added to fund the first of them. */
function Held({ held, policy, sponsorship }: { held: MoneyHeld } & Omit<ReservesProps, 'outcome'>) {
  const t = useText()
  const label = policy.reserves.find(({ id }) => id === held.reserve)?.label
  const top_up = Object.entries(held.top_up)
  return (
    <div className="stack tight">
      <p>
        {t('decision.held')} <Localized of={label ?? { und: held.reserve }} />
      </p>
      {held.application !== undefined && top_up.length > 0 && (
        <>
          <p>
            <Applicant id={held.application} application={sponsorship.applications[held.application]} />:{' '}
            {t('decision.held_top_up')}
          </p>
          <ul className="plain-list">
            {top_up.map(([fund, amount]) => (
              <li key={fund}>
                <Localized of={sponsorship.funds[fund]?.name ?? { und: fund }} /> <Money centimes={amount} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
