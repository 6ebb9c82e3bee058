// Whether there is a connection: a word and a shape.

import { useStatus } from '../live/react'
import { useText } from '../messages'

export function ConnectionMark() {
  const t = useText()
  const { phase, heard } = useStatus()
  if (phase === 'lost' || phase === 'stopped') return <span className="connection off">{t('frame.offline')}</span>
  if (phase === 'connecting' || heard === null) return <span className="connection trying">{t('frame.connecting')}</span>
  return <span className="connection">{t('frame.online')}</span>
}
