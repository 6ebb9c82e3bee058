// The supporting files of an application: which are there, to download, and which are missing.

import { applicationFileAddress } from '../../app/documents_topic'
import { useMeeting } from '../../app/meeting'
import { Empty, Localized, Moment, Size, Tag } from '../../look'
import { useSpeech } from '../../messages'
import type { Application, FileRule } from '../../wire'

/** The files that the terms ask for, and those that are there although the terms ask for them no more. */
export function filesToShow(rules: readonly FileRule[], kept: Record<string, unknown>): FileRule[] {
  const known = new Set(rules.map(({ id }) => id))
  const others = Object.keys(kept).filter((id) => !known.has(id))
  return [...rules, ...others.map((id) => ({ id, label: { und: id }, required: false }))]
}

interface SupportingFilesProps {
  id: string
  application: Pick<Application, 'files' | 'missing'>
  rules: readonly FileRule[]
}

export function SupportingFiles({ id, application: { files, missing }, rules }: SupportingFilesProps) {
  const { t } = useSpeech()
  const shown = filesToShow(rules, files)
  if (shown.length === 0) return <Empty>{t('application.no_files_asked')}</Empty>
  return (
    <ul className="lines">
      {shown.map((rule) => (
        <li key={rule.id} style={{ paddingBlock: 'var(--space-2)' }}>
          <Localized of={rule.label} />{' '}
          {missing.includes(rule.id) && <Tag tone="warn">{t('application.file_missing')}</Tag>}
          <br />
          <FileLink application={id} rule={rule} kept={files[rule.id]} />
        </li>
      ))}
    </ul>
  )
}

interface FileLinkProps {
  application: string
  rule: FileRule
  kept: Application['files'][string] | undefined
}

export function FileLink({ application, rule, kept }: FileLinkProps) {
  const { t } = useSpeech()
  const meeting = useMeeting()
  if (kept === undefined) return <span className="muted">{t('document.no_file')}</span>
  return (
    <>
      <a href={applicationFileAddress(meeting, application, rule.id)} download={kept.file.name}>
        <bdi>{kept.file.name}</bdi>
      </a>{' '}
      <span className="muted small">
        <Size bytes={kept.file.size} /> · <Moment at={kept.attached} form="short" />
      </span>
    </>
  )
}
