import { rm } from 'node:fs/promises'
import { PassThrough, Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { parseOrg } from '../../src/org.js'
import { terminalTransport } from '../../src/transports/terminal.js'
import { cast, listen, rooms, transportContract, type Heard, type World } from './contract.js'
import { temporaryFolder } from './simulated.js'

/** The practice room: lines typed, replies printed. */
function association() {
  const org = parseOrg(`
name: 清河市老科协
units: [{ name: 清河市老科协 }]
people:
${Object.entries(cast)
  .map(([key, name]) => `  - { id: wxid_${key}, name: ${name} }`)
  .join('\n')}
rooms:
  - { name: ${rooms.east}, unit: 清河市老科协 }
  - { name: ${rooms.south}, unit: 清河市老科协 }
`)
  if (!org.ok) throw new Error(org.error[0]?.sentence)
  return org.value
}

async function open(): Promise<World> {
  const folder = await temporaryFolder()
  const input = new PassThrough()
  const printed: string[] = []
  const output = new Writable({
    decodeStrings: false,
    write: (text: string, _, done) => {
      printed.push(text)
      done()
    },
  })
  const clock = { now: () => new Date() }
  const quit = (): void => undefined
  const transport = terminalTransport({ org: association(), clock, input, output, session: 's', quit })
  let room: keyof typeof rooms = 'east'
  let n = 0
  const type = (line: string): void => void input.write(`${line}\n`)
  const say: World['say'] = async ({ from, room: where, text = '' }) => {
    if (where !== undefined && where !== room) type(`/群 ${rooms[(room = where)]}`)
    type(`${cast[from]}${where === undefined ? ' → 小科' : ''}：${text.replaceAll('\n', '／')}`)
    return `s-${++n}`
  }
  return {
    transport,
    folder,
    say,
    recall: async () => type(`${cast.wang}（撤回）`),
    quote: async ({ from, text = '' }) => {
      type(`${cast[from]}（引用101）：${text}`)
      return `s-${++n}`
    },
    said: async () => printed.map(heardOf),
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

function heardOf(printed: string): Heard {
  const [head = '', ...lines] = printed.trimEnd().split('：')
  const text = lines.join('：').replaceAll('\n　　　', '\n')
  const person = /〔私→(.+)〕$/.exec(head)?.[1]
  const room = /〔(.+)〕$/.exec(head)?.[1] ?? rooms.east
  return { text, mentions: [], ...(person === undefined ? { room } : { person }) }
}

const typed = 'a typed line is said now, once, and by its own number'
const onlyWords = 'only words can be typed'
const noNetwork = 'there is no network that could fail: replies are printed'
transportContract('the practice room', open, {
  blanks: 'a line is trimmed, and ／, # and / belong to the line editor',
  'sent at': typed,
  'late arrival': typed,
  late: typed,
  once: typed,
  'mention by id': 'nobody but the text says so',
  'mention by name': 'the house reads the @ itself (converse/call.ts)',
  'recall by xml': '「王秀兰（撤回）」 takes back what she said last',
  'nameless recall': '「王秀兰（撤回）」 takes back what she said last',
  quote: 'a quote names the number of a receipt',
  files: onlyWords,
  voice: onlyWords,
  wordless: onlyWords,
  forward: onlyWords,
  rooms: 'rooms and people are those of the association’s file',
  'send id': noNetwork,
  'no target': noNetwork,
  'send faults': noNetwork,
  outage: noNetwork,
})

test('a reply in another room than the one on the screen names it', async () => {
  const world = await open()
  await listen(world)
  await world.transport.send({
    id: 'out-1',
    to: { room: rooms.south },
    text: '早上好',
    mentions: [],
    inReplyTo: null,
  })
  expect(await world.said()).toEqual([{ room: rooms.south, text: '早上好', mentions: [] }])
  await world.transport.stop()
  await world.close()
})
