import { expect, test } from 'vitest'
import { createDatabase } from '../../db/store.js'
import { openDatabase } from '../../db/open.js'
import { openApp } from '../../src/app.js'
import { noLog } from '../../src/log.js'
import type { Database } from '../../src/store.js'
import { PracticeRoom } from '../../src/transports/practice.js'
import { virtualClock } from '../../src/transports/replay.js'
import { heardText, sampleOrg } from './play.js'

/** A house whose database fails at the end of so many works. */
async function openFailing() {
  const opened = await openDatabase('sqlite::memory:')
  if (!opened.ok) throw new Error(JSON.stringify(opened.error))
  const sound = createDatabase(opened.value)
  let broken = 0
  const db: Database = {
    ...sound,
    work: (run) =>
      sound.work(async (store) => {
        const value = await run(store)
        if (broken === 0) return value
        broken--
        throw new Error('disk full')
      }),
  }
  const org = sampleOrg()
  const clock = virtualClock(new Date('2026-11-21T09:00:00+08:00'))
  const room = new PracticeRoom(org, clock, 'm')
  const app = await openApp({ org, db, clock, log: noLog, transport: room })
  room.open(app)
  let n = 0
  return {
    break: (works: number) => (broken = works),
    async say(text: string): Promise<string[]> {
      const message = { id: `m${++n}`, room: '市老科协会员群', sender: { id: 'wang', name: '王秀兰' } }
      await app.message({ ...message, text, sentAt: clock.now() })
      await app.flush()
      return (await room.play({ is: 'nothing' })).map((h) => heardText(h, room, '小科'))
    },
    close: () => sound.close(),
  }
}

test('a report that could not be stored is said not to be, and the office hears of it', async () => {
  const house = await openFailing()
  house.break(1)
  expect(await house.say('昨天城东区在三小讲防诈骗，听众120人')).toEqual([
    '小科：刚才没记上，请过几分钟再发一次。／（已通知秘书处）',
    '小科〔私→周敏〕：有一条消息没能记上，请看运行日志。',
  ])
  expect((await house.say('昨天城东区在三小讲防诈骗，听众120人')).join()).toContain('101号')
  await house.close()
})

test('of chatter nothing is said, whatever happens', async () => {
  const house = await openFailing()
  house.break(1)
  expect(await house.say('今天天气真不错')).toEqual([])
  await house.close()
})

test('a database that takes nothing at all: the line goes out by itself', async () => {
  const house = await openFailing()
  house.break(2)
  expect(await house.say('昨天城东区在三小讲防诈骗，听众120人')).toEqual([
    '小科：刚才没记上，请过几分钟再发一次。',
  ])
  house.break(2)
  expect(await house.say('今天天气真不错')).toEqual([])
  await house.close()
})
