import { rm } from 'node:fs/promises'
import { afterAll } from 'vitest'
import { transportContract, type World } from './contract.js'
import { openGateway, token, type Gateway } from './gateway.js'
import { openTransport, populate, temporaryFolder, worldOver } from './simulated.js'

let gateway: Gateway | undefined
const home = temporaryFolder()

/** The real gRPC client against a gateway in another process; an outage is the gateway killed and started anew. */
async function open(): Promise<World> {
  const folder = await temporaryFolder()
  // One gateway for all: each transport finds it as the one before let go of it.
  gateway ??= await openGateway(await home)
  await gateway.control({ do: 'reset' })
  await gateway.control({ do: 'settings', settings: { beatMs: 1000 } })
  await populate(gateway.control)
  const { endpoint, kill, start, control } = gateway
  const transport = await openTransport({ puppet: 'wechaty-puppet-service', folder, endpoint, token })
  const world = worldOver(control, transport, folder)
  const said: { id: string; saying: Parameters<World['say']>[0] }[] = []
  return {
    ...world,
    say: async (saying) => {
      const id = await world.say(saying)
      said.push({ id, saying })
      return id
    },
    outage: async () => {
      await kill()
      await start()
      await populate(control)
      // The platform still knows what was said.
      for (const { id, saying } of said) {
        await control({ do: 'say', saying: { ...asSaid(saying), id, unheard: true } })
      }
    },
  }
}

afterAll(async () => {
  await gateway?.kill()
  await rm(await home, { recursive: true, force: true })
})

const asSaid = ({ from, room, text }: Parameters<World['say']>[0]) => ({
  from,
  ...(room === undefined ? {} : { room }),
  ...(text === undefined ? {} : { text }),
})

transportContract('a gRPC gateway in another process', open)
