import { readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { expect, test } from 'vitest'
import { formatDays } from '../src/look/days'
import { Catalogue, type Messages } from '../src/messages/catalogue'
import { ruleWords } from '../src/features/registrations/rule'
import { chooseLanguage, directionOf, languages, localeFor, pick } from '../src/messages/languages'
import { problemWords } from '../src/messages/refusals'

const read = (folder: string, language: string) =>
  JSON.parse(readFileSync(new URL(`../../../messages/${folder}/${language}.json`, import.meta.url), 'utf8')) as object
const catalogues = Object.fromEntries(
  languages.map((language) => [language, { ...read('web', language), ...read('errors', language) }]),
) as Record<string, Messages>
const english = catalogues.en!

function placeholders(elements: MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return []
    if (element.type === TYPE.tag) return placeholders(element.children)
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      return [element.value, ...Object.values(element.options).flatMap((option) => placeholders(option.value))]
    }
    return [element.value]
  })
}

const namesIn = (message: string, language: string) =>
  [...new Set(placeholders(new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst()))].sort()

test.each([...languages])('%s has the keys of English, no more and no fewer', (language) => {
  expect(Object.keys(catalogues[language]!).sort()).toEqual(Object.keys(english).sort())
})

test.each([...languages])('%s has the placeholders of English in every message', (language) => {
  for (const [key, message] of Object.entries(english)) {
    const theirs = catalogues[language]![key as keyof Messages]
    expect(namesIn(theirs, language), key).toEqual(namesIn(message, 'en'))
  }
})

test.each([...languages])('%s leaves no message empty', (language) => {
  for (const [key, message] of Object.entries(catalogues[language]!)) expect(message.trim(), key).not.toBe('')
})

test.each([...languages])('%s has every plural form that its grammar needs', (language) => {
  const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  for (const [key, message] of Object.entries(catalogues[language]!)) {
    for (const element of new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst()) {
      if (element.type !== TYPE.plural) continue
      for (const form of wanted) if (form !== 'zero') expect(Object.keys(element.options), key).toContain(form)
    }
  }
})

test.each([...languages])('%s refuses in whole sentences', (language) => {
  for (const [key, message] of Object.entries(read('errors', language) as Record<string, string>)) {
    expect(message, key).toMatch(/[.。]$/)
  }
})

test.each([...languages])('%s says what is refused from the catalogue, with the values where it has words for them', (language) => {
  const catalogue = new Catalogue(language, catalogues[language]!)
  const say = (code: string, values: Record<string, string> = {}) =>
    problemWords({ code, path: '', words: 'What the server says.', values }, { maybe: (key, given) => catalogue.tryText(key, given) })
  expect(say('not_found')).toBe(catalogues[language]!['error.not_found'])
  expect(say('too_short', { min: '3' })).toBe(catalogue.text('error.too_short.detail', { min: 3 }))
  expect(say('too_short', { other: 'x' })).toBe(catalogues[language]!['error.too_short'])
  expect(say('of_tomorrow')).toBe('What the server says.')
})

test('a rule of procedure is named in the reader’s language, and anything else as the meeting writes it', () => {
  const french = new Catalogue('fr', catalogues.fr!)
  const t = (...given: Parameters<Catalogue['text']>) => french.text(...given)
  expect(ruleWords('rule 1.2', t)).toBe('article 1.2')
  expect(ruleWords('decision of the Bureau', t)).toBe('decision of the Bureau')
})

test('plurals follow the grammar of the language', () => {
  const russian = new Catalogue('ru', catalogues.ru!)
  expect(russian.text('frame.waiting', { count: 1 })).toContain('1 изменение ждет')
  expect(russian.text('frame.waiting', { count: 3 })).toContain('3 изменения ждут')
  expect(russian.text('frame.waiting', { count: 5 })).toContain('5 изменений ждут')
})

test('the language is the one chosen before, else of the browser, else English', () => {
  expect(chooseLanguage('ar', ['fr'])).toBe('ar')
  expect(chooseLanguage('xx', ['de', 'fr-CH', 'en'])).toBe('fr')
  expect(chooseLanguage(null, ['de'])).toBe('en')
})

test('dates and numbers follow the browser’s own region of the language', () => {
  expect(localeFor('fr', ['fr-CH', 'en'])).toBe('fr-CH')
  expect(localeFor('en', ['fr'])).toBe('en-GB')
})

test('the days of a meeting have their month in words, in every language', () => {
  const shown = (locale: string) => formatDays('2023-09-11', '2023-09-14', locale)
  expect(shown('zh')).toBe('2023年9月11日 – 2023年9月14日')
  for (const language of languages) expect(shown(language), language).not.toMatch(/\d[/.-]\d/)
})

test('a text falls back to English, French, and then to whatever there is', () => {
  expect(pick({ en: 'a', fr: 'b' }, 'fr')).toEqual({ text: 'b', in: 'fr' })
  expect(pick({ en: 'a', fr: 'b' }, 'zh')).toEqual({ text: 'a', in: 'en' })
  expect(pick({ pt: 'c' }, 'zh')).toEqual({ text: 'c', in: 'pt' })
  expect(pick(null, 'zh')).toEqual({ text: '', in: 'zh' })
})

test('Arabic is written from right to left', () => {
  expect(directionOf('ar')).toBe('rtl')
  expect(directionOf('ru')).toBe('ltr')
})
