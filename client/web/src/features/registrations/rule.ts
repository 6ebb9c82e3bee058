// The rule of procedure under which a category takes part, in the reader's language.

import type { Speech } from '../../messages'

/** A meeting's file says "rule 1.2": its number in the words of the catalogue; anything else as it stands. */
export function ruleWords(rule: string, t: Speech['t']): string {
  const number = /^rule (\d\S*)$/i.exec(rule)?.[1]
  return number === undefined ? rule : t('registrations.rule', { number })
}
