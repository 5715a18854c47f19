import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  festivalDay,
  festivalNames,
  lunarDay,
  lunarMonthPeriod,
  nthWeekday,
  solarTermDay,
} from '../../src/core/calendar.js'

const rows: readonly (readonly [name: string, year: number, day: string | null])[] = [
  ['春节', 2027, '2027-02-06'],
  ['元宵', 2027, '2027-02-20'],
  ['春节', 2030, '2030-02-03'],
  ['重阳', 2025, '2025-10-29'],
  ['九九重阳节', 2026, '2026-10-18'],
  ['除夕', 2025, '2025-01-28'],
  ['大年三十', 2026, '2026-02-16'],
  ['腊八', 2019, '2020-01-02'],
  ['母亲节', 2021, '2021-05-09'],
  ['感恩节', 2019, '2019-11-28'],
  ['复活节', 2024, '2024-03-31'],
  ['清明节', 2024, '2024-04-04'],
  ['冬至', 2024, '2024-12-21'],
  ['植树日', 2024, null],
  ['冬至', 1700, null],
]

describe('festivals', () => {
  it.each(rows)('%s of %d is %s', (name, year, day) => {
    expect(festivalDay(name, year)).toBe(day)
  })
  it('knows a day for every name it offers', () => {
    for (const name of festivalNames) expect(festivalDay(name, 2024), name).toMatch(/^202[45]-\d\d-\d\d$/)
  })
})

describe('lunar days', () => {
  it('has leap months only in their years and no thirtieth of a short month', () => {
    expect(lunarMonthPeriod(2020, 4, true)).toEqual({ start: '2020-05-23', end: '2020-06-20' })
    expect(lunarMonthPeriod(2021, 4, true)).toBeNull()
    expect(lunarDay(2024, 12, 30)).toBeNull()
    expect(lunarDay(2012, 1, 15)).toBe('2012-02-06')
    expect(lunarDay(2012, 13, 1)).toBeNull()
  })
  it('counts weekdays of a month from either end', () => {
    expect(nthWeekday(2021, 6, 3, 7)).toBe('2021-06-20')
    expect(nthWeekday(2021, 12, -1, 5)).toBe('2021-12-31')
    expect(nthWeekday(2021, 2, 5, 1)).toBeNull()
  })
})

const shared = '../shared/corpus/peers/calendar-2019-2030.ndjson'
describe.skipIf(!existsSync(shared))('calendar rows 2019–2030 (skipped without ../shared)', () => {
  it('agrees with every row', () => {
    const cases = readFileSync(shared, 'utf8')
      .trim()
      .split('\n')
      .map(
        (line) =>
          JSON.parse(line) as {
            kind: string
            name: string
            date: string
            year?: number
            lunarYear?: number
            id: string
          },
      )
    expect(cases).toHaveLength(384)
    for (const { kind, name, date, year, lunarYear, id } of cases) {
      const of = year ?? lunarYear ?? Number(/\d{4}/.exec(id)![0])
      expect(kind === 'solar-term' ? solarTermDay(name, of) : festivalDay(name, of), id).toBe(date)
    }
  })
})
