import { monthOf, parts, type PlainDate } from '../core/day.js'
import type { Doubt } from '../core/report.js'
import { shortName } from '../core/tree.js'
import type { missingOf } from '../ledger/record.js'
import type { RecordRow } from '../store.js'
import { teacher, type Reply, type Turn } from '../turn.js'
import { ask } from './ask.js'
import { audienceQuestion, dayText } from './figures.js'

/** What a booked record lacks that is worth asking for. */
export type Missing = NonNullable<ReturnType<typeof missingOf>>

const missingQuestions: Readonly<Record<Missing, (turn: Turn, r: RecordRow) => readonly string[]>> = {
  branch: () => ['请问您是哪个分会的？以后不再问。'],
  attendance: (turn, r) => [
    `${teacher(turn.sender.name)}，${audienceQuestion(r.kind)}？`,
    '回个数就行，没数就回“没数”。',
  ],
  sessions: (turn) => [`${teacher(turn.sender.name)}，一共几场？`, '回个数就行，没数就回“没数”。'],
}

/** How a question is put: where (`here` unless told), and what its row keeps besides. */
interface Way {
  readonly to?: Reply['to']
  readonly data?: object
}

/** The receipt with one question under it, put to the sender by name. */
export async function askMissing(
  turn: Turn,
  record: RecordRow,
  missing: Missing,
  head: string,
  several = false,
  { to = 'here', data }: Way = {},
): Promise<Reply[]> {
  const lines = missingQuestions[missing](turn, record)
  const which = several && missing !== 'branch' ? [`${record.no}号：${lines[0]}`, ...lines.slice(1)] : lines
  return ask(
    turn,
    { to, text: [head, ...which].join('\n'), records: [record.no], mentions: [turn.sender.id] },
    { about: missing, record: record.no, ...(data ? { data } : {}) },
  )
}

/** What of a record is in doubt, as it is asked and as the answer is read. */
export type DoubtAsked =
  | { readonly about: 'date'; readonly data: { readonly days: readonly PlainDate[] } }
  | { readonly about: 'future_date'; readonly data: { readonly day: PlainDate } }
  | { readonly about: 'unknown_branch'; readonly data: { readonly unit: string; readonly words?: string } }

/** The receipt with what is in doubt asked under it; doubts that are not asked of a record on the book give nothing. */
export async function askDoubt(turn: Turn, record: RecordRow, doubt: Doubt, head: string): Promise<Reply[]> {
  const asked = doubtOf(turn, record, doubt)
  return asked === null ? [] : putDoubt(turn, record, asked, head)
}

function doubtOf(turn: Turn, record: RecordRow, doubt: Doubt): DoubtAsked | null {
  switch (doubt.code) {
    case 'dates_disagree':
      return { about: 'date', data: { days: doubt.days } }
    case 'date_in_future':
      return { about: 'future_date', data: { day: doubt.day } }
    case 'unknown_branch': {
      const unit = record.unit ?? turn.sender.unit ?? turn.house.tree.root
      return { about: 'unknown_branch', data: { unit, words: doubt.words } }
    }
    default:
      return null
  }
}

export const putDoubt = (
  turn: Turn,
  record: RecordRow,
  asked: DoubtAsked,
  head: string,
  { to = 'here', data }: Way = {},
): Promise<Reply[]> =>
  ask(
    turn,
    {
      to,
      text: `${head}\n${doubtText(turn, asked)}`,
      records: [record.no],
      mentions: [turn.sender.id],
    },
    { about: asked.about, record: record.no, data: { ...asked.data, ...data } },
  )

function doubtText(turn: Turn, asked: DoubtAsked): string {
  switch (asked.about) {
    case 'date': {
      const { days } = asked.data
      const sameMonth = new Set(days.map(monthOf)).size === 1
      const names = days.map((d) => (sameMonth ? `${parts(d)[2]}号` : dayText(d, turn.local.day)))
      return `${names.join('还是')}？回一个就行。`
    }
    case 'future_date':
      return `${parts(asked.data.day)[2]}号还没到，是记成计划吗？回“是”或说对的日子。`
    case 'unknown_branch': {
      const unit = shortName(asked.data.unit, turn.house.tree)
      return asked.data.words === undefined
        ? `是哪个分会的？先记${unit}可以吗？`
        : `“${asked.data.words}”我还不认识，先记${unit}可以吗？`
    }
  }
}
