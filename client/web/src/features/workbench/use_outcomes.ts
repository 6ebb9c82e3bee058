// What several setups come to, asked for one after the other.

import { useEffect, useState } from 'react'
import { useAsk } from '../../app/commands'
import { useStatus } from '../../live/react'
import type { AllocationOutcome } from '../../wire'
import type { Tried } from './use_outcome'

export interface Compared {
  tried: Tried
  /** Absent while it is asked for. */
  outcome?: AllocationOutcome
  error?: unknown
}

/** `about`: a new object whenever applications, funds or terms have changed. */
export function useOutcomes(all: ReadonlyMap<string, Tried>, about: unknown): ReadonlyMap<string, Compared> {
  const ask = useAsk()
  const open = useStatus().phase === 'open'
  const [found, setFound] = useState<ReadonlyMap<string, Compared>>(new Map())
  const key = JSON.stringify([...all].map(([name, { setup, source }]) => [name, source, setup]))
  useEffect(() => {
    let gone = false
    const keep = (name: string, compared: Compared) => {
      if (!gone) setFound((before) => new Map(before).set(name, compared))
    }
    const run = async () => {
      for (const [name, tried] of all) {
        if (gone) return
        try {
          keep(name, { tried, outcome: await ask('sponsorship.simulate', { source: tried.source }) })
        } catch (error) {
          keep(name, { tried, error })
        }
      }
    }
    if (open) void run()
    return () => {
      gone = true
    }
    // `key` says all of `all`.
  }, [ask, key, about, open])
  return found
}
