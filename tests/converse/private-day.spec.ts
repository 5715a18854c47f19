import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Log } from '../../src/log.js'
import { chatterLine } from '../simulate/year/chatter.js'
import { randomFrom } from '../simulate/year/random.js'
import { openPlay, sampleOrg } from './play.js'

const room = '市老科协会员群'

/** What is said that day besides chatter: reports with what must not be kept, and what may be. */
const reports: readonly (readonly [name: string, text: string])[] = [
  ['王秀兰', '昨天城东区在三小讲防诈骗，听众120人，联系人电话13812345678'],
  ['赵玉珍', '今天上午医卫分会在东湖广场义诊1场，看了86人，患者李桂香血糖高，身份证450202195003071234'],
  ['何敏', '11月20日北岭县在集市举办义诊1场，50人，王大山患有高血压，已转诊，卡号6222021234567890123'],
  ['孙国平', '11月19日南山县在一中举办讲座1场，学生300多人，有事打 0772-2851234 或１３９８７６５４３２１'],
  ['钱守义', '11月18日城西区在社区举办讲座1场，听众45人，陈秀芬得了脑梗没来'],
]
const secrets = [
  '13812345678',
  '450202195003071234',
  '6222021234567890123',
  '１３９８７６５４３２１',
  '13987654321',
  '2851234',
  '李桂香',
  '王大山',
  '陈秀芬',
]

test('after a day of chatter neither database, nor its log, nor our own log holds a word of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoke-day-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const logged: string[] = []
  const write = (facts: Record<string, unknown>, message: string): void =>
    void logged.push(JSON.stringify([facts, message]))
  const log: Log = { info: write, warn: write, error: write }
  const play = await openPlay(undefined, '2026-11-21T07:31:00+08:00', log, `sqlite:${join(folder, 'x.db')}`)
  const people = sampleOrg().people
  const random = randomFrom(20261121)
  const marks: string[] = []
  let n = 0
  const say = async (name: string, text: string, where: string | undefined = room): Promise<void> => {
    const known = people.find((p) => p.name === name)
    await play.app.message({
      id: `m${n++}`,
      ...(where === undefined ? {} : { room: where }),
      sender: { id: known?.id ?? `wx_${name}`, name },
      text,
      sentAt: play.clock.now(),
    })
    await play.app.tick()
    play.clock.set(new Date(play.clock.now().getTime() + 60_000))
  }
  for (let i = 0; i < 300; i++) {
    const { text, mark } = chatterLine(random)
    marks.push(mark)
    await say(random.pick([...people.map((p) => p.name), '新来的', '群友']), text)
    const report = reports[i / 50]
    if (i % 50 === 0 && report) await say(...report)
  }
  const bytes = (): string =>
    readdirSync(folder)
      .map((file) => readFileSync(join(folder, file)).toString('utf8'))
      .join('')
  const files = readdirSync(folder)
  const open = bytes()
  const kept = await play.db.read(async (store) => {
    const rows = await store.records.list({})
    return Promise.all(rows.map(async (r) => ({ r, source: await store.sources.get(r.source) })))
  })
  await play.close()

  expect(files.join()).toContain('-wal')
  expect(open).toContain('三小讲防诈骗')
  for (const written of [open, bytes(), logged.join('\n')])
    for (const word of [...marks, ...secrets]) expect(written.includes(word), word).toBe(false)

  // hidden where they stand: every figure still points at its own words
  expect(kept.map(({ r }) => r.measures.attendance?.value)).toEqual([120, 86, 50, 300, 45])
  for (const { r, source } of kept)
    for (const m of Object.values(r.measures))
      if (m.span && m.words !== '') expect(source?.text.slice(...m.span)).toBe(m.words)
})
