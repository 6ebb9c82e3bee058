// The usual wire: a WebSocket with JSON-RPC text frames.

import { inMeeting, type JsonObject } from './types'
import type { OpenWire } from './wire'

export const subprotocol = 'dais.v1'

/** The part of WebSocket that is used; tests hand in a fake. */
export interface SocketLike {
  onopen: (() => void) | null
  onmessage: ((event: { data: unknown }) => void) | null
  onclose: ((event: { code: number; reason: string }) => void) | null
  send(text: string): void
  close(code?: number): void
}

export type MakeSocket = () => SocketLike

export function webSocketWire(make: MakeSocket): OpenWire {
  return (events) => {
    const socket = make()
    let done = false
    const finish = (code: number, reason: string) => {
      if (done) return
      done = true
      socket.onopen = socket.onmessage = socket.onclose = null
      events.closed({ code, reason })
    }
    socket.onopen = () => events.opened()
    socket.onmessage = ({ data }) => {
      if (typeof data !== 'string') return
      events.message(JSON.parse(data) as JsonObject)
    }
    socket.onclose = ({ code, reason }) => finish(code, reason)
    const send = (message: object) => socket.send(JSON.stringify({ jsonrpc: '2.0', ...message }))
    return {
      name: 'websocket',
      call: ({ id, method, params }) => send({ id, method, params }),
      follow: (id, meeting, added) => send({ id, method: 'subscribe', params: { ...inMeeting(meeting), topics: added } }),
      unfollow: (id, meeting, topics) => send({ id, method: 'unsubscribe', params: { ...inMeeting(meeting), topics } }),
      close: () => {
        socket.close(1000)
        finish(1000, '')
      },
    }
  }
}

export function browserSocket(): SocketLike {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
  return new WebSocket(`${scheme}://${location.host}/live`, subprotocol) as unknown as SocketLike
}
