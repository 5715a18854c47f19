import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { SimMessage } from '../src/transports/wechaty/simulator/messages.js'
import { fileIn, smallOrg, temporaryFolder } from './live-support.js'
import { freePort, noonZone, run, xiaoke, type Process } from './live-process.js'
import { openGateway, token, type Gateway } from './transports/gateway.js'
import { populate } from './transports/simulated.js'

/** The built program over the unmodified gRPC client, at a gateway in another process. */
async function setUp(): Promise<{
  folder: string
  gateway: Gateway
  port: number
  said: () => Promise<string[]>
}> {
  const home = mkdtempSync(join(tmpdir(), 'xiaoke-gateway-'))
  const gateway = await openGateway(home)
  onTestFinished(async () => {
    await gateway.kill()
    rmSync(home, { recursive: true, force: true })
  })
  await gateway.control({ do: 'settings', settings: { beatMs: 1000 } })
  await populate(gateway.control)
  const folder = temporaryFolder()
  const port = await freePort()
  fileIn(folder, 'org.yaml', smallOrg(noonZone()))
  fileIn(
    folder,
    'xiaoke.yaml',
    `org: org.yaml
database: sqlite:x.db
pacing: { gapSeconds: 0, jitterSeconds: 0, roomGapSeconds: 0 }
healthPort: ${port}
transport:
  wechaty:
    puppet: wechaty-puppet-service
    endpoint: ${gateway.endpoint}
    token: ${token}
    reorderMs: 60
    limits: { backoffMs: 50, maxBackoffMs: 500 }
`,
  )
  const said = async (): Promise<string[]> =>
    ((await gateway.control({ do: 'said' })) as readonly SimMessage[]).map((m) => m.text)
  return { folder, gateway, port, said }
}
const serve = (folder: string): Process =>
  xiaoke(folder, ['serve', '--config', 'xiaoke.yaml'], { NODE_NO_WARNINGS: '1' })
const online = '"state":"online"'
const until = (check: () => Promise<boolean>): Promise<void> =>
  expect.poll(check, { timeout: 30_000, interval: 50 }).toBe(true)
const attendance = async (folder: string): Promise<unknown> => {
  const { out } = await run(folder, ['tally', '--org', 'org.yaml', '--db', 'sqlite:x.db', '--json'])
  return (JSON.parse(out) as { attendance: number }).attendance
}

test('a conversation in a group; killed, told again, started again; the gateway killed and back', async () => {
  const { folder, gateway, port, said } = await setUp()
  const say = (id: string, from: string, room: string, text: string) =>
    gateway.control({ do: 'say', saying: { id, from, room, text } })

  const bot = serve(folder)
  await bot.complains(online)
  await say('m1', 'wang', 'east', '昨天在城东区三小讲防诈骗，120人')
  await until(async () => (await said()).some((text) => text.includes('120人次')))
  bot.signal('SIGKILL')
  await bot.ended()

  const again = serve(folder)
  await again.complains(online)
  await gateway.control({ do: 'redeliver', id: 'm1' })
  await say('m2', 'li', 'south', '南山县老科协今天在南山县二中讲航天，90人')
  await until(async () => (await said()).some((text) => text.includes('90人次')))
  expect((await said()).filter((text) => text.includes('120人次'))).toHaveLength(1)

  await gateway.kill()
  await again.complains('"state":"offline"')
  await until(async () => (await fetch(`http://127.0.0.1:${port}/health`)).status === 503)
  await gateway.start()
  await populate(gateway.control)
  await until(async () => (await fetch(`http://127.0.0.1:${port}/health`)).status === 200)
  await say('m3', 'wang', 'east', '小科 全市')
  await until(async () => (await said()).some((text) => text.includes('210人次')))

  again.signal('SIGTERM')
  expect(await again.ended()).toBe(0)
  expect(await attendance(folder)).toBe(210)
  // Neither the token nor what anybody said is in the log.
  for (const secret of [token, token.slice(9), '城东区三小', '航天'])
    expect(again.err()).not.toContain(secret)
  if (process.platform !== 'win32') expect(statSync(join(folder, 'data')).mode & 0o077).toBe(0)
}, 120_000)
