import { pattern } from './text/pattern.js'
import { addDays, weekOf, type PlainDate } from '../core/day.js'
import type { LocalTime } from '../core/org.js'
import { ends, starts } from './text/affixes.js'
import { bareHeads } from './form/bare-heads.js'
import { clauses, type Clause } from './form/clauses.js'
import { corrected } from './figures/corrections.js'
import { anothers } from './units/anothers.js'
import { readFigures, type Figure } from './figures/figures.js'
import type { Gazetteer } from './units/gazetteer.js'
import { readFields, type Field } from './form/labels.js'
import type { KindMention } from './mentions/mention.js'
import { kindMentions } from './mentions/mentions.js'
import { withoutListMarks } from './form/list-marks.js'
import { normalize, type Normalized } from './text/normalize.js'
import { barred, readTable, type Table } from './form/tables.js'
import { kindWords } from './words/kinds.js'
import { tokenize, type DateToken, type Token } from './tokens.js'
import { notOfIt } from './no-day.js'
import { unitMentions, type UnitMention } from './units/units.js'

/** Everything found in a message before it is decided what belongs together. Offsets are into `text`. */
export interface Scan {
  readonly n: Normalized
  readonly text: string
  readonly sentAt: LocalTime
  /** Name of the association itself. */
  readonly root: string | null
  readonly tokens: readonly Token[]
  readonly clauses: readonly Clause[]
  readonly units: readonly UnitMention[]
  readonly kinds: readonly KindMention[]
  readonly figures: readonly Figure[]
  readonly dates: readonly DateMention[]
  readonly fields: readonly Field[]
  /** Lines that a list mark stood in front of. */
  readonly marks: ReadonlySet<number>
  /** Offsets where rows of a table begin. */
  readonly rows: ReadonlySet<number>
}

export interface DateMention {
  readonly token: DateToken
  readonly at: number
  readonly clause: number
}

/** Values in which no kind, figure, unit or date is looked for: a title may hold anything. */
const sealed: ReadonlySet<Field['name']> = new Set(['topic', 'speaker', 'void', 'place'])

export function scan(typed: string, units: Gazetteer, sentAt: LocalTime): Scan {
  const typedAs = normalize(typed)
  const text = withoutListMarks(barred(apartShares(typedAs.text)))
  const n: Normalized = { typed, text, span: (start, end) => typedAs.span(start, end) }
  const tokens = tokenize(n, units, sentAt)
  const cs = clauses(tokens, text)
  const table = readTable(n, tokens, cs)
  const fields = datedPapers(text, withCells(text, readFields(text, tokens), table))
  const open = opening(text, fields)
  const figures = allFigures(n, tokens, cs, table, fields).filter((f) => open(f.start))
  const wrong = corrected({ text, tokens, figures })
  return {
    n,
    text,
    sentAt,
    root: units.root,
    tokens,
    clauses: cs,
    fields,
    rows: table.rows,
    marks: markedLines(typedAs.text, text),
    units: unitMentions(text, tokens, cs, units, fields).filter(
      (u) => open(u.token.start) && !anothers(text, tokens, u.at),
    ),
    kinds: allKinds(text, tokens, cs, fields, table, open),
    figures: wrong.figures.size > 0 ? figures.filter((f) => !wrong.figures.has(f)) : figures,
    dates: dateMentions(text, tokens, cs).filter((m) => open(m.token.start) && !wrong.dates.has(m.token)),
  }
}

/** 讲座6/780人: sessions and people, no share of eight hundred. */
function apartShares(text: string): string {
  let out = ''
  let from = 0
  for (let i = text.indexOf('/'); i >= 0; i = text.indexOf('/', i + 1)) {
    if (!isDigit(text[i - 1]) || !isDigit(text[i + 1])) continue
    let end = i + 1
    while (isDigit(text[end]) && end - i < 8) end++
    let start = i
    while (isDigit(text[start - 1]) && i - start < 6) start--
    if (
      !/^[余多]?[人名]/.test(text.slice(end, end + 2)) ||
      isDigit(text[start - 1]) ||
      text[start - 1] === '/'
    )
      continue
    out += text.slice(from, i) + '|'
    from = i + 1
  }
  return out + text.slice(from)
}
const isDigit = (c: string | undefined): boolean => c !== undefined && c >= '0' && c <= '9'

/** 备注：发放讲义112份: what was handed out besides. */
const remark = (text: string, f: Field): boolean =>
  f.name === 'void' &&
  text.startsWith('备注', f.label) &&
  /发放|赠送|发了|印发/.test(text.slice(f.start, Math.min(f.end, f.start + 20)))

/** Whether an offset lies outside every sealed value; the values are in order. */
function opening(text: string, fields: readonly Field[]): (at: number) => boolean {
  const shut = fields.filter((f) => sealed.has(f.name) && !remark(text, f))
  if (shut.length === 0) return () => true
  return (at) => {
    let lo = 0
    let hi = shut.length
    while (lo < hi) {
      const mid = (lo + hi) >> 1
      if (shut[mid]!.end <= at) lo = mid + 1
      else hi = mid
    }
    return lo === shut.length || at < shut[lo]!.start
  }
}

/** Labels of the text and cells of a table, in order; a table's own lines have no labels. */
function withCells(text: string, fields: readonly Field[], table: Table): readonly Field[] {
  if (table.rows.size === 0) return fields
  const own = fields.filter((f) => {
    let start = f.label
    while (start > 0 && text[start - 1] !== '\n') start--
    return start !== table.head && !table.rows.has(start)
  })
  return [...own, ...table.fields].sort((a, b) => a.start - b.start)
}

function allFigures(
  n: Normalized,
  tokens: readonly Token[],
  cs: readonly Clause[],
  table: Table,
  fields: readonly Field[],
): readonly Figure[] {
  const said = readFigures(n, tokens, cs)
  if (table.figures.length > 0) {
    const cells = new Set(table.figures.map((f) => f.at))
    const outside = said.filter((f) => !cells.has(f.at))
    said.length = 0
    said.push(...outside, ...table.figures)
  }
  const bare = bareHeads(n, tokens, cs, said, fields)
  return bare.length + table.figures.length > 0 ? [...said, ...bare].sort((a, b) => a.start - b.start) : said
}

function allKinds(
  text: string,
  tokens: readonly Token[],
  cs: readonly Clause[],
  fields: readonly Field[],
  table: Table,
  open: (at: number) => boolean,
): readonly KindMention[] {
  const headEnd = table.head < 0 ? -1 : text.indexOf('\n', table.head)
  const said = kindMentions(text, tokens, cs).filter(
    (k) => open(k.start) && !(k.start >= table.head && k.start < headEnd),
  )
  const labelled = labelledKinds(text, fields, tokens, cs)
  return labelled.length + table.kinds.length === 0
    ? said
    : [...said, ...table.kinds, ...labelled].sort((a, b) => a.start - b.start)
}

const labelsBase = pattern(/^[^:]{0,6}(基地|工作站|服务站|小院|示范[点户村园])/)
const labelsLecture = pattern(/^(讲|演讲|报告|宣讲|授课|主讲)/)
/** 讲座题目：…, 主讲：… say by the label what it was, where nothing else does. */
function labelledKinds(
  text: string,
  fields: readonly Field[],
  tokens: readonly Token[],
  cs: readonly Clause[],
): readonly KindMention[] {
  const out: KindMention[] = []
  let at = 0
  let clause = 0
  for (const f of fields) {
    if (f.name === 'void') continue
    const base = labelsBase(text, f.label, f.start)
    const label = text.slice(f.label, f.start)
    if (base || (f.name === 'topic' && /^(活动)?(主题|名称|题目|标题)/.test(label))) {
      const named = base ? { kind: 'base' as const, start: f.label, end: f.label + 2 } : headNoun(text, f)
      if (named && !(named.kind === 'base' && !base)) {
        while (at + 1 < tokens.length && tokens[at]!.end <= f.label) at++
        while (clause + 1 < cs.length && cs[clause]!.end <= f.label) clause++
        out.push({
          ...named,
          weight: base ? 'head' : 'deed',
          strength: base ? 3 : 1,
          at,
          clause,
          aside: false,
        })
      }
      continue
    }
    const lecture = labelsLecture(text, f.label, f.start) || (f.name === 'speaker' && !/[医专]/.test(label))
    if (!lecture && !label.startsWith('培训')) continue
    while (at + 1 < tokens.length && tokens[at]!.end <= f.label) at++
    while (clause + 1 < cs.length && cs[clause]!.end <= f.label) clause++
    const kind = lecture ? 'lecture' : 'training'
    out.push({
      kind,
      weight: 'deed',
      strength: 1,
      start: f.label,
      end: f.label + 2,
      at,
      clause,
      aside: false,
    })
  }
  return out
}

/** 活动主题：“寻找身边的化石”科普研学: what the line names ends in its kind. */
function headNoun(text: string, f: Field): { kind: KindMention['kind']; start: number; end: number } | null {
  for (let l = 6; l >= 2; l--) {
    const start = f.end - l
    const row = start >= f.start ? kindWords.get(text.slice(start, f.end)) : undefined
    if (row) return { kind: row.kind, start, end: f.end }
  }
  return null
}

const papers = /建议|提案|调研|报告|论文|稿|信息/
/** 报送时间 on a form about a paper is its day; on others only the day the form was filled in. */
function datedPapers(text: string, fields: readonly Field[]): readonly Field[] {
  if (!fields.some((f) => f.name === 'void') || fields.some((f) => f.name === 'time')) return fields
  if (
    !fields.some((f) => f.name === 'kind' && papers.test(text.slice(f.start, Math.min(f.end, f.start + 12))))
  )
    return fields
  return fields.map((f) =>
    f.name === 'void' && /^(报送|上报|提交|投稿|发表|刊发)(时间|日期)/.test(text.slice(f.label, f.start))
      ? { ...f, name: 'time' as const }
      : f,
  )
}

/** 我今年七十三: an age, not a year. */
const isAge = (tokens: readonly Token[], at: number): boolean => {
  const t = tokens[at]!
  const next = tokens[at + 1]
  return (
    t.type === 'date' &&
    t.date.kind === 'year' &&
    next?.type === 'number' &&
    next.start === t.end &&
    next.num.value >= 40 &&
    next.num.value <= 110 &&
    (next.dimension === null || next.dimension === 'other')
  )
}

/** 义诊17次，3月那次没登记人数: one of those told of already. */
const thatOne = starts('那次 那场 那回 那期 那一次 那一场')
const partOfIt = ends('含 包括 包含 年前的')
/** 各项指标好于上年 */
const compared = ends('好于 高于 低于 多于 少于 优于 大于 超过 较 比 同比')
/** 结合食品安全周、防灾减灾日等节点: named as occasions. */
const oneOfOccasions = /^(、[^,，。;、]{2,12}){0,4}等(重要|重大)?(时间)?(节点|节日|纪念日|主题日|契机|时段)/
/** 腊月的小村庄: the time of the year, no day. */
const moonMonth = (text: string, t: DateToken): boolean =>
  text[t.end] === '的' && /^(腊月|正月|冬月)$/.test(text.slice(t.start, t.end))

/** 上周进校情况：周一…；周三…: the days of the week that was named, from the day it was named for. */
function inWeek(text: string, token: DateToken, first: PlainDate): DateToken {
  const day = /^(?:周|星期|礼拜)([一二三四五六日天])$/.exec(
    text.slice(token.start, Math.min(token.end, token.start + 4)),
  )
  if (!day || token.date.from !== token.date.to) return token
  const nth = '一二三四五六日天'.indexOf(day[1]!)
  const on = addDays(weekOf(first).start, nth > 6 ? 6 : nth)
  if (on < first) return token
  return { ...token, date: { ...token.date, from: on, to: on } }
}

function dateMentions(text: string, tokens: readonly Token[], cs: readonly Clause[]): DateMention[] {
  let week: PlainDate | null = null
  const out: DateMention[] = []
  let clause = 0
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!
    // 共5场，含昨天那场: only one of them
    if (
      token.type !== 'date' ||
      isAge(tokens, at) ||
      partOfIt(text, token.start) ||
      (out.length > 0 && thatOne(text, token.end)) ||
      (token.date.kind === 'festival' &&
        (notOfIt(text, token.start) || oneOfOccasions.test(text.slice(token.end, token.end + 60)))) ||
      compared(text, token.start) ||
      moonMonth(text, token)
    )
      continue
    while (clause + 1 < cs.length && cs[clause]!.to <= at) clause++
    if (token.date.kind === 'week') week = token.date.from
    const mine = week === null ? token : inWeek(text, token, week)
    out.push({ token: mine, at, clause })
    // 上周二…，周四…: the Thursday of that week
    if (lastWeek(text, token.start, token.start + 4)) week = token.date.from
  }
  return out
}
const lastWeek = pattern(/^上上?个?[周星礼]/)

/** Numbers of the lines whose beginning held a list mark. */
function markedLines(before: string, after: string): ReadonlySet<number> {
  const out = new Set<number>()
  if (before === after) return out
  let line = 0
  for (let i = 0; i < after.length; i++) {
    if (before[i] !== after[i]) out.add(after[i] === '\n' ? line + 1 : line)
    if (after[i] === '\n') line++
  }
  return out
}
