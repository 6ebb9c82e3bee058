// The reader's language for React: texts, direction, dates, numbers, sorting.

import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { loadCatalogue, type Catalogue, type MessageKey, type Values } from './catalogue'
import { chooseLanguage, directionOf, localeFor, type Language } from './languages'

export { languages, ownNames, directionOf, pick, isLanguage, type Language } from './languages'
export type { MessageKey, Values } from './catalogue'

export interface Speech {
  language: Language
  /** For Intl: the language with the browser's region. */
  locale: string
  t(key: MessageKey, values?: Values): string
  /** The text of a key that may not exist, such as one made of a code of the server. */
  maybe(key: string, values?: Values): string | null
  setLanguage(language: Language): void
}

const kept_under = 'dais.language'
const SpeechContext = createContext<Speech | null>(null)

export function useSpeech(): Speech {
  const speech = use(SpeechContext)
  if (speech === null) throw new Error('useSpeech needs a SpeechProvider')
  return speech
}

/** The texts of the reader's language: `const t = useText()`. */
export function useText(): Speech['t'] {
  return useSpeech().t
}

function readKept(): string | null {
  try {
    return new URLSearchParams(location.search).get('lang') ?? localStorage.getItem(kept_under)
  } catch {
    return null
  }
}

/** The catalogue is loaded before the first screen, so that no screen ever shows keys. */
export async function firstCatalogue(): Promise<Catalogue> {
  return loadCatalogue(chooseLanguage(readKept(), navigator.languages))
}

export function SpeechProvider({ first, children }: { first: Catalogue; children: ReactNode }) {
  const [catalogue, setCatalogue] = useState(first)
  const language = catalogue.language
  const locale = localeFor(language, navigator.languages)

  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dir = directionOf(language)
  }, [language])

  const setLanguage = useCallback((next: Language) => {
    try {
      localStorage.setItem(kept_under, next)
    } catch {
      // A browser that keeps nothing asks again next time.
    }
    void loadCatalogue(next).then(setCatalogue)
  }, [])

  const speech = useMemo<Speech>(
    () => ({
      language,
      locale,
      setLanguage,
      t: (key, values) => catalogue.text(key, values),
      maybe: (key, values) => catalogue.tryText(key, values),
    }),
    [catalogue, language, locale, setLanguage],
  )
  return (
    <SpeechContext value={speech}>
      <I18nProvider locale={locale}>{children}</I18nProvider>
    </SpeechContext>
  )
}
