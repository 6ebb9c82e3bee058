// A result as the lists that the committee reads. Pure.

import type { AllocationOutcome, GrantedSeat, RefusedApplication } from '../../wire'

export interface Waiting {
  application: string
  /** On the waiting list, from 1; absent where not on it. */
  place: number | undefined
  refused: RefusedApplication
}

export interface Standing {
  /** In turn order. */
  granted: GrantedSeat[]
  /** In waiting order; then whoever is refused and not on the waiting list, in the canonical order. */
  waiting: Waiting[]
  gated: { application: string; gates: string[] }[]
}

export function standingOf(outcome: AllocationOutcome): Standing {
  const listed = new Set(outcome.waiting)
  const rank = new Map(outcome.order.map((id, i) => [id, i]))
  const others = Object.keys(outcome.refused).filter((id) => !listed.has(id))
  others.sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))
  return {
    granted: [...outcome.granted].sort((a, b) => a.seat - b.seat),
    waiting: [...outcome.waiting, ...others].flatMap((application) => {
      const refused = outcome.refused[application]
      if (refused === undefined) return []
      return [{ application, refused, place: listed.has(application) ? outcome.waiting.indexOf(application) + 1 : undefined }]
    }),
    gated: Object.entries(outcome.gated).map(([application, gates]) => ({ application, gates })),
  }
}

export interface Counts {
  granted: number
  refused: number
  gated: number
  paid: number
  free: number
}

export function countsOf(outcome: AllocationOutcome): Counts {
  const sum = (part: 'paid' | 'free') => Object.values(outcome.funds).reduce((total, fund) => total + fund[part], 0)
  return {
    granted: outcome.granted.length,
    refused: Object.keys(outcome.refused).length,
    gated: Object.keys(outcome.gated).length,
    paid: sum('paid'),
    free: sum('free'),
  }
}
