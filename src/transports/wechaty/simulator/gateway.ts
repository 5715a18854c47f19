/**
 * A real gRPC puppet gateway on loopback over a simulated world: what paid puppet services are to a bot.
 * Run as a process of its own with an IPC channel (`fork`): it reads `{n, command}` and answers `{n, value}`
 * or `{n, error}`; after listening it says `{ready: true}`. Environment: GATEWAY_ENDPOINT, GATEWAY_TOKEN.
 */
import { PuppetServer } from 'wechaty-puppet-service'
import { run, type SimCommand } from './commands.js'
import { PuppetSimulator } from './puppet.js'
import { createWorld } from './world.js'

export interface GatewayRequest {
  readonly n: number
  readonly command: SimCommand
}
export type GatewayAnswer =
  | { readonly ready: true }
  | { readonly n: number; readonly value: ReturnType<typeof run> }
  | { readonly n: number; readonly error: string }

const world = createWorld({ beatMs: 1000 })
const server = new PuppetServer({
  endpoint: process.env['GATEWAY_ENDPOINT'] ?? '127.0.0.1:18788',
  token: process.env['GATEWAY_TOKEN'] ?? '',
  puppet: new PuppetSimulator(world),
})
const answer = (message: GatewayAnswer): void => void process.send?.(message)

process.on('message', ({ n, command }: GatewayRequest) => {
  try {
    answer({ n, value: run(world, command) })
  } catch (error) {
    answer({ n, error: String(error) })
  }
})
// Without its parent a gateway is an orphan nobody ends.
process.on('disconnect', () => process.exit(0))
await server.start()
answer({ ready: true })
