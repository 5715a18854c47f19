import { createServer } from 'node:http'
import { once } from 'node:events'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { fileIn, smallOrg, temporaryFolder } from './live-support.js'
import { freePort, noonZone, run, xiaoke, type Process } from './live-process.js'

/** A folder with an association and a practice configuration. */
function setUp(more = "healthPort: 'off'"): string {
  const folder = temporaryFolder()
  fileIn(folder, 'org.yaml', smallOrg(noonZone()))
  fileIn(
    folder,
    'xiaoke.yaml',
    `org: org.yaml\ndatabase: sqlite:x.db\ntransport: practice\npacing: { gapSeconds: 0, jitterSeconds: 0, roomGapSeconds: 0 }\n${more}\n`,
  )
  return folder
}
const serve = (folder: string): Process => xiaoke(folder, ['serve', '--config', 'xiaoke.yaml'])
const tally = async (folder: string): Promise<{ sessions: number; attendance: number }> => {
  const { out } = await run(folder, ['tally', '--org', 'org.yaml', '--db', 'sqlite:x.db', '--json'])
  return JSON.parse(out) as { sessions: number; attendance: number }
}
const report = '王秀兰：昨天在城东区三小讲防诈骗，120人'

test('a conversation, a clean stop, and everything is there', async () => {
  const folder = setUp()
  const bot = serve(folder)
  await bot.complains('serving')
  bot.type(report)
  await bot.says('120人次')
  bot.type('周敏：小科 全市')
  await bot.says('共1场次')
  bot.signal('SIGTERM')
  expect(await bot.ended()).toBe(0)
  expect(existsSync(join(folder, 'x.db-wal'))).toBe(false)
  expect(existsSync(join(folder, 'x.db.lock'))).toBe(false)
  expect(await tally(folder)).toMatchObject({ sessions: 1, attendance: 120 })
  // What members tell is for nobody else on the computer.
  if (process.platform !== 'win32') expect(statSync(join(folder, 'x.db')).mode & 0o077).toBe(0)
  expect(bot.err()).not.toContain('城东区三小')
})

test('killed and started again: nothing lost, nothing doubled, the lock is taken over', async () => {
  const folder = setUp()
  const bot = serve(folder)
  await bot.complains('serving')
  bot.type(report)
  await bot.says('120人次')
  bot.signal('SIGKILL')
  expect(await bot.ended()).toBe('SIGKILL')
  const again = serve(folder)
  await again.complains('serving')
  again.type('李建国：今天在南山县二中讲航天，90人')
  await again.says('90人次')
  again.signal('SIGINT')
  expect(await again.ended()).toBe(0)
  expect(await tally(folder)).toMatchObject({ sessions: 2, attendance: 210 })
  expect(again.out()).not.toContain('120人次')
})

test('a second bot on the same database is refused', async () => {
  const folder = setUp()
  const bot = serve(folder)
  await bot.complains('serving')
  const second = serve(folder)
  expect(await second.ended()).toBe(1)
  expect(second.err()).toContain(`小科已经在运行了（进程 ${bot.child.pid}）`)
})

test('a second bot on the same data folder is refused, though its database is another', async () => {
  const folder = setUp()
  const bot = serve(folder)
  await bot.complains('serving')
  const config = readFileSync(join(folder, 'xiaoke.yaml'), 'utf8')
  fileIn(folder, 'other.yaml', config.replace('sqlite:x.db', 'sqlite:y.db'))
  const { code, err } = await run(folder, ['serve', '--config', 'other.yaml'])
  expect(code).toBe(1)
  expect(err).toContain(`小科已经在运行了（进程 ${bot.child.pid}）`)
  expect(existsSync(join(folder, 'y.db'))).toBe(false)
})

test('its state on the loopback port', async () => {
  const port = await freePort()
  const folder = setUp(`healthPort: ${port}`)
  const bot = serve(folder)
  await bot.complains('serving')
  bot.type(report)
  await bot.says('120人次')
  const answer = await fetch(`http://127.0.0.1:${port}/health`)
  expect(answer.status).toBe(200)
  const body = (await answer.json()) as Record<string, unknown>
  expect(body).toMatchObject({
    state: 'online',
    account: '小科',
    reason: null,
    quiet: false,
    outbox: { planned: 0, unknown: 0 },
    version: '0.0.1-test',
  })
  expect(Date.parse(String(body['lastMessageAt']))).toBeGreaterThanOrEqual(Date.parse(String(body['since'])))
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404)
  expect((await fetch(`http://127.0.0.1:${port}/health`, { method: 'POST' })).status).toBe(404)
})

test('a port that is taken is said', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  onTestFinished(() => void other.close())
  const { port } = other.address() as { port: number }
  const { code, err } = await run(setUp(`healthPort: ${port}`), ['serve', '--config', 'xiaoke.yaml'])
  expect(code).toBe(1)
  expect(err).toContain(`端口 ${port} 被别的程序占着`)
})

test('a wrong configuration is told with file, line and key', async () => {
  const { code, err } = await run(setUp('colour: red'), ['serve', '--config', 'xiaoke.yaml'])
  expect(code).toBe(1)
  expect(err).toContain('xiaoke.yaml 第5行「colour」')
})

test('a puppet that is not installed is told before anything starts', async () => {
  const folder = setUp()
  fileIn(
    folder,
    'xiaoke.yaml',
    'org: org.yaml\ndatabase: sqlite:x.db\ntransport: { wechaty: { puppet: wechaty-puppet-of-nobody } }\n',
  )
  const { code, err } = await run(folder, ['serve', '--config', 'xiaoke.yaml'])
  expect(code).toBe(1)
  expect(err).toContain('npm install wechaty-puppet-of-nobody')
})

test('without a configuration it is the practice room, and says so', async () => {
  const { code, out, err } = await run(
    temporaryFolder(),
    ['serve'],
    '王秀兰：昨天在城中区三小讲防诈骗，120人\n',
  )
  expect(err).toContain('练习室')
  expect(out).toContain('120人次')
  expect(code).toBe(0)
})
