// The golden messages of protocol/fixtures against the JSON Schema that the described structs give: what the server takes is
// what the generated types say, and what it refuses for its shape the schema refuses too.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { methods } from '../src/generated/types'
import { type Schema, violations } from './support/json_schema'

interface Messages {
  $defs: Record<string, Schema>
  'x-methods': Record<keyof methods, { kind: string; scope: string; params: Schema; answer: Schema }>
}

interface Fixture {
  request?: { method: keyof methods; params: Record<string, unknown> }
  answer?: unknown
  expect?: { code: string; path: string }
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const read = <T>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as T
const schema = read<Messages>(here('../src/generated/messages.json'))
const fixtures = here('../../../protocol/fixtures')
const names = Object.keys(schema['x-methods']) as (keyof methods)[]

/** The params without the envelope's own. */
function own(params: Record<string, unknown>): Record<string, unknown> {
  const { meeting: _meeting, command_id: _command, ...rest } = params
  return rest
}

describe('valid messages', () => {
  it.each(names)('%s is as its schema says, and so is its answer', (method) => {
    const fixture = read<Required<Fixture>>(join(fixtures, 'valid', `${method}.json`))
    const info = schema['x-methods'][method]
    expect(fixture.request.method).toBe(method)
    expect(violations(info.params, own(fixture.request.params), schema.$defs)).toEqual([])
    expect(violations(info.answer, fixture.answer, schema.$defs)).toEqual([])
    expect('command_id' in fixture.request.params).toBe(info.kind === 'command')
    if (info.scope !== 'either') expect('meeting' in fixture.request.params).toBe(info.scope === 'meeting')
  })
})

// What a schema can say of a shape; the rest (duplicates, bytes, spellings of dates …) only the server's decoder knows.
const told_by_schema = ['wrong_type', 'missing_field', 'unknown_field', 'unknown_value', 'too_long', 'too_short']

describe('invalid messages', () => {
  it.each(names)('%s: what the server refuses for its shape, the schema refuses at the same path', (method) => {
    const folder = join(fixtures, 'invalid', method)
    let checked = 0
    for (const file of readdirSync(folder)) {
      expect(statSync(join(folder, file)).size).toBeLessThan(100_000)
      const { request, expect: expected } = read<Fixture>(join(folder, file))
      if (request === undefined || expected === undefined || !told_by_schema.includes(expected.code)) continue
      const found = violations(schema['x-methods'][method].params, own(request.params), schema.$defs)
      expect(found, file).toContain(expected.path)
      checked += 1
    }
    expect(checked).toBeGreaterThan(0)
  })
})
