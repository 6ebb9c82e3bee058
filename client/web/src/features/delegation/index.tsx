// A delegation as its focal point and the secretariat see it: members, what is missing, where it stands, sponsorship.

import { useState } from 'react'
import { useAct, useCommand } from '../../app/commands'
import { useHere, useMeetingTopic, useRights } from '../../app/meeting'
import { Link } from '../../app/router'
import type { ScreenProps } from '../../app/routes'
import { Banner, Button, ButtonLink, Empty, Localized, Moment, ScreenTitle, Skeleton } from '../../look'
import { useSpeech } from '../../messages'
import type { DelegationTopic, ParticipantsTopic } from '../../wire'
import { DelegationMembers } from '../participants'
import { MemberLine } from './member_line'
import { Missing } from './missing'
import { RegistrationTag } from './registration_tag'
import { OwnApplications } from './own_applications'

export default function Delegation({ at }: ScreenProps) {
  const { t } = useSpeech()
  const rights = useRights()
  const here = useHere()
  const [chosen, setChosen] = useState<string | null>(null)
  const id = at.delegation ?? chosen ?? rights.delegations[0]
  if (id === undefined) {
    return (
      <div className="stack">
        <ScreenTitle title={t('place.delegation')}>{t('place.delegation')}</ScreenTitle>
        <p>{t('delegation.none')}</p>
      </div>
    )
  }
  const edits = rights.secretariat || rights.edits.includes(id)
  return (
    <div className="stack wide">
      {rights.delegations.length > 1 && at.delegation === undefined && (
        <nav className="tab-list" aria-label={t('place.delegation')}>
          {rights.delegations.map((mine) => (
            <Button key={mine} kind="quiet" onPress={() => setChosen(mine)}>
              <DelegationName id={mine} />
            </Button>
          ))}
        </nav>
      )}
      {edits ? <Registration key={id} id={id} /> : <ReadOnly id={id} />}
      <Link to={here('/participants')}>{t('delegation.all_participants')}</Link>
    </div>
  )
}

function DelegationName({ id }: { id: string }) {
  const { state } = useMeetingTopic<ParticipantsTopic>('participants')
  const name = state?.delegations[id]?.name
  return name === undefined ? <bdi>{id}</bdi> : <Localized of={name} />
}

/** For delegates who register nobody: the members that are approved. */
function ReadOnly({ id }: { id: string }) {
  const { t } = useSpeech()
  return (
    <section className="stack">
      <ScreenTitle title={t('place.delegation')}>
        <DelegationName id={id} />
      </ScreenTitle>
      <p className="muted">{t('delegation.read_only')}</p>
      <DelegationMembers id={id} />
    </section>
  )
}

function Registration({ id }: { id: string }) {
  const { t } = useSpeech()
  const here = useHere()
  const { state, refused } = useMeetingTopic<DelegationTopic>(`delegation/${id}`)
  if (refused !== null) return <p role="alert">{t('error.forbidden')}</p>
  if (state === undefined) return <Skeleton lines={6} />
  const members = Object.entries(state.members)
  return (
    <>
      <section className="stack">
        <div className="row">
          <ScreenTitle title={t('place.delegation')}>
            <Localized of={state.name} />
          </ScreenTitle>
          <RegistrationTag state={state.state} />
        </div>
        <Standing delegation={state} />
        <Missing delegation={state} id={id} />
        <Submit id={id} delegation={state} />
      </section>
      <section className="stack">
        <h2>{t('delegation.members')}</h2>
        {members.length === 0 && <Empty>{t('delegation.empty')}</Empty>}
        <ul className="lines">
          {members.map(([member, entry]) => (
            <MemberLine key={member} delegation={id} id={member} member={entry} />
          ))}
        </ul>
        <div>
          <ButtonLink kind={members.length === 0 ? 'primary' : 'plain'} to={here(`/delegation/${id}/member/new`)}>
            {t('delegation.add_member')}
          </ButtonLink>
        </div>
      </section>
      <OwnApplications delegation={id} members={state.members} />
    </>
  )
}

/** Where the registration stands, in a sentence. */
function Standing({ delegation }: { delegation: DelegationTopic }) {
  const { t } = useSpeech()
  const { state, reason, submitted, decided } = delegation
  return (
    <>
      {state === 'returned' && (
        <Banner tone="bad">
          <p className="strong">{t('delegation.returned')}</p>
          <p style={{ whiteSpace: 'pre-line' }}>
            <bdi>{reason}</bdi>
          </p>
        </Banner>
      )}
      <p className="muted">
        {t(`delegation.stands_${state}`)}{' '}
        {state === 'submitted' && submitted !== undefined && <Moment at={submitted} form="short" />}
        {state === 'approved' && decided !== undefined && <Moment at={decided} form="short" />}
      </p>
    </>
  )
}

function Submit({ id, delegation }: { id: string; delegation: DelegationTopic }) {
  const { t } = useSpeech()
  const command = useCommand()
  const { busy, act } = useAct()
  const { edits } = useRights()
  const { state, missing } = delegation
  if (!edits.includes(id) || state === 'submitted' || state === 'approved') return null
  return (
    <Button
      kind="primary"
      big
      busy={busy}
      isDisabled={missing.length > 0}
      onPress={() => void act(() => command('registration.submit', { delegation: id }), t('delegation.done_submit'))}
    >
      {t('delegation.submit')}
    </Button>
  )
}
