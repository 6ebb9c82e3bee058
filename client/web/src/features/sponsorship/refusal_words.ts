// Why somebody was told no, in words: the rule's own codes with the labels that the policy gives them. Pure.

import { pick } from '../../messages/languages'
import type { MessageKey, Values } from '../../messages/catalogue'
import type { AllocationPolicy, ToldRefusal } from '../../wire'

interface Words {
  t(key: MessageKey, values?: Values): string
  language: string
  money(centimes: number): string
}

export interface WhyNot {
  text: string
  /** The gates that were not met, each by its label. */
  gates: string[]
}

export function whyNot({ reason, gates, lacking }: ToldRefusal, policy: AllocationPolicy | undefined, words: Words): WhyNot {
  const { t } = words
  const [code = '', id = ''] = reason.split(/:(.*)/)
  const labelled = (rules: readonly { id: string; label: Record<string, string> }[] | undefined, wanted: string) =>
    pick(rules?.find((rule) => rule.id === wanted)?.label, words.language).text || wanted
  const said = (text: string, others: string[] = []): WhyNot => ({ text, gates: others })
  if (code === 'FUNDS') {
    return said(lacking === undefined ? t('sponsorship.told_funds') : t('sponsorship.told_funds_by', { amount: words.money(lacking) }))
  }
  if (code === 'NO_ELIGIBLE_FUND') return said(t('sponsorship.told_no_fund'))
  if (code === 'STATE_CAP') return said(t('sponsorship.told_state_cap'))
  if (code === 'CAP') return said(t('sponsorship.told_cap', { label: labelled(policy?.caps, id) }))
  if (code === 'HELD') return said(t('sponsorship.told_held', { label: labelled(policy?.reserves, id) }))
  if (code !== 'GATE') return said(t('sponsorship.told_other'))
  const names = gates.map((gate) => (gate === 'WITHDRAWN' ? t('application.withdrawn') : labelled(policy?.gates, gate)))
  return said(t('sponsorship.told_gates'), names)
}
