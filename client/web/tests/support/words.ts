// The words of the product as screens have them, in any language.

import { readFileSync } from 'node:fs'
import { Catalogue, type Messages } from '../../src/messages/catalogue'
import type { Language } from '../../src/messages/languages'
import type { Speech } from '../../src/messages'

const read = (folder: string, language: string) =>
  JSON.parse(readFileSync(new URL(`../../../../messages/${folder}/${language}.json`, import.meta.url), 'utf8')) as object

export function wordsOf(language: Language): Pick<Speech, 't' | 'maybe' | 'language' | 'locale'> {
  const catalogue = new Catalogue(language, { ...read('web', language), ...read('errors', language) } as Messages)
  return {
    language,
    locale: language === 'en' ? 'en-GB' : language,
    t: (key, values) => catalogue.text(key, values),
    maybe: (key, values) => catalogue.tryText(key, values),
  }
}
