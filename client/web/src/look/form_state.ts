// What a form knows, without React: values, what is wrong with them, and where a refusal of the server belongs.

import type { Problem } from '../live/types'

export type Value = string | boolean | string[]
export type Values = Record<string, Value>
export type Errors = Partial<Record<string, string>>

/** The field that a JSON Pointer of the server speaks of. A field may be called after its last two steps: "title.fr". */
export function fieldOf(path: string, fields: readonly string[]): string | null {
  const steps = path.split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  const pairs = steps.slice(1).map((step, i) => `${steps[i]}.${step}`)
  const known = (name: string) => fields.includes(name)
  return pairs.findLast(known) ?? steps.findLast(known) ?? null
}

export interface Placed {
  errors: Errors
  /** What concerns no single field. */
  rest: string[]
}

/** The server's problems, each at its field; the first one of a field counts. */
export function placeProblems(problems: Problem[], fields: readonly string[], words: (p: Problem) => string): Placed {
  const placed: Placed = { errors: {}, rest: [] }
  for (const problem of problems) {
    const field = fieldOf(problem.path, fields)
    if (field === null) placed.rest.push(words(problem))
    else placed.errors[field] ??= words(problem)
  }
  return placed
}

/** The names of the fields in which two versions differ. */
export function differing(mine: Values, theirs: Values): string[] {
  return Object.keys(mine).filter((field) => JSON.stringify(mine[field]) !== JSON.stringify(theirs[field]))
}

/** One text in several languages as the fields "<name>.<language>" of a form. */
export function spreadTexts(name: string, texts: Record<string, string>, languages: readonly string[]): Record<string, string> {
  const all = [...new Set([...languages, ...Object.keys(texts)])]
  return Object.fromEntries(all.map((language) => [`${name}.${language}`, texts[language] ?? '']))
}

/** The way back; languages in which nothing was written are left out. */
export function gatherTexts(name: string, values: Values): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const [field, value] of Object.entries(values)) {
    if (!field.startsWith(`${name}.`) || typeof value !== 'string' || value.trim() === '') continue
    texts[field.slice(name.length + 1)] = value.trim()
  }
  return texts
}
