import type { Kind } from '../../core/kinds.js'
import type { Clause } from './clauses.js'
import type { Counts, Figure } from '../figures/figures.js'
import { kindWords } from '../words/kinds.js'
import type { FieldName } from './label-words.js'
import type { Field } from './labels.js'
import type { KindMention } from '../mentions/mention.js'
import type { Normalized } from '../text/normalize.js'
import type { Token } from '../tokens.js'

/** What the rows of a table give: cells as labelled values, numbers as figures, kinds named by their column. */
export interface Table {
  readonly fields: readonly Field[]
  readonly figures: readonly Figure[]
  readonly kinds: readonly KindMention[]
  /** Offsets where the rows begin, and the head's: neither is prose. */
  readonly rows: ReadonlySet<number>
  readonly head: number
}

type Column =
  | { readonly is: 'field'; readonly name: FieldName }
  | { readonly is: 'count'; readonly counts: Counts; readonly kind: Kind | null }
  | { readonly is: 'other' }

const counts: ReadonlyMap<string, Counts> = new Map(
  (
    [
      ['sessions', '场次 场数 次数 期数 节数 场 次 班次 期 场/期'],
      [
        'people',
        '人次 人数 受众 听众 人 参训 观众 受益 到会 接待 接待人数 服务人数 受众人次 服务 学员 参加人数 参与人数 听课人数 听众人数 到会人数 受众人数 受益人数',
      ],
      ['materials', '资料 份数 发资料 发放资料 宣传资料 资料数'],
      ['documents', '篇数 件数 条数 数量'],
      ['adopted', '采用 采纳 录用 批示 采用数 采纳数 刊用'],
    ] as const
  ).flatMap(([c, words]) => words.split(' ').map((w) => [w, c] as const)),
)
/** What a column's head may end with behind its kind. */
const ends = ['场次', '场数', '期数', '次数', '班次', '人次', '人数', '数量', '篇数', '条数']
const fields: ReadonlyMap<string, FieldName> = new Map(
  (
    [
      ['unit', '单位 分会 县区 区县 名称 单位名称 报送单位 分会名称 部门 填报单位 市州 地区'],
      ['time', '日期 时间 月份 活动时间'],
      ['place', '地点 地址 学校 活动地点'],
      ['topic', '题目 主题 讲题 课题 讲座题目 课程'],
      ['speaker', '主讲 主讲人 讲师 姓名 报告人 授课人'],
      ['kind', '活动 项目 内容 类别 类型 活动内容 形式 活动类型 活动名称 活动项目'],
      ['void', '序号 备注 编号 电话'],
    ] as const
  ).flatMap(([f, words]) => words.split(' ').map((w) => [w, f] as const)),
)

interface Range {
  readonly start: number
  readonly end: number
}

const none: Table = { fields: [], figures: [], kinds: [], rows: new Set(), head: -1 }
const separators = [' ', '|', ',', '~', '、', '/']

/** Reads the first table of the text: a line of column heads, then lines of as many cells. */
export function readTable(n: Normalized, tokens: readonly Token[], cs: readonly Clause[]): Table {
  if (!n.text.includes('\n')) return none
  let columns: readonly Column[] | null = null
  let separator = ' '
  const out = {
    fields: [] as Field[],
    figures: [] as Figure[],
    kinds: [] as KindMention[],
    rows: new Set<number>(),
    head: -1,
  }
  const place = walker(tokens, cs)
  for (const line of lines(n.text)) {
    if (columns === null) {
      if (line.end - line.start > 80) continue
      for (const s of separators) {
        const head = columnsOf(n.text, split(n.text, line, s))
        if (!head) continue
        columns = head
        separator = s
        out.head = line.start
        break
      }
      continue
    }
    const cells = split(n.text, line, separator)
    if (cells.length !== columns.length || cells.every((c) => isRule(n.text, c))) continue
    out.rows.add(line.start)
    cells.forEach((cell, k) => {
      const column = columns![k]!
      if (column.is === 'field') out.fields.push({ name: column.name, label: cell.start, ...cell })
      if (column.is !== 'count') return
      const { token, at, clause } = place(cell.start)
      if (token?.type !== 'number' || token.num.value === 0) return
      // 项目|数量 over 96场: the cell says what it counts
      const events = column.counts === 'documents' && '场期次节'.includes(n.text[token.num.end] ?? ' ')
      out.figures.push(figure(n, token.num, events ? 'sessions' : column.counts, at, clause))
      if (column.kind && column.counts !== 'adopted' && column.counts !== 'people')
        out.kinds.push({
          kind: column.kind,
          weight: 'head',
          strength: 3,
          start: cell.start,
          end: cell.end,
          at,
          clause,
          aside: false,
        })
    })
  }
  return columns === null || out.rows.size === 0 ? none : out
}

const papers: ReadonlySet<Kind> = new Set<Kind>(['research', 'proposal', 'article', 'base'])

/** What a column counts by its unit: 受训(人次), 讲座(场). */
function counted(unit: string): Counts | null {
  if (/人|名/.test(unit)) return 'people'
  if (/^[场期次节班堂讲]/.test(unit)) return 'sessions'
  if (/^[份册本张]/.test(unit)) return 'materials'
  return /^[篇条件项个]/.test(unit) ? 'documents' : unit.startsWith('家') ? 'firms' : null
}

/**
 * 项目,次数,人数 over 讲座,6,890: the commas of a list copied from a sheet part its cells and no thousands. Each becomes a
 * bar; the length never changes.
 */
export function barred(text: string): string {
  if (!text.includes('\n')) return text
  return text.includes(',') ? commasBarred(text) : text.includes('/') ? slashesBarred(text) : text
}

/** 单位/场次/人次 over 沙湾县 3/190, 类别/场次/人次 over 讲座/3/190: as many cells, parted by slashes and a blank. */
function slashesBarred(text: string): string {
  let cells = 0
  // 请按格式填报: an example
  if (/填报|格式|模板|样表|示例|例如|照此/.test(text)) return text
  return text
    .split('\n')
    .map((line) => {
      if (line.length > 80 || !line.includes('/')) return line
      if (cells === 0) {
        const head = split(line, { start: 0, end: line.length }, '/')
        if (!slashedHead.test(line) || columnsOf(line, head) === null) return line
        cells = head.length
        return line.replaceAll('/', '|')
      }
      const row = /^[^0-9/ ]{1,20}[ /][0-9]+(?:\/[0-9]+)+ ?$/.test(line) ? line.trim().split(/[ /]/) : []
      return row.length === cells ? line.trimEnd().replace(/[ /]/g, '|').padEnd(line.length) : line
    })
    .join('\n')
}

const slashedHead = /^(?:单位|分会|协会|老科协|部门|名称|类别|类型|项目|活动|内容|形式)/

function commasBarred(text: string): string {
  let cells = 0
  return text
    .split('\n')
    .map((line) => {
      const parts = line.split(',')
      if (
        cells === 0 &&
        parts.length >= 3 &&
        columnsOf(line, split(line, { start: 0, end: line.length }, ',')) !== null
      )
        cells = parts.length
      return cells > 0 && parts.length === cells ? line.replaceAll(',', '|') : line
    })
    .join('\n')
}

const prefaced = /^[^:,，!。]{1,40}[:,，!。] ?(?=[\u4e00-\u9fa5]{2})/

/** The columns, where every cell is a head and one counts something. 建议(条) names its kind, 人次 behind it goes with it. */
function columnsOf(text: string, cells: readonly Range[]): readonly Column[] | null {
  if (cells.length < 3) return null
  let kind: Kind | null = null
  const out: Column[] = []
  for (const [k, c] of cells.entries()) {
    // 补一条：单位 | 类别 | 场次: what is said in front of the head
    const word = k === 0 ? text.slice(c.start, c.end).replace(prefaced, '') : text.slice(c.start, c.end)
    const open = word.indexOf('(')
    const bare = open > 0 ? word.slice(0, open) : word
    const unit = open > 0 ? counted(word.slice(open + 1).replace(/\).*$/, '')) : null
    // 讲座场次, 义诊人数: a kind and what is counted of it
    const what = ends.find(
      (e) => bare.length > e.length && bare.endsWith(e) && kindWords.has(bare.slice(0, -e.length)),
    )
    const named = kindWords.get(what ? bare.slice(0, -what.length) : bare)
    const field = fields.get(bare)
    const known = counts.get(what ?? bare)
    const count = known === 'adopted' ? known : (unit ?? known)
    if (field && !unit) out.push({ is: 'field', name: field })
    else if (named) {
      kind = named.kind
      out.push({
        is: 'count',
        counts: papers.has(kind) ? 'documents' : (unit ?? (what ? known : undefined) ?? 'sessions'),
        kind,
      })
    } else if (count) out.push({ is: 'count', counts: count, kind })
    else return null
  }
  return out.some((c) => c.is === 'count') ? out : null
}

function figure(
  n: Normalized,
  num: {
    readonly start: number
    readonly end: number
    readonly value: number
    readonly qualifier: Figure['measure']['qualifier']
    readonly words: string
  },
  what: Counts,
  at: number,
  clause: number,
): Figure {
  return {
    counts: what,
    measure: {
      value: num.value,
      qualifier: num.qualifier,
      words: num.words,
      span: n.span(num.start, num.end),
    },
    who: null,
    total: false,
    part: false,
    each: false,
    service: false,
    labelled: true,
    alone: true,
    actual: false,
    onsite: false,
    sent: false,
    aside: false,
    benefit: false,
    clause,
    start: num.start,
    end: num.end,
    at,
  }
}

/** The token that starts at an offset, with its index and clause; asked for in rising order. */
function walker(tokens: readonly Token[], cs: readonly Clause[]) {
  let t = 0
  let c = 0
  return (
    start: number,
  ): { readonly token: Token | undefined; readonly at: number; readonly clause: number } => {
    while (
      t < tokens.length &&
      (tokens[t]!.start < start || (tokens[t]!.type === 'mark' && tokens[t]!.start === start))
    )
      t++
    while (c + 1 < cs.length && cs[c]!.to <= t) c++
    const token = tokens[t]
    return { token: token && token.start <= start + 1 ? token : undefined, at: t, clause: c }
  }
}

/** |---|:--| parts head and rows. */
const isRule = (text: string, cell: Range): boolean => /^:?-+:?$/.test(text.slice(cell.start, cell.end))

function lines(text: string): Range[] {
  const out: Range[] = []
  let start = 0
  for (let i = 0; i <= text.length; i++)
    if (i === text.length || text[i] === '\n') {
      if (i > start) out.push({ start, end: i })
      start = i + 1
    }
  return out
}

function split(text: string, line: Range, separator: string): Range[] {
  const out: Range[] = []
  let start = line.start
  for (let i = line.start; i <= line.end; i++)
    if (i === line.end || text[i] === separator) {
      let from = start
      let to = i
      while (from < to && text[from] === ' ') from++
      while (to > from && text[to - 1] === ' ') to--
      if (to > from) out.push({ start: from, end: to })
      start = i + 1
    }
  return out
}
