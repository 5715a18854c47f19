import { join } from 'node:path'
import { err } from '../../core/result.js'
import { AlreadyRunning, takeLock } from '../../lock.js'
import type { Notice, Transport, TransportEvents, TransportState } from '../../ports.js'
import type { WechatyConfig } from './config.js'
import { openHearing } from './hearing.js'
import { openIdentities, type Identities } from './identities.js'
import type { IdentityRow } from './identity.js'
import { fileIdentityStore, type IdentityStore } from './identity-store.js'
import { createLife, type LifeEvents, type Session } from './life.js'
import { hashOf } from './memory.js'
import { createPuppet, type Puppet } from './puppet.js'
import { drawQr, removeQr } from './qr.js'
import { quirksOf } from './quirks.js'
import { reasonOf } from './redact.js'
import { createRoster, type Roster } from './roster.js'
import { sendReply } from './sender.js'
import { defaultLimits, supervise, type Supervisor } from './supervisor.js'
import { realTimers, type Timers } from './timers.js'

export interface WechatyDeps {
  readonly timers?: Timers
  /** 0…1, for the jitter of the back-off. */
  readonly random?: () => number
  /** The table of people and rooms; `FOLDER/identities.json` by default. */
  readonly identities?: IdentityStore
  /** Ids and codes only, never words. */
  readonly log?: (event: string, facts: Record<string, unknown>) => void
  /** Where the login code is printed. */
  readonly print?: (text: string) => void
  /** In place of the named package: a simulator. */
  readonly createPuppet?: () => Promise<Puppet>
}

export interface WechatyTransport extends Transport {
  state(): TransportState
  /** People and rooms the secretariat must say who they are. */
  doubtful(): readonly IdentityRow[]
  /** `id` is `sameAs`, or somebody new (null); false: not waiting, or no such person. What was recorded under `id` is the house's to move. */
  confirm(id: string, sameAs: string | null): Promise<boolean>
}

/** One account in WeChat as a Transport: a supervised puppet, read in order, each message once. */
export async function createWechatyTransport(
  config: WechatyConfig,
  deps: WechatyDeps = {},
): Promise<WechatyTransport> {
  const {
    timers = realTimers,
    random = Math.random,
    log = () => {},
    print = (text) => void process.stderr.write(text),
  } = deps
  const quirks = quirksOf(config.puppet)
  const secrets = [config.token ?? '', ...Object.values(config.options).map(String)].filter(
    (secret) => secret.length >= 8,
  )
  let events: TransportEvents | undefined
  let supervisor: Supervisor | undefined
  let session: Session | undefined
  let roster: Roster | undefined
  let unlock: (() => Promise<void>) | undefined
  let quiet: (() => void) | undefined

  const notice = (told: Notice): void => events?.notice?.(told)
  const identities: Identities = await openIdentities({
    store: deps.identities ?? fileIdentityStore(join(config.folder, 'identities.json')),
    idsChange: quirks.idsChange,
    rooms: config.rooms,
    now: () => timers.now(),
    onDoubt: ({ id, name }, maybe) => notice({ kind: 'doubtful', id, name, maybe }),
  })

  const hearing = await openHearing({ config, quirks, timers, identities, secrets, log, notice })

  function listenForSilence(): void {
    quiet?.()
    const since = new Date(timers.now())
    quiet = timers.after(config.quietMs, () => {
      if (session) notice({ kind: 'quiet', since })
      listenForSilence()
    })
  }

  const careful = (work: Promise<void>): void =>
    void work.catch((error: unknown) => log('fault', { reason: reasonOf(error, secrets) }))

  const lifeEvents: LifeEvents = {
    online: (next) => {
      session = next
      roster = createRoster(next, timers)
      identities.login(roster)
      careful(hearing.resume(next, roster))
      listenForSilence()
    },
    gone: (life) => {
      if (session?.life === life) session = undefined
    },
    message: (from, id) => {
      listenForSilence()
      if (roster) careful(hearing.hear(from, roster, id))
    },
    joined: (_, event) => roster && careful(hearing.joined(roster, event)),
    left: (_, event) => roster && careful(hearing.left(roster, event)),
    renamed: (_, { roomId, newTopic }) => careful(renamed(roomId, newTopic)),
  }

  async function renamed(roomId: string, topic: string): Promise<void> {
    const change = await identities.renamed(roomId, topic)
    if (change) notice({ kind: 'renamed', topic, ...change })
  }

  async function showQr(url: string): Promise<void> {
    const code = await drawQr(config.folder, url)
    if (config.printQr) print(`${code}\n`)
  }

  /** Drawn and taken away one after the other: a picture that is finished late must not outlive the login. */
  let picture: Promise<void> = Promise.resolve()
  function onState(state: TransportState): void {
    const show = (): Promise<void> =>
      state.state === 'needs-scan' ? showQr(state.qr) : removeQr(config.folder)
    picture = picture.then(show, show)
    careful(picture)
    events?.state(state)
  }

  return {
    name: `wechaty:${config.puppet}`,
    start: async (handlers) => {
      const lock = await takeLock(join(config.folder, 'lock'))
      if (!lock.ok) throw new AlreadyRunning(lock.error.pid)
      unlock = lock.value
      events = handlers
      hearing.open(handlers)
      const limits = { ...defaultLimits, ...(config.limits as Partial<typeof defaultLimits>) }
      const makePuppet = deps.createPuppet ?? (() => createPuppet(config))
      const life = {
        config,
        quirks,
        createPuppet: makePuppet,
        events: lifeEvents,
        now: () => timers.now(),
        secrets,
      }
      supervisor = supervise({
        create: (number) => createLife(number, life),
        timers,
        random,
        limits,
        onState,
        log,
      })
    },
    send: async (reply) => {
      if (!session || supervisor?.state().state !== 'online') return err({ code: 'offline' })
      const { folder, sendMs } = config
      const sent = await sendReply(session, reply, { identities, timers, folder, sendMs, secrets })
      const maybeSent = sent.ok || sent.error.code === 'unknown'
      if (maybeSent && reply.text !== '') {
        const lane = 'room' in reply.to ? await laneOf(reply.to.room) : reply.to.person
        hearing.memory.add({
          id: reply.id,
          lane,
          sender: '',
          name: session?.selfName() ?? '',
          hash: hashOf(reply.text),
          at: timers.now(),
          life: 0,
        })
      }
      return sent
    },
    stop: async () => {
      quiet?.()
      await supervisor?.stop()
      // What the platform delivered is handed on before the doors close.
      await hearing.close()
      events = undefined
      await unlock?.()
      unlock = undefined
    },
    state: () => supervisor?.state() ?? { state: 'starting' },
    doubtful: () => identities.doubtful(),
    confirm: (id, sameAs) => identities.confirm(id, sameAs),
  }

  async function laneOf(room: string): Promise<string> {
    const platformId = await identities.roomTarget(room)
    return platformId === null ? room : (await identities.room(platformId)).id
  }
}
