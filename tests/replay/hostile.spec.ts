import { PassThrough, Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { createDatabase } from '../../db/store.js'
import { openDatabase } from '../../db/open.js'
import { openApp } from '../../src/app.js'
import { noLog } from '../../src/log.js'
import { playEvents, replaySender, virtualClock, type BadLine } from '../../src/transports/replay.js'
import { openPlay, sampleOrg } from '../converse/play.js'

/** What no member would type, and somebody once will. None of it may stop the house or come back out of it. */
const texts: readonly (readonly [what: string, text: string])[] = [
  ['a megabyte of one character', '讲'.repeat(1_000_000)],
  ['a megabyte of reports', '昨天在三小讲防诈骗，120人。'.repeat(70_000)],
  ['a megabyte of digits', '8'.repeat(1_000_000)],
  ['a megabyte of line breaks', '\n'.repeat(1_000_000)],
  ['a megabyte of opening brackets', '（《【'.repeat(330_000)],
  ['a megabyte of calls', '小科 '.repeat(330_000)],
  ['NUL', '昨天城东区在三小\u0000讲防诈骗，\u0000120人'],
  ['control characters', '\u0007\u001b[31m小科 全市\u009b'],
  ['half a pair', '昨天城东区在三小讲防诈骗\ud83d，90人\udc00'],
  ['bidirectional marks', '小科 \u202e全市\u202c \u2066我的\u2069'],
  ['zero-width characters', '小\u200b科\u200d 全\ufeff市'],
  ['emoji alone', '👍👨‍👩‍👧‍👦🎉🇨🇳'.repeat(500)],
  ['a formula', '=HYPERLINK("http://x","点我")在三小讲防诈骗，80人'],
  ['a name of a formula', '小科 =1+1'],
  ['thousands of digits as a headcount', `昨天城东区在三小举办讲座1场，听众${'9'.repeat(5000)}人`],
  ['thousands of Chinese digits', `昨天城东区在三小举办讲座1场，听众${'九'.repeat(5000)}人`],
  ['markup', '<script>alert(1)</script> **小科** ```全市```'],
  ['SQL', "小科 全市'; drop table record; --"],
  ['a path', '小科 ../../etc/passwd'],
  ['a prototype', '小科 __proto__ constructor toString'],
  ['nothing', ''],
  ['spaces', ' \t　\u2005'],
]
// eslint-disable-next-line no-control-regex
const unsayable =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\p{Surrogate}/u

async function replay(lines: readonly string[]) {
  const opened = await openDatabase('sqlite::memory:')
  if (!opened.ok) throw new Error(JSON.stringify(opened.error))
  const db = createDatabase(opened.value)
  const clock = virtualClock()
  const out = new PassThrough()
  const chunks: string[] = []
  out.on('data', (chunk: Buffer) => chunks.push(chunk.toString('utf8')))
  const failures: unknown[] = []
  const log = { ...noLog, error: (facts: unknown) => void failures.push(facts) }
  const transport = replaySender(out, clock, () => app.house.zone)
  const app = await openApp({ org: sampleOrg(), db, clock, log, transport })
  const bad: BadLine[] = []
  const count = await playEvents(Readable.from([lines.join('\n')]), app, clock, null, (b) => void bad.push(b))
  await app.stop()
  await db.close()
  const said = chunks.join('').split('\n').filter(Boolean)
  return { bad, count, failures, said: said.map((l) => JSON.parse(l) as { readonly text: string }) }
}

const message = (id: string, minute: number, text: string, more: object = {}): string =>
  JSON.stringify({
    at: `2026-11-21T10:${String(minute).padStart(2, '0')}:00+08:00`,
    type: 'message',
    id,
    from: { id: 'wang', name: '王秀兰' },
    text,
    ...more,
  })
const room = { room: '市老科协会员群' }
const good = '昨天城东区在二中讲航天，听众120人'

describe('hostile messages through replay', () => {
  test.each(texts)('%s, in the room and in private', async (_, text) => {
    const { bad, failures, said } = await replay([
      message('a', 1, text, room),
      message('b', 2, text),
      message('c', 3, text, { ...room, from: { id: 'x\u202e', name: text.slice(0, 200) } }),
      message('d', 10, good, room),
      message('e', 11, '小科 全市', room),
    ])
    expect([bad, failures]).toEqual([[], []])
    for (const line of said) {
      expect(line.text).not.toMatch(unsayable)
      expect(line.text.length).toBeLessThan(1500)
    }
    expect(said.map((l) => l.text).join('\n')).toContain('120人次')
  })

  test('bad lines are named by number and skipped, the good ones taken', async () => {
    const { bad, count, said } = await replay([
      '{"at":"2026-11-21T10:00:00+08:00","type":"mess',
      message('a', 1, good, room),
      'null',
      '[]',
      message('b', 2, good, { ...room, colour: 'red' }),
      message('c', 3, good, { ...room, from: { id: 'wang' } }),
      JSON.stringify({ at: '2026-11-21 10:04', type: 'tick' }),
      JSON.stringify({ at: '2026-11-21T10:05:00+08:00', type: 'dance' }),
      message('d', 0, good, room),
      '',
      '\u0000',
      message('e', 6, '小科 全市', room),
    ])
    expect(bad.map((b) => b.line)).toEqual([1, 3, 4, 5, 6, 7, 8, 9, 11])
    expect(count).toBe(9)
    expect(bad[3]!.sentence).toContain('colour')
    expect(bad[4]!.sentence).toContain('from.name')
    expect(bad[5]!.sentence).toContain('at')
    expect(bad[7]!.sentence).toContain('早')
    expect(bad[6]!.sentence).toBe('键「type」不对：要写 message、recall、tick、down 或 up')
    expect(bad[1]!.sentence).toBe('这一行不是一个事件')
    for (const { sentence } of bad) expect(sentence).toMatch(/[\u4e00-\u9fff]/)
    expect(said.map((l) => l.text).join('\n')).toContain('101号')
  })
})

test('hostile lines in the practice room', async () => {
  const play = await openPlay()
  for (const [, text] of texts) await play.line(`王秀兰：${text.replaceAll('\n', ' ')}`)
  for (const odd of [
    '王秀兰',
    '：',
    '/',
    '/人',
    '/快进',
    '/快进 99999天',
    '（引用）：',
    '→',
    '王秀兰 → ：',
    '/时间 x',
  ])
    await play.line(odd)
  await play.line('/快进 1小时')
  expect((await play.line(`王秀兰：${good}`)).join()).toContain('120')
  await play.close()
}, 60_000)
