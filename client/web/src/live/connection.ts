// One lasting connection made of wires that come and go: requests and their answers, topics and their changes,
// reconnecting, falling over to the other wire, and noticing a line that has gone silent.

import { delayBefore } from './backoff'
import { Clock } from './clock'
import type { Keeping } from './keeping'
import { Mirror, topicKey, type Held, type Patch, type Snapshot } from './mirror'
import { Disconnected, organization, Refusal, type Json, type JsonObject, type Problem, type World } from './types'
import type { Closing, OpenWire, Wire } from './wire'

export type Phase =
  | 'connecting' // the first wire is being opened
  | 'open'
  | 'grace' // lost a moment ago; nothing is said yet
  | 'lost' // lost for longer than the grace
  | 'stopped' // closed by us, or the server said not to come back

export interface Status {
  phase: Phase
  /** Local time of the last word from the server; null while there was none. */
  heard: number | null
  /** Local time until which all that is followed and shown was current; null where nothing is shown. */
  as_of: number | null
  wire: Wire['name'] | null
  /** Whether the server can save changes now. */
  writable: boolean
  /** The close code with which the server sent us away for good, if it did. */
  dismissed: number | null
}

export interface ConnectionOptions {
  world: World
  /** In order of preference; the next one is taken when one cannot be opened twice in a row. */
  wires: OpenWire[]
  grace?: number
  /** Silence of this many milliseconds ends a wire: more than two heartbeats. */
  silence?: number
  pingEvery?: number
  answerWithin?: number
  /** A topic is still followed this long after its last listener has gone: the next screen may want it. */
  linger?: number
  /** A first wire that takes longer than this to open counts as lost. */
  openWithin?: number
  /** Where states are kept for the next visit. */
  keeping?: Keeping | null
}

interface Heartbeat {
  writable: boolean
}

interface ErrorObject {
  code?: number | string
  message?: string
  field?: string
  data?: { code?: string; problems?: Problem[] }
}

interface Pending {
  resolve(result: Json): void
  reject(error: Error): void
  timer: unknown
}

/** What a follower of a topic is told: its state, or why there is none. */
export interface TopicView {
  held: Held | undefined
  refused: Refusal | null
}

interface Followed {
  meeting: string
  topic: string
  listeners: Set<() => void>
  refused: Refusal | null
}

const tries_before_falling_over = 2
const do_not_come_back_from = 4500

/** Close codes of the server after which somebody has to look who is signed in. */
export const signed_out = 4501
export const rights_changed = 4502

/** A reason that begins with a number says after how many milliseconds to come back. */
function delayIn(reason: string): number | null {
  const found = /^(\d{1,6})\b/.exec(reason)?.[1]
  return found === undefined ? null : Number(found)
}

export class Connection {
  readonly mirror = new Mirror()
  readonly clock = new Clock()

  private x_world: World
  private x_wires: OpenWire[]
  private x_options: Required<Omit<ConnectionOptions, 'world' | 'wires'>>
  private x_wire: Wire | null = null
  private x_preferred = 0
  private x_failures = 0
  private x_attempt = 0
  private x_next_id = 1
  private x_opened = false
  private x_status: Status
  private x_pending = new Map<number, Pending>()
  private x_followed = new Map<string, Followed>()
  private x_status_listeners = new Set<() => void>()
  /** Topics whose state is from an earlier visit, not yet confirmed by the server, with the time until which it was current. */
  private x_recalled = new Map<string, number>()
  private x_timers: { retry?: unknown; grace?: unknown; silence?: unknown; ping?: unknown } = {}

  constructor({ world, wires, ...options }: ConnectionOptions) {
    this.x_world = world
    this.x_wires = wires
    this.x_options = { grace: 2000, silence: 40_000, pingEvery: 30_000, answerWithin: 20_000, linger: 20_000, openWithin: 5000, keeping: null, ...options }
    this.x_status = { phase: 'stopped', heard: null, as_of: null, wire: null, writable: true, dismissed: null }
  }

  get status(): Status {
    return this.x_status
  }

  get keeping(): Keeping | null {
    return this.x_options.keeping
  }

  /** Told of every change of `status`; returns how to stop that. */
  onStatus(listener: () => void): () => void {
    this.x_status_listeners.add(listener)
    return () => this.x_status_listeners.delete(listener)
  }

  start(): void {
    if (this.x_status.phase !== 'stopped') return
    this.x_set({ phase: 'connecting', dismissed: null })
    this.x_timers.grace = this.x_world.setTimeout(() => this.x_set({ phase: 'lost' }), this.x_options.openWithin)
    this.x_open()
  }

  stop(): void {
    this.x_end()
    this.x_world.clearTimeout(this.x_timers.grace)
    this.x_set({ phase: 'stopped', wire: null })
  }

  /** Begin anew, as after signing in or out: nothing that was held is kept. */
  restart(): void {
    this.stop()
    this.mirror.clear()
    this.x_recalled.clear()
    for (const followed of this.x_followed.values()) followed.refused = null
    for (const followed of this.x_followed.values()) for (const tell of followed.listeners) tell()
    this.start()
  }

  /** Try at once if we are waiting to, and look whether an open line still answers: the network may have changed. */
  nudge(): void {
    if (this.x_wire !== null && this.x_opened) {
      this.x_watch(5000)
      this.x_ping()
    } else if (this.x_status.phase !== 'stopped' && this.x_wire === null) {
      this.x_world.clearTimeout(this.x_timers.retry)
      this.x_open()
    }
  }

  /** Fails with Refusal when the server refuses, with Disconnected when no answer can come any more. */
  request(method: string, params: JsonObject): Promise<Json> {
    const wire = this.x_wire
    if (wire === null || !this.x_opened) return Promise.reject(new Disconnected())
    return this.x_expect((id) => wire.call({ id, method, params }))
  }

  /** Follow a topic for as long as anybody listens; `listener` is called when `view` has something new. */
  follow(meeting: string, topic: string, listener: () => void): () => void {
    const key = topicKey(meeting, topic)
    let followed = this.x_followed.get(key)
    if (followed === undefined) {
      followed = { meeting, topic, listeners: new Set(), refused: null }
      this.x_followed.set(key, followed)
      this.x_recall(meeting, topic)
      this.x_subscribe(meeting, [topic])
    }
    const mine = followed
    mine.listeners.add(listener)
    this.x_renew_as_of()
    return () => {
      if (!mine.listeners.delete(listener) || mine.listeners.size > 0) return
      this.x_renew_as_of()
      this.x_world.setTimeout(() => this.x_leave(key, mine), this.x_options.linger)
    }
  }

  view(meeting: string, topic: string): TopicView {
    const held = this.mirror.get(meeting, topic) ?? this.x_options.keeping?.get(meeting, topic)
    return { held, refused: this.x_followed.get(topicKey(meeting, topic))?.refused ?? null }
  }

  // --- wires -------------------------------------------------------------------------------------------------------

  private x_open() {
    const open = this.x_wires[this.x_preferred]
    if (open === undefined) return
    let mine: Wire | null = null
    let closed_already = false
    const current = () => mine === null || this.x_wire === mine
    mine = open({
      opened: () => current() && this.x_on_opened(),
      message: (message) => current() && this.x_on_message(message),
      closed: (closing) => {
        if (mine === null) closed_already = true
        if (current()) this.x_on_closed(closing)
      },
    })
    if (closed_already) return
    this.x_wire = mine
    this.x_watch(this.x_options.answerWithin)
  }

  private x_on_opened() {
    this.x_opened = true
    this.x_failures = 0
    this.x_attempt = 0
    this.x_world.clearTimeout(this.x_timers.grace)
    this.x_set({ phase: 'open', heard: this.x_world.now(), wire: this.x_wire?.name ?? null })
    this.x_watch(this.x_options.silence)
    this.x_ping()
    for (const meeting of new Set([...this.x_followed.values()].map((f) => f.meeting))) {
      this.x_subscribe(meeting, this.x_topics_of(meeting))
    }
  }

  private x_on_closed({ code, reason }: Closing) {
    const was_open = this.x_opened
    this.x_end()
    if (code >= do_not_come_back_from) return this.x_set({ phase: 'stopped', wire: null, dismissed: code })
    if (!was_open && ++this.x_failures >= tries_before_falling_over) {
      this.x_failures = 0
      this.x_preferred = (this.x_preferred + 1) % this.x_wires.length
    }
    if (this.x_status.phase === 'open' || this.x_status.phase === 'connecting') this.x_begin_grace()
    const wait = delayIn(reason) ?? delayBefore(this.x_attempt, this.x_world.random)
    this.x_attempt++
    this.x_timers.retry = this.x_world.setTimeout(() => this.x_open(), wait)
  }

  private x_begin_grace() {
    this.x_world.clearTimeout(this.x_timers.grace)
    this.x_set({ phase: 'grace', wire: null })
    this.x_timers.grace = this.x_world.setTimeout(() => this.x_set({ phase: 'lost' }), this.x_options.grace)
  }

  /** Let go of the wire and of all that hung on it; says nothing. */
  private x_end() {
    const wire = this.x_wire
    this.x_wire = null
    this.x_opened = false
    const { grace, ...others } = this.x_timers
    for (const timer of Object.values(others)) this.x_world.clearTimeout(timer)
    this.x_timers = { grace }
    wire?.close()
    const pending = [...this.x_pending.values()]
    this.x_pending.clear()
    for (const { timer, reject } of pending) {
      this.x_world.clearTimeout(timer)
      reject(new Disconnected())
    }
  }

  /** The wire is given up when nothing is heard for `ms` from now. */
  private x_watch(ms: number) {
    this.x_world.clearTimeout(this.x_timers.silence)
    this.x_timers.silence = this.x_world.setTimeout(() => this.x_on_closed({ code: 1006, reason: 'silence' }), ms)
  }

  private x_ping() {
    this.x_world.clearTimeout(this.x_timers.ping)
    this.x_timers.ping = this.x_world.setTimeout(() => this.x_ping(), this.x_options.pingEvery)
    const sent = this.x_world.now()
    this.request('ping', {}).then(
      (result) => {
        const now = Date.parse((result as { now: string }).now)
        if (Number.isFinite(now)) this.clock.sample(sent, this.x_world.now(), now)
      },
      () => {},
    )
  }

  // --- messages ----------------------------------------------------------------------------------------------------

  private x_on_message(message: JsonObject) {
    this.x_watch(this.x_options.silence)
    this.x_status = { ...this.x_status, heard: this.x_world.now() }
    if (typeof message.id === 'number') this.x_on_answer(message.id, message)
    else if (message.method === 'snapshot') this.x_on_snapshot(message.params as unknown as Snapshot)
    else if (message.method === 'patch') this.x_on_patch(message.params as unknown as Patch)
    else if (message.method === 'heartbeat') this.x_on_heartbeat(message.params as unknown as Heartbeat)
  }

  private x_on_heartbeat({ writable }: Heartbeat) {
    if (writable !== this.x_status.writable) this.x_set({ writable })
    for (const [key, { meeting, topic }] of this.x_followed) {
      if (!this.x_recalled.has(key)) this.x_options.keeping?.touch(meeting, topic, this.x_world.now())
    }
  }

  private x_on_answer(id: number, { result, error }: JsonObject) {
    const pending = this.x_pending.get(id)
    if (pending === undefined) return
    this.x_pending.delete(id)
    this.x_world.clearTimeout(pending.timer)
    if (error === undefined || error === null) pending.resolve(result ?? null)
    else pending.reject(refusalOf(error))
  }

  private x_on_snapshot(snapshot: Snapshot) {
    this.mirror.snapshot(snapshot)
    this.x_on_newer(snapshot.meeting ?? organization, snapshot.topic)
  }

  private x_on_patch(patch: Patch) {
    const outcome = this.mirror.patch(patch)
    const { meeting = organization, topic } = patch
    if (outcome === 'changed') this.x_on_newer(meeting, topic)
    if (outcome === 'gap' && this.x_followed.has(topicKey(meeting, topic))) this.x_subscribe(meeting, [topic])
  }

  private x_expect(send: (id: number) => void): Promise<Json> {
    const id = this.x_next_id++
    return new Promise((resolve, reject) => {
      const give_up = () => {
        this.x_pending.delete(id)
        reject(new Disconnected())
      }
      const timer = this.x_world.setTimeout(give_up, this.x_options.answerWithin)
      this.x_pending.set(id, { resolve, reject, timer })
      send(id)
    })
  }

  // --- topics ------------------------------------------------------------------------------------------------------

  private x_topics_of(meeting: string): string[] {
    return [...this.x_followed.values()].filter((f) => f.meeting === meeting).map((f) => f.topic)
  }

  private x_subscribe(meeting: string, topics: string[]) {
    const wire = this.x_wire
    if (wire === null || !this.x_opened || topics.length === 0) return
    const all = () => this.mirror.positions(meeting, this.x_topics_of(meeting))
    this.x_expect((id) => wire.follow(id, meeting, this.mirror.positions(meeting, topics), all)).then(
      () => this.x_confirm(meeting, topics),
      (error) => error instanceof Refusal && this.x_on_subscription_refused(meeting, topics, error),
    )
  }

  /** One topic that may not be followed must not cost the others theirs: ask for each alone. */
  private x_on_subscription_refused(meeting: string, topics: string[], refusal: Refusal) {
    if (topics.length > 1) {
      for (const topic of topics) this.x_subscribe(meeting, [topic])
      return
    }
    for (const topic of topics) {
      const followed = this.x_followed.get(topicKey(meeting, topic))
      if (followed === undefined) continue
      followed.refused = refusal
      this.mirror.drop(meeting, topic)
      this.x_options.keeping?.drop(meeting, topic)
      this.x_tell(meeting, topic)
    }
  }

  private x_leave(key: string, followed: Followed) {
    if (followed.listeners.size > 0 || this.x_followed.get(key) !== followed) return
    this.x_followed.delete(key)
    this.x_unsubscribe(followed.meeting, followed.topic)
  }

  private x_unsubscribe(meeting: string, topic: string) {
    const wire = this.x_wire
    this.mirror.drop(meeting, topic)
    this.x_recalled.delete(topicKey(meeting, topic))
    if (wire === null || !this.x_opened) return
    const all = () => this.mirror.positions(meeting, this.x_topics_of(meeting))
    this.x_expect((id) => wire.unfollow(id, meeting, [topic], all)).catch(() => {})
  }

  private x_tell(meeting: string, topic: string) {
    for (const tell of this.x_followed.get(topicKey(meeting, topic))?.listeners ?? []) tell()
  }

  // --- what is kept -----------------------------------------------------------------------------------------------

  /** Begin with the state that is kept of a topic, where none is held. */
  private x_recall(meeting: string, topic: string) {
    const kept = this.x_options.keeping?.get(meeting, topic)
    if (kept === undefined || this.mirror.get(meeting, topic) !== undefined) return
    const { seq, epoch, state, at } = kept
    this.mirror.snapshot({ meeting, topic, seq, epoch, state })
    this.x_recalled.set(topicKey(meeting, topic), at)
  }

  /** The server has taken up these topics: what is held of them is current, or made so by what it sends now. */
  private x_confirm(meeting: string, topics: string[]) {
    for (const topic of topics) {
      this.x_recalled.delete(topicKey(meeting, topic))
      this.x_options.keeping?.touch(meeting, topic, this.x_world.now())
    }
  }

  private x_on_newer(meeting: string, topic: string) {
    const held = this.mirror.get(meeting, topic)
    if (held !== undefined) this.x_options.keeping?.put(meeting, topic, held, this.x_world.now())
    this.x_recalled.delete(topicKey(meeting, topic))
    this.x_tell(meeting, topic)
  }

  private x_as_of(): number | null {
    const shown = [...this.x_followed].filter(
      ([, { meeting, topic, listeners }]) => listeners.size > 0 && this.mirror.get(meeting, topic) !== undefined,
    )
    const times = shown.map(([key]) => this.x_recalled.get(key) ?? this.x_status.heard).filter((at) => at !== null)
    return times.length === 0 ? null : Math.min(...times)
  }

  /** Without a connection, another screen may show what is older or newer. */
  private x_renew_as_of() {
    if (this.x_status.phase !== 'open' && this.x_as_of() !== this.x_status.as_of) this.x_set({})
  }

  private x_set(change: Partial<Status>) {
    this.x_status = { ...this.x_status, ...change }
    this.x_status.as_of = this.x_as_of()
    for (const tell of this.x_status_listeners) tell()
  }
}

/** The server's error object as a Refusal: of JSON-RPC with its problems, or of plain HTTP with a code and a field. */
export function refusalOf(error: Json): Refusal {
  const { code, message = '', field, data } = error as unknown as ErrorObject
  const problems = data?.problems ?? []
  if (problems.length > 0) return new Refusal(problems)
  const known = typeof code === 'string' ? code : (data?.code ?? 'internal')
  return new Refusal([{ code: known, path: field ?? '', words: message, values: {} }])
}
