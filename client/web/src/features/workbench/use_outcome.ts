// What a setup comes to, asked again whenever the setup or what it is about changes.

import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { useAsk } from '../../app/commands'
import { useStatus } from '../../live/react'
import { realWorld, Refusal } from '../../live/types'
import { problemWords } from '../../messages/refusals'
import { useSpeech } from '../../messages'
import type { AllocationOutcome, AllocationSetup, AllocationSource } from '../../wire'
import { Newest, type Asking } from './newest'
import { pathInSetup } from './setup'

export interface Tried {
  source: AllocationSource
  setup: AllocationSetup
}

/** `about`: a new object whenever applications, funds or terms have changed. */
export function useOutcome(tried: Tried, about: unknown): Asking<Tried, AllocationOutcome> {
  const ask = useAsk()
  const open = useStatus().phase === 'open'
  const box = useMemo(() => {
    const listeners = new Set<() => void>()
    const newest = new Newest<Tried, AllocationOutcome>(
      ({ source }) => ask('sponsorship.simulate', { source }),
      realWorld,
      () => listeners.forEach((tell) => tell()),
    )
    const subscribe = (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    }
    return { newest, subscribe }
  }, [ask])
  useEffect(() => () => box.newest.stop(), [box])
  const key = JSON.stringify(tried.source)
  useEffect(() => {
    if (open) box.newest.put(tried)
    // `key` stands for what is tried: the same setup made anew is no new question.
  }, [box, key, about, open])
  return useSyncExternalStore(box.subscribe, () => box.newest.state)
}

/** What the server says is wrong, by the path in the setup; '' for what concerns no part of it. */
export function useProblems(error: unknown): (path: string) => string | undefined {
  const speech = useSpeech()
  const problems = error instanceof Refusal ? error.problems : []
  return (path) => {
    const found = problems.find((problem) => {
      const at = pathInSetup(problem.path)
      return at === path || (path !== '' && at.startsWith(`${path}/`))
    })
    return found === undefined ? undefined : problemWords(found, speech)
  }
}
