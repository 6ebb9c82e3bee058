// A policy, and changes of it, in sentences. Pure.

import { pick } from '../../messages/languages'
import type { Speech } from '../../messages'
import type { AllocationPolicy } from '../../wire'
import { conditionWords, type Vocabulary } from '../sponsorship/condition_words'
import { sameWho, type PolicyChange, type Rule, type Setting } from './policy_changes'

export type Words = Pick<Speech, 't' | 'language' | 'locale'>

const percent = (basis_points: number, locale: string) =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(basis_points / 10_000)

const labelOf = (rule: Rule, language: string) => pick(rule.label, language).text || rule.id

function settingWords(part: Setting, policy: AllocationPolicy, { t, locale }: Words): string {
  switch (part) {
    case 'contingency_bp':
      return t('decision.policy_contingency', { share: percent(policy.contingency_bp, locale) })
    case 'rounds':
      return t(policy.rounds ? 'decision.policy_rounds' : 'decision.policy_no_rounds')
    case 'precedence':
      return t(`decision.policy_precedence_${policy.precedence}`)
    case 'release':
      return t(`decision.policy_release_${policy.release}`)
  }
}

function ruleWords(rule: Rule, { t, language }: Words): string {
  const label = labelOf(rule, language)
  if ('pts' in rule) return t('decision.rule_points', { label, count: rule.pts })
  if ('kind' in rule) {
    return rule.kind === 'count'
      ? t('decision.rule_count', { label, count: rule.value ?? 0 })
      : t('decision.rule_share', { label, num: rule.num ?? 0, den: rule.den ?? 1 })
  }
  return 'value' in rule ? t('decision.rule_cap', { label, count: rule.value }) : label
}

interface ChangeNames {
  delegation(id: string): string
  known: Vocabulary
}

/** A change, of a policy that is `after` now. */
export function changeWords(change: PolicyChange, after: AllocationPolicy, names: ChangeNames, words: Words): string {
  const { t } = words
  switch (change.kind) {
    case 'setting':
      return settingWords(change.part, after, words)
    case 'usual':
      return t('decision.change_usual', { before: change.before, after: change.after })
    case 'override':
      return change.after === undefined
        ? t('decision.change_no_override', { name: names.delegation(change.delegation) })
        : t('decision.change_override', { name: names.delegation(change.delegation), count: change.after })
    case 'added':
      return t(`decision.change_added_${change.part}`, { rule: ruleWords(change.rule, words) })
    case 'removed':
      return t(`decision.change_removed_${change.part}`, { rule: ruleWords(change.rule, words) })
    case 'changed': {
      const [before, now] = [change.before, change.after].map((rule) => ruleWords(rule, words))
      const who = (rule: Rule) => conditionWords(rule.who, names.known, words)
      const others = sameWho(change.before, change.after)
        ? ''
        : ` ${t('decision.change_who', { who: who(change.after), before: who(change.before) })}`
      return `${before === now ? now : t('decision.change_rule', { before: before ?? '', after: now ?? '' })}${others}`
    }
    case 'order':
      return t('decision.change_order')
  }
}
