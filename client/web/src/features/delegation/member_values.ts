// A member's details as the values of a form, and back. Pure.

import type { Errors, Values } from '../../look/form_state'
import type { Gender, MeetingDetails, MemberCategory, MemberDetails } from '../../wire'

const own = (id: string) => `fields.${id}`

export function toMemberValues(member: MemberDetails | undefined, meeting: MeetingDetails, language: string): Values {
  return {
    name: member?.name ?? '',
    name_latin: member?.name_latin ?? '',
    title: member?.title ?? '',
    function: member?.function ?? '',
    category: member?.category ?? 'adviser',
    gender: member?.gender ?? 'undisclosed',
    email: member?.email ?? '',
    language: member?.language ?? (meeting.languages.includes(language) ? language : (meeting.languages[0] ?? 'en')),
    needs: member?.needs ?? '',
    ...Object.fromEntries(meeting.fields.map((field) => [own(field.id), member?.fields[field.id] ?? ''])),
  }
}

export function toMember(values: Values): MemberDetails {
  const text = (field: string) => String(values[field] ?? '').trim()
  const optional = (field: string, value: string) => (value === '' ? {} : { [field]: value })
  const fields = Object.entries(values)
    .filter(([name, value]) => name.startsWith('fields.') && value !== '')
    .map(([name, value]): [string, string] => [name.slice('fields.'.length), String(value)])
  return {
    name: text('name'),
    ...optional('name_latin', text('name_latin')),
    title: text('title'),
    function: text('function'),
    category: values.category as MemberCategory,
    gender: values.gender as Gender,
    ...optional('email', text('email').toLowerCase()),
    language: text('language'),
    ...optional('needs', text('needs')),
    fields: Object.fromEntries(fields),
  }
}

export function isLatin(name: string): boolean {
  return !/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(name)
}

/** A member may be kept while something is still missing; only what the server would refuse is wrong. */
export function memberCheck(values: Values, meeting: MeetingDetails, words: { missing: string; email: string }): Errors {
  const errors: Errors = {}
  if (String(values.name).trim() === '') errors.name = words.missing
  const email = String(values.email).trim()
  if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) errors.email = words.email
  for (const field of meeting.fields) {
    if (field.required && values[own(field.id)] === '') errors[own(field.id)] = words.missing
  }
  return errors
}
