import { addDays } from '../core/day.js'
import { mayChange } from '../ledger/correct.js'
import type { RecordRow } from '../store.js'
import type { Turn } from '../turn.js'

/** Days in which a record is still meant without its number, and how many of them are looked through. */
const days = 60
const most = 200

/** What happened of late, the newest told first; withdrawn ones too. */
export const recentRecords = ({ store, local }: Turn): Promise<readonly RecordRow[]> =>
  store.records.list({
    overlaps: { start: addDays(local.day, -days), end: local.day },
    newestFirst: true,
    limit: most,
  })

/** Of these what the sender may change, whoever told it. */
export const recentInReach = async (turn: Turn): Promise<RecordRow[]> =>
  (await recentRecords(turn)).filter((r) => mayChange(turn, r))
