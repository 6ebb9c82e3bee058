// The delegation's applications for sponsorship.

import { useAct, useCommand } from '../../app/commands'
import { useHere, useMeetingTopic, useRights } from '../../app/meeting'
import { Link } from '../../app/router'
import { Button, Empty, Moment, Tag } from '../../look'
import { useText } from '../../messages'
import type { Member, OwnApplication, OwnSponsorshipTopic } from '../../wire'

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
  const received = application.state === 'received'
  const withdraw = () =>
    act(() => command('sponsorship.withdraw', { delegation, application: id }), t('application.done_withdraw'))
  return (
    <li className="row apart" style={{ paddingBlock: 'var(--space-2)' }}>
      <span>
        <Link to={here(`/delegation/${delegation}/sponsorship/${application.member}`)}>
          <bdi>{name}</bdi>
        </Link>{' '}
        <Tag tone={received ? 'act' : 'plain'}>{t(`application.${application.state}`)}</Tag>{' '}
        <span className="muted small">
          <Moment at={application.received} form="short" />
        </span>
      </span>
      {received && (
        <Button kind="quiet" busy={busy} onPress={() => void withdraw()}>
          {t('application.withdraw')}
        </Button>
      )}
    </li>
  )
}
