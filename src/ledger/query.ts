import type { Period, PlainDate } from '../core/day.js'
import type { Kind } from '../core/kinds.js'
import type { House } from '../house.js'
import { kindsIn, kindWord, unitsIn } from '../understand/index.js'
import { normalize } from '../understand/normalize.js'
import { scanDates } from '../understand/dates.js'

/** What a question names, in any order, and the words that are left. */
export interface Asked {
  /** Named units in order; 全市 and the like give the root. */
  readonly units: readonly string[]
  readonly whole: boolean
  readonly kinds: readonly Kind[]
  /** Name of an indicator, or null. */
  readonly indicator: string | null
  /** null: no period said. */
  readonly period: Period | null
  readonly rest: string
}

/** Words for the whole association. */
const wholeWords = /全市|全省|全州|全县|全区|全镇|全乡|全国|全会|全校|全院|总数|总共|总计|总的|汇总|合计|一共/
/** Words that add nothing to a question. */
const fillers =
  /[\s，。、！？!?,.：:；;～~“”"()（）]|请问?|麻烦|帮我?|一下|吧|呢|吗|啊|的|了|我们|咱们|我|多少|几|场次|场|人次|报|办|搞|做|开展|共|有|查|看看|看|各|数字|情况|怎么样|统计|分会|老科协|小组|街道|区|县|镇|乡|会/g

/**
 * Reads a question about totals: 「城东 讲座 今年」「全市十月」「9月1号到现在 义诊」. Pure. Whatever is not a unit, kind,
 * indicator, period or filler stays in `rest`, so that a command can refuse what it does not know.
 */
export function readAsked(text: string, house: House, today: PlainDate): Asked {
  let left = normalize(text).text
  const take = (from: number, to: number): void => {
    left = left.slice(0, from) + ' '.repeat(to - from) + left.slice(to)
  }
  let indicator: string | null = null
  for (const { name } of [...house.org.indicators].sort((a, b) => b.name.length - a.name.length)) {
    const at = left.indexOf(name)
    if (at < 0) continue
    indicator = name
    take(at, at + name.length)
    break
  }
  const span = readPeriod(left, today)
  if (span) take(span.from, span.to)
  const units = unitsIn(left, house.units)
  for (const u of units) take(u.span[0], u.span[1])
  const whole = wholeWords.exec(left)
  if (whole) take(whole.index, whole.index + whole[0].length)
  const kinds = kindsIn(left)
  for (const k of kinds) take(k.span[0], k.span[1])
  const names = [...new Set(units.map((u) => u.name))]
  const rest = left.replace(fillers, '')
  const named = rest === '' ? null : kindWord(rest)
  return {
    units: names,
    whole: whole !== null || names.includes(house.tree.root),
    kinds: [...new Set([...kinds.map((k) => k.kind), ...(named ? [named] : [])])],
    indicator,
    period: span?.period ?? null,
    rest: named ? '' : rest,
  }
}

/** A period in people's words; an open year or month runs to today. `9月1号到现在`, `2019-01-01..2019-06-30` too. */
export function readPeriod(
  text: string,
  today: PlainDate,
): { readonly period: Period; readonly from: number; readonly to: number } | null {
  const iso = /(\d{4}-\d{2}-\d{2})\s*(?:\.\.|~|至|到)\s*(\d{4}-\d{2}-\d{2})/.exec(text)
  if (iso) return { period: { start: iso[1]!, end: iso[2]! }, from: iso.index, to: iso.index + iso[0].length }
  const n = normalize(text)
  const finds = scanDates(n, { day: today, minute: 720 })
  const first = finds[0]
  if (!first) return null
  const from = n.span(first.start, first.end)[0]
  let to = n.span(first.start, first.end)[1]
  let period: Period = { start: first.from, end: first.to }
  const now = /^\s*(?:以来|至今|到现在|到今天|到目前|至目前|到如今)/.exec(text.slice(to))
  if (now) {
    to += now[0].length
    period = { start: period.start, end: today }
  } else if (finds[1] && /^\s*[到至~-]\s*$/.test(n.text.slice(first.end, finds[1].start))) {
    to = n.span(finds[1].start, finds[1].end)[1]
    period = { start: period.start, end: finds[1].to }
  }
  const lead = /(?:从|自)\s*$/.exec(text.slice(0, from))
  return { period, from: from - (lead ? lead[0].length : 0), to }
}
