import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { run, SimCommand } from './commands.js'
import type { GatewayAnswer } from './gateway.js'

/** Runs a command in a simulated world, here or in another process. */
export type Control = (command: SimCommand) => Promise<ReturnType<typeof run>>

export interface Gateway {
  readonly endpoint: string
  readonly control: Control
  readonly running: () => boolean
  /** Ends the process at once, as a crash would. */
  readonly kill: () => Promise<void>
  /** A new process at the same address, with an empty world. */
  readonly start: () => Promise<void>
  /** Holds the process up, as an overloaded machine would; nothing is lost, everything is late. */
  readonly suspend: (ms: number) => Promise<void>
}

interface Options {
  /** The compiled gateway.js. */
  readonly entry: string
  readonly endpoint: string
  readonly token: string
  /** Home folder of the process. */
  readonly home: string
  /** More of its environment: certificate and key, or no TLS at all. */
  readonly env?: NodeJS.ProcessEnv
}

/** A real gRPC puppet gateway on loopback in another process; resolves when it listens. */
export async function openGateway({ entry, endpoint, token, home, env: more }: Options): Promise<Gateway> {
  let child: ChildProcess | undefined
  let n = 0
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>()

  async function start(): Promise<void> {
    const own = { GATEWAY_ENDPOINT: endpoint, GATEWAY_TOKEN: token, HOME: home, WECHATY_LOG: 'silent' }
    const env = { ...process.env, ...more, ...own, NODE_NO_WARNINGS: '1' }
    const started = fork(entry, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    child = started
    await new Promise<void>((ready, failed) => {
      started.once('exit', (code) => failed(new Error(`gateway ended with ${code}`)))
      started.on('message', (answer: GatewayAnswer) => {
        if ('ready' in answer) return ready()
        const asked = waiting.get(answer.n)
        waiting.delete(answer.n)
        if ('error' in answer) asked?.reject(new Error(answer.error))
        else asked?.resolve(answer.value as never)
      })
    })
  }

  async function kill(): Promise<void> {
    const ending = child
    child = undefined
    if (!ending || ending.exitCode !== null) return
    const exited = once(ending, 'exit')
    ending.kill('SIGKILL')
    await exited
    for (const asked of waiting.values()) asked.reject(new Error('the gateway was killed'))
    waiting.clear()
  }

  async function suspend(ms: number): Promise<void> {
    const held = child
    held?.kill('SIGSTOP')
    await pause(ms)
    held?.kill('SIGCONT')
  }

  const control: Control = (command) =>
    new Promise((resolve, reject) => {
      if (!child?.connected) return reject(new Error('the gateway is down'))
      waiting.set(++n, { resolve, reject })
      child.send({ n, command }, () => {})
    })

  await start()
  return { endpoint, control, running: () => child?.connected === true, start, kill, suspend }
}
