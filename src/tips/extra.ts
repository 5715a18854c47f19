import { daysBetween, parts } from '../core/day.js'
import { best, fits } from './draw.js'
import { pastOf } from './past.js'
import { repeatAfter, type PickInput } from './pick.js'
import type { Tip } from './tip.js'

/** Mornings of a year that no hook of the calendar takes: what ordinary tips must suffice for. */
const ordinaryMornings = 300

/**
 * One more for the same day (再来一条). Only from what the mornings of the year can spare; null when nothing is left
 * to spare. `n` counts the extras of the day from 1.
 */
export function pickExtra(input: PickInput, n: number): Tip | null {
  const { day, history, room } = input
  const usable = input.library.filter((t) => !(input.holdUnsignedMedical && t.medical && t.reviewer === null))
  const ordinary = usable.filter((t) => t.day === null && fits(t, room))
  const extras = history.filter((g) => g.extra && daysBetween(g.day, day) < repeatAfter).length
  if (usable.length >= repeatAfter && extras >= ordinary.length - ordinaryMornings) return null
  const had = new Set(history.filter((g) => daysBetween(g.day, day) < repeatAfter).map((g) => g.tipId))
  const month = parts(day)[1]
  const fresh = ordinary.filter(
    (t) => !t.scientist && !had.has(t.id) && (t.months.length === 0 || t.months.includes(month)),
  )
  return best(fresh, { ...input, room: { ...room, name: `${room.name} ${String(n)}` } }, pastOf(input))
}
