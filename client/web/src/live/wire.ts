// One open line to the server, whatever carries it. A wire is used once: when it has closed, another is opened.

import type { JsonObject, Positions } from './types'

export interface Call {
  id: number
  method: string
  params: JsonObject
}

export interface Closing {
  /** A WebSocket close code, 1006 where there was none. */
  code: number
  reason: string
}

export interface WireEvents {
  opened(): void
  /** A response or a notification of JSON-RPC. */
  message(message: JsonObject): void
  /** Said once; nothing follows it. */
  closed(closing: Closing): void
}

export interface Wire {
  readonly name: 'websocket' | 'events'
  call(call: Call): void
  /** Follow `added` as well; `all` says, when asked, every topic of the meeting that is followed then. */
  follow(id: number, meeting: string, added: Positions, all: () => Positions): void
  unfollow(id: number, meeting: string, topics: string[], all: () => Positions): void
  close(): void
}

export type OpenWire = (events: WireEvents) => Wire
