import { addDays, daysBetween } from '../../core/day.js'
import type { DateMention } from '../dates/mentions.js'
import type { Scan } from '../scan.js'
import { type Draft, type State, isActive, isCounting, isPeople, isPrimary, isSingleDay } from './draft.js'
import type { Figure } from '../figures/figures.js'

/** Tellings of one span, and days of it. */
const most = 8

const nth = /(第一天|头一?天|首日|首天)|(第二天|次日|转天|隔天)|(第三天)|(最后一?天|末日)/g

/** 周一周二连着两天，头天讲座70人，第二天义诊91人: each telling on the day it names of those told first. */
export function onTheirDays(s: Scan, out: readonly Draft[]): void {
  const [first] = out
  if (!first || out.length < 2 || out.length > most || first.dates.length === 0) return
  const days = first.dates.map((m) => m.token.date)
  const from = days.reduce((x, d) => (d.from < x ? d.from : x), days[0]!.from)
  const to = days.reduce((x, d) => (d.to > x ? d.to : x), days[0]!.to)
  const span = daysBetween(from, to) + 1
  if (span < 2 || span > most || out.some((d) => d !== first && !d.dateInherited)) return
  let n = 0
  const told = out.map((d) => {
    const begins = d === first ? first.dates.at(-1)!.token.end : d.start
    const word = [...s.text.slice(begins, Math.max(begins, d.figures[0]?.start ?? begins)).matchAll(nth)].at(
      -1,
    )
    if (word) n = word[1] ? 1 : word[2] ? 2 : word[3] ? 3 : span
    return n
  })
  if (told.some((k) => k === 0 || k > span) || Math.max(...told) < 2) return
  const single = days.every((d) => d.from === d.to) && days.length > 1
  out.forEach((d, k) => {
    const base = first.dates[0]!
    const day = single ? (days[told[k]! - 1]?.from ?? to) : addDays(from, told[k]! - 1)
    d.dates = [
      { ...base, token: { ...base.token, date: { ...base.token.date, from: day, to: day, kind: 'day' } } },
    ]
    d.dateInherited = false
  })
}

/** 17日、18日分别在甲、乙两校讲航天，学生230人和210人: as many headcounts as days, in their order. Null where it is not told so. */
export function eachDay(st: State, d: Draft): readonly Draft[] | null {
  const days: readonly DateMention[] = d.dates
  if (days.length < 2 || days.length > most || !days.every(isSingleDay) || d.carried) return null
  const last = days.at(-1)!.token
  if (!days.every((m, k) => k === 0 || close(st, days[k - 1]!, m))) return null
  const row = d.figures.filter((f) => isPeople(f) && !f.part && !f.total && !f.each)
  if (row.length !== days.length || row.some((f) => f.start < last.end) || !d.kinds.some(isActive))
    return null
  if (d.figures.some((f) => isPrimary(f) && !isPeople(f) && !ofEach(f))) return null
  if (!/分别|依次|各/.test(st.s.text.slice(last.end, row[0]!.start)) && !inOneBreath(st, row)) return null
  if (d.figures.some((f) => f.total)) return null
  return days.map((m, k) => ({
    ...d,
    dates: [m],
    dateInherited: false,
    single: true,
    figures: [row[k]!],
    start: k === 0 ? d.start : row[k]!.start,
  }))
}

/** 17日、18日; 17日在某镇、18日在另一镇. */
const close = (st: State, a: DateMention, b: DateMention): boolean =>
  b.token.start - a.token.end < 16 &&
  /^([在到去赴][^,，。;、0-9]{1,10})?[、,和及与跟]?$/.test(st.s.text.slice(a.token.end, b.token.start))

/** 周四、周五义诊，71人和65人 */
const inOneBreath = (st: State, row: readonly Figure[]): boolean =>
  row[0]!.start - st.s.clauses[row[0]!.clause]!.start <= 1 &&
  row.every((f, k) => k === 0 || /^[和、跟]$/.test(st.s.text.slice(row[k - 1]!.end, f.start)))

const ofEach = (f: Figure): boolean => isCounting(f) && f.each && f.measure.value === 1
