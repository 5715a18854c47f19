import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ForwardedMessage } from '../../src/core/message.js'
import { heardText, openPlay, type Play } from './play.js'

/** Merged forwards (合并转发) of 2026-11-21, 9:00: sent on in private, each message recorded for who said it. */
let play: Play
beforeEach(async () => {
  play = await openPlay()
})
afterEach(() => play.close())

let n = 0
/** `name@day hh:mm：text`, or a message as it is. */
const message = (line: string): ForwardedMessage => {
  const [, name = '', day, time = '', text = ''] = /^([^@：]*)(?:@(\S+) (\S+))?：(.*)$/s.exec(line) ?? []
  return { name, at: day ? new Date(`${day}T${time}:00+08:00`) : null, text }
}
async function forward(who: string, ...lines: readonly string[]): Promise<{ id: string; heard: string[] }> {
  const { room, app, clock } = play
  const id = `f${++n}`
  const forwarded = lines.map(message)
  const text = `群聊的聊天记录\n${lines.join('\n')}`
  await app.message({ id, sender: room.someone(who), text, sentAt: clock.now(), forwarded })
  await app.flush()
  clock.set(new Date(clock.now().getTime() + 60_000))
  const heard = await room.play({ is: 'nothing' })
  return { id, heard: heard.map((h) => heardText(h, room, '小科')) }
}

test('several people: each credited, dated by when it was said', async () => {
  const { heard } = await forward(
    '周敏',
    '王秀兰@2026-11-15 16:30：昨天在八小讲防火，70人',
    '钱守义@2026-11-20 09:05：昨天城西区在九小讲节水，72人',
    '李建国@2026-11-20 09:06：好的收到',
  )
  expect(heard).toEqual([
    '小科〔私→周敏〕：✅ 2条都记下了：／101 城东区 讲座1场 70人次 11月14日／102 城西区 讲座1场 72人次 11月19日（记王秀兰、钱守义报的）',
  ])
  expect(await play.line('王秀兰 → 小科：我的')).toEqual([
    '小科〔私→王秀兰〕：您今年讲座1场70人次。／要看每一条说“明细 我的”。',
  ])
  // The words kept are those of the one message, not of the whole card.
  expect((await play.line('周敏 → 小科：101')).join()).toContain('王秀兰说：「昨天在八小讲防火，70人」')
})

test('a 群昵称 with the branch beside the name is that person', async () => {
  const { heard } = await forward('周敏', '城东-王秀兰@2026-11-15 16:30：昨天在八小讲防火，70人')
  expect(heard.join()).toContain('（记王秀兰报的）')
})

test('several of one name: the one of the org file', async () => {
  await play.db.work(
    (store) =>
    store.people.put({ id: 'wx-3', name: '李建国', unit: '城西区老科协', role: 'member', duties: [], inOrg: false, receipts: 1, noRemindersUntil: null }), // prettier-ignore
  )
  const { heard } = await forward('周敏', '李建国@2026-11-20 10:00：昨天在敬老院讲柑橘防冻，60人')
  expect(heard.join()).toMatch(/南山县[\s\S]*（记李建国报的）/)
})

test('a stranger: recorded for who passed it on', async () => {
  const { heard } = await forward('王秀兰', '马老五@2026-11-20 08:00：昨天在四小讲节水，61人')
  expect(heard.join()).toContain('（马老五我还不认识，记您报的）')
})

test('a correction that follows in the card is carried out', async () => {
  const { heard } = await forward(
    '周敏',
    '王秀兰@2026-11-15 16:30：昨天在八小讲防火，70人',
    '王秀兰@2026-11-15 16:32：不是70，是75人',
  )
  expect(heard).toHaveLength(1)
  expect(heard[0]).toContain('听众75人次')
})

test('what was heard in the room, or sent on before, is not recorded again', async () => {
  await play.line('王秀兰：11月20日城东区在二中讲航天，听众120人')
  const lines = [
    '王秀兰@2026-11-21 09:00：11月20日城东区在二中讲航天，听众120人',
    '李建国@2026-11-20 10:00：昨天在山口镇讲柑橘防冻，60人',
  ]
  const { heard } = await forward('周敏', ...lines)
  expect(heard.join('；')).toContain('（记李建国报的）')
  expect(heard.at(-1)).toBe('小科〔私→周敏〕：另外的，101号我已经记过了。')
  expect((await forward('何敏', ...lines)).heard).toEqual(['小科〔私→何敏〕：101号、102号我已经记过了。'])
})

test('a member may send on only their own', async () => {
  const { heard } = await forward(
    '李建国',
    '李建国@2026-11-20 10:00：昨天在山口镇讲柑橘防冻，60人',
    '王秀兰@2026-11-20 10:01：昨天在八小讲防火，70人',
  )
  expect(heard[0]).toContain('听众60人次')
  expect(heard[0]).not.toContain('报的）')
  expect(heard.at(-1)).toContain('别位老师说的，我要等他们自己说，或请联络员转来。')
  expect(heard.join()).not.toContain('70人')
})

test('a member whom the office has not confirmed yet: their own words are theirs', async () => {
  const { app, clock } = play
  await app.message({
    id: 'own',
    sender: { id: 'wx-5', name: '王秀兰' },
    text: '群聊的聊天记录',
    sentAt: clock.now(),
    forwarded: [message('城东-王秀兰@2026-11-20 10:00：昨天在八小讲防火，70人')],
  })
  const reporters = await play.db.read(async (store) => (await store.records.list({})).map((r) => r.reporter))
  expect(reporters).toEqual(['wx-5'])
})

test.each([
  ['nothing but a title', [], '请选“逐条转发”'],
  ['only pictures', ['王秀兰：', '李建国：'], '只有图片、语音这样的'],
  ['chatter', ['王秀兰：大家早上好', '李建国：早'], '没有看出活动报告'],
  ['what the bot itself said', ['小科：✅ 101号 讲座1场 60人次'], '没有看出活动报告'],
])('%s: one sentence in private', async (_, lines, words) => {
  const { heard } = await forward('周敏', ...lines)
  expect(heard).toHaveLength(1)
  expect(heard[0]).toMatch(/^小科〔私→周敏〕：/)
  expect(heard[0]).toContain(words)
})

test('an open question is not answered by it', async () => {
  const asked = await play.line('周敏 → 小科：昨天城东区在三小讲防火')
  expect(asked.join()).toMatch(/多少人|几位|人数/)
  await forward('周敏', '王秀兰@2026-11-15 16:30：昨天在八小讲防火，70人')
  expect((await play.line('周敏 → 小科：55人')).join()).toContain('55')
})

test('a time to come, or none, is the time of the card', async () => {
  const { heard } = await forward('周敏', '王秀兰@2027-11-15 16:30：昨天在八小讲防火，70人')
  expect(heard.join()).toContain('11月20日')
})

test('taken back, everything in it is void', async () => {
  const { id, heard } = await forward(
    '周敏',
    '王秀兰@2026-11-15 16:30：昨天在八小讲防火，70人',
    '钱守义@2026-11-20 09:05：昨天城西区在九小讲节水，72人',
  )
  expect(heard.join()).toContain('2条都记下了')
  await play.app.recall({ id, at: play.clock.now() })
  await play.app.flush()
  const told = (await play.room.play({ is: 'nothing' })).map(({ text }) => text)
  expect(told).toEqual(['您撤回的那条（101号、102号）已作废。要恢复说“恢复”加号数。'])
  expect((await play.line('周敏 → 小科：全市')).join()).not.toContain('142')
})
