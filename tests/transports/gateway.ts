import { once } from 'node:events'
import { createServer } from 'node:net'
import { compiled } from '../compiled.js'
import { openGateway as open, type Gateway } from '../../src/transports/wechaty/simulator/remote.js'

export type { Gateway } from '../../src/transports/wechaty/simulator/remote.js'

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

/** `env`: certificate and key, or no TLS; without it the client's own certificate. */
export async function openGateway(
  home: string,
  env: NodeJS.ProcessEnv = {},
  ownToken = token,
): Promise<Gateway> {
  const entry = compiled('transports/wechaty/simulator/gateway.js')
  return open({ entry, endpoint: `127.0.0.1:${await freePort()}`, token: ownToken, home, env })
}
