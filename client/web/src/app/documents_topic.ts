// Which of the topics about documents somebody may follow, and where the files are.

import type { Document, Revision } from '../wire'
import type { Rights } from './rights'

export function documentsTopic(rights: Rights): string {
  if (rights.secretariat) return 'documents@secretariat'
  return rights.participant ? 'documents@participants' : 'documents'
}

/** Without `revision`: always the newest one published. */
export function fileAddress(meeting: string, id: string, document: Document, language: string, revision?: Revision): string {
  const symbol = document.current?.symbol ?? document.details.symbol
  const name = (symbol ?? id).split('/').map(encodeURIComponent).join('/')
  const exact = revision === undefined ? '' : `/${revision.number}`
  return `/documents/${encodeURIComponent(meeting)}/${name}/${language}${exact}`
}

export function uploadAddress(meeting: string, id: string, language: string, name: string): string {
  const query = new URLSearchParams({ name })
  return `/uploads/${encodeURIComponent(meeting)}/${encodeURIComponent(id)}/${language}?${query}`
}

/** A list as a file, in a language: "agenda.pdf". */
export function exportAddress(meeting: string, file: string, language: string): string {
  return `/exports/${encodeURIComponent(meeting)}/${file}?lang=${language}`
}

/** A supporting file of an application for sponsorship, for whoever may see the application. */
export function applicationFileAddress(meeting: string, application: string, file: string): string {
  return `/files/${[meeting, 'applications', application, file].map(encodeURIComponent).join('/')}`
}

export function applicationUploadAddress(
  meeting: string,
  { delegation, application }: { delegation: string; application: string },
  file: string,
  name: string,
): string {
  const path = [meeting, 'applications', delegation, application, file].map(encodeURIComponent).join('/')
  return `/uploads/${path}?${new URLSearchParams({ name })}`
}

/** The letter that says what was decided about an application, in the person's language. */
export function letterAddress(meeting: string, application: string): string {
  return `/exports/${encodeURIComponent(meeting)}/letter-${encodeURIComponent(application)}.pdf`
}
