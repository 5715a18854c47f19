import type { Log } from '../log.js'

/** EX_SOFTWARE: whoever watches over the process starts it again; 1 and 2 say that a person must mend something first. */
export const crashed = 70

const signals = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGBREAK'] as const

/**
 * The first signal calls `stop`, the second ends the process at once. A crash is logged and ends the process, for
 * whoever watches over it to start it again. Gives the function that forgets all this.
 */
export function onSignals(stop: () => void, log: Log): () => void {
  let asked = false
  const onSignal = (): void => {
    if (asked) process.exit(1)
    asked = true
    stop()
  }
  const onCrash = (error: unknown): void => {
    log.error(facts(error), 'crash')
    process.exit(crashed)
  }
  // Ours are all awaited; those of the chat network's client must not end the bot.
  const onRejection = (error: unknown): void => log.error(facts(error), 'unhandled rejection')
  for (const signal of signals) process.on(signal, onSignal)
  process.on('uncaughtException', onCrash)
  process.on('unhandledRejection', onRejection)
  return () => {
    for (const signal of signals) process.off(signal, onSignal)
    process.off('uncaughtException', onCrash)
    process.off('unhandledRejection', onRejection)
  }
}

/** Where it happened, not what was said: the words of a foreign error may hold a token, a cookie or a message. */
function facts(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { error: error.name, code: (error as NodeJS.ErrnoException).code, stack: frames.join('\n') }
}
