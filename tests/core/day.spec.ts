import { expect, test } from 'vitest'
import { addDays, dayNumber, dayOfNumber, monthPeriod, weekOf, weekdayOf } from '../../src/core/day.js'

test('day numbers agree with the calendar of the runtime for 400 years', () => {
  for (let n = -50_000; n < 100_000; n += 7) {
    const day = new Date(n * 86_400_000).toISOString().slice(0, 10)
    expect(dayOfNumber(n)).toBe(day)
    expect(dayNumber(day)).toBe(n)
  }
})

test.each([
  ['2026-11-21', 6],
  ['2026-11-22', 7],
  ['2026-11-23', 1],
  ['2019-10-19', 6],
])('%s is weekday %i', (day, weekday) => expect(weekdayOf(day)).toBe(weekday))

test('weeks run from Monday to Sunday, months over the year', () => {
  expect(weekOf('2026-11-21', -1)).toEqual({ start: '2026-11-09', end: '2026-11-15' })
  expect(monthPeriod(2026, 0)).toEqual({ start: '2025-12-01', end: '2025-12-31' })
  expect(monthPeriod(2024, 14)).toEqual({ start: '2025-02-01', end: '2025-02-28' })
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
})
