// What has to be done next, each with the place to do it.

import { useServerTime } from '../../app/clock'
import { useHere } from '../../app/meeting'
import { Link } from '../../app/router'
import { useText } from '../../messages'
import type { AllocationsTopic, SponsorshipTopic } from '../../wire'
import { nextSteps } from './progress'

const minute = 60_000

export function NextSteps({ sponsorship, allocations }: { sponsorship: SponsorshipTopic; allocations: AllocationsTopic }) {
  const t = useText()
  const here = useHere()
  const now = useServerTime(minute)
  const { overdue, free, letters, proposal } = nextSteps(sponsorship, allocations, now)
  const steps = [
    proposal !== null && { text: t(`awards.step_${proposal}`), link: t('awards.to_decision'), to: '/sponsorship/decision' },
    letters > 0 && { text: t('awards.step_letters', { count: letters }), link: t('awards.to_letters'), to: '/sponsorship/awards?view=letters' },
    overdue > 0 && { text: t('awards.step_overdue', { count: overdue }), link: null, to: '' },
    free > 0 && { text: t('awards.step_free', { count: free }), link: t('awards.to_workbench'), to: '/sponsorship/workbench' },
  ].filter((step) => step !== false)
  if (steps.length === 0) return null
  return (
    <section className="card now stack tight">
      <h2>{t('awards.next')}</h2>
      <ul className="plain-list">
        {steps.map(({ text, link, to }) => (
          <li key={text}>
            {text} {link !== null && <Link to={here(to)}>{link}</Link>}
          </li>
        ))}
      </ul>
    </section>
  )
}
