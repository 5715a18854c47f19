import { maySee } from '../src/converse/private.js'
import { parts } from '../src/core/day.js'
import { monthHolding } from '../src/core/month.js'
import { inOneTalk, lastQuery, lastTopic } from '../src/ledger/last-query.js'
import { isYear } from '../src/ledger/tally.js'
import type { Reply, Turn } from '../src/turn.js'
import { gaps } from './gaps.js'
import { mine } from './mine.js'
import { task } from './task.js'
import type { TotalArgs } from './total-args.js'

/**
 * 上个月呢 behind 谁还没报 asks once more who owes, 霁光呢 behind 任务 asks for its task; null where the question before was
 * one for totals, or where its sort cannot be asked so.
 */
export async function followedTopic(args: TotalArgs, turn: Turn): Promise<Reply[] | null> {
  const topic = await lastTopic(turn)
  if (topic === null || args.before || args.apart || args.parted || args.beside !== undefined) return null
  const { unit, kinds, indicator, period, again } = args
  const onlyTime = unit === null && kinds === null && indicator === null && period !== null
  switch (topic.what) {
    case 'owing': {
      const month = again ? topic.month : onlyTime ? monthHolding(period) : null
      return month === null ? null : gaps.run({ what: 'owing', month }, turn)
    }
    case 'mine':
      if (again) return mine.run({ ...topic, period: topic.period ?? null }, turn)
      return onlyTime ? mine.run({ period }, turn) : null
    case 'task': {
      const last = await lastQuery(turn, (of) => maySee(turn, of), inOneTalk)
      if (!last || (period !== null && !isYear(period, turn.local.day))) return null
      const same = kinds === null && indicator === null
      const year = parts((period ?? last.period).start)[0]
      return task.run(
        { unit: unit ?? last.unit, kinds: kinds ?? [], indicator: same ? last.indicator : indicator, year },
        turn,
      )
    }
  }
}
