// What every screen must say: no connection, nothing can be saved, something waits to be sent.

import { useStatus, useWaiting } from '../live/react'
import { Banner } from '../look'
import { useSpeech } from '../messages'

export function Banners() {
  const { t, locale } = useSpeech()
  const { phase, writable, heard } = useStatus()
  const waiting = useWaiting()
  const lost = phase === 'lost' || phase === 'stopped'
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(heard)
  return (
    <div role="status">
      {lost && <Banner tone="warn">{t('frame.offline_since', { time })}</Banner>}
      {!lost && !writable && <Banner tone="warn">{t('frame.read_only')}</Banner>}
      {lost && waiting.length > 0 && <Banner>{t('frame.waiting', { count: waiting.length })}</Banner>}
    </div>
  )
}
