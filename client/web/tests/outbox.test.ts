import { beforeEach, expect, test } from 'vitest'
import { Drafts, keptCommands } from '../src/live/kept'
import { Outbox, type Settled } from '../src/live/outbox'
import { Disconnected, Refusal, type Json, type JsonObject } from '../src/live/types'
import { FakeStorage, settled } from './support/fakes'

let storage: FakeStorage
let online: boolean
let sent: JsonObject[]
let reply: (params: JsonObject) => Json
let next: number

const outbox = () =>
  new Outbox({
    store: keptCommands(storage, 'a1'),
    newId: () => `c${next++}`,
    now: () => 0,
    request: async (method, params) => {
      if (!online) throw new Disconnected()
      sent.push({ method, ...params })
      return reply(params)
    },
  })

beforeEach(() => {
  storage = new FakeStorage()
  online = true
  sent = []
  reply = () => ({})
  next = 1
})

test('a command is sent with its id and confirmed once', async () => {
  const box = outbox()
  reply = () => ({ seq: 7 })
  await expect(box.give('agenda.open', { item: 'a' })).resolves.toEqual({ seq: 7 })
  expect(sent).toEqual([{ method: 'agenda.open', item: 'a', command_id: 'c1' }])
  expect(box.waiting).toEqual([])
})

test('without a connection it waits, and is then sent in order with the same ids', async () => {
  const box = outbox()
  online = false
  const first = box.give('agenda.open', {})
  const second = box.give('agenda.close', {})
  await settled()
  expect(box.waiting).toHaveLength(2)
  online = true
  await box.flush()
  await Promise.all([first, second])
  expect(sent.map((s) => s.command_id)).toEqual(['c1', 'c2'])
})

test('what waits survives a reload, and its answer is told to whoever asks', async () => {
  online = false
  void outbox().give('floor.request', { item: 'a' })
  await settled()
  online = true
  const after = outbox()
  const told: Settled[] = []
  after.onSettled((s) => told.push(s))
  await after.flush()
  expect(sent.map((s) => s.command_id)).toEqual(['c1'])
  expect(told.map((s) => s.command.method)).toEqual(['floor.request'])
  expect(storage.getItem('dais.outbox.a1')).toBeNull()
})

test('a refusal is told, and does not hold up what comes after', async () => {
  const box = outbox()
  reply = (params) => {
    if (params.item === 'bad') throw new Refusal([{ code: 'not_found', path: '/item', words: 'x', values: {} }])
    return {}
  }
  const bad = box.give('agenda.open', { item: 'bad' })
  const good = box.give('agenda.open', { item: 'good' })
  await expect(bad).rejects.toMatchObject({ code: 'not_found' })
  await expect(good).resolves.toEqual({})
})

test('one person does not send what another left behind', async () => {
  online = false
  void outbox().give('agenda.open', {})
  await settled()
  expect(keptCommands(storage, 'a2').load()).toEqual([])
})

test('what waits can be thrown away', async () => {
  online = false
  const box = outbox()
  void box.give('agenda.open', {})
  await settled()
  box.discard('c1')
  online = true
  await box.flush()
  expect(sent).toEqual([])
})

test('drafts are kept by account and form until they are cleared', () => {
  const drafts = new Drafts(storage, 'a1')
  drafts.write('member', { name: 'Ana' })
  expect(drafts.read('member')).toEqual({ name: 'Ana' })
  expect(new Drafts(storage, 'a2').read('member')).toBeNull()
  drafts.clear('member')
  expect(drafts.read('member')).toBeNull()
})

test('damaged or full storage costs nothing but the keeping', () => {
  storage.setItem('dais.draft.a1.member', '{')
  expect(new Drafts(storage, 'a1').read('member')).toBeNull()
  const full = { getItem: () => null, removeItem: () => {}, setItem: () => { throw new Error('full') } }
  expect(() => new Drafts(full, 'a1').write('member', {})).not.toThrow()
})
