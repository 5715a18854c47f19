import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { online, serve, setUp, totals } from './live-gateway.js'
import { token } from './transports/gateway.js'
import { populate } from './transports/simulated.js'

const until = (check: () => Promise<boolean>): Promise<void> =>
  expect.poll(check, { timeout: 30_000, interval: 50 }).toBe(true)
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
  expect((await totals(folder)).attendance).toBe(210)
  // Neither the token nor what anybody said is in the log.
  for (const secret of [token, token.slice(9), '城东区三小', '航天'])
    expect(again.err()).not.toContain(secret)
  if (process.platform !== 'win32') expect(statSync(join(folder, 'data')).mode & 0o077).toBe(0)
}, 120_000)
