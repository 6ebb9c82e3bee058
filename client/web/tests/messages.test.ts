import { readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { expect, test } from 'vitest'
import { Catalogue, type Messages } from '../src/messages/catalogue'
import { chooseLanguage, directionOf, languages, localeFor, pick } from '../src/messages/languages'

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
