import { describe, expect, test } from 'vitest'
import { kept } from '../../src/jobs/retention.js'
import { sourceDaysKey } from '../../src/ledger/keep.js'
import { noteOnline } from '../../src/offline.js'
import type { PlanRow } from '../../src/store.js'
import { heardText, openPlay, sampleOrg, type Play } from '../converse/play.js'
import { story } from '../converse/story.js'
import { advance } from '../../src/transports/replay.js'

const plan = (of: Partial<PlanRow> = {}): Omit<PlanRow, 'id'> => ({
  person: 'li',
  room: '市老科协会员群',
  unit: '南山县老科协',
  kind: 'lecture',
  day: '2026-11-24',
  venue: '南山二中',
  topics: ['航天'],
  message: 'p1',
  status: 'open',
  record: null,
  ...of,
})
const planned =
  (...plans: readonly Omit<PlanRow, 'id'>[]) =>
  (play: Play): Promise<void> =>
    play.db.work(async (store) => {
      for (const p of plans) await store.plans.insert(p)
    })

describe('the evening of a plan', () => {
  test('asks once, and a number makes the record', async () => {
    const { heard, expected } = await story(
      `
      /时间 2026-11-24 17:29
      ⟂
      /时间 2026-11-24 17:31
      小科〔私→李建国〕：李老师，今天南山二中讲完了吗？回人数就行，没去成回“没去”。
      /时间 2026-11-24 19:00
      ⟂
      李建国 → 小科：210
      小科〔私→李建国〕：✅ 101号 讲座1场 210人次 南山县。谢谢您。
      /时间 2026-11-26 12:00
      李建国 → 小科：我的
      小科〔私→李建国〕：您今年讲座1场210人次。／要看每一条说“明细 我的”。
    `,
      { seed: planned(plan()) },
    )
    expect(heard).toEqual(expected)
  })

  test('没去 keeps it out of the book; kinds have their own words; another day is named', async () => {
    const { heard, expected } = await story(
      `
      /时间 2026-11-24 17:31
      小科〔私→何敏〕：何老师，今天义诊办完了吗？回人数就行，没去成回“没去”。
      何敏 → 小科：没去
      小科〔私→何敏〕：好的，这次不记。
      周敏 → 小科：全市
      小科〔私→周敏〕：2026年至11月24日还没有活动的记录（任务47场、4760人次）。
    `,
      {
        seed: planned(
          plan({ person: 'he', unit: '北岭县老科协', kind: 'clinic', venue: null, topics: [] }),
          plan({ person: 'zhao', status: 'done' }),
          plan({ person: 'qian', status: 'cancelled' }),
        ),
      },
    )
    expect(heard.slice(0, 2)).toEqual(expected.slice(0, 2))
    expect(heard[2]!.join()).not.toContain('义诊1场')
  })

  test('what is on the book, and who wants no reminders, is not asked', async () => {
    const { heard, expected } = await story(
      `
      何敏 → 小科：别提醒我
      /时间 2026-11-24 12:00
      李建国：今天南山县在二中讲航天，听众210人
      /时间 2026-11-25 08:00
      ⟂
    `,
      { seed: planned(plan(), plan({ person: 'he' })) },
    )
    expect(heard.at(-1)).toEqual(expected.at(-1))
  })

  test('told in one’s own words after the question, it is not booked once more', async () => {
    const { heard, expected } = await story(
      `
      /时间 2026-11-24 17:31
      李建国：今天南山县在南山二中讲航天，听众210人
      李建国 → 小科：210
      小科〔私→李建国〕：没有210号这一条，请看看号数。
      周敏 → 小科：南山 讲座
      小科〔私→周敏〕：南山县 2026年至11月24日／讲座1场次／受众210人次／要出处说“凭据”。
    `,
      { seed: planned(plan()) },
    )
    expect(heard).toEqual(expected)
  })

  test('an evening the house was away is caught up on the next', async () => {
    const { heard, expected } = await story(
      `
      /时间 2026-11-24 17:31
      小科〔私→李建国〕：李老师，11月23日南山二中讲完了吗？回人数就行，没去成回“没去”。
    `,
      {
        at: '2026-11-24T08:00:00+08:00',
        seed: planned(plan({ day: '2026-11-23' }), plan({ day: '2026-11-22' })),
      },
    )
    expect(heard).toEqual(expected)
  })
})

describe('the morning line', () => {
  test('says what was reported and what waits, and nothing when there is nothing', async () => {
    const { heard, expected } = await story(
      `
      /时间 2026-11-22 08:10
      ⟂
      王秀兰：昨天城东区在二中讲航天，听众120人
      何敏：11月18日北岭县在一中讲航天，听众60人
      何敏 → 小科：11月18日北岭县在一中讲航天，听众80人
      /时间 2026-11-23 08:04
      /时间 2026-11-23 08:06
      小科〔私→周敏〕：昨日：报2条（讲座2），待核1。
      /时间 2026-11-24 08:06
      小科〔私→周敏〕：昨日没有新报，待核1。
    `,
    )
    expect(heard).toEqual(expected)
  })

  test('names rooms without their tip and the hours away', async () => {
    const org = sampleOrg()
    const play = await openPlay(
      { ...org, rooms: org.rooms.map((r) => ({ ...r, tips: '08:00' })) },
      '2026-11-21T20:00:00+08:00',
    )
    const said: string[] = []
    try {
      await advance(play.app, play.clock, play.clock.now())
      await play.db.work(async (store) => {
        await noteOnline(store, new Date('2026-11-22T02:10:00+08:00'))
        await noteOnline(store, new Date('2026-11-22T06:45:00+08:00'))
        const room = await store.rooms.byName('城东区群')
        await store.rooms.put({ ...room!, tipsOff: true })
      })
      for (const h of await play.room.play({ is: 'time', wall: '2026-11-22 08:10' }))
        if (h.person !== null) said.push(heardText(h, play.room, '小科'))
    } finally {
      await play.close()
    }
    expect(said).toEqual(['小科〔私→周敏〕：科普1个群已发。机器人离线 02:10–06:45。'])
  })
})

describe('retention', () => {
  const days = (n: number): Date => new Date(Date.parse('2026-11-22T03:30:00+08:00') - n * 86_400_000)

  async function afterNight(
    set: string | null,
  ): Promise<{ missed: number; calls: number; sources: readonly string[] }> {
    const play = await openPlay()
    try {
      await advance(play.app, play.clock, play.clock.now())
      await play.db.work(async (store) => {
        if (set !== null) await store.settings.set(sourceDaysKey, set)
        for (const n of [kept.missed - 1, kept.missed + 1]) {
          const sentAt = days(n).toISOString()
          await store.missed.insert({
            message: `m${n}`,
            room: null,
            sender: 'li',
            senderName: '李建国',
            sentAt,
            text: '去了三小',
            unit: null,
            why: 'unsure',
            status: 'open',
          })
          await store.calls.add({
            message: `c${n}`,
            person: 'li',
            room: null,
            at: sentAt,
            outcome: 'answered',
          })
          await store.sources.put({
            messageId: `s${n}`,
            room: null,
            sender: 'li',
            senderName: '李建国',
            sentAt,
            text: '讲课',
          })
          await store.seen.mark(`seen${n}`, sentAt.slice(0, 10))
        }
      })
      await play.line('/时间 2026-11-22 04:00')
      return await play.db.work(async (store) => {
        expect(await store.seen.has(`seen${kept.missed + 1}`)).toBe(true)
        return {
          missed: (await store.missed.open()).length,
          calls: await store.calls.countSince('li', ''),
          sources: await Promise.all(
            [kept.missed - 1, kept.missed + 1].map(async (n) => (await store.sources.get(`s${n}`))!.text),
          ),
        }
      })
    } finally {
      await play.close()
    }
  }

  test.each([
    ['sentences stay for good unless a time is set', null, ['讲课', '讲课']],
    ['… or go after it', '60', ['讲课', '']],
    ['a setting that is no number changes nothing', '很久', ['讲课', '讲课']],
  ])('%s', async (_, set, sources) => {
    expect(await afterNight(set)).toEqual({ missed: 1, calls: 1, sources })
  })
})
