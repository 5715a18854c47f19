import { addDays, type PlainDate } from '../core/day.js'
import { isClosed } from '../ledger/correct.js'
import { contextOf, type Reply, type Turn } from '../turn.js'
import { daySaid } from '../understand/said.js'
import { handleCorrections } from './corrections.js'
import { isToldWithin, toldLately } from './counted-later.js'
import { dayTold } from './day-later-words.js'

/** 是昨天的, said behind a receipt that says 按今天记: the day of all that its sender told last and of no day. */
export async function hearDayLater(turn: Turn): Promise<Reply[] | null> {
  const said = turn.quoted.length > 0 ? null : dayTold(turn.words)
  const day = said && daySaid(said.day, contextOf(turn))
  if (!said || !day || day.start !== day.end || !isNear(day.start, turn.sent.day)) return null
  const told = (await toldLately(turn)).filter(
    (r) => turn.called || said.named || isToldWithin(turn, r, minutes),
  )
  const meant = told.filter((r) => r.source === told[0]!.source && r.dayAssumed)
  const [record] = meant
  if (!record || (turn.sender.role === 'member' && (await isClosed(turn, record)))) return null
  const nos = meant.map((r) => r.no).toSorted((a, b) => a - b)
  return handleCorrections(
    turn,
    nos.map((no) => ({ no, old: null, value: said.day, label: null, plain: true })),
  )
}

/** Nobody means the year before, or a month, by 是去年的 in passing. */
const isNear = (day: PlainDate, today: PlainDate): boolean => day <= today && day > addDays(today, -days)
const days = 40
/** Later 是昨天的 answers what somebody else asked. */
const minutes = 10
