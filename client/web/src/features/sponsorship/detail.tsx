// One application as the committee and the secretariat see it.

import type { ReactNode } from 'react'
import { useHere, useRights } from '../../app/meeting'
import { Link } from '../../app/router'
import { Disclosure, Localized, Moment, Tag } from '../../look'
import { useSpeech } from '../../messages'
import type { Application, Fund, SponsorshipTerms } from '../../wire'
import { useClosed, usePublishedTerms, useWholeTerms } from '../terms/topics'
import { AssessmentFacts, AssessmentForm } from './assessment'
import { AwardSection } from './award'
import { Costs } from './costs'
import { Marks } from './list'
import { Decision, StandingTag } from './standing_words'
import { isDecided } from './standing'
import { SupportingFiles } from './supporting_files'

interface ApplicationDetailProps {
  id: string
  application: Application
  funds: Record<string, Fund>
}

export function ApplicationDetail({ id, application, funds }: ApplicationDetailProps) {
  const { t } = useSpeech()
  const here = useHere()
  const published = usePublishedTerms()
  const closed = useClosed()
  const terms = useWholeTerms()?.terms
  const { details, award } = application
  return (
    <article className="stack wide">
      <div className="stack tight">
        <Link to={here('/sponsorship')}>{t('look.back')}</Link>
        <h2>
          <bdi>{application.name ?? t('member.erased')}</bdi> <StandingTag application={application} closed={closed} />
        </h2>
        <p className="muted">
          <Localized of={application.delegation_name} /> <Marks application={application} />
        </p>
      </div>
      <Times application={application} />
      {isDecided(application) && (
        <Section title={t('sponsorship.decision')}>
          <Decision application={application} terms={published} />
          {award !== undefined && <AwardSection id={id} application={application} funds={funds} />}
          <LetterState application={application} />
        </Section>
      )}
      {details !== undefined && <Says application={application} />}
      <Section title={t('application.files')}>
        <SupportingFiles id={id} application={application} rules={published?.files ?? []} />
      </Section>
      <Section title={t('sponsorship.costs')}>
        <Costs id={id} application={application} />
      </Section>
      {terms !== undefined && <Assessment id={id} application={application} terms={terms} />}
    </article>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="stack tight">
      <h3>{title}</h3>
      {children}
    </section>
  )
}

function Times({ application: { received, completed } }: { application: Application }) {
  const { t } = useSpeech()
  return (
    <dl className="facts">
      <dt>{t('application.received')}</dt>
      <dd>
        <Moment at={received} />
      </dd>
      <dt>{t('application.completed')}</dt>
      <dd>{completed === undefined ? t('application.not_completed') : <Moment at={completed} />}</dd>
    </dl>
  )
}

function Says({ application: { details } }: { application: Application }) {
  const { t } = useSpeech()
  if (details === undefined) return null
  const { extent, accepts_part, rank, reason } = details
  return (
    <dl className="facts">
      <dt>{t('application.extent')}</dt>
      <dd>
        {t(`application.${extent}`)} {extent === 'whole' && accepts_part === true && <Tag>{t('application.accepts_part_short')}</Tag>}
      </dd>
      {rank !== undefined && (
        <>
          <dt>{t('application.rank')}</dt>
          <dd className="numbers">{rank}</dd>
        </>
      )}
      <dt>{t('application.reason')}</dt>
      <dd style={{ whiteSpace: 'pre-line' }}>
        <bdi>{reason}</bdi>
      </dd>
    </dl>
  )
}

/** How the person hears of the decision. */
function LetterState({ application: { letter, has_address } }: { application: Application }) {
  const { t } = useSpeech()
  if (letter === undefined) return null
  const { sent, by_email } = letter
  return (
    <p className="muted">
      {sent !== undefined && (
        <>
          {t(by_email ? 'sponsorship.letter_by_email' : 'sponsorship.letter_by_hand')} <Moment at={sent} form="short" />
        </>
      )}
      {sent === undefined && t(has_address ? 'sponsorship.letter_waits' : 'sponsorship.letter_without_address')}
    </p>
  )
}

function Assessment({ id, application, terms }: { id: string; application: Application; terms: SponsorshipTerms }) {
  const { t } = useSpeech()
  const { secretariat } = useRights()
  return (
    <Section title={t('sponsorship.assessment')}>
      <AssessmentFacts application={application} terms={terms} />
      {secretariat && application.state === 'received' && (
        <Disclosure title={t('sponsorship.assess')}>
          <AssessmentForm id={id} application={application} terms={terms} />
        </Disclosure>
      )}
    </Section>
  )
}
