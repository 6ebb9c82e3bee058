// Which documents, and in which order. Pure.

import { pick } from '../../messages/languages'
import type { Document, DocumentsTopic } from '../../wire'

const symbolOf = (document: Document) => document.current?.symbol ?? document.details.symbol ?? ''

/** By symbol, numbers in it as numbers; those without one last. */
export function bySymbol([, a]: [string, Document], [, b]: [string, Document]): number {
  const [left, right] = [symbolOf(a), symbolOf(b)]
  if ((left === '') !== (right === '')) return left === '' ? 1 : -1
  return left.localeCompare(right, 'en', { numeric: true })
}

export function papersOf({ documents }: DocumentsTopic, item: string): [string, Document][] {
  return Object.entries(documents)
    .filter(([, d]) => d.state === 'published' && d.details.items.includes(item))
    .sort(bySymbol)
}

/** A file's languages: the reader's first, the others in the meeting's order. */
export function languagesOf(files: Record<string, unknown>, mine: string, order: readonly string[]): string[] {
  const place = (language: string) => (language === mine ? -1 : (order.indexOf(language) + 1 || 99))
  return Object.keys(files).sort((a, b) => place(a) - place(b) || a.localeCompare(b))
}

export interface DocumentFilter {
  text: string
  kind: string
  state: string
}

/** Whether a document has all the words, in its symbol or in its title in any language. */
export function matches(document: Document, { text, kind, state }: DocumentFilter): boolean {
  if (kind !== '' && document.details.kind !== kind) return false
  if (state !== '' && document.state !== state) return false
  const hay = [symbolOf(document), ...Object.values(document.details.title)].join(' ').toLocaleLowerCase()
  return text
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => hay.includes(word))
}

export function titleOf(document: Document, language: string): string {
  return pick(document.details.title, language).text
}
