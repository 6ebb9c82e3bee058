// The meetings that there are; where there is one only, straight to it.

import { useEffect } from 'react'
import { Link, navigate } from '../../app/router'
import { useMeetingId } from '../../app/meeting'
import { useSession } from '../../app/session'
import { useTopic } from '../../live/react'
import { organization } from '../../live/types'
import { ButtonLink, Empty, Localized, ScreenTitle, Skeleton } from '../../look'
import { formatDays } from '../../look/days'
import { useSpeech } from '../../messages'
import type { MeetingsTopic } from '../../wire'

export default function Home() {
  const { t, locale } = useSpeech()
  const { state } = useTopic<MeetingsTopic>(organization, 'meetings')
  const { who } = useSession()
  const nearest = useMeetingId()
  const meetings = Object.entries(state?.meetings ?? {}).sort(([, a], [, b]) => b.opens.localeCompare(a.opens))
  const wall = who.roles.length > 0 && who.roles.every((grant) => grant.role === 'display')
  const only = meetings.length === 1 ? nearest : null

  useEffect(() => {
    if (wall) navigate('/screen', { replace: true })
    else if (only !== null) navigate(`/m/${encodeURIComponent(only)}`, { replace: true })
  }, [only, wall])

  if (state === undefined) return <Skeleton />
  return (
    <div className="stack">
      <ScreenTitle title={t('place.meetings')}>{t('place.meetings')}</ScreenTitle>
      {meetings.length === 0 && (
        <Empty>
          <p>{t('meetings.empty')}</p>
          <div>
            <ButtonLink to="/meetings">{t('meetings.import')}</ButtonLink>
          </div>
        </Empty>
      )}
      <ul className="lines">
        {meetings.map(([id, meeting]) => (
          <li key={id}>
            <Link to={`/m/${encodeURIComponent(id)}`} className="row-link" data-row>
              <span className="strong">
                <Localized of={meeting.name} />
              </span>
              <br />
              <span className="muted">{formatDays(meeting.opens, meeting.closes, locale)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
