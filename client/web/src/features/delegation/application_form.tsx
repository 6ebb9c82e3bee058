// The form of an application for one member of the delegation.

import { useCommand } from '../../app/commands'
import { bind, Checkbox, Form, RadioGroup, say, TextField, useForm } from '../../look'
import { useText } from '../../messages'
import type { OwnApplication } from '../../wire'
import { applicationCheck, toApplication, toApplicationValues } from './application_values'

interface ApplicationFormProps {
  delegation: string
  member: string
  id: string | undefined
  application: OwnApplication | undefined
  onDone(): void
}

export function ApplicationForm({ delegation, member, id, application, onDone }: ApplicationFormProps) {
  const t = useText()
  const command = useCommand()
  const form = useForm({
    name: `application.${delegation}.${member}`,
    initial: toApplicationValues(application?.details),
    ...(application === undefined ? {} : { version: application.version }),
    check: (values) => applicationCheck(values, { missing: t('error.missing_field'), rank: t('application.rank_wrong') }),
    send: (values, version) =>
      id === undefined
        ? command('sponsorship.apply', { delegation, member, details: toApplication(values) })
        : command('sponsorship.change', { delegation, application: id, version, details: toApplication(values) }),
    onSent: () => {
      say(t('application.done'), 'good')
      onDone()
    },
  })
  const labels = { extent: t('application.extent'), reason: t('application.reason'), rank: t('application.rank') }
  return (
    <Form form={form} submit={id === undefined ? t('application.apply') : t('look.save')} labels={labels}>
      <RadioGroup
        {...bind(form, 'extent')}
        label={labels.extent}
        options={(['whole', 'part'] as const).map((value) => ({ value, label: t(`application.${value}`) }))}
      />
      {form.values.extent === 'whole' && (
        <Checkbox checked={form.values.accepts_part} onChange={(on) => form.set('accepts_part', on)}>
          {t('application.accepts_part')}
        </Checkbox>
      )}
      <TextField {...bind(form, 'rank')} label={labels.rank} hint={t('application.rank_hint')} inputMode="numeric" dir="ltr" optional />
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
