// The item that is open, in the bar on top.

import { Localized } from '../look/values'
import { useText } from '../messages'
import type { AgendaTopic } from '../wire'
import { useHere, useMeetingId, useMeetingTopic } from './meeting'
import { Link } from './router'

export function CurrentItem() {
  const t = useText()
  const here = useHere()
  const meeting = useMeetingId()
  const { state } = useMeetingTopic<AgendaTopic>('agenda')
  const item = state?.current === undefined ? undefined : state.items[state.current]
  if (meeting === null || state === undefined) return <span className="now" />
  if (item === undefined) return <span className="now muted">{t('frame.no_item')}</span>
  return (
    <Link to={here(`/agenda/${state.current}`)} className="now">
      <span className="strong">{t('frame.current_item', { number: item.number })}</span> <Localized of={item.title} />
    </Link>
  )
}
