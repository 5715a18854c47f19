import type { DateMention } from '../dates/mentions.js'
import type { Scan } from '../scan.js'
import { ends, starts } from '../text/affixes.js'
import type { UnitMention } from '../units/units.js'
import { isActive, isPrimary, isSingleDay, sameDays } from './draft.js'
import { itemsOf, lines } from './segment-lines.js'
import { isOfPlace } from './units.js'

/** Sentences `[from, to)` (clauses) and what stands in them: of one sentence, of the labelled lines of a card, or of a whole telling. */
interface Telling {
  readonly from: number
  to: number
  unit: UnitMention | null
  date: DateMention | null
  kind: boolean
  figure: boolean
  card: boolean
}

/** Nobody tells more in one message by sentences; what looks around in a part stays bounded. */
const most = 40

/** A part of the message: clauses `[from, to)`. */
export interface Part {
  readonly from: number
  readonly to: number
}

/**
 * 河西分会5日讲座60人。6日河东分会义诊，来了40人。 — each part that tells everything of an activity, whose, when, what and how many, is
 * read by itself, and so is a card beside a sentence: neither day nor unit of the one wanders to the other. A part begins with a sentence
 * that names whose and when; what names less belongs to the one before. Lists and tables are parted by their lines.
 */
export function toldApart(s: Scan): readonly Part[] {
  const one = { from: 0, to: s.clauses.length }
  if (s.rows.size > 0 || s.units.length < 2 || s.dates.length === 0) return [one]
  let listed: boolean | null = null
  const isList = (): boolean => (listed ??= itemsOf(lines(s, one)).size > 1)
  const opened: Telling[] = []
  for (const t of withCards(s, sentences(s))) {
    const last = opened.at(-1)
    if (last && !(t.unit && t.date)) join(last, t)
    else opened.push(t)
  }
  const parts: Telling[] = []
  for (const t of opened) {
    const last = parts.at(-1)
    const apart =
      last && isTold(last) && isWhole(t) && differs(s, last, t) && (last.card || t.card || !isList())
    if (last && !apart) join(last, t)
    else parts.push(t)
  }
  return parts.length > most || (parts.length > 1 && sumsUp(s, parts.at(-1)!)) ? [one] : parts
}

/** 两次一共140人 behind tellings of 60 and 80: what they are together. */
function sumsUp(s: Scan, last: Telling): boolean {
  let people = 0
  for (const f of s.figures) {
    if (f.counts !== 'people' || f.each || f.part) continue
    if (f.total && f.clause > last.from && f.measure.value === people) return true
    people += f.measure.value
  }
  const { sentence } = s.clauses[last.from]!
  for (let c = last.from + 1; c < last.to; c++) {
    const clause = s.clauses[c]!
    const opens = clause.sentence !== sentence && clause.sentence !== s.clauses[c - 1]!.sentence
    if (opens && together(s.text, clause.start)) return true
  }
  return false
}
const together = starts('以上 上述 两次 两场 两项 三次 三场 几次 几场 合计 总计 共计 一共 总共')

/** 报告团：9.20某校400人 names no kind, 5日某会开了会 no figure; what is behind it lends neither. */
const isTold = (t: Telling): boolean =>
  t.unit !== null && (t.figure ? t.kind || t.date !== null : t.kind && t.date !== null && isSingleDay(t.date))

const isWhole = (t: Telling): boolean => t.unit !== null && t.date !== null && t.kind && t.figure

function differs(s: Scan, a: Telling, b: Telling): boolean {
  const [x, y] = [a.unit!, b.unit!]
  if (x.token.unit !== y.token.unit) return speaksForItself(s, x, y, b)
  return isWhole(a) && !sameDays(a.date!, b.date!)
}

const asGuest = starts('会长 副会长 名誉会长 常务副会长 秘书长 副秘书长 顾问 领导 主席')
const acting = starts('在 于 办 开 搞 组织 举办 请 讲 的 也 又 老科协 送 给 到 去 为')

/** Beside a branch of a profession a bare place is a place, unless its telling begins with it or it acts. */
function speaksForItself(s: Scan, before: UnitMention, unit: UnitMention, t: Telling): boolean {
  const { token } = unit
  if (unit.role === 'affil' && asGuest(s.text, token.end)) return false
  if (!token.bare || before.token.bare || isOfPlace(before.token.unit) || !isOfPlace(token.unit)) return true
  return token.start < t.date!.token.start || acting(s.text, token.end)
}

function join(a: Telling, b: Telling): void {
  a.to = b.to
  a.unit ??= b.unit
  a.date ??= b.date
  a.kind ||= b.kind
  a.figure ||= b.figure
  a.card ||= b.card
}

/** Every sentence with what stands in it. */
function sentences(s: Scan): Telling[] {
  const out: Telling[] = []
  const of: number[] = []
  s.clauses.forEach(({ sentence }, c) => {
    const last = out.at(-1)
    if (last && s.clauses[c - 1]!.sentence === sentence) last.to = c + 1
    else out.push({ from: c, to: c + 1, unit: null, date: null, kind: false, figure: false, card: false })
    of[c] = out.length - 1
  })
  const at = ({ clause }: { readonly clause: number }): Telling => out[of[clause]!]!
  for (const u of s.units)
    if (u.role === 'subject' || u.role === 'host' || u.role === 'affil') at(u).unit ??= u
  for (const d of s.dates) at(d).date ??= d
  for (const k of s.kinds) {
    if (isActive(k)) at(k).kind = true
    // 挂牌: one, whether said or not
    if (k.kind === 'base') at(k).figure = true
  }
  for (const f of s.figures) if (isPrimary(f) || (f.counts === 'helpers' && !f.part)) at(f).figure = true
  for (const clause of taughtIn(s)) at({ clause }).kind = true
  for (const t of out) t.kind ||= t.unit !== null && speaks(s.text, t.unit.token.start)
  return out
}

/** 《黑洞照片怎么拍》 一中 430人, 主讲…: clauses in which something was taught, whatever it is called. */
function taughtIn(s: Scan): number[] {
  const out: number[] = []
  let f = 0
  s.clauses.forEach(({ from, to, end }, c) => {
    let taught = false
    for (let k = from; k < to; k++) taught ||= s.tokens[k]!.type === 'title'
    for (; f < s.fields.length && s.fields[f]!.label < end; f++)
      taught ||= s.fields[f]!.name === 'topic' || s.fields[f]!.name === 'speaker'
    if (taught) out.push(c)
  })
  return out
}

/** 我是望江老杨: another takes the word. */
const speaks = ends('我是 我们 咱们 这里是 这边是 俺们 俺是')

/** The labelled lines of a card taken together; one that tells everything ends where another unit is named. */
function withCards(s: Scan, all: readonly Telling[]): readonly Telling[] {
  const fields = s.fields.filter((f) => f.name !== 'void')
  if (fields.length < 3) return all
  const [start, end] = [fields[0]!.label, fields.at(-1)!.start + 1]
  const out: Telling[] = []
  for (const t of all) {
    const last = out.at(-1)
    t.card = s.clauses[t.from]!.start < end && s.clauses[t.to - 1]!.end > start
    // 登记：水利专委会。日期：…: the unit alone, right over its labels
    if (last && !last.card && t.card && last.unit && !t.unit && !last.kind && !last.figure && !last.date) {
      last.card = true
      join(last, t)
      continue
    }
    if (last?.card && t.card && !(isWhole(last) && t.unit && t.unit.token.unit !== last.unit!.token.unit))
      join(last, t)
    else out.push(t)
  }
  return out
}
