import { rm } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { WechatyTransport } from '../../src/transports/wechaty/index.js'
import { listen, rooms, type Events, type World } from './contract.js'
import { openGateway, token, type Gateway } from './gateway.js'
import { openTransport, populate, temporaryFolder, worldOver } from './simulated.js'

/** The real gRPC client and a gateway in another process, treated badly. */

const until = <T>(check: () => T | Promise<T>, timeout = 30_000): Promise<T> =>
  vi.waitFor(check, { timeout, interval: 20 })
const puppet = 'wechaty-puppet-service'
let home: string
let gateway: Gateway
const opened: { transport: WechatyTransport; folder: string }[] = []

beforeAll(async () => {
  home = await temporaryFolder()
  gateway = await openGateway(home)
})
afterAll(async () => {
  await gateway.kill()
  await rm(home, { recursive: true, force: true })
})
afterEach(async () => {
  for (const { transport, folder } of opened.splice(0)) {
    await transport.stop()
    await rm(folder, { recursive: true, force: true })
  }
})

async function open(more: object = {}): Promise<World> {
  const folder = await temporaryFolder()
  const { endpoint } = gateway
  const transport = await openTransport({ puppet, folder, endpoint, token, ...more })
  opened.push({ transport, folder })
  return worldOver(gateway.control, transport, folder)
}

async function begin(): Promise<{ world: World; heard: Events }> {
  if (!gateway.running()) await gateway.start()
  await gateway.control({ do: 'reset' })
  await gateway.control({ do: 'settings', settings: { beatMs: 1000 } })
  await populate(gateway.control)
  const world = await open()
  return { world, heard: await listen(world) }
}

const tells = async (transport: WechatyTransport, reason: RegExp): Promise<void> => {
  const reasons: string[] = []
  await transport.start({
    message: async () => {},
    recall: async () => {},
    state: (state) => state.state === 'offline' && reasons.push(state.reason),
  })
  await until(() => expect(reasons.join('\n')).toMatch(reason))
  expect(reasons.join('\n')).not.toContain(token)
}

test('stopping leaves the account logged in at the gateway', async () => {
  const { world } = await begin()
  await gateway.control({ do: 'settings', settings: { scan: true } })
  await world.transport.stop()
  // A puppet that had been stopped would now ask for a scan.
  const heard = await listen(await open())
  expect(heard.states.map(({ state }) => state)).toEqual(['starting', 'online'])
})

test('a second client of one token is told it is refused; the first goes on hearing', async () => {
  const { world, heard } = await begin()
  const second = await open()
  await tells(second.transport as WechatyTransport, /./)
  await world.say({ from: 'wang', room: 'east', text: '还在' })
  await until(() => expect(heard.messages.map(({ text }) => text)).toEqual(['还在']))
  expect(heard.states.map(({ state }) => state)).toEqual(['starting', 'online'])
})

test('a gateway that is not there yet is waited for', async () => {
  await gateway.kill()
  const world = await open()
  await tells(world.transport as WechatyTransport, /没有回应.*UNAVAILABLE/)
  await gateway.start()
  await populate(gateway.control)
  await until(() => expect((world.transport as WechatyTransport).state().state).toBe('online'))
})

test('a wrong token is told without the token', async () => {
  if (!gateway.running()) await gateway.start()
  const wrong = 'insecure_99999999-2222-4333-8444-555555555555'
  const world = await open({ token: wrong })
  await tells(world.transport as WechatyTransport, /不认这个口令.*UNAUTHENTICATED/)
})

test('a send whose answer never comes is unknown', async () => {
  const { world, heard } = await begin()
  await world.say({ from: 'wang', room: 'east', text: '一' })
  await until(() => expect(heard.messages).toHaveLength(1))
  const sending = world.transport.send({
    id: 'out-1',
    to: { room: rooms.east },
    text: '已记',
    mentions: [],
    inReplyTo: null,
  })
  await gateway.kill()
  const sent = await sending
  // Killed before or after it took the words: it cannot be known, unless the answer was quicker.
  expect(sent.ok || sent.error.code === 'unknown').toBe(true)
})

test('a thousand at once: all heard, in order', async () => {
  const { world, heard } = await begin()
  for (let i = 0; i < 1000; i++)
    void world.say({ from: i % 2 ? 'wang' : 'li', room: 'east', text: `第${i}条` })
  await until(() => expect(heard.messages).toHaveLength(1000), 100_000)
  expect(heard.messages.map(({ text }) => text)).toEqual(Array.from({ length: 1000 }, (_, i) => `第${i}条`))
}, 120_000)
