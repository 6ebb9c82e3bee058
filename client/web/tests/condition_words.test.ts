import { expect, test } from 'vitest'
import { conditionWords, isMeant, vocabularyOf, withValues, type Condition, type VocabularyTerms } from '../src/features/sponsorship/condition_words'
import { languages } from '../src/messages/languages'
import { wordsOf } from './support/words'

const terms: VocabularyTerms = {
  labels: [
    { name: 'region', label: { en: 'Region', fr: 'Région' } },
    { name: 'region', value: 'AFR', label: { en: 'Africa', fr: 'Afrique' } },
    { name: 'region', value: 'ASI', label: { en: 'Asia', fr: 'Asie' } },
    { name: 'ldc', label: { en: 'Least developed country' } },
    { name: 'absent', label: { en: 'Meetings missed' } },
  ],
  delegations: [
    { delegation: 'LAO', facts: { region: 'ASI', ldc: true, absent: 2 } },
    { delegation: 'FJI', facts: { region: 'PAC', ldc: false } },
  ],
  assessments: [{ id: 'speaks', label: { en: 'Speaks for a group' }, usual: false }],
}
const categories = [{ id: 'state_party', name: { en: 'States Parties' }, order: 1 }]
const english = wordsOf('en')
const known = vocabularyOf(terms, categories, english)
const say = (condition: Condition) => conditionWords(condition, known, english)

test('a condition is said in the words of the terms', () => {
  expect(say({ region: ['AFR', 'ASI'], ldc: true })).toBe('Region: Africa or Asia and Least developed country')
  expect(say({ speaks: true })).toBe('Speaks for a group')
  expect(say({ ldc: false })).toBe('Not: Least developed country')
})

test('what every meeting knows has words of its own', () => {
  expect(say({ gender: 'F' })).toBe('Gender: Women')
  expect(say({ category: 'state_party' })).toBe('Category of the delegation: States Parties')
  for (const language of languages) {
    const words = wordsOf(language)
    const here = vocabularyOf(terms, categories, words)
    for (const name of ['gender', 'survivor', 'companion', 'complete', 'on_time', 'costed', 'category']) {
      expect(here.get(name)?.label, `${language} ${name}`).toBe(words.t(`condition.attribute.${name}` as 'condition.attribute.gender'))
    }
  }
})

test('a condition without any attribute means everybody', () => {
  expect(say({})).toBe('Everybody')
  expect(isMeant({}, {})).toBe(true)
})

test('what nobody gave words for stands as it is written', () => {
  expect(say({ region: 'PAC' })).toBe('Region: PAC')
  expect(say({ absent: 2 })).toBe('Meetings missed: 2')
  expect(say({ shoe: 'red' })).toBe('shoe: red')
})

test('an attribute offers the values of labels and of delegations, and yes or no where nothing else is known', () => {
  const values = (name: string) => known.get(name)?.values.map(({ value }) => value)
  expect(values('region')).toEqual(['AFR', 'ASI', 'PAC'])
  expect(values('absent')).toEqual([2])
  expect(values('speaks')).toEqual([true, false])
  expect(values('gender')).toEqual(['F', 'M', 'X'])
})

test('a single value stands without a list, and none takes the attribute out', () => {
  expect(withValues({ ldc: true }, 'region', ['AFR'])).toEqual({ ldc: true, region: 'AFR' })
  expect(withValues({ region: 'AFR' }, 'region', ['AFR', 'ASI'])).toEqual({ region: ['AFR', 'ASI'] })
  expect(withValues({ region: 'AFR', ldc: true }, 'region', [])).toEqual({ ldc: true })
})

test('values of different types are never equal, and what somebody does not have satisfies nothing', () => {
  expect(isMeant({ absent: 2 }, { absent: 2 })).toBe(true)
  expect(isMeant({ absent: 2 }, { absent: '2' })).toBe(false)
  expect(isMeant({ ldc: false }, {})).toBe(false)
  expect(isMeant({ region: ['AFR', 'ASI'] }, { region: 'ASI' })).toBe(true)
})
