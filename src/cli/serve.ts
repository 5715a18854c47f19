import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.js'
import { AlreadyRunning, databaseLock, takeLock } from '../lock.js'
import { stderrLog, type Log } from '../log.js'
import { everyMinute } from '../minutes.js'
import { databaseIdentities } from '../identities.js'
import { isInstalled } from '../puppet-installed.js'
import { serve, type ServeDeps } from '../serve.js'
import type { Database } from '../store.js'
import { terminalHelp, terminalTransport } from '../transports/terminal.js'
import { openWechaty } from '../transports/wechaty/index.js'
import { version } from '../version.js'
import { configFrom } from './config.js'
import { databaseFrom, guarded, readOptions, Stop } from './options.js'
import { onSignals } from './signals.js'

/** `xiaoke serve --config FILE`: live until a signal comes. */
export const run = (argv: string[]): Promise<number> =>
  guarded(async () => {
    const { config: path } = readOptions(argv, { config: 'text' })
    if (path === undefined) {
      process.stderr.write('没有写 --config，打开的是练习室，没有接任何聊天群。\n')
      return (await import('./start.js')).run([])
    }
    const config = configFrom(path)
    // What members tell is for nobody else on this computer.
    process.umask(0o077)
    mkdirSync(config.data, { recursive: true, mode: 0o700 })
    const unlock = await lockAll(config)
    try {
      const db = await databaseFrom(config.database)
      try {
        await live(config, db)
      } finally {
        await db.close()
      }
    } finally {
      await unlock()
    }
    // Clients of the chat network leave timers behind that would keep the process.
    process.stdout.write('', () => process.exit(0))
    return 0
  })

async function lockAll(config: Config): Promise<() => Promise<void>> {
  const files = [databaseLock(config.database.slice('sqlite:'.length)), join(config.data, 'bot.lock')]
  const taken: (() => Promise<void>)[] = []
  const free = async (): Promise<void> => {
    for (const release of taken.splice(0)) await release()
  }
  for (const file of files) {
    const lock = await takeLock(file)
    if (lock.ok) taken.push(lock.value)
    else {
      await free()
      throw new Stop(1, alreadyRunning(lock.error.pid))
    }
  }
  return free
}
const alreadyRunning = (pid: number): string =>
  `小科已经在运行了${pid > 0 ? `（进程 ${pid}）` : ''}，同一个数据库、同一个账号只能开一个。`

async function live(config: Config, db: Database): Promise<void> {
  const log = stderrLog(process.env['XIAOKE_LOG'] ?? config.log)
  const stopping = new AbortController()
  const stopped = once(stopping.signal, 'abort')
  const stop = (): void => stopping.abort()
  const forget = onSignals(stop, log)
  try {
    const transport = await transportOf(config, db, log, stop)
    const running = await serve(config, {
      db,
      log,
      transport,
      clock: { now: () => new Date() },
      random: Math.random,
      version: version(),
      everyMinute: (tick) => everyMinute(config.org.timezone, tick, log),
      after: (ms, then) => {
        const timer = setTimeout(then, ms)
        return () => clearTimeout(timer)
      },
    }).catch((error: unknown) => {
      throw startProblem(error, config)
    })
    log.info({ transport: transport.name, version: version() }, 'serving')
    await stopped
    log.info({}, 'stopping')
    await running.stop()
    log.info({}, 'stopped')
  } finally {
    forget()
  }
}

async function transportOf(
  config: Config,
  db: Database,
  log: Log,
  quit: () => void,
): Promise<ServeDeps['transport']> {
  const { org } = config
  if (config.transport.kind === 'practice') {
    process.stderr.write(`这里是练习室：${org.name}，没有接任何聊天群。\n${terminalHelp}`)
    return terminalTransport({
      org,
      clock: { now: () => new Date() },
      input: process.stdin,
      output: process.stdout,
      session: String(Date.now()),
      quit,
    })
  }
  const { wechaty } = config.transport
  if (!isInstalled(wechaty.puppet))
    throw new Stop(1, `没有装 ${wechaty.puppet}，请在小科的文件夹里运行 npm install ${wechaty.puppet}`)
  return openWechaty(wechaty, {
    identities: databaseIdentities(db, org),
    log: (event, facts) => log.info(facts, event),
  })
}

/** What is said when the bot cannot start listening. */
function startProblem(error: unknown, config: Config): unknown {
  if (error instanceof AlreadyRunning) return new Stop(1, alreadyRunning(error.pid))
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
    return new Stop(
      1,
      `端口 ${config.healthPort} 被别的程序占着，请在 ${config.file} 里换一个 healthPort，或写 healthPort: 'off'`,
    )
  return error
}
