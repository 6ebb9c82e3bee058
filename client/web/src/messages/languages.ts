// The six languages of the interface, and which one a person gets.

export const languages = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const
export type Language = (typeof languages)[number]

/** Each language by its own name, as it stands in the choice. */
export const ownNames: Record<Language, string> = {
  ar: 'العربية',
  zh: '中文',
  en: 'English',
  fr: 'Français',
  ru: 'Русский',
  es: 'Español',
}

export function isLanguage(tag: unknown): tag is Language {
  return (languages as readonly unknown[]).includes(tag)
}

export function directionOf(tag: string): 'rtl' | 'ltr' {
  return /^(ar|fa|he|ur|ps|dv|ckb)\b/.test(tag) ? 'rtl' : 'ltr'
}

/** The language chosen before, else the first of the browser's that we speak, else English. */
export function chooseLanguage(kept: string | null, wanted: readonly string[]): Language {
  if (isLanguage(kept)) return kept
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split('-')[0]
    if (isLanguage(primary)) return primary
  }
  return 'en'
}

/** The locale for dates, numbers and sorting: the browser's own variant of the language where it has one. */
export function localeFor(language: Language, wanted: readonly string[]): string {
  const regional = wanted.find((tag) => tag.toLowerCase().split('-')[0] === language)
  if (language === 'en' && (regional === undefined || regional === 'en')) return 'en-GB'
  return regional ?? language
}

/** What to show of a text in several languages: the reader's, then English, then whatever there is. */
export function pick(texts: Record<string, string> | null | undefined, language: string): { text: string; in: string } {
  if (texts === null || texts === undefined) return { text: '', in: language }
  for (const tag of [language, 'en', 'fr', ...Object.keys(texts)]) {
    const text = texts[tag]
    if (text !== undefined && text !== '') return { text, in: tag }
  }
  return { text: '', in: language }
}
