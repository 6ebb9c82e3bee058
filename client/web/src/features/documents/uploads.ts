// Uploads of a document's files that are under way, one a language.

import { useRef, useState } from 'react'
import { uploadAddress } from '../../app/documents_topic'
import { useMeeting } from '../../app/meeting'
import { upload, type Upload } from '../../live/http'
import { useRefusalWords } from '../../messages/refusals'

export interface UploadRow {
  file: File
  share: number
  refused: string | null
}

export interface Uploads {
  rows: Record<string, UploadRow>
  start(file: File, language: string): void
  /** Ends it, or takes its refusal away. */
  cancel(language: string): void
}

export function useUploads(document: string): Uploads {
  const meeting = useMeeting()
  const words = useRefusalWords()
  const [rows, setRows] = useState<Record<string, UploadRow>>({})
  const running = useRef(new Map<string, Upload>())

  const set = (language: string, row: UploadRow | null) =>
    setRows(({ [language]: _, ...others }) => (row === null ? others : { ...others, [language]: row }))

  const start = (file: File, language: string) => {
    running.current.get(language)?.cancel()
    set(language, { file, share: 0, refused: null })
    const address = uploadAddress(meeting, document, language, file.name)
    const going = upload(address, file, (share) => set(language, { file, share, refused: null }))
    running.current.set(language, going)
    going.done.then(
      () => set(language, null),
      (error: unknown) => {
        const cancelled = error instanceof DOMException && error.name === 'AbortError'
        if (!cancelled) set(language, { file, share: 0, refused: words(error) })
      },
    )
  }
  const cancel = (language: string) => {
    running.current.get(language)?.cancel()
    set(language, null)
  }
  return { rows, start, cancel }
}
