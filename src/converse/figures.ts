import { parts, type Period, type PlainDate } from '../core/day.js'
import { countsDocuments, kindName, type Kind } from '../core/kinds.js'
import type { Measure } from '../core/measure.js'
import type { MeasureName, Measures } from '../core/report.js'
import { eachTime } from '../ledger/made.js'

/** Approximators as they stand before a figure, and what is printed for them. */
const fronts = [
  ['将近', '近'],
  ['接近', '近'],
  ['近', '近'],
  ['小', '近'],
  ['超过', '超'],
  ['超', '超'],
  ['逾', '逾'],
  ['大约', '约'],
  ['大概', '约'],
  ['约', '约'],
  ['差不多', '约'],
  ['上', '约'],
] as const
/** … and after it. */
const backs = [
  ['以上', '以上'],
  ['左右', '左右'],
  ['上下', '上下'],
  ['余', '余'],
  ['多', '多'],
  ['来', '来'],
  ['几', '几'],
  ['把', '多'],
] as const

/** A figure with its approximator, in Arabic digits: 一百五十多 → 150多, 近三百 → 近300, 一百二三十 → 120至130. */
export function shown(m: Measure): string {
  if (m.qualifier === 'exact') return String(m.value)
  const front = fronts.find(([w]) => m.words.startsWith(w))?.[1]
  const back = backs.find(([w]) => m.words.endsWith(w) || m.words.includes(w))?.[1]
  const figure = m.qualifier === 'range' && m.high !== undefined ? `${m.value}至${m.high}` : String(m.value)
  if (front === undefined && back === undefined)
    return m.qualifier === 'range'
      ? figure
      : `${m.qualifier === 'over' ? '超' : m.qualifier === 'near' ? '近' : '约'}${figure}`
  return `${front ?? ''}${figure}${back !== undefined && m.qualifier !== 'range' ? back : ''}`
}

/** What the people of a kind are called, and how one asks for them. */
const audiences: Partial<Record<Kind, readonly [called: string, question: string]>> = {
  lecture: ['听众', '大约多少人听'],
  training: ['学员', '大约多少人参加'],
  clinic: ['受众', '大约看了多少人'],
  consultation: ['受众', '大约多少人'],
  counselling: ['受众', '大约多少人'],
  culture: ['参加', '大约多少人参加'],
  meeting: ['参加', '大约多少人参加'],
}
export const audienceOf = (kind: Kind): string => audiences[kind]?.[0] ?? '受众'
export const audienceQuestion = (kind: Kind): string => audiences[kind]?.[1] ?? '大约多少人'

/** What documents of a kind are counted in. */
const counters: Partial<Record<Kind, readonly [unit: string, adopted: string]>> = {
  research: ['篇', '批示'],
  proposal: ['条', '采纳'],
  article: ['篇', '采用'],
  base: ['个', '认定'],
  enterprise: ['家企业', '采纳'],
}
export const counterOf = (kind: Kind): string => counters[kind]?.[0] ?? '个'

/** What was done, how often: 「讲座1场」「稿件5篇 采用2篇」「助企1次 4家企业」; 未报 stays unsaid. */
export function doneText(kind: Kind, m: Measures): string {
  const [unit, adopted] = counters[kind] ?? ['个', '采用']
  if (countsDocuments(kind)) {
    return [
      `${kindName(kind)}${m.count ? `${shown(m.count)}${unit}` : ''}`,
      ...(m.adopted ? [`${adopted}${shown(m.adopted)}${unit}`] : []),
    ].join(' ')
  }
  const sessions = m.sessions ? `${shown(m.sessions)}${kind === 'enterprise' ? '次' : '场'}` : ''
  return [`${kindName(kind)}${sessions}`, ...(m.count ? [`${shown(m.count)}${unit}`] : [])].join(' ')
}

/** 「近300人次」, of four sessions with as many each 「280人次（4×70）」; '' where none is told. */
export function peopleText(m: Measures): string {
  if (!m.attendance) return ''
  const each = eachTime(m)
  return `${shown(m.attendance)}人次${each === null ? '' : `（${each}）`}`
}

/** The other figures in the order they are said: 「近300人次」「资料500份」… */
export function figureTexts(m: Measures): string[] {
  return [
    ...(m.attendance ? [peopleText(m)] : []),
    ...(m.online ? [`线上${shown(m.online)}人次`] : []),
    ...(m.materials ? [`资料${shown(m.materials)}份`] : []),
    ...(m.helpers ? [`专家${shown(m.helpers)}人`] : []),
    ...(m.medicine ? [`药品${shown(m.medicine)}元`] : []),
    ...(m.hours ? [`${shown(m.hours)}小时`] : []),
  ]
}

/** 2026-11-20 → 11月20日; with the year where it is not the one of `today`. */
export function dayText(day: PlainDate, today: PlainDate): string {
  const [y, m, d] = parts(day)
  return `${y === parts(today)[0] ? '' : `${y}年`}${m}月${d}日`
}

/** A period as it is said: 11月20日, 10月18日至19日, 10月, 一季度, 上半年, 2019年. */
export function periodText({ start, end }: Period, today: PlainDate): string {
  if (start === end) return dayText(start, today)
  const [y1, m1, d1] = parts(start)
  const [y2, m2, d2] = parts(end)
  const year = y1 === parts(today)[0] ? '' : `${y1}年`
  const named = y1 === y2 ? wholeNames(m1, d1, m2, d2, y2) : null
  if (named === '') return `${y1}年`
  if (named !== null) return `${year}${named}`
  if (y1 === y2 && m1 === m2) return `${year}${m1}月${d1}日至${d2}日`
  return `${dayText(start, today)}至${y1 === y2 ? `${m2}月${d2}日` : dayText(end, today)}`
}

/** 10月, 一季度, 上半年, '' for a whole year; null where the days are no such whole. */
function wholeNames(m1: number, d1: number, m2: number, d2: number, year: number): string | null {
  const last = new Date(Date.UTC(year, m2, 0)).getUTCDate()
  if (d1 !== 1 || d2 !== last) return null
  if (m1 === m2) return `${m1}月`
  if (m1 === 1 && m2 === 12) return ''
  if (m1 === 1 && m2 === 6) return '上半年'
  if (m1 === 7 && m2 === 12) return '下半年'
  if (m2 - m1 === 2 && m1 % 3 === 1) return `${'一二三四'[(m1 - 1) / 3]}季度`
  return `${m1}至${m2}月`
}

/** The figures of which 「350是人数还是资料份数」 asks, in the order in which it names them. */
export const askedFields = (m: Measures): readonly MeasureName[] =>
  (['attendance', 'materials', 'count', 'adopted', 'sessions'] as const).filter((n) => m[n])
