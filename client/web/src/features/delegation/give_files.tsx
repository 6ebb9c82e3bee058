// Giving the supporting files of an application, and taking them out again.

import { useAct, useCommand } from '../../app/commands'
import { applicationUploadAddress } from '../../app/documents_topic'
import { useMeeting } from '../../app/meeting'
import { Button, Disclosure, Localized, ProgressBar, Tag } from '../../look'
import { FileDrop } from '../../look/file_drop'
import { pick, useSpeech } from '../../messages'
import type { FileRule, OwnApplication } from '../../wire'
import { useUploads, type UploadRow } from '../documents/uploads'
import { isDecided } from '../sponsorship/standing'
import { FileLink, filesToShow } from '../sponsorship/supporting_files'

const accepted = ['.pdf', '.doc', '.docx', '.xlsx', '.odt', '.txt']

interface GiveFilesProps {
  delegation: string
  id: string
  application: OwnApplication
  rules: readonly FileRule[]
}

export function GiveFiles({ delegation, id, application, rules }: GiveFilesProps) {
  const { t } = useSpeech()
  const meeting = useMeeting()
  const { rows, start, cancel } = useUploads((file, name) =>
    applicationUploadAddress(meeting, { delegation, application: id }, file, name),
  )
  const shown = filesToShow(rules, application.files)
  if (shown.length === 0) return <p className="muted">{t('application.no_files_asked')}</p>
  return (
    <ul className="stack">
      {shown.map((rule) => (
        <OneFile
          key={rule.id}
          delegation={delegation}
          id={id}
          rule={rule}
          application={application}
          row={rows[rule.id]}
          onFile={(file) => start(file, rule.id)}
          onCancel={() => cancel(rule.id)}
        />
      ))}
    </ul>
  )
}

interface OneFileProps extends Omit<GiveFilesProps, 'rules'> {
  rule: FileRule
  row: UploadRow | undefined
  onFile(file: File): void
  onCancel(): void
}

function OneFile({ delegation, id, rule, application, row, onFile, onCancel }: OneFileProps) {
  const { t, language } = useSpeech()
  const command = useCommand()
  const { busy, act } = useAct()
  const kept = application.files[rule.id]
  const label = pick(rule.label, language).text
  const detach = () =>
    act(() => command('sponsorship.detach_file', { delegation, application: id, id: rule.id }), t('application.file_removed'))
  return (
    <li className="card stack tight">
      <div>
        <span className="strong">
          <Localized of={rule.label} />
        </span>{' '}
        {application.missing.includes(rule.id) && <Tag tone="warn">{t('application.file_missing')}</Tag>}
        {!rule.required && <span className="field-optional"> {t('look.optional')}</span>}
      </div>
      {rule.hint !== undefined && (
        <p className="field-hint">
          <Localized of={rule.hint} />
        </p>
      )}
      {kept !== undefined && (
        <div className="row apart">
          <span>
            <FileLink application={id} rule={rule} kept={kept} />
          </span>
          {!isDecided(application) && (
            <Button kind="quiet" busy={busy} onPress={() => void detach()}>
              {t('application.remove_file', { file: label })}
            </Button>
          )}
        </div>
      )}
      {row !== undefined && <Going row={row} onAgain={() => onFile(row.file)} onCancel={onCancel} />}
      {row === undefined && kept === undefined && <Drop label={t('application.give_file', { file: label })} onFile={onFile} />}
      {row === undefined && kept !== undefined && (
        <Disclosure title={t('application.replace_file', { file: label })}>
          <Drop label={t('application.give_file', { file: label })} onFile={onFile} />
        </Disclosure>
      )}
    </li>
  )
}

function Drop({ label, onFile }: { label: string; onFile(file: File): void }) {
  const { t } = useSpeech()
  return (
    <FileDrop
      label={label}
      choose={t('application.choose_file')}
      hint={t('application.file_hint')}
      accept={accepted}
      onFiles={([file]) => file !== undefined && onFile(file)}
    />
  )
}

/** An upload under way, or why it was refused. */
function Going({ row, onAgain, onCancel }: { row: UploadRow; onAgain(): void; onCancel(): void }) {
  const { t } = useSpeech()
  if (row.refused === null) {
    return (
      <div className="row">
        <div style={{ flex: 1 }}>
          <ProgressBar label={t('document.uploading', { name: row.file.name })} share={row.share} />
        </div>
        <Button onPress={onCancel}>{t('look.cancel')}</Button>
      </div>
    )
  }
  return (
    <div className="row" role="alert">
      <span className="field-error">{row.refused}</span>
      <Button onPress={onAgain}>{t('document.again')}</Button>
      <Button kind="quiet" onPress={onCancel}>
        {t('look.dismiss')}
      </Button>
    </div>
  )
}
