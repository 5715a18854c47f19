import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fileIn, smallOrg, temporaryFolder } from './live-support.js'
import { noonZone, run, xiaoke } from './live-process.js'

const record =
  '王秀兰 2026年11月1日 10:12\r\n昨天在城东区三小讲防诈骗，120人\r\n李建国 2026年11月1日 10:13\r\n辛苦了\r\n'
const room = '城东区老科协会员群'

function setUp(): string {
  const folder = temporaryFolder()
  fileIn(folder, 'org.yaml', smallOrg(noonZone()))
  fileIn(
    folder,
    'xiaoke.yaml',
    "org: org.yaml\ndatabase: sqlite:x.db\ntransport: practice\nhealthPort: 'off'\n",
  )
  fileIn(folder, 'poem.txt', '床前明月光\n疑是地上霜\n')
  fileIn(folder, 'chat.txt', Buffer.from(`\ufeff${record}`, 'utf16le'))
  return folder
}
const importing = (folder: string, ...more: string[]) =>
  run(folder, ['import', 'chat.txt', '--room', room, '--org', 'org.yaml', '--db', 'sqlite:x.db', ...more])

test('tried first, then done, then done again', async () => {
  const folder = setUp()
  const tried = await importing(folder, '--dry-run')
  expect(tried).toMatchObject({ code: 0 })
  expect(tried.out).toContain('试读，什么也没有写')
  expect(tried.out).toContain('新记1条报告')
  expect(existsSync(join(folder, 'x.db'))).toBe(false)

  const done = await importing(folder)
  expect(done.out).toContain('读了2条消息（姓名 日期 时间，utf-16le，2026-11-01 10:12 至 2026-11-01 10:13）')
  expect(done.out).toContain('新记1条报告（101号）')
  expect(done.err).toContain('读了 2/2 条')

  const before = readFileSync(join(folder, 'x.db'))
  const again = await importing(folder, '--dry-run')
  expect(again.out).toContain('早已记过1条')
  expect(readFileSync(join(folder, 'x.db')).equals(before)).toBe(true)
  expect(readdirSync(folder).sort()).toEqual(['chat.txt', 'org.yaml', 'poem.txt', 'x.db', 'xiaoke.yaml'])
})

test('while the bot runs: added, and the contact told by the bot', async () => {
  const folder = setUp()
  const bot = xiaoke(folder, ['serve', '--config', 'xiaoke.yaml'])
  await bot.complains('serving')
  const { code, out } = await run(folder, ['import', 'chat.txt', '--room', room, '--config', 'xiaoke.yaml'])
  expect(code).toBe(0)
  expect(out).toContain('新记1条报告（101号）')
  bot.type('周敏：小科 全市')
  await bot.says('共1场次')
  bot.signal('SIGTERM')
  expect(await bot.ended()).toBe(0)
})

/** Arguments after `import`, exit code, words on stderr. */
test.each<readonly [string, readonly string[], number, string]>([
  ['no file named', ['--room', room, '--config', 'xiaoke.yaml'], 2, '聊天记录的文件'],
  ['no room', ['chat.txt', '--config', 'xiaoke.yaml'], 2, '--room'],
  ['no org', ['chat.txt', '--room', room, '--db', 'sqlite:x.db'], 2, '--org'],
  ['a room nobody knows', ['chat.txt', '--room', '舞蹈队', '--config', 'xiaoke.yaml'], 1, room],
  ['a file that is not there', ['no.txt', '--room', room, '--config', 'xiaoke.yaml'], 1, 'no.txt'],
  [
    'an encoding nobody knows',
    ['chat.txt', '--room', room, '--config', 'xiaoke.yaml', '--encoding', 'big5'],
    2,
    'gb18030',
  ],
  ['a wrong day', ['chat.txt', '--room', room, '--config', 'xiaoke.yaml', '--day', '昨天'], 2, '2026-03-01'],
  ['no record at all', ['poem.txt', '--room', room, '--config', 'xiaoke.yaml'], 1, '认不出'],
])('refused: %s', async (_, args, code, words) => {
  const folder = setUp()
  const result = await run(folder, ['import', ...args])
  expect(result.code).toBe(code)
  expect(result.err).toContain(words)
  expect(existsSync(join(folder, 'x.db'))).toBe(false)
})
