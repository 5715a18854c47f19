import { isHan } from './text/chars.js'
import { ends, starts } from './text/affixes.js'
import type { LocalTime } from '../core/org.js'
import { scanDates, type DateFind } from './dates/dates.js'
import type { Gazetteer } from './units/gazetteer.js'
import { lexicon, type Entry, type Tag } from './words/lexicon.js'
import { measureWords, type Dimension } from './words/measures.js'
import type { Normalized } from './text/normalize.js'
import { paperInShort } from './numbers/in-short.js'
import { scanNumbers, type NumberFind } from './numbers/numbers.js'
import { put } from './token-put.js'
import type { Found } from './text/trie.js'
import { dayBeginnings, saidDay } from './dates/said-days.js'
import { dayInAName, weekBefore } from './dates/in-a-name.js'
import { bareDays, shortDate } from './dates/short-dates.js'
import { opensLine } from './units/item.js'

/** Offsets are into the normalized text. `aside`: inside parentheses. */
interface At {
  readonly start: number
  readonly end: number
  readonly aside: boolean
}
export interface UnitToken extends At {
  readonly type: 'unit'
  readonly unit: string
  readonly bare: boolean
}
export interface DateToken extends At {
  readonly type: 'date'
  readonly date: DateFind
}
/** `end` is behind the classifier; `num.end` before it. */
export interface NumberToken extends At {
  readonly type: 'number'
  readonly num: NumberFind
  readonly dimension: Dimension | null
}
export interface WordToken extends At {
  readonly type: 'word'
  readonly word: Entry
}
/** 《…》 or “…”: nothing inside is read but as a title. */
export interface TitleToken extends At {
  readonly type: 'title'
  readonly book: boolean
}
export type Mark =
  'line' | 'stop' | 'ask' | 'semi' | 'comma' | 'pause' | 'colon' | 'space' | 'slash' | 'open' | 'close'
export interface MarkToken extends At {
  readonly type: 'mark'
  readonly mark: Mark
}
export type Token = UnitToken | DateToken | NumberToken | WordToken | TitleToken | MarkToken

const marks: ReadonlyMap<number, Mark> = new Map(
  (
    [
      ['\n', 'line'],
      ['。!…', 'stop'],
      ['?', 'ask'],
      [';', 'semi'],
      [',', 'comma'],
      ['、', 'pause'],
      [':', 'colon'],
      [' ', 'space'],
      ['/|｜', 'slash'],
      ['(〔[【', 'open'],
      [')〕]】', 'close'],
    ] as const
  ).flatMap(([chars, mark]) => Array.from(chars, (c) => [c.charCodeAt(0), mark] as const)),
)
const closers: ReadonlyMap<number, string> = new Map(
  ['《》', '“”', '「」', '『』', '""', '‘’', '〈〉', "''"].map((p) => [p.charCodeAt(0), p[1]!]),
)
/** A title longer than this is no title but a lost quotation mark. */
const longestTitle = 90

/** Whether a word does that; looked for by hand, because most words do one thing and this is asked most often of all. */
export function has(t: Token | undefined, tag: Tag): boolean {
  if (t === undefined || t.type !== 'word') return false
  const { tags } = t.word
  for (let i = 0; i < tags.length; i++) if (tags[i] === tag) return true
  return false
}

function titleEnd(text: string, at: number, closer: string): number {
  const limit = Math.min(text.length, at + longestTitle)
  for (let i = at + 1; i < limit; i++) if (text[i] === closer) return i + 1
  return -1
}

/** A unit behind 7.5 makes it a quantity; 8.3讲座 has none. */
function counts(text: string, at: number): boolean {
  const from = text[at] === ' ' ? at + 1 : at
  if (from < text.length && '万亿千百%'.includes(text[from]!)) return true
  if (from > at) return false
  const unit = measureWords.at(text, from)
  return unit !== undefined && (lexicon().at(text, from)?.end ?? 0) <= unit.end
}

/** A quotation with sentences of its own, as somebody's words are passed on; a title has none. */
function isSpeech(text: string, from: number, to: number): boolean {
  if (to - from < 24) return false
  for (let i = from; i < to; i++) if (text[i] === ',' || text[i] === '。') return true
  return false
}

/** “4期218人”应为“5期281人”: what was written, not a title. */
const isMended = (text: string, from: number, to: number): boolean =>
  mends(text, to) || mendsBefore(text, from)
const mends = starts('应为 应是 应该为 应该是 改为 更正为 改成')
const mendsBefore = ends('应为 应是 应该为 应该是 改为 更正为 改成')

const personFollows = starts('家长 家属 班主任')

const namesPeople = (text: string, at: number): boolean =>
  lexicon().at(text, at)?.value.tags.includes('audience') === true

/** The measure word behind a number; in 场次：5 人数：250 the next label is none. */
function measured(text: string, at: number): ReturnType<typeof apart> {
  // 孩子52家长38: the next noun begins with what could be a measure
  if (personFollows(text, at)) return undefined
  const found = measureWords.at(text, at) ?? apart(text, at)
  // 一百来号工友: so many of those named behind
  if (found?.end === at + 1 && text[at] === '号' && namesPeople(text, at + 1))
    return { value: 'people', end: found.end }
  // 一条路灯的建议: of a lamp, not of a road
  if (
    found &&
    text.startsWith('条路', at) &&
    found.end === at + 2 &&
    '灯口况面障'.includes(text[at + 2] ?? '-')
  )
    return { value: 'document', end: at + 1 }
  return found && text[found.end] === ':' && text.slice(found.end - 2, found.end) === '人数'
    ? undefined
    : found
}

/** 12 条, 300 人 at the end of a cell: a space in front of the unit. */
function apart(text: string, at: number): Found<Dimension> | undefined {
  const unit = text[at] === ' ' ? measureWords.at(text, at + 1) : undefined
  // 讲座3 人次560: the unit is the next number's
  const next = text.charCodeAt(unit?.end ?? 0)
  return unit && !isHan(next) && !(next >= 0x30 && next <= 0x39) ? unit : undefined
}

/** First characters of 昨, 今天, 全年: the rest need not be asked. */
const mayBeDay = new Uint8Array(0x10000)
for (const w of dayBeginnings) mayBeDay[w.charCodeAt(0)] = 1

/** One pass, left to right: units, then dates, numbers, titles, words, marks; what is none of these is passed over. */
export function tokenize(n: Normalized, units: Gazetteer, sentAt: LocalTime): Token[] {
  const { text } = n
  const words = lexicon()
  const dates = scanDates(n, sentAt)
  const numbers = scanNumbers(n)
  const tokens: Token[] = []
  const tells = (at: number): boolean =>
    units.forms.at(text, at) !== undefined || (words.at(text, at)?.value.kind ?? null) !== null
  let d = 0
  let m = 0
  let depth = 0
  let year: number | null = null
  let dated = 0
  let i = 0
  while (i < text.length) {
    const c = text.charCodeAt(i)
    while (d < dates.length && dates[d]!.start < i) d++
    while (m < numbers.length && numbers[m]!.start < i) m++
    const aside = depth > 0
    const unit = units.forms.at(text, i)
    if (unit && !(unit.value.item && !opensLine(text, i, unit.end))) {
      const named = put(tokens, 'unit', i, unit.end, aside)
      named.unit = unit.value.unit
      named.bare = unit.value.bare
      i = unit.end
      continue
    }
    // 农牧分会6月25日…。医护分会同一天…: the day told last
    if (c === 0x540c) {
      const last = /^同(一天|日|天)/.exec(text.slice(i, i + 3))
      const day = last && tokens.findLast((t): t is DateToken => t.type === 'date')
      if (last && day && day.date.from === day.date.to) {
        const end = i + last[0].length
        put(tokens, 'date', i, end, aside).date = { ...day.date, start: i, end }
        i = end
        continue
      }
    }
    // 场次:3 日期:…: the next label
    const known =
      dates[d]?.start === i && !(text[dates[d]!.end] === '期' && text[dates[d]!.end - 1] === '日')
        ? dates[d]!
        : undefined
    const said =
      known === undefined && mayBeDay[c] === 1
        ? saidDay(text, i, tokens.at(-1)?.end === i, dated === 0, dates.length === 0, year, sentAt, tells)
        : null
    if (said) {
      dated++
      put(tokens, 'date', i, said.end, aside).date = said.date
      i = said.end
      continue
    }
    const short =
      c >= 0x30 && c <= 0x39
        ? shortDate(text, i, tokens.at(-1)?.end === i && tokens.at(-1)!.type !== 'number', year, sentAt.day)
        : null
    if (short && short.end > (known?.end ?? i) && !counts(text, short.end)) {
      dated++
      put(tokens, 'date', i, short.end, aside).date = short.date
      i = short.end
      continue
    }
    // 上周二道梁矿分会…: the name begins with what would be the weekday
    const week = known && weekBefore(text, known, (at) => units.forms.at(text, at)?.end ?? 0)
    if (week) {
      dated++
      put(tokens, 'date', i, week.end, aside).date = week
      i = week.end
      continue
    }
    // 周一鸣主讲, 薛明天医生: of a name
    if (known && dayInAName(text, i, known.end)) {
      i = known.end
      continue
    }
    if (known) {
      const date = known.kind === 'month' ? (bareDays(text, known) ?? known) : known
      dated++
      if (date.kind === 'year' && date.explicitYear) year = Number(date.from.slice(0, 4))
      put(tokens, 'date', i, date.end, aside).date = date
      i = Math.max(date.end, i + 1)
      continue
    }
    if (numbers[m]?.start === i) {
      const num = numbers[m]!
      const found = num.role === 'clock' ? undefined : measured(text, num.end)
      // 南湾2双桥1: the name begins with what could be a measure
      const name = found && units.forms.at(text, num.end)
      const unitFound = name && name.end > found.end ? undefined : found
      const end = unitFound?.end ?? num.end
      const number = put(tokens, 'number', i, end, aside)
      number.num = num
      number.dimension = unitFound?.value ?? (paperInShort(text, i, num.end) ? 'document' : null)
      i = Math.max(end, i + 1)
      continue
    }
    const closer = isHan(c) ? undefined : closers.get(c)
    const closed = closer === undefined ? -1 : titleEnd(text, i, closer)
    if (closed > 0 && !(c !== 0x300a && (isSpeech(text, i, closed) || isMended(text, i, closed)))) {
      // “三下乡” and “义诊” in quotes are the words themselves
      const inner = words.at(text, i + 1)
      // “医药分会”: a name of ours
      const own = units.forms.at(text, i + 1)
      if (c !== 0x300a && own?.end === closed - 1 && !own.value.bare)
        put(tokens, 'unit', i + 1, own.end, aside).unit = own.value.unit
      else if (inner?.end === closed - 1 && inner.value.kind && c !== 0x300a)
        put(tokens, 'word', i + 1, closed - 1, aside).word = inner.value
      else put(tokens, 'title', i, closed, aside).book = c === 0x300a
      i = closed
      continue
    }
    const mark = isHan(c) ? undefined : marks.get(c)
    if (mark !== undefined) {
      if (mark === 'close' && depth > 0) depth--
      if (mark === 'line') depth = 0
      put(tokens, 'mark', i, i + 1, depth > 0).mark = mark
      if (mark === 'open') depth++
      i++
      continue
    }
    const word = words.at(text, i)
    // 分会前天…: a day begins inside 会前
    const day = dates[d]
    // 咱校老科协, 来的有望江的40人: the name begins inside 咱校, 有望
    if (
      word &&
      word.end - i === 2 &&
      (word.value.tags.includes('we') || word.value.tags.includes('future')) &&
      units.forms.at(text, i + 1)
    ) {
      i++
      continue
    }
    // 被市报刊用: 报 is of the paper's name
    if (word && word.end - i === 2 && text.startsWith('报刊', i) && '登用载'.includes(text[i + 2] ?? ' ')) {
      i++
      continue
    }
    if (word && !(day && day.start < word.end && day.end > word.end && word.value.kind === null)) {
      put(tokens, 'word', i, word.end, aside).word = word.value
      i = word.end
      continue
    }
    i++
  }
  return tokens
}
