import { expect, test } from 'vitest'
import { changesBetween, isSame } from '../src/features/workbench/compare'
import { attributeFigure, attributesOf, moneyFigure, reservesFigure, seatsOf } from '../src/features/workbench/figures'
import { namesOf } from '../src/features/workbench/names'
import { debounce, Newest } from '../src/features/workbench/newest'
import { changesWords, gatedWords, overcommittedWords, refusedWords, turnWords, type Voice } from '../src/features/workbench/reasons'
import * as setups from '../src/features/workbench/setup'
import { countsOf, standingOf } from '../src/features/workbench/standing'
import { pool } from './support/pool'
import { wordsOf } from './support/words'
import { FakeWorld, settled } from './support/fakes'

const english = wordsOf('en')
const { terms, sponsorship, outcome, policy, setup } = pool()
const voice: Voice = {
  ...english,
  names: namesOf(sponsorship, terms, policy, english),
  money: (centimes) => `CHF ${(centimes / 100).toFixed(2)}`,
}

// --- reasons ---------------------------------------------------------------------------------------------------------

test('a seat says whose turn gave it', () => {
  expect(turnWords({ turn: 'RESERVE:women' }, voice)).toContain('Women')
  expect(turnWords({ turn: 'OPEN' }, voice)).toBe(english.t('workbench.turn_open'))
  expect(turnWords({ turn: 'LOCKED' }, voice)).toBe(english.t('workbench.turn_locked'))
})

test('a refusal for money says how much is lacking in which funds', () => {
  const words = refusedWords({ reason: 'FUNDS', step: 2, turn: 'OPEN', lacking: 50_000, tight: ['africa', 'general'] }, 'banda', voice)
  expect(words).toContain('CHF 500.00')
  expect(words).toContain('Africa fund and General fund')
})

test('every other refusal names what stood in the way', () => {
  const words = (reason: string) => refusedWords({ reason, step: 2, turn: 'OPEN', tight: [] }, 'banda', voice)
  expect(words('HELD:women')).toContain('Women')
  expect(words('CAP:observers')).toContain('Observers')
  expect(words('STATE_CAP')).toContain('Zambia')
  expect(words('NO_ELIGIBLE_FUND')).toBe(english.t('workbench.no_fund'))
})

test('whoever is not ranked is told the gates, or that the application was withdrawn', () => {
  expect(gatedWords(['complete'], voice)).toContain('Complete file')
  expect(gatedWords(['complete', 'WITHDRAWN'], voice)).toBe(english.t('workbench.gated_withdrawn'))
  expect(overcommittedWords({ lacking: 100, tight: ['africa'] }, voice)).toContain('Africa fund')
})

test('the smallest changes come as sentences, the smallest top-up first, and none where none would do', () => {
  const words = changesWords({ cost: { package: 'full', lacking: 50_000 }, top_up: { general: 9000, africa: 50 }, points: 12 }, voice)
  expect(words).toHaveLength(4)
  expect(words[1]).toContain('Africa fund')
  expect(words[3]).toContain('12')
  expect(changesWords({ top_up: {} }, voice)).toEqual([])
})

// --- the lists -------------------------------------------------------------------------------------------------------

test('the refused stand in waiting order, then those who are not on the waiting list', () => {
  const standing = standingOf(outcome)
  expect(standing.granted.map(({ seat }) => seat)).toEqual([1, 2])
  expect(standing.waiting.map(({ application, place }) => [application, place])).toEqual([
    ['banda', 1],
    ['kone', undefined],
  ])
  expect(standing.gated).toEqual([{ application: 'late', gates: ['complete'] }])
  expect(countsOf(outcome)).toEqual({ granted: 2, refused: 2, gated: 1, paid: 700_000, free: 200_000 })
})

test('two results differ in who enters, who leaves and in packages', () => {
  const seat = (application: string, code = 'full') => ({ application, package: code, seat: 1, turn: 'OPEN', fill: false, amount: 1 })
  const changes = changesBetween({ granted: [seat('a'), seat('b'), seat('c')] }, { granted: [seat('d'), seat('b', 'part'), seat('c')] })
  expect(changes).toEqual({ enter: ['d'], leave: ['a'], packages: [{ application: 'b', from: 'full', to: 'part' }] })
  expect(isSame(changesBetween(outcome, outcome))).toBe(true)
})

// --- the pictures ----------------------------------------------------------------------------------------------------

test('the parts of a fund add up to its amount', () => {
  const { kinds, rows } = moneyFigure(outcome, sponsorship, english)
  for (const { id, parts } of rows) expect(parts.reduce((a, b) => a + b), id).toBe(sponsorship.funds[id]!.amount)
  expect(kinds[1]).toBe(english.t('workbench.money_held'))
})

test('a reserve stands against its floor', () => {
  expect(reservesFigure(outcome, policy, english).rows).toEqual([{ id: 'women', label: 'Women', parts: [1], floor: 1 }])
})

test('applicants are counted by an attribute of the terms, with a row for those who do not have it', () => {
  const region = {
    name: 'region',
    label: 'Region',
    values: [
      { value: 'AFR', label: 'Africa' },
      { value: 'EUR', label: 'Europe' },
    ],
  }
  const { rows } = attributeFigure(outcome, sponsorship, terms, region, english)
  expect(rows.map(({ label, parts }) => [label, ...parts])).toEqual([
    ['Africa', 1, 2],
    [english.t('workbench.unknown_value'), 1, 0],
  ])
})

test('seats of a reserve are counted also where a result knows no reserve', () => {
  expect(seatsOf(outcome, { gender: 'F' }, sponsorship, terms)).toBe(outcome.reserves.women!.members)
  expect(seatsOf(outcome, { category: 'observer' }, sponsorship, terms)).toBeUndefined()
})

test('what is unsaid is no attribute, and an answer that was not given is as usual', () => {
  const attributes = attributesOf({ ...sponsorship.applications.moussa!, gender: 'undisclosed' }, terms)
  expect(attributes).not.toHaveProperty('gender')
  expect(attributes.speaks).toBe(false)
})

// --- the setup -------------------------------------------------------------------------------------------------------

test('a budget that equals the fund is no change', () => {
  const changed = setups.withAmount(setup, 'africa', { amount: 500_000 }, 600_000)
  expect(changed.amounts).toEqual({ africa: 600_000 })
  expect(setups.withAmount(changed, 'africa', { amount: 500_000 }, 500_000)).toEqual(setup)
})

test('lines are added, replaced, moved and taken out', () => {
  const line = { id: 'x', label: { en: 'X' }, pts: 3, who: {} }
  const added = setups.withLine(setup, 'points', setup.policy.points.length, line)
  expect(added.policy.points.at(-1)).toEqual(line)
  expect(setups.moved(added, 'points', added.policy.points.length - 1, -1).policy.points.at(-2)).toEqual(line)
  expect(setups.withLine(added, 'points', setup.policy.points.length, null)).toEqual(setup)
  expect(setups.withOverride(setup, 'LAO', 3).policy.state_cap.overrides).toEqual({ LAO: 3 })
})

test('what is saved or published is asked for by name, and anything else as it stands', () => {
  const scenario = { setup: setups.withAmount(setup, 'africa', { amount: 1 }, 2) }
  expect(setups.sourceOf(scenario.setup, terms, { id: 's1', scenario })).toEqual({ scenario: 's1' })
  expect(setups.sourceOf(setups.published(terms), terms)).toEqual({})
  const tried = setups.plainPoints(setup)
  expect(setups.sourceOf(tried, terms, { id: 's1', scenario })).toEqual({ setup: tried })
  expect(tried.policy).toMatchObject({ rounds: false, reserves: [] })
})

test('two setups are the same whatever the order of their names', () => {
  const { policy: same, amounts } = setup
  expect(setups.sameSetup({ amounts, policy: same }, setup)).toBe(true)
  expect(setups.sameSetup(setups.withPolicy(setup, { rounds: false }), setup)).toBe(false)
})

test('a slider ends at a round number that leaves room', () => {
  expect(setups.sliderTop(1_500_000, 100)).toBe(5_000_000)
  expect(setups.sliderTop(0, 100_000)).toBe(100_000)
})

test('a path of the server is found in the setup, whether it was tried or saved', () => {
  expect(setups.pathInSetup('/source/setup/policy/points/3/pts')).toBe('policy/points/3/pts')
  expect(setups.pathInSetup('/setup/amounts/africa')).toBe('amounts/africa')
})

// --- asking while a slider moves -------------------------------------------------------------------------------------

function asking() {
  const world = new FakeWorld()
  const asked: { question: number; answer(text: string): void; fail(error: Error): void }[] = []
  const newest = new Newest<number, string>(
    (question) => new Promise((answer, fail) => asked.push({ question, answer, fail })),
    world,
    () => {},
  )
  return { world, asked, newest }
}

test('a slider that moves asks once it rests', async () => {
  const { world, asked, newest } = asking()
  newest.put(1)
  newest.put(2)
  expect(newest.state.updating).toBe(true)
  await world.pass(debounce)
  expect(asked.map(({ question }) => question)).toEqual([2])
})

test('one question is on its way at a time, and of those that wait the newest is asked', async () => {
  const { world, asked, newest } = asking()
  newest.put(1)
  await world.pass(debounce)
  newest.put(2)
  await world.pass(debounce)
  newest.put(3)
  await world.pass(debounce)
  expect(asked).toHaveLength(1)
  asked[0]!.answer('one')
  await settled()
  expect(newest.state).toMatchObject({ last: { question: 1, answer: 'one' }, updating: true })
  expect(asked.map(({ question }) => question)).toEqual([1, 3])
  asked[1]!.answer('three')
  await settled()
  expect(newest.state).toEqual({ last: { question: 3, answer: 'three' }, error: null, updating: false })
})

test('the last answer stays when a question is refused', async () => {
  const { world, asked, newest } = asking()
  newest.put(1)
  await world.pass(debounce)
  asked[0]!.answer('one')
  await settled()
  newest.put(2)
  await world.pass(debounce)
  asked[1]!.fail(new Error('no'))
  await settled()
  expect(newest.state).toMatchObject({ last: { question: 1 }, error: new Error('no'), updating: false })
})

test('nothing is told after the end', async () => {
  const { world, asked, newest } = asking()
  newest.put(1)
  await world.pass(debounce)
  newest.stop()
  asked[0]!.answer('one')
  await settled()
  expect(newest.state.last).toBeNull()
})
