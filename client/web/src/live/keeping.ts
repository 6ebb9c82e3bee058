// The last states of topics that this browser keeps from one visit to the next, so that a start without a network shows
// them, and one with a network asks only for what came since. Nothing with personal data is kept, and nothing for another
// reader. Storage that is full, forbidden or damaged costs the keeping, never the work.

import { topicKey, type Held } from './mirror'
import type { World } from './types'

/** A state, and the local time until which it was known to be the newest. */
export interface Kept extends Held {
  at: number
}

interface Entry extends Kept {
  owner: string
}

/** Where they are kept. */
export interface KeepingStore {
  load(): Promise<[key: string, entry: unknown][]>
  put(key: string, entry: unknown): Promise<void>
  remove(key: string): Promise<void>
  clear(): Promise<void>
}

/** What a delegate's phone needs in the room: the meeting, its agenda, its documents and notices as this reader may see them. */
const may_be_kept = /^(meetings?|agenda(\.versions)?|(documents|notices)([@/].*)?)$/

const limits = { topics: 60, soon: 1000, later: 60_000 }

export interface KeepingMeans {
  store: KeepingStore
  world: World
  /** Names the reader, their rights and the shapes that the app knows; what is kept under another name is erased. */
  owner: string
}

export class Keeping {
  private x_store: KeepingStore
  private x_world: World
  private x_owner: string
  private x_entries = new Map<string, Entry>()
  private x_unwritten = new Set<string>()
  private x_timer: { handle: unknown; due: number } | null = null

  /** Begins with what `entries` of the store are this owner's. */
  constructor({ store, world, owner }: KeepingMeans, entries: [key: string, entry: unknown][] = []) {
    this.x_store = store
    this.x_world = world
    this.x_owner = owner
    for (const [key, entry] of entries) if (isEntry(entry) && entry.owner === owner) this.x_entries.set(key, entry)
    if (this.x_entries.size < entries.length) this.x_erase_others()
  }

  get(meeting: string, topic: string): Kept | undefined {
    return this.x_entries.get(topicKey(meeting, topic))
  }

  /** Keep a new state, current at `at`. */
  put(meeting: string, topic: string, held: Held, at: number): void {
    if (!may_be_kept.test(topic)) return
    this.x_set(topicKey(meeting, topic), { ...held, at, owner: this.x_owner }, limits.soon)
    if (this.x_entries.size > limits.topics) this.x_remove(this.x_oldest())
  }

  /** What is kept of a topic was still current at `at`. */
  touch(meeting: string, topic: string, at: number): void {
    const key = topicKey(meeting, topic)
    const entry = this.x_entries.get(key)
    if (entry !== undefined) this.x_set(key, { ...entry, at }, limits.later)
  }

  drop(meeting: string, topic: string): void {
    const key = topicKey(meeting, topic)
    if (this.x_entries.has(key)) this.x_remove(key)
  }

  /** From now on it is `owner` who reads; what was kept for another is erased. */
  belongTo(owner: string): void {
    if (owner === this.x_owner) return
    this.x_owner = owner
    this.x_entries.clear()
    this.x_unwritten.clear()
    void this.x_store.clear().catch(() => {})
  }

  /** Write what waits to be written, as before the page goes away. */
  flush(): void {
    if (this.x_timer !== null) this.x_world.clearTimeout(this.x_timer.handle)
    this.x_timer = null
    const keys = [...this.x_unwritten]
    this.x_unwritten.clear()
    for (const key of keys) void this.x_store.put(key, this.x_entries.get(key)).catch(() => {})
  }

  private x_set(key: string, entry: Entry, within: number) {
    this.x_entries.set(key, entry)
    this.x_unwritten.add(key)
    const due = this.x_world.now() + within
    if (this.x_timer !== null && this.x_timer.due <= due) return
    if (this.x_timer !== null) this.x_world.clearTimeout(this.x_timer.handle)
    this.x_timer = { due, handle: this.x_world.setTimeout(() => this.flush(), within) }
  }

  private x_remove(key: string) {
    this.x_entries.delete(key)
    this.x_unwritten.delete(key)
    void this.x_store.remove(key).catch(() => {})
  }

  private x_oldest(): string {
    return [...this.x_entries].reduce((oldest, each) => (each[1].at < oldest[1].at ? each : oldest))[0]
  }

  private x_erase_others() {
    void this.x_store.clear().catch(() => {})
    for (const key of this.x_entries.keys()) this.x_unwritten.add(key)
    this.flush()
  }
}

function isEntry(entry: unknown): entry is Entry {
  const { owner, seq, epoch, state, at } = (entry ?? {}) as Partial<Entry>
  return (
    typeof owner === 'string' &&
    typeof seq === 'number' &&
    typeof epoch === 'string' &&
    typeof at === 'number' &&
    typeof state === 'object'
  )
}
