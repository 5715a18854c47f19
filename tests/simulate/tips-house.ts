import { addDays, daysBetween, type PlainDate } from '../../src/core/day.js'
import { pick, type TipRoom } from '../../src/tips/pick.js'
import type { Plan } from '../../src/tips/plan.js'
import { due, missedDays, windowOf, type ScheduleOptions, type Unsent } from '../../src/tips/schedule.js'
import type { Given, Tip } from '../../src/tips/tip.js'

/** One row of the ledger; `room` and `day` are unique. What is stored outlives every crash. */
export interface Row {
  readonly room: string
  readonly day: PlainDate
  tipId: string | null
  state: 'planned' | 'sending' | 'sent' | 'unknown' | Unsent
}

export interface Sent {
  readonly room: string
  /** Day and second the wrong or right clock of the house showed. */
  readonly day: PlainDate
  readonly second: number
  readonly tipId: string
}

export interface World {
  readonly rooms: readonly (TipRoom & { readonly time: string })[]
  readonly library: readonly Tip[]
  readonly plan: Plan
  readonly options: ScheduleOptions
  /** Whether the platform takes messages. */
  online: boolean
  readonly ledger: Map<string, Row>
  readonly sent: Sent[]
}

/** Where a process may die: nowhere, after the row is stored, or after the platform has the message. */
export type Crash = 'none' | 'stored' | 'handed over'

const key = (room: string, day: PlainDate): string => `${day} ${room}`

/** One look of one process at the clock. Returns the second at which it wants to look again that day. */
export function look(world: World, at: { day: PlainDate; second: number }, crash: Crash = 'none'): number {
  let next = 86400
  for (const room of world.rooms) {
    const rows = [...world.ledger.values()].filter((r) => r.room === room.name)
    const lastDay = rows.reduce<PlainDate | null>(
      (max, r) => (max === null || r.day > max ? r.day : max),
      null,
    )
    for (const { day, reason } of missedDays(
      { room: room.name, time: room.time },
      at.day,
      { lastDay },
      world.plan,
    ))
      claim(world, { room: room.name, day, tipId: null, state: reason })
    const d = due({ room: room.name, time: room.time }, at, { lastDay }, world.plan, world.options)
    if (d.due === 'later') next = Math.min(next, d.second)
    if (d.due === 'never') claim(world, { room: room.name, day: at.day, tipId: null, state: d.reason })
    if (d.due === 'now') {
      const history: Given[] = rows.flatMap((r) =>
        r.tipId && (r.state === 'sent' || r.state === 'unknown') ? [{ day: r.day, tipId: r.tipId }] : [],
      )
      const choice = pick({ room, day: at.day, library: world.library, history, plan: world.plan })
      claim(world, {
        room: room.name,
        day: at.day,
        tipId: choice.ok ? choice.value.tip.id : null,
        state: choice.ok ? 'planned' : choice.error.code,
      })
    }
    next = Math.min(next, outbox(world, room, at, crash))
    if (crash !== 'none' && d.due === 'now') return next // the process is dead: the other rooms wait for the next
  }
  return next
}

/** Stores a row if the room's day has none: the unique key of the ledger. */
function claim(world: World, row: Row): boolean {
  if (world.ledger.has(key(row.room, row.day))) return false
  world.ledger.set(key(row.room, row.day), row)
  return true
}

/** Sends what is planned: once handed over it is never sent again, whatever became of it. */
function outbox(
  world: World,
  room: World['rooms'][number],
  at: { day: PlainDate; second: number },
  crash: Crash,
): number {
  for (const row of world.ledger.values()) {
    if (row.room !== room.name || (row.state !== 'planned' && row.state !== 'sending')) continue
    const window = windowOf({ room: room.name, time: room.time }, world.options)!
    if (row.state === 'sending') row.state = 'unknown'
    else if (row.day !== at.day || at.second > window.until) row.state = 'too_late'
    else if (crash === 'stored' || at.second < window.from) continue
    else if (!world.online) return at.second + 300
    else {
      row.state = 'sending'
      world.sent.push({ room: row.room, day: at.day, second: at.second, tipId: row.tipId! })
      if (crash !== 'handed over') row.state = 'sent'
    }
  }
  return 86400
}

/** Every day of every room: how often, and what is wrong. */
export function audit(world: World, first: PlainDate, last: PlainDate): string[] {
  const wrong: string[] = []
  const days = Array.from({ length: daysBetween(first, last) + 1 }, (_, i) => addDays(first, i))
  for (const room of world.rooms) {
    const sent = world.sent.filter((s) => s.room === room.name)
    for (const day of days) {
      const row = world.ledger.get(key(room.name, day))
      const count = sent.filter((s) => s.day === day).length
      if (!row) wrong.push(`${room.name} ${day}: neither a tip nor a reason`)
      else if (count !== (row.state === 'sent' || row.state === 'unknown' ? 1 : 0))
        wrong.push(`${room.name} ${day}: ${row.state}, sent ${count} times`)
      else if (row.state === 'planned' || row.state === 'sending')
        wrong.push(`${room.name} ${day}: left ${row.state}`)
    }
    const seen = new Map<string, PlainDate>()
    for (const s of sent) {
      const before = seen.get(s.tipId)
      if (before && daysBetween(before, s.day) < 365)
        wrong.push(`${room.name}: ${s.tipId} on ${before} and ${s.day}`)
      seen.set(s.tipId, s.day)
      if (s.second < 7.5 * 3600 || s.second >= 21 * 3600) wrong.push(`${room.name} ${s.day}: at night`)
    }
  }
  return wrong
}
