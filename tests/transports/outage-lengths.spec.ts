import { rm } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { listen } from './contract.js'
import { openGateway, token } from './gateway.js'
import { openTransport, populate, temporaryFolder, worldOver } from './simulated.js'

/**
 * The gateway’s process killed and away for so long, in real time, each with a gateway of its own and all at once.
 * wechaty’s own reconnect survives five seconds and never recovers from forty.
 */
const seconds = [5, 40, ...(process.env['NIGHTLY'] ? [600] : [])]
test.concurrent.each(seconds)(
  'the gateway killed and away for %d s: recovers',
  async (away) => {
    const until = <T>(check: () => T): Promise<T> => vi.waitFor(check, { timeout: 90_000, interval: 50 })
    const home = await temporaryFolder()
    const gateway = await openGateway(home)
    const network = async (): Promise<void> => {
      await gateway.control({ do: 'settings', settings: { beatMs: 1000 } })
      await populate(gateway.control)
    }
    await network()
    const folder = await temporaryFolder()
    const { endpoint } = gateway
    const transport = await openTransport({ puppet: 'wechaty-puppet-service', folder, endpoint, token })
    const world = worldOver(gateway.control, transport, folder)
    const heard = await listen(world)
    const id = await world.say({ from: 'wang', room: 'east', text: '一' })
    await until(() => expect(heard.messages).toHaveLength(1))
    await gateway.kill()
    await until(() => expect(heard.states.at(-1)?.state).toBe('offline'))
    await pause(away * 1000)
    await gateway.start()
    await network()
    await until(() => expect(heard.states.at(-1)?.state).toBe('online'))
    // History, as platforms send it after a login, and what was said meanwhile.
    await gateway.control({ do: 'say', saying: { from: 'wang', room: 'east', text: '一', id } })
    await world.say({ from: 'wang', room: 'east', text: '二' })
    await until(() => expect(heard.messages.map(({ text }) => text)).toEqual(['一', '二']))
    await transport.stop()
    await gateway.kill()
    await Promise.all([home, folder].map((one) => rm(one, { recursive: true, force: true })))
  },
  800_000,
)
