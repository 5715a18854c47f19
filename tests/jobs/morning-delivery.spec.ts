import { expect, test } from 'vitest'
import { createDatabase } from '../../db/store.js'
import { openDatabase } from '../../db/open.js'
import { openApp } from '../../src/app.js'
import type { Outgoing } from '../../src/core/message.js'
import { err, ok } from '../../src/core/result.js'
import { noLog } from '../../src/log.js'
import { noPace } from '../../src/outbox.js'
import type { SendError, Transport } from '../../src/ports.js'
import { advance, virtualClock } from '../../src/transports/replay.js'
import { sampleOrg } from '../converse/play.js'

/** What the platform says to the tip of each room. */
const answers: Readonly<Record<string, SendError | null>> = {
  甲群: null,
  乙群: { code: 'no_such_target' },
  丙群: { code: 'unknown', reason: 'timeout' },
  丁群: { code: 'refused', reason: 'x' },
  辛群: { code: 'offline' },
}
const org = {
  ...sampleOrg(),
  rooms: Object.keys(answers).map((name) => ({ name, unit: '临海市老科协', tips: '08:00' as const })),
}
const at = (wall: string): Date => new Date(`${wall.replace(' ', 'T')}:00+08:00`)

test('the morning line says of each room what became of its tip: sent, failed and why, unknown, still waiting, dropped', async () => {
  const opened = await openDatabase('sqlite::memory:')
  if (!opened.ok) throw new Error(opened.error.code)
  const db = createDatabase(opened.value)
  const clock = virtualClock(at('2026-11-21 12:00'))
  const told: string[] = []
  const transport: Pick<Transport, 'send'> = {
    async send(out: Outgoing) {
      if ('person' in out.to) {
        if (out.text.includes('科普')) told.push(`${clock.now().toISOString().slice(5, 10)} ${out.text}`)
        return ok({})
      }
      const wrong = answers[out.to.room] ?? null
      return wrong === null ? ok({}) : err(wrong)
    },
  }
  // what waited past 11:30 is dropped, as the live pacer has it
  const pacer = {
    ...noPace,
    stale: (row: { readonly class: string; readonly createdAt: string }, now: Date) =>
      row.class === 'tip' && now.getTime() - Date.parse(row.createdAt) > 3.5 * 3600_000,
  }
  const app = await openApp({ org, db, clock, log: noLog, transport, pacer })
  try {
    await app.tick()
    await advance(app, clock, at('2026-11-22 08:10'))
    expect(told).toEqual([
      '11-22 科普1个群已发，3个群没发出（平台不让发、群不在了、还在等着发），1个群发没发到说不准。',
    ])
    await advance(app, clock, at('2026-11-22 12:10'))
    const rows = await db.read((store) => store.tips.on('2026-11-22'))
    const states = await db.read((store) =>
      Promise.all(rows.map(async (r) => `${r.room} ${(await store.outbox.byId(r.outbox!))!.status}`)),
    )
    expect(states.toSorted()).toEqual(
      ['甲群 sent', '乙群 failed', '丙群 unknown', '丁群 failed', '辛群 dropped'].toSorted(),
    )
    // the next morning tells how the one that waited ended
    await advance(app, clock, at('2026-11-23 08:10'))
    expect(told.at(-1)).toContain('1个群过了点没发')
  } finally {
    await db.close()
  }
})
