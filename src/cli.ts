#!/usr/bin/env node
import { crashed } from './cli/signals.js'
import { usage } from './cli/usage.js'

/** Subcommands, each loaded when it is called: `parse` never pays for the database, nor `tally` for a chat network. */
const subcommands: Readonly<Record<string, () => Promise<{ run(argv: string[]): Promise<number> }>>> = {
  parse: () => import('./cli/parse.js'),
  values: () => import('./cli/values.js'),
  replay: () => import('./cli/replay.js'),
  tally: () => import('./cli/tally.js'),
  recount: () => import('./cli/recount.js'),
  tips: () => import('./cli/tips.js'),
  start: () => import('./cli/start.js'),
  serve: () => import('./cli/serve.js'),
  import: () => import('./cli/import.js'),
  backup: () => import('./cli/backup.js'),
  restore: () => import('./cli/restore.js'),
  doctor: () => import('./cli/doctor.js'),
}

const [name = '', ...argv] = process.argv.slice(2)
const load = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined
if (name === 'help' || name === '--help' || name === '-h') {
  process.stdout.write(usage)
} else if (!load) {
  process.stderr.write(`${name === '' ? '请写要做什么' : `没有「${name}」这个命令`}。\n${usage}`)
  process.exitCode = 2
} else {
  try {
    process.exitCode = await (await load()).run(argv)
  } catch (error) {
    process.stderr.write(
      `出了没料到的错：${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    )
    process.exitCode = crashed
  }
}
