import { beforeEach, expect, test } from 'vitest'
import { Connection } from '../src/live/connection'
import { eventsWire } from '../src/live/events_wire'
import { Disconnected, Refusal, type JsonObject } from '../src/live/types'
import { webSocketWire } from '../src/live/web_socket_wire'
import { FakeEvents, FakeSocket, FakeWorld, settled } from './support/fakes'

let world: FakeWorld
let sockets: FakeSocket[]
let streams: FakeEvents[]
let posted: JsonObject[]
let reachable: boolean
let connection: Connection

const socket = () => sockets.at(-1)!
const agenda = () => connection.view('m1', 'agenda').held

beforeEach(() => {
  world = new FakeWorld()
  sockets = []
  streams = []
  posted = []
  reachable = true
  connection = new Connection({
    world,
    wires: [
      webSocketWire(() => {
        sockets.push(new FakeSocket())
        return socket()
      }),
      eventsWire({
        world,
        listen: (url) => {
          streams.push(new FakeEvents(url))
          return streams.at(-1)!
        },
        post: async (request) => {
          posted.push(request)
          if (!reachable) throw new Error('unreachable')
          return { jsonrpc: '2.0', id: request.id ?? 0, result: { now: new Date(world.now()).toISOString() } }
        },
      }),
    ],
  })
})

async function open() {
  connection.start()
  socket().onopen?.()
  await settled()
}

test('a topic is followed from the start and shown as it changes', async () => {
  let told = 0
  connection.follow('m1', 'agenda', () => told++)
  await open()
  expect(socket().last('subscribe').params).toEqual({ meeting: 'm1', topics: { agenda: { since: 0 } } })
  socket().notify('snapshot', { meeting: 'm1', topic: 'agenda', seq: 4, epoch: 'e1', state: { current: null } })
  socket().notify('patch', { meeting: 'm1', topic: 'agenda', seq: 5, merge: { current: 'i1' } })
  expect(agenda()).toEqual({ seq: 5, epoch: 'e1', state: { current: 'i1' } })
  expect(told).toBe(2)
})

test('after a lost connection it resumes from the position that it has', async () => {
  connection.follow('m1', 'agenda', () => {})
  await open()
  socket().notify('snapshot', { meeting: 'm1', topic: 'agenda', seq: 4, epoch: 'e1', state: {} })
  socket().drop()
  await world.pass(1000)
  expect(sockets).toHaveLength(2)
  socket().onopen?.()
  expect(socket().last('subscribe').params).toEqual({ meeting: 'm1', topics: { agenda: { since: 4, epoch: 'e1' } } })
})

test('a short loss is not shown, a longer one is', async () => {
  await open()
  socket().drop()
  expect(connection.status.phase).toBe('grace')
  await world.pass(1999)
  expect(connection.status.phase).toBe('grace')
  await world.pass(1)
  expect(connection.status.phase).toBe('lost')
  await world.pass(20_000)
  socket().onopen?.()
  expect(connection.status.phase).toBe('open')
})

test('a patch that does not fit asks for a snapshot', async () => {
  connection.follow('m1', 'agenda', () => {})
  await open()
  socket().notify('patch', { meeting: 'm1', topic: 'agenda', seq: 9, merge: {} })
  expect(socket().count('subscribe')).toBe(2)
  expect(socket().last('subscribe').params).toEqual({ meeting: 'm1', topics: { agenda: { since: 0 } } })
})

test('a line that has gone silent is given up', async () => {
  await open()
  for (let i = 0; i < 4; i++) {
    await world.pass(15_000)
    socket().notify('heartbeat', { meeting: 'm1', seq: 1, writable: true })
  }
  expect(connection.status.phase).toBe('open')
  await world.pass(40_000)
  expect(connection.status.phase).not.toBe('open')
  await world.pass(1000)
  expect(sockets.length).toBeGreaterThan(1)
  expect(sockets[0]!.closed).toBe(true)
})

test('a request that cannot be answered any more fails, and is not kept', async () => {
  await open()
  const answer = connection.request('agenda.open', {})
  socket().drop()
  await expect(answer).rejects.toBeInstanceOf(Disconnected)
  await expect(connection.request('agenda.open', {})).rejects.toBeInstanceOf(Disconnected)
})

test('a refusal carries its problems', async () => {
  await open()
  const answer = connection.request('agenda.open', {})
  const problems = [{ code: 'forbidden', path: '', words: 'Only the secretariat may.', values: {} }]
  socket().say({ id: socket().last('agenda.open').id, error: { code: -32000, message: 'x', data: { problems } } })
  const refusal = await answer.catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(Refusal)
  expect((refusal as Refusal).code).toBe('forbidden')
})

test('one topic that is refused does not cost the others theirs', async () => {
  connection.follow('m1', 'agenda', () => {})
  connection.follow('m1', 'secret', () => {})
  await open()
  const refuse = (method: string) =>
    socket().say({ id: socket().last(method).id, error: { code: 1, message: 'no', data: { problems: [] } } })
  refuse('subscribe')
  await settled()
  const alone = socket().sent.filter((s) => s.method === 'subscribe').slice(1)
  expect(alone.map((s) => s.params.topics)).toEqual([{ agenda: { since: 0 } }, { secret: { since: 0 } }])
  refuse('subscribe')
  await settled()
  expect(connection.view('m1', 'secret').refused).toBeInstanceOf(Refusal)
  expect(connection.view('m1', 'agenda').refused).toBeNull()
})

test('a topic is left some time after its last listener, and not if another comes', async () => {
  await open()
  const leave = connection.follow('m1', 'agenda', () => {})
  leave()
  await world.pass(10_000)
  const leave_again = connection.follow('m1', 'agenda', () => {})
  await world.pass(15_000)
  socket().notify('heartbeat', { meeting: 'm1', seq: 1, writable: true })
  expect(socket().count('subscribe')).toBe(1)
  expect(socket().count('unsubscribe')).toBe(0)
  leave_again()
  await world.pass(20_000)
  expect(socket().last('unsubscribe').params).toEqual({ meeting: 'm1', topics: ['agenda'] })
})

test('where WebSocket cannot be opened twice in a row it goes over to events', async () => {
  connection.follow('m1', 'agenda', () => {})
  connection.follow('m1', 'documents', () => {})
  connection.start()
  socket().drop()
  await world.pass(600)
  socket().drop()
  await world.pass(1200)
  expect(sockets).toHaveLength(2)
  await world.pass(50)
  expect(connection.status).toMatchObject({ phase: 'open', wire: 'events' })
  expect(streams.at(-1)!.url).toBe('/events?meeting=m1&topics=agenda%2Cdocuments&since=-%2C-')
  streams.at(-1)!.notify('snapshot', { meeting: 'm1', topic: 'agenda', seq: 4, epoch: 'e1', state: { current: 'a' } })
  expect(agenda()).toEqual({ seq: 4, epoch: 'e1', state: { current: 'a' } })
  await connection.request('agenda.open', { item: 'a' })
  expect(posted.at(-1)).toMatchObject({ method: 'agenda.open', params: { item: 'a' } })
})

test('a stream of events that ends is resumed where it stopped', async () => {
  connection.follow('m1', 'agenda', () => {})
  connection.start()
  socket().drop()
  await world.pass(600)
  socket().drop()
  await world.pass(1300)
  streams.at(-1)!.notify('snapshot', { meeting: 'm1', topic: 'agenda', seq: 4, epoch: 'e1', state: {} })
  streams.at(-1)!.onerror?.()
  expect(connection.status.phase).toBe('grace')
  await world.pass(1000)
  expect(connection.status.phase).toBe('open')
  expect(streams.at(-1)!.url).toContain('since=4&epoch=e1')
})

test('a close code that says so ends it', async () => {
  await open()
  socket().drop(4501)
  await world.pass(60_000)
  expect(sockets).toHaveLength(1)
  expect(connection.status).toMatchObject({ phase: 'stopped', dismissed: 4501 })
})

test('a restart forgets what another person saw', async () => {
  connection.follow('m1', 'agenda', () => {})
  await open()
  socket().notify('snapshot', { meeting: 'm1', topic: 'agenda', seq: 4, epoch: 'e1', state: {} })
  connection.restart()
  expect(agenda()).toBeUndefined()
  socket().onopen?.()
  expect(socket().last('subscribe').params).toEqual({ meeting: 'm1', topics: { agenda: { since: 0 } } })
})

test('a nudge retries at once', async () => {
  await open()
  socket().drop()
  connection.nudge()
  expect(sockets).toHaveLength(2)
})

test('pings set the clock', async () => {
  await open()
  await world.pass(20)
  socket().answer(socket().last('ping'), { now: new Date(world.now() + 5000 - 10).toISOString() })
  await settled()
  expect(connection.clock.estimate(world.now())).toEqual({ offset: 5000, error: 10 })
})

test('a heartbeat says whether the server can save', async () => {
  await open()
  socket().notify('heartbeat', { meeting: 'm1', seq: 1, writable: false })
  expect(connection.status.writable).toBe(false)
  socket().notify('heartbeat', { meeting: 'm1', seq: 1, writable: true })
  expect(connection.status.writable).toBe(true)
})

test('a topic of the organization names no meeting', async () => {
  connection.follow('', 'accounts', () => {})
  await open()
  expect(socket().last('subscribe').params).toEqual({ topics: { accounts: { since: 0 } } })
  socket().notify('snapshot', { topic: 'accounts', seq: 2, epoch: 'e1', state: { accounts: {} } })
  expect(connection.view('', 'accounts').held?.state).toEqual({ accounts: {} })
})

test('a close code that says when to come back is heeded', async () => {
  await open()
  socket().drop(4000, '2500 The server restarts.')
  await world.pass(2499)
  expect(sockets).toHaveLength(1)
  await world.pass(1)
  expect(sockets).toHaveLength(2)
})
