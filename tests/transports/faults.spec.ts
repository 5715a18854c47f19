import { rm } from 'node:fs/promises'
import { afterEach, expect, test, vi } from 'vitest'
import type { WechatyTransport } from '../../src/transports/wechaty/index.js'
import { run } from '../../src/transports/wechaty/simulator/commands.js'
import { PuppetSimulator } from '../../src/transports/wechaty/simulator/puppet.js'
import {
  createWorld,
  type Settings,
  type World as Simulated,
} from '../../src/transports/wechaty/simulator/world.js'
import { cast, listen, rooms, type World } from './contract.js'
import { openTransport, populate, temporaryFolder, testLimits, worldOver, type Control } from './simulated.js'

const until = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 20_000, interval: 20 })
const quick = { ...testLimits, loginMs: 300, deadMs: 400 }

interface Scene {
  readonly simulated: Simulated
  readonly control: Control
  readonly world: World
  readonly transport: WechatyTransport
  readonly puppets: PuppetSimulator[]
}
let scene: Scene
afterEach(async () => {
  await scene.transport.stop()
  await rm(scene.world.folder, { recursive: true, force: true })
})

async function open(
  settings: Partial<Settings> = {},
  puppet = 'simulator',
  more: object = {},
): Promise<Scene> {
  const simulated = createWorld(settings)
  const control: Control = async (command) => run(simulated, command)
  await populate(control)
  const folder = await temporaryFolder()
  const puppets: PuppetSimulator[] = []
  const createPuppet = async () => {
    // only the first start goes wrong
    if (puppets.length > 0) simulated.settings.start = 'ok'
    puppets.push(new PuppetSimulator(simulated))
    return puppets.at(-1)!
  }
  const transport = await openTransport({ puppet, folder, limits: quick, ...more }, { createPuppet })
  scene = { simulated, control, transport, puppets, world: worldOver(control, transport, folder) }
  return scene
}

test.each(['lie', 'hang', 'throw'] as const)(
  'a start that %ss is got over',
  async (start) => {
    const { puppets, world } = await open({ start })
    const heard = await listen(world)
    await world.say({ from: 'wang', room: 'east', text: '讲座60人' })
    await until(() => expect(heard.messages).toHaveLength(1))
    expect(puppets.length).toBeGreaterThan(1)
  },
  30_000,
)

test('what is announced before the login is heard', async () => {
  const { world, puppets, transport } = await open({ scan: true }, 'simulator', { limits: testLimits })
  const listening = listen(world)
  await until(() => expect(transport.state().state).toBe('needs-scan'))
  await world.say({ from: 'wang', room: 'east', text: '讲座60人' })
  puppets.at(-1)!.login('wxid_bot')
  const heard = await listening
  await until(() => expect(heard.messages).toHaveLength(1))
})

test('connected and mute: noticed, replaced, and the next message is heard', async () => {
  const { simulated, puppets, world } = await open({ beatMs: 100 })
  const heard = await listen(world)
  simulated.settings.silent = true
  await until(() => expect(heard.states.map(({ state }) => state)).toContain('offline'))
  simulated.settings.silent = false
  await until(() => expect(heard.states.at(-1)?.state).toBe('online'))
  await world.say({ from: 'wang', room: 'east', text: '讲座60人' })
  await until(() => expect(heard.messages).toHaveLength(1))
  expect(puppets.length).toBeGreaterThan(1)
})

test('a server that never beats is kept: it answers when asked', async () => {
  const { puppets, world } = await open({ beatMs: 0 })
  const heard = await listen(world)
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect(heard.states.map(({ state }) => state)).toEqual(['starting', 'online'])
  expect(puppets).toHaveLength(1)
})

test('a storm of errors ends the instance', async () => {
  const { control, puppets, world } = await open()
  const heard = await listen(world)
  await control({ do: 'storm', errors: 200 })
  await until(() => expect(puppets).toHaveLength(2))
  await until(() => expect(heard.states.at(-1)?.state).toBe('online'))
})

test('a hundred log-outs: each report heard once, no listener left on any dead instance', async () => {
  const { control, puppets, world } = await open({}, 'simulator', { limits: { ...quick, maxBackoffMs: 20 } })
  const heard = await listen(world)
  for (let i = 1; i <= 100; i++) {
    await world.say({ from: 'wang', room: 'east', text: `第${i}条` })
    await until(() => expect(heard.messages).toHaveLength(i))
    const before = puppets.length
    await control({ do: 'logout', reason: 'kicked' })
    await until(() => expect(puppets.length).toBeGreaterThan(before))
    await until(() => expect(heard.states.at(-1)?.state).toBe('online'))
  }
  expect(new Set(heard.messages.map(({ text }) => text)).size).toBe(100)
  for (const dead of puppets.slice(0, -1)) {
    expect(dead.eventNames()).toEqual(['error'])
  }
}, 60_000)

test('a room whose name a new login cannot tell yet keeps the one it had', async () => {
  const { simulated, control, world, puppets } = await open({}, 'simulator', { limits: testLimits })
  const heard = await listen(world)
  await world.say({ from: 'wang', room: 'east', text: '一' })
  await until(() => expect(heard.messages).toHaveLength(1))
  await control({ do: 'logout', reason: 'kicked' })
  simulated.rooms.get('east')!.topic = ''
  await until(() => expect(puppets.length).toBeGreaterThan(1))
  await until(() => expect(heard.states.at(-1)?.state).toBe('online'))
  await world.say({ from: 'wang', room: 'east', text: '二' })
  await until(() => expect(heard.messages).toHaveLength(2))
  expect(heard.messages.map(({ room }) => room)).toEqual([rooms.east, rooms.east])
})

test('history with new ids after a login is not heard twice; what was missed is, as late if it is old', async () => {
  const { control, world } = await open()
  const heard = await listen(world)
  const id = await world.say({
    from: 'wang',
    room: 'east',
    text: '讲座60人',
    at: new Date(Date.now() - 2000),
  })
  await until(() => expect(heard.messages).toHaveLength(1))
  await control({ do: 'logout', reason: 'kicked' })
  await until(() => expect(heard.states.map(({ state }) => state)).toContain('offline'))
  await until(() => expect(heard.states.at(-1)?.state).toBe('online'))
  await control({ do: 'redeliver', id, newId: 'renumbered' })
  await world.say({ from: 'li', room: 'east', text: '讲座50人', at: new Date(Date.now() - 3_600_000) })
  await until(() => expect(heard.messages).toHaveLength(2))
  expect(heard.messages[1]).toMatchObject({ text: '讲座50人', late: true })
  await world.recall?.('renumbered')
  await until(() => expect(heard.recalls.map((recall) => recall.id)).toEqual([id]))
})

test('a second instance on the same folder is refused, and told which process has it', async () => {
  const { world } = await open()
  await listen(world)
  const second = await openTransport({ puppet: 'simulator', folder: world.folder })
  await expect(listen({ ...world, transport: second })).rejects.toThrow(
    `already running as process ${process.pid}`,
  )
})

test('another bot is not listened to', async () => {
  const { world } = await open({}, 'simulator', { ignore: [cast.li] })
  const heard = await listen(world)
  await world.say({ from: 'li', room: 'east', text: '我也是机器人' })
  await world.say({ from: 'wang', room: 'east', text: '讲座60人' })
  await until(() => expect(heard.messages).toHaveLength(1))
  expect(heard.messages[0]?.sender.name).toBe(cast.wang)
})

test('a mention by its 群昵称 is a mention', async () => {
  const { control, world } = await open()
  await control({ do: 'call', room: 'east', person: 'bot', alias: '城东记录员' })
  const heard = await listen(world)
  await world.say({ from: 'wang', room: 'east', text: '@城东记录员\u2005统计' })
  await until(() => expect(heard.messages[0]).toMatchObject({ mentionsBot: true }))
})

test('an unreadable message is told, and holds nobody up for long', async () => {
  const { simulated, world } = await open({}, 'simulator', { againMs: [50, 50] })
  const heard = await listen(world)
  simulated.feed.emit('event', { type: 'message', id: 'nowhere' })
  await world.say({ from: 'wang', room: 'east', text: '讲座60人' })
  await until(() => expect(heard.messages).toHaveLength(1))
  await until(() =>
    expect(heard.notices).toContainEqual({ kind: 'unreadable', what: 'message', id: 'nowhere' }),
  )
})

test('nothing heard for a day is told', async () => {
  const { world } = await open({}, 'simulator', { quietMs: 50 })
  const heard = await listen(world)
  await until(() => expect(heard.notices.map(({ kind }) => kind)).toContain('quiet'))
})

const web = { changingIds: true, cutsText: true, mentionIds: false }

test('ids that change: a namesake who joined meanwhile is doubtful, the secretariat says who is who', async () => {
  const { control, transport, world } = await open(web, 'simulator-web')
  const heard = await listen(world)
  await world.say({ from: 'wang', room: 'east', text: '一' })
  await until(() => expect(heard.messages).toHaveLength(1))
  const wang = heard.messages[0]?.sender.id
  await control({ do: 'person', person: { key: 'other', name: cast.wang } })
  await control({ do: 'join', room: 'east', by: 'li', people: ['other'] })
  await control({ do: 'logout', reason: 'kicked' })
  await until(() => expect(heard.states.map(({ state }) => state)).toContain('offline'))
  await until(() => expect(heard.states.at(-1)?.state).toBe('online'))
  await world.say({ from: 'wang', room: 'east', text: '二' })
  await until(() => expect(heard.messages).toHaveLength(2))
  const doubted = heard.messages[1]?.sender.id ?? ''
  expect(doubted).not.toBe(wang)
  expect(heard.notices).toContainEqual({
    kind: 'doubtful',
    id: doubted,
    name: cast.wang,
    maybe: [{ id: wang, name: cast.wang }],
  })
  expect(transport.doubtful().map((row) => row.id)).toEqual([doubted])
  expect(await transport.confirm(doubted, wang ?? '')).toBe(true)
  await world.say({ from: 'wang', room: 'east', text: '三' })
  await until(() => expect(heard.messages.at(-1)).toMatchObject({ text: '三', sender: { id: wang } }))
  expect(transport.doubtful()).toEqual([])
})

test('ids that change: over twenty logins nobody is split and nobody merged', async () => {
  const { control, world } = await open(web, 'simulator-web')
  const heard = await listen(world)
  for (let login = 1; login <= 20; login++) {
    for (const from of ['wang', 'li'] as const)
      await world.say({ from, room: 'east', text: `${from}${login}` })
    await world.say({ from: 'he', room: 'south', text: `he${login}` })
    await until(() => expect(heard.messages).toHaveLength(3 * login))
    const online = heard.states.length
    await control({ do: 'logout', reason: 'kicked' })
    await until(() => expect(heard.states.slice(online).map(({ state }) => state)).toContain('online'))
  }
  const pairs = new Set(heard.messages.map(({ sender }) => `${sender.name} ${sender.id}`))
  expect(pairs.size).toBe(3)
  expect(new Set(heard.messages.map(({ sender }) => sender.id)).size).toBe(3)
  expect(new Set(heard.messages.map(({ room }) => room))).toEqual(new Set(Object.values(rooms)))
}, 30_000)
