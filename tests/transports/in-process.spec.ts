import { run } from '../../src/transports/wechaty/simulator/commands.js'
import { PuppetSimulator } from '../../src/transports/wechaty/simulator/puppet.js'
import { createWorld, type Settings } from '../../src/transports/wechaty/simulator/world.js'
import { transportContract, type World } from './contract.js'
import { openTransport, populate, temporaryFolder, worldOver, type Control } from './simulated.js'

async function open(puppet: string, settings: Partial<Settings>): Promise<World> {
  const simulated = createWorld(settings)
  const control: Control = async (command) => run(simulated, command)
  await populate(control)
  const folder = await temporaryFolder()
  const transport = await openTransport(
    { puppet, folder },
    { createPuppet: async () => new PuppetSimulator(simulated) },
  )
  const outage = async (): Promise<void> => void (await control({ do: 'logout', reason: 'kicked' }))
  return worldOver(control, transport, folder, { outage })
}

transportContract('a puppet with lasting ids, in process', () => open('simulator', {}))
transportContract(
  'web WeChat’s ways (ids change, text cut), in process',
  () => open('simulator-web', { changingIds: true, cutsText: true, mentionIds: false }),
  { 'mention by id': 'web WeChat sends no ids of mentioned people, only the text' },
)
