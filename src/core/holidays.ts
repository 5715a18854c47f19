import { lunarDay, solarTermDay } from './calendar.js'
import { addDays, parts, weekdayOf, within, ymd, type Period, type PlainDate } from './day.js'

/**
 * Days off as the State Council announces them each year for the next, bridging days included. A row a holiday; a
 * year without rows falls back on the statutory days alone.
 * 2025: 国办发明电〔2024〕12号; 2026: the notice of 2025-11-04.
 */
const announced: readonly Period[] = [
  { start: '2025-01-01', end: '2025-01-01' },
  { start: '2025-01-28', end: '2025-02-04' },
  { start: '2025-04-04', end: '2025-04-06' },
  { start: '2025-05-01', end: '2025-05-05' },
  { start: '2025-05-31', end: '2025-06-02' },
  { start: '2025-10-01', end: '2025-10-08' },
  { start: '2026-01-01', end: '2026-01-03' },
  { start: '2026-02-15', end: '2026-02-23' },
  { start: '2026-04-04', end: '2026-04-06' },
  { start: '2026-05-01', end: '2026-05-05' },
  { start: '2026-06-19', end: '2026-06-21' },
  { start: '2026-09-25', end: '2026-09-27' },
  { start: '2026-10-01', end: '2026-10-07' },
]
const announcedYears = new Set(announced.map((p) => parts(p.start)[0]))

/** The days of 《全国年节及纪念日放假办法》 (2024): what is free in any year, whatever is announced around it. */
function statutory(year: number): readonly (PlainDate | null)[] {
  const spring = lunarDay(year, 1, 1)
  return [
    ymd(year, 1, 1),
    ...(spring ? [-1, 0, 1, 2].map((n) => addDays(spring, n)) : []),
    solarTermDay('清明', year),
    ymd(year, 5, 1),
    ymd(year, 5, 2),
    lunarDay(year, 5, 5),
    lunarDay(year, 8, 15),
    ...[1, 2, 3].map((d) => ymd(year, 10, d)),
  ]
}

/** The day each holiday is about; `days`: how long it is off in a year for which nothing is announced (from, to). */
const holidays: readonly {
  readonly name: string
  readonly day: (year: number) => PlainDate | null
  readonly days: readonly [number, number]
}[] = [
  { name: '元旦', day: (y) => ymd(y, 1, 1), days: [0, 0] },
  { name: '春节', day: (y) => lunarDay(y, 1, 1), days: [-1, 6] },
  { name: '清明', day: (y) => solarTermDay('清明', y), days: [0, 0] },
  { name: '五一', day: (y) => ymd(y, 5, 1), days: [0, 4] },
  { name: '端午', day: (y) => lunarDay(y, 5, 5), days: [0, 0] },
  { name: '中秋', day: (y) => lunarDay(y, 8, 15), days: [0, 0] },
  { name: '国庆', day: (y) => ymd(y, 10, 1), days: [0, 6] },
]
export const holidayNames: readonly string[] = holidays.map((h) => h.name)

/** The day a holiday is about: 春节 2026 → 02-17. Null for a name that is none of them. */
export const holidayDay = (name: string, year: number): PlainDate | null =>
  holidays.find((h) => h.name === name)?.day(year) ?? null

/** The days off of a holiday, both ends included: 国庆 2026 → 10-01..10-07. Null for a name that is none of them. */
export function holidayPeriod(name: string, year: number): Period | null {
  const holiday = holidays.find((h) => h.name === name)
  const day = holiday?.day(year)
  if (!holiday || !day) return null
  const known = announced.find((p) => within(day, p))
  return known ?? { start: addDays(day, holiday.days[0]), end: addDays(day, holiday.days[1]) }
}

export function isHoliday(day: PlainDate): boolean {
  const [year] = parts(day)
  return announcedYears.has(year) ? announced.some((p) => within(day, p)) : statutory(year).includes(day)
}

/** Monday to Friday and no holiday. Weekends worked in exchange for a bridging day do not count as work days here. */
export const isWorkday = (day: PlainDate): boolean => weekdayOf(day) <= 5 && !isHoliday(day)

/** The day itself or the next workday after it. */
export function workdayFrom(day: PlainDate): PlainDate {
  let at = day
  while (!isWorkday(at)) at = addDays(at, 1)
  return at
}
