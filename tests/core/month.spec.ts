import { SolarDay } from 'tyme4ts'
import { describe, expect, test } from 'vitest'
import { dayOfNumber, dayNumber } from '../../src/core/day.js'
import { isHoliday, isWorkday, workdayFrom } from '../../src/core/holidays.js'
import {
  collectedMonth,
  daysOfMonth,
  dueDayOf,
  monthAfter,
  monthBefore,
  monthHolding,
} from '../../src/core/month.js'
import { monthText } from '../../src/converse/months.js'

describe('months', () => {
  test.each([
    ['2026-01', '2025-12', '2026-02', '2026-02-05'],
    ['2026-12', '2026-11', '2027-01', '2027-01-05'],
    ['2028-02', '2028-01', '2028-03', '2028-03-05'],
  ])('%s: before %s, after %s, due by %s', (month, before, after, due) => {
    expect([monthBefore(month), monthAfter(month), dueDayOf(month)]).toEqual([before, after, due])
  })

  test.each([
    ['2026-11-05', '2026-10'], // up to the 5th the last month is collected
    ['2026-11-06', '2026-11'],
    ['2027-01-01', '2026-12'],
  ])('on %s people mean %s', (today, month) => expect(collectedMonth(today)).toBe(month))

  test.each([
    ['2026-10-01', '2026-10-31', '2026-10'],
    ['2026-10-18', '2026-10-18', '2026-10'],
    ['2026-10-18', '2026-11-02', null],
  ])('%s to %s lies in %s', (start, end, month) => expect(monthHolding({ start, end })).toBe(month))

  test.each([
    ['2026-10', '十月'],
    ['2026-01', '一月'],
    ['2026-11', '十一月'],
    ['2025-12', '2025年十二月'],
  ])('%s is said %s', (month, text) => expect(monthText(month, '2026-11-21')).toBe(text))

  test('a month is its days', () =>
    expect(daysOfMonth('2028-02')).toEqual({ start: '2028-02-01', end: '2028-02-29' }))
})

describe('days off', () => {
  // the almanac keeps the State Council's notices; what is worked in exchange is no holiday
  test.each([2025, 2026])('the announced days of %i are those of the almanac', (year) => {
    const first = dayNumber(`${year}-01-01`)
    const days = Array.from({ length: 365 }, (_, i) => dayOfNumber(first + i))
    const legal = days.filter((d) => {
      const [y, m, n] = d.split('-').map(Number) as [number, number, number]
      const found = SolarDay.fromYmd(y, m, n).getLegalHoliday()
      return found !== null && !found.isWork()
    })
    expect(days.filter(isHoliday)).toEqual(legal)
  })

  test.each([
    ['2026-10-07', false],
    ['2026-10-08', true],
    ['2026-10-10', false], // a Saturday worked in exchange: nobody is reminded on it
    ['2026-11-21', false],
    ['2031-01-23', false], // 春节: a year without a notice yet keeps its statutory days
    ['2031-01-22', false],
    ['2031-06-24', false], // 端午
    ['2031-06-25', true],
  ])('%s is a workday: %s', (day, expected) => expect(isWorkday(day)).toBe(expected))

  test.each([
    ['2026-10-03', '2026-10-08'],
    ['2026-11-03', '2026-11-03'],
    ['2026-02-15', '2026-02-24'],
  ])('from %s the next workday is %s', (day, expected) => expect(workdayFrom(day)).toBe(expected))
})
