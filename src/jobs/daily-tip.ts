import { addDays, type PlainDate } from '../core/day.js'
import { pickInput, planFrom } from '../tips/book.js'
import { habitOf } from '../tips/habit.js'
import { runningOut } from '../tips/office.js'
import { pick, repeatAfter } from '../tips/pick.js'
import { due, missedDays, windowOf, type Unsent } from '../tips/schedule.js'
import { renderTip } from '../tips/tip.js'
import { minuteOf } from '../zone.js'
import type { RoomRow } from '../store.js'
import type { Job, JobRun } from './job.js'

/**
 * One tip a morning and room: chosen and written into the ledger (one row a room and day) before it is sent, caught up
 * until 11:30, never yesterday's; a day without one has its reason.
 */
export const dailyTip: Job = {
  name: 'daily-tip',
  // how late is too late depends on the room's hour and is decided in the run
  lateMinutes: 24 * 60,
  async due(_, store) {
    return (await store.rooms.all()).flatMap((room) =>
      room.tipsAt === 'off' ? [] : [{ scope: room.name, minute: minuteOf(room.tipsAt) }],
    )
  },
  async run(run) {
    const room = await run.store.rooms.byName(run.scope)
    if (!room) return
    const { day } = run.local
    const hours = { room: room.name, time: room.tipsOff || room.quiet ? 'off' : room.tipsAt }
    const options = { catchUpUntil: run.tipsUntil, jitterSeconds: run.spreadSeconds }
    const plan = await planFrom(run.store, addDays(day, -40))
    // Rows of a wrong clock lie far ahead and stop nothing; one of tomorrow means that the clock was put back.
    const [last] = (await run.store.tips.history(room.name, addDays(day, -60)))
      .filter((r) => r.day <= addDays(day, clockSlack))
      .slice(-1)
    const ledger = { lastDay: last?.day ?? null }
    for (const missed of missedDays(hours, day, ledger, plan, 31))
      await note(run, room, missed.day, missed.reason)
    // a silenced room may be switched on again this morning: its row is written with the next day's
    if (hours.time === 'off') return
    const second = run.local.minute * 60
    const state = due(
      hours,
      { day, second: Math.max(second, windowOf(hours, options)?.from ?? second) },
      ledger,
      plan,
      options,
    )
    if (state.due === 'never') {
      if (state.reason === 'too_late') await tellLate(run, room)
      return note(run, room, day, state.reason)
    }
    if (state.due !== 'now') return
    await give(run, room, day, windowOf(hours, options)?.from ?? second)
  },
}

/** Days by which a clock put back may differ from the ledger before the ledger is not believed. */
const clockSlack = 2

/** With more tips than these never given to a room, its next two weeks are safe and need no looking ahead. */
const lookAheadBelow = 150

async function give(run: JobRun, room: RoomRow, day: PlainDate, fromSecond: number): Promise<void> {
  const input = await pickInput(run.store, run.house.org, run.house.shelf, room, day)
  const chosen = pick(input)
  if (!chosen.ok) return note(run, room, day, chosen.error.code)
  const { tip, also } = chosen.value
  if (
    !(await run.store.tips.claim({
      room: room.name,
      day,
      tip: tip.id,
      reason: null,
      outbox: null,
      at: run.now.toISOString(),
    }))
  )
    return
  const planned = new Date(run.house.zone.at(day, 0).getTime() + fromSecond * 1000)
  const outbox = await run.say(
    { room: room.name },
    renderTip(tip, { ...(await habitOf(run.store, room.name)), also }),
    {
      class: 'tip',
      notBefore: planned > run.now ? planned : run.now,
      key: `tip/${room.name}/${day}`,
    },
  )
  if (outbox !== null) await run.store.tips.setOutbox(room.name, day, outbox)
  const after = { ...input, day: addDays(day, 1), history: [...input.history, { day, tipId: tip.id }] }
  const lately = after.history.filter((g) => g.day > addDays(day, -repeatAfter))
  const fresh = input.library.length - new Set(lately.map((g) => g.tipId)).size
  const low = fresh < lookAheadBelow ? runningOut(after) : null
  if (low)
    await tellOffice(
      run,
      `「${room.name}」的科普只够发${low.days}天了，请添新的。`,
      `tip-low/${room.name}/${day.slice(0, 7)}`,
    )
}

const note = async (run: JobRun, room: RoomRow, day: PlainDate, reason: Unsent | string): Promise<void> => {
  await run.store.tips.claim({
    room: room.name,
    day,
    tip: null,
    reason,
    outbox: null,
    at: run.now.toISOString(),
  })
}

const tellLate = (run: JobRun, room: RoomRow): Promise<void> =>
  tellOffice(
    run,
    `「${room.name}」今天的科普没发：机器人醒来已经过了钟点。`,
    `tip-late/${room.name}/${run.local.day}`,
  )

async function tellOffice(run: JobRun, text: string, key: string): Promise<void> {
  for (const p of await run.store.people.withRole(['secretariat']))
    await run.say({ person: p.id }, text, { key: `${key}/${p.id}` })
}
