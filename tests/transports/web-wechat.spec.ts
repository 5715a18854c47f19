import { rm, stat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import type { WechatyDeps, WechatyTransport } from '../../src/transports/wechaty/index.js'
import type { TransportState } from '../../src/ports.js'
import { cast, listen, rooms, transportContract, type Said, type World } from './contract.js'
import type { IdentityRow } from '../../src/transports/wechaty/identity.js'
import { memoryIdentityStore } from '../../src/transports/wechaty/identity-store.js'
import { openTransport, temporaryFolder } from './simulated.js'
import { redirectTo } from './web-wechat/redirect.mjs'
import { asHtml, openWebWechat, roomIdOf, userId, type WebWechat } from './web-wechat/server.js'

/** The unmodified wechat4u, logged in by code at our loopback stand-in of web WeChat's server. */

const until = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 20_000, interval: 20 })
const puppet = 'wechaty-puppet-wechat4u'

const openServer = (): Promise<WebWechat> =>
  openWebWechat(
    [{ key: 'bot', name: '小科' }, ...Object.entries(cast).map(([key, name]) => ({ key, name }))],
    [
      { key: 'east', topic: rooms.east, members: ['wang', 'li'], calls: new Map() },
      { key: 'south', topic: rooms.south, members: ['he', 'wang'], calls: new Map() },
    ],
  )

/** Scans every code that is shown. */
function scanning(transport: WechatyTransport, web: WebWechat): WechatyTransport {
  return {
    ...transport,
    start: (events) =>
      transport.start({
        ...events,
        state: (state) => {
          events.state(state)
          if (state.state === 'needs-scan' && web.state.mode === 'ok') web.scan()
        },
      }),
  }
}

let web: WebWechat
let folder: string
beforeAll(async () => {
  // One server for all rows: wechat4u's requests can be redirected only once.
  web = await openServer()
  redirectTo(web.port)
})
afterAll(() => web.close())

async function open(deps: WechatyDeps = {}): Promise<World> {
  web.set('ok')
  web.state.sent.length = 0
  web.state.queue.length = 0
  const east = web.state.rooms.get('east')!
  east.topic = rooms.east
  east.members.splice(0, Infinity, 'wang', 'li')
  folder = await temporaryFolder()
  const transport = scanning(await openTransport({ puppet, folder }, deps), web)
  const keyOf = (id: string) => [...web.state.people.keys()].find((key) => userId(web.state, key) === id)
  const texts = new Map<string, { from: keyof typeof cast; text: string }>()
  return {
    transport,
    folder,
    say: async ({ from, room, text = '', at, file, wordless, voice, note, card }: Said) => {
      const who = { from, ...(room === undefined ? {} : { room }) }
      if (file?.name.endsWith('png')) return web.picture(from, room ?? '', file.bytes)
      if (file) return web.document(from, room ?? '', file.name, file.bytes)
      if (voice) return web.raw({ ...who, type: 34, content: '&lt;msg&gt;&lt;voicemsg/&gt;&lt;/msg&gt;' })
      if (wordless) return web.raw({ ...who, type: 47, content: '&lt;msg&gt;&lt;emoji/&gt;&lt;/msg&gt;' })
      const xml = `<msg><appmsg appid="" sdkver="0"><title>${text}</title><type>53</type></appmsg></msg>`
      if (card !== undefined) return web.raw({ ...who, type: 49, content: asHtml(card) })
      if (note)
        return web.raw({
          ...who,
          type: 49,
          content: xml.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
          more: { AppMsgType: 53 },
        })
      const id = web.say({ ...who, text, ...(at === undefined ? {} : { at: at.getTime() }) })
      texts.set(id, { from, text })
      return id
    },
    quote: async ({ from, room = 'east', text = '' }, quoted) => {
      const { from: whose, text: words } = texts.get(quoted) ?? {
        from: null,
        text: web.state.sent.at(-1)?.text ?? '',
      }
      return web.quote({ from, room, text }, { name: whose ? cast[whose] : '小科', text: words })
    },
    redeliver: async (id) => web.again(id),
    recall: async (id) => web.recall(id, texts.get(id)?.from ?? 'wang', 'east'),
    said: async () =>
      web.state.sent.map(({ to, text }) => {
        const room = [...web.state.rooms.values()].find(({ key }) => roomIdOf(web.state, key) === to)
        const person = web.state.people.get(keyOf(to) ?? '')?.name
        return { text, mentions: [], ...(room ? { room: room.topic } : {}), ...(person ? { person } : {}) }
      }),
    join: async (room, by, who) => {
      web.state.rooms.get(room)!.members.push(who)
      web.grey(room, `"${cast[by]}"邀请"${cast[who]}"加入了群聊`)
    },
    // Who goes by himself or is removed by others is not told there: only whom the account itself removes.
    leave: async (room, _, who) => web.grey(room, `你将"${cast[who]}"移出了群聊`),
    rename: async (room, by, topic) => {
      web.state.rooms.get(room)!.topic = topic
      web.grey(room, `"${cast[by]}"修改群名为“${topic}”`)
    },
    sending: async (how) => web.set(how === 'throttle' ? 'throttled' : how),
    outage: async () => {
      web.set('kicked')
      await until(() => expect(transport.state().state).not.toBe('online'))
      web.set('ok')
      if (transport.state().state === 'needs-scan') web.scan()
    },
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

transportContract('wechat4u at a stand-in of web WeChat', () => open(), {
  'late arrival': 'wechat4u drops what is older than its login',
  late: 'wechat4u drops what is older than its login',
  'mention by id': 'web WeChat sends no ids of mentioned people, only the text',
  'recall by id': 'web WeChat’s recalls are XML',
  'nameless recall': 'web WeChat’s recalls are XML and name the message',
  'send id': 'wechat4u gives none',
})

let world: World | undefined
afterEach(async () => {
  await world?.transport.stop()
  await world?.close()
  world = undefined
})
const session = (): string => join(folder, 'session.memory-card.json')
const states = (all: readonly TransportState[]): string[] => all.map(({ state }) => state)
const toPerson = (person: string) => ({ ...east('私下说'), to: { person } })
const keptAs = (id: string, name: string): IdentityRow => ({ kind: 'person', id, name, remark: name, calls: {}, members: [], former: [], platformId: id, maybe: [], sameAs: null, seenAt: '' }) // prettier-ignore
const east = (text: string) => ({
  id: 'out-1',
  to: { room: rooms.east },
  text,
  mentions: [],
  inReplyTo: null,
})

test('the code is drawn as a picture and taken away after login', async () => {
  world = await open()
  const seen: boolean[] = []
  const picture = join(folder, 'wechat-login.png')
  const heard = await listen(world)
  expect(states(heard.states).slice(0, 2)).toEqual(['starting', 'needs-scan'])
  expect(heard.states).toContainEqual({
    state: 'needs-scan',
    qr: 'https://login.weixin.qq.com/l/code-of-today',
  })
  await until(
    async () =>
      seen.push(
        await stat(picture).then(
          () => true,
          () => false,
        ),
      ) && expect(seen.at(-1)).toBe(false),
  )
})

test('stopped and started again it is logged in without a scan; its session is for its owner only', async () => {
  world = await open()
  await listen(world)
  web.state.asked.length = 0
  await until(async () => expect(await readFile(session(), 'utf8')).toContain('secret-sid'))
  expect((await stat(session())).mode & 0o777).toBe(0o600)
  await world.transport.stop()
  expect(web.state.asked).not.toContain('webwxlogout')

  const again = await openTransport({ puppet, folder })
  const heard = await listen({ ...world, transport: again })
  expect(states(heard.states)).toEqual(['starting', 'online'])
  web.say({ from: 'wang', room: 'east', text: '讲座:\n60人' })
  await until(() => expect(heard.messages.map(({ text }) => text)).toEqual(['讲座:\n60人']))
  await again.stop()
})

test('nobody can log it out by the kill switch', async () => {
  world = await open()
  const heard = await listen(world)
  web.state.asked.length = 0
  web.say({ from: 'wang', text: '🌚 🌚🌚 🌚🌚 🌚' })
  web.say({ from: 'wang', room: 'east', text: '还在' })
  await until(() => expect(heard.messages.map(({ text }) => text)).toContain('还在'))
  expect(web.state.asked).not.toContain('webwxlogout')
  expect(states(heard.states)).toEqual(['starting', 'needs-scan', 'online'])
})

test('the network gone and back: the session is kept, no scan, nothing heard twice', async () => {
  world = await open()
  const heard = await listen(world)
  const scans = web.state.session
  web.say({ from: 'wang', room: 'east', text: '一' })
  await until(() => expect(heard.messages).toHaveLength(1))
  web.set('gone')
  // Three failed syncs: here wechat4u on its own would have logged out and wiped the session.
  await until(() => expect(states(heard.states)).toContain('offline'))
  expect(await world.transport.send(east('在吗'))).toMatchObject({ ok: false })
  web.set('ok')
  await until(() => expect(heard.states.at(-1)?.state).toBe('online'))
  web.say({ from: 'wang', room: 'east', text: '二' })
  await until(() => expect(heard.messages.map(({ text }) => text)).toEqual(['一', '二']))
  expect(web.state.session).toBe(scans)
  expect(heard.messages[1]?.sender.id).toBe(heard.messages[0]?.sender.id)
}, 90_000)

test('after a login with new ids a private line finds whoever has not spoken since', async () => {
  world = await open()
  const heard = await listen(world)
  web.say({ from: 'wang', room: 'east', text: '一' })
  await until(() => expect(heard.messages).toHaveLength(1))
  const wang = heard.messages[0]!.sender.id
  const before = web.state.session
  await world.outage!()
  await until(() => expect(states(heard.states)).toContain('offline'))
  await until(() => expect(heard.states.at(-1)?.state).toBe('online'))
  expect(web.state.session).toBeGreaterThan(before)
  web.state.sent.length = 0
  expect(await world.transport.send(toPerson(wang))).toMatchObject({ ok: true })
  expect(await world.said()).toEqual([{ person: cast.wang, text: '私下说', mentions: [] }])
})

test('a private line finds by 备注 somebody who never spoke', async () => {
  web.state.people.get('li')!.remark = '李老师'
  onTestFinished(() => void (web.state.people.get('li')!.remark = ''))
  world = await open({ identities: memoryIdentityStore([keptAs('wxid_li', '李老师')]) })
  await listen(world)
  expect(await world.transport.send(toPerson('wxid_li'))).toMatchObject({ ok: true })
  expect(await world.said()).toEqual([{ person: cast.li, text: '私下说', mentions: [] }])
})

test('who may be another gets no private line: nobody is there, and the office is asked', async () => {
  world = await open({ identities: memoryIdentityStore([keptAs('wxid_he', cast.he)]) })
  const heard = await listen(world)
  const nobody = { ok: false, error: { code: 'no_such_target' } }
  expect(await world.transport.send(toPerson('wxid_he'))).toMatchObject(nobody)
  const doubt = heard.notices.find((notice) => notice.kind === 'doubtful')
  expect(doubt).toMatchObject({ name: cast.he, maybe: [{ id: 'wxid_he', name: cast.he }] })
  expect(await world.said()).toEqual([])
  // Asked again, nobody is doubted a second time; the office's word lets it through.
  expect(await world.transport.send(toPerson('wxid_he'))).toMatchObject(nobody)
  expect(heard.notices).toHaveLength(1)
  await (world.transport as WechatyTransport).confirm(doubt?.kind === 'doubtful' ? doubt.id : '', 'wxid_he')
  expect(await world.transport.send(toPerson('wxid_he'))).toMatchObject({ ok: true })
  expect(await world.said()).toEqual([{ person: cast.he, text: '私下说', mentions: [] }])
})

test('throttled is told as throttled, and the account stays online', async () => {
  world = await open()
  const heard = await listen(world)
  web.say({ from: 'wang', room: 'east', text: '一' })
  await until(() => expect(heard.messages).toHaveLength(1))
  web.set('throttled')
  expect(await world.transport.send(east('已记'))).toMatchObject({ ok: false, error: { code: 'throttled' } })
  web.set('ok')
  expect(await world.transport.send(east('已记'))).toMatchObject({ ok: true })
  expect(states(heard.states)).not.toContain('offline')
})

test('an account that may not log in is told so with back-off, not in a loop', async () => {
  world = await open()
  web.set('refused')
  const told: TransportState[] = []
  web.state.asked.length = 0
  await world.transport.start({
    message: async () => {},
    recall: async () => {},
    state: (state) => {
      told.push(state)
      if (state.state === 'needs-scan') web.scan()
    },
  })
  await until(() => expect(states(told).filter((state) => state === 'offline').length).toBeGreaterThan(2))
  expect(web.state.asked.filter((endpoint) => endpoint === 'webwxinit').length).toBeLessThan(20)
})

test('a picture is fetched and saved; a renamed room keeps the name the association knows', async () => {
  world = await open()
  const heard = await listen(world)
  web.picture('wang', 'east', Buffer.from('合影'))
  await until(() => expect(heard.messages).toHaveLength(1))
  expect(await readFile(join(folder, heard.messages[0]?.image ?? ''), 'utf8')).toBe('合影')
  web.state.rooms.get('east')!.topic = '城东大家庭'
  web.grey('east', '"王秀兰"修改群名为“城东大家庭”')
  await until(() => expect(heard.notices.map(({ kind }) => kind)).toContain('renamed'))
  web.say({ from: 'wang', room: 'east', text: '一' })
  await until(() => expect(heard.messages.at(-1)).toMatchObject({ text: '一', room: rooms.east }))
  expect(await world.transport.send(east('已记'))).toMatchObject({ ok: true })
})

test('a crash of ours still ends the program: wechat4u’s handler is gone', async () => {
  world = await open()
  const before = process.listenerCount('uncaughtException')
  await listen(world)
  expect(process.listenerCount('uncaughtException')).toBe(before)
})
