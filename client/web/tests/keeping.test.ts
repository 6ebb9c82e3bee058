import { beforeEach, expect, test } from 'vitest'
import { Connection } from '../src/live/connection'
import { Keeping, type KeepingStore } from '../src/live/keeping'
import { webSocketWire } from '../src/live/web_socket_wire'
import { FakeSocket, FakeWorld, settled } from './support/fakes'

/** A store in memory; `broken` makes everything fail. */
class FakeStore implements KeepingStore {
  kept = new Map<string, unknown>()
  writes = 0
  broken = false

  private async x_do<T>(work: () => T): Promise<T> {
    if (this.broken) throw new Error('the disk is full')
    return work()
  }
  load() {
    return this.x_do(() => [...this.kept])
  }
  put(key: string, entry: unknown) {
    this.writes++
    return this.x_do(() => void this.kept.set(key, entry))
  }
  remove(key: string) {
    return this.x_do(() => void this.kept.delete(key))
  }
  clear() {
    return this.x_do(() => this.kept.clear())
  }
}

let world: FakeWorld
let store: FakeStore
let sockets: FakeSocket[]

beforeEach(() => {
  world = new FakeWorld()
  store = new FakeStore()
  sockets = []
})

const held = (seq: number, state = {}) => ({ seq, epoch: 'e1', state })
const keepingOf = async (owner: string) => new Keeping({ store, world, owner }, await store.load())
const socket = () => sockets.at(-1)!

/** A visit of `owner` that follows the agenda, with what the store keeps. */
async function visit(owner = 'anna', topic = 'agenda') {
  const keeping = await keepingOf(owner)
  const wire = webSocketWire(() => {
    sockets.push(new FakeSocket())
    return socket()
  })
  const connection = new Connection({ world, wires: [wire], keeping })
  connection.follow('m1', topic, () => {})
  connection.start()
  return { keeping, connection }
}

test('what is kept is there at the next visit, for the same owner', async () => {
  const keeping = await keepingOf('anna')
  keeping.put('m1', 'agenda', held(4, { current: 'i1' }), world.now())
  await world.pass(1000)
  expect((await keepingOf('anna')).get('m1', 'agenda')).toMatchObject({ seq: 4, epoch: 'e1', state: { current: 'i1' } })
})

test('what is kept for one is erased when another begins, and when somebody signs out', async () => {
  const keeping = await keepingOf('anna')
  keeping.put('m1', 'agenda', held(4), world.now())
  await world.pass(1000)
  expect((await keepingOf('boris')).get('m1', 'agenda')).toBeUndefined()
  await settled()
  expect(store.kept.size).toBe(0)

  keeping.put('m1', 'agenda', held(5), world.now())
  await world.pass(1000)
  keeping.put('m1', 'documents', held(5), world.now())
  keeping.belongTo('public')
  await world.pass(60_000)
  expect(store.kept.size).toBe(0)
  expect(keeping.get('m1', 'agenda')).toBeUndefined()
})

test.each([
  ...['participants', 'participants/FRA', 'delegation/FRA', 'registrations@secretariat', 'accounts@secretariat'],
  ...['sponsorship@committee', 'sponsorship/FRA'],
])('%s is about persons, and is not kept', async (topic) => {
  const keeping = await keepingOf('anna')
  keeping.put('m1', topic, held(4), world.now())
  await world.pass(60_000)
  expect(keeping.get('m1', topic)).toBeUndefined()
  expect(store.kept.size).toBe(0)
})

test.each([
  ...['meetings', 'meeting', 'agenda', 'agenda.versions', 'documents', 'documents@participants'],
  ...['notices', 'notices/category/state_party', 'notices/delegation/FRA'],
])('%s is kept', async (topic) => {
  const keeping = await keepingOf('anna')
  keeping.put('m1', topic, held(4), world.now())
  await world.pass(1000)
  expect(store.kept.size).toBe(1)
})

test('no more than sixty topics are kept: the oldest goes', async () => {
  const keeping = await keepingOf('anna')
  for (let i = 0; i <= 60; i++) keeping.put(`m${i}`, 'agenda', held(1), world.now() + i)
  await world.pass(1000)
  expect(store.kept.size).toBe(60)
  expect(keeping.get('m0', 'agenda')).toBeUndefined()
  expect(keeping.get('m60', 'agenda')).toBeDefined()
})

test('a storm of changes is written once, and that nothing changed is written once a minute', async () => {
  const keeping = await keepingOf('anna')
  for (let seq = 1; seq <= 50; seq++) keeping.put('m1', 'agenda', held(seq), world.now())
  await world.pass(1000)
  expect(store.writes).toBe(1)
  for (let i = 0; i < 4; i++) {
    await world.pass(15_000)
    keeping.touch('m1', 'agenda', world.now())
  }
  await world.pass(60_000)
  expect(store.writes).toBe(2)
})

test('storage that is full or damaged costs the keeping only', async () => {
  store.kept.set('m1 agenda', 'not what we wrote')
  const keeping = await keepingOf('anna')
  expect(keeping.get('m1', 'agenda')).toBeUndefined()
  await settled()
  expect(store.kept.size).toBe(0)
  store.broken = true
  keeping.put('m1', 'agenda', held(4), world.now())
  await world.pass(1000)
  keeping.drop('m1', 'agenda')
  keeping.belongTo('boris')
  await settled()
})

test('a start without a network shows what is kept and until when it was current', async () => {
  const { keeping } = await visit()
  socket().onopen?.()
  await settled()
  socket().notify('snapshot', { meeting: 'm1', topic: 'agenda', seq: 4, epoch: 'e1', state: { current: null } })
  socket().notify('patch', { meeting: 'm1', topic: 'agenda', seq: 5, merge: { current: 'i1' } })
  await world.pass(15_000)
  socket().notify('heartbeat', { meeting: 'm1', seq: 5, writable: true })
  const last = world.now()
  keeping.flush()
  await settled()
  await world.pass(3_600_000)

  const { connection } = await visit()
  socket().drop()
  await world.pass(2000)
  expect(connection.status).toMatchObject({ phase: 'lost', as_of: last })
  expect(connection.view('m1', 'agenda').held?.state).toEqual({ current: 'i1' })

  await world.pass(60_000)
  socket().onopen?.()
  expect(socket().last('subscribe').params).toEqual({ meeting: 'm1', topics: { agenda: { since: 5, epoch: 'e1' } } })
  socket().notify('patch', { meeting: 'm1', topic: 'agenda', seq: 6, merge: { current: 'i2' } })
  expect(connection.view('m1', 'agenda').held?.state).toEqual({ current: 'i2' })
  socket().drop()
  await world.pass(2000)
  expect(connection.status.as_of).toBeGreaterThan(last)
})

test('what the server refuses now is shown no longer, nor kept', async () => {
  const keeping = await keepingOf('anna')
  keeping.put('m1', 'documents@participants', held(4, { documents: {} }), world.now())
  await world.pass(1000)
  const { connection } = await visit('anna', 'documents@participants')
  expect(connection.view('m1', 'documents@participants').held).toBeDefined()
  socket().onopen?.()
  const { id } = socket().last('subscribe')
  socket().say({ id, error: { code: -32000, message: 'no', data: { problems: [{ code: 'forbidden', path: '', words: 'no', values: {} }] } } })
  await settled()
  expect(connection.view('m1', 'documents@participants').held).toBeUndefined()
  expect(store.kept.size).toBe(0)
})

test('a first wire that does not open counts as lost after a while', async () => {
  const { connection } = await visit()
  await world.pass(4999)
  expect(connection.status.phase).toBe('connecting')
  await world.pass(1)
  expect(connection.status).toMatchObject({ phase: 'lost', as_of: null })
  socket().onopen?.()
  expect(connection.status.phase).toBe('open')
})
