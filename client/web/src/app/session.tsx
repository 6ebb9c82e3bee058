// Who uses this browser, and the one connection that serves them.

import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { Connection } from '../live/connection'
import { browserEvents, eventsWire } from '../live/events_wire'
import { askByPost, post } from '../live/http'
import { keepInBrowser } from '../live/keeping_store'
import { Drafts, keptCommands, readJson, writeJson } from '../live/kept'
import { newId } from '../live/new_id'
import { Outbox } from '../live/outbox'
import { LiveContext } from '../live/react'
import { Disconnected, realWorld, Refusal, type JsonObject } from '../live/types'
import { browserSocket, webSocketWire } from '../live/web_socket_wire'
import { say } from '../look/toast'
import { useRefusalWords } from '../messages/refusals'
import type { Identity } from '../wire'

export const nobody: Identity = { roles: [{ role: 'public_reader' }], has_password: false }

export interface Session {
  who: Identity
  /** With an e-mail address and a password. */
  signIn(email: string, password: string): Promise<Identity>
  /** With the token of a one-time link, which is spent by it. */
  useLink(token: string): Promise<Identity>
  signOut(): Promise<void>
}

const SessionContext = createContext<Session | null>(null)

export function useSession(): Session {
  const session = use(SessionContext)
  if (session === null) throw new Error('useSession needs a SessionProvider')
  return session
}

const who_kept_under = 'dais.who'

const patience = 4000

export interface Known {
  who: Identity
  /** The server has said so just now. */
  sure: boolean
}

/** Who is signed in; without an answer in good time, who was last. */
export async function firstIdentity(): Promise<Known> {
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Disconnected()), patience))
  try {
    const who = (await Promise.race([askByPost('sessions.who_am_i'), late])) as unknown as Identity
    writeJson(localStorage, who_kept_under, who)
    return { who, sure: true }
  } catch (error) {
    if (error instanceof Refusal && error.code === 'signed_out') return { who: nobody, sure: true }
    return { who: readJson<Identity>(localStorage, who_kept_under) ?? nobody, sure: false }
  }
}

const same = (a: Identity, b: Identity) => JSON.stringify(a) === JSON.stringify(b)

/** Whose kept topics these are: a reader, with these rights, by an app that knows these shapes. */
const ownerOf = ({ account, roles }: Identity) =>
  [account ?? 'public', JSON.stringify(roles), import.meta.env.VITE_SHAPES].join(' ')

function newConnection(who: Identity, kept: [string, unknown][]): Connection {
  const keeping = keepInBrowser({ world: realWorld, owner: ownerOf(who) }, kept)
  const connection = new Connection({
    world: realWorld,
    wires: [webSocketWire(browserSocket), eventsWire(browserEvents(realWorld))],
    keeping,
  })
  addEventListener('online', () => connection.nudge())
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && connection.nudge())
  return connection
}

interface SessionProviderProps {
  first: Known
  /** What this browser keeps of topics. */
  kept: [string, unknown][]
  children: ReactNode
}

export function SessionProvider({ first, kept, children }: SessionProviderProps) {
  const [who, setWho] = useState(first.who)
  const [connection] = useState(() => newConnection(first.who, kept))
  const sure = useRef(first.sure)
  const account = who.account ?? 'public'
  const words = useRefusalWords()

  const live = useMemo(() => {
    const outbox = new Outbox({
      store: keptCommands(localStorage, account),
      request: (method, params) => connection.request(method, params),
      newId,
      now: () => Date.now(),
    })
    return { connection, outbox, drafts: new Drafts(localStorage, account) }
  }, [connection, account])

  useEffect(() => {
    connection.start()
    return connection.onStatus(() => connection.status.phase === 'open' && void live.outbox.flush())
  }, [connection, live])

  useEffect(
    () => live.outbox.onSettled(({ refusal }) => refusal !== undefined && say(words(refusal), 'bad')),
    [live, words],
  )

  const become = useCallback(
    (answer: JsonObject) => {
      const next = answer.who as unknown as Identity
      writeJson(localStorage, who_kept_under, next)
      connection.keeping?.belongTo(ownerOf(next))
      setWho(next)
      connection.restart()
      return next
    },
    [connection],
  )

  // Sent away because somebody signed out elsewhere or has other rights now: look who we are, and come back as that.
  useEffect(() => {
    const look = () => {
      if (connection.status.dismissed === null) return
      setTimeout(() => void firstIdentity().then(({ who }) => become({ who: who as unknown as JsonObject })), 1000)
    }
    return connection.onStatus(look)
  }, [connection, become])

  // Begun without the server's word on who we are: ask as soon as it can be asked.
  useEffect(() => {
    const look = () => {
      if (sure.current || connection.status.phase !== 'open') return
      sure.current = true
      void firstIdentity().then((now) => {
        sure.current = now.sure
        if (now.sure && !same(now.who, who)) become({ who: now.who as unknown as JsonObject })
      })
    }
    look()
    return connection.onStatus(look)
  }, [connection, become, who])

  const session = useMemo<Session>(
    () => ({
      who,
      signIn: async (email, password) => become(await post('/sign-in', { email, password, device: describeDevice() })),
      useLink: async (token) => become(await post(`/link/${encodeURIComponent(token)}`, { device: describeDevice() })),
      signOut: async () => {
        await post('/sign-out', {})
        become({ who: nobody as unknown as JsonObject })
      },
    }),
    [who, become],
  )
  return (
    <SessionContext value={session}>
      <LiveContext value={live}>{children}</LiveContext>
    </SessionContext>
  )
}

/** How this browser is listed among the sessions of its owner. */
function describeDevice(): string {
  const browser = /(Firefox|Edg|Chrome|Safari)\//.exec(navigator.userAgent)?.[1]?.replace('Edg', 'Edge') ?? 'Browser'
  const system = /(Android|iPhone|iPad|Windows|Mac OS X|Linux)/.exec(navigator.userAgent)?.[1] ?? ''
  return `${browser} ${system}`.trim()
}
