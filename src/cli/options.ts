import { parseArgs } from 'node:util'
import { createDatabase } from '../../db/store.js'
import { openDatabase } from '../../db/open.js'
import type { Org } from '../core/org.js'
import { loadOrg } from '../org.js'
import { openProblem } from '../problems.js'
import type { Database } from '../store.js'
import { faultLines } from '../yaml-file.js'

/** Ends a subcommand: a sentence on stderr and the exit code (1 the input is at fault, 2 wrong usage). */
export class Stop extends Error {
  constructor(
    readonly code: 1 | 2,
    sentence: string,
  ) {
    super(sentence)
  }
}

/**
 * Options by name (`true` marks a flag); unknown, doubled or missing ones stop with 2. `file`: what the one word
 * without a name is, kept as `file`; without it there is none.
 */
export function readOptions(
  argv: readonly string[],
  spec: Readonly<Record<string, 'text' | 'flag' | 'needed'>>,
  file?: string,
): Readonly<Record<string, string | undefined>> {
  const options = Object.fromEntries(
    Object.entries(spec).map(([k, kind]) => [
      k,
      { type: kind === 'flag' ? ('boolean' as const) : ('string' as const) },
    ]),
  )
  let values: Record<string, unknown>
  let positionals: string[]
  try {
    const allowPositionals = file !== undefined
    ;({ values, positionals } = parseArgs({ args: [...argv], options, strict: true, allowPositionals }))
  } catch (error) {
    throw new Stop(2, `选项不对：${error instanceof Error ? error.message : String(error)}`)
  }
  for (const [k, kind] of Object.entries(spec)) {
    if (kind === 'needed' && typeof values[k] !== 'string') throw new Stop(2, `还差 --${k}`)
  }
  if (file !== undefined && positionals.length !== 1)
    throw new Stop(2, positionals.length === 0 ? `还差${file}` : `${file}只能写一个`)
  return {
    ...Object.fromEntries(
      Object.entries(values).map(([k, v]) => [k, v === true ? 'true' : (v as string | undefined)]),
    ),
    ...(file === undefined ? {} : { file: positionals[0] }),
  }
}

export function orgFrom(path: string): Org {
  const org = loadOrg(path)
  if (!org.ok) throw new Stop(1, faultLines(path, org.error))
  return org.value
}

export async function databaseFrom(url: string): Promise<Database> {
  const opened = await openDatabase(url)
  if (!opened.ok) throw new Stop(1, openProblem(opened.error))
  return createDatabase(opened.value)
}

/** Runs a subcommand; a `Stop` becomes its sentence and code. */
export async function guarded(run: () => Promise<number>): Promise<number> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    process.stderr.write(`${error.message}\n`)
    return error.code
  }
}

/** Writes to stdout and waits while the reader is slow; a reader that went away ends the process quietly. */
export async function print(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`))
    await new Promise<void>((done) => process.stdout.once('drain', () => done()))
}
process.stdout.on('error', (e: NodeJS.ErrnoException) => {
  if (e.code === 'EPIPE') process.exit(0)
})
