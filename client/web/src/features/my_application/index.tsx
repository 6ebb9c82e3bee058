// One's own application for sponsorship, to read: where it stands, what was decided and why, the letter.

import { useHere, useMeetingTopic, useRights } from '../../app/meeting'
import { Link } from '../../app/router'
import { Empty, ScreenTitle, Skeleton } from '../../look'
import { useText } from '../../messages'
import type { OwnApplication, OwnSponsorshipTopic } from '../../wire'
import { Decision } from '../sponsorship/standing_words'
import { isDecided, standingOf } from '../sponsorship/standing'
import { Closing } from '../terms/closing'
import { usePublishedTerms } from '../terms/topics'
import { ApplicationSays, ApplicationStatus, LetterLink } from './status'

export default function MyApplication() {
  const t = useText()
  const here = useHere()
  const { members } = useRights()
  return (
    <div className="stack wide">
      <ScreenTitle title={t('place.my_application')}>{t('place.my_application')}</ScreenTitle>
      {members.length === 0 && <p role="alert">{t('error.forbidden')}</p>}
      {members.map((member) => (
        <OfMember key={member} member={member} />
      ))}
      <Link to={here('/sponsorship-terms')}>{t('terms.read')}</Link>
    </div>
  )
}

function OfMember({ member }: { member: string }) {
  const t = useText()
  const { state, refused } = useMeetingTopic<OwnSponsorshipTopic>(`application/${member}`)
  if (refused !== null) return <p role="alert">{t('error.forbidden')}</p>
  if (state === undefined) return <Skeleton />
  const all = Object.entries(state.applications).sort(([, a], [, b]) => b.received.localeCompare(a.received))
  if (all.length === 0) {
    return (
      <Empty>
        <p>{t('application.none_of_mine')}</p>
        <Closing />
      </Empty>
    )
  }
  return (
    <>
      {all.map(([id, application]) => (
        <One key={id} id={id} application={application} />
      ))}
    </>
  )
}

function One({ id, application }: { id: string; application: OwnApplication }) {
  const t = useText()
  const terms = usePublishedTerms()
  return (
    <article className="stack">
      <ApplicationStatus application={application} />
      <Decision application={application} terms={terms} />
      {standingOf(application, false) === 'awarded' && <p>{t('application.focal_point_answers')}</p>}
      {isDecided(application) && <LetterLink id={id} />}
      <ApplicationSays id={id} application={application} terms={terms} />
    </article>
  )
}
