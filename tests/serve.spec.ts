import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../db/open.js'
import { createDatabase } from '../db/store.js'
import type { Pacing } from '../src/config.js'
import { err } from '../src/core/result.js'
import { noLog } from '../src/log.js'
import { awayBetween } from '../src/offline.js'
import { parseOrg } from '../src/org.js'
import { serve, type Live } from '../src/serve.js'
import type { Database } from '../src/store.js'
import { zoneOf } from '../src/zone.js'
import { network, room, time, type Network, type Time } from './live-network.js'
import { fileIn, smallOrg, temporaryFolder } from './live-support.js'

const zone = zoneOf('Asia/Shanghai')
const minute = 60_000
const report = '昨天在城东区三小讲防诈骗，120人'

let folder: string
let clock: Time
let net: Network
let db: Database
beforeEach(() => {
  folder = temporaryFolder()
  at('09:00')
})

/** A new day’s clock, with a network on it. */
function at(wall: string, day = '2026-11-21'): void {
  const [h = 0, m = 0] = wall.split(':').map(Number)
  clock = time(zone.at(day, h * 60 + m))
  net = network(clock.now)
}

interface Options {
  readonly pacing?: Partial<Pacing>
  readonly tips?: string
  readonly tipsUntil?: string
  /** It will never stop: its process is gone in the middle. */
  readonly killed?: boolean
}
const pacing = { gapSeconds: 4, jitterSeconds: 0, roomGapSeconds: 8, perMinute: 20, perDay: 300 }

/** Starts the bot on the folder's database; it ends with the test, in order or not. */
async function start(options: Options = {}, next: Network = net): Promise<Live> {
  const opened = await openDatabase(`sqlite:${join(folder, 'x.db')}`)
  if (!opened.ok) throw new Error(opened.error.code)
  db = createDatabase(opened.value)
  const org = parseOrg(smallOrg().replace("tips: 'off'", `tips: '${options.tips ?? 'off'}'`))
  if (!org.ok) throw new Error(org.error[0]?.sentence)
  const own = db
  const live = await serve(
    {
      org: org.value,
      data: folder,
      healthPort: null,
      quiet: { from: 21 * 60, to: 450 },
      pacing: { ...pacing, ...options.pacing },
      ...(options.tipsUntil === undefined ? {} : { tipsUntil: options.tipsUntil }),
    },
    { db, log: noLog, transport: next, random: () => 0, version: '1', clock, ...clock },
  )
  if (!options.killed) onTestFinished(() => live.stop().finally(() => own.close()))
  return live
}
const texts = (): string[] => net.sent.map((out) => out.text)

test('a report is answered, at the account’s pace', async () => {
  const live = await start()
  net.online()
  await net.say(report)
  await net.say('小科 全市', 'li', { room: '南山县老科协群' })
  await net.say('小科 帮助', 'li')
  await live.idle()
  expect(texts()).toHaveLength(1)
  expect(texts()[0]).toContain('120人次')
  await clock.pass(30_000, live.idle)
  expect(texts()).toHaveLength(3)
  const seconds = net.sent.map((out) => (out.at.getTime() - net.sent[0]!.at.getTime()) / 1000)
  expect(seconds).toEqual([0, 4, 8])
})

test('offline, what is to be said waits; online again it goes, and the gap is known', async () => {
  const live = await start()
  net.online()
  await clock.pass(10 * minute, live.idle)
  net.offline()
  await net.say(report)
  await clock.pass(40 * minute, live.idle)
  expect(texts()).toEqual([])
  expect(await live.health()).toMatchObject({ state: 'offline', reason: 'cut', outbox: { planned: 1 } })
  net.online()
  await live.idle()
  expect(texts()).toHaveLength(1)
  const away = await db.read((store) =>
    awayBetween(store, '2026-11-21T00:00:00.000Z', '2026-11-22T00:00:00.000Z'),
  )
  expect(away).toEqual([{ from: '2026-11-21T01:10:00.000Z', to: '2026-11-21T01:50:00.000Z' }])
})

test('a question that leaves late is open as long as ever', async () => {
  const live = await start()
  net.online()
  await live.idle()
  net.offline()
  await net.say('今天在城东区东湖社区义诊，发资料200份')
  await clock.pass(60 * minute, live.idle)
  net.online()
  await live.idle()
  expect(texts().at(-1)).toContain('没数')
  await clock.pass(20 * minute, live.idle)
  await net.say('150')
  await clock.pass(minute, live.idle)
  expect(texts().at(-1)).toContain('150人次')
})

describe.each(['quiet', '安静'])('the file %s in the data folder', (name) => {
  test('nothing is sent while it lies there, everything is recorded', async () => {
    const live = await start()
    const file = fileIn(folder, name, '')
    net.online()
    await net.say(report)
    await clock.pass(5 * minute, live.idle)
    expect(texts()).toEqual([])
    expect(await live.health()).toMatchObject({ quiet: true, outbox: { planned: 1 } })
    expect(await db.read((store) => store.records.count({}))).toBe(1)
    rmSync(file)
    await clock.pass(minute, live.idle)
    expect(texts()).toHaveLength(1)
  })
})

test('throttled: nothing goes for as long as asked, over a restart too', async () => {
  const live = await start()
  net.online()
  net.answer = async () => err({ code: 'throttled', retryAfterMs: 30 * minute })
  await net.say('小科 帮助')
  await live.idle()
  expect(texts()).toHaveLength(1)
  await live.stop()
  await db.close()
  net = network(clock.now, 'second')
  const again = await start()
  net.online()
  await net.say('小科 帮助', 'li')
  await clock.pass(29 * minute, again.idle)
  expect(texts()).toEqual([])
  expect((await again.health()).pausedUntil).not.toBeNull()
  await clock.pass(3 * minute, again.idle)
  expect(texts()).toHaveLength(2)
  expect((await again.health()).pausedUntil).toBeNull()
})

test('a crash while sending: not sent again, shown to the office', async () => {
  await start({ killed: true })
  net.online()
  net.answer = () => new Promise(() => undefined)
  await net.say(report)
  await expect.poll(() => texts().length).toBe(1)
  // The process is gone with the send under way; another one opens the same file.
  net = network(clock.now, 'second')
  const again = await start()
  net.online()
  await clock.pass(10 * minute, again.idle)
  expect(texts()).toEqual([])
  expect(await again.health()).toMatchObject({ outbox: { planned: 0, unknown: 1 } })
  const todos = await db.read((store) => store.todos.open(null))
  expect(todos.map((t) => t.what)).toEqual(['send'])
})

test('stopping: the send under way ends, what is held back is recorded, nothing new is sent', async () => {
  const live = await start()
  net.online()
  let answered: (() => void) | undefined
  net.answer = () => new Promise((done) => (answered = () => done({ ok: true, value: {} })))
  await net.say(report)
  await expect.poll(() => texts().length).toBe(1)
  net.held.push({
    id: 'held',
    room: '南山县老科协群',
    sender: { id: 'wxid_li', name: '李建国' },
    text: '今天在南山县二中讲航天，90人',
    sentAt: clock.now(),
  })
  const stopped = live.stop()
  answered?.()
  await stopped
  expect(texts()).toHaveLength(1)
  const state = await db.read(async (store) => ({
    records: await store.records.count({}),
    sent: (await store.outbox.withStatus('sent', '')).length,
    planned: (await store.outbox.withStatus('planned', '')).length,
  }))
  expect(state).toEqual({ records: 2, sent: 1, planned: 1 })
})

describe('the morning’s tip', () => {
  /** Online again at…, how many tips the room gets. */
  test.each([
    ['08:00', 1],
    ['14:00', 1, '15:00'],
    ['09:20', 0, '09:00'],
    ['09:20', 1],
    ['11:29', 1],
    ['14:00', 0],
  ])('online at %s: %i', async (from: string, expected: number, tipsUntil?: string) => {
    at('20:00', '2026-11-20')
    const live = await start({ tips: '08:00', ...(tipsUntil === undefined ? {} : { tipsUntil }) })
    net.online()
    await live.idle()
    net.offline()
    const [h = 0, m = 0] = from.split(':').map(Number)
    await clock.pass((h * 60 + m + 4 * 60) * minute, live.idle)
    net.online()
    await clock.pass(20 * minute, live.idle)
    expect(net.sent.filter((out) => 'room' in out.to && out.to.room === room)).toHaveLength(expected)
    // Too late: the office is told, in private.
    const told = net.sent.filter((out) => 'person' in out.to && out.text.includes('科普没发'))
    expect(told).toHaveLength(expected === 0 ? 1 : 0)
  })
})

test('somebody doubtful is put to the office, whose word reaches the transport once', async () => {
  const live = await start()
  net.online()
  net.events.notice?.({
    kind: 'doubtful',
    id: 'wx-7',
    name: '秀兰',
    maybe: [{ id: 'wxid_wang', name: '王秀兰' }],
  })
  await live.idle()
  expect(net.sent).toMatchObject([{ to: { person: 'wxid_zhou' } }])
  const no = /认人(\d+) 是/.exec(texts()[0]!)?.[1]
  await net.say(`办完 ${no}`, 'zhou', { room: undefined as never })
  await live.idle()
  expect(texts().at(-1)).toContain(`认人${no} 不是`)
  expect(net.confirmed).toEqual([])
  await net.say(`认人${no} 是`, 'zhou', { room: undefined as never })
  // At once, not at the next minute: the next message may be that person's.
  await live.idle()
  expect(net.confirmed).toEqual([['wx-7', 'wxid_wang']])
  expect(texts().at(-1)).toContain('王秀兰')
})

test('somebody of the org file under another id is noted, others are not', async () => {
  const live = await start()
  net.online()
  await net.say('大家好', 'zhou', { sender: { id: 'wxid_8k2', name: '周敏' } })
  await net.say('大家好', 'li', { sender: { id: 'wxid_new', name: '新来的' } })
  await net.say('大家好')
  await live.idle()
  const noted = await db.read((store) => store.settings.list('namesake:'))
  expect(noted).toEqual([{ key: 'namesake:wxid_zhou', value: 'wxid_8k2' }])
})

test('a message that could not be read is on the office’s list', async () => {
  const live = await start()
  net.online()
  net.events.notice?.({ kind: 'unreadable', what: 'message', id: 'x', room })
  await live.idle()
  const todos = await db.read((store) => store.todos.open(null))
  expect(todos.map((t) => t.text)).toEqual([
    `「${room}」里有一条消息没有读出来，要是报活动的，请老师再发一次。`,
  ])
})
