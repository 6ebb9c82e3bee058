// Allocations side by side, and what changes for whom from the first one to each of the others.

import { useMemo } from 'react'
import { useMeetingTopic } from '../../app/meeting'
import { useQueryValue } from '../../app/router'
import { CheckboxGroup, Empty, ScreenTitle, Skeleton } from '../../look'
import { useSpeech } from '../../messages'
import { useRefusalWords } from '../../messages/refusals'
import type { AllocationsTopic, SponsorshipTerms, SponsorshipTopic, WholeTermsTopic } from '../../wire'
import { comparable, lastNotified, scenarioKey } from './compare'
import { ChangesFor, ComparisonTable, type Column } from './comparison'
import { useOutcomes } from './use_outcomes'
import './workbench.css'
import { SponsorshipTabs } from '../sponsorship/tabs'

export default function Compare() {
  const { t } = useSpeech()
  const sponsorship = useMeetingTopic<SponsorshipTopic>('sponsorship@committee')
  const whole = useMeetingTopic<WholeTermsTopic>('sponsorship.terms@committee')
  const allocations = useMeetingTopic<AllocationsTopic>('allocation@committee')
  if ([sponsorship, whole, allocations].some(({ refused }) => refused !== null)) return <p role="alert">{t('error.forbidden')}</p>
  const loaded = sponsorship.state !== undefined && whole.state !== undefined && allocations.state !== undefined
  const terms = whole.state?.terms
  return (
    <div className="stack">
      <div>
        <SponsorshipTabs />
        <ScreenTitle title={t('compare.title')}>{t('compare.title')}</ScreenTitle>
        <p className="muted">{t('compare.explained')}</p>
      </div>
      {!loaded && <Skeleton lines={8} />}
      {loaded && terms === undefined && <Empty>{t('workbench.no_terms')}</Empty>}
      {loaded && terms !== undefined && (
        <Chosen terms={terms} sponsorship={sponsorship.state!} allocations={allocations.state!} />
      )}
    </div>
  )
}

interface ChosenProps {
  terms: SponsorshipTerms
  sponsorship: SponsorshipTopic
  allocations: AllocationsTopic
}

function Chosen({ terms, sponsorship, allocations }: ChosenProps) {
  const { t, locale } = useSpeech()
  const words = useRefusalWords()
  const [of, setOf] = useQueryValue('of', 'published,plain')
  const keys = useMemo(() => of.split(',').filter(Boolean), [of])
  const all = useMemo(() => comparable(terms, allocations, keys), [terms, allocations, keys])
  const wanted = useMemo(
    () => new Map(keys.flatMap((key) => (all.has(key) ? [[key, all.get(key)!] as const] : []))),
    [all, keys],
  )
  const about = useMemo(() => ({ terms, sponsorship }), [terms, sponsorship])
  const found = useOutcomes(wanted, about)
  const names = useNames(allocations)
  const options = [...all.keys()].map((value) => ({ value, label: names(value) }))
  options.sort((a, b) => order(a.value) - order(b.value) || a.label.localeCompare(b.label, locale))
  const choose = (next: string[]) => setOf([...keys.filter((key) => next.includes(key)), ...next.filter((key) => !keys.includes(key))].join(','))
  const columns = [...wanted.keys()].flatMap((key): Column[] => {
    const { outcome, tried } = found.get(key) ?? {}
    return outcome === undefined || tried === undefined ? [] : [{ key, name: names(key), outcome, policy: tried.setup.policy }]
  })
  const [base, ...others] = columns
  return (
    <>
      <CheckboxGroup label={t('compare.choose')} hint={t('compare.choose_hint')} options={options} value={keys} onChange={choose} />
      {[...wanted.keys()].map((key) => {
        const error = found.get(key)?.error
        return error === undefined ? null : (
          <p key={key} className="field-error">
            {names(key)}: {words(error)}
          </p>
        )
      })}
      {wanted.size < 2 && <Empty>{t('compare.empty')}</Empty>}
      {wanted.size >= 2 && columns.length === 0 && <Skeleton lines={6} />}
      {columns.length > 0 && <ComparisonTable columns={columns} terms={terms} sponsorship={sponsorship} />}
      {base !== undefined &&
        others.map((other) => <ChangesFor key={other.key} base={base} other={other} terms={terms} sponsorship={sponsorship} />)}
    </>
  )
}

const order = (key: string) => ['published', 'plain', 'proposal'].indexOf(key) >>> 0

function useNames(allocations: AllocationsTopic): (key: string) => string {
  const { t } = useSpeech()
  const saved = new Map(Object.entries(allocations.scenarios).map(([id, { name }]) => [scenarioKey(id), name]))
  return (key) => {
    if (key === 'published') return t('workbench.published')
    if (key === 'plain') return t('compare.plain')
    if (key === 'proposal') return t('compare.last_notified', { name: lastNotified(allocations)?.[1].name ?? '' })
    return saved.get(key) ?? key
  }
}
