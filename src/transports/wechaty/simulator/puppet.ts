import { FileBox, type FileBoxInterface } from 'file-box'
import { Puppet, throwUnsupportedError, types, type payloads } from 'wechaty-puppet'
import { kind, recall, say, type SimEvent, type SimMessage } from './messages.js'
import { contactPayload, nobody, memberPayload, messagePayload, rawPayload, roomPayload } from './payloads.js'
import { botKey, join, keyOf, leave, personId, rename, roomId, type World } from './world.js'

/** A puppet over a simulated world: what end-to-end tests and the practice room's "as in WeChat" mode talk to. */
export class PuppetSimulator extends Puppet {
  static override readonly VERSION = '1.0.0'
  readonly #world: World
  // A field named `off` would shadow EventEmitter.off.
  #cleanups: (() => void)[] = []

  constructor(world: World) {
    // Live objects must not go into options: the base class runs JSON.stringify over them.
    super({})
    this.#world = world
    // The base class throws on an error event nobody listens to.
    this.on('error', () => {})
  }

  override name(): string {
    return 'puppet-simulator'
  }

  override version(): string {
    return PuppetSimulator.VERSION
  }

  override async onStart(): Promise<void> {
    const { settings, feed } = this.#world
    if (settings.start === 'throw') throw new Error('simulated: cannot start')
    if (settings.start === 'hang') return new Promise(() => {})
    const onEvent = (event: SimEvent): void => this.#onEvent(event)
    feed.on('event', onEvent)
    this.#cleanups.push(() => feed.off('event', onEvent))
    if (settings.beatMs > 0) {
      const timer = setInterval(() => {
        if (!settings.silent) this.emit('heartbeat', { data: 'simulator' })
      }, settings.beatMs)
      timer.unref()
      this.#cleanups.push(() => clearInterval(timer))
    }
    if (settings.start === 'lie') return
    // login() must come after onStart() has returned.
    setImmediate(() => (settings.scan ? this.#askScan() : this.#logIn()))
  }

  override async onStop(): Promise<void> {
    for (const cleanup of this.#cleanups.splice(0)) cleanup()
  }

  override ding(data?: string): void {
    if (this.#world.settings.silent) return
    setImmediate(() => this.emit('dong', { data: data ?? '' }))
  }

  #askScan(): void {
    this.emit('scan', { qrcode: 'https://login.weixin.qq.com/l/simulated', status: types.ScanStatus.Waiting })
  }

  #logIn(): void {
    if (!this.state.active() || this.isLoggedIn) return
    this.login(personId(this.#world, botKey))
    this.emit('ready', { data: 'simulator' })
  }

  #onEvent(event: SimEvent): void {
    const world = this.#world
    if (event.type === 'message') this.emit('message', { messageId: event.id })
    else if (event.type === 'login') this.#logIn()
    else if (event.type === 'reset') this.cache.clear()
    else if (event.type === 'logout') void this.logout(event.reason)
    else if (event.type === 'storm') {
      for (let i = 0; i < event.errors; i++) this.emit('error', new Error('simulated: storm'))
    } else {
      const id = roomId(world, event.room)
      // Without this the base class's cache shows the room as it was.
      this.cache.room.delete(id)
      this.cache.roomMember.delete(id)
      const by = personId(world, event.by)
      const timestamp = Math.floor(event.at / 1000)
      if (event.type === 'topic') {
        this.emit('room-topic', {
          changerId: by,
          newTopic: event.topic,
          oldTopic: event.former,
          roomId: id,
          timestamp,
        })
        return
      }
      const people = event.people.map((key) => personId(world, key))
      if (event.type === 'join')
        this.emit('room-join', { inviteeIdList: people, inviterId: by, roomId: id, timestamp })
      else this.emit('room-leave', { removeeIdList: people, removerId: by, roomId: id, timestamp })
    }
  }

  #key(id: string): string {
    const key = keyOf(this.#world, id)
    if (key === undefined) throw new Error(`no payload found for id ${id}`)
    return key
  }

  override async contactList(): Promise<string[]> {
    return [...this.#world.people.keys()].map((key) => personId(this.#world, key))
  }

  override async contactRawPayload(id: string): Promise<payloads.Contact> {
    const key = this.#key(id)
    return this.#world.rooms.has(key) ? nobody(id) : contactPayload(this.#world, key)
  }

  override async contactRawPayloadParser(payload: payloads.Contact): Promise<payloads.Contact> {
    return payload
  }

  override async roomList(): Promise<string[]> {
    return [...this.#world.rooms.keys()].map((key) => roomId(this.#world, key))
  }

  override async roomRawPayload(id: string): Promise<payloads.Room> {
    return roomPayload(this.#world, this.#key(id))
  }

  override async roomRawPayloadParser(payload: payloads.Room): Promise<payloads.Room> {
    return payload
  }

  override async roomMemberList(id: string): Promise<string[]> {
    return roomPayload(this.#world, this.#key(id)).memberIdList
  }

  override async roomMemberRawPayload(room: string, id: string): Promise<payloads.RoomMember> {
    return memberPayload(this.#world, this.#key(room), this.#key(id))
  }

  override async roomMemberRawPayloadParser(payload: payloads.RoomMember): Promise<payloads.RoomMember> {
    return payload
  }

  override async roomTopic(id: string): Promise<string>
  override async roomTopic(id: string, topic: string): Promise<void>
  override async roomTopic(id: string, topic?: string): Promise<string | void> {
    if (topic === undefined) return roomPayload(this.#world, this.#key(id)).topic
    rename(this.#world, this.#key(id), botKey, topic)
  }

  override async roomAdd(id: string, person: string): Promise<void> {
    join(this.#world, this.#key(id), botKey, [this.#key(person)])
  }

  override async roomDel(id: string, person: string): Promise<void> {
    leave(this.#world, this.#key(id), botKey, [this.#key(person)])
  }

  #message(id: string): SimMessage {
    const message = this.#world.messages.get(id)
    if (!message) throw new Error(`no message ${id}`)
    return message
  }

  // The raw payload is the message itself, so that the parser can show it as a puppet would.
  override async messageRawPayload(id: string): Promise<object> {
    return rawPayload(this.#world, this.#message(id))
  }

  override async messagePayload(id: string): Promise<payloads.Message> {
    return messagePayload(this.#world, this.#message(id))
  }

  override async messageFile(id: string): Promise<FileBoxInterface> {
    const { file } = this.#message(id)
    if (!file) throw new Error(`no file in ${id}`)
    return FileBox.fromBuffer(Buffer.from(file.base64, 'base64'), file.name)
  }

  override async messageImage(id: string): Promise<FileBoxInterface> {
    return this.messageFile(id)
  }

  override async messageRecall(id: string): Promise<boolean> {
    if (this.#message(id).from !== botKey) return false
    recall(this.#world, id)
    return true
  }

  #target(conversation: string): { room: string } | { to: string } {
    const key = this.#key(conversation)
    return this.#world.rooms.has(key) ? { room: key } : { to: key }
  }

  #refuse(): void {
    const { send } = this.#world.settings
    if (send === 'throttle') throw new Error("'1205' == 0")
    if (send === 'reset') throw new Error('read ECONNRESET')
  }

  override async messageSendText(
    conversation: string,
    text: string,
    mentions: string[] = [],
  ): Promise<string | void> {
    this.#refuse()
    const keys = mentions.map((id) => this.#key(id))
    const id = say(this.#world, { from: botKey, ...this.#target(conversation), text, mentions: keys })
    if (this.#world.settings.send === 'mute') return new Promise(() => {})
    return this.#world.settings.send === 'void' ? undefined : id
  }

  override async messageSendFile(conversation: string, file: FileBoxInterface): Promise<string | void> {
    this.#refuse()
    const base64 = (await file.toBuffer()).toString('base64')
    return say(this.#world, {
      from: botKey,
      ...this.#target(conversation),
      file: { name: file.name, base64 },
    })
  }

  override async messageForward(conversation: string, id: string): Promise<string | void> {
    const { text, file } = this.#message(id)
    return say(this.#world, {
      from: botKey,
      ...this.#target(conversation),
      text,
      ...(file ? { file } : { type: kind.text }),
    })
  }
}

// Anything else fails as unsupported instead of "x is not a function".
const unsupported = [
  'contactAlias', 'contactAvatar', 'contactPhone', 'contactCorporationRemark', 'contactDescription',
  'contactSelfName', 'contactSelfQRCode', 'contactSelfSignature', 'conversationReadMark',
  'messageContact', 'messageMiniProgram', 'messageUrl', 'messageLocation', 'messageSendContact',
  'messageSendLocation', 'messageSendMiniProgram', 'messageSendPost', 'messageSendUrl', 'roomAnnounce',
  'roomAvatar', 'roomCreate', 'roomQRCode', 'roomQuit', 'roomInvitationAccept', 'roomInvitationRawPayload',
  'roomInvitationRawPayloadParser', 'friendshipAccept', 'friendshipAdd', 'friendshipRawPayload',
  'friendshipRawPayloadParser', 'friendshipSearchPhone', 'friendshipSearchHandle', 'tagContactAdd',
  'tagContactRemove', 'tagContactDelete', 'tagContactList', 'postPublish', 'postRawPayload',
  'postRawPayloadParser', 'postSearch', 'tap', 'tapSearch',
] as const // prettier-ignore
for (const name of unsupported) {
  Object.defineProperty(PuppetSimulator.prototype, name, {
    configurable: true,
    value: async () => throwUnsupportedError(name),
  })
}
