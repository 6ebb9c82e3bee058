// What is tried in the workbench, and the ways to change it. Pure.

import type { AllocationPolicy, AllocationSetup, AllocationSource, Fund, Scenario, SponsorshipTerms } from '../../wire'

/** The parts of a policy that are lists of lines. */
export type ListPart = 'points' | 'reserves' | 'caps' | 'gates'
export type Line<P extends ListPart> = AllocationPolicy[P][number]

/** The published policy, with the funds as they are. */
export const published = (terms: Pick<SponsorshipTerms, 'policy'>): AllocationSetup => ({ policy: terms.policy, amounts: {} })

/** The same money and points, without reserves and without the turns of delegations. */
export const plainPoints = (setup: AllocationSetup): AllocationSetup => ({
  ...setup,
  policy: { ...setup.policy, rounds: false, reserves: [] },
})

export const withPolicy = (setup: AllocationSetup, change: Partial<AllocationPolicy>): AllocationSetup => ({
  ...setup,
  policy: { ...setup.policy, ...change },
})

export const amountOf = (setup: AllocationSetup, id: string, fund: Pick<Fund, 'amount'>): number => setup.amounts[id] ?? fund.amount

/** A budget for a fund; what the fund holds is no change. */
export function withAmount(setup: AllocationSetup, id: string, fund: Pick<Fund, 'amount'>, amount: number): AllocationSetup {
  const { [id]: _, ...others } = setup.amounts
  return { ...setup, amounts: amount === fund.amount ? others : { ...others, [id]: amount } }
}

/** The line at `index` replaced, or taken out where `line` is null; one past the end adds it. */
export function withLine<P extends ListPart>(setup: AllocationSetup, part: P, index: number, line: Line<P> | null): AllocationSetup {
  const lines: Line<P>[] = [...(setup.policy[part] as Line<P>[])]
  lines.splice(index, 1, ...(line === null ? [] : [line]))
  return withPolicy(setup, { [part]: lines })
}

/** The order of reserves decides who is asked first. */
export function moved<P extends ListPart>(setup: AllocationSetup, part: P, index: number, step: -1 | 1): AllocationSetup {
  const lines: Line<P>[] = [...(setup.policy[part] as Line<P>[])]
  const [line] = lines.splice(index, 1)
  if (line !== undefined) lines.splice(Math.max(0, index + step), 0, line)
  return withPolicy(setup, { [part]: lines })
}

/** How many seats one delegation may have; what is usual is no exception. */
export function withOverride(setup: AllocationSetup, delegation: string, seats: number | null): AllocationSetup {
  const { [delegation]: _, ...others } = setup.policy.state_cap.overrides
  const overrides = seats === null ? others : { ...others, [delegation]: seats }
  return withPolicy(setup, { state_cap: { ...setup.policy.state_cap, overrides } })
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, held]) => held !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, held]) => [key, canonical(held)]))
}

export const sameSetup = (a: AllocationSetup, b: AllocationSetup): boolean =>
  JSON.stringify(canonical(a)) === JSON.stringify(canonical(b))

/** How the server is asked for it: by name where it is saved or published, so that what is tried is recorded as that. */
export function sourceOf(
  setup: AllocationSetup,
  terms: Pick<SponsorshipTerms, 'policy'>,
  saved?: { id: string; scenario: Pick<Scenario, 'setup'> },
): AllocationSource {
  if (saved !== undefined && sameSetup(setup, saved.scenario.setup)) return { scenario: saved.id }
  return sameSetup(setup, published(terms)) ? {} : { setup }
}

/** Where a slider for an amount that is now `value` ends: a round number, at least twice as much. */
export function sliderTop(value: number, least: number): number {
  const wanted = Math.max(value * 2, least)
  const unit = 10 ** Math.floor(Math.log10(wanted))
  return ([1, 2, 5, 10].find((times) => times * unit >= wanted) ?? 10) * unit
}

/** What a refusal of the server says about a part of a setup, by its path without what stands before the setup. */
export const pathInSetup = (path: string): string => path.replace(/^(\/source)?\/setup\//, '')
