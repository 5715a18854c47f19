import { addDays, single, type Period, type PlainDate } from '../../core/day.js'
import { dayOfMonth, fixed, type OpenDate } from './open.js'
import { connectorAt, readWhole, skipTime } from './parts.js'
import { readDate } from './read.js'
import { resolve, resolveAfter, type Inherited } from './resolve.js'
import { readPointed, readSecondSigned } from './signed.js'
import { weekdayAt } from './weekday.js'

export interface Range {
  readonly period: Period
  readonly end: number
  readonly future: boolean
}

/** The second end behind 到, 至, `-`, or behind 和, 与 with 之间; the hour of the first end may stand between. */
export function readRange(
  text: string,
  first: OpenDate,
  today: PlainDate,
  inherited: Inherited,
): Range | null {
  const hour = skipTime(text, first.end)
  const connected = connectorAt(text, hour)
  const named = connected === hour && (text[hour] === '和' || text[hour] === '与')
  if (connected === hour && !named) return null
  const next = named ? hour + 1 : connected
  const second: (OpenDate & { readonly bare?: true }) | null =
    readDate(text, next, today) ??
    (named
      ? null
      : (nowAt(text, next, today) ??
        secondLike(text, first, next) ??
        (hour === first.end ? bareDay(text, first, next) : null)))
  if (!second) return null
  let { end } = second
  if (named) {
    end = skipTime(text, end)
    const word = text.startsWith('之间', end) || text.startsWith('期间', end) ? 2 : text[end] === '间' ? 1 : 0
    if (!word) return null
    end += word
  }
  // 12月到今天: what the first end leaves open lies before the second.
  const latest = second.period && second.period.start < today ? second.period.start : today
  const start = resolve(first, latest, inherited)
  const stop = start && resolveAfter(second, start)
  // 1日到31日, said on the 6th of November: of the month before, which has them both
  if (stop && start && first.inMonth && second.inMonth && skipsMonth(start.start, stop.end)) {
    const before = resolve(first, addDays(start.start, -Number(start.start.slice(8))))
    const until = before && resolveAfter(second, before)
    if (until && !skipsMonth(before.start, until.end))
      return { period: { start: before.start, end: until.end }, end, future: second.future }
  }
  if (!stop || stop.end < start.start) return null
  if (second.bare && stop.end.slice(0, 7) !== start.start.slice(0, 7)) return null
  return { period: { start: start.start, end: stop.end }, end, future: second.future }
}

/** A later day of another month. */
const skipsMonth = (from: PlainDate, to: PlainDate): boolean =>
  from.slice(0, 7) !== to.slice(0, 7) && Number(to.slice(8)) > Number(from.slice(8))

/** 至今, 到目前, 到现在. */
function nowAt(text: string, at: number, today: PlainDate): OpenDate | null {
  const length = text.startsWith('目前', at) || text.startsWith('现在', at) ? 2 : text[at] === '今' ? 1 : 0
  return length
    ? {
        end: at + length,
        kind: 'day',
        explicitYear: true,
        future: false,
        relative: true,
        period: single(today),
      }
    : null
}

/** The second end written like the first: 周一至五, 10.1-10.7, 10月31日至11.3. */
const secondLike = (text: string, first: OpenDate, at: number): OpenDate | null =>
  first.sign === undefined
    ? (weekdayOnly(text, first, at) ?? (first.kind === 'day' ? readPointed(text, at) : null))
    : readSecondSigned(text, at, first.sign)

/** 九月十五到二十一，…; 10月8号到14搞…: a later day of the same month without its 号. */
function bareDay(text: string, first: OpenDate, at: number): (OpenDate & { readonly bare: true }) | null {
  if (first.kind !== 'day' || first.weekday !== undefined || first.relative || first.sign !== undefined)
    return null
  const n = readWhole(text, at)
  if (!n || n.digits > 2 || n.value < 2 || n.value > 31 || !endsSpan(text.slice(n.end, n.end + 2)))
    return null
  return { ...dayOfMonth(n.end, n.value), bare: true }
}
const endsSpan = (behind: string): boolean =>
  /^(?:[:：](?![0-9])|[,，。;；)）\n ]|$|[搞办举组]|开(?!外)|我[们会]|[连共][着办搞]|两天|[三四五六七]天)/.test(
    behind,
  )

/** 周一至五, 周一、三: a weekday without its 周. */
export function weekdayOnly(text: string, first: OpenDate, at: number): OpenDate | null {
  // 周五到三中演出: the third school
  if ('中小院校厂村队组班楼站所'.includes(text[at + 1] ?? '。')) return null
  const weekday = first.weekday === undefined && first.week === undefined ? 0 : weekdayAt(text, at)
  if (weekday && first.week)
    return fixed(at + 1, 'day', single(addDays(first.week.start, weekday - 1)), first.future)
  return weekday
    ? { end: at + 1, kind: 'day', weekday, explicitYear: false, future: false, relative: true }
    : null
}
