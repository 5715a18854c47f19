import { expect, onTestFinished } from 'vitest'
import { openDatabase } from '../db/open.js'
import { createDatabase } from '../db/store.js'
import { databaseIdentities } from '../src/identities.js'
import { noLog } from '../src/log.js'
import { parseOrg } from '../src/org.js'
import { serve, type Live } from '../src/serve.js'
import type { Database } from '../src/store.js'
import { openWechaty, type WechatyTransport } from '../src/transports/wechaty/index.js'
import { run, type SimCommand } from '../src/transports/wechaty/simulator/commands.js'
import type { SimMessage } from '../src/transports/wechaty/simulator/messages.js'
import { PuppetSimulator } from '../src/transports/wechaty/simulator/puppet.js'
import { createWorld, type Settings } from '../src/transports/wechaty/simulator/world.js'
import { noonZone } from './live-process.js'
import { smallOrg, temporaryFolder } from './live-support.js'

/** The whole bot, live, on a simulated WeChat in this process. */
export interface Simulated {
  readonly control: (command: SimCommand) => ReturnType<typeof run>
  readonly said: () => readonly SimMessage[]
  /** Waits until the bot has said words that hold these. */
  readonly until: (words: string) => Promise<void>
  readonly db: Database
  readonly live: Live
  readonly transport: WechatyTransport
  readonly folder: string
}

/** 王秀兰, 李建国 and the secretary 周敏 (kept as 备注) in one room; online when it resolves, ended with the test. */
export async function openSimulated(settings: Partial<Settings> = {}): Promise<Simulated> {
  const world = createWorld({ mentionIds: false, ...settings })
  const control: Simulated['control'] = (command) => run(world, command)
  control({ do: 'person', person: { key: 'wang', name: '王秀兰' } })
  control({ do: 'person', person: { key: 'li', name: '李建国' } })
  control({ do: 'person', person: { key: 'zhou', name: '敏敏', remark: '周敏' } })
  control({ do: 'room', room: 'east', topic: '城东区老科协会员群', members: ['wang', 'li', 'zhou'] })
  const opened = await openDatabase('sqlite::memory:')
  if (!opened.ok) throw new Error(opened.error.code)
  const db = createDatabase(opened.value)
  const org = parseOrg(smallOrg(noonZone()))
  if (!org.ok) throw new Error(org.error[0]?.sentence)
  const folder = temporaryFolder()
  const puppet = world.settings.changingIds ? 'simulator-web' : 'simulator'
  const transport = await openWechaty(
    { puppet, folder, printQr: false, reorderMs: 30, rooms: ['城东区老科协会员群'] },
    {
      createPuppet: async () => new PuppetSimulator(world),
      identities: databaseIdentities(db, org.value),
    },
  )
  const live = await serve(
    {
      org: org.value,
      data: folder,
      healthPort: null,
      quiet: { from: 0, to: 0 },
      pacing: { gapSeconds: 0, jitterSeconds: 0, roomGapSeconds: 0, perMinute: 60, perDay: 500 },
    },
    {
      db,
      transport,
      log: noLog,
      clock: { now: () => new Date() },
      random: () => 0,
      version: '1',
      everyMinute: (tick) => {
        const timer = setInterval(tick, 100)
        return () => clearInterval(timer)
      },
      after: (ms, then) => {
        const timer = setTimeout(then, ms)
        return () => clearTimeout(timer)
      },
    },
  )
  onTestFinished(async () => {
    await live.stop()
    await db.close()
  })
  await expect.poll(async () => (await live.health()).state, { timeout: 20_000 }).toBe('online')
  const said: Simulated['said'] = () => control({ do: 'said' }) as readonly SimMessage[]
  const until = (words: string): Promise<void> =>
    expect
      .poll(() => said().some(({ text }) => text.includes(words)), { timeout: 20_000, interval: 20 })
      .toBe(true)
  return { control, said, until, db, live, transport, folder }
}
