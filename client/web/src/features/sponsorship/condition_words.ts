// Conditions on applicants: what they may ask for in a meeting, in words, and how they are changed. Pure.

import { pick } from '../../messages/languages'
import type { Speech } from '../../messages'
import type { Category, SponsorshipTerms } from '../../wire'

export type AttributeValue = boolean | number | string
/** Each attribute must equal its value, or one of them; without any attribute, everybody is meant. */
export type Condition = Record<string, AttributeValue | AttributeValue[]>

export interface KnownValue {
  value: AttributeValue
  label: string
}

/** Something that conditions may ask for, in the reader's words. */
export interface KnownAttribute {
  name: string
  label: string
  values: KnownValue[]
}

export type Vocabulary = ReadonlyMap<string, KnownAttribute>
type Words = Pick<Speech, 't' | 'language'>
/** Of the terms, what says which attributes there are. */
export type VocabularyTerms = Pick<SponsorshipTerms, 'labels' | 'delegations' | 'assessments'>

/** What every meeting knows of an applicant, besides what its terms say. */
const own_yes_no = ['survivor', 'companion', 'complete', 'on_time', 'costed'] as const
const genders = ['F', 'M', 'X'] as const

export const valuesOf = (wanted: AttributeValue | AttributeValue[] | undefined): AttributeValue[] =>
  wanted === undefined ? [] : Array.isArray(wanted) ? wanted : [wanted]

/** The attributes that the terms name, then those that every meeting has. */
export function vocabularyOf(terms: VocabularyTerms, categories: readonly Category[], words: Words): Vocabulary {
  const found = new Map<string, Set<AttributeValue>>()
  const note = (name: string, ...values: AttributeValue[]) => {
    const held = found.get(name) ?? new Set()
    for (const value of values) held.add(value)
    found.set(name, held)
  }
  for (const { name, value } of terms.labels) note(name, ...(value === undefined ? [] : [value]))
  for (const { facts } of terms.delegations) for (const [name, value] of Object.entries(facts)) note(name, value)
  for (const { id } of terms.assessments) note(id, true)
  note('gender', ...genders)
  for (const name of own_yes_no) note(name, true)
  note('category', ...categories.map((category) => category.id))
  return new Map(
    [...found].map(([name, values]) => [
      name,
      {
        name,
        label: attributeLabel(name, terms, words),
        values: completed(values).map((value) => ({ value, label: valueLabel(name, value, terms, categories, words) })),
      },
    ]),
  )
}

/** What is true of some is false of others, and what nobody has a value for is a yes or no. */
function completed(values: ReadonlySet<AttributeValue>): AttributeValue[] {
  const yes_no = values.size === 0 || values.has(true) || values.has(false)
  return [...(yes_no ? [true, false] : []), ...[...values].filter((value) => typeof value !== 'boolean')]
}

function attributeLabel(name: string, terms: VocabularyTerms, { t, language }: Words): string {
  const said = terms.labels.find((label) => label.name === name && label.value === undefined)
  const asked = terms.assessments.find(({ id }) => id === name)
  const text = pick(said?.label ?? asked?.label, language).text
  if (text !== '') return text
  if (name === 'gender' || name === 'category') return t(`condition.attribute.${name}`)
  const own = own_yes_no.find((known) => known === name)
  return own === undefined ? name : t(`condition.attribute.${own}`)
}

function valueLabel(
  name: string,
  value: AttributeValue,
  terms: VocabularyTerms,
  categories: readonly Category[],
  { t, language }: Words,
): string {
  const said = terms.labels.find((label) => label.name === name && label.value === value)
  if (said !== undefined) return pick(said.label, language).text
  if (typeof value === 'boolean') return t(value ? 'look.yes' : 'look.no')
  const gender = genders.find((known) => known === value)
  if (name === 'gender' && gender !== undefined) return t(`condition.gender.${gender}`)
  const category = name === 'category' ? categories.find(({ id }) => id === value) : undefined
  return category === undefined ? String(value) : pick(category.name, language).text
}

/** One part of a condition: an attribute, and the values it may have. */
export function clauseWords(
  name: string,
  wanted: AttributeValue | AttributeValue[],
  known: Vocabulary,
  { t, locale }: Pick<Speech, 't' | 'locale'>,
): string {
  const attribute = known.get(name)
  const what = attribute?.label ?? name
  const values = valuesOf(wanted)
  const label = (value: AttributeValue) => attribute?.values.find((each) => each.value === value)?.label ?? String(value)
  const [only] = values
  const plain = values.length === 1 && typeof only === 'boolean' && label(only) === t(only ? 'look.yes' : 'look.no')
  if (plain) return only === true ? what : t('condition.not', { what })
  return t('condition.is', { what, values: new Intl.ListFormat(locale, { type: 'disjunction' }).format(values.map(label)) })
}

/** A condition as the reader would say it. */
export function conditionWords(condition: Condition, known: Vocabulary, words: Pick<Speech, 't' | 'locale'>): string {
  const clauses = Object.entries(condition).map(([name, wanted]) => clauseWords(name, wanted, known, words))
  if (clauses.length === 0) return words.t('condition.everybody')
  return new Intl.ListFormat(words.locale, { type: 'conjunction' }).format(clauses)
}

/** The condition with one attribute asked for; a single value stands without a list, none takes the attribute out. */
export function withValues(condition: Condition, name: string, values: readonly AttributeValue[]): Condition {
  const { [name]: _, ...others } = condition
  const [only, ...more] = values
  if (only === undefined) return others
  const wanted = more.length === 0 ? only : [...values]
  return name in condition ? { ...condition, [name]: wanted } : { ...others, [name]: wanted }
}

/** Whether somebody with these attributes is meant: values of different types are never equal. */
export function isMeant(condition: Condition, attributes: Readonly<Record<string, AttributeValue>>): boolean {
  return Object.entries(condition).every(([name, wanted]) => valuesOf(wanted).some((value) => attributes[name] === value))
}
