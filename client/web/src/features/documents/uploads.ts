// Uploads of files that are under way: one for each place that a file can have, such as a language of a document.

import { useRef, useState } from 'react'
import { upload, type Upload } from '../../live/http'
import { useRefusalWords } from '../../messages/refusals'

export interface UploadRow {
  file: File
  share: number
  refused: string | null
}

export interface Uploads {
  rows: Record<string, UploadRow>
  start(file: File, place: string): void
  /** Ends it, or takes its refusal away. */
  cancel(place: string): void
}

/** `addressOf`: where the file of a place goes, with the name that it has. */
export function useUploads(addressOf: (place: string, name: string) => string): Uploads {
  const words = useRefusalWords()
  const [rows, setRows] = useState<Record<string, UploadRow>>({})
  const running = useRef(new Map<string, Upload>())

  const set = (place: string, row: UploadRow | null) =>
    setRows(({ [place]: _, ...others }) => (row === null ? others : { ...others, [place]: row }))

  const start = (file: File, place: string) => {
    running.current.get(place)?.cancel()
    set(place, { file, share: 0, refused: null })
    const address = addressOf(place, file.name)
    const going = upload(address, file, (share) => set(place, { file, share, refused: null }))
    running.current.set(place, going)
    going.done.then(
      () => set(place, null),
      (error: unknown) => {
        const cancelled = error instanceof DOMException && error.name === 'AbortError'
        if (!cancelled) set(place, { file, share: 0, refused: words(error) })
      },
    )
  }
  const cancel = (place: string) => {
    running.current.get(place)?.cancel()
    set(place, null)
  }
  return { rows, start, cancel }
}
