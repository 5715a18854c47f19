import { daysBetween, type PlainDate } from '../core/day.js'
import { err, ok, type Result } from '../core/result.js'
import { namesOf, toldOnDays, type DayNames } from './calendar.js'
import { best, fits, isOrdinary, pools } from './draw.js'
import { pastOf, type Past } from './past.js'
import { dayOff, entriesFor, ownFor, type Plan } from './plan.js'
import type { Given, Tip } from './tip.js'

/** Days before a tip may come again in the same room. */
export const repeatAfter = 365

/** Whether the room had a tip within the year: then not even the office's wish repeats it. */
export const hadLately = (tip: Tip, { day, history }: Pick<PickInput, 'day' | 'history'>): boolean =>
  history.some((g) => {
    const ago = daysBetween(g.day, day)
    return g.tipId === tip.id && ago > 0 && ago < repeatAfter
  })

/** What the pick knows of a room. Null tags are unknown and exclude nothing; an empty list excludes every tagged tip. */
export interface TipRoom {
  readonly name: string
  readonly regions: readonly string[] | null
  readonly crops: readonly string[] | null
  /** Themes or groups the room asked for; null: all. Day hooks are given all the same. */
  readonly themes: readonly string[] | null
}

export interface PickInput {
  readonly room: TipRoom
  readonly day: PlainDate
  readonly library: readonly Tip[]
  /** What the room has had, in any order; days after `day` are not looked at. */
  readonly history: readonly Given[]
  readonly plan: Plan
  /** Medical tips wait until a reviewer of the association has signed them. */
  readonly holdUnsignedMedical?: boolean
}

export type Why = 'inserted' | 'swapped' | 'own' | 'day' | 'campaign' | 'scientist' | 'ordinary' | 'again'

export interface Choice {
  readonly tip: Tip
  readonly why: Why
  /** Names of the day that the tip itself is not about; shown on a line of their own. */
  readonly also: readonly string[]
}

/** Why a room has no tip on a day. `exhausted`: all that fits was given within the year. */
export type NoTip =
  | { readonly code: 'day_off'; readonly reason: string }
  | { readonly code: 'skipped' }
  | { readonly code: 'exhausted' }

/**
 * The tip of a room's day: the office's wish, a member's own tip, the day's hook, a campaign's, once a week a
 * scientist, else one in season — never one of the last 365 days, never a third day of one theme, never yesterday's
 * in other words. Depends on nothing but its argument: chosen again after a restart, it is the same.
 */
export function pick(input: PickInput): Result<Choice, NoTip> {
  const { room, day, plan } = input
  const off = dayOff(plan, room.name, day)
  if (off) return err({ code: 'day_off', reason: off.reason })
  const entries = entriesFor(plan, room.name, day)
  if (entries.some((e) => e.action === 'skip')) return err({ code: 'skipped' })

  const names = namesOf(day, plan.campaigns)
  const give = (tip: Tip, why: Why): Result<Choice, NoTip> =>
    ok({ tip, why, also: names.days.filter((n) => n !== tip.day && toldOnDays.has(n)) })
  for (const e of entries.toReversed()) {
    const id = e.action === 'insert' ? e.tipId : e.action === 'swap' ? e.in : null
    const tip = input.library.find((t) => t.id === id)
    if (tip && !hadLately(tip, input)) return give(tip, e.action === 'insert' ? 'inserted' : 'swapped')
  }
  const own = ownFor(plan, room.name, day)
  if (own) return give(own.tip, 'own')

  const swappedOut = new Set(entries.flatMap((e) => (e.action === 'swap' ? [e.out] : [])))
  const past = pastOf(input)
  const usable = input.library.filter(
    (t) => !swappedOut.has(t.id) && !(input.holdUnsignedMedical && t.medical && t.reviewer === null),
  )
  const fresh = usable.filter((t) => past.ago(t) >= repeatAfter)

  for (const { why, tips } of offers(fresh, usable, input, names, past)) {
    const tip = best(tips, input, past)
    // The day's own hook is given even where it makes a third day of a theme.
    if (tip && (why === 'day' || !past.tires(tip))) return give(tip, why)
  }
  // A library of less than a year goes round: what was given longest ago comes first.
  if (usable.length >= repeatAfter) return err({ code: 'exhausted' })
  const round = pools(usable, input, running(names))
    .flat()
    .filter((t) => past.ago(t) > 1)
    .sort((a, b) => past.ago(b) - past.ago(a) || (a.id < b.id ? -1 : 1))
  const again = round.find((t) => !past.tires(t)) ?? round[0]
  return again ? give(again, 'again') : err({ code: 'exhausted' })
}

/** What may be given, the weightiest offer first. A campaign has one tip for sure, the others of it take their chance. */
function offers(
  fresh: readonly Tip[],
  usable: readonly Tip[],
  input: PickInput,
  names: DayNames,
  past: Past,
): readonly { readonly why: Why; readonly tips: readonly Tip[] }[] {
  const ours = fresh.filter((t) => fits(t, input.room))
  const waiting = names.campaigns.filter(
    (c) => !usable.some((t) => t.day === c.name && past.ago(t) <= daysBetween(c.start, input.day)),
  )
  return [
    ...names.days.map((name) => ({
      why: 'day' as const,
      tips: longestAgo(
        ours.filter((t) => t.day === name),
        past,
      ),
    })),
    ...waiting.map((c) => ({ why: 'campaign' as const, tips: ours.filter((t) => t.day === c.name) })),
    {
      why: 'scientist',
      tips: past.scientistDue ? fresh.filter((t) => t.scientist && isOrdinary(t, input)) : [],
    },
    ...pools(fresh, input, running(names)).map((tips) => ({ why: 'ordinary' as const, tips })),
  ]
}

/** Those given longest ago, or never: a day that comes every year brings another tip each time. */
function longestAgo(tips: readonly Tip[], past: Past): readonly Tip[] {
  const most = Math.max(...tips.map((t) => past.ago(t)))
  return tips.filter((t) => past.ago(t) === most)
}

const running = (names: DayNames): readonly string[] => names.campaigns.map((c) => c.name)
