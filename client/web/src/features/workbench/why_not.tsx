// Why somebody has no seat, and the smallest changes that would have given one.

import { useEffect, useState } from 'react'
import { useAsk } from '../../app/commands'
import { Skeleton } from '../../look'
import { useSpeech } from '../../messages'
import { useRefusalWords } from '../../messages/refusals'
import type { AllocationOutcome, SmallestChanges } from '../../wire'
import { PersonDetails } from './person'
import { changesWords, type Voice } from './reasons'
import type { Tried } from './use_outcome'

interface WhyNotProps {
  application: string
  tried: Tried
  outcome: AllocationOutcome
  voice: Voice
}

export function WhyNot({ application, tried, outcome, voice }: WhyNotProps) {
  return (
    <div className="stack tight">
      <SmallestChange application={application} tried={tried} outcome={outcome} voice={voice} />
      <PersonDetails application={application} outcome={outcome} voice={voice} />
    </div>
  )
}

function SmallestChange({ application, tried, outcome, voice }: WhyNotProps) {
  const { t } = useSpeech()
  const words = useRefusalWords()
  const { changes, error } = useExplanation(application, tried, outcome.hash)
  if (error !== null) return <p className="field-error">{words(error)}</p>
  if (changes === null) return <Skeleton lines={2} />
  const sentences = changesWords(changes, voice)
  if (sentences.length === 0) return <p>{t('workbench.no_change')}</p>
  return (
    <div>
      <h4>{t('workbench.changes')}</h4>
      <ul className="dots">
        {sentences.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  )
}

/** Asked again for every other result; what was said of the last one stays until then. */
function useExplanation(application: string, { source }: Tried, hash: string) {
  const ask = useAsk()
  const [changes, setChanges] = useState<SmallestChanges | null>(null)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    let gone = false
    const settle = (found: SmallestChanges | null, wrong: unknown) => {
      if (gone) return
      setChanges(found)
      setError(wrong)
    }
    ask('sponsorship.explain', { source, application }).then(
      (found) => settle(found, null),
      (wrong: unknown) => settle(null, wrong),
    )
    return () => {
      gone = true
    }
    // The hash names the result, and so the source that it was made from.
  }, [ask, application, hash])
  return { changes, error }
}
