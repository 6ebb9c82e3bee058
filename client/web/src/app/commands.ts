// Commands and questions about the meeting at hand, and buttons that give them.

import { useCallback, useState } from 'react'
import { useAskIn, useGive, type Answer, type MeetingCommand, type MeetingQuery, type Params } from '../live/react'
import { say } from '../look/toast'
import { useRefusalWords } from '../messages/refusals'
import { useMeeting } from './meeting'

/** Gives a command about this meeting; fails with Refusal. */
export function useCommand(): <M extends MeetingCommand>(method: M, params: Params<M>) => Answer<M> {
  const give = useGive()
  const meeting = useMeeting()
  return useCallback(
    <M extends MeetingCommand>(method: M, params: Params<M>) => give(method, { ...params, meeting }),
    [give, meeting],
  )
}

/** Asks something about this meeting; fails with Refusal or Disconnected. */
export function useAsk(): <M extends MeetingQuery>(method: M, params: Params<M>) => Answer<M> {
  const ask = useAskIn()
  const meeting = useMeeting()
  return useCallback(<M extends MeetingQuery>(method: M, params: Params<M>) => ask(meeting, method, params), [ask, meeting])
}

export interface Act {
  busy: boolean
  /** Does it, says `done` (with a way back where there is one), or says why not. Resolves to whether it was done. */
  act(work: () => Promise<unknown>, done?: string, undo?: () => Promise<unknown>): Promise<boolean>
}

export function useAct(): Act {
  const words = useRefusalWords()
  const [busy, setBusy] = useState(false)
  const act = useCallback<Act['act']>(
    async (work, done, undo) => {
      setBusy(true)
      try {
        await work()
        const back = undo === undefined ? undefined : () => void undo().catch((e: unknown) => say(words(e), 'bad'))
        if (done !== undefined) say(done, 'good', back)
        return true
      } catch (error) {
        say(words(error), 'bad')
        return false
      } finally {
        setBusy(false)
      }
    },
    [words],
  )
  return { busy, act }
}
