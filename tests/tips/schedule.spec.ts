import { expect, test } from 'vitest'
import { emptyPlan } from '../../src/tips/plan.js'
import { clock, due, missedDays, windowOf, type Due } from '../../src/tips/schedule.js'

const exact = { catchUpUntil: '11:30', jitterSeconds: 0 }
const plan = {
  ...emptyPlan,
  off: [
    { room: null, start: '2026-05-19', end: '2026-05-21', reason: '全国哀悼日' },
    { room: '乙群', start: '2026-06-01', end: '2026-06-01', reason: '群里有丧事' },
  ],
}
const words = (d: Due): string =>
  'reason' in d ? `never ${d.reason}` : 'second' in d ? `later ${d.second / 60}` : d.due

test.each([
  // room's hour, now, last day in the ledger → what is due
  ['08:00', '2026-03-10 07:59:59', '2026-03-09', 'later 480'],
  ['08:00', '2026-03-10 08:00:00', '2026-03-09', 'now'],
  ['08:00', '2026-03-10 09:20:00', '2026-03-09', 'now'], // down at eight, back at 9:20
  ['08:00', '2026-03-10 11:30:00', '2026-03-09', 'now'],
  ['08:00', '2026-03-10 11:30:01', '2026-03-09', 'never too_late'],
  ['08:00', '2026-03-10 08:00:01', '2026-03-10', 'done'], // restarted after it was sent
  ['08:00', '2026-03-09 12:00:00', '2026-03-10', 'done'], // the clock went back a day
  ['08:00', '2026-03-10 08:00:00', null, 'now'], // the very first
  ['off', '2026-03-10 08:00:00', '2026-03-09', 'later 1260'], // it may be switched on again today
  ['off', '2026-03-10 21:00:00', '2026-03-09', 'never off'],
  ['07:00', '2026-03-10 07:10:00', '2026-03-09', 'later 450'], // never before 7:30, whatever a file says
  ['16:30', '2026-03-10 11:31:00', '2026-03-09', 'later 990'],
  ['16:30', '2026-03-10 19:59:00', '2026-03-09', 'now'],
  ['16:30', '2026-03-10 20:00:01', '2026-03-09', 'never too_late'],
  ['20:30', '2026-03-10 21:00:00', '2026-03-09', 'never too_late'], // quiet hours
  ['08:00', '2026-05-19 08:00:00', '2026-05-18', 'never day_off'],
  ['08:00', '2026-06-01 08:00:00', '2026-05-31', 'now'], // a day off of another room
])('%s at %s, last %s → %s', (time, at, lastDay, expected) => {
  const [day, hms] = at.split(' ') as [string, string]
  const now = { day, second: clock(hms) + Number(hms.slice(6)) }
  expect(words(due({ room: '甲群', time }, now, { lastDay }, plan, exact))).toBe(expected)
})

test('rooms of one hour are spread over at most 90 seconds, each always at its own', () => {
  const options = { catchUpUntil: '11:30', jitterSeconds: 90 }
  const from = Array.from(
    { length: 200 },
    (_, i) => windowOf({ room: `${i}群`, time: '08:00' }, options)!.from - clock('08:00'),
  )
  expect(Math.min(...from)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...from)).toBeLessThanOrEqual(90)
  expect(new Set(from).size).toBeGreaterThan(50)
  expect(windowOf({ room: '甲群', time: '11:29' }, options)!.until).toBeGreaterThan(
    windowOf({ room: '甲群', time: '11:29' }, options)!.from,
  )
})

test('days the house was away get their reason, once', () => {
  const hours = { room: '甲群', time: '08:00' }
  expect(missedDays(hours, '2026-05-21', { lastDay: '2026-05-17' }, plan)).toEqual([
    { day: '2026-05-18', reason: 'too_late' },
    { day: '2026-05-19', reason: 'day_off' },
    { day: '2026-05-20', reason: 'day_off' },
  ])
  expect(missedDays(hours, '2026-05-18', { lastDay: '2026-05-17' }, plan)).toEqual([])
  expect(missedDays(hours, '2026-05-10', { lastDay: '2026-05-17' }, plan)).toEqual([])
  expect(missedDays(hours, '2026-05-18', { lastDay: null }, plan)).toEqual([])
  expect(missedDays(hours, '2026-05-18', { lastDay: '2020-01-01' }, plan, 30)).toHaveLength(30)
})
