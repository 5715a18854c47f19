import { differing, type Difference } from '../ledger/by-how-much.js'
import type { Change } from '../ledger/correct.js'
import { keepSource } from '../ledger/record.js'
import type { RecordRow } from '../store.js'
import type { Reply, Turn } from '../turn.js'
import { figureSaid } from '../understand/said.js'
import { ask } from './ask.js'
import type { Correction, Off } from './correction-words.js'
import { droppedDigit, fitsDropped, isOurDigit, mended, type Dropped } from './digit-dropped.js'
import { digitSlip, fitsDigits } from './digit-slips.js'
import { valueText } from './value-text.js'

/** Whether the new figure is what the old one becomes by what it was off; null where that cannot be worked out. */
export function agrees(
  record: RecordRow,
  change: Change,
  off: readonly Off[],
  old: number | null,
): boolean | null {
  if (!('measure' in change) || change.measure.qualifier !== 'exact') return null
  const was = record.measures[change.field]
  if (!was || was.qualifier !== 'exact' || (old !== null && old !== was.value)) return null
  const by = off.map((o) => ({ sign: o.sign, ...figureSaid(o.value)?.measure }))
  if (by.some((b) => b.value === undefined || b.qualifier !== 'exact')) return null
  const apart = change.measure.value - was.value
  if (by.length === 1 && by[0]!.sign === 0) return Math.abs(apart) === by[0]!.value
  return by.every((b) => b.sign !== 0) ? apart === by.reduce((sum, b) => sum + b.sign * b.value!, 0) : null
}

/** The figure and by how much it was off do not agree: which holds is asked in private. */
export async function askOff(
  turn: Turn,
  record: RecordRow,
  change: Extract<Change, { readonly measure: unknown }>,
  off: readonly Off[],
): Promise<Reply[]> {
  const now = valueText(turn, record, change.field)
  const [one] = off
  const due = off.length === 1 && one!.sign !== 0 ? workedOut(record, change, one!) : null
  const reckoned = due === null ? `和“${one!.phrase}”对不上` : `${one!.phrase}该是${due}`
  const value = change.measure.value
  return putChange(
    turn,
    record,
    change,
    `${record.no}号记的是${now}，${reckoned}，您说的是${value}。按${value}改吗？回“改”或“不用”，或者回对的数。`,
  )
}

/** 把8看成6了, and the figure on record does not become the new one by it. */
function askDigit(
  turn: Turn,
  record: RecordRow,
  change: Extract<Change, { readonly measure: unknown }>,
  { was, now }: NonNullable<ReturnType<typeof digitSlip>>,
): Promise<Reply[]> {
  const [text, value] = [valueText(turn, record, change.field), change.measure.value]
  return putChange(
    turn,
    record,
    change,
    `${record.no}号记的是${text}，把${was}换成${now}不是${value}。按${value}改吗？回“改”或“不用”，或者回对的数。`,
  )
}

/** 少打了个1, and the figure on record does not become the new one by it. */
function askDropped(
  turn: Turn,
  record: RecordRow,
  change: Extract<Change, { readonly measure: unknown }>,
): Promise<Reply[]> {
  const [text, value] = [valueText(turn, record, change.field), change.measure.value]
  return putChange(
    turn,
    record,
    change,
    `${record.no}号记的是${text}，差的不止一位，您说的是${value}。按${value}改吗？回“改”或“不用”，或者回对的数。`,
  )
}

/** 少打了个1, and no new figure: what most likely was meant is asked, not taken. */
async function askWhere(
  turn: Turn,
  record: RecordRow,
  change: Extract<Change, { readonly measure: unknown }>,
  dropped: Dropped,
): Promise<Reply[]> {
  const text = valueText(turn, record, change.field)
  const value = mended(record.measures[change.field]!.value, dropped)
  if (value === null)
    return putChange(turn, record, change, `${record.no}号记的是${text}，对的数是多少？回对的数就行。`)
  const measure = { ...change.measure, value }
  return putChange(
    turn,
    record,
    { ...change, measure },
    `${record.no}号记的是${text}，要改成${value}吗？回“改”或“不用”，或者回对的数。`,
  )
}

/** 有2个是重复签的, and no new figure: what would come of it is asked, not taken. */
export function askWorkedOut(
  turn: Turn,
  record: RecordRow,
  change: Extract<Change, { readonly measure: unknown }>,
  by: Difference,
): Promise<Reply[]> {
  const now = valueText(turn, record, change.field)
  return putChange(
    turn,
    record,
    change,
    `${record.no}号记的是${now}，${by.sign > 0 ? '加上' : '去掉'}${by.value}是${change.measure.value}。改成${change.measure.value}吗？回“改”或“不用”，或者回对的数。`,
  )
}

/** 101号党员是12人 after a report of 78: whether that is everybody is asked, not taken. */
export function askPart(
  turn: Turn,
  record: RecordRow,
  change: Extract<Change, { readonly measure: unknown }>,
  noun: string,
): Promise<Reply[]> {
  const [now, value] = [valueText(turn, record, change.field), change.measure.value]
  return putChange(
    turn,
    record,
    change,
    `${record.no}号记的是${now}，${value}只是${noun}，还是一共？一共就回“改”，不是就回“不用”，或者回对的数。`,
  )
}

async function putChange(turn: Turn, record: RecordRow, change: Change, text: string): Promise<Reply[]> {
  await keepSource(turn)
  return ask(
    turn,
    { to: 'sender', text, records: [record.no] },
    { about: 'stale', record: record.no, data: { change, now: valueText(turn, record, change.field) } },
  )
}

function workedOut(record: RecordRow, change: Change, { sign, value, phrase }: Off): number | null {
  if (!('measure' in change) || sign === 0) return null
  return differing(record.measures[change.field], { sign, value, phrase })?.value ?? null
}

/** Told with a number or to the bot it may be asked about; else only what agrees is taken for a correction. */
export async function weighOff(
  turn: Turn,
  record: RecordRow,
  change: Change,
  c: Correction,
  old: number | null,
): Promise<Reply[] | null | 'fine'> {
  if (!('measure' in change)) return 'fine'
  const slip = digitSlip(turn.message.text)
  const was = record.measures[change.field]?.value
  if (slip && was !== undefined && !fitsDigits(was, change.measure.value, slip))
    return turn.called || c.no !== null ? askDigit(turn, record, change, slip) : null
  const dropped = droppedDigit(turn.message.text)
  if (dropped && was !== undefined) {
    if (!turn.called && c.no === null && turn.quoted.length === 0 && !isOurDigit(turn.message.text))
      return null
    const now = change.measure.value
    if (c.by) return askWhere(turn, record, change, dropped)
    if (fitsDropped(was, now, dropped) || now - was === dropped.sign * Number(dropped.digit ?? 1))
      return 'fine'
    return turn.called || c.no !== null ? askDropped(turn, record, change) : null
  }
  if (!c.off) return 'fine'
  const fits = agrees(record, change, c.off, old)
  if (c.agrees && !turn.called && turn.quoted.length === 0) return fits === true ? 'fine' : null
  return fits === false && c.off.some((o) => o.strict) ? askOff(turn, record, change, c.off) : 'fine'
}
