// The live layer for React: topics, the connection's state, commands and queries.

import { createContext, use, useCallback, useMemo, useRef, useSyncExternalStore } from 'react'
import type { Connection, Status } from './connection'
import type { Drafts } from './kept'
import type { Command, Outbox } from './outbox'
import type { Methods } from '../wire'
import { Refusal, type JsonObject } from './types'

export interface Live {
  connection: Connection
  outbox: Outbox
  drafts: Drafts
}

export const LiveContext = createContext<Live | null>(null)

export function useLive(): Live {
  const live = use(LiveContext)
  if (live === null) throw new Error('useLive needs a LiveContext')
  return live
}

export interface Topic<T> {
  /** Absent until the first snapshot has come. */
  state: T | undefined
  refused: Refusal | null
}

/** What a topic shows now; the component is shown again whenever it changes. A null name follows nothing. */
export function useTopic<T>(meeting: string, topic: string | null): Topic<T> {
  const { connection } = useLive()
  const subscribe = useCallback(
    (tell: () => void) => (topic === null ? () => {} : connection.follow(meeting, topic, tell)),
    [connection, meeting, topic],
  )
  const view = () => (topic === null ? undefined : connection.view(meeting, topic))
  const state = useSyncExternalStore(subscribe, () => view()?.held?.state)
  const refused = useSyncExternalStore(subscribe, () => view()?.refused ?? null)
  return { state: state as T | undefined, refused }
}

/** Several topics of one shape; each is absent until its first snapshot has come, or where it is refused. */
export function useTopics<T>(meeting: string, topics: readonly string[]): readonly (T | undefined)[] {
  const { connection } = useLive()
  const key = topics.join('\n')
  const names = useMemo(() => (key === '' ? [] : key.split('\n')), [key])
  const last = useRef<readonly (T | undefined)[]>([])
  const subscribe = useCallback(
    (tell: () => void) => {
      const leave = names.map((topic) => connection.follow(meeting, topic, tell))
      return () => leave.forEach((stop) => stop())
    },
    [connection, meeting, names],
  )
  return useSyncExternalStore(subscribe, () => {
    const now = names.map((topic) => connection.view(meeting, topic).held?.state as T | undefined)
    const same = now.length === last.current.length && now.every((state, i) => state === last.current[i])
    if (!same) last.current = now
    return last.current
  })
}

export function useStatus(): Status {
  const { connection } = useLive()
  return useSyncExternalStore(
    useCallback((tell) => connection.onStatus(tell), [connection]),
    () => connection.status,
  )
}

export function useWaiting(): readonly Command[] {
  const { outbox } = useLive()
  return useSyncExternalStore(
    useCallback((tell) => outbox.onChange(tell), [outbox]),
    () => outbox.waiting,
  )
}

type Named<Kind, Scope> = {
  [M in keyof Methods]: Methods[M] extends { kind: Kind; scope: Scope } ? M : never
}[keyof Methods]

/** Methods that change nothing of what people see. */
export type Query = Named<'query', 'organization'>
export type MeetingQuery = Named<'query', 'meeting'>
export type MeetingCommand = Named<'command', 'meeting'>
export type OrganizationCommand = Named<'command', 'organization'>

export type Params<M extends keyof Methods> = Methods[M]['params']
export type Answer<M extends keyof Methods> = Promise<Methods[M]['answer']>

/** Ask for something that is about no single meeting. Fails with Refusal or Disconnected. */
export function useAsk(): <M extends Query>(method: M, params: Params<M>) => Answer<M> {
  const { connection } = useLive()
  return useCallback(
    <M extends Query>(method: M, params: Params<M>) => connection.request(method, asJson(params)) as unknown as Answer<M>,
    [connection],
  )
}

/** Ask for something about one meeting. Fails with Refusal or Disconnected. */
export function useAskIn(): <M extends MeetingQuery>(meeting: string, method: M, params: Params<M>) => Answer<M> {
  const { connection } = useLive()
  return useCallback(
    <M extends MeetingQuery>(meeting: string, method: M, params: Params<M>) =>
      connection.request(method, asJson({ ...params, meeting })) as unknown as Answer<M>,
    [connection],
  )
}

/** Give a command: it is kept until it has been answered. Fails with Refusal. */
export function useGive(): {
  <M extends OrganizationCommand>(method: M, params: Params<M>): Answer<M>
  <M extends MeetingCommand>(method: M, params: Params<M> & { meeting: string }): Answer<M>
} {
  const { outbox } = useLive()
  return useCallback(
    <M extends keyof Methods>(method: M, params: object) => outbox.give(method, asJson(params)) as unknown as Answer<M>,
    [outbox],
  )
}

/** Interfaces have no index signature; what they hold is JSON all the same. */
const asJson = (params: object) => params as JsonObject
