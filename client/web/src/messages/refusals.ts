// Words for what the server refuses, by its stable codes, in every language alike; the server's own English sentence where
// the catalogue has none.

import { useCallback } from 'react'
import { Disconnected, Refusal, type Problem } from '../live/types'
import { useSpeech, type Speech } from './index'

/** A `.detail` message speaks of the problem's values. */
export function problemWords({ code, values, words }: Problem, { maybe }: Pick<Speech, 'maybe'>): string {
  const detail = Object.keys(values).length === 0 ? null : maybe(`error.${code}.detail`, numbered(values))
  return detail ?? maybe(`error.${code}`, {}) ?? words
}

/** Values come as texts; a plural needs its number. */
function numbered(values: Record<string, string>): Record<string, string | number> {
  return Object.fromEntries(Object.entries(values).map(([name, text]) => [name, /^\d+$/.test(text) ? Number(text) : text]))
}

/** Turns whatever went wrong into a sentence: what happened, and what to do next. */
export function useRefusalWords(): (error: unknown) => string {
  const speech = useSpeech()
  return useCallback(
    (error: unknown) => {
      if (error instanceof Refusal && error.problems[0] !== undefined) return problemWords(error.problems[0], speech)
      if (error instanceof Disconnected) return speech.t('look.disconnected')
      if (isProblem(error)) return problemWords(error, speech)
      return speech.t('error.internal')
    },
    [speech],
  )
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'words' in value
}
