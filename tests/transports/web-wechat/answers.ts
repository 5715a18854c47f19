import { roomIdOf, userId, type WebState } from './server.js'

type Answer =
  | string
  | Buffer
  | { readonly json: object }
  | { readonly status: number; readonly headers: Record<string, string | string[]>; readonly body: string }
type Endpoint = (state: WebState, body: Buffer, url: URL) => Answer | Promise<Answer>

const ok = { Ret: 0, ErrMsg: '' }
const json = (value: object): Answer => ({ json: { BaseResponse: ok, ...value } })

/** Resolves when something happens, or after `ms`. */
const happens = (state: WebState, ms: number): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      state.waiting.delete(done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    state.waiting.add(done)
  })

function contact(state: WebState, key: string): object {
  return {
    UserName: userId(state, key),
    NickName: state.people.get(key)?.name ?? '',
    HeadImgUrl: '',
    RemarkName: state.people.get(key)?.remark ?? '',
    Sex: 0,
    Signature: '',
    VerifyFlag: 0,
    ContactFlag: 1,
    MemberList: [],
    MemberCount: 0,
  }
}

function room(state: WebState, key: string): object {
  const { topic = '', members = [], calls = new Map<string, string>() } = state.rooms.get(key) ?? {}
  return {
    ...contact(state, key),
    UserName: roomIdOf(state, key),
    NickName: topic,
    MemberCount: members.length + 1,
    ChatRoomOwner: '',
    OwnerUin: 0,
    EncryChatRoomId: '',
    MemberList: ['bot', ...members].map((member) => ({
      ...contact(state, member),
      DisplayName: calls.get(member) ?? '',
      AttrStatus: 0,
      MemberStatus: 0,
      Uin: 0,
      KeyWord: '',
    })),
  }
}

const everybody = (state: WebState): object[] => [...state.people.keys()].map((key) => contact(state, key))
const everyRoom = (state: WebState): object[] => [...state.rooms.keys()].map((key) => room(state, key))
const syncKey = (state: WebState): object => ({ Count: 1, List: [{ Key: 1, Val: state.counter }] })
const sending: Endpoint = (state, body) => {
  if (state.mode === 'throttled') return { json: { BaseResponse: { Ret: 1205, ErrMsg: '' } } }
  const { Msg: message } = JSON.parse(body.toString()) as { Msg: { ToUserName: string; Content?: string } }
  state.sent.push({ to: message.ToUserName, text: message.Content ?? '' })
  return json({ MsgID: String(++state.counter), LocalID: '1' })
}

/** What each address of the server answers, by its last part. */
export const answers: Readonly<Record<string, Endpoint>> = {
  jslogin: () => 'window.QRLogin.code = 200; window.QRLogin.uuid = "code-of-today";',
  login: async (state) => {
    if (!state.scanned) await happens(state, 500)
    return state.scanned
      ? 'window.code=200;\nwindow.redirect_uri="https://wx.qq.com/cgi-bin/mmwebwx-bin/webwxnewloginpage?ticket=t&uuid=u&lang=zh_CN&scan=1";'
      : 'window.code=408;'
  },
  webwxnewloginpage: (state) => {
    const refused = state.mode === 'refused'
    state.scanned = false
    return {
      status: 301,
      headers: refused
        ? {}
        : { 'set-cookie': ['wxuin=123;', 'wxsid=secret-sid;', 'webwx_data_ticket=secret-ticket;'] },
      body: refused
        ? '<error><ret>1203</ret><message>为了你的帐号安全，此微信号已不允许登录网页微信。</message></error>'
        : '<error><ret>0</ret><message></message><skey>@secret-skey</skey><wxsid>secret-sid</wxsid><wxuin>123</wxuin><pass_ticket>secret-pass</pass_ticket><isgrayscale>1</isgrayscale></error>',
    }
  },
  webwxinit: (state) => {
    if (state.mode === 'refused') return { json: { BaseResponse: { Ret: 1 } } }
    if (state.ended) return { json: { BaseResponse: { Ret: 1101 } } }
    return json({
      User: contact(state, 'bot'),
      SKey: '@secret-skey',
      SyncKey: syncKey(state),
      Count: 1,
      ContactList: everyRoom(state),
      ChatSet: '',
    })
  },
  webwxgetcontact: (state) => {
    const all = [...everybody(state), ...everyRoom(state)]
    return json({ MemberCount: all.length, MemberList: all, Seq: 0 })
  },
  webwxbatchgetcontact: (state, body) => {
    const { List: wanted } = JSON.parse(body.toString()) as { List: { UserName: string }[] }
    const names = new Set(wanted.map(({ UserName: name }) => name))
    const found = [...everybody(state), ...everyRoom(state)].filter((one) =>
      names.has((one as { UserName: string }).UserName),
    )
    return json({ Count: found.length, ContactList: found })
  },
  webwxstatusnotify: (state) => json({ MsgID: String(++state.counter) }),
  synccheck: async (state) => {
    if (state.queue.length === 0 && !state.ended) await happens(state, 1500)
    const code = state.ended ? 1101 : 0
    return `window.synccheck={retcode:"${code}",selector:"${state.queue.length > 0 ? 2 : 0}"}`
  },
  webwxsync: (state) => {
    const messages = state.queue.splice(0)
    const changed = [...state.changed].map((key) => room(state, key))
    state.changed.clear()
    const keys = { SyncKey: syncKey(state), SyncCheckKey: syncKey(state) }
    return json({
      AddMsgCount: messages.length,
      AddMsgList: messages,
      ModContactCount: changed.length,
      ModContactList: changed,
      ...keys,
    })
  },
  webwxsendmsg: sending,
  webwxsendmsgimg: sending,
  webwxsendappmsg: sending,
  webwxuploadmedia: (state) => json({ MediaId: `@media${++state.counter}` }),
  webwxgetmsgimg: (state, _, url) =>
    state.files.get(url.searchParams.get('MsgID') ?? url.searchParams.get('MsgId') ?? '') ?? '',
  webwxgetmedia: (state, _, url) => state.files.get(url.searchParams.get('mediaid') ?? '') ?? '',
  webwxlogout: () => '',
}
