// What somebody has to know of sponsorship today: awards to answer and files to give, or where one's own application stands.

import { useHere, useMeetingTopic, useRights } from '../../app/meeting'
import { Link } from '../../app/router'
import { ButtonLink } from '../../look'
import { useText } from '../../messages'
import type { OwnSponsorshipTopic } from '../../wire'
import { standingOf } from '../sponsorship/standing'
import { useClosed } from '../terms/topics'
import { StandingTag } from '../sponsorship/standing_words'

/** For a focal point. */
export function ApplicationsToDo() {
  const t = useText()
  const here = useHere()
  const [mine] = useRights().edits
  const { state } = useMeetingTopic<OwnSponsorshipTopic>(mine === undefined ? null : `sponsorship/${mine}`)
  const closed = useClosed()
  const standings = Object.values(state?.applications ?? {}).map((application) => standingOf(application, closed))
  const awarded = standings.filter((standing) => standing === 'awarded').length
  const incomplete = standings.filter((standing) => standing === 'incomplete').length
  if (mine === undefined || awarded + incomplete === 0) return null
  const to = here(`/delegation/${mine}`)
  return (
    <>
      {awarded > 0 && (
        <ButtonLink kind="primary" big to={to}>
          {t('application.to_answer', { count: awarded })}
        </ButtonLink>
      )}
      {incomplete > 0 && (
        <ButtonLink big to={to}>
          {t('application.to_complete', { count: incomplete })}
        </ButtonLink>
      )}
    </>
  )
}

/** For the person whose own application it is. */
export function MyApplication() {
  const t = useText()
  const here = useHere()
  const [mine] = useRights().members
  const { state } = useMeetingTopic<OwnSponsorshipTopic>(mine === undefined ? null : `application/${mine}`)
  const closed = useClosed()
  const applications = Object.entries(state?.applications ?? {})
  if (applications.length === 0) return null
  return (
    <section className="stack tight">
      <h2>{t('place.my_application')}</h2>
      {applications.map(([id, application]) => (
        <p key={id}>
          <StandingTag application={application} closed={closed} /> <Link to={here('/my-application')}>{t('application.see')}</Link>
        </p>
      ))}
    </section>
  )
}
