import { rm } from 'node:fs/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { payloads } from 'wechaty-puppet'
import type { Message } from '../../src/core/message.js'
import type { Notice } from '../../src/ports.js'
import { wechatySchema } from '../../src/transports/wechaty/config.js'
import { openHearing } from '../../src/transports/wechaty/hearing.js'
import { openIdentities } from '../../src/transports/wechaty/identities.js'
import { memoryIdentityStore } from '../../src/transports/wechaty/identity-store.js'
import type { Session } from '../../src/transports/wechaty/life.js'
import { quirksOf } from '../../src/transports/wechaty/quirks.js'
import { createRoster } from '../../src/transports/wechaty/roster.js'
import { run } from '../../src/transports/wechaty/simulator/commands.js'
import { PuppetSimulator } from '../../src/transports/wechaty/simulator/puppet.js'
import { createWorld, type World } from '../../src/transports/wechaty/simulator/world.js'
import { rooms } from './contract.js'
import { populate, temporaryFolder } from './simulated.js'
import { virtualTimers } from './virtual-timers.js'

/** A gateway that keeps its answers to itself while `held`, or those about the ids in `stuck`. */
class SlowPuppet extends PuppetSimulator {
  readonly #world: World
  held = false
  readonly stuck = new Set<string>()
  /** Not known yet. */
  readonly loading = new Set<string>()
  readonly #waiting: (() => void)[] = []

  constructor(world: World) {
    super(world)
    this.#world = world
  }

  letGo(): void {
    this.held = false
    this.stuck.clear()
    for (const go of this.#waiting.splice(0)) go()
  }

  async #turn(id: string): Promise<void> {
    if (this.loading.has(id)) throw new Error('loading')
    if (this.held || this.stuck.has(id)) await new Promise<void>((go) => this.#waiting.push(go))
  }

  override async messagePayload(id: string): Promise<payloads.Message> {
    await this.#turn(id)
    return super.messagePayload(id)
  }

  override async roomRawPayload(id: string): Promise<payloads.Room> {
    await this.#turn(id)
    return super.roomRawPayload(id)
  }

  override async contactRawPayload(id: string): Promise<payloads.Contact> {
    await this.#turn(id)
    return super.contactRawPayload(id)
  }

  override async roomMemberRawPayload(room: string, id: string): Promise<payloads.RoomMember> {
    await this.#turn(id)
    return super.roomMemberRawPayload(room, id)
  }

  say(id: string, text: string, at = this.#world.now()): string {
    run(this.#world, { do: 'say', saying: { id, from: 'wang', room: 'east', text, at, unheard: true } })
    return id
  }
}

let folder: string
beforeEach(async () => {
  folder = await temporaryFolder()
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function open() {
  const timers = virtualTimers()
  const world = createWorld({}, () => timers.now())
  await populate(async (command) => run(world, command))
  const config = wechatySchema.parse({ puppet: 'simulator', folder, reorderMs: 300 })
  const heard: Message[] = []
  const notices: Notice[] = []
  const identities = await openIdentities({
    store: memoryIdentityStore(),
    idsChange: false,
    rooms: Object.values(rooms),
    now: () => timers.now(),
    onDoubt: () => {},
  })
  const quirks = quirksOf('simulator')
  const notice = (told: Notice): void => void notices.push(told)
  const hearing = await openHearing({
    config,
    quirks,
    timers,
    identities,
    secrets: [],
    log: () => {},
    notice,
  })
  hearing.open({
    message: async (message) => void heard.push(message),
    recall: async () => {},
    state: () => {},
  })
  let lives = 0
  /** A new login; `end` is its death. */
  const login = async () => {
    const puppet = new SlowPuppet(world)
    let alive = true
    const session: Session = {
      puppet,
      life: ++lives,
      selfId: 'wxid_bot',
      alive: () => alive,
      selfName: () => '小科',
      since: timers.now(),
    }
    const book = createRoster(session, timers)
    identities.login(book)
    const resumed = hearing.resume(session, book)
    return {
      puppet,
      resumed,
      announce: (id: string) => void hearing.hear(session, book, id),
      end: () => void (alive = false),
    }
  }
  /** Time passes until so many were heard; files are written in real time. */
  const hears = (count: number) =>
    vi.waitFor(async () => {
      await timers.pass(100)
      expect(heard).toHaveLength(count)
    })
  return { world, timers, hearing, heard, notices, login, hears, texts: () => heard.map(({ text }) => text) }
}

/** What a gateway is asked for names. */
const names = ['east@chatroom', 'wxid_wang']

test('who says it and where is answered after 12 s: in order, each under the name of its room and its sender', async () => {
  const { timers, login, hears, heard } = await open()
  const { puppet, announce } = await login()
  for (const id of names) puppet.stuck.add(id)
  for (let i = 0; i < 30; i++) {
    announce(puppet.say(`m${i}`, `第${i}条`))
    await timers.pass(100)
  }
  await timers.pass(9_000)
  puppet.letGo()
  await hears(30)
  expect(heard.map(({ text }) => text)).toEqual(Array.from({ length: 30 }, (_, i) => `第${i}条`))
  expect(new Set(heard.map(({ room }) => room))).toEqual(new Set([rooms.east]))
  expect(new Set(heard.map(({ sender }) => sender.name))).toEqual(new Set(['王秀兰']))
})

test('we stand still for 40 s, the answers lie there: nothing is given up, all is in order', async () => {
  const { timers, login, hears, heard, texts } = await open()
  const { puppet, announce } = await login()
  for (const id of names) puppet.stuck.add(id)
  for (const text of ['一', '二', '三']) announce(puppet.say(text, text))
  await timers.pass(19_900)
  timers.standStill(40_000)
  await timers.pass(0)
  puppet.letGo()
  await hears(3)
  expect(texts()).toEqual(['一', '二', '三'])
  expect(heard.map(({ room }) => room)).toEqual([rooms.east, rooms.east, rooms.east])
})

test('nobody says what the room is called: asked again, and only in the end is it under the id', async () => {
  const { timers, login, hears, heard } = await open()
  const { puppet, announce } = await login()
  puppet.loading.add('east@chatroom')
  announce(puppet.say('m1', '讲座60人'))
  await timers.pass(30_000)
  await timers.pass(200_000)
  expect(heard).toEqual([])
  await timers.pass(200_000)
  await hears(1)
  expect(heard[0]?.room).toBe('east@chatroom')
})

test('nor is anybody recorded under an id before the end', async () => {
  const { timers, login, hears, heard } = await open()
  const { puppet, announce } = await login()
  puppet.loading.add('wxid_wang')
  announce(puppet.say('m1', '讲座60人'))
  await timers.pass(30_000)
  expect(heard).toEqual([])
  puppet.loading.clear()
  await timers.pass(60_000)
  await hears(1)
  expect(heard[0]?.sender.name).toBe('王秀兰')
})

test('a room nobody gave a name is under its id at once', async () => {
  const { login, hears, heard, world } = await open()
  const { puppet, announce } = await login()
  world.rooms.get('east')!.topic = ''
  announce(puppet.say('m1', '讲座60人'))
  await hears(1)
  expect(heard[0]?.room).toBe('east@chatroom')
})

test('the words of one are slow to come: others of its room wait ten seconds for it, not longer', async () => {
  const { timers, login, hears, texts } = await open()
  const { puppet, announce } = await login()
  puppet.stuck.add('slow')
  announce(puppet.say('slow', '慢'))
  for (let second = 0; second < 9; second++) {
    await timers.pass(1000)
    announce(puppet.say(`m${second}`, `${second}`))
  }
  expect(texts()).toEqual([])
  await timers.pass(2_000)
  await hears(9)
})

test('a login ends while words are being fetched and the next is there before that is noticed', async () => {
  const { timers, login, hears, texts } = await open()
  const first = await login()
  first.puppet.stuck.add('m1')
  first.announce(first.puppet.say('m1', '讲座60人'))
  await timers.pass(100)
  first.end()
  const second = await login()
  await second.resumed
  // Twenty-five seconds until the first is given up.
  await timers.pass(26_000)
  await hears(1)
  expect(texts()).toEqual(['讲座60人'])
})

test('what cannot be read is asked for again after 15 s, a minute and five; then it is told', async () => {
  const { timers, login, hears, notices, texts } = await open()
  const { puppet, announce } = await login()
  announce('m1')
  announce('m2')
  await timers.pass(20_000)
  expect(notices).toEqual([])
  puppet.say('m1', '讲座60人')
  await timers.pass(60_000)
  await hears(1)
  expect(texts()).toEqual(['讲座60人'])
  await timers.pass(302_000)
  expect(notices).toEqual([{ kind: 'unreadable', what: 'message', id: 'm2' }])
})

test('announced again while it is asked for in vain: asked once more', async () => {
  const { timers, login, hears, texts } = await open()
  const { puppet, announce } = await login()
  announce('m1')
  await timers.pass(500)
  announce('m1')
  await timers.pass(200)
  puppet.say('m1', '讲座60人')
  await timers.pass(1_500)
  await hears(1)
  expect(texts()).toEqual(['讲座60人'])
})

test('what is read only after the doors are closed is left for the next process', async () => {
  const one = await open()
  const { puppet, announce, end } = await one.login()
  puppet.held = true
  announce(puppet.say('m1', '讲座60人'))
  await one.timers.pass(100)
  end()
  await one.hearing.close()
  puppet.letGo()
  await one.timers.pass(2_000)
  expect(one.heard).toEqual([])
  const two = await open()
  const next = new Promise<void>((resolve) => setImmediate(resolve))
  const { puppet: later } = await two.login()
  later.say('m1', '讲座60人')
  await next
  await two.timers.pass(1_000)
  await two.hears(1)
  expect(two.texts()).toEqual(['讲座60人'])
})
