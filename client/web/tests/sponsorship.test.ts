import { expect, test } from 'vitest'
import { rightsIn } from '../src/app/rights'
import { applicationCheck, toApplication, toApplicationValues } from '../src/features/delegation/application_values'
import { toAssessment, toAssessmentValues } from '../src/features/sponsorship/assessment_values'
import { kindsPaid, paidByFund } from '../src/features/sponsorship/paying'
import { whyNot } from '../src/features/sponsorship/refusal_words'
import { isDecided, isShown, standingOf } from '../src/features/sponsorship/standing'
import { movedUp, newTerms, partVersion, putAt } from '../src/features/terms/part'
import type { AllocationPolicy, Application, AssessmentRule, Award, OwnApplication, ToldRefusal } from '../src/wire'

const received: OwnApplication = { member: 'm', state: 'received', files: {}, missing: [], received: '2026-01-01T00:00:00Z', on_time: true, version: 1 }
const award: Award = {
  proposal: 'p', package: 'FULL', costs: [], total: 1, state: 'notified', notified: '2026-03-01T00:00:00Z', answer_by: '2026-03-15T00:00:00Z',
}
const refusal: ToldRefusal = { notified: '2026-03-01T00:00:00Z', reason: 'FUNDS', gates: [] }

test('an application is complete or not, on time or not', () => {
  expect(standingOf(received, false)).toBe('complete')
  expect(standingOf({ ...received, on_time: false }, false)).toBe('late')
  expect(standingOf({ ...received, missing: ['passport'] }, false)).toBe('incomplete')
  expect(standingOf({ ...received, missing: ['passport'] }, true)).toBe('incomplete_late')
})

test('once it is decided, the decision is said and no longer what was missing', () => {
  expect(standingOf({ ...received, missing: ['passport'], refusal }, false)).toBe('refused')
  expect(standingOf({ ...received, award }, false)).toBe('awarded')
  expect(standingOf({ ...received, award: { ...award, state: 'declined' } }, false)).toBe('declined')
  expect(isDecided(received)).toBe(false)
  expect(isDecided({ ...received, refusal })).toBe(true)
})

test('of an award and a refusal the later one counts', () => {
  const later = '2026-04-01T00:00:00Z'
  expect(standingOf({ ...received, award: { ...award, notified: later }, refusal }, false)).toBe('awarded')
  expect(standingOf({ ...received, award: { ...award, state: 'cancelled' }, refusal: { ...refusal, notified: later } }, false)).toBe('refused')
})

test('whoever withdrew is among all, and under no filter', () => {
  const application: Application = {
    ...received, delegation: 'LAO', delegation_name: {}, has_address: false, costs: [], costs_entered: false, lost: [], payments: [], total: 0,
  }
  expect(isShown('no_costs', application, false)).toBe(true)
  expect(isShown('missing', application, false)).toBe(false)
  expect(isShown('no_costs', { ...application, state: 'withdrawn' }, false)).toBe(false)
  expect(isShown('all', { ...application, state: 'withdrawn' }, false)).toBe(true)
})

test('a form of a part is disturbed by a change of that part alone', () => {
  expect(partVersion({ closes: 'a' })).toBe(partVersion({ closes: 'a' }))
  expect(partVersion({ closes: 'a' })).not.toBe(partVersion({ closes: 'b' }))
  expect(partVersion(undefined)).toBeGreaterThan(0)
})

test('an item is added at the end, replaced in its place, or moved up', () => {
  expect(putAt(['a', 'b'], null, 'c')).toEqual(['a', 'b', 'c'])
  expect(putAt(['a', 'b'], 0, 'c')).toEqual(['c', 'b'])
  expect(movedUp(['a', 'b', 'c'], 2)).toEqual(['a', 'c', 'b'])
  expect(movedUp(['a', 'b'], 0)).toEqual(['a', 'b'])
})

test('a delegate sees the own application only where the grant names the member', () => {
  const grant = { role: 'delegate', meeting: '11msp', delegation: 'LAO' } as const
  expect(rightsIn([grant], '11msp').members).toEqual([])
  expect(rightsIn([{ ...grant, member: 'm1' }], '11msp').members).toEqual(['m1'])
  expect(rightsIn([{ ...grant, member: 'm1' }], '12msp').members).toEqual([])
})

const questions: AssessmentRule[] = [
  { id: 'visa_feasible', label: { en: 'Can a visa be had?' }, usual: true },
  { id: 'unsettled', label: { en: 'Anything unsettled?' }, usual: false },
]

test('an assessment sends only what is not as usual', () => {
  const usual = toAssessmentValues(undefined, questions)
  expect(toAssessment(usual, questions, 'direct')).toEqual({ answers: {} })
  const said = { ...usual, 'answer.visa_feasible': 'no', route: 'economical', note: ' asked twice ' }
  expect(toAssessment(said, questions, 'direct')).toEqual({ answers: { visa_feasible: false }, route: 'economical', note: 'asked twice' })
})

test('an assessment is shown again as it was entered', () => {
  const assessment = { answers: { unsettled: true }, route: 'economical', note: 'n' }
  expect(toAssessment(toAssessmentValues(assessment, questions), questions, 'direct')).toEqual(assessment)
})

test('the first class of route goes without saying', () => {
  expect(toAssessment({ ...toAssessmentValues(undefined, questions), route: 'direct' }, questions, 'direct')).toEqual({ answers: {} })
})

test('that a part would do is said only of those who ask for the whole', () => {
  const values = { ...toApplicationValues(undefined), reason: ' r ', accepts_part: true, rank: '2' }
  expect(toApplication(values)).toEqual({ extent: 'whole', reason: 'r', survivor: false, companion: false, accepts_part: true, rank: 2 })
  expect(toApplication({ ...values, extent: 'part', rank: '' })).toEqual({ extent: 'part', reason: 'r', survivor: false, companion: false })
})

test('a rank is a whole number from 1 on, or nothing', () => {
  const words = { missing: 'missing', rank: 'rank' }
  const check = (rank: string) => applicationCheck({ ...toApplicationValues(undefined), reason: 'r', rank }, words).rank
  expect(['', '1', '12'].map(check)).toEqual([undefined, undefined, undefined])
  expect(['0', '-1', '1.5', 'first'].map(check)).toEqual(['rank', 'rank', 'rank', 'rank'])
})

test('a fund that pays every kind of cost is not restricted', () => {
  expect(kindsPaid(['airfare', 'dsa'], ['dsa', 'airfare'])).toBeUndefined()
  expect(kindsPaid([], ['dsa'])).toBeUndefined()
  expect(kindsPaid(['dsa'], ['dsa', 'airfare'])).toEqual(['dsa'])
})

test('payments of one fund are one sum', () => {
  const paid = (fund: string, amount: number) => ({ application: 'a', fund, amount })
  expect(paidByFund([paid('f', 1), paid('g', 2), paid('f', 3)])).toEqual([['f', 4], ['g', 2]])
})

const policy: AllocationPolicy = {
  ...newTerms('2026-08-10T21:59:00Z', 14, 'airfare', { en: 'All costs' }).policy,
  gates: [{ id: 'on_time', label: { en: 'Complete in time' }, who: { on_time: true } }],
  reserves: [{ id: 'women', kind: 'share', num: 1, den: 2, label: { en: 'Women' }, who: { gender: 'F' } }],
}
const words = { t: (key: string, values?: object) => (values === undefined ? key : `${key} ${JSON.stringify(values)}`), language: 'en', money: String }

test.each([
  [{ reason: 'FUNDS', lacking: 500 }, 'sponsorship.told_funds_by {"amount":"500"}', []],
  [{ reason: 'FUNDS' }, 'sponsorship.told_funds', []],
  [{ reason: 'HELD:women' }, 'sponsorship.told_held {"label":"Women"}', []],
  [{ reason: 'CAP:gone' }, 'sponsorship.told_cap {"label":"gone"}', []],
  [{ reason: 'GATE', gates: ['on_time', 'WITHDRAWN'] }, 'sponsorship.told_gates', ['Complete in time', 'application.withdrawn']],
  [{ reason: 'OF_TOMORROW' }, 'sponsorship.told_other', []],
])('%j is told in words', (told, text, gates) => {
  expect(whyNot({ notified: '', gates: [], ...told }, policy, words)).toEqual({ text, gates })
})

test('what is still missing after the closing date is late', () => {
  const application: Application = {
    ...received, missing: ['passport'], delegation: 'LAO', delegation_name: {}, has_address: false, costs: [], costs_entered: false, lost: [], payments: [], total: 0,
  }
  expect(isShown('late', application, false)).toBe(false)
  expect(isShown('late', application, true)).toBe(true)
})

test('terms begin with something that can be granted', () => {
  expect(newTerms('2026-08-10T21:59:00Z', 14, 'airfare', { en: 'All costs' }).packages).toHaveLength(1)
})
