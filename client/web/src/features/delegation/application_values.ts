// An application as the values of a form, and back. Pure.

import type { Errors } from '../../look/form_state'
import type { ApplicationDetails } from '../../wire'

export interface ApplicationValues extends Record<string, string | boolean> {
  extent: string
  accepts_part: boolean
  rank: string
  reason: string
  survivor: boolean
  companion: boolean
}

export function toApplicationValues(details: ApplicationDetails | undefined): ApplicationValues {
  return {
    extent: details?.extent ?? 'whole',
    accepts_part: details?.accepts_part ?? false,
    rank: details?.rank === undefined ? '' : String(details.rank),
    reason: details?.reason ?? '',
    survivor: details?.survivor ?? false,
    companion: details?.companion ?? false,
  }
}

/** Whoever asks for a part accepts one; that is said only of those who ask for the whole. */
export function toApplication(values: ApplicationValues): ApplicationDetails {
  const extent = values.extent === 'part' ? 'part' : 'whole'
  const rank = values.rank.trim()
  return {
    extent,
    reason: values.reason.trim(),
    survivor: values.survivor,
    companion: values.companion,
    ...(extent === 'whole' && values.accepts_part ? { accepts_part: true } : {}),
    ...(rank === '' ? {} : { rank: Number(rank) }),
  }
}

export function applicationCheck(values: ApplicationValues, words: { missing: string; rank: string }): Errors {
  return {
    reason: values.reason.trim() === '' ? words.missing : undefined,
    rank: /^([1-9]\d{0,2})?$/.test(values.rank.trim()) ? undefined : words.rank,
  }
}
