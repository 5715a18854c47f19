import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openPacer, pausedUntil } from './account-pacer.js'
import { openApp } from './app.js'
import type { Config } from './config.js'
import { serveHealth, type Health } from './health.js'
import { settleIdentities } from './identities.js'
import type { Log } from './log.js'
import { namesakes } from './namesakes.js'
import { hearNotice } from './notices.js'
import { noteOnline } from './offline.js'
import type { Clock, Transport, TransportState } from './ports.js'
import { createPump } from './pump.js'
import type { Database } from './store.js'
import type { WechatyTransport } from './transports/wechaty/index.js'
import { instant } from './turn.js'

export interface ServeDeps {
  readonly db: Database
  readonly clock: Clock
  readonly log: Log
  readonly transport: Transport & Partial<Pick<WechatyTransport, 'confirm'>>
  /** Runs `run` at every minute of the association's zone; gives the function that ends it. */
  readonly everyMinute: (run: () => void) => () => void
  /** Runs once after `ms`; gives the function that calls it off. */
  readonly after: (ms: number, run: () => void) => () => void
  /** 0…1, for the pacer's jitter. */
  readonly random: () => number
  readonly version: string
}

/** A running bot. */
export interface Live {
  readonly health: () => Promise<Health>
  /** Resolves when nothing is under way. */
  readonly idle: () => Promise<void>
  /**
   * Nothing accepted is lost: no new send begins, the one under way ends, what the platform delivered is committed.
   * The account stays logged in.
   */
  readonly stop: () => Promise<void>
}

/** One of these files in the data folder, and nothing is sent: rows stay planned until it is gone. */
export const quietFiles: readonly string[] = ['quiet', '安静']
export const isQuiet = (folder: string): boolean => quietFiles.some((name) => existsSync(join(folder, name)))

/** A run of the future, further ahead than this, was done by a clock set wrong; it must not stop today's. */
const wrongClockMs = 48 * 3600_000

/** Opens the house, listens, and sends at the account's pace; the clock's work is done while online only. */
export async function serve(
  config: Pick<Config, 'org' | 'data' | 'pacing' | 'quiet' | 'healthPort' | 'tipsUntil'>,
  deps: ServeDeps,
): Promise<Live> {
  const { db, clock, log, transport, after, random } = deps
  const tipsUntil = config.tipsUntil ?? '11:30'
  let state: TransportState = { state: 'starting' }
  let since = clock.now()
  let lastMessageAt: Date | null = null
  const online = (): boolean => state.state === 'online'

  const underWay = new Set<Promise<unknown>>()
  /** Work that must be done before the doors close; a fault of it is logged by name. */
  function track(what: string, work: Promise<unknown>): void {
    const done = work
      .catch((error: unknown) => log.error({ what, error: messageOf(error) }, 'failed'))
      .finally(() => underWay.delete(done))
    underWay.add(done)
  }

  const pacer = await openPacer({
    config,
    db,
    random,
    now: clock.now(),
    held: () => !online() || isQuiet(config.data),
    onPause(until, kept) {
      log.warn({ until: instant(until) }, 'throttled')
      track('pause', kept)
    },
  })
  const app = await openApp({
    org: config.org,
    db,
    clock,
    log,
    transport,
    pacer,
    spreadSeconds: 90,
    tipsUntil,
  })
  const pump = createPump({ app, pacer, clock, online, after, track })
  const noteNamesake = namesakes(db, config.org)

  const here = async (): Promise<void> => {
    const away = await db.work((store) => noteOnline(store, clock.now()))
    const ahead = new Date(clock.now().getTime() + wrongClockMs)
    const given = await db.work((store) => store.jobs.forgetAfter(instant(ahead)))
    if (given > 0) log.warn({ slots: given }, 'the clock was ahead')
    if (away) log.warn({ ...away }, 'was away')
    await settle()
    pump.run()
  }
  /** The office's word about who is who, to the transport at once: the next message is already that person's. */
  let settling: Promise<unknown> = Promise.resolve()
  const settle = async (): Promise<void> => {
    if (!transport.confirm || !online()) return
    const confirm = transport.confirm.bind(transport)
    const next = settling.then(() => settleIdentities(db, { confirm }))
    settling = next.catch(() => undefined)
    await next
  }
  function onState(next: TransportState): void {
    const before = state.state
    if (next.state !== before) since = next.state === 'offline' ? next.since : clock.now()
    state = next
    log.info({ state: next.state, ...(next.state === 'offline' ? { reason: next.reason } : {}) }, 'transport')
    if (before === 'online' || next.state === 'online') track('state', here())
  }

  async function health(): Promise<Health> {
    const from = instant(new Date(clock.now().getTime() - 30 * 86_400_000))
    const { planned, unknown, paused } = await db.read(async (store) => ({
      planned: (await store.outbox.withStatus('planned', '')).length,
      unknown: (await store.outbox.withStatus('unknown', from)).length,
      paused: await pausedUntil(store, clock.now()),
    }))
    return {
      state: state.state,
      since: instant(since),
      account: state.state === 'online' ? state.account : null,
      reason: state.state === 'offline' ? state.reason : null,
      lastMessageAt: lastMessageAt && instant(lastMessageAt),
      quiet: isQuiet(config.data),
      pausedUntil: paused,
      outbox: { planned, unknown },
      version: deps.version,
    }
  }

  const endHealth = config.healthPort === null ? null : await serveHealth(config.healthPort, health)
  const endMinutes = deps.everyMinute(() => {
    if (online()) track('minute', here())
  })
  const idle = async (): Promise<void> => {
    while (underWay.size > 0) await Promise.all(underWay)
  }
  const close = async (): Promise<void> => {
    await idle()
    await endHealth?.()
  }
  try {
    await transport.start({
      message: async (message) => {
        lastMessageAt = clock.now()
        await app.message(message)
        if (message.room === undefined) track('identity', settle())
        track('namesake', noteNamesake(message.sender))
        pump.run()
      },
      recall: async (recall) => {
        await app.recall(recall)
        pump.run()
      },
      state: onState,
      notice: (told) => track('notice', hearNotice(told, { db, clock, log }).then(pump.run)),
    })
  } catch (error) {
    endMinutes()
    pump.stop()
    await close()
    throw error
  }
  return {
    health,
    idle,
    stop: async () => {
      endMinutes()
      pump.stop()
      await app.stop()
      await transport.stop()
      await close()
    },
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
