// What comes after the decision: answers, letters, reports, and the record of what was tried.

import { useMeetingTopic, useRights } from '../../app/meeting'
import { useQueryValue } from '../../app/router'
import { ScreenTitle, Skeleton } from '../../look'
import { useText } from '../../messages'
import type { AllocationsTopic, SponsorshipTopic } from '../../wire'
import { SponsorshipTabs } from '../sponsorship/tabs'
import { AwardList } from './award_list'
import { LetterList } from './letter_list'
import { lettersOf } from './progress'
import { Reports } from './reports'
import { NextSteps } from './steps'
import { TrialList } from './trials'
import { WaitingList } from './waiting_list'
import './awards.css'

const views = ['awards', 'letters', 'reports', 'record'] as const
type View = (typeof views)[number]

export default function Awards() {
  const t = useText()
  const [given, setView] = useQueryValue('view', 'awards')
  const view = views.find((name) => name === given) ?? 'awards'
  return (
    <div className="stack">
      <SponsorshipTabs />
      <ScreenTitle title={t('awards.title')}>{t('awards.title')}</ScreenTitle>
      <Content view={view} setView={setView} />
    </div>
  )
}

function Content({ view, setView }: { view: View; setView(view: string): void }) {
  const t = useText()
  const rights = useRights()
  const allocations = useMeetingTopic<AllocationsTopic>('allocation@committee')
  const sponsorship = useMeetingTopic<SponsorshipTopic>('sponsorship@committee')
  if (allocations.refused !== null || sponsorship.refused !== null || !(rights.committee || rights.secretariat)) {
    return <p role="alert">{t('error.forbidden')}</p>
  }
  if (allocations.state === undefined || sponsorship.state === undefined) return <Skeleton lines={8} />
  const letters = lettersOf(sponsorship.state)
  const waiting = letters.ready.length + letters.unaddressed.length
  return (
    <>
      <nav className="tab-list no-print" aria-label={t('awards.title')}>
        {views.map((name) => (
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
            {name === 'letters' && waiting > 0 ? t('awards.view_letters_waiting', { count: waiting }) : t(`awards.view_${name}`)}
          </a>
        ))}
      </nav>
      {view === 'awards' && (
        <div className="stack wide">
          <NextSteps sponsorship={sponsorship.state} allocations={allocations.state} />
          <AwardList sponsorship={sponsorship.state} />
          <WaitingList sponsorship={sponsorship.state} />
        </div>
      )}
      {view === 'letters' && <LetterList letters={letters} />}
      {view === 'reports' && <Reports proposals={allocations.state.proposals} />}
      {view === 'record' && <TrialList scenarios={allocations.state.scenarios} />}
    </>
  )
}
