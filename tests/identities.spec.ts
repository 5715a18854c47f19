import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../db/open.js'
import { createDatabase } from '../db/store.js'
import { parseOrg } from '../src/org.js'
import { noLog } from '../src/log.js'
import { databaseIdentities } from '../src/identities.js'
import { serve, type Live } from '../src/serve.js'
import type { Database } from '../src/store.js'
import { openWechaty } from '../src/transports/wechaty/index.js'
import { run, type SimCommand } from '../src/transports/wechaty/simulator/commands.js'
import type { SimMessage } from '../src/transports/wechaty/simulator/messages.js'
import { PuppetSimulator } from '../src/transports/wechaty/simulator/puppet.js'
import { createWorld, type World } from '../src/transports/wechaty/simulator/world.js'
import { noonZone } from './live-process.js'
import { smallOrg, temporaryFolder } from './live-support.js'

/** The bot in web WeChat’s ways: ids are new at every login, people are known by name. */
let world: World
let db: Database
let live: Live
const control = (command: SimCommand) => run(world, command)
const said = (): readonly string[] => (control({ do: 'said' }) as readonly SimMessage[]).map((m) => m.text)
const until = (words: string): Promise<void> =>
  expect.poll(() => said().some((text) => text.includes(words)), { timeout: 20_000, interval: 20 }).toBe(true)

beforeEach(async () => {
  world = createWorld({ changingIds: true, mentionIds: false })
  control({ do: 'person', person: { key: 'wang', name: '王秀兰' } })
  // The bot’s own account keeps the secretary under the name of the org file.
  control({ do: 'person', person: { key: 'zhou', name: '敏敏', remark: '周敏' } })
  control({ do: 'room', room: 'east', topic: '城东区老科协会员群', members: ['wang', 'zhou'] })
  const opened = await openDatabase('sqlite::memory:')
  if (!opened.ok) throw new Error(opened.error.code)
  db = createDatabase(opened.value)
  const org = parseOrg(smallOrg(noonZone()))
  if (!org.ok) throw new Error(org.error[0]?.sentence)
  const folder = temporaryFolder()
  const transport = await openWechaty(
    { puppet: 'simulator-web', folder, printQr: false, reorderMs: 30, rooms: ['城东区老科协会员群'] },
    {
      createPuppet: async () => new PuppetSimulator(world),
      identities: databaseIdentities(db, org.value),
    },
  )
  live = await serve(
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
})

describe('people whose ids change', () => {
  test('the office is known by 备注 at once, others are asked about and then known', async () => {
    control({ do: 'say', saying: { from: 'zhou', text: '待办' } })
    await until('没有要您办的')
    control({ do: 'say', saying: { from: 'wang', room: 'east', text: '昨天在城东区三小讲防诈骗，120人' } })
    await until('120人次')
    await until('「王秀兰」是原来的王秀兰吗')
    const no = /认人(\d+) 是/.exec(said().join('\n'))?.[1]
    control({ do: 'say', saying: { from: 'zhou', text: `认人${no} 是` } })
    await until('就是王秀兰')
    await expect
      .poll(() => db.read((store) => store.settings.list('identity-is:')), { timeout: 20_000 })
      .toEqual([])
    control({ do: 'say', saying: { from: 'wang', room: 'east', text: '今天在城东区东湖社区义诊，80人' } })
    await until('80人次')
    const reporters = await db.read(async (store) => (await store.records.list({})).map((r) => r.reporter))
    expect(reporters[1]).toBe('wxid_wang')
    expect(reporters[0]).not.toBe('wxid_wang')
  }, 60_000)
})

test('who was once in the table stays in it', async () => {
  const org = parseOrg(smallOrg())
  if (!org.ok) throw new Error('org')
  const fewer = { ...org.value, people: org.value.people.slice(0, 1) }
  const before = await databaseIdentities(db, org.value).load()
  expect(await databaseIdentities(db, fewer).load()).toEqual(before)
})
