// Names of those who propose, approve and try; asked for when an account is seen that has none yet.

import { useEffect, useState } from 'react'
import { useAsk } from '../../app/commands'
import { useText } from '../../messages'

export function useCommitteeNames(accounts: readonly (string | undefined)[]): (account: string | undefined) => string {
  const t = useText()
  const ask = useAsk()
  const [names, setNames] = useState<Record<string, string>>({})
  const unknown = [...new Set(accounts)].filter((id) => id !== undefined && names[id] === undefined).sort().join(' ')
  useEffect(() => {
    if (unknown === '') return
    ask('sponsorship.committee', {}).then(
      (answer) => setNames(answer.names),
      () => setNames((before) => before),
    )
  }, [ask, unknown])
  return (account) => isolated((account === undefined ? undefined : names[account]) ?? t('decision.somebody'))
}

/** Keeps its own direction inside of a sentence (Unicode's first strong isolate). */
const isolated = (name: string) => `\u2068${name}\u2069`
