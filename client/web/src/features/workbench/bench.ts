// What every part of the workbench needs to know.

import { createContext, use, useMemo } from 'react'
import { useMeetingFacts } from '../../app/meeting'
import { formatMoney } from '../../look/values'
import { useSpeech } from '../../messages'
import type { AllocationPolicy, AllocationSetup, SponsorshipTerms, SponsorshipTopic } from '../../wire'
import type { Vocabulary } from '../sponsorship/condition_words'
import { namesOf } from './names'
import type { Voice } from './reasons'

export interface Bench {
  terms: SponsorshipTerms
  sponsorship: SponsorshipTopic
  known: Vocabulary
  setup: AllocationSetup
  change(setup: AllocationSetup): void
  /** What the server says is wrong with a part of the setup. */
  problemAt(path: string): string | undefined
}

export const BenchContext = createContext<Bench | null>(null)

export function useBench(): Bench {
  const bench = use(BenchContext)
  if (bench === null) throw new Error('useBench needs a BenchContext')
  return bench
}

/** How a result that was made under `policy` is spoken of. */
export function useVoice(sponsorship: SponsorshipTopic, terms: SponsorshipTerms, policy: AllocationPolicy): Voice {
  const speech = useSpeech()
  const { currency } = useMeetingFacts()
  return useMemo(
    () => ({
      t: speech.t,
      locale: speech.locale,
      names: namesOf(sponsorship, terms, policy, speech),
      money: (centimes) => formatMoney(centimes, currency, speech.locale),
    }),
    [speech, currency, sponsorship, terms, policy],
  )
}
