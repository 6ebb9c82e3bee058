// The server's clock seen from here: an offset and the error of it, from pings (Cristian's algorithm).

export interface Offset {
  /** Add this to the local clock to get the server's, in milliseconds. */
  offset: number
  /** The true offset lies within ± this many milliseconds. */
  error: number
}

/** How much a local clock may drift, in milliseconds a millisecond: old samples lose their worth by this. */
const drift = 50e-6

export class Clock {
  private x_best: (Offset & { at: number }) | null = null

  /** Take in one ping: sent and received by the local clock, the server's time in between. */
  sample(sent: number, received: number, server: number): void {
    const error = Math.max(0, (received - sent) / 2)
    const offset = server - (sent + received) / 2
    const known = this.estimate(received)
    const jumped = known !== null && Math.abs(offset - known.offset) > error + known.error
    if (known === null || jumped || error <= known.error) this.x_best = { offset, error, at: received }
  }

  /** What is known at local time `now`, or null before the first ping. */
  estimate(now: number): Offset | null {
    if (this.x_best === null) return null
    return { offset: this.x_best.offset, error: this.x_best.error + Math.abs(now - this.x_best.at) * drift }
  }

  /** The server's time at local time `now`; the local time itself before the first ping. */
  serverTime(now: number): number {
    return now + (this.x_best?.offset ?? 0)
  }
}
