import { describe, expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../db/open.js'
import { createDatabase } from '../db/store.js'
import type { Org } from '../src/core/org.js'
import { databaseIdentities } from '../src/identities.js'
import { parseOrg } from '../src/org.js'
import { openSimulated } from './live-simulator.js'
import { smallOrg } from './live-support.js'

describe('people whose ids change', () => {
  test('the office is known by 备注 at once, others are asked about and then known', async () => {
    const { control, until, said, db } = await openSimulated({ changingIds: true })
    control({ do: 'say', saying: { from: 'zhou', text: '待办' } })
    await until('没有要您办的')
    control({ do: 'say', saying: { from: 'wang', room: 'east', text: '昨天在城东区三小讲防诈骗，120人' } })
    await until('120人次')
    await until('「王秀兰」是原来的王秀兰吗')
    const no = /认人(\d+) 是/.exec(
      said()
        .map(({ text }) => text)
        .join('\n'),
    )?.[1]
    control({ do: 'say', saying: { from: 'zhou', text: `认人${no} 是` } })
    await until('就是王秀兰')
    await expect
      .poll(() => db.read((store) => store.settings.list('identity-is:')), { timeout: 20_000 })
      .toEqual([])
    control({ do: 'say', saying: { from: 'wang', room: 'east', text: '今天在城东区东湖社区义诊，80人' } })
    await until('80人次')
    const reporters = await db.read(async (store) => (await store.records.list({})).map((r) => r.reporter))
    expect(reporters).toEqual(['wxid_wang', 'wxid_wang'])
    // What she had reported before is hers, and the office was told which.
    const told = said().find(({ text }) => text.includes('就是王秀兰'))
    expect(told?.text).toContain('先前另记的1条（101号）也归到一起了。')
    control({ do: 'say', saying: { from: 'wang', text: '我的' } })
    await until('您今年')
    const mine = said().at(-1)?.text
    expect(mine).toContain('讲座1场120人次')
    expect(mine).toContain('义诊1场80人次')
  }, 60_000)
})

test('said to be somebody else, and yet known: joined at the next start', async () => {
  const opened = await openDatabase('sqlite::memory:')
  if (!opened.ok) throw new Error(opened.error.code)
  const db = createDatabase(opened.value)
  onTestFinished(() => db.close())
  const org = parseOrg(smallOrg())
  if (!org.ok) throw new Error('org')
  const identities = databaseIdentities(db, org.value)
  const [row] = await identities.load()
  await identities.save({ ...row!, id: 'wx-9', sameAs: 'wx-8' })
  await identities.save({ ...row!, id: 'wx-8', sameAs: 'wxid_wang' })
  await db.work(
    (store) =>
    store.people.put({ id: 'wx-9', name: '王秀兰', unit: null, role: 'member', duties: [], inOrg: false, receipts: 2, noRemindersUntil: null }), // prettier-ignore
  )
  await identities.load()
  const people = await db.read((store) => store.people.byName('王秀兰'))
  expect(people).toMatchObject([{ id: 'wxid_wang', receipts: 2 }])
})

test('who was once in the table stays in it', async () => {
  const opened = await openDatabase('sqlite::memory:')
  if (!opened.ok) throw new Error(opened.error.code)
  const db = createDatabase(opened.value)
  onTestFinished(() => db.close())
  const org = parseOrg(smallOrg())
  if (!org.ok) throw new Error('org')
  const fewer = { ...org.value, people: org.value.people.slice(0, 1) }
  const idsOf = async (of: Org): Promise<string[]> =>
    (await databaseIdentities(db, of).load()).map(({ id }) => id).sort()
  const before = await idsOf(org.value)
  expect(before).toHaveLength(3)
  expect(await idsOf(fewer)).toEqual(before)
})
