import type { Period } from '../core/day.js'
import type { Kind } from '../core/kinds.js'
import { contextOf, type Turn } from '../turn.js'
import { understand } from '../understand/index.js'

/** What a question is about, as far as it is known. */
export interface Asked {
  readonly kind: Kind | null
  /** Null where nobody said it: the day of the message stands for it. */
  readonly period: Period | null
  readonly venue: string | null
}

/** Shorter messages tell of nothing with its day. */
const shortest = 8

/** 「10月14日在光明社区办培训班1期，学员100人左右」 is told once more, whatever had been asked: kind, day and place or branch. */
export const tellsAgain = (turn: Turn): boolean =>
  turn.words.length >= shortest &&
  understand(turn.words, contextOf(turn)).reports.some(
    ({ date, venue, branch }) => date !== null && (venue !== null || branch !== null),
  )

/**
 * 「11月17日在光明社区办科普宣传，受众292人」 where a training of the 14th is asked about: a report of its own day, kind or
 * place is no answer, whatever number stands in it.
 */
export function tellsOfAnother(turn: Turn, asked: Asked): boolean {
  if (turn.words.length < shortest) return false
  return understand(turn.words, contextOf(turn)).reports.some(({ kind, date, venue }) => {
    const elsewhere =
      venue !== null && asked.venue !== null && !venue.includes(asked.venue) && !asked.venue.includes(venue)
    if (date === null || asked.period === null) return elsewhere
    const apart = date.end < asked.period.start || date.start > asked.period.end
    return apart || elsewhere || (asked.kind !== null && kind !== asked.kind)
  })
}
