import { festivalDay } from '../../core/calendar.js'
import { ymd, type Period } from '../../core/day.js'

/** Days off round a festival, [month, day] to [month, day]: of most years, and of those in which they lay otherwise. */
interface Holiday {
  readonly since: number
  readonly usual: Days
  readonly years: Readonly<Record<number, Days>>
}
type Days = readonly [number, number, number, number]

const may: Holiday = {
  since: 2019,
  usual: [5, 1, 5, 5],
  years: { 2019: [5, 1, 5, 4], 2022: [4, 30, 5, 4], 2023: [4, 29, 5, 3] },
}
const october: Holiday = {
  since: 2000,
  usual: [10, 1, 10, 7],
  years: {
    2009: [10, 1, 10, 8],
    2012: [9, 30, 10, 7],
    2017: [10, 1, 10, 8],
    2020: [10, 1, 10, 8],
    2023: [9, 29, 10, 6],
    2025: [10, 1, 10, 8],
  },
}

/** The days off of a festival; null where they are not known. */
export function holiday(name: string, year: number): Period | null {
  const day = festivalDay(name, year)?.slice(5)
  const of = day === '05-01' ? may : day === '10-01' ? october : null
  if (!of || year < of.since) return null
  const [fromMonth, from, toMonth, to] = of.years[year] ?? of.usual
  return { start: ymd(year, fromMonth, from), end: ymd(year, toMonth, to) }
}

const tail =
  /^节?(?:小?长假|假期|放假|黄金周|假日|期间)的?(?:(最后一?天|末日)|第([一二三四五六七八1-8])天|(首日|首天|头一?天))/
const numerals = '一二三四五六七八'

/** Behind 国庆: 假期最后一天, 长假第三天. `nth` is null for the last. */
export function dayOfHoliday(text: string, at: number): { end: number; nth: number | null } | null {
  const found = tail.exec(text.slice(at, at + 12))
  if (!found) return null
  const nth = found[1] ? null : found[3] ? 1 : numerals.indexOf(found[2]!) + 1 || Number(found[2])
  return { end: at + found[0].length, nth }
}
