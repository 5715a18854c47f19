/**
 * A loopback stand-in for the server of web WeChat, as far as the unmodified wechat4u asks of it: code and scan,
 * init, contacts, long-polled sync, sending, log-out. It can kick (1101), throttle (1205), refuse the account
 * (1203), break off sends and vanish. Ids are new at every scan and the same after a hot login, as on the real one.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import { answers } from './answers.js'

export type Mode = 'ok' | 'kicked' | 'throttled' | 'refused' | 'reset' | 'gone'

export interface WebPerson {
  readonly key: string
  name: string
  /** 备注 the account keeps for them. */
  remark?: string
}
export interface WebRoom {
  readonly key: string
  topic: string
  readonly members: string[]
  /** 群昵称 by member key. */
  readonly calls: Map<string, string>
}

export interface WebState {
  mode: Mode
  scanned: boolean
  /** Kicked once, a session never comes back: the code must be scanned again. */
  ended: boolean
  session: number
  counter: number
  readonly people: Map<string, WebPerson>
  readonly rooms: Map<string, WebRoom>
  readonly queue: object[]
  /** Rooms to be sent along with the next sync. */
  readonly changed: Set<string>
  /** Long polls that wait for something to happen. */
  readonly waiting: Set<() => void>
  readonly sent: { readonly to: string; readonly text: string }[]
  readonly files: Map<string, Buffer>
  /** Everything said, by id: what may come again. */
  readonly said: Map<string, object>
  readonly asked: string[]
}

export interface WebWechat {
  readonly state: WebState
  readonly port: number
  /** The phone confirms the code: a new session with new ids. */
  scan(): void
  set(mode: Mode): void
  say(said: { from: string; room?: string; text: string; at?: number }): string
  raw(message: { from: string; room?: string; type: number; content: string; more?: object }): string
  /** The same message once more. */
  again(id: string): void
  recall(id: string, from: string, room: string): void
  picture(from: string, room: string, bytes: Buffer): string
  document(from: string, room: string, name: string, bytes: Buffer): string
  /** A quote as the phone sends it: an XML card of type 57. */
  quote(said: { from: string; room: string; text: string }, quoted: { name: string; text: string }): string
  /** A grey line of the system in a room: who joined, what it is called now. The room is sent along as it is. */
  grey(room: string, text: string): void
  close(): Promise<void>
}

export const userId = (state: WebState, key: string): string => `@${state.session}u${key}`
export const roomIdOf = (state: WebState, key: string): string => `@@${state.session}r${key}`

/** HTML as the server sends text. */
export const asHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br/>')

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export async function openWebWechat(
  people: readonly WebPerson[],
  rooms: readonly WebRoom[],
): Promise<WebWechat> {
  const state: WebState = {
    mode: 'ok',
    scanned: false,
    ended: false,
    session: 0,
    counter: 1000,
    people: new Map(people.map((person) => [person.key, { ...person }])),
    rooms: new Map(rooms.map((room) => [room.key, room])),
    queue: [],
    changed: new Set(),
    waiting: new Set(),
    sent: [],
    files: new Map(),
    said: new Map(),
    asked: [],
  }
  const server: Server = createServer((request, response) => void handle(state, request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const wake = (): void => {
    for (const poll of state.waiting) poll()
  }
  const raw: WebWechat['raw'] = ({ from, room, type, content, more = {} }) => {
    const id = String(++state.counter)
    const fromId = userId(state, from)
    const message = {
      MsgId: id,
      NewMsgId: state.counter,
      MsgType: type,
      FromUserName: room === undefined ? fromId : roomIdOf(state, room),
      ToUserName: userId(state, 'bot'),
      Content: room === undefined ? content : `${fromId}:<br/>${content}`,
      CreateTime: Math.floor(Date.now() / 1000),
      Status: 3,
      AppMsgType: 0,
      SubMsgType: 0,
      StatusNotifyCode: 0,
      StatusNotifyUserName: '',
      RecommendInfo: {},
      AppInfo: {},
      Url: '',
      FileName: '',
      MediaId: '',
      ...more,
    }
    state.said.set(id, message)
    state.queue.push(message)
    wake()
    return id
  }
  return {
    state,
    port: typeof address === 'object' && address ? address.port : 0,
    scan: () => {
      state.session++
      state.scanned = true
      state.ended = false
      wake()
    },
    set: (mode) => {
      state.mode = mode
      if (mode === 'kicked') state.ended = true
      wake()
      if (mode === 'gone') server.closeAllConnections()
    },
    say: ({ text, at, ...who }) =>
      raw({
        ...who,
        type: 1,
        content: asHtml(text),
        ...(at === undefined ? {} : { more: { CreateTime: Math.floor(at / 1000) } }),
      }),
    raw,
    again: (id) => {
      state.queue.push(state.said.get(id) ?? {})
      wake()
    },
    recall: (id, from, room) => {
      const told = `<![CDATA["${state.people.get(from)?.name ?? ''}" 撤回了一条消息]]>`
      const card = `<sysmsg type="revokemsg"><revokemsg><session>${roomIdOf(state, room)}</session><oldmsgid>1</oldmsgid><msgid>${id}</msgid><replacemsg>${told}</replacemsg></revokemsg></sysmsg>`
      raw({ from, room, type: 10002, content: asHtml(card) })
    },
    picture: (from, room, bytes) => {
      state.files.set(String(state.counter + 1), bytes)
      return raw({ from, room, type: 3, content: '&lt;msg&gt;&lt;/msg&gt;' })
    },
    document: (from, room, name, bytes) => {
      const media = `@crypt_${state.counter + 1}`
      state.files.set(media, bytes)
      const card = `<msg><appmsg appid="" sdkver="0"><title>${xml(name)}</title><type>6</type></appmsg></msg>`
      const more = { AppMsgType: 6, FileName: name, MediaId: media }
      return raw({ from, room, type: 49, content: asHtml(card), more })
    },
    quote: ({ text, ...who }, quoted) => {
      const refer = `<refermsg><type>1</type><svrid>7</svrid><displayname>${xml(quoted.name)}</displayname><content>${xml(quoted.text)}</content></refermsg>`
      const card = `<?xml version="1.0"?>\n<msg><appmsg appid="" sdkver="0"><title>${xml(text)}</title><type>57</type>${refer}</appmsg></msg>`
      return raw({ ...who, type: 49, content: asHtml(card), more: { AppMsgType: 57 } })
    },
    grey: (room, text) => {
      state.changed.add(room)
      raw({ from: 'bot', room, type: 10000, content: text, more: { Content: text } })
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function handle(state: WebState, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (state.mode === 'gone') {
    request.socket.destroy()
    return
  }
  const url = new URL(request.url ?? '/', 'http://loopback')
  const endpoint = url.pathname.split('/').at(-1) ?? ''
  state.asked.push(endpoint)
  if (state.mode === 'reset' && endpoint.startsWith('webwxsend')) {
    request.socket.destroy()
    return
  }
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  const answer = await answers[endpoint]?.(state, body, url)
  // Vanished while a long poll hung.
  if (request.socket.destroyed) return
  if (answer === undefined || answer === null) {
    response.statusCode = 404
    response.end()
  } else if (typeof answer === 'string' || Buffer.isBuffer(answer)) response.end(answer)
  else if ('status' in answer) response.writeHead(answer.status, answer.headers).end(answer.body)
  else response.setHeader('content-type', 'application/json').end(JSON.stringify(answer.json))
}
