import type { Pacing } from './config.js'
import { addDays } from './core/day.js'
import type { Pacer } from './outbox.js'
import type { OutboxRow } from './store.js'
import type { Zone } from './zone.js'

/** A send of the past: what was handed to the platform when. */
export interface PastSend {
  readonly at: Date
  /** Room or person. */
  readonly target: string
}

export interface PacerOptions {
  readonly pacing: Pacing
  /** Minutes of the association's day in which only answers and tips go out; `to` not included. */
  readonly quiet: { readonly from: number; readonly to: number }
  readonly zone: Zone
  /** 0…1, for the jitter. */
  readonly random: () => number
  /** While true nothing goes out and rows stay planned: the kill switch, no connection. */
  readonly held: () => boolean
  /** What this account sent today before the process began, oldest first: a restart starts no burst. */
  readonly past?: readonly PastSend[]
  /** Minute of the day until which a tip of an earlier hour still goes; 11:30 when absent. */
  readonly tipsUntil?: number
  /** Throttled until then, from before a restart. */
  readonly pausedUntil?: Date
}

/** A pacer that can say when to look again. */
export interface LivePacer extends Pacer {
  /** The earliest instant at which the account may send anything; not later than a minute from now while held. */
  ready(now: Date): Date
}

const minuteMs = 60_000

/** A tip that found no connection still goes until 11:30 (or as configured), one of a later hour for as long as 8:00 has; never next day. */
const usualCatchUp = 11 * 60 + 30
const lateGraceMinutes = 3 * 60 + 30
/** From 21:00 no tip goes. */
const lastMinute = 21 * 60 - 1

/** Who a row is for, as a key. */
export const targetOf = (row: Pick<OutboxRow, 'room' | 'person'>): string =>
  row.room === null ? `person:${row.person}` : `room:${row.room}`

/** Paces one account: no two sends too close, no more a minute and a day than an account may, nothing while held. */
export function pacer(options: PacerOptions): LivePacer {
  const { pacing, quiet, zone, random, held } = options
  const catchUp = options.tipsUntil ?? usualCatchUp
  const gap = (seconds: number): number => seconds * 1000 + random() * pacing.jitterSeconds * 1000
  let recent: number[] = []
  let today = { day: '', sends: 0 }
  let nextAt = 0
  let pausedUntil = options.pausedUntil?.getTime() ?? 0
  const targets = new Map<string, number>()

  function note(target: string, at: Date): void {
    const { day } = zone.local(at)
    today = { day, sends: today.day === day ? today.sends + 1 : 1 }
    recent = [...recent.filter((t) => at.getTime() - t < minuteMs), at.getTime()]
    nextAt = at.getTime() + gap(pacing.gapSeconds)
    for (const [other, until] of targets) if (until <= at.getTime()) targets.delete(other)
    targets.set(target, at.getTime() + gap(pacing.roomGapSeconds))
  }
  for (const { at, target } of options.past ?? []) note(target, at)

  /** Epoch milliseconds before which the account sends nothing at all. */
  function accountReady(now: Date): number {
    if (held()) return now.getTime() + minuteMs
    const { day } = zone.local(now)
    const inMinute = recent.filter((t) => now.getTime() - t < minuteMs)
    const nth = inMinute[inMinute.length - pacing.perMinute]
    const full = today.day === day && today.sends >= pacing.perDay
    return Math.max(
      nextAt,
      pausedUntil,
      nth === undefined ? 0 : nth + minuteMs,
      full ? zone.at(addDays(day, 1), 0).getTime() : 0,
    )
  }

  function quietUntil(row: OutboxRow, now: Date): number {
    if (row.class === 'answer' || row.class === 'tip') return 0
    const { day, minute } = zone.local(now)
    const { from, to } = quiet
    const night = from <= to ? minute >= from && minute < to : minute >= from || minute < to
    if (!night) return 0
    return zone.at(minute < to ? day : addDays(day, 1), to).getTime()
  }

  return {
    wait(row, now) {
      const until = Math.max(accountReady(now), targets.get(targetOf(row)) ?? 0, quietUntil(row, now))
      return until > now.getTime() ? new Date(until) : null
    },
    sent: (row, now) => note(targetOf(row), now),
    pause(until) {
      pausedUntil = Math.max(pausedUntil, until.getTime())
    },
    stale(row, now) {
      if (row.class !== 'tip') return false
      // a row put off again and again keeps the hour it was made at
      const planned = zone.local(new Date(row.createdAt))
      const local = zone.local(now)
      const until = Math.min(
        planned.minute < catchUp ? catchUp : planned.minute + lateGraceMinutes,
        lastMinute,
      )
      return local.day !== planned.day || local.minute > until
    },
    ready: (now) => new Date(Math.max(now.getTime(), accountReady(now))),
  }
}
