// The wire for networks that block WebSocket: requests by POST, changes by server-sent events.

import { inMeeting, type JsonObject, type Positions, type World } from './types'
import type { OpenWire } from './wire'

/** The part of EventSource that is used; tests hand in a fake. */
export interface EventsLike {
  onmessage: ((event: { data: string }) => void) | null
  onerror: (() => void) | null
  addEventListener(type: 'close', listener: (event: { data: string }) => void): void
  close(): void
}

export interface EventsMeans {
  /** Carries one JSON-RPC request; the promise fails when the server cannot be reached. */
  post(request: JsonObject): Promise<JsonObject>
  listen(url: string): EventsLike
  world: World
}

/** Changes of the topics within this many milliseconds lead to one new stream. */
const settle = 30

export function eventsWire({ post, listen, world }: EventsMeans): OpenWire {
  return (events) => {
    const streams = new Map<string, EventsLike>()
    const waiting = new Map<string, unknown>()
    let done = false

    const finish = (code: number, reason: string) => {
      if (done) return
      done = true
      for (const stream of streams.values()) stream.close()
      for (const timer of waiting.values()) world.clearTimeout(timer)
      events.closed({ code, reason })
    }
    const request = (id: number, method: string, params: JsonObject) =>
      post({ jsonrpc: '2.0', id, method, params }).then(
        (answer) => done || events.message(answer),
        () => finish(1006, 'unreachable'),
      )
    const reopen = (meeting: string, all: () => Positions) => {
      world.clearTimeout(waiting.get(meeting))
      waiting.set(meeting, world.setTimeout(() => open(meeting, all()), settle))
    }
    const open = (meeting: string, positions: Positions) => {
      waiting.delete(meeting)
      streams.get(meeting)?.close()
      streams.delete(meeting)
      if (done || Object.keys(positions).length === 0) return
      const stream = listen(eventsAddress(meeting, positions))
      stream.onmessage = ({ data }) => events.message(JSON.parse(data) as JsonObject)
      stream.onerror = () => finish(1006, 'stream ended')
      stream.addEventListener('close', ({ data }) => {
        const { code, reason } = JSON.parse(data) as { code: number; reason: string }
        finish(code, reason)
      })
      streams.set(meeting, stream)
    }

    post({ jsonrpc: '2.0', id: 0, method: 'ping', params: {} }).then(
      () => done || events.opened(),
      () => finish(1006, 'unreachable'),
    )
    return {
      name: 'events',
      call: ({ id, method, params }) => void request(id, method, params),
      follow: (id, meeting, _added, all) => {
        reopen(meeting, all)
        events.message({ jsonrpc: '2.0', id, result: {} })
      },
      unfollow: (id, meeting, _topics, all) => {
        reopen(meeting, all)
        events.message({ jsonrpc: '2.0', id, result: {} })
      },
      close: () => finish(1000, ''),
    }
  }
}

/** `since` gives a number for each topic, in their order, "-" where a snapshot is wanted; all are of one epoch. */
export function eventsAddress(meeting: string, positions: Positions): string {
  const all = Object.values(positions)
  const epoch = all.find((position) => position.epoch !== undefined)?.epoch
  const query = new URLSearchParams(inMeeting(meeting))
  query.set('topics', Object.keys(positions).join(','))
  query.set('since', all.map((p) => (p.epoch === undefined || p.epoch !== epoch ? '-' : p.since)).join(','))
  if (epoch !== undefined) query.set('epoch', epoch)
  return `/events?${query}`
}

/** What a browser has for it. */
export function browserEvents(world: World): EventsMeans {
  return {
    world,
    listen: (url) => new EventSource(url) as unknown as EventsLike,
    post: async (request) => {
      const response = await fetch('/rpc', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
      })
      return (await response.json()) as JsonObject
    },
  }
}
