// Changing a part of the terms: the rest is sent as it is now, so that no form has to know it.

import { useCallback, useEffect, useRef } from 'react'
import { useCommand } from '../../app/commands'
import type { SponsorshipTerms, WholeTermsTopic } from '../../wire'

export type SetTerms = (change: Partial<SponsorshipTerms>) => Promise<unknown>

/** What every form of a part is given. */
export interface PartProps {
  terms: SponsorshipTerms
  set: SetTerms
}

/** `fresh`: what the terms begin with where there are none. */
export function useSetTerms(whole: WholeTermsTopic | undefined): (change: Partial<SponsorshipTerms>, fresh?: SponsorshipTerms) => Promise<unknown> {
  const command = useCommand()
  const now = useRef(whole)
  useEffect(() => {
    now.current = whole
  }, [whole])
  return useCallback(
    (change, fresh) => {
      const terms = now.current?.terms ?? fresh
      if (terms === undefined) throw new Error('there are no terms to change')
      return command('sponsorship.set_terms', { version: now.current?.version ?? 0, terms: { ...terms, ...change } })
    },
    [command],
  )
}
