import type { Clause } from './clauses.js'
import type { Counts, Figure } from './figures.js'
import type { Normalized } from './normalize.js'
import type { Token } from './tokens.js'

/** Heads of columns that hold numbers. */
const heads: ReadonlyMap<string, Counts> = new Map(
  (
    [
      ['sessions', '场次 场数 次数 期数 节数 场 次 活动场次 讲座场次 培训期数 班次 次数(场)'],
      [
        'people',
        '人次 人数 受众 听众 受众人数 听众人数 参加人数 参与人数 服务人数 受益人数 人 受众人次 服务人次 参训人数',
      ],
      ['materials', '资料 份数 发放资料 资料份数 宣传资料 资料数 资料(份)'],
      ['documents', '篇数 件数 条数 投稿 投稿数 数量 建议'],
      ['adopted', '采用 采纳 采用数 录用 批示'],
    ] as const
  ).flatMap(([counts, words]) => words.split(' ').map((w) => [w, counts] as const)),
)
const others = new Set(
  '单位 分会 名称 活动 内容 活动内容 类别 类型 项目 日期 时间 地点 主讲 主讲人 题目 主题 序号 备注 县区 区县 形式 活动类型 报送单位 活动名称'.split(
    ' ',
  ),
)

/**
 * Numbers of a table: a line of column heads (单位 活动 场次 人次), then lines of as many cells. A bare number counts what
 * its column's head says.
 */
export function tableFigures(n: Normalized, tokens: readonly Token[], cs: readonly Clause[]): Figure[] {
  const out: Figure[] = []
  let columns: readonly string[] | null = null
  for (const line of lines(n.text)) {
    const cells = split(n.text, line)
    const words = cells.map((c) => n.text.slice(c.start, c.end))
    if (
      words.length >= 3 &&
      words.every((w) => heads.has(w) || others.has(w)) &&
      words.some((w) => heads.has(w))
    )
      columns = words
    else if (columns !== null && cells.length === columns.length)
      cells.forEach((cell, k) => {
        const counts = heads.get(columns![k]!)
        const at = tokens.findIndex((t) => t.start === cell.start && t.end === cell.end)
        const t = tokens[at]
        if (counts && t?.type === 'number')
          out.push(
            figure(
              n,
              t.num,
              counts,
              at,
              cs.findIndex((c) => at < c.to),
            ),
          )
      })
  }
  return out
}

function figure(
  n: Normalized,
  num: {
    start: number
    end: number
    value: number
    qualifier: Figure['measure']['qualifier']
    words: string
  },
  counts: Counts,
  at: number,
  clause: number,
): Figure {
  return {
    counts,
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

interface Range {
  readonly start: number
  readonly end: number
}

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

function split(text: string, line: Range): Range[] {
  const out: Range[] = []
  let start = line.start
  for (let i = line.start; i <= line.end; i++)
    if (i === line.end || ' |,、/'.includes(text[i]!)) {
      if (i > start) out.push({ start, end: i })
      start = i + 1
    }
  return out
}
