// Who would be next, in the order in which they were told.

import { Money } from '../../look'
import { useText } from '../../messages'
import type { SponsorshipTopic } from '../../wire'
import { Applicant } from './applicant'
import { waitingList } from './progress'

export function WaitingList({ sponsorship }: { sponsorship: SponsorshipTopic }) {
  const t = useText()
  const waiting = waitingList(sponsorship)
  if (waiting.length === 0) return null
  return (
    <section className="stack tight">
      <h2>{t('awards.waiting')}</h2>
      <p className="muted">{t('awards.waiting_explain')}</p>
      <ol className="lines">
        {waiting.map(([id, application]) => (
          <li key={id} className="seat-row">
            <span>
              <span className="numbers">{application.refusal?.place}.</span> <Applicant id={id} application={application} />
            </span>
            {application.refusal?.lacking !== undefined && (
              <span className="muted">
                {t('awards.lacking')} <Money centimes={application.refusal.lacking} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
