import { openApp } from '../app.js'
import { stderrLog } from '../log.js'
import { playEvents, replaySender, virtualClock } from '../transports/replay.js'
import { isoInstant } from './lines.js'
import { databaseFrom, guarded, orgFrom, readOptions, Stop } from './options.js'

/** `xiaoke replay --org FILE --db URL [--until ISO]`: the whole bot on a virtual clock. */
export const run = (argv: string[]): Promise<number> =>
  guarded(async () => {
    const options = readOptions(argv, { org: 'needed', db: 'needed', until: 'text' })
    if (options['until'] !== undefined && !isoInstant(options['until']))
      throw new Stop(2, '--until 请写成 2026-11-21T09:00:00+08:00 这样')
    const org = orgFrom(options['org']!)
    const db = await databaseFrom(options['db']!)
    const clock = virtualClock()
    try {
      const log = stderrLog()
      const app = await openApp({
        org,
        db,
        clock,
        log,
        transport: replaySender(process.stdout, clock, () => app.house.zone),
      })
      const until = options['until'] === undefined ? null : new Date(options['until'])
      const bad = await playEvents(process.stdin, app, clock, until, ({ line, sentence }) =>
        process.stderr.write(`第${line}行：${sentence}，已跳过\n`),
      )
      await app.stop()
      return bad > 0 ? 1 : 0
    } finally {
      await db.close()
    }
  })
