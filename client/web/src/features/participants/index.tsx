// Participants: approved members by delegation, in the alphabetical order of the reader's language.

import { useMemo } from 'react'
import { exportAddress } from '../../app/documents_topic'
import { useHere, useMeeting, useMeetingDetails, useMeetingTopic, useRights } from '../../app/meeting'
import { Link, useQueryValue } from '../../app/router'
import type { ScreenProps } from '../../app/routes'
import { ButtonLink, Empty, Localized, ScreenTitle, Select, Skeleton, TextField } from '../../look'
import { pick, useSpeech } from '../../messages'
import type { DelegationParticipantsTopic, ParticipantsTopic } from '../../wire'
import { MemberName } from './member_name'

export default function Participants({ at }: ScreenProps) {
  const { t, language } = useSpeech()
  const { participant } = useRights()
  const meeting = useMeeting()
  const { state, refused } = useMeetingTopic<ParticipantsTopic>(participant ? 'participants' : null)
  if (!participant || refused !== null) return <SignInFirst />
  return (
    <div className="stack">
      <div className="row apart">
        <ScreenTitle title={t('place.participants')}>{t('place.participants')}</ScreenTitle>
        <a href={exportAddress(meeting, 'participants.pdf', language)} target="_blank" rel="noopener" className="no-print">
          PDF
        </a>
      </div>
      {state === undefined ? <Skeleton lines={8} /> : <List participants={state} open={at.delegation} />}
    </div>
  )
}

function SignInFirst() {
  const { t } = useSpeech()
  const here = useHere()
  return (
    <div className="stack">
      <ScreenTitle title={t('place.participants')}>{t('place.participants')}</ScreenTitle>
      <p>{t('sign_in.needed')}</p>
      <div>
        <ButtonLink kind="primary" to={`/sign-in?next=${encodeURIComponent(here('/participants'))}`}>
          {t('frame.sign_in')}
        </ButtonLink>
      </div>
    </div>
  )
}

function List({ participants, open }: { participants: ParticipantsTopic; open: string | undefined }) {
  const { t, language, locale } = useSpeech()
  const categories = useMeetingDetails()?.categories ?? []
  const [text, setText] = useQueryValue('q')
  const [category, setCategory] = useQueryValue('category')
  const sorted = useMemo(() => {
    const collator = new Intl.Collator(locale)
    return Object.entries(participants.delegations)
      .map(([id, delegation]) => ({ id, delegation, name: pick(delegation.name, language).text }))
      .sort((a, b) => collator.compare(a.name, b.name))
  }, [participants, language, locale])
  const wanted = text.toLocaleLowerCase(locale)
  const found = sorted.filter(
    ({ delegation, name }) =>
      (category === '' || delegation.category === category) &&
      (name.toLocaleLowerCase(locale).includes(wanted) ||
        Object.values(delegation.name).some((other) => other.toLocaleLowerCase().includes(wanted))),
  )
  const people = found.reduce((sum, { delegation }) => sum + delegation.members, 0)
  return (
    <>
      <div className="row no-print">
        <TextField label={t('participants.search')} type="search" value={text} onChange={setText} optional />
        <Select
          label={t('participants.category')}
          value={category === '' ? '-' : category}
          onChange={(value) => setCategory(value === '-' ? '' : value)}
          options={[
            { value: '-', label: t('look.all') },
            ...categories.map((c) => ({ value: c.id, label: pick(c.name, language).text })),
          ]}
        />
      </div>
      <p className="muted" role="status">
        {t('participants.count', { delegations: found.length, people })}
      </p>
      {sorted.length === 0 && <Empty>{t('participants.empty')}</Empty>}
      <ul className="lines windowed">
        {found.map(({ id, delegation }) => (
          <Delegation key={id} id={id} delegation={delegation} open={open === id} />
        ))}
      </ul>
    </>
  )
}

interface DelegationProps {
  id: string
  delegation: ParticipantsTopic['delegations'][string]
  open: boolean
}

/** Its members are asked for when it is opened. Each has an address. */
function Delegation({ id, delegation, open }: DelegationProps) {
  const { t } = useSpeech()
  const here = useHere()
  const category = useMeetingDetails()?.categories.find((c) => c.id === delegation.category)
  return (
    <li>
      <Link
        to={here(open ? '/participants' : `/participants/${encodeURIComponent(id)}`) + location.search}
        className="row-link row apart"
        aria-expanded={open}
        role="button"
        data-row
      >
        <span>
          <span className="strong">
            <Localized of={delegation.name} />
          </span>{' '}
          <span className="muted small">
            <Localized of={category?.name} />
          </span>
        </span>
        <span className="muted whole">{t('participants.members', { count: delegation.members })}</span>
      </Link>
      {open && <DelegationMembers id={id} />}
    </li>
  )
}

export function DelegationMembers({ id }: { id: string }) {
  const { t } = useSpeech()
  const { state, refused } = useMeetingTopic<DelegationParticipantsTopic>(`participants/${id}`)
  if (refused !== null) return <p className="muted">{t('participants.none_approved')}</p>
  if (state === undefined) return <Skeleton lines={2} />
  if (state.order.length === 0) return <p className="muted">{t('participants.none_approved')}</p>
  return (
    <ul className="stack tight" style={{ padding: '0 var(--space-5) var(--space-4)' }}>
      {state.order.map((member) => (
        <li key={member}>
          <MemberName member={state.members[member]!} />
        </li>
      ))}
    </ul>
  )
}
