// Documents: found by words, kind and state; the reader's language first. The secretariat makes and publishes them here.

import { documentsTopic, exportAddress } from '../../app/documents_topic'
import { useHere, useMeeting, useMeetingDetails, useMeetingTopic, useRights } from '../../app/meeting'
import { useQueryValue } from '../../app/router'
import type { ScreenProps } from '../../app/routes'
import { ButtonLink, Empty, ScreenTitle, Select, Skeleton, TextField } from '../../look'
import { pick, useSpeech } from '../../messages'
import type { Document, DocumentsTopic } from '../../wire'
import { DocumentDetail } from './detail'
import { DocumentLine } from './document_line'
import { NewDocument } from './new_document'
import { bySymbol, matches } from './sorting'

export default function Documents({ at }: ScreenProps) {
  const { t } = useSpeech()
  const rights = useRights()
  const here = useHere()
  const { state } = useMeetingTopic<DocumentsTopic>(documentsTopic(rights))
  const chosen = at.document
  const document = chosen === undefined ? undefined : state?.documents[chosen]
  return (
    <div className="stack">
      <div className="row apart">
        <ScreenTitle title={t('place.documents')}>{t('place.documents')}</ScreenTitle>
        {rights.secretariat && (
          <ButtonLink kind="primary" to={here('/documents/new')}>
            {t('documents.create')}
          </ButtonLink>
        )}
      </div>
      {state === undefined ? (
        <Skeleton lines={8} />
      ) : (
        <div className={`desk${chosen === undefined ? '' : ' open'}`}>
          <div className="list stack">
            <List documents={state} chosen={chosen} />
          </div>
          <div className="detail">
            {chosen === 'new' && rights.secretariat && <NewDocument />}
            {chosen !== undefined && chosen !== 'new' && document === undefined && <p role="alert">{t('error.not_found')}</p>}
            {chosen !== undefined && document !== undefined && <DocumentDetail key={chosen} id={chosen} document={document} />}
            {chosen === undefined && <p className="muted">{t('documents.choose')}</p>}
          </div>
        </div>
      )}
    </div>
  )
}

function List({ documents, chosen }: { documents: DocumentsTopic; chosen: string | undefined }) {
  const { t, language } = useSpeech()
  const rights = useRights()
  const details = useMeetingDetails()
  const [text, setText] = useQueryValue('q')
  const [kind, setKind] = useQueryValue('kind')
  const [state, setState] = useQueryValue('state')
  const all = Object.entries(documents.documents)
  const found = all.filter(([, d]) => matches(d, { text, kind, state })).sort(bySymbol)
  const kinds = details?.document_kinds ?? []
  return (
    <>
      <div className="stack tight no-print">
        <TextField label={t('look.search')} type="search" value={text} onChange={setText} optional />
        <div className="row">
          <Select
            label={t('document.kind')}
            value={kind === '' ? '-' : kind}
            onChange={(value) => setKind(value === '-' ? '' : value)}
            options={[
              { value: '-', label: t('look.all') },
              ...kinds.map((k) => ({ value: k.id, label: pick(k.name, language).text })),
            ]}
          />
          {rights.secretariat && (
            <Select
              label={t('document.state')}
              value={state === '' ? '-' : state}
              onChange={(value) => setState(value === '-' ? '' : value)}
              options={[
                { value: '-', label: t('look.all') },
                ...(['draft', 'published', 'withdrawn'] as const).map((s) => ({ value: s, label: t(`document.${s}`) })),
              ]}
            />
          )}
        </div>
        <ExportList found={found} />
      </div>
      {all.length === 0 && <Empty>{t('documents.empty')}</Empty>}
      {all.length > 0 && found.length === 0 && <Empty>{t('documents.none_found')}</Empty>}
      <p className="heard" role="status">
        {t('documents.count', { count: found.length })}
      </p>
      <ul className="lines windowed">
        {found.map(([id, document]) => (
          <li key={id} style={{ paddingBlock: 'var(--space-3)' }}>
            <DocumentLine id={id} document={document} current={chosen === id} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** The list of documents as a file. */
function ExportList({ found }: { found: [string, Document][] }) {
  const { t, language } = useSpeech()
  const meeting = useMeeting()
  if (!found.some(([, d]) => d.current !== undefined)) return null
  return (
    <p className="small">
      <a href={exportAddress(meeting, 'documents.csv', language)} download>
        {t('documents.export_list')}
      </a>
    </p>
  )
}
