import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, onTestFinished } from 'vitest'
import { compiled } from './compiled.js'
import { fileIn, smallOrg, temporaryFolder } from './live-support.js'

export interface Process {
  readonly child: ChildProcess
  readonly out: () => string
  readonly err: () => string
  /** Waits until stdout (or stderr) holds the words. */
  readonly says: (words: string) => Promise<void>
  readonly complains: (words: string) => Promise<void>
  readonly type: (line: string) => void
  readonly signal: (name: NodeJS.Signals) => void
  /** Its exit code, or the signal that ended it. */
  readonly ended: () => Promise<number | NodeJS.Signals | null>
}

/** Starts `xiaoke …` in a folder; it is gone after the test. */
export function xiaoke(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Process {
  const child = spawn(process.execPath, [compiled('cli.js'), ...args], {
    cwd,
    env: { ...process.env, XIAOKE_LOG: 'info', ...env },
  })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
  const exit = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await exit
  })
  const holds = async (what: () => string, words: string): Promise<void> => {
    await expect
      .poll(() => what().includes(words) || child.exitCode !== null, { timeout: 60_000, interval: 20 })
      .toBe(true)
      .catch(() => undefined)
    if (!what().includes(words)) throw new Error(`no 「${words}」:\n${out}\n${err}`)
  }
  return {
    child,
    out: () => out,
    err: () => err,
    says: (words) => holds(() => out, words),
    complains: (words) => holds(() => err, words),
    type: (line) => void child.stdin.write(`${line}\n`),
    signal: (name) => void child.kill(name),
    ended: async () => {
      const [code, signal] = await exit
      return code ?? signal
    },
  }
}

/** Runs `xiaoke …` to its end. */
export async function run(
  cwd: string,
  args: readonly string[],
  input = '',
): Promise<{ readonly code: number | NodeJS.Signals | null; readonly out: string; readonly err: string }> {
  const process = xiaoke(cwd, args)
  process.child.stdin?.end(input)
  const code = await process.ended()
  return { code, out: process.out(), err: process.err() }
}

/** A port of this machine nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

/**
 * A folder for a live bot: an association where it is about noon, and a configuration that paces nothing and has this
 * transport (YAML under `wechaty:`). Gives the port of /health.
 */
export async function liveFolder(transport: string): Promise<{ folder: string; port: number }> {
  const folder = temporaryFolder()
  const port = await freePort()
  fileIn(folder, 'org.yaml', smallOrg(noonZone()))
  fileIn(
    folder,
    'xiaoke.yaml',
    `org: org.yaml
database: sqlite:x.db
pacing: { gapSeconds: 0, jitterSeconds: 0, roomGapSeconds: 0 }
healthPort: ${port}
transport: { wechaty: { reorderMs: 60, ${transport} } }
`,
  )
  return { folder, port }
}

/** The built program on such a folder. */
export const serve = (folder: string, env: NodeJS.ProcessEnv = {}): Process =>
  xiaoke(folder, ['serve', '--config', 'xiaoke.yaml'], env)

/** A zone in which it is about noon now, so that nothing waits for the morning. */
export function noonZone(): string {
  const east = 12 - new Date().getUTCHours()
  return east === 0 ? 'Etc/GMT' : `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`
}
