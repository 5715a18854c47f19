/* oxlint-disable no-underscore-dangle -- names inside a frozen package */
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { EventEmitter } from 'node:events'
import type { WechatyInterface } from 'wechaty/impls'
import type { payloads } from 'wechaty-puppet'
import type { WechatyConfig } from './config.js'
import { explainRefusal } from './gateway-check.js'
import { importQuietly, type Puppet } from './puppet.js'
import type { Quirks } from './quirks.js'
import { reasonOf } from './redact.js'
import { detachService, tameService, watchService } from './service.js'
import type { Life, Signals } from './supervisor.js'
import { detachWechat4u, guardWechat4u } from './wechat4u.js'

/** One login of one puppet, as the reader and the sender see it. */
export interface Session {
  readonly puppet: Puppet
  readonly life: number
  readonly selfId: string
  /** Whether it can still be asked. */
  readonly alive: () => boolean
  /** '' until it is known. */
  readonly selfName: () => string
  /** Epoch milliseconds. */
  readonly since: number
}

export interface LifeEvents {
  online(session: Session): void
  gone(life: number): void
  message(session: Session, id: string): void
  joined(session: Session, event: payloads.EventRoomJoin): void
  left(session: Session, event: payloads.EventRoomLeave): void
  renamed(session: Session, event: payloads.EventRoomTopic): void
}

export interface LifeDeps {
  readonly config: WechatyConfig
  readonly quirks: Quirks
  readonly createPuppet: () => Promise<Puppet>
  readonly events: LifeEvents
  readonly now: () => number
  readonly secrets: readonly string[]
}

/** The session file web accounts log in again from; wechaty adds `.memory-card.json`. It holds cookies. */
export const sessionName = (folder: string): string => resolve(folder, 'session')

/** One Wechaty instance. wechaty owns its login and session file; messages are read from the puppet in order. */
export function createLife(
  number: number,
  { config, quirks, createPuppet, events, now, secrets }: LifeDeps,
): Life {
  let bot: WechatyInterface | undefined
  let puppet: Puppet | undefined
  let discarded = false
  const cache = resolve(config.folder, 'cache')

  async function start(signals: Signals): Promise<void> {
    await protectSession(config.folder)
    const { WechatyBuilder } = (await importQuietly('wechaty')) as typeof import('wechaty')
    puppet = await createPuppet()
    if (quirks.detach === 'service') await tameService(puppet, cache, number)
    if (quirks.detach === 'wechat4u') guardWechat4u(puppet, () => signals.over('the client gave up'))
    if (discarded) return
    bot = WechatyBuilder.build({ puppet, name: sessionName(config.folder) })
    let refused = ''
    bot.on('error', (error) => {
      const reason = reasonOf(error, secrets)
      if (/^\d+ [A-Z_]+: /.test(reason)) refused = reason
      signals.fault(reason)
    })
    bot.on('puppet', (made) => listen(made, signals))
    await bot.start()
    if (quirks.detach === 'service') {
      // start() resolves all the same when the gateway is not there or knows the token not.
      if (refused) return signals.over(await explainRefusal(config, refused))
      watchService(puppet, () => signals.over('connection to the gateway lost'))
    }
    await protectSession(config.folder)
  }

  function listen(made: Puppet, signals: Signals): void {
    // wechaty's own reading of these loads every member of a room and hands messages over out of order.
    for (const event of ['message', 'room-join', 'room-leave', 'room-topic', 'dirty'] as const)
      made.removeAllListeners(event)
    let session: Session | undefined
    /** Announced before the login was. */
    const early: payloads.EventMessage[] = []
    let ill = 0
    made.on('scan', ({ qrcode, status }) => {
      if (qrcode && (status as number) === scanWaiting) signals.scan(qrcode)
    })
    made.on('login', ({ contactId }) => {
      if (discarded) return
      signals.beat()
      let selfName = ''
      // Messages may follow at once, before the name is known.
      session = {
        puppet: made,
        life: number,
        selfId: contactId,
        since: now(),
        alive: () => !discarded,
        selfName: () => selfName,
      }
      events.online(session)
      for (const { messageId } of early.splice(0)) events.message(session, messageId)
      void nameOf(made, contactId).then((name) => {
        selfName = name
        signals.login(name)
        return protectSession(config.folder)
      })
    })
    made.on('logout', ({ data }) => signals.over(`logged out: ${reasonOf(data ?? '', secrets)}`))
    made.on('heartbeat', ({ data }) => {
      const healthy = !session || !quirks.healthy || quirks.healthy(data ?? '')
      ill = healthy ? 0 : ill + 1
      if (healthy) signals.beat()
      else if (ill > 1) signals.over(`unwell: ${reasonOf(data ?? '', secrets)}`)
    })
    made.on('dong', () => signals.beat())
    const hear = <T>(handle: (session: Session, event: T) => void) => {
      return (event: T): void => {
        signals.beat()
        if (!discarded && session) handle(session, event)
      }
    }
    made.on('message', (event) => void (discarded || session || early.push(event)))
    made.on(
      'message',
      hear((at: Session, event: payloads.EventMessage) => events.message(at, event.messageId)),
    )
    made.on('room-join', hear(events.joined.bind(events)))
    made.on('room-leave', hear(events.left.bind(events)))
    made.on('room-topic', hear(events.renamed.bind(events)))
  }

  async function discard(final: boolean): Promise<void> {
    discarded = true
    events.gone(number)
    if (!bot || !puppet) return
    const inside = bot as unknown as EventEmitter & { readonly _stopCallbackList: (() => void)[] }
    inside.removeAllListeners()
    inside.on('error', () => {})
    puppet.removeAllListeners()
    puppet.on('error', () => {})
    for (const cleanup of inside._stopCallbackList.splice(0)) cleanup()
    // An instance whose watchdog wakes up resets itself: stop and start.
    const { __watchdog: watchdog } = puppet as unknown as { __watchdog?: { stop(): void } }
    watchdog?.stop()
    if (quirks.detach === 'wechat4u') detachWechat4u(puppet)
    else if (quirks.detach === 'service') await detachService(puppet, cache, number)
    else if (quirks.detach === 'stop' || !final) await puppet.stop()
  }

  return {
    start,
    probe: () => {
      try {
        puppet?.ding('xiaoke')
      } catch {
        // It does not answer then; silence ends it.
      }
    },
    discard,
  }
}

/** PUPPET.types.ScanStatus.Waiting; importing the enum would load wechaty with this file. */
const scanWaiting = 2

async function nameOf(puppet: Puppet, id: string): Promise<string> {
  const contact = await puppet.contactPayload(id).catch(() => null)
  return contact?.name || id
}

/** Only its owner may read the session file; wechaty would create it for all. */
async function protectSession(folder: string): Promise<void> {
  const path = `${sessionName(folder)}.memory-card.json`
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(path, '{}', { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await chmod(path, 0o600)
}
