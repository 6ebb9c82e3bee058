// An application in words, as the focal point and the person read it.

import { letterAddress } from '../../app/documents_topic'
import { useMeeting } from '../../app/meeting'
import { Localized, Moment } from '../../look'
import { useSpeech } from '../../messages'
import type { OwnApplication, PublishedTermsTopic } from '../../wire'
import { standingOf } from '../sponsorship/standing'
import { StandingTag } from '../sponsorship/standing_words'
import { filesToShow, SupportingFiles } from '../sponsorship/supporting_files'
import { useClosed, usePublishedTerms } from '../terms/topics'

/** Where it stands, in a word and a sentence, and what is still missing. */
export function ApplicationStatus({ application }: { application: OwnApplication }) {
  const { t } = useSpeech()
  const terms = usePublishedTerms()
  const closed = useClosed()
  const standing = standingOf(application, closed)
  const { missing, files, completed, received } = application
  const waits = standing === 'incomplete' || standing === 'incomplete_late'
  return (
    <section className="card stack tight" role="status">
      <p>
        <StandingTag application={application} closed={closed} /> {t(`application.explain_${standing}`)}
      </p>
      {waits && (
        <ul className="bullets">
          {filesToShow(terms?.files ?? [], files)
            .filter(({ id }) => missing.includes(id))
            .map(({ id, label }) => (
              <li key={id}>
                <Localized of={label} />
              </li>
            ))}
        </ul>
      )}
      <p className="muted small">
        {t('application.received')} <Moment at={received} form="short" />
        {completed !== undefined && (
          <>
            {' · '}
            {t('application.completed')} <Moment at={completed} form="short" />
          </>
        )}
      </p>
    </section>
  )
}

export function LetterLink({ id }: { id: string }) {
  const { t } = useSpeech()
  const meeting = useMeeting()
  return (
    <p>
      <a href={letterAddress(meeting, id)} download>
        {t('application.letter')}
      </a>
    </p>
  )
}

interface ApplicationSaysProps {
  id: string
  /** The files are shown elsewhere. */
  without_files?: boolean
  application: OwnApplication
  terms: PublishedTermsTopic | undefined
}

/** What was applied for, to read. */
export function ApplicationSays({ id, application, terms, without_files = false }: ApplicationSaysProps) {
  const { t } = useSpeech()
  const { details } = application
  return (
    <section className="stack tight">
      <h2>{t('application.says')}</h2>
      {details !== undefined && (
        <dl className="facts">
          <dt>{t('application.extent')}</dt>
          <dd>{t(`application.${details.extent}`)}</dd>
          <dt>{t('application.reason')}</dt>
          <dd style={{ whiteSpace: 'pre-line' }}>
            <bdi>{details.reason}</bdi>
          </dd>
          {(details.survivor || details.companion) && (
            <>
              <dt>{t('application.protected')}</dt>
              <dd>
                {details.survivor && <p>{t('application.survivor')}</p>}
                {details.companion && <p>{t('application.companion')}</p>}
              </dd>
            </>
          )}
        </dl>
      )}
      {!without_files && (
        <>
          <h3>{t('application.files')}</h3>
          <SupportingFiles id={id} application={application} rules={terms?.files ?? []} />
        </>
      )}
    </section>
  )
}
