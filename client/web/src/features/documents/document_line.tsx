// One document in a list: symbol, title, and its languages as links to the files.

import { fileAddress } from '../../app/documents_topic'
import { useHere, useMeeting, useMeetingDetails } from '../../app/meeting'
import { Link } from '../../app/router'
import { Localized, Size, Symbol, Tag } from '../../look'
import { useSpeech } from '../../messages'
import type { Document, Revision } from '../../wire'
import { useLanguageName } from './language_name'
import { languagesOf } from './sorting'

export function DocumentLine({ id, document, current = false }: { id: string; document: Document; current?: boolean }) {
  const here = useHere()
  const symbol = document.current?.symbol ?? document.details.symbol
  return (
    <div className="stack tight">
      <Link
        to={here(`/documents/${encodeURIComponent(id)}`)}
        className="row-link"
        style={{ padding: 0 }}
        aria-current={current ? 'true' : undefined}
        data-row
      >
        {symbol !== undefined && (
          <span className="strong">
            <Symbol>{symbol}</Symbol>{' '}
          </span>
        )}
        <Localized of={document.details.title} /> <StateTag document={document} />
      </Link>
      {document.current !== undefined && <Files id={id} document={document} revision={document.current} />}
    </div>
  )
}

export function StateTag({ document }: { document: Document }) {
  const { t } = useSpeech()
  if (document.state === 'draft') return <Tag tone="warn">{t('document.draft')}</Tag>
  if (document.state === 'withdrawn') return <Tag tone="bad">{t('document.withdrawn')}</Tag>
  if (document.draft !== undefined) return <Tag tone="warn">{t('document.revision_draft')}</Tag>
  return null
}

interface FilesProps {
  id: string
  document: Document
  revision: Revision
  /** Links to exactly this revision rather than to the latest. */
  exact?: boolean
}

/** Links to the files of a revision; the reader's language stands first and large. */
export function Files({ id, document, revision, exact = false }: FilesProps) {
  const { t, language } = useSpeech()
  const name = useLanguageName()
  const meeting = useMeeting()
  const order = useMeetingDetails()?.languages ?? []
  const languages = languagesOf(revision.files, language, order)
  if (languages.length === 0) return <p className="muted small">{t('documents.no_files')}</p>
  return (
    <ul className="row" style={{ ['--gap' as string]: 'var(--space-3)' }}>
      {languages.map((tag) => {
        const file = revision.files[tag]!
        return (
          <li key={tag}>
            <a
              href={fileAddress(meeting, id, document, tag, exact ? revision : undefined)}
              className={tag === language ? 'strong' : ''}
              target="_blank"
              rel="noopener"
              hrefLang={tag}
            >
              <bdi>{name(tag)}</bdi>
            </a>{' '}
            {tag === language && (
              <span className="muted small">
                {kindOf(file.media_type)} <Size bytes={file.size} />
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** PDF, DOCX: what people call a media type. */
export function kindOf(media_type: string): string {
  const known: Record<string, string> = {
    'application/pdf': 'PDF',
    'application/msword': 'DOC',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
    'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PPTX',
  }
  return known[media_type] ?? media_type.split('/').at(-1)?.toUpperCase() ?? ''
}
