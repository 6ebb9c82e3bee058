import type { EventsLike } from '../../src/live/events_wire'
import type { JsonObject, World } from '../../src/live/types'
import type { SocketLike } from '../../src/live/web_socket_wire'

/** A world whose time stands still until it is turned. */
export class FakeWorld implements World {
  private x_now = 1_000_000
  private x_next = 1
  private x_timers = new Map<number, { at: number; run: () => void }>()

  now() {
    return this.x_now
  }
  random() {
    return 0.5
  }
  setTimeout(run: () => void, ms: number) {
    const handle = this.x_next++
    this.x_timers.set(handle, { at: this.x_now + ms, run })
    return handle
  }
  clearTimeout(handle: unknown) {
    this.x_timers.delete(handle as number)
  }

  /** Let `ms` go by, running what falls due in its order, and the promises in between. */
  async pass(ms: number) {
    const until = this.x_now + ms
    for (;;) {
      const due = [...this.x_timers].filter(([, t]) => t.at <= until).sort(([, a], [, b]) => a.at - b.at)[0]
      if (due === undefined) break
      this.x_timers.delete(due[0])
      this.x_now = Math.max(this.x_now, due[1].at)
      due[1].run()
      await settled()
    }
    this.x_now = until
    await settled()
  }
}

/** Lets every promise that can go on do so. */
export async function settled() {
  for (let i = 0; i < 20; i++) await Promise.resolve()
}

interface Sent {
  id: number
  method: string
  params: JsonObject
}

export class FakeSocket implements SocketLike {
  onopen: (() => void) | null = null
  onmessage: ((event: { data: unknown }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  sent: Sent[] = []
  closed = false

  send(text: string) {
    this.sent.push(JSON.parse(text) as Sent)
  }
  close() {
    this.closed = true
  }

  say(message: object) {
    this.onmessage?.({ data: JSON.stringify({ jsonrpc: '2.0', ...message }) })
  }
  answer(sent: Sent, result: unknown) {
    this.say({ id: sent.id, result })
  }
  notify(method: string, params: object) {
    this.say({ method, params })
  }
  drop(code = 1006, reason = '') {
    this.onclose?.({ code, reason })
  }
  last(method: string): Sent {
    const found = this.sent.findLast((s) => s.method === method)
    if (found === undefined) throw new Error(`no ${method} was sent`)
    return found
  }
  count(method: string) {
    return this.sent.filter((s) => s.method === method).length
  }
}

export class FakeEvents implements EventsLike {
  onmessage: ((event: { data: string }) => void) | null = null
  onerror: (() => void) | null = null
  closed = false
  constructor(readonly url: string) {}
  addEventListener() {}
  close() {
    this.closed = true
  }
  notify(method: string, params: object) {
    this.onmessage?.({ data: JSON.stringify({ jsonrpc: '2.0', method, params }) })
  }
}

export class FakeStorage {
  private x_items = new Map<string, string>()
  getItem(key: string) {
    return this.x_items.get(key) ?? null
  }
  setItem(key: string, value: string) {
    this.x_items.set(key, value)
  }
  removeItem(key: string) {
    this.x_items.delete(key)
  }
}
