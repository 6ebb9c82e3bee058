// What this client holds of the topics that it follows. Pure: messages in, "what changed" out.

import { mergePatch } from './merge_patch'
import { organization, type JsonObject, type Positions } from './types'

export interface Held {
  /** The journal position that `state` shows. */
  seq: number
  epoch: string
  state: JsonObject
}

/** `meeting` is absent in both for topics of the organization. */
export interface Snapshot {
  meeting?: string
  topic: string
  seq: number
  epoch: string
  state: JsonObject
}

export interface Patch {
  meeting?: string
  topic: string
  seq: number
  merge: JsonObject
}

/** `changed`: look again. `old`: seen before. `gap`: cannot be applied here; ask for a snapshot. */
export type Outcome = 'changed' | 'old' | 'gap'

export function topicKey(meeting: string, topic: string): string {
  return `${meeting} ${topic}`
}

export class Mirror {
  private x_held = new Map<string, Held>()

  get(meeting: string, topic: string): Held | undefined {
    return this.x_held.get(topicKey(meeting, topic))
  }

  /** What to say in a subscription to these topics. */
  positions(meeting: string, topics: Iterable<string>): Positions {
    const positions: Positions = {}
    for (const topic of topics) {
      const held = this.get(meeting, topic)
      positions[topic] = held === undefined ? { since: 0 } : { since: held.seq, epoch: held.epoch }
    }
    return positions
  }

  snapshot({ meeting = organization, topic, seq, epoch, state }: Snapshot): Outcome {
    this.x_held.set(topicKey(meeting, topic), { seq, epoch, state })
    return 'changed'
  }

  patch({ meeting = organization, topic, seq, merge }: Patch): Outcome {
    const held = this.get(meeting, topic)
    if (held === undefined) return 'gap'
    if (seq <= held.seq) return 'old'
    const state = mergePatch(held.state, merge) as JsonObject
    this.x_held.set(topicKey(meeting, topic), { ...held, seq, state })
    return 'changed'
  }

  /** Forget one topic, so that the next subscription begins with a snapshot. */
  drop(meeting: string, topic: string): void {
    this.x_held.delete(topicKey(meeting, topic))
  }

  /** Forget everything: another person may be signed in now. */
  clear(): void {
    this.x_held.clear()
  }
}
