import { isHan } from '../text/chars.js'
import type { Token } from '../tokens.js'
import {
  endOf,
  isPicture,
  longestEnd,
  longestLabel,
  loose,
  mayEndLabel,
  nameOf,
  pictures,
  type FieldName,
} from './label-words.js'

export interface Field {
  readonly name: FieldName
  /** Where the label starts, and the value without the marks around it. */
  readonly label: number
  readonly start: number
  readonly end: number
}

interface Found {
  readonly name: FieldName
  readonly label: number
  /** Behind the label and its sign. */
  readonly start: number
}

/** Every label of the text with its value, in order: 单位：…, ★时间★ …, 地点 …, 📍…, 听众|360人, 人数=64. */
export function readFields(text: string, tokens: readonly Token[]): Field[] {
  const found = labels(text)
  const out: Field[] = []
  let t = 0
  let u = 0
  found.forEach((f, k) => {
    const next = found[k + 1]?.label ?? text.length
    // 健康分会 义诊3场: the end of a unit's name is no label
    while (u < tokens.length && tokens[u]!.end <= f.label) u++
    const over = tokens[u]
    if (over?.type === 'unit' && over.start <= f.label && over.end === f.start - 1) return
    while (t < tokens.length && tokens[t]!.start < f.start) t++
    // 🎤讲师团11月战报: a picture in front of a heading
    if (
      (f.name === 'speaker' || f.name === 'topic') &&
      isPicture(text.charCodeAt(f.label)) &&
      tokens[t]?.type === 'unit' &&
      tokens[t]!.start - f.start <= 1
    )
      return
    const field = value(text, tokens, t, f, next)
    if (field) out.push(field)
  })
  return out
}

const isSign = new Uint8Array(0x10000)
for (const c of ':=|/★】] ') isSign[c.charCodeAt(0)] = 1

function labels(text: string): Found[] {
  const out: Found[] = []
  // 单位|…|时间|… and 单位/…/时间/…: signs that part anything are labels' signs only in a row
  const rows = new Map<string, number>()
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (isPicture(c)) {
      const p = pictures.at(text, i)
      if (p) out.push({ name: p.value, label: i, start: p.end })
      continue
    }
    if (isSign[c] === 0 || !mayEndLabel(text, i - 1)) continue
    const sign = text[i]!
    const from = runBefore(text, i)
    const label = text.slice(from, i).replaceAll(' ', '')
    const name = nameOf(cutRemark(label))
    // 11月份：…: a month that stands over what follows
    if (!name || (label.startsWith('月') && /[0-9]/.test(text[from - 1] ?? ''))) continue
    // 去了两所学校：上午…: how many stand over what follows
    if (name === 'place' && soMany.test(text.slice(Math.max(0, i - 10), i))) continue
    const before = from > 0 ? text[from - 1]! : '\n'
    if (sign === '★' && before !== '★') continue
    if ((sign === '】' && before !== '【') || (sign === ']' && before !== '[')) continue
    // 单位 某会|地点 某校: a cell that begins with its label
    const head = lineHead(text, from) || (before === '|' && label.length >= 2)
    if (sign === ' ' && !(head && !startsLabel(text, i + 1))) continue
    if ((sign === '|' || sign === '/') && (label.length < 2 || !'\n|/ ：:'.includes(before))) continue
    if (sign === '|' || sign === '/') rows.set(sign, (rows.get(sign) ?? 0) + 1)
    out.push({ name, label: from, start: i + 1 })
  }
  out.push(...cells(text))
  out.sort((a, b) => a.label - b.label)
  const drawn = new Set(out.filter((f) => isPicture(text.charCodeAt(f.label))).map((f) => f.name))
  return out.filter((f) => {
    // 📌周二 望江 书法比赛: one picture, or the same again and again, labels nothing but a place
    if (isPicture(text.charCodeAt(f.label)) && drawn.size < 2 && !text.startsWith('📍', f.label)) return false
    const sign = text[f.start - 1]!
    return (sign !== '|' && sign !== '/') || (rows.get(sign) ?? 0) >= 3
  })
}

const cell =
  /(?:^|[\n/】\]])(单位|主办|承办|协办|日期|时间|地点|形式|类别|内容|项目|主题|题目|主讲|人数|听众|资料|场次)(?=[^/:=|\s★】]{2,30}(?:\/|\n|$))/g
/** 【登记】日期11.18/形式讲座/主办某会/地点一中/人数120: labels without a sign, in a row parted by slashes. */
function cells(text: string): Found[] {
  if (!text.includes('/')) return []
  const out: Found[] = []
  for (const m of text.matchAll(cell)) {
    const end = m.index + m[0].length
    const name = endOf.get(m[1]!)
    if (name) out.push({ name, label: end - m[1]!.length, start: end })
  }
  return out.length < 3 ? [] : out
}

/** Where the run of Chinese characters (and a short remark in parentheses) that ends at `at` begins. */
function runBefore(text: string, at: number): number {
  let i = at
  if (text[i - 1] === ')') {
    for (let k = i - 2; k > Math.max(0, i - 12); k--)
      if (text[k] === '(') {
        i = k
        break
      }
  }
  while (i > 0 && at - i < 14) {
    const c = text.charCodeAt(i - 1)
    // 时 间: letters spaced out at the head of a line
    if (isHan(c)) i--
    else if (c === 0x20 && i >= 2 && i < at && spacedOut(text, i - 1)) i--
    else break
  }
  // 讲座主题:海洋强国人数:650 has no sign between; the label is what a known end reaches
  return shortest(text, i, at)
}
const soMany = /[0-9一二两三四五六七八九十几](?:个|所|家|座|处)(?!地点|地址|场所)[^0-9,，。;:]{1,5}$/
const spacedOut = (text: string, at: number): boolean => {
  let k = at
  while (k > 0 && text[k] === ' ') k--
  return (
    isHan(text.charCodeAt(k)) &&
    (k === 0 || text[k - 1] === '\n' || text[k - 1] === ' ') &&
    at - k <= 6 &&
    lineHead(text, k)
  )
}
/** In a run longer than a label, or one that begins as a value, the longest known end with what usually leads it. */
function shortest(text: string, from: number, at: number): number {
  if (at - from <= longestLabel && !(from > 0 && ':='.includes(text[from - 1]!))) return from
  for (let l = longestEnd; l > 0; l--) {
    const name = at - l < from ? undefined : endOf.get(text.slice(at - l, at))
    // 今日下基层小结: a heading, not a line of a form
    if (name === undefined || (name === 'void' && l < 3)) continue
    const lead = leads.find((w) => at - l - w.length > from && text.startsWith(w, at - l - w.length))
    return at - l - (lead?.length ?? 0)
  }
  return from
}
const leads =
  '讲座 活动 培训 报告 授课 演讲 宣讲 举办 主办 承办 参加 参与 受众 听课 到会 开课 上课 讲课 会议 义诊 咨询 服务 发放 上报'.split(
    ' ',
  )
const cutRemark = (label: string): string => {
  const open = label.indexOf('(')
  return open > 0 ? label.slice(0, open) : label
}
function lineHead(text: string, at: number): boolean {
  let i = at - 1
  while (i >= 0 && text[i] === ' ') i--
  return i < 0 || text[i] === '\n'
}
/** Heads of a table stand side by side: 单位 活动 场次 人次. */
function startsLabel(text: string, at: number): boolean {
  let end = at
  while (end < text.length && isHan(text.charCodeAt(end)) && end - at <= longestLabel) end++
  return (
    end === at ||
    (end - at <= 6 &&
      nameOf(text.slice(at, end)) !== null &&
      (text[end] === ' ' || text[end] === '\n' || end === text.length))
  )
}

const trimEnd = ' ,;。、/|★【'

function value(text: string, tokens: readonly Token[], at: number, f: Found, next: number): Field | null {
  const line = text.indexOf('\n', f.start)
  const limit = Math.min(next, line < 0 ? text.length : line)
  let { start } = f
  while (start < limit && ' ★】:|='.includes(text[start]!)) start++
  // 🎤主讲 罗文斌: the picture and the word say the same
  const again = labelAt(text, start, limit)
  if (again && nameOf(text.slice(start, again)) === f.name && !holdsUnit(tokens, at, again)) start = again + 1
  let end = valueEnd(text, tokens, at, f.name, start, picture(text, start, limit))
  while (end > start && trimEnd.includes(text[end - 1]!)) end--
  if (end <= start) return null
  // 📚资料2200份: handed out, no title
  if (f.name === 'topic' && handed.test(text.slice(start, end))) return null
  // 讲课：东门小学115人: where and how many, neither who spoke nor of what; 跑了三所学校：东门小学115人
  if (
    (f.name === 'speaker' || f.name === 'topic' || f.name === 'place') &&
    heads.test(text.slice(start, end))
  )
    return null
  const label = text.slice(f.label, f.start - 1)
  const name =
    f.name === 'unit' && loose.has(label) && !holdsUnit(tokens, at, end)
      ? 'kind'
      : // 人员：68名学员 counts, 人员：张三、李四 names
        f.name === 'void' &&
          label.endsWith('人员') &&
          /^(约|近)?([0-9]|[一二三四五六七八九十百千两]{1,6}[余多来]?[人名位个])/.test(
            text.slice(start, start + 9),
          )
        ? 'people'
        : // 🏠教育分会: the picture of a house before a name of ours
          f.name === 'place' &&
            label.charCodeAt(0) >= 0xd83c &&
            tokens[at]?.type === 'unit' &&
            tokens[at].start === start &&
            tokens[at].end === end
          ? 'unit'
          : f.name
  return { name, label: f.label, start, end }
}
const handed =
  /^(资料|手册|折页|图书|书|讲义|宣传|单页)[^,，。;]{0,6}[0-9]+(余|多)?(份|册|本|张|套)(?![\u4e00-\u9fa5])/

const heads = /[\u4e00-\u9fa5][0-9]{1,5}(?:多|余|来)?[人名位](?:次|学生|听众)?$/

/** 📍某院👥接诊103人次, ★地点：某处★观众150人: the next picture or star is the next line of the form. */
function picture(text: string, start: number, limit: number): number {
  for (let i = start + 1; i < limit; i++) {
    const c = text.charCodeAt(i)
    if ((c >= 0xd83c && c <= 0xd83e) || c === 0x2605) return i
  }
  return limit
}
function labelAt(text: string, at: number, limit: number): number | null {
  for (let i = at + 1; i < Math.min(limit, at + 6); i++) if (' :'.includes(text[i]!)) return i
  return null
}
function holdsUnit(tokens: readonly Token[], at: number, end: number): boolean {
  for (let i = at; i < tokens.length && tokens[i]!.start < end; i++)
    if (tokens[i]!.type === 'unit') return true
  return false
}

/** A value ends at ；, |, a space, and at a comma unless it is a title that goes on to the end of the line. */
function valueEnd(
  text: string,
  tokens: readonly Token[],
  at: number,
  name: FieldName,
  start: number,
  limit: number,
): number {
  const numbers = name === 'time' || name === 'people' || name === 'figure'
  for (let i = at; i < tokens.length; i++) {
    const t = tokens[i]!
    if (t.start >= limit) break
    if (t.type !== 'mark' || t.start < start) continue
    if (t.mark === 'semi' || t.mark === 'stop' || t.mark === 'ask') return t.start
    if (t.mark === 'slash' && name !== 'time') return t.start
    if (t.aside || (t.mark !== 'comma' && t.mark !== 'space')) continue
    const figures = figureBehind(tokens, i, limit)
    if (t.mark === 'comma' && (name !== 'topic' || figures)) return t.start
    const signed = tokens[i + 1]?.type === 'unit' && tokens[i + 1]!.end === limit
    if (t.mark === 'space' && !numbers && (name !== 'topic' || figures || signed || limit < text.length))
      return t.start
  }
  return limit
}
function figureBehind(tokens: readonly Token[], at: number, limit: number): boolean {
  for (let i = at; i < tokens.length && tokens[i]!.start < limit; i++)
    if (tokens[i]!.type === 'number' || tokens[i]!.type === 'date') return true
  return false
}
