import { expect, test } from 'vitest'
import { openDatabase } from '../db/open.js'
import { createDatabase } from '../db/store.js'
import { awayBetween, lastOnline, noteOnline } from '../src/offline.js'

const at = (clock: string, day = '2026-11-21'): Date => new Date(`${day}T${clock}:00.000Z`)

/** What the bot notes at these instants, and what is then known of the day. */
const rows: readonly (readonly [
  name: string,
  notes: readonly string[],
  away: readonly (readonly [string, string])[],
])[] = [
  ['a tick each minute is one long presence', ['01:00', '01:01', '01:02', '01:03'], []],
  ['the first start ever is no return', ['01:00'], []],
  ['a restart within two minutes is not worth a line', ['01:00', '01:02'], []],
  ['a gap is an interval from the last sure instant', ['01:00', '03:30', '03:31'], [['01:00', '03:30']]],
  [
    'two gaps are two intervals',
    ['01:00', '01:10', '02:00'],
    [
      ['01:00', '01:10'],
      ['01:10', '02:00'],
    ],
  ],
  ['a clock set back notes nothing', ['03:00', '01:00', '03:01'], []],
]

test.each(rows)('%s', async (_, notes, away) => {
  const opened = await openDatabase('sqlite::memory:')
  if (!opened.ok) throw new Error(opened.error.code)
  const db = createDatabase(opened.value)
  try {
    await db.work(async (store) => {
      for (const clock of notes) await noteOnline(store, at(clock))
      const known = await awayBetween(store, at('00:00').toISOString(), at('23:59').toISOString())
      expect(known).toEqual(
        away.map(([from, to]) => ({ from: at(from).toISOString(), to: at(to).toISOString() })),
      )
      expect(await lastOnline(store)).toBe(at([...notes].sort().at(-1)!).toISOString())
    })
  } finally {
    await db.close()
  }
})

test('intervals are cut to what is asked and forgotten after sixty days', async () => {
  const opened = await openDatabase('sqlite::memory:')
  if (!opened.ok) throw new Error(opened.error.code)
  const db = createDatabase(opened.value)
  try {
    await db.work(async (store) => {
      await noteOnline(store, at('01:00', '2026-08-01'))
      await noteOnline(store, at('02:00', '2026-08-01'))
      await noteOnline(store, at('02:00', '2026-11-20'))
      const day = [at('00:00', '2026-11-20').toISOString(), at('01:00', '2026-11-20').toISOString()] as const
      expect(await awayBetween(store, ...day)).toEqual([{ from: day[0], to: day[1] }])
      const long = await awayBetween(store, at('00:00', '2026-01-01').toISOString(), day[1])
      expect(long.map((a) => a.from)).toEqual([at('02:00', '2026-08-01').toISOString()])
    })
  } finally {
    await db.close()
  }
})
