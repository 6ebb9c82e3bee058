// What every screen must say: no connection, nothing can be saved, something waits to be sent.

import { useStatus, useWaiting } from '../live/react'
import { Banner } from '../look'
import { formatAsOf } from '../look/values'
import { useSpeech } from '../messages'

export function Banners() {
  const { t, locale } = useSpeech()
  const { phase, writable, as_of } = useStatus()
  const waiting = useWaiting()
  const lost = phase === 'lost' || phase === 'stopped'
  return (
    <div role="status">
      {lost && (
        <Banner tone="warn">
          {as_of === null
            ? t('frame.offline_nothing')
            : t('frame.offline_since', { time: formatAsOf(as_of, Date.now(), locale) })}
        </Banner>
      )}
      {!lost && !writable && <Banner tone="warn">{t('frame.read_only')}</Banner>}
      {lost && waiting.length > 0 && <Banner>{t('frame.waiting', { count: waiting.length })}</Banner>}
    </div>
  )
}
