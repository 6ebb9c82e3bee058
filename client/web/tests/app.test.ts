import { expect, test } from 'vitest'
import { Keys } from '../src/app/keyboard'
import { rightsIn } from '../src/app/rights'
import { match } from '../src/app/router'
import { differing, fieldOf, gatherTexts, placeProblems, spreadTexts } from '../src/look/form_state'
import type { RoleGrant } from '../src/wire'

const roles = ['secretariat', 'president', 'committee', 'focal_point', 'delegate', 'display', 'public_reader'] as const

test('an address yields the values of its names', () => {
  expect(match('/m/:meeting/documents/:document', '/m/11msp/documents/d%201')).toEqual({ meeting: '11msp', document: 'd 1' })
  expect(match('/m/:meeting', '/m/11msp/agenda')).toBeNull()
  expect(match('/m/:meeting/*', '/m/11msp/agenda/x')).toEqual({ meeting: '11msp' })
  expect(match('/', '/')).toEqual({})
  expect(match('/m/:meeting', '/m/%E0%A4%A')).toEqual({ meeting: '%E0%A4%A' })
})

test('g and a letter go somewhere, alone each means something else', () => {
  const keys = new Keys()
  const press = (key: string, at = 0) => keys.press({ key, ours: true, at })
  expect(press('g')).toBeNull()
  expect(press('a', 100)).toEqual({ kind: 'go', letter: 'a' })
  expect(press('a', 200)).toBeNull()
  expect(press('g', 300)).toBeNull()
  expect(press('j', 5000)).toEqual({ kind: 'row', step: 1 })
  expect(press('/')).toEqual({ kind: 'search' })
  expect(keys.press({ key: '?', ours: false, at: 0 })).toBeNull()
})

test('rights come from the roles of this meeting and from those of all', () => {
  const grants = [
    { role: 'focal_point' as const, meeting: 'm1', delegation: 'FRA' },
    { role: 'delegate' as const, meeting: 'm1', delegation: 'MCO' },
    { role: 'secretariat' as const, meeting: 'm2' },
    { role: 'committee' as const },
  ]
  expect(rightsIn(grants, 'm1')).toMatchObject({
    secretariat: false,
    chair: false,
    committee: true,
    participant: true,
    delegations: ['FRA', 'MCO'],
    edits: ['FRA'],
  })
  expect(rightsIn(grants, 'm2').secretariat).toBe(true)
  expect(rightsIn([{ role: 'public_reader' }], 'm1').participant).toBe(false)
})

test('who leads the debate is the secretariat and the president; who only decides about sponsorship takes no part', () => {
  const alone = (role: RoleGrant['role']) => rightsIn([{ role, meeting: 'm1' }], 'm1')
  const having = (right: 'chair' | 'participant') => roles.filter((role) => alone(role)[right])
  expect(having('chair')).toEqual(['secretariat', 'president'])
  expect(having('participant')).toEqual(['secretariat', 'president', 'focal_point', 'delegate'])
  expect(rightsIn([{ role: 'president', meeting: 'm2' }], 'm1').chair).toBe(false)
})

test('a problem belongs to the last step of its path that is a field', () => {
  expect(fieldOf('/details/email', ['name', 'email'])).toBe('email')
  expect(fieldOf('/details/title/fr', ['title'])).toBe('title')
  expect(fieldOf('/details/title/fr', ['title.en', 'title.fr'])).toBe('title.fr')
  expect(fieldOf('/details', ['title'])).toBeNull()
})

test('problems are placed at their fields, the first counts, others stand apart', () => {
  const problem = (path: string, code: string) => ({ path, code, words: '', values: {} })
  const found = [problem('/a', 'x'), problem('/a', 'y'), problem('', 'z')]
  expect(placeProblems(found, ['a'], (p) => p.code)).toEqual({ errors: { a: 'x' }, rest: ['z'] })
})

test('two versions differ in the fields that they differ in', () => {
  expect(differing({ a: '1', b: ['x'] }, { a: '2', b: ['x'] })).toEqual(['a'])
})

test('a text in several languages is spread over fields and gathered again', () => {
  const fields = spreadTexts('title', { en: 'Opening', pt: 'Abertura' }, ['en', 'fr'])
  expect(fields).toEqual({ 'title.en': 'Opening', 'title.fr': '', 'title.pt': 'Abertura' })
  expect(gatherTexts('title', { ...fields, other: 'x' })).toEqual({ en: 'Opening', pt: 'Abertura' })
})
