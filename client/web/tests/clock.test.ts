import { expect, test } from 'vitest'
import { delayBefore } from '../src/live/backoff'
import { Clock } from '../src/live/clock'

test('before the first ping the local clock stands in', () => {
  const clock = new Clock()
  expect(clock.estimate(5)).toBeNull()
  expect(clock.serverTime(5)).toBe(5)
})

test('the offset lies in the middle of the round trip and its error is half of it', () => {
  const clock = new Clock()
  clock.sample(1000, 1100, 6050)
  expect(clock.estimate(1100)).toEqual({ offset: 5000, error: 50 })
  expect(clock.serverTime(2000)).toBe(7000)
})

test('a quicker ping is worth more than a slow one', () => {
  const clock = new Clock()
  clock.sample(0, 10, 5005)
  clock.sample(100, 700, 5650)
  expect(clock.estimate(700)?.offset).toBe(5000)
})

test('a quick ping loses its worth with time', () => {
  const clock = new Clock()
  clock.sample(0, 10, 5005)
  const later = 3_600_000
  clock.sample(later, later + 100, later + 5060)
  expect(clock.estimate(later + 100)?.offset).toBe(5010)
})

test('when the local clock is set, the next ping says so', () => {
  const clock = new Clock()
  clock.sample(0, 10, 5005)
  clock.sample(60_000, 60_400, 5200)
  expect(clock.estimate(60_400)?.offset).toBe(-55_000)
})

test('waiting grows, is capped, and is spread', () => {
  expect(delayBefore(0, () => 0)).toBe(125)
  expect(delayBefore(0, () => 0.999)).toBeLessThanOrEqual(500)
  expect(delayBefore(3, () => 0.5)).toBe(2500)
  expect(delayBefore(60, () => 0.999)).toBeLessThanOrEqual(20_000)
})
