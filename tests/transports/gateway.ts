import { execFile, fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import type { SimCommand } from '../../src/transports/wechaty/simulator/commands.js'
import type { GatewayAnswer } from '../../src/transports/wechaty/simulator/gateway.js'
import type { Control } from './simulated.js'

const root = resolve(import.meta.dirname, '../..')
const entry = resolve(root, 'dist/processes/src/transports/wechaty/simulator/gateway.js')
let built: Promise<unknown> | undefined

/** Compiles the gateway for a process of its own; Node cannot run the sources. */
export function buildGateway(): Promise<unknown> {
  const tsc = resolve(root, 'node_modules/typescript/bin/tsc')
  const project = resolve(import.meta.dirname, 'tsconfig.gateway.json')
  built ??= new Promise((done, failed) => {
    execFile(process.execPath, [tsc, '-p', project], (error, output) =>
      error ? failed(new Error(output)) : done(output),
    )
  })
  return built
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

export const token = 'insecure_11111111-2222-4333-8444-555555555555'

export interface Gateway {
  readonly endpoint: string
  readonly control: Control
  readonly running: () => boolean
  /** Ends the process at once, as a crash would. */
  readonly kill: () => Promise<void>
  /** A new process at the same address, with an empty world. */
  readonly start: () => Promise<void>
}

/** A real gRPC puppet gateway on loopback in another process. */
export async function openGateway(home: string): Promise<Gateway> {
  await buildGateway()
  const endpoint = `127.0.0.1:${await freePort()}`
  let child: ChildProcess | undefined
  let n = 0
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()

  async function start(): Promise<void> {
    const env = {
      ...process.env,
      GATEWAY_ENDPOINT: endpoint,
      GATEWAY_TOKEN: token,
      HOME: home,
      NODE_NO_WARNINGS: '1',
      WECHATY_LOG: 'silent',
    }
    const started = fork(entry, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    child = started
    await new Promise<void>((ready, failed) => {
      started.once('exit', (code) => failed(new Error(`gateway ended with ${code}`)))
      started.on('message', (answer: GatewayAnswer) => {
        if ('ready' in answer) return ready()
        const asked = waiting.get(answer.n)
        waiting.delete(answer.n)
        if ('error' in answer) asked?.reject(new Error(answer.error))
        else asked?.resolve(answer.value)
      })
    })
  }

  const control = (command: SimCommand): ReturnType<Control> =>
    new Promise((answered, failed) => {
      if (!child?.connected) return failed(new Error('the gateway is down'))
      waiting.set(++n, { resolve: answered as (value: unknown) => void, reject: failed })
      child.send({ n, command }, () => {})
    })

  await start()
  return {
    endpoint,
    control,
    running: () => child?.connected === true,
    start,
    kill: async () => {
      const ending = child
      child = undefined
      if (!ending || ending.exitCode !== null) return
      const exited = once(ending, 'exit')
      ending.kill('SIGKILL')
      await exited
      for (const asked of waiting.values()) asked.reject(new Error('the gateway was killed'))
      waiting.clear()
    },
  }
}
