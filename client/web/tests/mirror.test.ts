import { expect, test } from 'vitest'
import { Mirror } from '../src/live/mirror'

const meeting = 'm1'

test('a patch after a snapshot changes the state and the position', () => {
  const mirror = new Mirror()
  mirror.snapshot({ meeting, topic: 'agenda', seq: 3, epoch: 'e1', state: { current: null, items: { a: {} } } })
  expect(mirror.patch({ meeting, topic: 'agenda', seq: 5, merge: { current: 'a' } })).toBe('changed')
  expect(mirror.get(meeting, 'agenda')).toEqual({ seq: 5, epoch: 'e1', state: { current: 'a', items: { a: {} } } })
})

test('a patch that was seen before changes nothing', () => {
  const mirror = new Mirror()
  mirror.snapshot({ meeting, topic: 'agenda', seq: 5, epoch: 'e1', state: { n: 1 } })
  expect(mirror.patch({ meeting, topic: 'agenda', seq: 5, merge: { n: 2 } })).toBe('old')
  expect(mirror.get(meeting, 'agenda')?.state).toEqual({ n: 1 })
})

test('a patch to a topic that is not held is a gap', () => {
  expect(new Mirror().patch({ meeting, topic: 'agenda', seq: 1, merge: {} })).toBe('gap')
})

test('a newer snapshot replaces, also when it steps back to an older position', () => {
  const mirror = new Mirror()
  mirror.snapshot({ meeting, topic: 'agenda', seq: 9, epoch: 'e1', state: { n: 9 } })
  mirror.snapshot({ meeting, topic: 'agenda', seq: 4, epoch: 'e1', state: { n: 4 } })
  expect(mirror.get(meeting, 'agenda')).toEqual({ seq: 4, epoch: 'e1', state: { n: 4 } })
})

test('a subscription names the position held, or null', () => {
  const mirror = new Mirror()
  mirror.snapshot({ meeting, topic: 'agenda', seq: 7, epoch: 'e1', state: {} })
  expect(mirror.positions(meeting, ['agenda', 'documents'])).toEqual({ agenda: { since: 7, epoch: 'e1' }, documents: { since: 0 } })
  mirror.drop(meeting, 'agenda')
  expect(mirror.positions(meeting, ['agenda'])).toEqual({ agenda: { since: 0 } })
})
