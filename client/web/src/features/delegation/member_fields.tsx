// The fields of a member, and the meeting's own questions.

import { bindText, Button, Form, RadioGroup, Select, TextField, type FormHandle } from '../../look'
import type { Values } from '../../look/form_state'
import { pick, useSpeech } from '../../messages'
import type { MeetingDetails, RegistrationField } from '../../wire'
import { useLanguageName } from '../documents/language_name'
import { isLatin } from './member_values'

interface MemberFieldsProps {
  form: FormHandle<Values>
  details: MeetingDetails
  submit: string
  onCancel(): void
}

export function MemberFields({ form, details, submit, onCancel }: MemberFieldsProps) {
  const { t, language } = useSpeech()
  const languageName = useLanguageName()
  const label = (field: 'name' | 'name_latin' | 'title' | 'function' | 'category' | 'gender' | 'email' | 'language' | 'needs') =>
    t(`member.field_${field}`)
  const labels = {
    ...Object.fromEntries(
      (['name', 'name_latin', 'title', 'function', 'category', 'gender', 'email', 'language', 'needs'] as const).map((f) => [
        f,
        label(f),
      ]),
    ),
    ...Object.fromEntries(details.fields.map((f) => [`fields.${f.id}`, pick(f.label, language).text])),
  }
  const cancel = <Button onPress={onCancel}>{t('look.cancel')}</Button>
  return (
    <Form form={form} submit={submit} labels={labels} more={cancel}>
      <TextField {...bindText(form, 'name')} label={label('name')} hint={t('member.name_hint')} />
      {!isLatin(String(form.values.name)) && (
        <TextField {...bindText(form, 'name_latin')} label={label('name_latin')} hint={t('member.name_latin_hint')} dir="ltr" />
      )}
      <TextField {...bindText(form, 'title')} label={label('title')} hint={t('member.title_hint')} optional />
      <TextField {...bindText(form, 'function')} label={label('function')} hint={t('member.function_hint')} optional />
      <RadioGroup
        {...bindText(form, 'category')}
        label={label('category')}
        hint={t('member.category_hint')}
        options={(['head', 'alternate', 'adviser'] as const).map((c) => ({ value: c, label: t(`member.${c}`) }))}
      />
      <RadioGroup
        {...bindText(form, 'gender')}
        label={label('gender')}
        options={(['female', 'male', 'other', 'undisclosed'] as const).map((g) => ({ value: g, label: t(`gender.${g}`) }))}
      />
      <TextField {...bindText(form, 'email')} label={label('email')} type="email" optional />
      <Select
        {...bindText(form, 'language')}
        label={label('language')}
        options={details.languages.map((tag) => ({ value: tag, label: languageName(tag) }))}
      />
      <TextField {...bindText(form, 'needs')} label={label('needs')} hint={t('member.needs_hint')} rows={3} optional />
      {details.fields.map((field) => (
        <OwnField key={field.id} form={form} field={field} />
      ))}
    </Form>
  )
}

/** A question of this meeting's own. */
function OwnField({ form, field }: { form: FormHandle<Values>; field: RegistrationField }) {
  const { t, language } = useSpeech()
  const shared = {
    ...bindText(form, `fields.${field.id}`),
    label: pick(field.label, language).text,
    hint: field.hint === undefined ? undefined : pick(field.hint, language).text,
    optional: !field.required,
  }
  if (field.type === 'line') return <TextField {...shared} />
  if (field.type === 'paragraph') return <TextField {...shared} rows={3} />
  if (field.type === 'yes_no') {
    const options = [
      { value: 'yes', label: t('look.yes') },
      { value: 'no', label: t('look.no') },
    ]
    return <RadioGroup {...shared} options={options} />
  }
  const options = field.choices.map((choice) => ({ value: choice.id, label: pick(choice.label, language).text }))
  return <Select {...shared} options={options} />
}
