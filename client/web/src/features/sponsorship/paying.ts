// Who pays what. Pure.

import type { Application } from '../../wire'

/** What each fund pays of an award, in the order of the ledger. */
export function paidByFund(payments: Application['payments']): [string, number][] {
  const paid = new Map<string, number>()
  for (const { fund, amount } of payments) paid.set(fund, (paid.get(fund) ?? 0) + amount)
  return [...paid]
}

/** Kinds of cost as a restriction: all of them, or none said, is none. */
export function kindsPaid(chosen: readonly string[], all: readonly string[]): string[] | undefined {
  return chosen.length === 0 || all.every((kind) => chosen.includes(kind)) ? undefined : [...chosen]
}
