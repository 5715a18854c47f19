import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  openWechaty,
  type WechatyDeps,
  type WechatyInput,
  type WechatyTransport,
} from '../../src/transports/wechaty/index.js'
import type { Control } from '../../src/transports/wechaty/simulator/remote.js'
import type { RecallShape, Saying, SimMessage } from '../../src/transports/wechaty/simulator/messages.js'
import { botKey } from '../../src/transports/wechaty/simulator/world.js'
import { cast, rooms, type Heard, type Room, type Said, type World } from './contract.js'

export type { Control } from '../../src/transports/wechaty/simulator/remote.js'

export const temporaryFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'xiaoke-wechat-'))

/** The contract's people and rooms. */
export async function populate(control: Control): Promise<void> {
  for (const [key, name] of Object.entries(cast)) await control({ do: 'person', person: { key, name } })
  await control({ do: 'room', room: 'east', topic: rooms.east, members: ['wang', 'li'] })
  await control({ do: 'room', room: 'south', topic: rooms.south, members: ['he', 'wang'] })
}

/** Quick enough for tests: a short window, quick back-off. */
export const testLimits = { backoffMs: 20, maxBackoffMs: 200, deadMs: 3_000, loginMs: 10_000 }

export async function openTransport(
  input: Partial<WechatyInput> & { puppet: string; folder: string },
  deps: WechatyDeps = {},
): Promise<WechatyTransport> {
  return openWechaty(
    { reorderMs: 60, printQr: false, rooms: Object.values(rooms), limits: testLimits, ...input },
    { random: () => 0, ...deps },
  )
}

const saying = ({ from, room, text, at, mentionsBot, file, wordless, voice, note, card }: Said): Saying => ({
  from,
  ...(room === undefined ? {} : { room }),
  ...(text === undefined ? {} : { text }),
  ...(at === undefined ? {} : { at: at.getTime() }),
  ...(mentionsBot ? { mentions: [botKey] } : {}),
  ...(file === undefined ? {} : { file: { name: file.name, base64: file.bytes.toString('base64') } }),
  ...(wordless ? { type: 'emoticon' as const } : {}),
  ...(voice ? { type: 'audio' as const } : {}),
  ...(note ? { type: 'groupNote' as const } : {}),
  ...(card === undefined ? {} : { text: card, type: 'chatHistory' as const }),
})

let counter = 0

/** A contract world over a simulated one. */
export function worldOver(
  control: Control,
  transport: WechatyTransport,
  folder: string,
  more: Partial<World> = {},
): World {
  const said = async (): Promise<readonly SimMessage[]> =>
    (await control({ do: 'said' })) as readonly SimMessage[]
  return {
    transport,
    folder,
    // Ids of our own: a network started anew would count from one again.
    say: async (it) => {
      const id = `t${++counter}`
      await control({ do: 'say', saying: { ...saying(it), id } })
      return id
    },
    quote: async (it, quoted) => {
      // Over here a reply of the bot is known by what it said last.
      const id = quoted.startsWith('out-') ? ((await said()).at(-1)?.id ?? '') : quoted
      const own = `t${++counter}`
      await control({ do: 'quote', saying: { ...saying(it), id: own }, quoted: id })
      return own
    },
    recall: async (id, shape: RecallShape = 'id') => void (await control({ do: 'recall', id, shape })),
    redeliver: async (id) => void (await control({ do: 'redeliver', id })),
    rename: async (room, by, topic) => void (await control({ do: 'rename', room, by, topic })),
    join: async (room, by, who) => void (await control({ do: 'join', room, by, people: [who] })),
    leave: async (room, by, who) => void (await control({ do: 'leave', room, by, people: [who] })),
    said: async () =>
      (await said()).map(({ room, to, text, mentions }): Heard => ({
        text,
        mentions,
        ...(room === undefined ? {} : { room: rooms[room as Room] }),
        ...(to === undefined ? {} : { person: cast[to as keyof typeof cast] }),
      })),
    sending: async (send) => void (await control({ do: 'settings', settings: { send } })),
    close: async () => rm(folder, { recursive: true, force: true }),
    ...more,
  }
}
