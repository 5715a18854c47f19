import { isApproximate } from '../core/measure.js'
import { grounded } from '../ledger/grounded.js'
import { countsDocuments } from '../core/kinds.js'
import type { RecordRow } from '../store.js'
import { privately, type Reply, type Turn } from '../turn.js'
import { figureSaid } from '../understand/said.js'
import { applyChange } from './apply-change.js'
import { countedLater } from './counted-words.js'
import { isClosed } from '../ledger/correct.js'

/** Hours in which a count brought later is that of what was told last; called, or in a room. */
const reach = { called: 24, uncalled: 3 } as const

/** 点了名册，整二十六个, said behind the receipt: the figure of what its sender told last. */
export async function hearCounted(turn: Turn): Promise<Reply[] | null> {
  const told = turn.quoted.length > 0 ? null : countedLater(turn.words)
  const said = told && figureSaid(told.said)
  if (!told || !said || said.measure.value <= 0 || (told.soft && turn.message.room !== undefined)) return null
  const records = await toldLately(turn)
  const open = records.filter(({ measures: m }) => !m.attendance || isApproximate(m.attendance))
  const near = open.length > 0 || !told.sure ? open : records
  const most = told.sure ? farOff.counted : farOff.heard
  const fits = near.filter((r) => !isFarOff(r, said.measure.value, most))
  const [record, ...more] = fits
  if (!record) return null
  // the one just told is exact: it is not known which of them was counted
  const newest = records[0]!
  if (more.length === 0 && record !== newest && !isFarOff(newest, said.measure.value, farOff.heard))
    return [which([record, newest], said.measure.value)]
  if (more.length > 0) return more.length < 4 ? [which(fits, said.measure.value)] : null
  if (turn.sender.role === 'member' && (await isClosed(turn, record))) return null
  return applyChange(turn, record, {
    field: 'attendance',
    measure: grounded(turn, said.measure, told.said),
  })
}

/** Whether a record was told less than so many minutes ago. */
export const isToldWithin = (turn: Turn, { createdAt }: RecordRow, minutes: number): boolean =>
  turn.now.getTime() - Date.parse(createdAt) < minutes * 60_000

/** What its sender told of late of activities held, the newest first; called it reaches further back. */
export async function toldLately({ store, sender, now, called, message }: Turn): Promise<RecordRow[]> {
  const hours = called ? reach.called : reach.uncalled
  const mine = await store.records.list({
    reporter: sender.id,
    statuses: ['counted', 'held'],
    newestFirst: true,
    limit: 10,
  })
  return mine.filter(
    (r) =>
      now.getTime() - Date.parse(r.createdAt) < hours * 3_600_000 &&
      !countsDocuments(r.kind) &&
      r.scope === 'event' &&
      (message.room === undefined || r.room === message.room),
  )
}

/** 数了，3个 after a report of 120 is about something else. */
function isFarOff({ measures }: RecordRow, value: number, most: number): boolean {
  const was = measures.attendance?.value
  return was !== undefined && Math.max(was, value) > most * Math.min(was, value)
}
const farOff = { counted: 4, heard: 2 } as const

const which = (of: readonly RecordRow[], value: number): Reply => {
  const nos = of.map((r) => r.no).toSorted((a, b) => a - b)
  return privately(`您说的是${nos.join('、')}里的哪一条？请带上号数，如“${nos[0]}号${value}人”。`, nos)
}
