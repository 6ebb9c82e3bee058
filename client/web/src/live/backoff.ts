// How long to wait before the n-th try: exponential with full jitter, so that a whole meeting does not return at once.

export interface Backoff {
  base: number
  cap: number
}

export const reconnectBackoff: Backoff = { base: 500, cap: 20_000 }

/** Milliseconds before try number `attempt` (0 is the first); `random` yields [0, 1). */
export function delayBefore(attempt: number, random: () => number, { base, cap }: Backoff = reconnectBackoff): number {
  const ceiling = Math.min(cap, base * 2 ** Math.min(attempt, 16))
  return Math.round(ceiling / 4 + random() * (ceiling * 3) / 4)
}
