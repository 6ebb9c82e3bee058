// Where the papers of sponsorship are. Pure.

export const reports = ['donors', 'meeting', 'audit'] as const
export type Report = (typeof reports)[number]

export const report_forms = ['pdf', 'xlsx', 'json'] as const
export type ReportForm = (typeof report_forms)[number]

const exports = (meeting: string, file: string) => `/exports/${encodeURIComponent(meeting)}/${file}`

/** The letter that tells about an application, in the language of the person. */
export function letterAddress(meeting: string, application: string): string {
  return exports(meeting, `letter-${encodeURIComponent(application)}.pdf`)
}

/** `proposal` for the audit of one; without it, of the one notified last. */
export function reportAddress(meeting: string, report: Report, form: ReportForm, language: string, proposal?: string): string {
  const query = new URLSearchParams({ lang: language, ...(proposal === undefined ? {} : { proposal }) })
  return `${exports(meeting, `sponsorship-${report}.${form}`)}?${query}`
}
