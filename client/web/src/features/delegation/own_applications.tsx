// The delegation's applications for sponsorship.

import { useAct, useCommand } from '../../app/commands'
import { useHere, useMeetingTopic, useRights } from '../../app/meeting'
import { Link } from '../../app/router'
import { Button, Empty, Moment } from '../../look'
import { useText } from '../../messages'
import type { Member, OwnApplication, OwnSponsorshipTopic } from '../../wire'
import { StandingTag } from '../sponsorship/standing_words'
import { hasLiveAward, standingOf } from '../sponsorship/standing'
import { Closing } from '../terms/closing'
import { Deadline } from '../terms/deadline'
import { useClosed } from '../terms/topics'

export function OwnApplications({ delegation, members }: { delegation: string; members: Record<string, Member> }) {
  const t = useText()
  const here = useHere()
  const { edits } = useRights()
  const { state } = useMeetingTopic<OwnSponsorshipTopic>(`sponsorship/${delegation}`)
  if (state === undefined) return null
  const applications = Object.entries(state.applications)
  const taken = new Set(applications.filter(([, a]) => a.state === 'received').map(([, a]) => a.member))
  const free = Object.entries(members).filter(([id, m]) => !taken.has(id) && !m.leaving && !m.erased)
  const may_apply = edits.includes(delegation)
  const nameOf = (id: string) => (members[id]?.draft ?? members[id]?.approved)?.name ?? t('member.erased')
  return (
    <section className="stack">
      <h2>{t('place.sponsorship')}</h2>
      <div>
        <Closing />
        <Link to={here('/sponsorship-terms')}>{t('terms.read')}</Link>
      </div>
      {applications.length === 0 && (
        <Empty>
          <p>{t('application.empty')}</p>
          {may_apply && free.length === 0 && <p>{t('application.no_members')}</p>}
        </Empty>
      )}
      <ul className="lines">
        {applications.map(([id, application]) => (
          <OneApplication key={id} delegation={delegation} id={id} application={application} name={nameOf(application.member)} />
        ))}
      </ul>
      {may_apply && free.length > 0 && (
        <div className="stack tight">
          <h3>{t('application.for_whom')}</h3>
          <ul className="lines">
            {free.map(([id]) => (
              <li key={id}>
                <Link to={here(`/delegation/${delegation}/sponsorship/${id}`)} className="row-link">
                  <bdi>{nameOf(id)}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

interface OneApplicationProps {
  delegation: string
  id: string
  application: OwnApplication
  name: string
}

function OneApplication({ delegation, id, application, name }: OneApplicationProps) {
  const t = useText()
  const here = useHere()
  const command = useCommand()
  const { busy, act } = useAct()
  const closed = useClosed()
  const standing = standingOf(application, closed)
  const withdraw = () =>
    act(() => command('sponsorship.withdraw', { delegation, application: id }), t('application.done_withdraw'))
  return (
    <li className="stack tight" style={{ paddingBlock: 'var(--space-2)' }}>
      <div className="row apart">
        <span>
          <Link to={here(`/delegation/${delegation}/sponsorship/${application.member}`)}>
            <bdi>{name}</bdi>
          </Link>{' '}
          <StandingTag application={application} closed={closed} />{' '}
          <span className="muted small">
            <Moment at={application.received} form="short" />
          </span>
        </span>
        {application.state === 'received' && !hasLiveAward(application) && (
          <Button kind="quiet" busy={busy} onPress={() => void withdraw()}>
            {t('application.withdraw')}
          </Button>
        )}
      </div>
      {standing === 'awarded' && application.award !== undefined && (
        <p>
          {t('application.answer_by')} <Deadline at={application.award.answer_by} />
        </p>
      )}
      {(standing === 'incomplete' || standing === 'incomplete_late') && (
        <p className="muted">{t('application.count_missing', { count: application.missing.length })}</p>
      )}
    </li>
  )
}
