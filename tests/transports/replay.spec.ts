import { rm } from 'node:fs/promises'
import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import type { TransportEvents } from '../../src/ports.js'
import { playEvents, replaySender, virtualClock, type ReplayHouse } from '../../src/transports/replay.js'
import { voiceText } from '../../src/core/message.js'
import { zoneOf } from '../../src/zone.js'
import { cast, listen, rooms, transportContract, type Heard, type World } from './contract.js'
import { temporaryFolder } from './simulated.js'

interface Played extends World {
  /** Writes one event as it stands. */
  readonly event: (event: object) => void
}

/** Replay: events on a stream, replies on another, the clock moved by the events. */
async function open(): Promise<Played> {
  const folder = await temporaryFolder()
  const [input, output] = [new PassThrough(), new PassThrough().setEncoding('utf8')]
  const written: string[] = []
  output.on('data', (text: string) => written.push(...text.split('\n').filter(Boolean)))
  const clock = virtualClock()
  const event = (it: object): void => void input.write(`${JSON.stringify(it)}\n`)
  const now = (): string => new Date().toISOString()
  let playing: Promise<unknown> = Promise.resolve()
  let n = 0
  let away = false

  /** The doors of the house, with the transport's listeners behind them. */
  const doors = (events: TransportEvents): ReplayHouse => ({
    message: (message) => events.message(message),
    recall: (recall) => events.recall(recall),
    tick: async () => undefined,
    flush: async () => 0,
    nextDue: async () => null,
    idleUntil: async () => null,
    // Called as it goes away and as it is back.
    online: async () => {
      away = !away
      const since = clock.now()
      events.state(away ? { state: 'offline', since, reason: 'down' } : { state: 'online', account: '小科' })
    },
  })
  return {
    transport: {
      name: 'replay',
      start: async (events) => {
        playing = playEvents(input, doors(events), clock, null, ({ sentence }) => {
          throw new Error(sentence)
        })
        events.state({ state: 'online', account: '小科' })
      },
      send: (reply) => replaySender(output, clock, () => zoneOf('Asia/Shanghai')).send(reply),
      stop: async () => {
        input.end()
        await playing
      },
    },
    folder,
    event,
    say: async ({ from, room, text = '', at, mentionsBot, voice }) => {
      const id = `t${++n}`
      event({
        at: at?.toISOString() ?? now(),
        type: 'message',
        id,
        from: { id: `wxid_${from}`, name: cast[from] },
        text: voice ? voiceText : text,
        ...(room === undefined ? {} : { room: rooms[room] }),
        ...(mentionsBot ? { mentionsBot } : {}),
      })
      return id
    },
    quote: async ({ from, room, text = '' }, quotes) => {
      const id = `t${++n}`
      const who = { id: `wxid_${from}`, name: cast[from] }
      event({ at: now(), type: 'message', id, from: who, text, quotes, room: rooms[room ?? 'east'] })
      return id
    },
    recall: async (id) => event({ at: now(), type: 'recall', id }),
    outage: async () => {
      event({ at: now(), type: 'down' })
      event({ at: now(), type: 'up' })
    },
    said: async () =>
      written.map((line): Heard => {
        const { to, text, mentions } = JSON.parse(line) as {
          to: { room?: string; person?: string }
          text: string
          mentions: string[]
        }
        const person =
          to.person === undefined ? {} : { person: cast[to.person.slice(5) as keyof typeof cast] }
        return { text, mentions, ...(to.room === undefined ? {} : { room: to.room }), ...person }
      }),
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

const written = 'every reply is written to the output'
transportContract('replay', open, {
  'late arrival': 'events come in time order; one that does not is refused with its line',
  late: 'late is what is dated between down and up (below)',
  once: 'the database marks what was heard (tests/replay/kill.spec.ts)',
  'mention by name': 'the house reads the @ itself (converse/call.ts)',
  'recall by xml': 'an event names the id',
  'nameless recall': 'an event names the id',
  files: 'an event names a path; nothing is fetched',
  wordless: 'such an event is not written',
  forward: 'such an event is not written',
  rooms: 'there is no such event',
  'send id': 'the reply’s own number is its id',
  'no target': written,
  'send faults': written,
  stop: 'it ends with its input',
})

test('what is dated between down and up comes at up, late', async () => {
  const world = await open()
  const heard = await listen(world)
  const at = (second: number): string => `2026-11-21T09:00:0${second}+08:00`
  const from = { id: 'wxid_wang', name: cast.wang }
  world.event({ at: at(1), type: 'message', id: 'm1', from, text: '一' })
  world.event({ at: at(2), type: 'down' })
  world.event({ at: at(3), type: 'message', id: 'm2', from, text: '二' })
  world.event({ at: at(4), type: 'up' })
  world.event({ at: at(5), type: 'message', id: 'm3', from, text: '三' })
  await world.transport.stop()
  expect(heard.messages.map(({ text, late }) => [text, late === true])).toEqual([
    ['一', false],
    ['二', true],
    ['三', false],
  ])
  expect(heard.states.map(({ state }) => state)).toEqual(['online', 'offline', 'online'])
  await world.close()
})
