// Asks while somebody moves a slider: one question at a time, the newest wins, and the last answer stays until the next. Pure
// but for the world it is given.

import type { World } from '../../live/types'

export interface Answered<Q, A> {
  question: Q
  answer: A
}

export interface Asking<Q, A> {
  /** The last answer, with the question that it belongs to. */
  last: Answered<Q, A> | null
  /** What was wrong with the newest question; null while it is asked. */
  error: unknown
  /** The newest question is not answered yet. */
  updating: boolean
}

/** For how many milliseconds a slider has to rest. */
export const debounce = 50

export class Newest<Q, A> {
  private x_state: Asking<Q, A> = { last: null, error: null, updating: false }
  private x_next: { question: Q } | null = null
  private x_asking = false
  private x_timer: unknown
  private x_stopped = false

  constructor(
    private x_ask: (question: Q) => Promise<A>,
    private x_world: Pick<World, 'setTimeout' | 'clearTimeout'>,
    private x_tell: () => void,
  ) {}

  /** A new object after every change. */
  get state(): Asking<Q, A> {
    return this.x_state
  }

  put(question: Q): void {
    this.x_next = { question }
    if (!this.x_state.updating) this.x_set({ updating: true })
    this.x_world.clearTimeout(this.x_timer)
    this.x_timer = this.x_world.setTimeout(() => this.x_send(), debounce)
  }

  /** Nothing is asked or told any more. */
  stop(): void {
    this.x_stopped = true
    this.x_world.clearTimeout(this.x_timer)
  }

  private x_send() {
    if (this.x_asking || this.x_next === null || this.x_stopped) return
    const { question } = this.x_next
    this.x_next = null
    this.x_asking = true
    const settle = (change: Partial<Asking<Q, A>>) => {
      this.x_asking = false
      const updating = this.x_next !== null
      if (!updating || change.last !== undefined) this.x_set({ ...change, updating })
      if (updating) this.x_send()
    }
    this.x_ask(question).then(
      (answer) => settle({ last: { question, answer }, error: null }),
      (error: unknown) => settle({ error }),
    )
  }

  private x_set(change: Partial<Asking<Q, A>>) {
    if (this.x_stopped) return
    this.x_state = { ...this.x_state, ...change }
    this.x_tell()
  }
}
