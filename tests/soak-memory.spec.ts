import { describe, expect, test } from 'vitest'
import { quarters, slope, type Sample } from '../bench/soak-memory.js'

/** Forty samples of a soak of 20,000 messages, as this function makes them. */
const samples = (outside: (i: number) => number): readonly Sample[] =>
  Array.from({ length: 40 }, (_, i) => ({
    sent: (i + 1) * 500,
    rss: 100 + outside(i),
    heap: 60,
    outside: outside(i),
  }))

describe('how fast memory grows in the last half, KiB per 1,000 messages', () => {
  test.each<[string, (i: number) => number, number]>([
    ['flat', () => 80, 0],
    ['half a MiB every 1,000 messages', (i) => 80 + i / 4, 512],
    ['filled in the first half, flat since', (i) => 80 + Math.min(i, 19), 0],
    ['one sample far off is not growth', (i) => (i === 39 ? 200 : 80), 0],
    ['up and down', (i) => 80 + (i % 2) * 20, 0],
    ['it shrinks', (i) => 90 - i / 4, -512],
  ])('%s', (_, outside, expected) => {
    expect(slope(samples(outside), 'outside')).toBeCloseTo(expected)
    expect(slope(samples(outside), 'rss')).toBeCloseTo(expected)
    expect(slope(samples(outside), 'heap')).toBe(0)
  })
})

test('the quarters are where a quarter, half, three quarters and all were sent', () => {
  expect(quarters(samples(() => 80)).map(({ sent }) => sent)).toEqual([5000, 10_000, 15_000, 20_000])
  expect(quarters([])).toEqual([])
})
