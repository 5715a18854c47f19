import type { Command } from '../src/command.js'
import { spanText } from '../src/converse/totals.js'
import { countsDocuments, kindName, kindTable } from '../src/core/kinds.js'
import type { Period } from '../src/core/day.js'
import { isApproximate } from '../src/core/measure.js'
import { readPast } from '../src/ledger/query.js'
import { rememberTopic } from '../src/ledger/last-query.js'
import { thisYear } from '../src/ledger/tally.js'
import type { RecordRow } from '../src/store.js'
import { privately } from '../src/turn.js'
import { counterOf } from '../src/converse/figures.js'

export interface MineArgs {
  readonly period: Period | null
}

/** 我的 · 我报了几场 · 我今年讲了多少. */
export const mine: Command<MineArgs> = {
  name: '我的',
  access: 'member',
  examples: [
    ['我的', { period: null }],
    ['我报了几场', { period: null }],
    ['我今年讲了多少', { period: { start: '2026-01-01', end: '2026-12-31' } }],
  ],
  parse({ tight, today }) {
    if (
      !tight.includes('我') ||
      tight.length > 20 ||
      /我们|我会|我区|我县|数据|资料|信息|稿|随笔/.test(tight)
    )
      return null
    const span = readPast(tight, today)
    const rest = span ? tight.slice(0, span.from) + tight.slice(span.to) : tight
    return /^(?:看看?|查查?|列)?我(?:的|自己|记录|成绩|一共|总共|都)*(?:有|报|讲|办|做|搞)?[了过]?些?的?(?:(?:多少|几|哪些|什么|啥)(?:场次?|次|条|个|期|活动|讲座|记录|数|人次?)?){0,2}(?:场|次|条|个|期|活动|讲座|数|记录|成绩)*了?$/.test(
      rest,
    ) && rest !== '我'
      ? { period: span?.period ?? null }
      : null
  },
  async run({ period }, turn) {
    await rememberTopic(turn, { what: 'mine' })
    const when = period ?? thisYear(turn.local.day)
    const records = await turn.store.records.list({
      reporter: turn.sender.id,
      overlaps: when,
      statuses: ['counted'],
    })
    const label =
      period === null || spanText(when, turn.local.day).includes('至')
        ? '今年'
        : spanText(when, turn.local.day)
    if (records.length === 0) return [privately(`您${label}还没有报过活动。照平常说一句就行。`)]
    const parts = kindTable.flatMap(({ id }) => {
      const of = records.filter((r) => r.kind === id)
      return of.length === 0 ? [] : [countsDocuments(id) ? documents(of) : sessions(of)]
    })
    return [
      privately(
        `您${label}${parts.join('，')}。\n要看每一条说“明细 我的”。`,
        records.map((r) => r.no).slice(0, 20),
      ),
    ]
  },
}

const sum = (of: readonly RecordRow[], name: 'sessions' | 'attendance' | 'count' | 'adopted'): number =>
  of.reduce((n, r) => n + (r.measures[name]?.value ?? 0), 0)

function sessions(of: readonly RecordRow[]): string {
  const approx = of.filter((r) => isApproximate(r.measures.attendance)).length
  const people = sum(of, 'attendance')
  return `${kindName(of[0]!.kind)}${sum(of, 'sessions')}场${people > 0 ? `${people}人次` : ''}${approx > 0 ? `（其中约数${approx}笔）` : ''}`
}

function documents(of: readonly RecordRow[]): string {
  const kind = of[0]!.kind
  const adopted = sum(of, 'adopted')
  return `${kindName(kind)}${sum(of, 'count')}${counterOf(kind)}${adopted > 0 ? `、采用${adopted}${counterOf(kind)}` : ''}`
}
