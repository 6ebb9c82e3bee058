// What a proposal comes to. A proposal is frozen, so that it is asked for once.

import { useEffect, useState } from 'react'
import { useAsk } from '../../app/commands'
import { useRefusalWords } from '../../messages/refusals'
import type { AllocationOutcome } from '../../wire'

export interface ProposalOutcome {
  outcome: AllocationOutcome | null
  /** Why there is none. */
  problem: string | null
}

export function useProposalOutcome(proposal: string): ProposalOutcome {
  const ask = useAsk()
  const words = useRefusalWords()
  const [found, setFound] = useState<ProposalOutcome>({ outcome: null, problem: null })
  useEffect(() => {
    let left = false
    ask('sponsorship.simulate', { source: { proposal } }).then(
      (outcome) => left || setFound({ outcome, problem: null }),
      (error: unknown) => left || setFound({ outcome: null, problem: words(error) }),
    )
    return () => {
      left = true
    }
  }, [ask, proposal, words])
  return found
}
