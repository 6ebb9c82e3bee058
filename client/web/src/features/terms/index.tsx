// The terms of sponsorship for those who set them: one form for each part, each saved by itself.

import type { ReactNode } from 'react'
import { useHere, useRights } from '../../app/meeting'
import { Link } from '../../app/router'
import { Disclosure, ScreenTitle, Skeleton } from '../../look'
import { useText } from '../../messages'
import { Deadlines } from './deadlines'
import { Facts } from './facts'
import { Fares } from './fares'
import { Labels } from './labels'
import { FileRules, Packages, Questions, Routes } from './lists'
import { Lots } from './lots'
import { Policy } from './policy'
import { Rates, Reckoning } from './rates'
import { useSetTerms, type PartProps } from './set_terms'
import { usePublishedTerms, useWholeTerms } from './topics'
import { SponsorshipTabs } from '../sponsorship/tabs'

export default function Terms() {
  const t = useText()
  const here = useHere()
  const { committee, secretariat } = useRights()
  const whole = useWholeTerms()
  const published = usePublishedTerms()
  const set = useSetTerms(whole)
  if (!committee && !secretariat) return <p role="alert">{t('error.forbidden')}</p>
  if (whole === undefined || published === undefined) return <Skeleton lines={8} />
  const { terms } = whole
  return (
    <div className="stack wide">
      <div className="stack tight">
        <SponsorshipTabs />
        <ScreenTitle title={t('terms.title')}>{t('terms.title')}</ScreenTitle>
        <p>{t('terms.explain')}</p>
        <Link to={here('/sponsorship-terms')}>{t('terms.see_published')}</Link>
      </div>
      <Part title={t('terms.deadlines')}>
        {terms === undefined && <p>{t('terms.begin')}</p>}
        <Deadlines key={terms === undefined ? 'first' : 'there'} terms={terms} set={set} />
      </Part>
      {terms !== undefined && <Parts terms={terms} set={set} />}
      <Lots terms={published} draws />
    </div>
  )
}

function Parts(part: PartProps) {
  const t = useText()
  return (
    <>
      <Part title={t('terms.packages')} hint={t('terms.packages_hint')}>
        <Packages {...part} />
      </Part>
      <Part title={t('terms.files')} hint={t('terms.files_hint')}>
        <FileRules {...part} />
      </Part>
      <Part title={t('terms.questions')} hint={t('terms.questions_hint')}>
        <Questions {...part} />
      </Part>
      <Part title={t('terms.costs')} hint={t('terms.costs_hint')}>
        <Disclosure title={t('terms.reckoning')}>
          <Reckoning {...part} />
        </Disclosure>
        <h3>{t('terms.rates')}</h3>
        <Rates {...part} />
        <h3>{t('terms.routes')}</h3>
        <Routes {...part} />
        <Disclosure title={t('terms.fares')}>
          <Fares {...part} />
        </Disclosure>
      </Part>
      <Part title={t('terms.facts')} hint={t('terms.facts_explain')}>
        <Disclosure title={t('terms.facts_table')}>
          <Facts {...part} />
        </Disclosure>
      </Part>
      <Part title={t('terms.labels')} hint={t('terms.labels_hint')}>
        <Disclosure title={t('terms.labels_count', { count: part.terms.labels.length })}>
          <Labels {...part} />
        </Disclosure>
      </Part>
      <Part title={t('terms.policy')} hint={t('terms.policy_hint')}>
        <Policy {...part} />
      </Part>
    </>
  )
}

function Part({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className="stack">
      <h2>{title}</h2>
      {hint !== undefined && <p className="muted">{hint}</p>}
      {children}
    </section>
  )
}
