import { expect, test } from 'vitest'
import { openPlay, type Play } from './play.js'

const text = '城东昨天在二中搞了个讲座，120人的样子'

/** A message of somebody that was not sure to be a report: on the 漏网 list, and asked about in private. */
async function unsure(play: Play): Promise<void> {
  await play.db.work(async (store) => {
    const at = play.clock.now().toISOString()
    const from = { room: '市老科协会员群', sender: 'zhang', senderName: '张大爷', sentAt: at, text }
    await store.missed.insert({ ...from, message: 'm0', unit: '城东区老科协', why: 'unsure', status: 'open' })
    const pending = {
      activity: {
        kind: 'lecture',
        unit: '城东区老科协',
        partners: [],
        period: { start: '2026-11-20', end: '2026-11-20' },
        dayAssumed: false,
        scope: 'event',
        measures: {
          sessions: { value: 1, qualifier: 'exact', words: '', source: 'm0' },
          attendance: { value: 120, qualifier: 'exact', words: '120', source: 'm0' },
        },
        topics: [],
        speakers: [],
        venue: '二中',
        otherKinds: [],
        evidence: {},
        includes: [],
        part: 0,
      },
      about: 'unsure',
      of: [],
      doubt: null,
      reporter: 'zhang',
      reporterName: '张大爷',
      room: '市老科协会员群',
      source: 'm0',
    }
    const todo = await store.todos.insert({
      unit: '城东区老科协',
      what: 'held',
      record: null,
      ref: null,
      person: 'zhang',
      text: '',
      data: pending,
      at,
      status: 'open',
    })
    await store.questions.insert({
      room: null,
      person: 'zhang',
      about: 'unsure',
      record: null,
      data: { todo: todo.id },
      askedAt: at,
      expiresAt: '2026-11-25T00:00:00.000Z',
      status: 'open',
    })
  })
}

const cases: readonly (readonly [what: string, line: string, heard: readonly string[], counted: number])[] = [
  [
    '补登 settles the list, the thing to do and the question',
    '王秀兰 → 小科：补登1',
    [
      '小科〔私→王秀兰〕：✅ 记下了，101号／11月20日 讲座1场／听众120人次／城东区／有错直接说正确的就行。',
      '小科〔私→张大爷〕：您11月21日说的那场补登了：／101号 讲座1场 120人次 城东区 11月20日／有错直接说正确的就行。',
    ],
    1,
  ],
  ['不用补 too', '周敏 → 小科：不用补1', ['小科〔私→周敏〕：好，1号不记。'], 0],
  [
    'and 记上 of the list of things to do',
    '周敏 → 小科：记上 1',
    [
      '小科〔私→周敏〕：✅ 101号 讲座1场 120人次 城东区 11月20日',
      '小科〔私→张大爷〕：您报的那一场，秘书处或联络员看过了：✅ 101号 讲座1场 120人次 城东区 11月20日',
    ],
    1,
  ],
  [
    'and 不记',
    '王秀兰 → 小科：不记1',
    ['小科〔私→王秀兰〕：好，不记。', '小科〔私→张大爷〕：您报的那一场，秘书处或联络员看过了：好，不记。'],
    0,
  ],
]

test.each(cases)('%s', async (_, line, heard, counted) => {
  const play = await openPlay()
  try {
    await unsure(play)
    expect(await play.line('周敏 → 小科：待办')).toEqual([
      '小科〔私→周敏〕：待办1件：／1. 张老师报的「讲座1场 120人次 城东区 11月20日」没看准是不是活动。说“记上 1”或“不记 1”。／漏网1条，说“漏网”看。',
    ])
    expect(await play.line(line)).toEqual(heard)
    const left = await play.db.read(async (store) => ({
      missed: await store.missed.open(),
      todos: await store.todos.open('all'),
      records: await store.records.count({ statuses: ['counted'], reporter: 'zhang' }),
      asked: (await store.questions.openFor('zhang', null, play.clock.now().toISOString())).length,
    }))
    expect(left).toEqual({ missed: [], todos: [], records: counted, asked: 0 })
  } finally {
    await play.close()
  }
})
