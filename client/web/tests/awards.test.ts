import { expect, test } from 'vitest'
import { letterAddress, reportAddress } from '../src/features/awards/addresses'
import { inOrderOfUrgency, isOverdue, lettersOf, nextSteps, tallies, waitingList, withAward } from '../src/features/awards/progress'
import { differences, goneSince, lastNotified, notifiedSeats, seatsOf } from '../src/features/awards/seats'
import { isNumber, openProposal, stageOf, tellings, whyNotPropose } from '../src/features/awards/stages'
import { application, award, policy, proposal } from './support/sponsorship'

const notified_at = '2026-03-01T00:00:00Z'
const seat = (id: string, code = 'full', amount = 100_00, turn = 'OPEN') => ({
  seat: 1,
  application: id,
  package: code,
  turn,
  fill: false,
  amount,
})
const approval = (by: string) => ({ by, at: '2026-02-21T00:00:00Z' })

test('a result differs from another by who enters, who leaves, and whose package or amount changes', () => {
  const before = seatsOf({ granted: [seat('a'), seat('b'), seat('c'), seat('d')] })
  const after = seatsOf({ granted: [seat('a'), seat('b', 'part'), seat('c', 'full', 90_00), seat('e')] })
  const found = differences(before, after)
  expect(found.enter.map((one) => one.application)).toEqual(['e'])
  expect(found.leave.map((one) => one.application)).toEqual(['d'])
  expect(found.change.map((one) => one.application)).toEqual(['b', 'c'])
  expect(found.same).toBe(1)
})

test('a seat given back after the last notification still counts as notified, one given back before it does not', () => {
  const applications = {
    held: application({ award: award({ state: 'accepted', answered: '2026-03-02T00:00:00Z' }) }),
    after: application({ award: award({ state: 'declined', answered: '2026-03-02T00:00:00Z' }) }),
    before: application({ award: award({ state: 'cancelled', answered: '2026-02-02T00:00:00Z' }) }),
    refused: application(),
  }
  expect(Object.keys(notifiedSeats(applications, notified_at))).toEqual(['held', 'after'])
  expect(lastNotified({ p0: proposal({ notified: '2026-02-01T00:00:00Z' }), p1: proposal({ notified: notified_at }) })).toBe(notified_at)
  expect(lastNotified({ p0: proposal() })).toBeNull()
})

test('whoever withdrew or gave the award back since a result was made is named', () => {
  const applications = {
    stays: application({ award: award() }),
    new: application(),
    withdrew: application({ state: 'withdrawn' }),
    declined: application({ award: award({ state: 'declined' }) }),
  }
  expect(goneSince({ granted: Object.keys(applications).map((id) => seat(id)) }, applications)).toEqual(['withdrew', 'declined'])
})

test('a proposal is approved by two different people, never by one twice', () => {
  expect(stageOf(proposal({ approvals: [approval('x')] }))).toBe('proposed')
  expect(stageOf(proposal({ approvals: [approval('x'), approval('x')] }))).toBe('proposed')
  expect(stageOf(proposal({ approvals: [approval('x'), approval('y')] }))).toBe('approved')
  expect(stageOf(proposal({ superseded: true, approvals: [approval('x'), approval('y')] }))).toBe('superseded')
  expect(stageOf(proposal({ notified: notified_at }))).toBe('notified')
})

test('only a proposal that is neither replaced nor notified is open', () => {
  const proposals = {
    old: proposal({ superseded: true, at: '2026-02-22T00:00:00Z' }),
    told: proposal({ notified: notified_at, at: '2026-02-23T00:00:00Z' }),
    now: proposal(),
  }
  expect(openProposal(proposals)?.[0]).toBe('now')
  expect(openProposal({ told: proposals.told })).toBeUndefined()
})

test('nothing can be proposed without terms, before applications close, or before the lots are drawn', () => {
  const terms = { closes: '2026-02-01T00:00:00Z', policy: policy(), files: [], assessments: [], labels: [], packages: [] }
  const closing = Date.parse(terms.closes)
  expect(whyNotPropose({ files: [], assessments: [], labels: [], packages: [] }, closing)).toBe('no_terms')
  expect(whyNotPropose(terms, closing - 1)).toBe('still_open')
  expect(whyNotPropose(terms, closing)).toBe('not_drawn')
  expect(whyNotPropose({ ...terms, seed: 's' }, closing)).toBeNull()
})

test('nobody is told again what they were told before', () => {
  const details = { extent: 'whole' as const, reason: 'r', survivor: false, companion: false }
  const said = (over: object) => ({ notified: notified_at, reason: 'FUNDS', gates: [], lacking: 5, place: 1, ...over })
  const applications = {
    same: application({ details, refusal: said({}) }),
    moved: application({ details, refusal: said({ place: 1 }) }),
    gated: application({ details, refusal: said({ reason: 'GATE', gates: ['complete'], lacking: undefined, place: undefined }) }),
    new: application({ details }),
    withdrew: application({ details, state: 'withdrawn' }),
    forgotten: application(),
  }
  const short = { reason: 'FUNDS', step: 0, turn: 'OPEN', tight: [], lacking: 5 }
  const outcome = {
    granted: [seat('a', 'full', 1, 'LOCKED'), seat('b')],
    refused: { same: short, moved: short, new: short, forgotten: short },
    gated: { gated: ['complete'], withdrew: ['WITHDRAWN'] },
    waiting: ['same', 'moved'],
  }
  expect(tellings(outcome, applications)).toEqual({ awards: 1, refusals: 2 })
})

test('a number is known in the digits of every language, and nothing else is', () => {
  expect(isNumber(' 17 ', 17)).toBe(true)
  expect(isNumber('١٧', 17)).toBe(true)
  expect(isNumber('۱۷', 17)).toBe(true)
  expect(isNumber('', 0)).toBe(false)
  expect(isNumber('18', 17)).toBe(false)
  expect(isNumber('17 people', 17)).toBe(false)
})

test('an answer is overdue only while it is awaited and its time has passed', () => {
  const due = Date.parse(award().answer_by)
  expect(isOverdue(application({ award: award() }), due)).toBe(false)
  expect(isOverdue(application({ award: award() }), due + 1)).toBe(true)
  expect(isOverdue(application({ award: award({ state: 'accepted' }) }), due + 1)).toBe(false)
})

test('awards stand by how soon an answer is due, then by state and name', () => {
  const applications = {
    declined: application({ award: award({ state: 'declined' }) }),
    zoe: application({ name: 'Zoe', award: award({ state: 'accepted' }) }),
    amy: application({ name: 'Amy', award: award({ state: 'accepted' }) }),
    later: application({ award: award({ answer_by: '2026-04-01T00:00:00Z' }) }),
    sooner: application({ award: award() }),
    none: application(),
  }
  const entries = withAward({ applications })
  expect(inOrderOfUrgency(entries).map(([id]) => id)).toEqual(['sooner', 'later', 'amy', 'zoe', 'declined'])
  expect(tallies(entries).accepted).toEqual({ count: 2, amount: 200_00 })
  expect(tallies(entries).cancelled).toEqual({ count: 0, amount: 0 })
})

test('on the waiting list are those who were given a place, and have neither a seat nor withdrawn since', () => {
  const refusal = (place?: number) => ({ notified: notified_at, reason: 'FUNDS', gates: [], ...(place === undefined ? {} : { place }) })
  const applications = {
    second: application({ refusal: refusal(2) }),
    first: application({ refusal: refusal(1) }),
    off: application({ refusal: refusal() }),
    seated: application({ refusal: refusal(3), award: award() }),
    withdrew: application({ refusal: refusal(4), state: 'withdrawn' }),
  }
  expect(waitingList({ applications }).map(([id]) => id)).toEqual(['first', 'second'])
})

test('letters wait with an address or without one, and the one sent last stands first', () => {
  const applications = {
    none: application(),
    ready: application({ letter: { by_email: false } }),
    homeless: application({ letter: { by_email: false }, has_address: false }),
    early: application({ letter: { by_email: true, sent: '2026-03-02T00:00:00Z' } }),
    late: application({ letter: { by_email: false, sent: '2026-03-03T00:00:00Z' }, has_address: false }),
  }
  const { ready, unaddressed, sent } = lettersOf({ applications })
  expect(ready.map(([id]) => id)).toEqual(['ready'])
  expect(unaddressed.map(([id]) => id)).toEqual(['homeless'])
  expect(sent.map(([id]) => id)).toEqual(['late', 'early'])
})

test('what has to be done next follows from awards, letters and the open proposal', () => {
  const applications = {
    late: application({ award: award(), letter: { by_email: false } }),
    free: application({ award: award({ state: 'declined', answered: '2026-03-05T00:00:00Z' }) }),
    refilled: application({ award: award({ state: 'cancelled', answered: '2026-02-05T00:00:00Z' }) }),
  }
  const sponsorship = { applications, funds: {} }
  const proposals = { told: proposal({ notified: notified_at }), now: proposal({ approvals: [approval('x'), approval('y')] }) }
  const now = Date.parse('2026-04-01T00:00:00Z')
  expect(nextSteps(sponsorship, { proposals, scenarios: {} }, now)).toEqual({ overdue: 1, free: 1, letters: 1, proposal: 'approved' })
  expect(nextSteps({ applications: {}, funds: {} }, { proposals: {}, scenarios: {} }, now)).toEqual({
    overdue: 0,
    free: 0,
    letters: 0,
    proposal: null,
  })
})

test('papers have addresses in which nothing of a name is left to chance', () => {
  expect(letterAddress('11 msp', 'a/1')).toBe('/exports/11%20msp/letter-a%2F1.pdf')
  expect(reportAddress('11msp', 'donors', 'xlsx', 'ar')).toBe('/exports/11msp/sponsorship-donors.xlsx?lang=ar')
  expect(reportAddress('11msp', 'audit', 'json', 'en', 'p 1')).toBe('/exports/11msp/sponsorship-audit.json?lang=en&proposal=p+1')
})
