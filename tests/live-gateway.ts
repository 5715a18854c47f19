import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { SimMessage } from '../src/transports/wechaty/simulator/messages.js'
import { liveFolder, run, serve as serveIn, type Process } from './live-process.js'
import { openGateway, token, type Gateway } from './transports/gateway.js'
import { populate } from './transports/simulated.js'

export interface Setting {
  readonly folder: string
  readonly gateway: Gateway
  /** Of /health. */
  readonly port: number
  /** What people have seen the bot say. */
  readonly said: () => Promise<string[]>
}

/** A folder with an association, and a gRPC gateway in another process that it is configured for. */
export async function setUp(): Promise<Setting> {
  const home = mkdtempSync(join(tmpdir(), 'xiaoke-gateway-'))
  const gateway = await openGateway(home)
  onTestFinished(async () => {
    await gateway.kill()
    rmSync(home, { recursive: true, force: true })
  })
  await gateway.control({ do: 'settings', settings: { beatMs: 1000 } })
  await populate(gateway.control)
  const { folder, port } = await liveFolder(
    `puppet: wechaty-puppet-service, endpoint: '${gateway.endpoint}', token: ${token}, ` +
      'limits: { backoffMs: 50, maxBackoffMs: 500 }',
  )
  const said = async (): Promise<string[]> =>
    ((await gateway.control({ do: 'said' })) as readonly SimMessage[]).map((m) => m.text)
  return { folder, gateway, port, said }
}

/** The built program over the unmodified gRPC client. */
export const serve = (folder: string): Process => serveIn(folder, { NODE_NO_WARNINGS: '1' })
export const online = '"state":"online"'

export const totals = async (folder: string): Promise<{ sessions: number; attendance: number }> => {
  const { out } = await run(folder, ['tally', '--org', 'org.yaml', '--db', 'sqlite:x.db', '--json'])
  return JSON.parse(out) as { sessions: number; attendance: number }
}
