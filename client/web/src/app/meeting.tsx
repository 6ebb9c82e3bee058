// The meeting that a screen is about: its id comes from the address, its facts from the topic "meeting".

import { createContext, use, useMemo, type ReactNode } from 'react'
import { organization } from '../live/types'
import { useTopic, type Topic } from '../live/react'
import { pick, useSpeech } from '../messages'
import type { MeetingDetails, MeetingsTopic, MeetingTopic } from '../wire'
import { rightsIn, type Rights } from './rights'
import { match, usePath } from './router'
import { useSession } from './session'

interface Facts {
  id: string | null
  details: MeetingDetails | undefined
}

const MeetingContext = createContext<Facts>({ id: null, details: undefined })

const last_kept_under = 'dais.meeting'

/** The meeting of the address; on screens about none, the one looked at last, else the one that is nearest in time. */
function useChosenMeeting(): string | null {
  const path = usePath()
  const { state } = useTopic<MeetingsTopic>(organization, 'meetings')
  const named = match('/m/:meeting/*', path)?.meeting ?? match('/screen/:meeting', path)?.meeting
  if (named !== undefined) {
    sessionStorage.setItem(last_kept_under, named)
    return named
  }
  const last = sessionStorage.getItem(last_kept_under)
  if (state === undefined) return last
  if (last !== null && state.meetings[last] !== undefined) return last
  return nearest(state, new Date().toISOString().slice(0, 10))
}

/** The meeting under way, else the next to open, else the last that closed. */
export function nearest({ meetings }: MeetingsTopic, today: string): string | null {
  const all = Object.entries(meetings).sort(([, a], [, b]) => a.opens.localeCompare(b.opens))
  const ahead = all.find(([, meeting]) => meeting.closes >= today)
  return (ahead ?? all.at(-1))?.[0] ?? null
}

export function MeetingProvider({ children }: { children: ReactNode }) {
  const id = useChosenMeeting()
  const { state } = useTopic<MeetingTopic>(id ?? '', id === null ? null : 'meeting')
  const facts = useMemo(() => ({ id, details: state?.details }), [id, state])
  return <MeetingContext value={facts}>{children}</MeetingContext>
}

export function useMeetingId(): string | null {
  return use(MeetingContext).id
}

/** For screens inside of a meeting. */
export function useMeeting(): string {
  return use(MeetingContext).id ?? ''
}

export function useMeetingDetails(): MeetingDetails | undefined {
  return use(MeetingContext).details
}

export function useMeetingName(): string {
  const { language } = useSpeech()
  const details = use(MeetingContext).details
  return pick(details?.short_name, language).text
}

/** What values need to be shown; plain defaults until the meeting is known. */
export function useMeetingFacts(): { zone: string; currency: string } {
  const details = use(MeetingContext).details
  return { zone: details?.time_zone ?? 'UTC', currency: details?.currency ?? 'CHF' }
}

export function useRights(): Rights {
  const { who } = useSession()
  const meeting = useMeetingId()
  return useMemo(() => rightsIn(who.roles, meeting ?? ''), [who.roles, meeting])
}

/** A topic of this meeting. */
export function useMeetingTopic<T>(topic: string | null): Topic<T> {
  const meeting = useMeeting()
  return useTopic<T>(meeting, meeting === '' ? null : topic)
}

/** The address of something in this meeting: `here('/agenda')`. */
export function useHere(): (rest: string) => string {
  const meeting = useMeeting()
  return (rest) => `/m/${encodeURIComponent(meeting)}${rest}`
}
