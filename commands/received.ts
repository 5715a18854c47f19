import type { Command } from '../src/command.js'
import { reportsMeant } from '../src/converse/own-reports.js'
import { mergeLine } from '../src/converse/receipts.js'
import { rememberShown } from '../src/converse/shown-record.js'
import { readAsked } from '../src/ledger/query.js'
import { inPrivate, shown } from '../src/converse/private.js'
import type { RecordRow } from '../src/store.js'
import type { Reply, Turn } from '../src/turn.js'
import { askedOfReport, type ReceivedAsked } from './received-words.js'
import { oneRecord, recordText } from './record.js'

export interface ReceivedArgs {
  readonly what: ReceivedAsked['what']
  /** What says which report; empty: what was told just now. */
  readonly front: string
}

/** Reports of one answer. */
const mostLines = 5

/** 我昨天报的那场记成多少人了 · 昨天的地震课收到没有: how a report stands on the book, or that there is none. */
export const received: Command<ReceivedArgs> = {
  name: '收到没有',
  access: 'member',
  examples: [
    ['我昨天报的那场记成多少人了', { what: 'how', front: '我昨天报的那场' }],
    ['我刚才报的收到没有', { what: 'came', front: '我刚才报的' }],
    ['128号记成多少人了', { what: 'how', front: '128号' }],
    ['记了没有', { what: 'came', front: '' }],
  ],
  parse({ raw, house, today }) {
    const asked = askedOfReport(raw)
    if (!asked) return null
    const { what, front, plain } = asked
    // 今年讲座记了多少场 is asked of a total
    if (!plain && what === 'how' && readAsked(front, house, today).rest === '') return null
    return { what, front }
  },
  async run({ what, front }, turn) {
    const no = /^#?(\d{3,7})/.exec(front)
    if (no) return oneRecord.run({ no: Number(no[1]), history: false }, turn)
    const records = await reportsMeant(turn, front === '' ? '刚才报的' : front)
    const waits = front === '' && (await waiting(turn, records))
    if (waits) return inPrivate(turn, '我私下回您。', waits)
    const [only, ...more] = records
    if (!only) return [await notFound(turn)]
    if (more.length === 0) {
      await rememberShown(turn, only.no)
      const came = what === 'came' && only.status === 'counted' ? '收到了。\n' : ''
      return [shown(turn, [only], `${came}${await recordText(turn, only)}`)]
    }
    const first = records.slice(0, mostLines)
    const lines = first.map((r) => `${lineOf(turn, r)}${states[r.status]}`)
    const left =
      records.length > first.length ? [`还有${records.length - first.length}条，说“明细 我的”。`] : []
    return [shown(turn, first, [`收到${records.length}条：`, ...lines, ...left].join('\n'))]
  },
}
/** What was told last waits for an answer of its own, and no record of it was made. */
async function waiting({ store, sender }: Turn, records: readonly RecordRow[]): Promise<string | null> {
  const open = (await store.todos.open('all')).filter((t) => t.what === 'held' && t.person === sender.id)
  const last = open.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]
  if (!last || records.some((r) => r.createdAt > last.at)) return null
  return '收到了，还没算：我私下问了您一句，等您回话。'
}

/** Nothing fits: said so, with what came last, so that it can be told once more. */
async function notFound(turn: Turn): Promise<Reply> {
  const [last] = await turn.store.records.list({ reporter: turn.sender.id, newestFirst: true, limit: 1 })
  const told = last && last.status !== 'void' ? [last] : []
  const came = told.map((r) => `最近收到您的是${lineOf(turn, r)}。`).join('')
  const text = `没找到这一场的报告。${came}没记上的照平常再说一句，我马上记。`
  return { ...shown(turn, told, text), records: [] }
}

const lineOf = ({ house, local }: Turn, r: RecordRow): string =>
  mergeLine({ ...r, dayAssumed: false }, house, `${local.day.slice(0, 4)}-00-00`)
const states = { counted: '', held: '（待核）', void: '（已作废）' } as const
