import { isClosed } from '../ledger/correct.js'
import { contextOf, type Reply, type Turn } from '../turn.js'
import { daySaid } from '../understand/said.js'
import { handleCorrections } from './corrections.js'
import { toldLately } from './counted-later.js'
import { dayTold } from './day-later-words.js'

/** 是昨天的, said behind a receipt that says 按今天记: the day of all that its sender told last and of no day. */
export async function hearDayLater(turn: Turn): Promise<Reply[] | null> {
  const value = turn.quoted.length > 0 ? null : dayTold(turn.words)
  const day = value === null ? null : daySaid(value, contextOf(turn))
  if (value === null || !day || day.start > turn.sent.day) return null
  const told = await toldLately(turn)
  const meant = told.filter((r) => r.source === told[0]!.source && r.dayAssumed)
  const [record] = meant
  if (!record || (turn.sender.role === 'member' && (await isClosed(turn, record)))) return null
  const nos = meant.map((r) => r.no).toSorted((a, b) => a - b)
  return handleCorrections(
    turn,
    nos.map((no) => ({ no, old: null, value, label: null, plain: true })),
  )
}
