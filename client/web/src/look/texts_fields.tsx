// One text in several languages: the reader's language first, the others folded away.

import { useMeetingDetails } from '../app/meeting'
import { useLanguageName } from '../features/documents/language_name'
import { directionOf, useSpeech } from '../messages'
import { bindText } from './form'
import { TextField } from './field'
import type { Values } from './form_state'
import { Disclosure } from './parts'
import type { FormHandle } from './use_form'

interface TextsFieldsProps {
  form: FormHandle<Values>
  /** The fields of the form are called "<field>.<language>". */
  field: string
  label: string
  hint?: string
  optional?: boolean
  rows?: number
}

export function TextsFields({ form, field, label, hint, optional = false, rows }: TextsFieldsProps) {
  const { t, language } = useSpeech()
  const name = useLanguageName()
  const tags = Object.keys(form.values)
    .filter((key) => key.startsWith(`${field}.`))
    .map((key) => key.slice(field.length + 1))
  const mine = tags.includes(language) ? language : (tags[0] ?? language)
  const others = tags.filter((tag) => tag !== mine)
  const one = (tag: string, may_stay_empty: boolean) => (
    <TextField
      key={tag}
      {...bindText(form, `${field}.${tag}`)}
      label={
        <>
          {label} (<bdi>{name(tag)}</bdi>)
        </>
      }
      lang={tag}
      dir={directionOf(tag)}
      optional={may_stay_empty}
      {...(hint === undefined || tag !== mine ? {} : { hint })}
      {...(rows === undefined ? {} : { rows })}
    />
  )
  const filled = others.filter((tag) => form.values[`${field}.${tag}`] !== '').length
  return (
    <div className="stack">
      {one(mine, optional)}
      <Disclosure title={t('look.other_languages', { filled, all: others.length })}>
        <div className="stack">{others.map((tag) => one(tag, true))}</div>
      </Disclosure>
    </div>
  )
}

/** The languages in which the meeting's texts are written. */
export function useTextLanguages(): readonly string[] {
  return useMeetingDetails()?.languages ?? ['en']
}
