import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { policyChanges } from '../src/features/awards/policy_changes'
import { changeWords } from '../src/features/awards/policy_words'
import { Catalogue, type Messages } from '../src/messages/catalogue'
import type { AllocationPolicy } from '../src/wire'
import { policy } from './support/sponsorship'

const english = JSON.parse(readFileSync(new URL('../../../messages/web/en.json', import.meta.url), 'utf8')) as Messages
const catalogue = new Catalogue('en', english)
const words = { t: catalogue.text.bind(catalogue), language: 'en' as const, locale: 'en-GB' }

const women = { id: 'women', label: { en: 'Women' }, kind: 'share' as const, num: 1, den: 2, who: { gender: 'F' } }
const survivors = { id: 'survivors', label: { en: 'Survivors' }, kind: 'count' as const, value: 3, who: { survivor: true } }
const ldc = { id: 'ldc', label: { en: 'Least developed' }, pts: 5, who: { ldc: true, region: ['AFR'] } }

const said = (before: AllocationPolicy, after: AllocationPolicy) =>
  policyChanges(before, after).map((change) => changeWords(change, after, { delegation: (id) => id.toUpperCase(), known: new Map() }, words))

test('a policy does not differ from itself, whatever its rules are called and however a condition is written', () => {
  const before = policy({ points: [ldc], reserves: [women] })
  const renamed = { ...ldc, label: { en: 'LDC' }, who: { region: ['AFR'], ldc: true } }
  expect(policyChanges(before, policy({ points: [renamed], reserves: [women] }))).toEqual([])
})

test('each setting that differs is said as it is now', () => {
  const after = policy({ contingency_bp: 450, rounds: false, precedence: 'breadth', release: 'unpayable' })
  expect(said(policy(), after)).toEqual([
    'Each fund keeps back 4.5% for what cannot be foreseen.',
    english['decision.policy_no_rounds'],
    english['decision.policy_precedence_breadth'],
    english['decision.policy_release_unpayable'],
  ])
})

test('the seats of a delegation are said where they differ', () => {
  const before = policy({ state_cap: { usual: 2, overrides: { lao: 3, tcd: 3 } } })
  const after = policy({ state_cap: { usual: 1, overrides: { lao: 4 } } })
  expect(said(before, after)).toEqual([
    'Seats a delegation: at most 1 instead of 2',
    'LAO: at most 4 seats',
    'TCD: no limit of its own any more',
  ])
})

test('rules that are new, changed or taken out are told apart', () => {
  const before = policy({ points: [ldc], reserves: [women] })
  const after = policy({ points: [{ ...ldc, pts: 8 }], reserves: [survivors] })
  expect(said(before, after)).toEqual([
    'Least developed: 8 points; was: Least developed: 5 points',
    'Reserve, new: Survivors: at least 3 seats',
    'Reserve, taken out: Women: at least 1 of every 2 seats',
  ])
})

test('a rule that means other people is said to do so', () => {
  const [only] = said(policy({ points: [ldc] }), policy({ points: [{ ...ldc, who: { ldc: true } }] }))
  expect(only).toBe('Least developed: 5 points (now for: ldc: true; before: ldc: true and region: AFR)')
})

test('another order of the reserves is a change', () => {
  const changes = policyChanges(policy({ reserves: [survivors, women] }), policy({ reserves: [women, survivors] }))
  expect(changes).toEqual([{ kind: 'order' }])
})
