import { addDays, daysBetween, type PlainDate } from '../core/day.js'
import { fraction } from './hash.js'
import { dayOff, type Plan } from './plan.js'

/** When a room is given its tip. Seconds are seconds since midnight in the association's zone. */
export interface TipHours {
  readonly room: string
  /** `HH:MM`, or `off`. */
  readonly time: string
}

export interface ScheduleOptions {
  /** `HH:MM`: until then (included) a tip that could not be sent at its hour is still sent the same day. */
  readonly catchUpUntil: string
  /** Rooms of one hour are spread over so many seconds; 0 in replay, at most 90. */
  readonly jitterSeconds: number
}

export const defaultSchedule: ScheduleOptions = { catchUpUntil: '11:30', jitterSeconds: 90 }

/** A civil instant in the association's zone. */
export interface LocalSecond {
  readonly day: PlainDate
  /** 0–86399. */
  readonly second: number
}

/** What the ledger knows of a room: the last day that has a row (a tip or a reason), and whether today has one. */
export interface RoomLedger {
  /** The latest day with a row; null for a room that never had any. */
  readonly lastDay: PlainDate | null
}

/** Why a room has no tip on a day, as stored in the ledger. */
export type Unsent =
  | 'off'
  | 'day_off'
  /** The house was away, or the platform was, until it was too late. */
  | 'too_late'
  | 'skipped'
  | 'exhausted'

export type Due =
  | { readonly due: 'now' }
  /** Not before this second of the day. */
  | { readonly due: 'later'; readonly second: number }
  /** Today has its row: sent, or a reason. Also when the clock was set back to a day before the last row. */
  | { readonly due: 'done' }
  /** No tip today; write the reason down. */
  | { readonly due: 'never'; readonly reason: Unsent }

/** Replies are not sent between 21:00 and 7:30; a tip neither. */
const night = { from: clock('21:00'), to: clock('07:30') }
/** A room with a late hour gets as long a grace as 8:00 has until 11:30. */
const lateGrace = clock('03:30')

/** `HH:MM` → seconds since midnight. */
export function clock(time: string): number {
  return Number(time.slice(0, 2)) * 3600 + Number(time.slice(3, 5)) * 60
}

/** First and last second (both included) in which a room's tip may leave; null when it is off. */
export function windowOf(
  hours: TipHours,
  options: ScheduleOptions,
): { readonly from: number; readonly until: number } | null {
  if (hours.time === 'off') return null
  const jitter = Math.floor(fraction(hours.room, 'hour') * (Math.min(90, options.jitterSeconds) + 1))
  const from = Math.max(night.to, clock(hours.time)) + jitter
  const catchUp = clock(options.catchUpUntil)
  const until = clock(hours.time) < catchUp ? Math.max(catchUp, from + 60) : clock(hours.time) + lateGrace
  return { from, until: Math.min(until, night.from - 1) }
}

/**
 * What is due in a room at an instant. Pure: the same instant and ledger give the same answer, so two processes that
 * ask at once both hear `now` and the ledger's unique (room, day) lets one of them send.
 */
export function due(
  hours: TipHours,
  now: LocalSecond,
  ledger: RoomLedger,
  plan: Plan,
  options: ScheduleOptions = defaultSchedule,
): Due {
  if (ledger.lastDay !== null && now.day <= ledger.lastDay) return { due: 'done' }
  const window = windowOf(hours, options)
  // A silenced room may be switched on again during the day: its row is written when the day is over for tips.
  if (!window)
    return now.second < night.from ? { due: 'later', second: night.from } : { due: 'never', reason: 'off' }
  if (now.second < window.from) return { due: 'later', second: window.from }
  if (dayOff(plan, hours.room, now.day)) return { due: 'never', reason: 'day_off' }
  return now.second <= window.until ? { due: 'now' } : { due: 'never', reason: 'too_late' }
}

/**
 * The days before today that have no row: the house was away. Each gets its reason; their tips are never sent. A room
 * without any row yet has none to account for. At most the last `limit` days.
 */
export function missedDays(
  hours: TipHours,
  today: PlainDate,
  ledger: RoomLedger,
  plan: Plan,
  limit = 400,
): readonly { readonly day: PlainDate; readonly reason: Unsent }[] {
  if (ledger.lastDay === null) return []
  const missed = Math.max(0, daysBetween(ledger.lastDay, today) - 1)
  return Array.from({ length: Math.min(limit, missed) }, (_, i) => {
    const day = addDays(today, i - Math.min(limit, missed))
    const reason = hours.time === 'off' ? 'off' : dayOff(plan, hours.room, day) ? 'day_off' : 'too_late'
    return { day, reason }
  })
}
