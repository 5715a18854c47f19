import { addDays, monthPeriod, parts, type Period, type PlainDate } from '../core/day.js'
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
/** Words that add nothing to a question; the longer ones first, lest a piece of one is left. */
const fillers = new RegExp(
  [
    '[\\s，。、！？!?,.：:；;～~“”"()（）]',
    '请问?|麻烦|帮我?|一下|吧|呢|吗|啊|的|了|看看?|查|听|讲|来|给|得|里面?|中|以内|内|大概|大约',
    '我们|咱们|我|各个|各|每个|其中|分别|到?目前|到?现在|截至|截止|为止|已经|到底|究竟',
    '多少|几|什么|哪些|啥|些|怎么样|咋样|如何|数字|数据|情况|统计|结果|数量|次数',
    '场次|场|人次|人数|受益|受惠|听众|受众|观众|学员|群众|病人|患者|老人|人|次|回|遍|条|笔|活动|合计|数',
    '期|班|节|报上来|报上|上报|报|办|搞|做|开展|举办|组织|完成|收到?|共|有|都|总|是',
    '分会|老科协|小组|街道|区|县|镇|乡|会|与|跟|和|及',
  ].join('|'),
  'g',
)

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
  const spoken = spanSaid(text, today)
  if (spoken) return spoken
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

const numeral = '[一二两三四五六七八九十]{1,3}|\\d{1,2}'
/** Spans that end today, and months joined by 到; what scanning for dates does not know as one period. */
const spans: readonly (readonly [
  pattern: RegExp,
  read: (m: RegExpExecArray, today: PlainDate) => Period | null,
])[] = [
  [
    new RegExp(`(?:(?:最?近|过去)(${numeral}|半)|这(半))个?(天|日|星期|礼拜|周|月|年)(?:以?来|里|内)?`),
    (m, today) => {
      const said = m[1] ?? m[2]!
      const n = said === '半' ? 0.5 : (smallNumber(said) ?? 0)
      return n > 0 ? { start: backBy(today, n, m[3]!), end: today } : null
    },
  ],
  [
    new RegExp(
      `(?:(今年|去年|\\d{4}年))?(${numeral})月?份?(?:到|至|-|—|~)(${numeral})月份?(?![\\d一二三四五六七八九十])`,
    ),
    (m, today) => {
      const [from, to] = [smallNumber(m[2]!), smallNumber(m[3]!)]
      if (!from || !to || from > to || to > 12) return null
      const [y] = parts(today)
      const year =
        m[1] === undefined || m[1] === '今年' ? y : m[1] === '去年' ? y - 1 : Number(m[1].slice(0, 4))
      return { start: monthPeriod(year, from).start, end: monthPeriod(year, to).end }
    },
  ],
]

function spanSaid(
  text: string,
  today: PlainDate,
): { readonly period: Period; readonly from: number; readonly to: number } | null {
  const asked = text.slice(0, longestAsked)
  for (const [pattern, read] of spans) {
    const m = pattern.exec(asked)
    const period = m && read(m, today)
    if (period) return { period, from: m.index, to: m.index + m[0].length }
  }
  return null
}
/** A question about a period stands at the beginning, and is short. */
const longestAsked = 60

const digitsOf = '一二三四五六七八九'
/** 1…99 in digits or words (两, 十二, 二十一); null for anything else. */
function smallNumber(words: string): number | null {
  if (/^\d+$/.test(words)) return Number(words)
  const m = /^([一二两三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(words.replace('两', '二'))
  if (!m || (m[2] === '' && m[3] !== '')) return null
  const digit = (c: string | undefined): number => (c ? digitsOf.indexOf(c) + 1 : 0)
  return m[2] === '' ? digit(m[1]) : (m[1] === '' ? 1 : digit(m[1])) * 10 + digit(m[3])
}

/** The first day of the last `n` of a unit, today included: 近三个月 on 11-21 is from 08-22 on. */
function backBy(today: PlainDate, n: number, unit: string): PlainDate {
  const days = { 天: 1, 日: 1, 星期: 7, 礼拜: 7, 周: 7 }[unit]
  if (days !== undefined) return addDays(today, 1 - Math.max(1, Math.round(n * days)))
  const months = Math.round(n * (unit === '年' ? 12 : 1))
  const [y, m, d] = parts(today)
  const first = new Date(Date.UTC(y, m - 1 - months, 1))
  const { end } = monthPeriod(first.getUTCFullYear(), first.getUTCMonth() + 1)
  const day = Math.min(d, parts(end)[2])
  return addDays(`${end.slice(0, 8)}${String(day).padStart(2, '0')}`, 1)
}
