import { differing } from '../ledger/by-how-much.js'
import { isClosed } from '../ledger/correct.js'
import { grounded } from '../ledger/grounded.js'
import type { Reply, Turn } from '../turn.js'
import { askWorkedOut } from './off-by.js'
import { someMore } from './some-more-words.js'
import { lastTold } from './supplement.js'

/** 人数再加8个, said behind the receipt: what would come of it is asked, never added in silence. */
export async function hearSomeMore(turn: Turn): Promise<Reply[] | null> {
  const told = turn.quoted.length > 0 ? null : someMore(turn.words)
  if (!told || (told.soft && !turn.called)) return null
  const record = await lastTold(turn)
  const was = record?.measures.attendance
  const measure = record && differing(was, told)
  if (!record || !was || !measure || (told.sign > 0 && measure.value > most * was.value)) return null
  if (turn.sender.role === 'member' && (await isClosed(turn, record))) return null
  const change = { field: 'attendance' as const, measure: grounded(turn, measure, told.phrase) }
  return askWorkedOut(turn, record, change, told)
}
/** More than three times as many as were told are another matter. */
const most = 3
