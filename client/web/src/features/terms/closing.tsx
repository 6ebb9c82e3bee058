// When applications close, or that they are closed; nothing where no terms are published.

import { useText } from '../../messages'
import { Deadline } from './deadline'
import { useClosed, usePublishedTerms } from './topics'

export function Closing() {
  const t = useText()
  const closes = usePublishedTerms()?.closes
  const closed = useClosed()
  if (closes === undefined) return null
  return (
    <p>
      {t(closed ? 'terms.closed_at' : 'terms.closes_at')} <Deadline at={closes} />
    </p>
  )
}
