// Changing an item's number and title.

import { useCommand } from '../../app/commands'
import { bindText, Form, say, TextField, TextsFields, useForm } from '../../look'
import { gatherTexts, spreadTexts, type Values } from '../../look/form_state'
import { useTextLanguages } from '../../look/texts_fields'
import { useText } from '../../messages'
import type { AgendaItem } from '../../wire'

export function ChangeItem({ id, item }: { id: string; item: AgendaItem }) {
  const t = useText()
  const command = useCommand()
  const languages = useTextLanguages()
  const form = useForm<Values>({
    name: `item.${id}`,
    initial: { number: item.number, ...spreadTexts('title', item.title, languages) },
    version: item.version,
    check: itemCheck(t('error.missing_field')),
    send: (values, version) =>
      command('agenda.change', {
        item: id,
        version,
        number: String(values.number).trim(),
        title: gatherTexts('title', values),
      }),
    onSent: () => say(t('agenda.changed'), 'good'),
  })
  return <ItemForm form={form} submit={t('look.save')} />
}

/** A number, and a title in at least one language. */
export function itemCheck(missing: string) {
  return (values: Values) => ({
    number: String(values.number).trim() === '' ? missing : undefined,
    ...(Object.keys(gatherTexts('title', values)).length === 0
      ? { [Object.keys(values).find((key) => key.startsWith('title.')) ?? 'title']: missing }
      : {}),
  })
}

export function ItemForm({ form, submit }: { form: ReturnType<typeof useForm<Values>>; submit: string }) {
  const t = useText()
  return (
    <Form form={form} submit={submit} labels={{ number: t('item.number') }}>
      <TextField {...bindText(form, 'number')} label={t('item.number')} hint={t('item.number_hint')} dir="ltr" />
      <TextsFields form={form} field="title" label={t('item.title')} />
    </Form>
  )
}
