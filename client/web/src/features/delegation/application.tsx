// Applying for sponsorship for one member, and changing that.

import { useCommand } from '../../app/commands'
import { useHere, useMeetingTopic } from '../../app/meeting'
import { Link, navigate } from '../../app/router'
import type { ScreenProps } from '../../app/routes'
import { bind, Checkbox, Form, RadioGroup, say, ScreenTitle, Skeleton, TextField, useForm } from '../../look'
import { useText } from '../../messages'
import type { ApplicationDetails, DelegationTopic, OwnApplication, OwnSponsorshipTopic } from '../../wire'

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
      <p>{t('application.explain')}</p>
      <ApplicationForm delegation={delegation} member={member} id={found?.[0]} application={found?.[1]} />
    </div>
  )
}

interface ApplicationFormProps {
  delegation: string
  member: string
  id: string | undefined
  application: OwnApplication | undefined
}

function ApplicationForm({ delegation, member, id, application }: ApplicationFormProps) {
  const t = useText()
  const here = useHere()
  const command = useCommand()
  const form = useForm({
    name: `application.${delegation}.${member}`,
    initial: {
      extent: (application?.details?.extent ?? 'whole') as string,
      reason: application?.details?.reason ?? '',
      survivor: application?.details?.survivor ?? false,
      companion: application?.details?.companion ?? false,
    },
    ...(application === undefined ? {} : { version: application.version }),
    check: ({ reason }) => ({ reason: reason.trim() === '' ? t('error.missing_field') : undefined }),
    send: (values, version) => {
      const details = {
        ...values,
        extent: values.extent as ApplicationDetails['extent'],
        reason: values.reason.trim(),
      }
      return id === undefined
        ? command('sponsorship.apply', { delegation, member, details })
        : command('sponsorship.change', { delegation, application: id, version, details })
    },
    onSent: () => {
      say(t('application.done'), 'good')
      navigate(here(`/delegation/${delegation}`))
    },
  })
  const labels = { extent: t('application.extent'), reason: t('application.reason') }
  return (
    <Form form={form} submit={id === undefined ? t('application.apply') : t('look.save')} labels={labels}>
      <RadioGroup
        {...bind(form, 'extent')}
        label={labels.extent}
        options={(['whole', 'part'] as const).map((value) => ({ value, label: t(`application.${value}`) }))}
      />
      <TextField {...bind(form, 'reason')} label={labels.reason} hint={t('application.reason_hint')} rows={5} />
      <fieldset className="field">
        <legend className="field-label">{t('application.protected')}</legend>
        <p className="field-hint">{t('application.protected_hint')}</p>
        <Checkbox checked={form.values.survivor} onChange={(on) => form.set('survivor', on)}>
          {t('application.survivor')}
        </Checkbox>
        <Checkbox checked={form.values.companion} onChange={(on) => form.set('companion', on)}>
          {t('application.companion')}
        </Checkbox>
      </fieldset>
    </Form>
  )
}
