import { answer, privately, type Reply, type Turn } from '../turn.js'

/** What only the asker may read: in private as it is, asked in a room with one line there. */
export const inPrivate = (
  turn: Turn,
  roomLine: string,
  text: string,
  records: readonly number[] = [],
): Reply[] =>
  turn.message.room === undefined ? [privately(text, records)] : [answer(roomLine), privately(text, records)]

/** Whether the sender speaks for the office. */
export const ofOffice = ({ sender }: Pick<Turn, 'sender'>): boolean =>
  sender.role === 'secretariat' || sender.role === 'admin'

/** Whether the unit is the sender's own or below it. */
export const ofOwnBranch = ({ sender, house }: Pick<Turn, 'sender' | 'house'>, unit: string): boolean =>
  sender.unit !== null && house.tree.ancestors(unit).includes(sender.unit)

/** Contacts see their own branch and below, the office everything. */
export const maySee = (turn: Pick<Turn, 'sender' | 'house'>, unit: string): boolean =>
  ofOffice(turn) || (turn.sender.role === 'contact' && ofOwnBranch(turn, unit))
