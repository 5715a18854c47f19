import { describe, expect, test } from 'vitest'
import { pacer, type LivePacer, type PacerOptions } from '../src/pacer.js'
import type { OutboxClass, OutboxRow } from '../src/store.js'
import { zoneOf } from '../src/zone.js'

const zone = zoneOf('Asia/Shanghai')
/** Seconds after nine in the morning of 2026-11-21, or a wall clock of that day or the next. */
const at = (clock: number | string): Date => {
  if (typeof clock === 'number') return new Date(zone.at('2026-11-21', 9 * 60).getTime() + clock * 1000)
  const [day, wall] = clock.includes(' ') ? clock.split(' ') : ['2026-11-21', clock]
  const [h = 0, m = 0] = wall!.split(':').map(Number)
  return zone.at(day!, h * 60 + m)
}
const row = (to: string, kind: OutboxClass = 'receipt'): OutboxRow => ({
  id: 1,
  outNo: null,
  room: to.startsWith('@') ? null : to,
  person: to.startsWith('@') ? to : null,
  class: kind,
  text: '',
  mentions: [],
  inReplyTo: null,
  file: null,
  records: [],
  line: null,
  notBefore: '',
  status: 'planned',
  createdAt: '',
  sentAt: null,
  platformId: null,
  error: null,
})
const pacing = { gapSeconds: 4, jitterSeconds: 3, roomGapSeconds: 8, perMinute: 20, perDay: 300 }
const open = (change: Partial<PacerOptions> = {}): LivePacer =>
  pacer({
    pacing,
    quiet: { from: 21 * 60, to: 7 * 60 + 30 },
    zone,
    random: () => 0,
    held: () => false,
    ...change,
  })

/** What was sent before (second, to), what is asked, and how many seconds it must wait. */
const spacing: readonly (readonly [
  what: string,
  change: Partial<PacerOptions>,
  sent: readonly (readonly [second: number, to: string])[],
  ask: readonly [second: number, to: string],
  wait: number,
])[] = [
  ['the first goes at once', {}, [], [0, '甲群'], 0],
  ['the next waits for the gap', {}, [[0, '甲群']], [1, '乙群'], 3],
  ['and then goes', {}, [[0, '甲群']], [4, '乙群'], 0],
  ['one room waits longer', {}, [[0, '甲群']], [4, '甲群'], 4],
  ['a person is a place of its own', {}, [[0, '@王']], [4, '@王'], 4],
  ['a room named like a person is another', {}, [[0, '@王']], [4, '王'], 0],
  ['jitter comes on top', { random: () => 0.5 }, [[0, '甲群']], [4, '乙群'], 1.5],
  ['at most twenty within a minute', {}, everyTwo(20), [40, '乙群'], 20],
  ['the minute slides', {}, everyTwo(20), [60, '乙群'], 0],
  ['a pause stops everything', { pausedUntil: at(100) }, [], [10, '甲群'], 90],
  [
    'what was sent before a restart counts',
    { past: [{ at: at(0), target: 'room:甲群' }] },
    [],
    [1, '甲群'],
    7,
  ],
]

function everyTwo(n: number): readonly (readonly [number, string])[] {
  return Array.from({ length: n }, (_, i) => [i * 2, `群${i}`] as const)
}

test.each(spacing)('%s', (_, change, sent, [second, to], wait) => {
  const p = open(change)
  for (const [when, whom] of sent) p.sent(row(whom), at(when))
  const until = p.wait(row(to), at(second))
  expect(until === null ? 0 : (until.getTime() - at(second).getTime()) / 1000).toBe(wait)
})

test('above the day’s cap nothing goes until the next day of the association', () => {
  const p = open({ pacing: { ...pacing, perDay: 3 } })
  for (const s of [0, 100, 200]) p.sent(row('甲群'), at(s))
  expect(p.wait(row('甲群', 'answer'), at(1000))).toEqual(at('2026-11-22 00:00'))
  expect(p.wait(row('甲群', 'answer'), at('2026-11-22 00:00'))).toBeNull()
})

test('the platform’s wish to slow down stops every room until then', () => {
  const p = open()
  p.pause(at(1800))
  p.pause(at(600))
  expect(p.wait(row('甲群', 'answer'), at(10))).toEqual(at(1800))
  expect(p.ready(at(10))).toEqual(at(1800))
  expect(p.wait(row('甲群'), at(1800))).toBeNull()
})

test('while held nothing goes, whatever it is, and one looks again within a minute', () => {
  let held = true
  const p = open({ held: () => held })
  expect(p.wait(row('甲群', 'answer'), at(0))).toEqual(at(60))
  expect(p.ready(at(0))).toEqual(at(60))
  held = false
  expect(p.wait(row('甲群', 'answer'), at(0))).toBeNull()
})

describe('quiet hours', () => {
  const night = '2026-11-22 07:30'
  /** Class, wall clock, until when it waits. */
  const rows: readonly (readonly [OutboxClass, string, string | null])[] = [
    ['receipt', '20:59', null],
    ['receipt', '21:00', night],
    ['question', '23:59', night],
    ['notice', '2026-11-22 00:00', night],
    ['notice', '2026-11-22 07:29', night],
    ['notice', '2026-11-22 07:30', null],
    ['answer', '23:59', null],
    ['tip', '21:00', null],
  ]
  test.each(rows)('a %s at %s', (kind, clock, until) => {
    expect(open().wait(row('甲群', kind), at(clock))).toEqual(until === null ? null : at(until))
  })

  test('hours within one day', () => {
    const p = open({ quiet: { from: 12 * 60, to: 14 * 60 } })
    expect(p.wait(row('甲群'), at('13:00'))).toEqual(at('14:00'))
    expect(p.wait(row('甲群'), at('23:00'))).toBeNull()
  })
  test('no quiet hours', () => {
    expect(open({ quiet: { from: 0, to: 0 } }).wait(row('甲群'), at('03:00'))).toBeNull()
  })
})

/** Class, planned for, now, whether it is too late. */
test.each<readonly [OutboxClass, string, string, boolean]>([
  ['tip', '08:00', '08:01', false],
  ['tip', '08:00', '11:30', false],
  ['tip', '08:00', '11:31', true],
  ['tip', '11:29', '11:31', true],
  ['tip', '18:00', '20:59', false],
  ['tip', '18:00', '21:00', true],
  ['tip', '08:00', '2026-11-22 08:00', true],
  ['receipt', '08:00', '2026-11-23 08:00', false],
])('a %s of %s at %s', (kind, planned, now, late) => {
  // put off to now for want of a connection: its hour is the one it was made at
  const due = { ...row('甲群', kind), createdAt: at(planned).toISOString(), notBefore: at(now).toISOString() }
  expect(open().stale!(due, at(now))).toBe(late)
})

test('a long day keeps within every limit', () => {
  let seed = 7
  const random = (): number => (seed = (seed * 16807) % 2147483647) / 2147483647
  const p = open({ random })
  const sends: { t: number; to: string }[] = []
  for (let t = 0; t < 4 * 3600 && sends.length < 400; t++) {
    const to = `群${t % 7}`
    if (p.wait(row(to, 'answer'), at(t)) !== null) continue
    p.sent(row(to, 'answer'), at(t))
    sends.push({ t, to })
  }
  expect(sends.length).toBe(300)
  sends.forEach(({ t, to }, i) => {
    expect(t - (sends[i - 1]?.t ?? -100)).toBeGreaterThanOrEqual(4)
    expect(sends.filter((s) => s.t > t - 60 && s.t <= t).length).toBeLessThanOrEqual(20)
    const before = sends.slice(0, i).findLast((s) => s.to === to)
    if (before) expect(t - before.t).toBeGreaterThanOrEqual(8)
  })
})
