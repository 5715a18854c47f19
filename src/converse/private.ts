import type { RecordRow } from '../store.js'
import { answer, privately, type Reply, type Turn } from '../turn.js'

/** What only the asker may read: in private as it is, asked in a room with one line there. */
export const inPrivate = (
  turn: Turn,
  roomLine: string,
  text: string,
  records: readonly number[] = [],
): Reply[] =>
  turn.message.room === undefined ? [privately(text, records)] : [answer(roomLine), privately(text, records)]

/** Records where they were asked for, or in private where the room is not of their unit or one above it. */
export function shown(turn: Turn, of: readonly RecordRow[], text: string): Reply {
  const { tree } = turn.house
  const { room } = turn
  const ofRoom = (r: RecordRow): boolean =>
    room?.unit != null && tree.ancestors(r.unit ?? tree.root).includes(room.unit)
  const say = turn.message.room === undefined || of.every(ofRoom) ? answer : privately
  return say(
    text,
    of.map((r) => r.no),
  )
}

/** Whether the sender speaks for the office. */
export const ofOffice = ({ sender }: Pick<Turn, 'sender'>): boolean =>
  sender.role === 'secretariat' || sender.role === 'admin'

/** Whether the unit is the sender's own or below it. */
export const ofOwnBranch = ({ sender, house }: Pick<Turn, 'sender' | 'house'>, unit: string): boolean =>
  sender.unit !== null && house.tree.ancestors(unit).includes(sender.unit)

/** Contacts see their own branch and below, the office everything. */
export const maySee = (turn: Pick<Turn, 'sender' | 'house'>, unit: string): boolean =>
  ofOffice(turn) || (turn.sender.role === 'contact' && ofOwnBranch(turn, unit))
