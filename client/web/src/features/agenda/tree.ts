// The agenda as a tree. Pure.

import type { AgendaTopic } from '../../wire'

export function depthOf({ items }: AgendaTopic, id: string): number {
  let depth = 0
  let above = items[id]?.parent
  while (above !== undefined && depth < 16) {
    depth += 1
    above = items[above]?.parent
  }
  return depth
}

/** The items directly below one, in their order; those at the top for undefined. */
export function childrenOf({ items, order }: AgendaTopic, parent: string | undefined): string[] {
  return order.filter((id) => items[id]?.parent === parent)
}

/** Whether `id` is `above` or stands below it. */
export function isWithin({ items }: AgendaTopic, id: string, above: string): boolean {
  for (let at: string | undefined = id, steps = 0; at !== undefined && steps < 16; steps++) {
    if (at === above) return true
    at = items[at]?.parent
  }
  return false
}

/** Where an item stands: below which, and after which; absent for the top and for the first. */
export interface Place {
  parent?: string
  after?: string
}

export function placeOf(agenda: AgendaTopic, id: string): Place {
  const parent = agenda.items[id]?.parent
  const siblings = childrenOf(agenda, parent)
  const after = siblings[siblings.indexOf(id) - 1]
  return { ...(parent === undefined ? {} : { parent }), ...(after === undefined ? {} : { after }) }
}

/** One step up or down among its siblings; null where there is none. */
export function stepped(agenda: AgendaTopic, id: string, step: -1 | 1): Place | null {
  const parent = agenda.items[id]?.parent
  const siblings = childrenOf(agenda, parent)
  const at = siblings.indexOf(id) + step
  if (at < 0 || at >= siblings.length) return null
  const others = siblings.filter((other) => other !== id)
  const after = others[at - 1]
  return { ...(parent === undefined ? {} : { parent }), ...(after === undefined ? {} : { after }) }
}
