// The published terms of sponsorship, for everybody: until when, with which files, for what, and by which rules.

import { useMeetingTopic } from '../../app/meeting'
import { Empty, Localized, ScreenTitle, Skeleton } from '../../look'
import { useSpeech } from '../../messages'
import type { PublishedTermsTopic } from '../../wire'
import { useVocabulary } from '../sponsorship/condition'
import { useCostName } from '../sponsorship/standing_words'
import { Closing } from './closing'
import { Lots } from './lots'
import { PolicyWords } from './policy_words'

export default function PublishedTerms() {
  const { t } = useSpeech()
  const { state, refused } = useMeetingTopic<PublishedTermsTopic>('sponsorship')
  if (refused !== null) return <p role="alert">{t('error.not_found')}</p>
  return (
    <div className="stack wide">
      <ScreenTitle title={t('terms.title')}>{t('terms.title')}</ScreenTitle>
      {state === undefined && <Skeleton lines={6} />}
      {state !== undefined && state.closes === undefined && <Empty>{t('terms.none_yet')}</Empty>}
      {state !== undefined && state.closes !== undefined && <Said terms={state} />}
    </div>
  )
}

function Said({ terms }: { terms: PublishedTermsTopic }) {
  const { t } = useSpeech()
  const { answer_days, labels, assessments, policy } = terms
  const known = useVocabulary({ labels, delegations: [], assessments })
  return (
    <>
      <section className="stack tight">
        <h2>{t('terms.deadlines')}</h2>
        <Closing />
        <p>{t('terms.on_time')}</p>
        {answer_days !== undefined && <p>{t('terms.answer_within', { count: answer_days })}</p>}
      </section>
      <Files terms={terms} />
      <Packages terms={terms} />
      {policy !== undefined && (
        <section className="stack">
          <h2>{t('terms.policy')}</h2>
          <p>{t('terms.policy_explain')}</p>
          <PolicyWords policy={policy} known={known} />
        </section>
      )}
      <Lots terms={terms} draws={false} />
    </>
  )
}

function Files({ terms: { files } }: { terms: PublishedTermsTopic }) {
  const { t } = useSpeech()
  return (
    <section className="stack tight">
      <h2>{t('terms.files')}</h2>
      {files.length === 0 && <p className="muted">{t('application.no_files_asked')}</p>}
      <ul className="bullets">
        {files.map(({ id, label, hint, required }) => (
          <li key={id}>
            <Localized of={label} /> {!required && <span className="muted">{t('look.optional')}</span>}
            {hint !== undefined && (
              <p className="muted">
                <Localized of={hint} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Packages({ terms: { packages } }: { terms: PublishedTermsTopic }) {
  const { t, locale } = useSpeech()
  const costName = useCostName()
  if (packages.length === 0) return null
  return (
    <section className="stack tight">
      <h2>{t('terms.packages')}</h2>
      <ul className="bullets">
        {packages.map(({ code, name, kinds }) => (
          <li key={code}>
            <Localized of={name} />:{' '}
            <bdi>{kinds === undefined ? t('funds.all_kinds') : new Intl.ListFormat(locale).format(kinds.map(costName))}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}
