// What the items of the terms have in common: a short name for the rule, and a label in several languages.

import { Localized, TextField, TextsFields, bindText, type FormHandle } from '../../look'
import { gatherTexts, spreadTexts, type Errors, type Values } from '../../look/form_state'
import { useTextLanguages } from '../../look/texts_fields'
import { useSpeech, type Speech } from '../../messages'
import { isIdentifier } from './part'

interface NamedFieldsProps {
  form: FormHandle<Values>
  /** The short name of an item that is there already stays. */
  is_new: boolean
  label: string
}

export function NamedFields({ form, is_new, label }: NamedFieldsProps) {
  const { t } = useSpeech()
  return (
    <>
      <TextsFields form={form} field="label" label={label} />
      {is_new && <TextField {...bindText(form, 'id')} label={t('terms.short_name')} hint={t('terms.short_name_hint')} dir="ltr" />}
    </>
  )
}

export function NamedLine({ id, label }: { id: string; label: Record<string, string> }) {
  return (
    <>
      <span className="strong">
        <Localized of={label} />
      </span>{' '}
      <bdi className="muted small">{id}</bdi>
    </>
  )
}

/** Values and checks of those fields. */
export function useNamed(): {
  toValues(id: string | undefined, label: Record<string, string> | undefined): Values
  labelOf(values: Values): Record<string, string>
  check(values: Values, taken: readonly string[]): Errors
} {
  const { t } = useSpeech()
  const languages = useTextLanguages()
  return {
    toValues: (id, label) => ({ id: id ?? '', ...spreadTexts('label', label ?? {}, languages) }),
    labelOf: (values) => gatherTexts('label', values),
    check: (values, taken) => namedErrors(values, taken, languages[0] ?? 'en', t),
  }
}

function namedErrors(values: Values, taken: readonly string[], language: string, t: Speech['t']): Errors {
  const id = String(values.id).trim()
  const id_error = !isIdentifier(id) ? t('terms.short_name_wrong') : taken.includes(id) ? t('error.already_there') : undefined
  return {
    [`label.${language}`]: Object.keys(gatherTexts('label', values)).length === 0 ? t('error.missing_field') : undefined,
    id: id_error,
  }
}
