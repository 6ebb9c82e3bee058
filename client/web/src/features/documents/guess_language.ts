// The language that a file's name speaks of: "CCM_MSP_2023_2_F.pdf", "agenda-fr.docx", "report (ar).pdf". Pure.

/** The United Nations' letters at the end of a name. */
const letters: Record<string, string> = { a: 'ar', c: 'zh', e: 'en', f: 'fr', r: 'ru', s: 'es' }

export function guessLanguage(name: string, languages: readonly string[]): string | null {
  const stem = name.replace(/\.[^.]*$/, '').toLowerCase()
  const last = /(?:^|[^a-z0-9])([a-z]{1,2})\)?$/.exec(stem)?.[1]
  if (last === undefined) return null
  if (languages.includes(last)) return last
  const language = letters[last]
  return language !== undefined && languages.includes(language) ? language : null
}
