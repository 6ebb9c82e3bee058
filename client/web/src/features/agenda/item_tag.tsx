// How an item stands, in a word.

import { Tag, type Tone } from '../../look'
import { useText } from '../../messages'
import type { ItemState } from '../../wire'

const tones: Record<ItemState, Tone> = { pending: 'plain', open: 'good', suspended: 'warn', closed: 'plain' }

/** Nothing is said of an item that has not been opened yet. */
export function ItemTag({ state }: { state: ItemState }) {
  const t = useText()
  return state === 'pending' ? null : <Tag tone={tones[state]}>{t(`item.${state}`)}</Tag>
}
