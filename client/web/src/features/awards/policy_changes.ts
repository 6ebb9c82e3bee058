// In what one policy differs from another. Pure.

import type { AllocationPolicy } from '../../wire'

export type RulePart = 'points' | 'reserves' | 'caps' | 'gates'
export type Rule = AllocationPolicy[RulePart][number]
export type Setting = 'contingency_bp' | 'rounds' | 'precedence' | 'release'

export type PolicyChange =
  | { kind: 'setting'; part: Setting }
  | { kind: 'usual'; before: number; after: number }
  | { kind: 'override'; delegation: string; before: number | undefined; after: number | undefined }
  | { kind: 'added' | 'removed'; part: RulePart; rule: Rule }
  | { kind: 'changed'; part: RulePart; before: Rule; after: Rule }
  /** The reserves have their turns in another order. */
  | { kind: 'order' }

const settings: Setting[] = ['contingency_bp', 'rounds', 'precedence', 'release']
const parts: RulePart[] = ['points', 'reserves', 'caps', 'gates']

export function policyChanges(before: AllocationPolicy, after: AllocationPolicy): PolicyChange[] {
  return [
    ...settings.filter((part) => before[part] !== after[part]).map((part) => ({ kind: 'setting' as const, part })),
    ...capChanges(before.state_cap, after.state_cap),
    ...parts.flatMap((part) => ruleChanges(part, before[part], after[part])),
    ...(sameOrder(before.reserves, after.reserves) ? [] : [{ kind: 'order' as const }]),
  ]
}

type Caps = AllocationPolicy['state_cap']

function capChanges(before: Caps, after: Caps): PolicyChange[] {
  const found: PolicyChange[] = []
  if (before.usual !== after.usual) found.push({ kind: 'usual', before: before.usual, after: after.usual })
  for (const delegation of new Set([...Object.keys(before.overrides), ...Object.keys(after.overrides)])) {
    const [was, is] = [before.overrides[delegation], after.overrides[delegation]]
    if (was !== is) found.push({ kind: 'override', delegation, before: was, after: is })
  }
  return found
}

function ruleChanges(part: RulePart, before: readonly Rule[], after: readonly Rule[]): PolicyChange[] {
  const byId = (rules: readonly Rule[]) => new Map(rules.map((rule) => [rule.id, rule]))
  const [old, now] = [byId(before), byId(after)]
  return [
    ...after.flatMap((rule): PolicyChange[] => {
      const earlier = old.get(rule.id)
      if (earlier === undefined) return [{ kind: 'added', part, rule }]
      return meaning(earlier) === meaning(rule) ? [] : [{ kind: 'changed', part, before: earlier, after: rule }]
    }),
    ...before.filter((rule) => !now.has(rule.id)).map((rule): PolicyChange => ({ kind: 'removed', part, rule })),
  ]
}

/** What a rule does, whatever it is called. */
function meaning(rule: Rule): string {
  return canonical({ ...rule, label: undefined })
}

/** Whether two rules mean the same people. */
export function sameWho(a: Rule, b: Rule): boolean {
  return canonical(a.who) === canonical(b.who)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

function sameOrder(before: readonly { id: string }[], after: readonly { id: string }[]): boolean {
  const common = (rules: readonly { id: string }[], others: readonly { id: string }[]) =>
    rules.map(({ id }) => id).filter((id) => others.some((other) => other.id === id))
  return common(before, after).join('\n') === common(after, before).join('\n')
}
