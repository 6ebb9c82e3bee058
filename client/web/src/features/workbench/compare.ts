// Several allocations beside each other: which ones, and for whom they differ. Pure.

import type { AllocationOutcome, AllocationsTopic, Proposal, SponsorshipTerms } from '../../wire'
import { plainPoints, published } from './setup'
import type { Tried } from './use_outcome'

export interface PackageChange {
  application: string
  from: string
  to: string
}

export interface Changes {
  /** In the turn order of the result in which they have a seat. */
  enter: string[]
  leave: string[]
  packages: PackageChange[]
}

type Seats = Pick<AllocationOutcome, 'granted'>

/** What becomes different for whom when `other` takes the place of `base`. */
export function changesBetween(base: Seats, other: Seats): Changes {
  const packagesIn = ({ granted }: Seats) => new Map(granted.map((seat) => [seat.application, seat.package]))
  const before = packagesIn(base)
  const after = packagesIn(other)
  return {
    enter: [...after.keys()].filter((id) => !before.has(id)),
    leave: [...before.keys()].filter((id) => !after.has(id)),
    packages: [...after].flatMap(([application, to]) => {
      const from = before.get(application)
      return from === undefined || from === to ? [] : [{ application, from, to }]
    }),
  }
}

export const isSame = ({ enter, leave, packages }: Changes): boolean => enter.length + leave.length + packages.length === 0

/** The proposal that was notified last. */
export function lastNotified({ proposals }: AllocationsTopic): [string, Proposal] | undefined {
  const notified = Object.entries(proposals).filter(([, { notified: at }]) => at !== undefined)
  return notified.sort(([, a], [, b]) => (a.notified ?? '').localeCompare(b.notified ?? '')).at(-1)
}

const scenario_prefix = 'scenario.'
export const scenarioKey = (id: string): string => `${scenario_prefix}${id}`

/** What can be compared, by the key that stands in the address: the published policy, the last notified proposal, the saved
 * scenarios, and the plain points list of the first of those that is `chosen`. */
export function comparable(
  terms: Pick<SponsorshipTerms, 'policy'>,
  allocations: AllocationsTopic,
  chosen: readonly string[],
): Map<string, Tried> {
  const found = new Map<string, Tried>([['published', { source: {}, setup: published(terms) }]])
  const last = lastNotified(allocations)
  if (last !== undefined) found.set('proposal', { source: { proposal: last[0] }, setup: last[1].setup })
  for (const [id, { setup }] of Object.entries(allocations.scenarios)) found.set(scenarioKey(id), { source: { scenario: id }, setup })
  const base = chosen.map((key) => found.get(key)).find((each) => each !== undefined)
  const plain = plainPoints(base?.setup ?? published(terms))
  return found.set('plain', { source: { setup: plain }, setup: plain })
}
