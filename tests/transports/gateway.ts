import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { openGateway as open, type Gateway } from '../../src/transports/wechaty/simulator/remote.js'

export type { Gateway } from '../../src/transports/wechaty/simulator/remote.js'

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

export async function openGateway(home: string): Promise<Gateway> {
  await buildGateway()
  return open({ entry, endpoint: `127.0.0.1:${await freePort()}`, token, home })
}
