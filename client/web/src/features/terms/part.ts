// The terms are one thing with one version; each form changes a part of them. Pure.

import type { AllocationPolicy, PackageRule, SponsorshipTerms } from '../../wire'

/** A number that changes when the part does, so that a form is disturbed only by changes of what it shows (FNV-1a). */
export function partVersion(part: unknown): number {
  let hash = 0x811c9dc5
  for (const unit of JSON.stringify(part) ?? '') hash = Math.imul(hash ^ unit.codePointAt(0)!, 0x01000193) >>> 0
  return hash
}

const nothing_said: AllocationPolicy = {
  contingency_bp: 0,
  rounds: true,
  precedence: 'reserves',
  release: 'exhausted',
  points: [],
  state_cap: { usual: 2, overrides: {} },
  reserves: [],
  caps: [],
  gates: [],
}

/** What terms begin with, before anything but the deadline is known: one package, which pays all costs. */
export function newTerms(closes: string, answer_days: number, fare_kind: string, package_name: PackageRule['name']): SponsorshipTerms {
  return {
    closes,
    answer_days,
    packages: [{ code: 'FULL', name: package_name }],
    files: [],
    assessments: [],
    delegations: [],
    labels: [],
    fares: { fare_kind, nights: 0, routes: [], rates: [], fares: [] },
    policy: nothing_said,
  }
}

/** The list with `item` in the place of the one at `at`, or at its end. */
export function putAt<T>(items: readonly T[], at: number | null, item: T): T[] {
  return at === null ? [...items, item] : items.map((old, i) => (i === at ? item : old))
}

/** The list with the item at `at` one place nearer to its beginning. */
export function movedUp<T>(items: readonly T[], at: number): T[] {
  const moved = [...items]
  const [item] = moved.splice(at, 1)
  if (item !== undefined) moved.splice(Math.max(0, at - 1), 0, item)
  return moved
}

/** What may be an identifier on the wire: 1 to 64 letters, digits, point, underscore, tilde, hyphen. */
export function isIdentifier(text: string): boolean {
  return /^[A-Za-z0-9._~-]{1,64}$/.test(text)
}
