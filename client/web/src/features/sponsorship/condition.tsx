// A condition on applicants, in words and as something to edit.

import { useMemo, useState } from 'react'
import { useMeetingDetails } from '../../app/meeting'
import { Button, CheckboxGroup, Select } from '../../look'
import { useSpeech } from '../../messages'
import {
  conditionWords,
  valuesOf,
  vocabularyOf,
  withValues,
  type AttributeValue,
  type Condition,
  type KnownAttribute,
  type Vocabulary,
  type VocabularyTerms,
} from './condition_words'
import './condition.css'

const no_terms: VocabularyTerms = { labels: [], delegations: [], assessments: [] }

/** What conditions may ask for in this meeting; without terms, only what every meeting knows. */
export function useVocabulary(terms: VocabularyTerms | undefined): Vocabulary {
  const speech = useSpeech()
  const categories = useMeetingDetails()?.categories
  return useMemo(() => vocabularyOf(terms ?? no_terms, categories ?? [], speech), [terms, categories, speech])
}

export function ConditionWords({ of, known }: { of: Condition; known: Vocabulary }) {
  return <bdi>{conditionWords(of, known, useSpeech())}</bdi>
}

interface ConditionEditorProps {
  label?: string
  known: Vocabulary
  value: Condition
  onChange(value: Condition): void
  error?: string | undefined
}

/** Every attribute that is asked for with its values, and the choice of one more. */
export function ConditionEditor({ label, known, value, onChange, error }: ConditionEditorProps) {
  const { t } = useSpeech()
  const free = [...known.values()].filter(({ name }) => !(name in value))
  const add = (name: string) => {
    const first = known.get(name)?.values[0]
    if (first !== undefined) onChange(withValues(value, name, [first.value]))
  }
  return (
    <fieldset className="condition stack tight">
      <legend className="field-label">{label ?? t('condition.who')}</legend>
      <p className="field-hint">
        <ConditionWords of={value} known={known} />
      </p>
      {error !== undefined && <p className="field-error">{error}</p>}
      {Object.entries(value).map(([name, wanted]) => (
        <Clause
          key={name}
          attribute={known.get(name) ?? { name, label: name, values: [] }}
          wanted={valuesOf(wanted)}
          onChange={(values) => onChange(withValues(value, name, values))}
        />
      ))}
      {free.length > 0 && (
        <Select
          label={t('condition.add')}
          options={free.map(({ name, label: text }) => ({ value: name, label: text }))}
          value=""
          onChange={add}
          optional
        />
      )}
    </fieldset>
  )
}

interface ClauseProps {
  attribute: KnownAttribute
  wanted: AttributeValue[]
  onChange(values: AttributeValue[]): void
}

const keyOf = (value: AttributeValue) => JSON.stringify(value)

function Clause({ attribute, wanted, onChange }: ClauseProps) {
  const { t } = useSpeech()
  const [emptied, setEmptied] = useState(false)
  const strange = wanted.filter((value) => attribute.values.every((known) => known.value !== value))
  const known = [...attribute.values, ...strange.map((value) => ({ value, label: String(value) }))]
  const options = known.map(({ value, label }) => ({ value: keyOf(value), label }))
  const yes_no = known.every(({ value }) => typeof value === 'boolean') && wanted.length === 1
  const choose = (keys: string[]) => {
    setEmptied(keys.length === 0)
    if (keys.length > 0) onChange(known.map(({ value }) => value).filter((value) => keys.includes(keyOf(value))))
  }
  return (
    <div className="condition-clause">
      {yes_no ? (
        <Select label={attribute.label} options={options} value={wanted.map(keyOf)[0] ?? ''} onChange={(key) => choose([key])} />
      ) : (
        <CheckboxGroup
          label={attribute.label}
          options={options}
          value={emptied ? [] : wanted.map(keyOf)}
          onChange={choose}
          error={emptied ? t('condition.no_value') : undefined}
        />
      )}
      <Button kind="quiet" aria-label={t('condition.remove', { what: attribute.label })} onPress={() => onChange([])}>
        {t('condition.remove_short')}
      </Button>
    </div>
  )
}
