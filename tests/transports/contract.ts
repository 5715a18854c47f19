import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { voiceText, type Message, type Outgoing, type Recall } from '../../src/core/message.js'
import type { Notice, Transport, TransportState } from '../../src/ports.js'
import { chatRecord } from './chat-record-xml.js'

/**
 * The people and rooms every opened world has. 王秀兰 and 李建国 are in the first room, 何敏 and 王秀兰 in the
 * second; the bot is 小科 in both.
 */
export const cast = { wang: '王秀兰', li: '李建国', he: '何敏' } as const
export type Member = keyof typeof cast
export const rooms = { east: '城东区老科协会员群', south: '南山县老科协群' } as const
export type Room = keyof typeof rooms

export interface Said {
  readonly from: Member
  /** Absent: a private chat with the bot. */
  readonly room?: Room
  readonly text?: string
  readonly at?: Date
  /** An @ the platform knows of, besides what the text shows. */
  readonly mentionsBot?: boolean
  readonly file?: { readonly name: string; readonly bytes: Buffer }
  /** A sticker, a card… */
  readonly wordless?: boolean
  readonly voice?: boolean
  /** A note of the group (#接龙). */
  readonly note?: boolean
  /** XML of a merged forward, or whatever came in its place. */
  readonly card?: string
}

export interface Heard {
  readonly room?: string
  readonly person?: string
  readonly text: string
  readonly mentions: readonly string[]
}

/** A small network with one transport on it, and the means to make things happen there. */
export interface World {
  readonly transport: Transport
  /** The data folder, where files are saved. */
  readonly folder: string
  /** Somebody speaks; gives the message's id. */
  say(said: Said): Promise<string>
  quote?(said: Said, quoted: string): Promise<string>
  recall?(id: string, shape?: 'id' | 'xml' | 'nothing'): Promise<void>
  redeliver?(id: string): Promise<void>
  rename?(room: Room, by: Member, topic: string): Promise<void>
  join?(room: Room, by: Member, who: Member): Promise<void>
  leave?(room: Room, by: Member, who: Member): Promise<void>
  /** What people have seen the bot say. */
  said(): Promise<readonly Heard[]>
  /** Cuts the transport off and brings the network back; what is said meanwhile is lost or comes later. */
  outage?(): Promise<void>
  /** What the next sends do. */
  sending?(how: 'ok' | 'throttle' | 'reset'): Promise<void>
  close(): Promise<void>
}

/** What every transport promises, in the order of the suite. */
export const promises = {
  text: 'text arrives exactly as typed, line breaks with it',
  blanks: 'blanks around a text and signs of the line editor arrive too',
  names: 'a message names its room and its speaker',
  'sent at': 'a message says when it was sent',
  'one id': 'one person is one id in every room and in private',
  lane: 'messages of a room come in the order they were sent, one at a time',
  'late arrival': 'a later arrival that was sent earlier goes first',
  once: 'each message once, however often it is delivered',
  'same words': 'the same words said twice are two messages',
  echo: 'the bot does not hear itself',
  'mention by id': 'a mention of the bot the platform knows of is told',
  'mention by name': 'a mention of the bot by name is told',
  'recall by id': 'a recall (id) names the message taken back',
  'recall by xml': 'a recall (xml) names the message taken back',
  'nameless recall': 'a recall (nothing) names the message taken back',
  quote: 'a quote is split: its words apart, only the new ones as text',
  'quote of the bot': 'a quote of the bot names its reply',
  files: 'pictures and files are saved and named',
  voice: 'a voice message is told as one, so that its sender can be told',
  wordless: 'what has no words ends here; a note of the group has words',
  forward: 'a merged forward in private is told with who said what when; in a room it is none of the bot’s',
  late: 'what arrives long after it was sent is late',
  rooms: 'joins, leaves and a new name are told, and the room stays the same room',
  reply: 'a reply reaches its room or person, line breaks and mentions with it',
  'send id': 'the platform’s id of a reply is given',
  'no target': 'a reply to nobody says so',
  'send faults': 'a send that fails says how: throttled, or not known',
  outage: 'cut off and back: offline is told, then it goes on; what was heard before is not heard again',
  stop: 'after stop nothing is handed on and nothing is sent',
} as const
export type Promised = keyof typeof promises

/** Promises a transport cannot be held to by its nature, each with the reason: the suite prints them. */
export type Exceptions = Readonly<Partial<Record<Promised, string>>>

export interface Events {
  readonly messages: Message[]
  readonly recalls: Recall[]
  readonly states: TransportState[]
  readonly notices: Notice[]
}

const until = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 20_000, interval: 20 })
let counter = 0
const reply = (to: Outgoing['to'], text: string, more: Partial<Outgoing> = {}): Outgoing => ({
  id: `out-${++counter}`,
  to,
  text,
  mentions: [],
  inReplyTo: null,
  ...more,
})

/** Starts a world's transport with handlers that write everything down. */
export async function listen(world: World, onMessage?: (message: Message) => Promise<void>): Promise<Events> {
  const heard: Events = { messages: [], recalls: [], states: [], notices: [] }
  await world.transport.start({
    message: async (message) => {
      await onMessage?.(message)
      heard.messages.push(message)
    },
    recall: async (recall) => void heard.recalls.push(recall),
    state: (state) => void heard.states.push(state),
    notice: (notice) => void heard.notices.push(notice),
  })
  await until(() => expect(heard.states.at(-1)?.state).toBe('online'))
  return heard
}

/** Texts that must arrive exactly as typed; the reason beside those that once did not. */
const texts: readonly string[] = [
  '昨天在三小做了一场科普讲座，60人听讲',
  '讲座报告:\n题目: 量子\n备注:\n听众 60人', // wechat4u gives only 讲座报告
  '讲座报告：\n题目：量子',
  'A & B <b>粗</b> &amp; &lt; "引号"', // web WeChat's HTML
  '表情😀👨‍👩‍👧 全角１２３　空格',
  '「不是引用」\n就是这样写的',
  'a:b:c\n王秀兰:\n转发的话', // looks like a speaker in front
]
const blanks: readonly string[] = ['  前后有空格  \n\n空行也在\n', '／不是换行', '#不是注释', '/人 不是命令']

/** What every transport must do. `open` gives a fresh world; it is closed after each row. */
export function transportContract(
  name: string,
  open: () => Promise<World>,
  exceptions: Exceptions = {},
): void {
  describe(`${name}: transport contract`, () => {
    let world: World | undefined
    const begin = async (
      onMessage?: (message: Message) => Promise<void>,
    ): Promise<{ world: World; heard: Events }> => {
      world = await open()
      return { world, heard: await listen(world, onMessage) }
    }
    afterEach(async () => {
      await world?.transport.stop()
      await world?.close()
      world = undefined
    })

    /** One promise; an exception is printed with its reason instead of passing unseen. */
    const promise = (key: Promised, keeps: () => Promise<void>): void => {
      const why = exceptions[key]
      if (why === undefined) test(promises[key], keeps)
      else
        test(`${promises[key]} — does not apply: ${why}`, (context) => {
          console.info(`${name}: 「${promises[key]}」 does not apply: ${why}`)
          context.skip(why)
        })
    }

    for (const [key, list] of [
      ['text', texts],
      ['blanks', blanks],
    ] as const)
      promise(key, async () => {
        const { world, heard } = await begin()
        for (const text of list) await world.say({ from: 'wang', room: 'east', text })
        await until(() => expect(heard.messages).toHaveLength(list.length))
        expect(heard.messages.map((message) => message.text)).toEqual(list)
      })

    promise('names', async () => {
      const { world, heard } = await begin()
      const id = await world.say({ from: 'wang', room: 'east', text: '讲座60人' })
      await until(() => expect(heard.messages).toHaveLength(1))
      const [message] = heard.messages
      expect(message).toMatchObject({ id, room: rooms.east, sender: { name: cast.wang }, text: '讲座60人' })
      expect(message).not.toHaveProperty('late')
    })

    promise('sent at', async () => {
      const { world, heard } = await begin()
      const at = new Date(Math.floor(Date.now() / 1000) * 1000)
      await world.say({ from: 'wang', room: 'east', text: '讲座60人', at })
      await until(() => expect(heard.messages).toHaveLength(1))
      expect(heard.messages[0]?.sentAt).toEqual(at)
    })

    promise('one id', async () => {
      const { world, heard } = await begin()
      await world.say({ from: 'wang', room: 'east', text: '一' })
      await world.say({ from: 'wang', room: 'south', text: '二' })
      await world.say({ from: 'li', room: 'east', text: '三' })
      await world.say({ from: 'wang', text: '四' })
      await until(() => expect(heard.messages).toHaveLength(4))
      const idOf = (text: string) => heard.messages.find((message) => message.text === text)?.sender.id
      expect(idOf('二')).toBe(idOf('一'))
      expect(idOf('三')).not.toBe(idOf('一'))
      expect(idOf('四')).toBe(idOf('一'))
      expect(heard.messages.find((message) => message.text === '四')).not.toHaveProperty('room')
    })

    promise('lane', async () => {
      let inside = 0
      let most = 0
      const { world, heard } = await begin(async () => {
        most = Math.max(most, ++inside)
        await new Promise((resolve) => setImmediate(resolve))
        inside--
      })
      const sent = Array.from({ length: 60 }, (_, i) => `第${i}条`)
      for (const text of sent) await world.say({ from: 'wang', room: 'east', text })
      await until(() => expect(heard.messages).toHaveLength(sent.length))
      expect(heard.messages.map((message) => message.text)).toEqual(sent)
      expect(most).toBe(1)
    })

    promise('late arrival', async () => {
      const { world, heard } = await begin()
      const now = Math.floor(Date.now() / 1000) * 1000
      await world.say({ from: 'wang', room: 'east', text: '更正：66人', at: new Date(now - 1000) })
      await world.say({ from: 'wang', room: 'east', text: '讲座60人', at: new Date(now - 4000) })
      await until(() => expect(heard.messages).toHaveLength(2))
      expect(heard.messages.map((message) => message.text)).toEqual(['讲座60人', '更正：66人'])
    })

    promise('once', async () => {
      const { world, heard } = await begin()
      const id = await world.say({ from: 'wang', room: 'east', text: '讲座60人' })
      await world.redeliver!(id)
      await world.redeliver!(id)
      await world.say({ from: 'wang', room: 'east', text: '完' })
      await until(() => expect(heard.messages.at(-1)?.text).toBe('完'))
      await world.redeliver!(id)
      await world.say({ from: 'li', room: 'east', text: '再完' })
      await until(() => expect(heard.messages.at(-1)?.text).toBe('再完'))
      expect(heard.messages.map((message) => message.text)).toEqual(['讲座60人', '完', '再完'])
    })

    promise('same words', async () => {
      const { world, heard } = await begin()
      await world.say({ from: 'wang', room: 'east', text: '讲座60人' })
      await world.say({ from: 'wang', room: 'east', text: '讲座60人' })
      await until(() => expect(heard.messages).toHaveLength(2))
      expect(new Set(heard.messages.map((message) => message.id)).size).toBe(2)
    })

    promise('echo', async () => {
      const { world, heard } = await begin()
      await world.say({ from: 'wang', room: 'east', text: '一' })
      await until(() => expect(heard.messages).toHaveLength(1))
      expect(await world.transport.send(reply({ room: rooms.east }, '已记：讲座 60人'))).toMatchObject({
        ok: true,
      })
      await world.say({ from: 'wang', room: 'east', text: '二' })
      await until(() => expect(heard.messages.at(-1)?.text).toBe('二'))
      expect(heard.messages.map((message) => message.text)).toEqual(['一', '二'])
    })

    promise('mention by id', async () => {
      const { world, heard } = await begin()
      await world.say({ from: 'wang', room: 'east', text: '@科普小助手 统计', mentionsBot: true })
      await until(() => expect(heard.messages).toHaveLength(1))
      expect(heard.messages[0]?.mentionsBot).toBe(true)
    })

    promise('mention by name', async () => {
      const { world, heard } = await begin()
      const rows: readonly (readonly [string, boolean])[] = [
        ['@小科\u2005统计', true],
        ['@小科 统计', true],
        ['统计一下@小科', true],
        ['@小科学家 您好', false],
        ['小科统计', false],
      ]
      for (const [text] of rows) await world.say({ from: 'wang', room: 'east', text })
      await until(() => expect(heard.messages).toHaveLength(rows.length))
      expect(heard.messages.map(({ text, mentionsBot }) => [text, mentionsBot === true])).toEqual(rows)
    })

    for (const [shape, key] of [
      ['id', 'recall by id'],
      ['xml', 'recall by xml'],
      ['nothing', 'nameless recall'],
    ] as const)
      promise(key, async () => {
        const { world, heard } = await begin()
        const other = await world.say({ from: 'li', room: 'east', text: '讲座50人' })
        const id = await world.say({ from: 'wang', room: 'east', text: '讲座60人' })
        await until(() => expect(heard.messages).toHaveLength(2))
        await world.recall!(id, shape)
        await until(() => expect(heard.recalls).toHaveLength(1))
        expect(heard.recalls[0]?.id).toBe(id)
        expect(id).not.toBe(other)
      })

    promise('quote', async () => {
      const { world, heard } = await begin()
      const id = await world.say({ from: 'wang', room: 'east', text: '讲座60人\n在三小' })
      await until(() => expect(heard.messages).toHaveLength(1))
      await world.quote!({ from: 'li', room: 'east', text: '更正：66人' }, id)
      await until(() => expect(heard.messages).toHaveLength(2))
      expect(heard.messages[1]).toMatchObject({ text: '更正：66人', quotes: { id } })
    })

    promise('quote of the bot', async () => {
      const { world, heard } = await begin()
      await world.say({ from: 'wang', room: 'east', text: '讲座60人' })
      await until(() => expect(heard.messages).toHaveLength(1))
      const receipt = reply({ room: rooms.east }, '已记 101号\n讲座 60人')
      expect((await world.transport.send(receipt)).ok).toBe(true)
      await world.quote!({ from: 'wang', room: 'east', text: '是350人' }, receipt.id)
      await until(() => expect(heard.messages).toHaveLength(2))
      expect(heard.messages[1]).toMatchObject({ text: '是350人', quotes: { id: receipt.id } })
    })

    promise('files', async () => {
      const { world, heard } = await begin()
      const bytes = Buffer.from('\x89PNG 一张合影')
      await world.say({ from: 'wang', room: 'east', file: { name: '合影.png', bytes } })
      await world.say({ from: 'wang', room: 'east', file: { name: '../../名单.xlsx', bytes } })
      await until(() => expect(heard.messages).toHaveLength(2))
      const [picture, list] = heard.messages
      expect(await readFile(join(world.folder, picture?.image ?? '')), 'picture').toEqual(bytes)
      expect(await readFile(join(world.folder, list?.file ?? '')), 'file').toEqual(bytes)
      expect(list?.file).toMatch(/^files[/\\][\w-]+[/\\][\w.-]+\.xlsx$/)
    })

    promise('voice', async () => {
      const { world, heard } = await begin()
      await world.say({ from: 'wang', voice: true })
      await world.say({ from: 'wang', room: 'east', voice: true })
      await until(() => expect(heard.messages).toHaveLength(2))
      for (const message of heard.messages) {
        expect(message).toMatchObject({ text: voiceText, sender: { name: cast.wang } })
        expect(message).not.toHaveProperty('file')
      }
    })

    promise('wordless', async () => {
      const { world, heard } = await begin()
      await world.say({ from: 'wang', room: 'east', wordless: true })
      await world.say({ from: 'wang', room: 'east', note: true, text: '#接龙\n1. 王秀兰 讲座60人' })
      await until(() => expect(heard.messages).toHaveLength(1))
      expect(heard.messages[0]?.text).toBe('#接龙\n1. 王秀兰 讲座60人')
    })

    promise('forward', async () => {
      const { world, heard } = await begin()
      const at = new Date('2026-11-20T08:30:00Z')
      const cards = [
        chatRecord([
          { name: '城东-王秀兰', at, text: '昨天在三小讲防诈骗：\n听众 & 老师 120人' },
          { name: cast.li, time: '2026-11-20 17:05', text: '<讲座> 60人' },
          { name: cast.li, at },
        ]),
        '<msg><appmsg><title>群聊的聊天记录</title><des>王秀兰: 昨天</des><type>19</type></appmsg></msg>',
      ]
      for (const card of cards) await world.say({ from: 'he', card })
      await world.say({ from: 'he', room: 'south', card: cards[0]! })
      await world.say({ from: 'he', room: 'south', text: '完' })
      await until(() => expect(heard.messages).toHaveLength(3))
      const told = heard.messages.filter(({ room }) => room === undefined)
      expect(told.map(({ forwarded }) => forwarded)).toEqual([
        [
          { name: '城东-王秀兰', at, text: '昨天在三小讲防诈骗：\n听众 & 老师 120人' },
          { name: cast.li, at: { day: '2026-11-20', minute: 1025 }, text: '<讲座> 60人' },
          { name: cast.li, at, text: '' },
        ],
        [],
      ])
      expect(heard.messages.find(({ room }) => room !== undefined)).toMatchObject({ text: '完' })
    })

    promise('late', async () => {
      const { world, heard } = await begin()
      await world.say({ from: 'wang', room: 'east', text: '旧', at: new Date(Date.now() - 11 * 60_000) })
      await world.say({ from: 'wang', room: 'east', text: '新', at: new Date(Date.now() - 5 * 60_000) })
      await until(() => expect(heard.messages).toHaveLength(2))
      expect(heard.messages.map(({ text, late }) => [text, late === true])).toEqual([
        ['旧', true],
        ['新', false],
      ])
    })

    promise('rooms', async () => {
      const { world, heard } = await begin()
      await world.say({ from: 'wang', room: 'east', text: '一' })
      await until(() => expect(heard.messages).toHaveLength(1))
      await world.join!('east', 'wang', 'he')
      await until(() => expect(heard.notices.map((notice) => notice.kind)).toContain('joined'))
      await world.leave!('east', 'wang', 'li')
      await until(() => expect(heard.notices.map((notice) => notice.kind)).toContain('left'))
      await world.rename!('east', 'wang', '城东大家庭')
      await until(() => expect(heard.notices.map((notice) => notice.kind)).toContain('renamed'))
      await world.say({ from: 'he', room: 'east', text: '二' })
      await until(() => expect(heard.messages).toHaveLength(2))
      expect(heard.messages[1]).toMatchObject({ room: rooms.east, sender: { name: cast.he } })
      expect(heard.notices).toContainEqual(expect.objectContaining({ kind: 'joined', room: rooms.east }))
      expect((await world.transport.send(reply({ room: rooms.east }, '欢迎'))).ok).toBe(true)
    })

    promise('reply', async () => {
      const { world, heard } = await begin()
      await world.say({ from: 'wang', room: 'east', text: '一' })
      await until(() => expect(heard.messages).toHaveLength(1))
      const wang = heard.messages[0]?.sender.id ?? ''
      const text = '@王秀兰 已记 101号\n讲座 60人'
      const sent = await world.transport.send(reply({ room: rooms.east }, text, { mentions: [wang] }))
      expect(sent.ok).toBe(true)
      await world.transport.send(reply({ person: wang }, '私下说'))
      await until(async () => expect(await world.said()).toHaveLength(2))
      const said = await world.said()
      expect(said[0]).toMatchObject({ room: rooms.east, text })
      expect(said[1]).toMatchObject({ person: cast.wang, text: '私下说' })
    })

    promise('send id', async () => {
      const { world, heard } = await begin()
      await world.say({ from: 'wang', room: 'east', text: '一' })
      await until(() => expect(heard.messages).toHaveLength(1))
      const sent = await world.transport.send(reply({ room: rooms.east }, '已记'))
      expect(sent).toMatchObject({ ok: true, value: { platformId: expect.stringMatching(/./) } })
    })

    promise('no target', async () => {
      const { world } = await begin()
      const sent = await world.transport.send(reply({ room: '没有的群' }, '已记'))
      expect(sent).toMatchObject({ ok: false, error: { code: 'no_such_target' } })
    })

    promise('send faults', async () => {
      const { world, heard } = await begin()
      await world.say({ from: 'wang', room: 'east', text: '一' })
      await until(() => expect(heard.messages).toHaveLength(1))
      const send = () => world.transport.send(reply({ room: rooms.east }, '已记'))
      await world.sending!('throttle')
      expect(await send()).toMatchObject({ ok: false, error: { code: 'throttled' } })
      await world.sending!('reset')
      expect(await send()).toMatchObject({ ok: false, error: { code: 'unknown' } })
      await world.sending!('ok')
      expect(await send()).toMatchObject({ ok: true })
    })

    promise('outage', async () => {
      const { world, heard } = await begin()
      const id = await world.say({ from: 'wang', room: 'east', text: '一' })
      await until(() => expect(heard.messages).toHaveLength(1))
      const wang = heard.messages[0]?.sender.id
      await world.outage!()
      await until(() => expect(heard.states.map((state) => state.state)).toContain('offline'))
      await until(() => expect(heard.states.at(-1)?.state).toBe('online'))
      await world.redeliver?.(id)
      await world.say({ from: 'wang', room: 'east', text: '二' })
      await until(() => expect(heard.messages.at(-1)?.text).toBe('二'))
      expect(heard.messages.map((message) => message.text)).toEqual(['一', '二'])
      expect(heard.messages[1]?.sender.id).toBe(wang)
      expect(heard.messages[1]?.room).toBe(rooms.east)
      expect((await world.transport.send(reply({ room: rooms.east }, '我回来了'))).ok).toBe(true)
    })

    promise('stop', async () => {
      const { world, heard } = await begin()
      await world.say({ from: 'wang', room: 'east', text: '一' })
      await until(() => expect(heard.messages).toHaveLength(1))
      await world.transport.stop()
      expect(await world.transport.send(reply({ room: rooms.east }, '还在吗'))).toMatchObject({
        ok: false,
        error: { code: 'offline' },
      })
      await world.say({ from: 'wang', room: 'east', text: '二' }).catch(() => {})
      expect(heard.messages).toHaveLength(1)
    })
  })
}
