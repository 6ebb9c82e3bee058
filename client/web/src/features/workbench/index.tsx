// The committee's workbench: what is changed in a policy or a budget, and at once what it comes to.

import { useMemo } from 'react'
import { useMeetingTopic } from '../../app/meeting'
import type { ScreenProps } from '../../app/routes'
import { Empty, ScreenTitle, Skeleton } from '../../look'
import { useSpeech } from '../../messages'
import type { AllocationsTopic, SponsorshipTerms, SponsorshipTopic, WholeTermsTopic } from '../../wire'
import { useVocabulary } from '../sponsorship/condition'
import { BenchContext, type Bench } from './bench'
import { ContingencyPart, FundsPart } from './funds_part'
import { Released } from './held_money'
import { CeilingsPart, GatesPart, PointsPart, ReservesPart } from './policy_parts'
import { Result, Strip } from './result'
import { ScenarioBar } from './scenario_bar'
import { published, sourceOf } from './setup'
import { DelegationsPart, TurnsPart } from './turns_part'
import { useOutcome, useProblems } from './use_outcome'
import { useSetup } from './use_setup'
import './workbench.css'
import { SponsorshipTabs } from '../sponsorship/tabs'

export default function Workbench({ at }: ScreenProps) {
  const { t } = useSpeech()
  const sponsorship = useMeetingTopic<SponsorshipTopic>('sponsorship@committee')
  const whole = useMeetingTopic<WholeTermsTopic>('sponsorship.terms@committee')
  const allocations = useMeetingTopic<AllocationsTopic>('allocation@committee')
  if ([sponsorship, whole, allocations].some(({ refused }) => refused !== null)) return <p role="alert">{t('error.forbidden')}</p>
  const { scenario: id } = at
  const loaded = sponsorship.state !== undefined && whole.state !== undefined && allocations.state !== undefined
  const there = id === undefined || allocations.state?.scenarios[id] !== undefined
  const terms = whole.state?.terms
  return (
    <div className="stack">
      <div>
        <SponsorshipTabs />
        <ScreenTitle title={t('workbench.title')}>{t('workbench.title')}</ScreenTitle>
        <p className="muted">{t('workbench.explained')}</p>
      </div>
      {!loaded && <Skeleton lines={8} />}
      {loaded && terms === undefined && <Empty>{t('workbench.no_terms')}</Empty>}
      {loaded && terms !== undefined && !there && <p role="alert">{t('look.not_found')}</p>}
      {loaded && terms !== undefined && there && (
        <Desk
          key={id ?? ''}
          id={id}
          terms={terms}
          terms_version={whole.state!.version}
          sponsorship={sponsorship.state!}
          allocations={allocations.state!}
        />
      )}
    </div>
  )
}

interface DeskProps {
  id: string | undefined
  terms: SponsorshipTerms
  terms_version: number
  sponsorship: SponsorshipTopic
  allocations: AllocationsTopic
}

function Desk({ id, terms, terms_version, sponsorship, allocations }: DeskProps) {
  const { t } = useSpeech()
  const scenario = id === undefined ? undefined : allocations.scenarios[id]
  const theirs = scenario ?? { name: '', setup: published(terms), version: terms_version }
  const work = useSetup(id ?? 'published', theirs)
  const saved = id === undefined || scenario === undefined ? undefined : { id, scenario }
  const tried = { source: sourceOf(work.setup, terms, saved), setup: work.setup }
  const about = useMemo(() => ({ sponsorship, terms }), [sponsorship, terms])
  const asking = useOutcome(tried, about)
  const problemAt = useProblems(asking.error)
  const known = useVocabulary(terms)
  const bench: Bench = { terms, sponsorship, known, setup: work.setup, change: work.set, problemAt }
  return (
    <BenchContext value={bench}>
      <ScenarioBar allocations={allocations} id={id} scenario={scenario} work={work} />
      {scenario !== undefined && <Released scenario={scenario} />}
      <Strip asking={asking} />
      <div className="bench">
        <section className="bench-setup" aria-label={t('workbench.setup')}>
          <h2>{t('workbench.setup')}</h2>
          <div className="lines">
            <FundsPart />
            <ContingencyPart />
            <PointsPart />
            <ReservesPart />
            <CeilingsPart />
            <DelegationsPart />
            <GatesPart />
            <TurnsPart />
          </div>
        </section>
        <Result asking={asking} saved={saved} />
      </div>
    </BenchContext>
  )
}
