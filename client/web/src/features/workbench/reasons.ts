// Why somebody has a seat or has none, in one line. Pure.

import type { Speech } from '../../messages'
import type { AllocationOutcome, GrantedSeat, RefusedApplication, SmallestChanges } from '../../wire'
import type { Names } from './names'

export interface Voice {
  t: Speech['t']
  locale: string
  names: Names
  money(centimes: number): string
}

const all = (voice: Voice, words: string[]) => new Intl.ListFormat(voice.locale, { type: 'conjunction' }).format(words)
const after = (text: string, prefix: string) => (text.startsWith(prefix) ? text.slice(prefix.length) : null)

/** Whose turn it was that gave the seat. */
export function turnWords({ turn }: Pick<GrantedSeat, 'turn'>, { t, names }: Voice): string {
  if (turn === 'LOCKED') return t('workbench.turn_locked')
  const reserve = after(turn, 'RESERVE:')
  return reserve === null ? t('workbench.turn_open') : t('workbench.turn_reserve', { reserve: names.reserve(reserve) })
}

export function refusedWords(refused: RefusedApplication, application: string, voice: Voice): string {
  const { t, names, money } = voice
  const cap = after(refused.reason, 'CAP:')
  if (cap !== null) return t('workbench.no_cap', { cap: names.cap(cap) })
  const reserve = after(refused.reason, 'HELD:')
  if (reserve !== null) return t('workbench.no_held', { reserve: names.reserve(reserve) })
  if (refused.reason === 'STATE_CAP') return t('workbench.no_state_cap', { state: names.state(application) })
  if (refused.reason === 'NO_ELIGIBLE_FUND') return t('workbench.no_fund')
  if (refused.reason !== 'FUNDS') return refused.reason
  return t('workbench.no_funds', { amount: money(refused.lacking ?? 0), funds: all(voice, refused.tight.map(names.fund)) })
}

/** Why somebody was not ranked. */
export function gatedWords(gates: readonly string[], voice: Voice): string {
  const { t, names } = voice
  if (gates.includes('WITHDRAWN')) return t('workbench.gated_withdrawn')
  return t('workbench.gated', { gates: all(voice, gates.map(names.gate)) })
}

export function overcommittedWords({ lacking, tight }: NonNullable<AllocationOutcome['overcommitted']>, voice: Voice): string {
  return voice.t('workbench.overcommitted', { amount: voice.money(lacking), funds: all(voice, tight.map(voice.names.fund)) })
}

/** Each of the smallest changes as a sentence of its own; empty where none would do. */
export function changesWords({ cost, top_up, points }: SmallestChanges, { t, names, money }: Voice): string[] {
  return [
    ...(cost === undefined ? [] : [t('workbench.change_cost', { package: names.package(cost.package), amount: money(cost.lacking) })]),
    ...topUpWords(top_up, { t, names, money }),
    ...(points === undefined ? [] : [t('workbench.change_points', { points })]),
  ]
}

/** By fund, what more money in it would have to be; the smallest sum first. */
export function topUpWords(top_up: Record<string, number>, { t, names, money }: Pick<Voice, 't' | 'names' | 'money'>): string[] {
  return Object.entries(top_up)
    .sort(([, a], [, b]) => a - b)
    .map(([fund, amount]) => t('workbench.change_top_up', { fund: names.fund(fund), amount: money(amount) }))
}
