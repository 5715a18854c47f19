import type { Config } from './config.js'
import { pacer, targetOf, type LivePacer, type PastSend } from './pacer.js'
import type { Database, Store } from './store.js'
import { instant } from './turn.js'
import { minuteOf, zoneOf } from './zone.js'

/** How long the platform wants to be left alone, kept over a restart. */
const pauseKey = 'outbox:pause'

/** Until when the platform wants nothing sent; null where it does not mind. */
export async function pausedUntil(store: Pick<Store, 'settings'>, now: Date): Promise<string | null> {
  const until = await store.settings.get(pauseKey)
  return until !== null && until > instant(now) ? until : null
}

export interface AccountPacerOptions {
  readonly config: Pick<Config, 'org' | 'pacing' | 'quiet' | 'tipsUntil'>
  readonly db: Database
  readonly now: Date
  readonly random: () => number
  readonly held: () => boolean
  /** Told of a wish to slow down; `kept` is its way into the database. */
  readonly onPause: (until: Date, kept: Promise<void>) => void
}

/** The pacer of the configured account, which knows what was sent and asked for before a restart. */
export async function openPacer(options: AccountPacerOptions): Promise<LivePacer> {
  const { config, db, now, random, held, onPause } = options
  const zone = zoneOf(config.org.timezone)
  const midnight = instant(zone.at(zone.local(now).day, 0))
  // A row may have waited some days before it went.
  const planned = instant(new Date(now.getTime() - 7 * 86_400_000))
  const [past, pause] = await db.read(async (store) => {
    const rows = [
      ...(await store.outbox.withStatus('sent', planned)),
      ...(await store.outbox.withStatus('unknown', planned)),
    ]
    const sends = rows
      .flatMap((row): PastSend[] =>
        row.sentAt !== null && row.sentAt >= midnight
          ? [{ at: new Date(row.sentAt), target: targetOf(row) }]
          : [],
      )
      .sort((a, b) => a.at.getTime() - b.at.getTime())
    return [sends, await store.settings.get(pauseKey)] as const
  })
  const paced = pacer({
    pacing: config.pacing,
    quiet: config.quiet,
    ...(config.tipsUntil === undefined ? {} : { tipsUntil: minuteOf(config.tipsUntil) }),
    zone,
    random,
    held,
    past,
    ...(pause === null ? {} : { pausedUntil: new Date(pause) }),
  })
  return {
    ...paced,
    pause(until) {
      paced.pause(until)
      onPause(
        until,
        db.work((store) => store.settings.set(pauseKey, instant(until))),
      )
    },
  }
}
