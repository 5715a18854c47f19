import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { quoted, type Turn } from '../../src/turn.js'
import { openPlay, sampleOrg } from './play.js'

/** One message of somebody the org file does not know, or of one of its people; a room where one is named. */
type Line = readonly [name: string, text: string, room?: string]
const room = '市老科协会员群'

/** Plays on a database file and gives what its bytes say afterwards. */
async function bytesAfter(lines: readonly Line[]): Promise<{ heard: string; bytes: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoke-privacy-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const play = await openPlay(undefined, undefined, undefined, `sqlite:${join(folder, 'x.db')}`)
  let heard = ''
  for (const [i, [name, text, where]] of lines.entries()) {
    const known = sampleOrg().people.find((p) => p.name === name)
    await play.app.message({
      id: `m${i}`,
      ...(where === undefined ? {} : { room: where }),
      sender: { id: known?.id ?? 'wx77', name },
      text,
      sentAt: play.clock.now(),
    })
    await play.app.flush()
    heard = (await play.room.play({ is: 'nothing' })).map((h) => h.text).join('\n')
    play.clock.set(new Date(play.clock.now().getTime() + 60_000))
  }
  await play.close()
  const bytes = readdirSync(folder)
    .map((file) => readFileSync(join(folder, file)).toString('utf8'))
    .join('')
  return { heard, bytes }
}

const said: readonly Line[] = [
  ['刘玉芬', '昨天城西区在五中讲青花瓷，主讲刘玉芬，听众60人', room],
  ['刘玉芬', '小科 不是60人，是65人', room],
  ['刘玉芬', '随笔：泡脚水别太烫'],
  ['刘玉芬', '城西任务改成20场'],
  ['刘玉芬', '小科 明天上午去六中讲青花瓷', room],
  ['周敏', '凭据 城西'],
]
const erased: readonly Line[] = [
  ['刘玉芬', '删除我的资料'],
  ['刘玉芬', '确认删除'],
]
const traces = ['刘玉芬', '刘老师', '五中讲青花瓷', '任务改成20场']

test('before: what is erased later is there', async () => {
  const { bytes } = await bytesAfter(said)
  for (const word of traces) expect(bytes.includes(word), word).toBe(true)
})

test('删除我的资料 leaves the figures, and of the name and the words not a byte', async () => {
  const { bytes } = await bytesAfter([...said, ...erased])
  for (const word of traces) expect(bytes.includes(word), word).toBe(false)
})

test('totals stay as they were', async () => {
  const { heard } = await bytesAfter([...said, ...erased, ['周敏', '城西']])
  expect(heard).toContain('共1场次，受众65人次')
})

test('chatter leaves no byte, and a report not one of its phone number', async () => {
  const { bytes } = await bytesAfter([
    ['张大爷', '今天的豆腐脑真好喝', room],
    ['张大爷', '老李昨天走了12000步，厉害', room],
    ['王秀兰', '昨天在三小讲防诈骗，听众120人，联系电话13812345678', room],
    ['张大爷', '小科 请打13987654321找我', room],
    ['张大爷', '小科 再说一遍，13987654321', room],
    ['张大爷', '城西任务改成20场，打13655556666'],
    ['王秀兰', '马老五：昨天在四小讲节水，61人，电话13711112222'],
  ])
  for (const word of ['豆腐脑', '12000', '13812345678', '13987654321', '13711112222', '13655556666'])
    expect(bytes.includes(word), word).toBe(false)
})

test('a patient told of by the way leaves no name, and the evidence no piece of the number', async () => {
  const { heard, bytes } = await bytesAfter([
    ['王秀兰', '今天在东湖社区义诊看了33人，其中葛有福老人血压很高，家属电话13900001234，请跟进', room],
    ['王秀兰', '101号怎么记的'],
    ['周敏', '凭据 城东 义诊 十一月'],
  ])
  expect(heard).toContain('【33人】，其中葛**老人血压很高')
  expect(heard).not.toMatch(/电话1/)
  for (const word of ['葛有福', '13900001234']) expect(bytes.includes(word), word).toBe(false)
})

test('a wish passed on is cut behind the mask: no half of a telephone number is left to be read', () => {
  for (let n = 40; n <= 62; n++) {
    const words = `${'请'.repeat(n)}13912345678，麻烦了`
    expect(quoted({ words } as Turn)).not.toMatch(/139(?!\*{4}5678)/)
  }
})
