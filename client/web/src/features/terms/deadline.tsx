// An instant that somebody has to keep: in full, with its zone, and once more by the reader's clock where that differs.

import { useMeetingFacts } from '../../app/meeting'
import { otherZone } from '../../look/values'
import { useSpeech } from '../../messages'

export function formatDeadline(at: string, locale: string, zone: string): string {
  const form = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const
  return new Intl.DateTimeFormat(locale, { ...form, hourCycle: 'h23', timeZone: zone }).format(new Date(at))
}

export function Deadline({ at }: { at: string }) {
  const { locale, t } = useSpeech()
  const { zone } = useMeetingFacts()
  const other = otherZone(at, zone)
  return (
    <time dateTime={at} className="numbers">
      <bdi>{t('terms.in_zone', { time: formatDeadline(at, locale, zone), zone })}</bdi>
      {other !== null && (
        <span className="muted"> {t('terms.in_your_zone', { time: formatDeadline(at, locale, other), zone: other })}</span>
      )}
    </time>
  )
}
