import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { z } from 'zod'
import type { Message, Outgoing } from '../core/message.js'
import { ok } from '../core/result.js'
import type { App } from '../app.js'
import type { Clock } from '../ports.js'
import type { Zone } from '../zone.js'

/** A clock that stands still until it is moved. */
export interface VirtualClock extends Clock {
  set(instant: Date): void
}
export function virtualClock(start = new Date(0)): VirtualClock {
  let at = start
  return {
    now: () => at,
    set: (instant) => {
      at = instant
    },
  }
}

const at = z
  .string()
  .refine(
    (s) =>
      /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(s) &&
      /(?:Z|[+-]\d{2}:?\d{2})$/.test(s) &&
      !Number.isNaN(Date.parse(s)),
    { error: '时间请写成 2026-11-21T09:00:00+08:00 这样带时区的' },
  )
const eventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    at,
    type: z.literal('message'),
    id: z.string().min(1),
    room: z.string().min(1).optional(),
    from: z.strictObject({ id: z.string().min(1), name: z.string() }),
    text: z.string(),
    quotes: z.string().optional(),
    mentionsBot: z.boolean().optional(),
    image: z.string().optional(),
    file: z.string().optional(),
  }),
  z.strictObject({ at, type: z.literal('recall'), id: z.string().min(1) }),
  z.strictObject({ at, type: z.literal('tick') }),
  z.strictObject({ at, type: z.literal('down') }),
  z.strictObject({ at, type: z.literal('up') }),
])
export type ReplayEvent = z.infer<typeof eventSchema>

/** One line of input as an event, or the sentence that says what is wrong with it. */
export function readEvent(line: string): ReplayEvent | string {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    return '不是合法的 JSON'
  }
  const parsed = eventSchema.safeParse(json)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  const key = issue.path.join('.')
  if (issue.code === 'unrecognized_keys') return `不认识的键「${issue.keys.join('、')}」`
  const fault = faultText(issue)
  return key ? `键「${key}」不对：${fault}` : `这一行${fault}`
}

function faultText(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.path.length === 0 ? '不是一个事件' : '缺了，或写得不对'
    case 'invalid_union':
      return '要写 message、recall、tick、down 或 up'
    case 'too_small':
      return '不能空着'
    default:
      return issue.message
  }
}

/** What replay needs of the house. */
export type ReplayHouse = Pick<
  App,
  'message' | 'recall' | 'tick' | 'flush' | 'online' | 'nextDue' | 'idleUntil'
>

/** A bad line: its number from 1 and what is wrong. */
export interface BadLine {
  readonly line: number
  readonly sentence: string
}

/**
 * Plays events in order on the virtual clock; between two events everything due is done at its own instant. Gives the
 * bad lines, which are skipped. Events dated between `down` and `up` come at `up`, as late ones.
 */
export async function playEvents(
  input: Readable,
  app: ReplayHouse,
  clock: VirtualClock,
  until: Date | null,
  onBad: (bad: BadLine) => void,
): Promise<number> {
  let bad = 0
  let n = 0
  let down = false
  let last = -Infinity
  const waiting: ReplayEvent[] = []
  const said = new Map<string, string>()
  const lines = createInterface({ input, crlfDelay: Infinity })
  for await (const line of lines) {
    n++
    if (line.trim() === '') continue
    const event = readEvent(line.charCodeAt(0) === 0xfeff ? line.slice(1) : line)
    if (typeof event === 'string') {
      bad++
      onBad({ line: n, sentence: event })
      continue
    }
    const time = Date.parse(event.at)
    if (time < last) {
      bad++
      onBad({ line: n, sentence: '时间比上一条早，请按时间先后排列' })
      continue
    }
    last = time
    if (until !== null && time > until.getTime()) break
    if (event.type === 'message') remember(said, event)
    if (event.type === 'down') {
      await advance(app, clock, new Date(time))
      await app.online()
      down = true
    } else if (event.type === 'up') {
      clock.set(new Date(time))
      down = false
      await app.online()
      for (const held of waiting.splice(0)) await deliver(app, held, true, said)
      await app.tick()
    } else if (down) waiting.push(event)
    else {
      await advance(app, clock, new Date(time))
      await deliver(app, event, false, said)
      await app.flush()
    }
  }
  if (until !== null && !down) await advance(app, clock, until)
  return bad
}

/** Lets time pass up to an instant, stopping at everything that is due on the way. */
export async function advance(
  app: Pick<App, 'tick' | 'nextDue' | 'idleUntil'>,
  clock: VirtualClock,
  to: Date,
): Promise<void> {
  if (clock.now().getTime() === 0) {
    clock.set(to)
    await app.tick()
    return
  }
  for (let steps = 0; steps < 1_000_000; steps++) {
    // only once: a slot that is missed because its job fails waits for the next event
    const next = steps === 0 ? await app.idleUntil() : await app.nextDue()
    if (next === null || next > to) {
      if (to > clock.now()) clock.set(to)
      return
    }
    if (next > clock.now()) clock.set(next)
    await app.tick()
    const again = await app.nextDue()
    if (again !== null && again <= clock.now()) break
  }
  if (to > clock.now()) clock.set(to)
  await app.tick()
}

/** Members quote what was said lately. */
const remembered = 5000
function remember(
  said: Map<string, string>,
  { id, text }: { readonly id: string; readonly text: string },
): void {
  said.set(id, text)
  if (said.size > remembered) said.delete(said.keys().next().value!)
}

/** `said`: the words of each message of this run; a quote carries those it quotes, as on the platforms. */
async function deliver(
  app: ReplayHouse,
  event: ReplayEvent,
  late: boolean,
  said: ReadonlyMap<string, string>,
): Promise<void> {
  if (event.type === 'message')
    await app.message(messageOf(event, late, event.quotes === undefined ? undefined : said.get(event.quotes)))
  else if (event.type === 'recall') await app.recall({ id: event.id, at: new Date(event.at) })
}

function messageOf(
  event: Extract<ReplayEvent, { type: 'message' }>,
  late: boolean,
  quoted: string | undefined,
): Message {
  return {
    id: event.id,
    ...(event.room === undefined ? {} : { room: event.room }),
    sender: event.from,
    text: event.text,
    sentAt: new Date(event.at),
    ...(event.quotes === undefined
      ? {}
      : { quotes: { id: event.quotes, ...(quoted === undefined ? {} : { text: quoted }) } }),
    ...(event.mentionsBot === undefined ? {} : { mentionsBot: event.mentionsBot }),
    ...(event.image === undefined ? {} : { image: event.image }),
    ...(event.file === undefined ? {} : { file: event.file }),
    ...(late ? { late } : {}),
  }
}

/** Writes each reply as a line of the replay's output. */
export const replaySender = (output: Writable, clock: Clock, zone: () => Zone) => ({
  async send(out: Outgoing) {
    const line = {
      n: Number(out.id.slice(4)),
      at: isoIn(zone(), clock.now()),
      to: out.to,
      text: out.text,
      mentions: out.mentions,
      inReplyTo: out.inReplyTo,
      ...(out.file === undefined ? {} : { file: out.file }),
    }
    if (!output.write(`${JSON.stringify(line)}\n`))
      await new Promise<void>((done) => output.once('drain', () => done()))
    return ok({})
  },
})

/** An instant with the offset of the association's zone: 2026-11-21T09:00:00+08:00. */
function isoIn(zone: Zone, instant: Date): string {
  const { day, minute } = zone.local(instant)
  const wall = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)), 0, minute)
  const offset = Math.round((wall - Math.floor(instant.getTime() / 60_000) * 60_000) / 60_000)
  const two = (n: number): string => String(n).padStart(2, '0')
  const shifted = new Date(instant.getTime() + offset * 60_000).toISOString().slice(0, 19)
  return `${shifted}${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`
}
