// One language's messages: ICU MessageFormat, parsed when first shown.

import { IntlMessageFormat } from 'intl-messageformat'
import type refusals from '#messages/errors/en.json'
import type screens from '#messages/web/en.json'
import type { Language } from './languages'

export type MessageKey = keyof typeof screens | keyof typeof refusals
export type Messages = Record<MessageKey, string>
export type Values = Record<string, string | number | Date>

/** The words of the screens, and those for refusals. Only the language asked for is loaded. */
const load: Record<Language, () => Promise<{ default: unknown }[]>> = {
  ar: () => Promise.all([import('#messages/web/ar.json'), import('#messages/errors/ar.json')]),
  zh: () => Promise.all([import('#messages/web/zh.json'), import('#messages/errors/zh.json')]),
  en: () => Promise.all([import('#messages/web/en.json'), import('#messages/errors/en.json')]),
  fr: () => Promise.all([import('#messages/web/fr.json'), import('#messages/errors/fr.json')]),
  ru: () => Promise.all([import('#messages/web/ru.json'), import('#messages/errors/ru.json')]),
  es: () => Promise.all([import('#messages/web/es.json'), import('#messages/errors/es.json')]),
}

export async function loadCatalogue(language: Language): Promise<Catalogue> {
  return new Catalogue(language, Object.assign({}, ...(await load[language]()).map((module) => module.default)) as Messages)
}

export class Catalogue {
  private x_parsed = new Map<string, IntlMessageFormat>()

  constructor(
    readonly language: Language,
    private x_messages: Messages,
  ) {}

  /** The text of a key in this language. */
  text(key: MessageKey, values?: Values): string {
    const message = this.x_messages[key]
    if (values === undefined && !/['{]/.test(message)) return message
    let format = this.x_parsed.get(key)
    if (format === undefined) {
      format = new IntlMessageFormat(message, this.language, undefined, { ignoreTag: true })
      this.x_parsed.set(key, format)
    }
    return String(format.format(values))
  }

  /** The text of a key that may not exist; null also where a value is wanting. */
  tryText(key: string, values?: Values): string | null {
    if (!Object.hasOwn(this.x_messages, key)) return null
    try {
      return this.text(key as MessageKey, values)
    } catch {
      return null
    }
  }
}
