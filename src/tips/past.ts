import { addDays, daysBetween, weekdayOf, type PlainDate } from '../core/day.js'
import type { PickInput } from './pick.js'
import { duplicates } from './similar.js'
import type { Tip } from './tip.js'

/** A room's history as the pick asks it. */
export interface Past {
  /** Days since the room last had it; Infinity for never. */
  ago(tip: Tip): number
  /** Whether it would be a third day of one theme. */
  thirdOfTheme(tip: Tip): boolean
  /** Whether it would be a third day of one theme, or repeats yesterday's in other words. */
  tires(tip: Tip): boolean
  readonly yesterday: Tip | null
  /** No scientist yet since Sunday. */
  readonly scientistDue: boolean
}

export function pastOf({ day, history, library, plan }: PickInput): Past {
  const byId = new Map([...library, ...plan.own.map((o) => o.tip)].map((t) => [t.id, t]))
  const last = new Map<string, PlainDate>()
  const mains = new Map<PlainDate, Tip>()
  for (const given of history) {
    if (given.day >= day) continue
    if (given.day > (last.get(given.tipId) ?? '')) last.set(given.tipId, given.day)
    const tip = byId.get(given.tipId)
    if (tip && !given.extra) mains.set(given.day, tip)
  }
  const yesterday = mains.get(addDays(day, -1)) ?? null
  const before = mains.get(addDays(day, -2)) ?? null
  const sinceSunday = Array.from({ length: weekdayOf(day) % 7 }, (_, i) => mains.get(addDays(day, -1 - i)))
  const thirdOfTheme = (tip: Tip): boolean => tip.theme === yesterday?.theme && tip.theme === before?.theme
  return {
    ago: (tip) => {
      const d = last.get(tip.id)
      return d === undefined ? Infinity : daysBetween(d, day)
    },
    thirdOfTheme,
    tires: (tip) => thirdOfTheme(tip) || (yesterday !== null && duplicates(tip, yesterday)),
    yesterday,
    scientistDue: !sinceSunday.some((t) => t?.scientist),
  }
}
