import { describe, expect, test } from 'vitest'
import { quarters, rise, type Sample } from '../bench/soak-memory.js'

/** Forty samples of a soak of 20,000 messages, as this function makes them. */
const samples = (outside: (i: number) => number): readonly Sample[] =>
  Array.from({ length: 40 }, (_, i) => ({
    sent: (i + 1) * 500,
    rss: 100 + outside(i),
    heap: 60,
    outside: outside(i),
  }))

describe('how far the floor of memory rose, KiB per 1,000 messages', () => {
  test.each<[string, (i: number) => number, number]>([
    ['flat', () => 80, 0],
    ['half a MiB every 1,000 messages', (i) => 80 + i / 4, 512],
    [
      'half a MiB every 1,000 messages, under swells of 30 MiB',
      (i) => 80 + i / 4 + (i % 5 === 0 ? 30 : 0),
      512,
    ],
    ['filled in the first quarter, flat since', (i) => 80 + Math.min(i, 10), 0],
    ['one sample far off is not growth', (i) => (i === 39 ? 200 : 80), 0],
    ['nor is one that is far too low', (i) => (i === 15 ? 20 : 80), 0],
    ['up and down', (i) => 80 + (i % 2) * 20, 0],
    ['swollen for the whole second half but twice', (i) => (i < 20 || i === 31 || i === 36 ? 80 : 95), 0],
    ['swollen, and what was swollen stays', (i) => (i < 20 ? 80 + (i % 3) * 10 : 100), 2048],
    ['it shrinks', (i) => 90 - i / 4, -512],
  ])('%s', (_, outside, expected) => {
    expect(rise(samples(outside), 'outside')).toBeCloseTo(expected)
    expect(rise(samples(outside), 'rss')).toBeCloseTo(expected)
    expect(rise(samples(outside), 'heap')).toBe(0)
  })

  test('too few samples say nothing', () => {
    expect(rise([], 'rss')).toBe(0)
    expect(rise(samples(() => 80).slice(0, 1), 'rss')).toBe(0)
  })
})

test('the quarters are where a quarter, half, three quarters and all were sent', () => {
  expect(quarters(samples(() => 80)).map(({ sent }) => sent)).toEqual([5000, 10_000, 15_000, 20_000])
  expect(quarters([])).toEqual([])
})
