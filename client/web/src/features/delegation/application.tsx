// Sponsorship for one member: applying, the files, and what became of it.

import { useHere, useMeetingTopic } from '../../app/meeting'
import { Link, navigate } from '../../app/router'
import type { ScreenProps } from '../../app/routes'
import { ScreenTitle, Skeleton } from '../../look'
import { useText } from '../../messages'
import type { DelegationTopic, OwnApplication, OwnSponsorshipTopic } from '../../wire'
import { ApplicationSays, ApplicationStatus, LetterLink } from '../my_application/status'
import { Decision } from '../sponsorship/standing_words'
import { isDecided, standingOf } from '../sponsorship/standing'
import { Closing } from '../terms/closing'
import { usePublishedTerms } from '../terms/topics'
import { AnswerAward } from './answer_award'
import { ApplicationForm } from './application_form'
import { GiveFiles } from './give_files'

export default function ApplicationScreen({ at }: ScreenProps) {
  const t = useText()
  const here = useHere()
  const { delegation = '', member = '' } = at
  const own = useMeetingTopic<DelegationTopic>(`delegation/${delegation}`)
  const { state } = useMeetingTopic<OwnSponsorshipTopic>(`sponsorship/${delegation}`)
  if (own.refused !== null) return <p role="alert">{t('error.forbidden')}</p>
  if (own.state === undefined || state === undefined) return <Skeleton />
  const entry = own.state.members[member]
  if (entry === undefined) return <p role="alert">{t('error.not_found')}</p>
  const name = (entry.draft ?? entry.approved)?.name ?? t('member.erased')
  const found = Object.entries(state.applications).find(([, a]) => a.member === member && a.state === 'received')
  return (
    <div className="stack">
      <Link to={here(`/delegation/${delegation}`)}>{t('place.delegation')}</Link>
      <ScreenTitle title={t('application.title', { name })}>{t('application.title', { name })}</ScreenTitle>
      {found !== undefined && isDecided(found[1]) ? (
        <Decided delegation={delegation} id={found[0]} application={found[1]} name={name} />
      ) : (
        <Applying delegation={delegation} member={member} id={found?.[0]} application={found?.[1]} />
      )}
    </div>
  )
}

interface DecidedProps {
  delegation: string
  id: string
  application: OwnApplication
  name: string
}

/** Whoever was told no may still give what was missing: there may be another allocation. */
function Decided({ delegation, id, application, name }: DecidedProps) {
  const t = useText()
  const terms = usePublishedTerms()
  const standing = standingOf(application, false)
  const gives = standing === 'refused' && application.missing.length > 0
  return (
    <>
      <ApplicationStatus application={application} />
      <Decision application={application} terms={terms} />
      {standing === 'awarded' && <AnswerAward delegation={delegation} id={id} name={name} />}
      <LetterLink id={id} />
      {gives && (
        <section className="stack">
          <h2>{t('application.files')}</h2>
          <GiveFiles delegation={delegation} id={id} application={application} rules={terms?.files ?? []} />
        </section>
      )}
      <ApplicationSays id={id} application={application} terms={terms} without_files={gives} />
    </>
  )
}

interface ApplyingProps {
  delegation: string
  member: string
  id: string | undefined
  application: OwnApplication | undefined
}

function Applying({ delegation, member, id, application }: ApplyingProps) {
  const t = useText()
  const here = useHere()
  const terms = usePublishedTerms()
  const asks_files = (terms?.files.length ?? 0) > 0
  return (
    <>
      {application !== undefined && <ApplicationStatus application={application} />}
      <p>{t('application.explain')}</p>
      <Closing />
      <p>
        <Link to={here('/sponsorship-terms')}>{t('terms.read')}</Link>
      </p>
      {id !== undefined && application !== undefined && (asks_files || Object.keys(application.files).length > 0) && (
        <section className="stack">
          <h2>{t('application.files')}</h2>
          <GiveFiles delegation={delegation} id={id} application={application} rules={terms?.files ?? []} />
        </section>
      )}
      {application !== undefined && <h2>{t('application.says')}</h2>}
      <ApplicationForm
        delegation={delegation}
        member={member}
        id={id}
        application={application}
        onDone={() => (id === undefined && asks_files ? undefined : navigate(here(`/delegation/${delegation}`)))}
      />
      {application === undefined && asks_files && <p className="muted">{t('application.files_after')}</p>}
    </>
  )
}
