// Adding a delegation that the meeting's file did not have.

import { useCommand } from '../../app/commands'
import { useMeetingDetails } from '../../app/meeting'
import { bindText, Disclosure, Form, say, Select, TextField, TextsFields, useForm } from '../../look'
import { gatherTexts, spreadTexts, type Values } from '../../look/form_state'
import { useTextLanguages } from '../../look/texts_fields'
import { pick, useSpeech } from '../../messages'

export function AddDelegation() {
  const { t, language } = useSpeech()
  const command = useCommand()
  const languages = useTextLanguages()
  const categories = useMeetingDetails()?.categories ?? []
  const missing = t('error.missing_field')
  const form = useForm<Values>({
    name: 'delegation.new',
    initial: { id: '', category: '', ...spreadTexts('name', {}, languages) },
    check: (values) => ({
      id: /^[A-Za-z0-9._~-]{1,64}$/.test(String(values.id)) ? undefined : t('registrations.id_wrong'),
      category: values.category === '' ? missing : undefined,
      [`name.${languages[0]}`]: Object.keys(gatherTexts('name', values)).length === 0 ? missing : undefined,
    }),
    send: (values) =>
      command('registration.add_delegation', {
        details: { id: String(values.id), name: gatherTexts('name', values), category: String(values.category) },
      }),
    onSent: () => say(t('registrations.added'), 'good'),
  })
  const labels = { id: t('registrations.id'), category: t('participants.category') }
  return (
    <Disclosure title={t('registrations.add')}>
      <Form form={form} submit={t('registrations.add')} labels={labels}>
        <TextField {...bindText(form, 'id')} label={labels.id} hint={t('registrations.id_hint')} dir="ltr" />
        <TextsFields form={form} field="name" label={t('registrations.name')} />
        <Select
          {...bindText(form, 'category')}
          label={labels.category}
          options={categories.map((c) => ({ value: c.id, label: pick(c.name, language).text }))}
        />
      </Form>
    </Disclosure>
  )
}
