import { within, type Period, type PlainDate } from '../core/day.js'
import type { CampaignDays } from './calendar.js'
import type { Tip } from './tip.js'

/** No tips on these days (both included): national mourning and the like. `room` null: every room. */
export interface DayOff extends Period {
  readonly room: string | null
  readonly reason: string
}

/** One wish of the office for one day; `room` null: every room. The latest entry of a kind and day holds. */
export type OfficeEntry = { readonly room: string | null; readonly day: PlainDate } & (
  | { readonly action: 'skip' }
  /** `out` is not given that day; `in` is, or null for the next best. */
  | { readonly action: 'swap'; readonly out: string; readonly in: string | null }
  | { readonly action: 'insert'; readonly tipId: string }
)

/** A member's own tip with its day. */
export interface OwnTip {
  readonly room: string | null
  readonly day: PlainDate
  readonly tip: Tip
}

/** Everything people have decided about the days to come. */
export interface Plan {
  readonly off: readonly DayOff[]
  readonly entries: readonly OfficeEntry[]
  readonly own: readonly OwnTip[]
  readonly campaigns: readonly CampaignDays[]
}

export const emptyPlan: Plan = { off: [], entries: [], own: [], campaigns: [] }

const meant = (x: { readonly room: string | null }, room: string): boolean =>
  x.room === null || x.room === room

/** The day off that covers a room's day, one of its own before one of all rooms; null on working days. */
export const dayOff = (plan: Plan, room: string, day: PlainDate): DayOff | null =>
  plan.off
    .filter((o) => meant(o, room) && within(day, o))
    .sort((a, b) => Number(b.room !== null) - Number(a.room !== null))[0] ?? null

/** The wishes for a room's day; one of its own stands before what was wished for every room. */
export function entriesFor(plan: Plan, room: string, day: PlainDate): readonly OfficeEntry[] {
  const meantHere = plan.entries.filter((e) => e.day === day && meant(e, room))
  const own = meantHere.filter((e) => e.room !== null)
  return own.length > 0 ? own : meantHere
}

export const ownFor = (plan: Plan, room: string, day: PlainDate): OwnTip | null =>
  plan.own.find((o) => o.day === day && meant(o, room)) ?? null

/** Adds a wish; it takes the place of an earlier one of the same room and day (a swap only of the same `out`). */
export const withEntry = (plan: Plan, entry: OfficeEntry): Plan => ({
  ...plan,
  entries: [...plan.entries.filter((e) => !sameEntry(e, entry)), entry],
})

/** Takes back every wish for a room's day. */
export const withoutEntries = (plan: Plan, room: string | null, day: PlainDate): Plan => ({
  ...plan,
  entries: plan.entries.filter((e) => e.room !== room || e.day !== day),
})

const sameEntry = (a: OfficeEntry, b: OfficeEntry): boolean =>
  a.room === b.room &&
  a.day === b.day &&
  (a.action === 'swap'
    ? b.action === 'swap' && a.out === b.out
    : a.action === b.action || b.action === 'insert')
