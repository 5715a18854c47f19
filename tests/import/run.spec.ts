import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../db/open.js'
import { createDatabase } from '../../db/store.js'
import { openApp, type App } from '../../src/app.js'
import { ok } from '../../src/core/result.js'
import { readRecord } from '../../src/import/read.js'
import { importRecord, type ImportSummary } from '../../src/import/run.js'
import { tellImport } from '../../src/import/tell.js'
import { noLog } from '../../src/log.js'
import { parseOrg } from '../../src/org.js'
import type { Database, RecordRow } from '../../src/store.js'
import { zoneOf } from '../../src/zone.js'
import { smallOrg } from '../live-support.js'

const zone = zoneOf('Asia/Shanghai')
const room = '城东区老科协会员群'
let db: Database
let app: App
let now: Date
beforeEach(async () => {
  now = zone.at('2026-11-21', 600)
  const opened = await openDatabase('sqlite::memory:')
  if (!opened.ok) throw new Error(opened.error.code)
  const own = (db = createDatabase(opened.value))
  onTestFinished(() => own.close())
  const org = parseOrg(smallOrg().replace('rooms:', "rooms:\n  - { name: 全市会员群, tips: 'off' }"))
  if (!org.ok) throw new Error(org.error[0]?.sentence)
  const transport = { send: async () => ok({}) }
  app = await openApp({ org: org.value, db, clock: { now: () => now }, log: noLog, transport })
})

/** Imports lines 「clock 姓名：话」 of 1 November 2026. */
async function importing(lines: readonly string[], into = room): Promise<ImportSummary> {
  const text = lines
    .map((line) => {
      const m = /^(\d+:\d+) ([^：]+)：([\s\S]*)$/.exec(line)
      return `${m![2]!} 2026年11月1日 ${m![1]!}\n${m![3]!}`
    })
    .join('\n')
  const record = readRecord(text, { until: '2026-11-21', dayTold: false, names: new Set() })
  if (!record.ok) throw new Error(record.error.code)
  return importRecord({ db, house: app.house, room: into, said: record.value.said, now })
}
const records = (): Promise<readonly RecordRow[]> => db.read((store) => store.records.list({}))
/** The records in a line each: kind, unit, day, attendance. */
const shown = async (): Promise<string[]> =>
  (await records()).map(
    (r) => `${r.unit ?? '?'} ${r.period.start} ${r.measures.attendance?.value ?? '-'} ${r.status}`,
  )
/** Somebody says something to the bot while it listens. */
const live = (text: string, at: Date, name = '王秀兰', id = 'wxid_wang'): Promise<void> =>
  app.message({
    id: `live-${text.slice(0, 8)}-${at.getTime()}`,
    room,
    sender: { id, name },
    text,
    sentAt: at,
  })

const fraud = '10:12 王秀兰：昨天在城东区三小讲防诈骗，120人'

test('each report with its own day; nobody is answered or asked; chatter leaves no trace', async () => {
  const s = await importing([
    fraud,
    '10:13 李建国：辛苦了',
    '10:20 王秀兰：今天在城东区东湖社区义诊，发资料200份',
  ])
  expect(s).toMatchObject({ messages: 3, records: [101, 102], known: 0, corrected: 0 })
  expect(await shown()).toEqual(['城东区老科协 2026-10-31 120 counted', '城东区老科协 2026-11-01 - counted'])
  const state = await db.read(async (store) => ({
    planned: await store.outbox.withStatus('planned', ''),
    questions: await store.questions.openFor('wxid_wang', room, now.toISOString()),
    wang: await store.people.byId('wxid_wang'),
  }))
  expect(state).toMatchObject({ planned: [], questions: [], wang: { receipts: 0 } })
})

test('imported again, whole or in part: nothing new', async () => {
  await importing([fraud])
  const more = [fraud, '11:00 王秀兰：今天上午在城东区东湖社区义诊，80人']
  expect(await importing(more)).toMatchObject({ records: [102], known: 1 })
  expect(await importing(more)).toMatchObject({ records: [], known: 2, doubtful: 0 })
  expect(await records()).toHaveLength(2)
})

describe('what was heard live is not counted again', () => {
  const toBot = { id: 'p1', sender: { id: 'wxid_zhou', name: '周敏' }, sentAt: zone.at('2026-11-02', 540) }
  test.each([
    ['pasted', { ...toBot, text: '王秀兰 11月1日 10:12\n昨天在城东区三小讲防诈骗，120人' }],
    [
      'merged',
      {
        ...toBot,
        text: '群聊的聊天记录',
        forwarded: [
          { name: '王秀兰', at: zone.at('2026-11-01', 612), text: '昨天在城东区三小讲防诈骗，120人' },
          { name: '李建国', at: null, text: '辛苦了' },
        ],
      },
    ],
  ])('passed on in private before, %s', async (_, message) => {
    now = zone.at('2026-11-02', 540)
    await app.message(message)
    now = zone.at('2026-11-21', 600)
    expect(await shown()).toEqual(['城东区老科协 2026-10-31 120 counted'])
    expect(await importing([fraud])).toMatchObject({ records: [], known: 1, doubtful: 0 })
    // The same lecture another day is another one.
    expect(await importing(['10:12 王秀兰：今天在城东区三小讲防诈骗，120人'])).toMatchObject({ known: 0 })
  })

  /** Who says it to the bot, what, at which second of 10:12 on 1 November; who the record says it was. */
  test.each([
    ['the same', '王秀兰', 'wxid_wang', '昨天在城东区三小讲防诈骗，120人', 12, fraud],
    [
      'with a call and a line break',
      '王秀兰',
      'wxid_wang',
      '小科，昨天在城东区三小讲防诈骗，120人\n',
      12,
      fraud,
    ],
    ['the bot knows them by another id', '王秀兰', 'wx-9', '昨天在城东区三小讲防诈骗，120人', 12, fraud],
    ['by another name, at the same time', '兰姐', 'wx-9', '昨天在城东区三小讲防诈骗，120人', 40, fraud],
    ['hours later by the same name', '王秀兰', 'wx-9', '昨天在城东区三小讲防诈骗，120人', 18_000, fraud],
  ])('%s', async (_, name, id, text, second, line) => {
    const at = new Date(zone.at('2026-11-01', 10 * 60 + 12).getTime() + second * 1000)
    now = new Date(at.getTime() + 1000)
    await live(text, at, name, id)
    now = zone.at('2026-11-21', 600)
    expect(await importing([line])).toMatchObject({ records: [], known: 1, doubtful: 0 })
    expect(await records()).toHaveLength(1)
  })

  test('nor is its correction carried out a second time', async () => {
    now = zone.at('2026-11-01', 10 * 60 + 12)
    await live('昨天在城东区三小讲防诈骗，120人', now)
    await live('不是120，是130人', new Date(now.getTime() + 60_000))
    await live('小科 改成125人', new Date(now.getTime() + 120_000))
    now = zone.at('2026-11-21', 600)
    const s = await importing([fraud, '10:13 王秀兰：不是120，是130人'])
    expect(s).toMatchObject({ known: 1, corrected: 0, records: [] })
    expect(await shown()).toEqual(['城东区老科协 2026-10-31 125 counted'])
  })
})

test('a correction may begin with 更正; one that comes days later is shown, not guessed', async () => {
  const report = '昨天城东区老科协在第三小学举办防诈骗讲座，听众120人'
  expect(await importing([`10:12 王秀兰：${report}`, '10:20 王秀兰：更正：不是120，是130人'])).toMatchObject({
    corrected: 1,
    unclear: [],
  })
  const later = `李建国 2026年11月2日 09:00\n${report.replace('城东区', '南山县')}\n李建国 2026年11月5日 09:00\n不是120，是90人`
  const record = readRecord(later, { until: '2026-11-21', dayTold: false, names: new Set() })
  if (!record.ok) throw new Error(record.error.code)
  const s = await importRecord({ db, house: app.house, room, said: record.value.said, now })
  expect(s).toMatchObject({ corrected: 0, unclear: [3] })
  expect((await records()).map((r) => r.measures.attendance?.value)).toEqual([130, 120])
})

test('a correction within the record is carried out on what it is about', async () => {
  const lines = [
    fraud,
    '10:20 李建国：今天南山县老科协在南山县二中讲航天，90人',
    '10:30 王秀兰：不是120，是130人',
    '10:31 周敏：应该是95人',
  ]
  expect(await importing(lines)).toMatchObject({ records: [101, 102], corrected: 1 })
  expect(await shown()).toEqual(['城东区老科协 2026-10-31 130 counted', '南山县老科协 2026-11-01 90 counted'])
  // Broken off before the correction and taken up again, it still finds its record.
  expect(await importing(lines)).toMatchObject({ records: [], corrected: 0, known: 2 })
})

test('a bare number is nobody’s answer here', async () => {
  await importing([
    '10:12 王秀兰：今天在城东区东湖社区义诊，发资料200份',
    '10:13 王秀兰：150',
    '10:14 王秀兰：没数',
  ])
  expect(await shown()).toEqual(['城东区老科协 2026-11-01 - counted'])
})

test('orders of then are not obeyed now, and the bot’s own words are not heard', async () => {
  await live('今天在城东区三小讲防诈骗，120人', now)
  await importing([
    '10:12 王秀兰：作废101',
    '10:13 周敏：小科 停科普',
    '10:14 周敏：小科安静',
    '10:15 小科：✅ 102号 讲座1场 300人次 城东区',
  ])
  const state = await db.read(async (store) => await store.rooms.byName(room))
  expect(state).toMatchObject({ quiet: false, tipsOff: false })
  expect(await shown()).toEqual(['城东区老科协 2026-11-21 120 counted'])
})

test('a report said to the bot is a report all the same', async () => {
  expect(await importing(['10:12 王秀兰：@小科 昨天在城东区三小讲防诈骗，120人'])).toMatchObject({
    records: [101],
  })
})

test('only the new words of a quoting message are read', async () => {
  const quoting = `10:40 李建国：「王秀兰：昨天在城东区三小讲防诈骗，120人」\n- - - - - - - - - - - - - - -\n讲得好`
  expect(await importing([quoting])).toMatchObject({ records: [], doubtful: 0 })
})

describe('who it was', () => {
  test.each([
    ['王秀兰', 'wxid_wang'],
    ['王秀兰(wxid_wang)', 'wxid_wang'],
    ['城东区王秀兰', 'wxid_wang'],
    ['王秀兰老师', 'wxid_wang'],
    ['城东-王秀兰', 'wxid_wang'],
    ['王秀兰花', 'name:王秀兰花'],
    ['秀兰', 'name:秀兰'],
    ['张三(wxid_zhang)', 'wxid_zhang'],
  ])('%s', async (sender, id) => {
    await importing([`10:12 ${sender}：昨天城东区老科协在三小讲防诈骗，120人`])
    expect((await records())[0]?.reporter).toBe(id)
  })
})

test('told by two, it counts once', async () => {
  const s = await importing([fraud, '12:00 张三：昨天王秀兰老师在城东区三小讲防诈骗，听众120人'])
  expect((await records()).filter((r) => r.status === 'counted')).toHaveLength(1)
  expect(s.records.length + s.doubtful).toBeLessThanOrEqual(2)
})

test('a branch nobody named waits for the office, which can say it', async () => {
  const s = await importing(['10:12 张三：昨天在三小讲防诈骗，120人'], '全市会员群')
  expect(s).toMatchObject({ records: [101], doubtful: 1 })
  expect(await shown()).toEqual(['? 2026-10-31 120 held'])
  const todos = await db.read((store) => store.todos.open(null))
  expect(todos.map((t) => t.text)).toEqual([expect.stringContaining('请说“101号改成”，后面写上分会的名字')])
  await app.message({
    id: 'office',
    sender: { id: 'wxid_zhou', name: '周敏' },
    text: '101号改成城东区',
    sentAt: now,
  })
  expect(await shown()).toEqual(['城东区老科协 2026-10-31 120 counted'])
})

test('messages of other rooms stay where they are', async () => {
  const json = JSON.stringify([
    { time: '2026-11-01 10:12:33', sender: '王秀兰', content: '昨天在城东区三小讲防诈骗，120人', room },
    {
      time: '2026-11-01 10:13:33',
      sender: '李建国',
      content: '昨天在南山县二中讲航天，90人',
      room: '南山县老科协群',
    },
  ])
  const record = readRecord(json, { until: '2026-11-21', dayTold: false, names: new Set() })
  if (!record.ok) throw new Error(record.error.code)
  const s = await importRecord({ db, house: app.house, room, said: record.value.said, now })
  expect(s).toMatchObject({ messages: 1, records: [101], elsewhere: 1 })
})

test('the room’s contact is told in one private line; an import without news says nothing', async () => {
  const told = async (lines: readonly string[]): Promise<number> => {
    const s = await importing(lines)
    return db.work((store) => tellImport(store, app.house, room, s, now))
  }
  expect(await told([fraud])).toBe(1)
  expect(await told([fraud])).toBe(0)
  const planned = await db.read((store) => store.outbox.withStatus('planned', ''))
  expect(planned).toMatchObject([{ room: null, person: 'wxid_wang', class: 'notice', records: [101] }])
  expect(planned[0]?.text).toContain('新记1条报告（101号）')
})
