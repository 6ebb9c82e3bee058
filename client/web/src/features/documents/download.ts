// Taking all language versions of a document at once: one download after another.

import { fileAddress } from '../../app/documents_topic'
import type { Document } from '../../wire'

const between = 400

export function downloadAll(meeting: string, id: string, document: Document): void {
  Object.keys(document.current?.files ?? {}).forEach((language, i) => {
    const link = window.document.createElement('a')
    link.href = fileAddress(meeting, id, document, language)
    link.download = document.current?.files[language]?.name ?? ''
    setTimeout(() => link.click(), i * between)
  })
}
