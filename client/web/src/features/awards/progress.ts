// How far awards and letters are, and what has to be done next. Pure.

import type { AllocationsTopic, Application, SponsorshipTopic } from '../../wire'
import { lastNotified } from './seats'
import { openProposal, stageOf } from './stages'

export type Entry = [id: string, application: Application]

export const award_states = ['notified', 'accepted', 'declined', 'cancelled'] as const
type AwardState = (typeof award_states)[number]

export interface Tally {
  count: number
  amount: number
}

export type AwardTallies = Record<AwardState, Tally>

export function withAward({ applications }: Pick<SponsorshipTopic, 'applications'>): Entry[] {
  return Object.entries(applications).filter(([, { award }]) => award !== undefined)
}

export function tallies(entries: readonly Entry[]): AwardTallies {
  const all = Object.fromEntries(award_states.map((state) => [state, { count: 0, amount: 0 }])) as AwardTallies
  for (const [, { award }] of entries) {
    if (award === undefined) continue
    all[award.state].count += 1
    all[award.state].amount += award.total
  }
  return all
}

/** The answer was due before `now` (milliseconds), and has not come. */
export function isOverdue({ award }: Application, now: number): boolean {
  return award?.state === 'notified' && Date.parse(award.answer_by) < now
}

/** Overdue first, then those who have to answer soonest, then by name. */
export function inOrderOfUrgency(entries: readonly Entry[]): Entry[] {
  const urgency = ({ award }: Application) => (award?.state === 'notified' ? award.answer_by : '~')
  return [...entries].sort(([, a], [, b]) => {
    if (urgency(a) !== urgency(b)) return urgency(a) < urgency(b) ? -1 : 1
    const [s, t] = [a, b].map(({ award }) => award_states.indexOf(award?.state ?? 'cancelled')) as [number, number]
    return s - t || (a.name ?? '').localeCompare(b.name ?? '')
  })
}

/** Who was told that they wait, the first in line first. */
export function waitingList({ applications }: Pick<SponsorshipTopic, 'applications'>): Entry[] {
  const place = ({ refusal }: Application) => refusal?.place ?? Infinity
  return Object.entries(applications)
    .filter(([, a]) => a.state === 'received' && a.award === undefined && a.refusal?.place !== undefined)
    .sort(([, a], [, b]) => place(a) - place(b))
}

export interface Letters {
  /** To be sent, and there is an address. */
  ready: Entry[]
  /** To be sent, by hand: there is no address. */
  unaddressed: Entry[]
  /** The one sent last first. */
  sent: Entry[]
}

export function lettersOf({ applications }: Pick<SponsorshipTopic, 'applications'>): Letters {
  const all = Object.entries(applications).filter(([, { letter }]) => letter !== undefined)
  const waiting = all.filter(([, { letter }]) => letter?.sent === undefined)
  return {
    ready: waiting.filter(([, { has_address }]) => has_address),
    unaddressed: waiting.filter(([, { has_address }]) => !has_address),
    sent: all
      .filter(([, { letter }]) => letter?.sent !== undefined)
      .sort(([, a], [, b]) => (b.letter?.sent ?? '').localeCompare(a.letter?.sent ?? '')),
  }
}

export interface Steps {
  /** Answers that were due. */
  overdue: number
  /** Seats given back since people were last notified. */
  free: number
  letters: number
  /** A proposal that waits for approvals, or to be notified. */
  proposal: 'proposed' | 'approved' | null
}

export function nextSteps(sponsorship: SponsorshipTopic, allocations: AllocationsTopic, now: number): Steps {
  const since = lastNotified(allocations.proposals)
  const open = openProposal(allocations.proposals)
  const { ready, unaddressed } = lettersOf(sponsorship)
  const given_back = ({ award }: Application) =>
    (award?.state === 'declined' || award?.state === 'cancelled') && since !== null && (award.answered ?? '') > since
  return {
    overdue: withAward(sponsorship).filter(([, application]) => isOverdue(application, now)).length,
    free: withAward(sponsorship).filter(([, application]) => given_back(application)).length,
    letters: ready.length + unaddressed.length,
    proposal: open === undefined ? null : (stageOf(open[1]) as 'proposed' | 'approved'),
  }
}
