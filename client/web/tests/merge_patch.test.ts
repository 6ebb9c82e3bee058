import { expect, test } from 'vitest'
import { mergePatch } from '../src/live/merge_patch'
import type { Json } from '../src/live/types'

// RFC 7396, appendix A.
const examples: [Json, Json, Json][] = [
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
  [{ a: 'b' }, { a: null }, {}],
  [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
  [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
  [['a', 'b'], ['c', 'd'], ['c', 'd']],
  [{ a: 'b' }, ['c'], ['c']],
  [{ a: 'foo' }, null, null],
  [{ a: 'foo' }, 'bar', 'bar'],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: 'b', c: null }, { a: 'b' }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
]

test('the examples of RFC 7396 hold', () => {
  for (const [target, patch, result] of examples) expect(mergePatch(target, patch)).toEqual(result)
})

test('what does not change is the same object as before', () => {
  const before = { items: { a: { title: 'x' }, b: { title: 'y' } } }
  const after = mergePatch(before, { items: { b: { title: 'z' } } }) as typeof before
  expect(after.items.a).toBe(before.items.a)
  expect(after.items.b).not.toBe(before.items.b)
  expect(before.items.b.title).toBe('y')
})

test('a key named __proto__ is data', () => {
  const after = mergePatch({}, JSON.parse('{"__proto__": {"polluted": true}}')) as Record<string, Json>
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  expect(JSON.stringify(after)).toBe('{"__proto__":{"polluted":true}}')
})
