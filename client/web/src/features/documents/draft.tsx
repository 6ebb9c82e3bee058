// The draft revision of a document: its files, language by language, and publishing it.

import { useState } from 'react'
import { useAct, useCommand } from '../../app/commands'
import { uploadAddress } from '../../app/documents_topic'
import { useMeeting, useMeetingDetails } from '../../app/meeting'
import { Button, ProgressBar, Size } from '../../look'
import { FileDrop } from '../../look/file_drop'
import { useText } from '../../messages'
import type { Document, Revision } from '../../wire'
import { kindOf } from './document_line'
import { guessLanguage } from './guess_language'
import { useLanguageName } from './language_name'
import { useUploads, type UploadRow } from './uploads'

const accepted = ['.pdf', '.doc', '.docx', '.xlsx', '.pptx', '.odt', '.txt']

export function Draft({ id, document, draft }: { id: string; document: Document; draft: Revision }) {
  const t = useText()
  const command = useCommand()
  const { busy, act } = useAct()
  const meeting = useMeeting()
  const languages = useMeetingDetails()?.languages ?? []
  const { rows, start, cancel } = useUploads((language, name) => uploadAddress(meeting, id, language, name))
  const [unplaced, setUnplaced] = useState<File[]>([])
  const count = Object.keys(draft.files).length

  const take = (files: File[]) => {
    const unknown: File[] = []
    for (const file of files) {
      const language = guessLanguage(file.name, languages)
      if (language === null) unknown.push(file)
      else start(file, language)
    }
    setUnplaced((before) => [...before, ...unknown])
  }
  const publish = () =>
    act(() => command('documents.publish', { document: id, version: document.version }), t('document.done_publish', { count }))

  return (
    <section className="card stack">
      <h3>{document.current === undefined ? t('document.draft_files') : t('document.draft_revision')}</h3>
      <ul className="lines">
        {languages.map((language) => (
          <LanguageRow key={language} id={id} language={language} draft={draft} row={rows[language]} onCancel={cancel} onFile={start} />
        ))}
      </ul>
      <FileDrop
        label={t('document.drop')}
        choose={t('document.choose_files')}
        hint={t('document.drop_hint')}
        accept={accepted}
        several
        onFiles={take}
      />
      {unplaced.map((file) => (
        <div key={file.name} className="row">
          <span>{t('document.which_language', { name: file.name })}</span>
          {languages.map((language) => (
            <Button
              key={language}
              onPress={() => {
                start(file, language)
                setUnplaced((before) => before.filter((other) => other !== file))
              }}
            >
              {language.toUpperCase()}
            </Button>
          ))}
        </div>
      ))}
      <div>
        <Button kind="primary" busy={busy} isDisabled={count === 0} onPress={() => void publish()}>
          {t('document.publish', { count })}
        </Button>
      </div>
    </section>
  )
}

interface LanguageRowProps {
  id: string
  language: string
  draft: Revision
  row: UploadRow | undefined
  onFile(file: File, language: string): void
  onCancel(language: string): void
}

function LanguageRow({ id, language, draft, row, onFile, onCancel }: LanguageRowProps) {
  const t = useText()
  const name = useLanguageName()
  const command = useCommand()
  const { busy, act } = useAct()
  const file = draft.files[language]
  return (
    <li className="stack tight" style={{ paddingBlock: 'var(--space-2)' }}>
      <div className="row apart">
        <span>
          <bdi className="strong">{name(language)}</bdi>{' '}
          {file === undefined ? (
            <span className="muted">{t('document.no_file')}</span>
          ) : (
            <span>
              <bdi>{file.name}</bdi> <span className="muted">{kindOf(file.media_type)} <Size bytes={file.size} /></span>
            </span>
          )}
        </span>
        {file !== undefined && row === undefined && (
          <Button
            kind="quiet"
            busy={busy}
            onPress={() => void act(() => command('documents.detach', { document: id, language }))}
          >
            {t('document.detach', { language: name(language) })}
          </Button>
        )}
      </div>
      {row !== undefined && row.refused === null && (
        <div className="row">
          <div style={{ flex: 1 }}>
            <ProgressBar label={t('document.uploading', { name: row.file.name })} share={row.share} />
          </div>
          <Button onPress={() => onCancel(language)}>{t('look.cancel')}</Button>
        </div>
      )}
      {row !== undefined && row.refused !== null && (
        <div className="row" role="alert">
          <span className="field-error">{row.refused}</span>
          <Button onPress={() => onFile(row.file, language)}>{t('document.again')}</Button>
          <Button kind="quiet" onPress={() => onCancel(language)}>
            {t('look.dismiss')}
          </Button>
        </div>
      )}
    </li>
  )
}
