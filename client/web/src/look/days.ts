// Calendar days of a meeting, which are in no time zone.

const noon = (day: string) => new Date(`${day}T12:00:00Z`)

export function formatDays(from: string, to: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  const range = format.formatRange(noon(from), noon(to))
  // Where a language has no words for a range of days, as Chinese has not, it comes as 2023/9/11: both days in full then.
  return /\d\/\d/.test(range) ? `${format.format(noon(from))} – ${format.format(noon(to))}` : range
}

/** The day in a zone on which an instant falls: YYYY-MM-DD. */
export function dayOf(at: string | number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone })
  return parts.format(new Date(at))
}

/** The instant at which clocks in `zone` show that day and time (HH:MM). */
export function instantAt(day: string, time: string, zone: string): string {
  const wanted = Date.parse(`${day}T${time}:00Z`)
  let at = wanted
  for (let i = 0; i < 2; i++) at += wanted - shownAt(at, zone)
  return new Date(at).toISOString()
}

/** What the clocks of `zone` show at `at`, as if it were UTC. */
function shownAt(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(new Date(at))
  const get = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return Date.UTC(get('year'), get('month') - 1, get('day'), get('hour'), get('minute'), get('second'))
}

/** HH:MM of an instant by the clocks of `zone`. */
export function timeOf(at: string, zone: string): string {
  return new Date(shownAt(Date.parse(at), zone)).toISOString().slice(11, 16)
}
