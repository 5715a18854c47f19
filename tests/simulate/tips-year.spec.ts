import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, dayOfNumber, dayNumber } from '../../src/core/day.js'
import { namesOf } from '../../src/tips/calendar.js'
import { loadLibrary } from '../../src/tips/library.js'
import { emptyPlan, type Plan } from '../../src/tips/plan.js'
import { audit, look, type Crash, type World } from './tips-house.js'

/**
 * A year of mornings on a virtual clock. TIPS_ROOMS, TIPS_DAYS, TIPS_RESTARTS and TIPS_SEED change its size; the whole
 * year of the issue is 12 rooms, 365 days, 200 restarts.
 */
const size = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise)
const rooms = size('TIPS_ROOMS', 3)
const days = size('TIPS_DAYS', 365)
const restarts = size('TIPS_RESTARTS', 200)
const seed = size('TIPS_SEED', Date.now() % 1_000_000)

/** Mulberry32. */
function random(state: number): () => number {
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000
  }
}

const statesOn = (world: World, day: string): string[] =>
  [...world.ledger.values()].filter((r) => r.day === day).map((r) => r.state)

const library = loadLibrary('data/tips').tips
const crops = [null, [], ['柑橘'], ['油茶', '水稻'], ['桑蚕']]
const hours = ['08:00', '08:00', '07:30', '08:30', '11:29', '16:00', 'off']
const first = '2026-01-01'
const second = (day: string, s: number): number => dayNumber(day) * 86400 + s

describe(`a year of mornings, seed ${seed} (TIPS_SEED)`, () => {
  const next = random(seed)
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  const plan: Plan = {
    ...emptyPlan,
    off: [{ room: null, start: '2026-05-19', end: '2026-05-20', reason: '全国哀悼日' }],
    entries: [{ action: 'skip', room: '1群', day: '2026-03-17' }],
    campaigns: [{ name: '全国科技活动周', start: '2026-05-23', end: '2026-05-30' }],
  }
  const world: World = {
    rooms: Array.from({ length: rooms }, (_, i) => ({
      name: `${i + 1}群`,
      regions: i % 3 ? ['south'] : null,
      crops: crops[i % crops.length]!,
      themes: null,
      time: hours[i % hours.length]!,
    })),
    library,
    plan,
    options: { catchUpUntil: '11:30', jitterSeconds: 90 },
    online: true,
    ledger: new Map(),
    sent: [],
  }
  const start = second(first, 7 * 3600)
  const end = second(addDays(first, days - 1), 86399)

  // What befalls the house: restarts (a third of them in the very second of the hour), outages, a platform that is
  // away, a clock that is set wrong and right again.
  const events: {
    at: number
    what: 'restart' | 'down' | 'up' | 'offline' | 'online' | 'clock'
    offset?: number
  }[] = []
  for (let i = 0; i < restarts; i++) {
    const day = addDays(first, between(0, days - 1))
    events.push({ at: second(day, i % 3 ? between(7 * 3600, 12 * 3600) : 8 * 3600), what: 'restart' })
  }
  for (let i = 0; i < restarts / 10; i++) {
    const at = between(start, end)
    events.push({ at, what: 'down' }, { at: at + between(600, 40 * 3600), what: 'up' })
    const cut = between(start, end)
    events.push({ at: cut, what: 'offline' }, { at: cut + between(60, 6 * 3600), what: 'online' })
    const wrong = between(start, end)
    const offset = between(-1, 1) * between(60, i % 4 ? 7200 : 50 * 3600)
    events.push(
      { at: wrong, what: 'clock', offset },
      { at: wrong + between(60, 86400), what: 'clock', offset: 0 },
    )
  }
  events.sort((a, b) => a.at - b.at)

  test(
    'exactly one tip a room and day or a recorded reason; no repeats; never at night',
    { timeout: 600_000 },
    () => {
      let [now, offset, up, e] = [start, 0, true, 0]
      while (now <= end) {
        for (; e < events.length && events[e]!.at <= now; e++) {
          const event = events[e]!
          if (event.what === 'down') up = false
          if (event.what === 'up') up = true
          if (event.what === 'offline') world.online = false
          if (event.what === 'online') world.online = true
          if (event.what === 'clock') offset = event.offset!
        }
        const shown = now + offset
        const at = { day: dayOfNumber(Math.floor(shown / 86400)), second: shown % 86400 }
        const restarting = events.some((x) => x.what === 'restart' && x.at === now)
        const crash: Crash = !restarting ? 'none' : next() < 0.5 ? 'stored' : 'handed over'
        let wake = 86400
        if (up) {
          wake = look(world, at, crash)
          if (crash !== 'none' || next() < 0.2) wake = look(world, at) // started again, or a second process on the ledger
        }
        const upcoming = events[e]?.at ?? Infinity
        now = Math.min(now + Math.max(1, wake - at.second), upcoming > now ? upcoming : Infinity, now + 3600)
      }
      // A last look long after, with the clock right, accounts for the end.
      world.online = true
      look(world, { day: addDays(first, days), second: 7 * 3600 })
      const mornings = world.rooms.filter((r) => r.time !== 'off').length * days
      expect(world.sent.length).toBeGreaterThan(mornings * 0.8)
      expect(audit(world, first, addDays(first, days - 1))).toEqual([])
    },
  )

  test('every solar term and day is honoured, and no hook on another day', () => {
    const byId = new Map(library.map((t) => [t.id, t]))
    const hooks = new Set(library.map((t) => t.day))
    const wrong = world.sent.filter((s) => {
      const names = namesOf(s.day, plan.campaigns)
      const tip = byId.get(s.tipId)!
      const hook = names.days.find((name) => hooks.has(name))
      return hook ? tip.day !== hook : tip.day !== null && !names.campaigns.some((c) => c.name === tip.day)
    })
    expect(wrong).toEqual([])
  })

  test('no third day of a theme, and the library suffices', () => {
    const byId = new Map(library.map((t) => [t.id, t]))
    for (const room of world.rooms) {
      const sent = world.sent.filter((s) => s.room === room.name)
      const thirds = sent.filter(
        (s, i) =>
          i > 1 &&
          daysBetween(sent[i - 2]!.day, s.day) === 2 &&
          new Set([s, sent[i - 1]!, sent[i - 2]!].map((x) => byId.get(x.tipId)!.theme)).size === 1,
      )
      expect(thirds).toEqual([])
    }
    expect([...world.ledger.values()].filter((r) => r.state === 'exhausted')).toEqual([])
  })

  test('the office’s wishes are in the ledger with their reasons', () => {
    if (days > 140)
      expect(new Set(statesOn(world, '2026-05-19').filter((s) => s !== 'too_late' && s !== 'off'))).toEqual(
        new Set(['day_off']),
      )
  })
})
