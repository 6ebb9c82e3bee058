// Giving files: by dropping them, or by a button.

import type { ReactNode } from 'react'
import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Text } from 'react-aria-components/Text'
import { Button } from './button'

interface FileDropProps {
  label: string
  choose: string
  hint?: ReactNode
  accept?: string[]
  several?: boolean
  onFiles(files: File[]): void
}

export function FileDrop({ label, choose, hint, accept, several = false, onFiles }: FileDropProps) {
  return (
    <DropZone
      className="drop"
      onDrop={({ items }) => {
        const files = items.flatMap((item) => (item.kind === 'file' ? [item.getFile()] : []))
        void Promise.all(files).then((got) => got.length > 0 && onFiles(several ? got : got.slice(0, 1)))
      }}
    >
      <Text slot="label" className="strong">
        {label}
      </Text>
      {hint !== undefined && <span className="field-hint">{hint}</span>}
      <FileTrigger
        allowsMultiple={several}
        {...(accept ? { acceptedFileTypes: accept } : {})}
        onSelect={(list) => list !== null && list.length > 0 && onFiles([...list])}
      >
        <Button>{choose}</Button>
      </FileTrigger>
    </DropZone>
  )
}
