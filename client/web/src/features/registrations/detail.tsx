// One registration on the desk: what is new in it, and deciding on it.

import { useCommand, useAct } from '../../app/commands'
import { useHere, useMeetingDetails, useMeetingTopic } from '../../app/meeting'
import { Link } from '../../app/router'
import { Banner, bind, Button, Disclosure, Form, Localized, Moment, say, Skeleton, TextField, useForm } from '../../look'
import { useSpeech } from '../../messages'
import type { DelegationTopic } from '../../wire'
import { RegistrationTag } from '../delegation/registration_tag'
import { MemberEntry } from './member_entry'
import { ruleWords } from './rule'

export function RegistrationDetail({ id }: { id: string }) {
  const { t } = useSpeech()
  const here = useHere()
  const categories = useMeetingDetails()?.categories ?? []
  const { state, refused } = useMeetingTopic<DelegationTopic>(`delegation/${id}`)
  if (refused !== null) return <p role="alert">{t('error.not_found')}</p>
  if (state === undefined) return <Skeleton lines={5} />
  const category = categories.find((c) => c.id === state.category)
  return (
    <article className="stack">
      <Link to={here('/registrations')} className="only-narrow">
        {t('look.back')}
      </Link>
      <div className="row">
        <h2>
          <Localized of={state.name} />
        </h2>
        <RegistrationTag state={state.state} />
      </div>
      <p className="muted">
        <Localized of={category?.name} />
        {category?.rule !== undefined && <bdi> ({ruleWords(category.rule, t)})</bdi>}
        {state.submitted !== undefined && (
          <>
            {' '}
            · {t('registrations.submitted')} <Moment at={state.submitted} form="short" />
          </>
        )}
      </p>
      {state.reason !== undefined && state.state === 'returned' && (
        <Banner tone="bad">
          {t('delegation.returned')} <bdi>{state.reason}</bdi>
        </Banner>
      )}
      {state.state === 'submitted' && <Decide id={id} version={state.version} />}
      <ul className="lines">
        {Object.entries(state.members).map(([member, entry]) => (
          <MemberEntry key={member} member={entry} />
        ))}
      </ul>
      <p>
        <Link to={here(`/delegation/${id}`)}>{t('registrations.edit')}</Link>
      </p>
    </article>
  )
}

function Decide({ id, version }: { id: string; version: number }) {
  const { t } = useSpeech()
  const command = useCommand()
  const { busy, act } = useAct()
  const form = useForm({
    name: `return.${id}`,
    initial: { reason: '' },
    check: ({ reason }) => ({ reason: reason.trim() === '' ? t('error.missing_field') : undefined }),
    send: ({ reason }) => command('registration.return', { delegation: id, version, reason: reason.trim() }),
    onSent: () => say(t('registrations.done_return'), 'good'),
  })
  const approve = () =>
    act(() => command('registration.approve', { delegation: id, version }), t('registrations.done_approve'))
  return (
    <div className="card stack">
      <div>
        <Button kind="primary" busy={busy} onPress={() => void approve()}>
          {t('registrations.approve')}
        </Button>
      </div>
      <Disclosure title={t('registrations.return')} open={form.restored}>
        <Form form={form} submit={t('registrations.return')} labels={{ reason: t('document.reason') }}>
          <TextField {...bind(form, 'reason')} label={t('document.reason')} hint={t('registrations.reason_hint')} rows={3} />
        </Form>
      </Disclosure>
    </div>
  )
}
