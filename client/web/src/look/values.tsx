// How values look: texts in several languages, symbols, instants, money.

import { useSpeech, pick, directionOf } from '../messages'
import { useMeetingFacts } from '../app/meeting'

export type Texts = Record<string, string>

/** A text in the reader's language, or another that there is, isolated from what stands around it. */
export function Localized({ of }: { of: Texts | null | undefined }) {
  const { language } = useSpeech()
  const { text, in: tag } = pick(of, language)
  if (tag === language) return <bdi>{text}</bdi>
  return (
    <bdi lang={tag} dir={directionOf(tag)}>
      {text}
    </bdi>
  )
}

/** A document's symbol: left to right, never broken. */
export function Symbol({ children }: { children: string }) {
  return <bdi className="symbol">{children}</bdi>
}

/** Money in hundredths of the meeting's currency. */
export function Money({ centimes }: { centimes: number }) {
  const { locale } = useSpeech()
  const { currency } = useMeetingFacts()
  return <bdi className="numbers">{formatMoney(centimes, currency, locale)}</bdi>
}

export function formatMoney(centimes: number, currency: string, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'code' }).format(centimes / 100)
}

export type MomentForm = 'time' | 'day' | 'full' | 'short'

/** Meetings are announced by the 24-hour clock in every language. */
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

const forms: Record<MomentForm, Intl.DateTimeFormatOptions> = {
  time: clock,
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  full: { weekday: 'long', day: 'numeric', month: 'long', ...clock },
  short: { day: 'numeric', month: 'short', ...clock },
}

export function formatMoment(at: string | number, form: MomentForm, locale: string, zone: string): string {
  return new Intl.DateTimeFormat(locale, { ...forms[form], timeZone: zone }).format(new Date(at))
}

/** When something was last seen, by the reader's own clock: the time, with its day unless that is today. */
export function formatAsOf(at: number, now: number, locale: string): string {
  const today = new Date(at).toDateString() === new Date(now).toDateString()
  return new Intl.DateTimeFormat(locale, forms[today ? 'time' : 'full']).format(at)
}

/** The reader's zone where its clock differs from the meeting's at that instant. */
export function otherZone(at: string | number, zone: string): string | null {
  const mine = Intl.DateTimeFormat().resolvedOptions().timeZone
  const shown = (timeZone: string) => new Intl.DateTimeFormat('en', { ...forms.full, timeZone }).format(new Date(at))
  return shown(mine) === shown(zone) ? null : mine
}

/** An instant by the meeting's clock, and by the reader's where that differs. */
export function Moment({ at, form = 'full' }: { at: string; form?: MomentForm }) {
  const { locale, t } = useSpeech()
  const { zone } = useMeetingFacts()
  const other = form === 'day' ? null : otherZone(at, zone)
  return (
    <time dateTime={at} className="numbers">
      {formatMoment(at, form, locale, zone)}
      {other !== null && (
        <span className="muted"> {t('look.your_time', { time: formatMoment(at, 'time', locale, other) })}</span>
      )}
    </time>
  )
}

/** From one instant to another of the same day. */
export function Span({ from, to }: { from: string; to: string }) {
  const { locale, t } = useSpeech()
  const { zone } = useMeetingFacts()
  const range = (timeZone: string) =>
    new Intl.DateTimeFormat(locale, { ...forms.time, timeZone }).formatRange(new Date(from), new Date(to))
  const other = otherZone(from, zone)
  return (
    <span className="numbers">
      <bdi>{range(zone)}</bdi>
      {other !== null && <span className="muted"> {t('look.your_time', { time: range(other) })}</span>}
    </span>
  )
}

/** Bytes in words. */
export function Size({ bytes }: { bytes: number }) {
  const { locale } = useSpeech()
  const large = bytes >= 1_000_000
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: large ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: large ? 1 : 0,
  })
  return <bdi className="numbers">{format.format(large ? bytes / 1_000_000 : Math.max(1, bytes / 1000))}</bdi>
}
