// Who has a seat, as notified and as proposed, and what one changes against the other. Pure.

import type { AllocationOutcome, Application, Proposal } from '../../wire'

export interface Seat {
  package: string
  amount: number
}

/** Seats by application. */
export type Seats = Record<string, Seat>

export interface Differences {
  /** Applications that have a seat only after, in the order of the seats. */
  enter: { application: string; seat: Seat }[]
  leave: { application: string; seat: Seat }[]
  change: { application: string; before: Seat; after: Seat }[]
  /** How many seats are the same. */
  same: number
}

export function seatsOf({ granted }: Pick<AllocationOutcome, 'granted'>): Seats {
  return Object.fromEntries(granted.map((seat) => [seat.application, { package: seat.package, amount: seat.amount }]))
}

const still_held = (application: Application) =>
  application.award?.state === 'notified' || application.award?.state === 'accepted'

/** When people were last notified; null while nobody was. */
export function lastNotified(proposals: Record<string, Proposal>): string | null {
  const all = Object.values(proposals).flatMap(({ notified }) => notified ?? [])
  return all.sort().at(-1) ?? null
}

/** The seats as they were notified at `since`: those that are still held, and those that were given back after it. */
export function notifiedSeats(applications: Record<string, Application>, since: string | null): Seats {
  const seats: Seats = {}
  for (const [id, application] of Object.entries(applications)) {
    const { award } = application
    if (award === undefined) continue
    const given_back_since = since !== null && (award.answered ?? '') > since
    if (still_held(application) || given_back_since) seats[id] = { package: award.package, amount: award.total }
  }
  return seats
}

export function differences(before: Seats, after: Seats): Differences {
  const found: Differences = { enter: [], leave: [], change: [], same: 0 }
  for (const [application, seat] of Object.entries(after)) {
    const earlier = before[application]
    if (earlier === undefined) found.enter.push({ application, seat })
    else if (earlier.package === seat.package && earlier.amount === seat.amount) found.same += 1
    else found.change.push({ application, before: earlier, after: seat })
  }
  for (const [application, seat] of Object.entries(before)) {
    if (after[application] === undefined) found.leave.push({ application, seat })
  }
  return found
}

/** Applications with a seat in `outcome` that have been withdrawn, or whose award was given back, since it was made. */
export function goneSince(outcome: Pick<AllocationOutcome, 'granted'>, applications: Record<string, Application>): string[] {
  return outcome.granted
    .map((seat) => seat.application)
    .filter((id) => {
      const application = applications[id]
      if (application === undefined || application.state === 'withdrawn') return true
      return application.award !== undefined && !still_held(application)
    })
}
