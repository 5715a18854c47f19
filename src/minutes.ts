import { schedule } from 'node-cron'
import type { Log } from './log.js'

/**
 * Runs `tick` at every minute of the association's zone; gives the function that ends it. `at`: another pattern of
 * node-cron, for tests.
 */
export function everyMinute(timezone: string, tick: () => void, log: Log, at = '* * * * *'): () => void {
  const task = schedule(at, tick, {
    timezone,
    suppressMissedWarning: true,
    logger: {
      info: () => undefined,
      debug: () => undefined,
      warn: (message) => log.warn({ message }, 'cron'),
      error: (message) => log.error({ error: String(message) }, 'cron'),
    },
  })
  return () => void task.destroy()
}
