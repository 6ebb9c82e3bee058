// One document: what it is, its files, its earlier revisions; for the secretariat everything that can be done with it.

import { fileAddress } from '../../app/documents_topic'
import { useHere, useMeeting, useMeetingDetails, useMeetingTopic, useRights } from '../../app/meeting'
import { Link } from '../../app/router'
import { Banner, Button, Disclosure, Localized, Moment, say, Symbol, useFresh } from '../../look'
import { useSpeech } from '../../messages'
import type { AgendaTopic, Document } from '../../wire'
import { Files, StateTag } from './document_line'
import { ChangeDocument } from './change_document'
import { Draft } from './draft'
import { downloadAll } from './download'
import { Revise, Withdraw } from './withdraw'

export function DocumentDetail({ id, document }: { id: string; document: Document }) {
  const { t } = useSpeech()
  const here = useHere()
  const rights = useRights()
  const symbol = document.current?.symbol ?? document.details.symbol
  const fresh = useFresh(document.version)
  return (
    <article className={`stack${fresh ? ' fresh' : ''}`}>
      <Link to={here('/documents')} className="only-narrow">
        {t('look.back')}
      </Link>
      <div>
        <h2>
          {symbol !== undefined && <Symbol>{symbol}</Symbol>} <Localized of={document.details.title} />
        </h2>
        <StateTag document={document} />
      </div>
      {document.state === 'withdrawn' && (
        <Banner tone="bad">
          {t('document.withdrawn_because')} <bdi>{document.reason}</bdi>
        </Banner>
      )}
      <Facts document={document} />
      {document.current !== undefined && <Current id={id} document={document} />}
      {document.earlier.length > 0 && <Earlier id={id} document={document} />}
      {rights.secretariat && (
        <section className="stack">
          {document.draft !== undefined && <Draft id={id} document={document} draft={document.draft} />}
          {document.state === 'published' && document.draft === undefined && <Revise id={id} document={document} />}
          <Disclosure title={t('document.change')}>
            <ChangeDocument id={id} document={document} />
          </Disclosure>
          {document.state === 'published' && (
            <Disclosure title={t('document.withdraw')}>
              <Withdraw id={id} />
            </Disclosure>
          )}
        </section>
      )}
    </article>
  )
}

function Facts({ document: { details, current } }: { document: Document }) {
  const { t } = useSpeech()
  const kinds = useMeetingDetails()?.document_kinds ?? []
  const { state: agenda } = useMeetingTopic<AgendaTopic>('agenda')
  const kind = kinds.find((k) => k.id === details.kind)
  return (
    <dl className="facts">
      {kind !== undefined && (
        <>
          <dt>{t('document.kind')}</dt>
          <dd>
            <Localized of={kind.name} />
          </dd>
        </>
      )}
      {details.items.length > 0 && (
        <>
          <dt>{t('document.items')}</dt>
          <dd>
            {details.items.map((item) => (
              <div key={item}>
                <bdi>{agenda?.items[item]?.number}</bdi> <Localized of={agenda?.items[item]?.title} />
              </div>
            ))}
          </dd>
        </>
      )}
      <dt>{t('document.audience')}</dt>
      <dd>{t(`audience.${details.audience}`)}</dd>
      {current?.published !== undefined && (
        <>
          <dt>{t('document.published_at')}</dt>
          <dd>
            <Moment at={current.published} />
          </dd>
        </>
      )}
    </dl>
  )
}

function Current({ id, document }: { id: string; document: Document }) {
  const { t, language } = useSpeech()
  const meeting = useMeeting()
  const files = document.current?.files ?? {}
  const best = files[language] === undefined ? Object.keys(files)[0] : language
  const copy = () => {
    if (best === undefined) return
    const address = new URL(fileAddress(meeting, id, document, best), location.href).href
    navigator.clipboard.writeText(address).then(() => say(t('document.link_copied'), 'good'), () => say(address))
  }
  return (
    <section className="stack tight">
      <h3>{t('document.files')}</h3>
      <Files id={id} document={document} revision={document.current!} />
      <div className="row no-print">
        {Object.keys(files).length > 1 && (
          <Button onPress={() => downloadAll(meeting, id, document)}>
            {t('document.download_all', { count: Object.keys(files).length })}
          </Button>
        )}
        {best !== undefined && <Button onPress={copy}>{t('document.copy_link')}</Button>}
      </div>
    </section>
  )
}

function Earlier({ id, document }: { id: string; document: Document }) {
  const { t } = useSpeech()
  return (
    <Disclosure title={t('document.earlier', { count: document.earlier.length })}>
      <ul className="lines">
        {document.earlier.map((revision) => (
          <li key={revision.number} className="stack tight" style={{ paddingBlock: 'var(--space-2)' }}>
            <p>
              {revision.symbol === undefined ? t('document.revision', { number: revision.number }) : <Symbol>{revision.symbol}</Symbol>}{' '}
              {revision.published !== undefined && (
                <span className="muted">
                  <Moment at={revision.published} form="short" />
                </span>
              )}
            </p>
            <Files id={id} document={document} revision={revision} exact />
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
