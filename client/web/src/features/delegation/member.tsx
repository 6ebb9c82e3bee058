// The form of one member; and taking a member out.

import { useAct, useCommand } from '../../app/commands'
import { useHere, useMeetingDetails, useMeetingTopic } from '../../app/meeting'
import { Link, navigate } from '../../app/router'
import type { ScreenProps } from '../../app/routes'
import { Button, Disclosure, say, ScreenTitle, Skeleton, useForm } from '../../look'
import type { Values } from '../../look/form_state'
import { useSpeech } from '../../messages'
import type { DelegationTopic, Member, MeetingDetails } from '../../wire'
import { memberCheck, toMember, toMemberValues } from './member_values'
import { MemberFields } from './member_fields'

export default function MemberScreen({ at }: ScreenProps) {
  const { t } = useSpeech()
  const here = useHere()
  const { delegation = '', member = 'new' } = at
  const details = useMeetingDetails()
  const { state, refused } = useMeetingTopic<DelegationTopic>(`delegation/${delegation}`)
  if (refused !== null) return <p role="alert">{t('error.forbidden')}</p>
  if (state === undefined || details === undefined) return <Skeleton lines={8} />
  const entry = state.members[member]
  if (member !== 'new' && entry === undefined) return <p role="alert">{t('error.not_found')}</p>
  const title = member === 'new' ? t('delegation.add_member') : ((entry?.draft ?? entry?.approved)?.name ?? t('member.erased'))
  return (
    <div className="stack">
      <Link to={here(`/delegation/${delegation}`)}>{t('place.delegation')}</Link>
      <ScreenTitle title={title}>
        <bdi>{title}</bdi>
      </ScreenTitle>
      {entry?.approved !== undefined && <p className="muted">{t('member.approved_stays')}</p>}
      {entry?.erased !== true && <MemberForm key={member} delegation={delegation} id={member} entry={entry} details={details} />}
      {entry !== undefined && !entry.leaving && !entry.erased && <RemoveMember delegation={delegation} id={member} entry={entry} />}
    </div>
  )
}

interface MemberFormProps {
  delegation: string
  id: string
  entry: Member | undefined
  details: MeetingDetails
}

function MemberForm({ delegation, id, entry, details }: MemberFormProps) {
  const { t, language } = useSpeech()
  const here = useHere()
  const command = useCommand()
  const back = () => navigate(here(`/delegation/${delegation}`))
  const form = useForm<Values>({
    name: `member.${delegation}.${id}`,
    initial: toMemberValues(entry?.draft ?? entry?.approved, details, language),
    ...(entry === undefined ? {} : { version: entry.version }),
    check: (values) => memberCheck(values, details, { missing: t('error.missing_field'), email: t('sign_in.email_wrong') }),
    send: (values, version) => {
      const member = toMember(values)
      return entry === undefined
        ? command('registration.add_member', { delegation, details: member })
        : command('registration.change_member', { delegation, member: id, version, details: member })
    },
    onSent: () => {
      say(t('member.saved'), 'good')
      back()
    },
  })
  const submit = entry === undefined ? t('delegation.add_member') : t('look.save')
  return <MemberFields form={form} details={details} submit={submit} onCancel={back} />
}

function RemoveMember({ delegation, id, entry }: { delegation: string; id: string; entry: Member }) {
  const { t } = useSpeech()
  const here = useHere()
  const command = useCommand()
  const { busy, act } = useAct()
  const details = entry.draft ?? entry.approved
  const remove = () => {
    const work = () => command('registration.remove_member', { delegation, member: id, version: entry.version })
    const undo =
      entry.approved === undefined && details !== undefined
        ? () => command('registration.add_member', { delegation, details: details })
        : undefined
    void act(work, t('member.removed'), undo).then((done) => done && navigate(here(`/delegation/${delegation}`)))
  }
  return (
    <Disclosure title={t('member.remove')}>
      <div className="stack">
        <p>{t(entry.approved === undefined ? 'member.remove_new' : 'member.remove_approved')}</p>
        <div>
          <Button kind="danger" busy={busy} onPress={remove}>
            {t('member.remove')}
          </Button>
        </div>
      </div>
    </Disclosure>
  )
}
