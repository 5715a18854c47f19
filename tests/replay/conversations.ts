import { readdirSync, readFileSync } from 'node:fs'
import { PassThrough, Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { createDatabase } from '../../db/store.js'
import { openDatabase } from '../../db/open.js'
import { openApp } from '../../src/app.js'
import { noLog } from '../../src/log.js'
import { playEvents, readEvent, replaySender, virtualClock } from '../../src/transports/replay.js'
import { sampleOrg } from '../converse/play.js'

/** One fact about what is said; the format is told in tests/acceptance/README.md. */
interface Row {
  readonly after: string
  readonly to?: { readonly room?: string; readonly person?: string }
  readonly has?: readonly string[]
  readonly not?: readonly string[]
  readonly mentions?: readonly string[]
  readonly inReplyTo?: string | null
  readonly silent?: boolean
}

/** One line said, with the event it was said during. */
export interface Said {
  readonly at: string
  readonly to: { readonly room?: string; readonly person?: string }
  readonly text: string
  readonly mentions: readonly string[]
  readonly inReplyTo: string | null
  readonly during: string
}

/**
 * Every `NAME.ndjson` of a folder with an `org.yaml`, held against the facts of `NAME.expect.yaml`. Names that begin as
 * one of `missed` are known not to hold; one that comes to hold has to be taken off the list.
 */
export function conversations(folder: URL, missed: readonly string[] = []): void {
  const org = sampleOrg(new URL('org.yaml', folder))
  const names = readdirSync(folder)
    .filter((f) => f.endsWith('.ndjson'))
    .map((f) => f.slice(0, -'.ndjson'.length))
  const isMissed = (name: string): boolean => missed.some((m) => name.startsWith(m))
  const holds = async (name: string): Promise<void> => {
    const lines = await play(org, readFileSync(new URL(`${name}.ndjson`, folder), 'utf8'))
    const rows = parse(readFileSync(new URL(`${name}.expect.yaml`, folder), 'utf8')) as Row[]
    expect(rows.flatMap((row) => fault(row, lines) ?? [])).toEqual([])
  }
  test.each(names.filter((n) => !isMissed(n)))('%s', holds)
  test.fails.each(names.filter(isMissed))('%s', holds)
}

/** Plays the events into an empty book and gives every line with the event it was said during. */
export async function play(org: ReturnType<typeof sampleOrg>, events: string): Promise<Said[]> {
  const opened = await openDatabase('sqlite::memory:')
  if (!opened.ok) throw new Error(JSON.stringify(opened.error))
  const db = createDatabase(opened.value)
  const clock = virtualClock()
  const out = new PassThrough()
  const said: string[] = []
  out.on('data', (chunk: Buffer) => said.push(chunk.toString('utf8')))
  const log = {
    ...noLog,
    error: (facts: Record<string, unknown>) =>
      said.push(`${JSON.stringify({ at: '', to: {}, text: `FAILED ${JSON.stringify(facts)}` })}\n`),
  }
  const app = await openApp({
    org,
    db,
    clock,
    log,
    transport: replaySender(out, clock, () => app.house.zone),
  })
  const bad = await playEvents(Readable.from([events]), app, clock, null, () => undefined)
  await app.stop()
  await db.close()
  expect(bad).toBe(0)
  const lines = said
    .join('')
    .split('\n')
    .filter(Boolean)
    .map((l) => JSON.parse(l) as Said)
  expect(lines.filter((l) => l.text.startsWith('FAILED'))).toEqual([])
  const names = namesOf(events)
  return lines.map((line) => ({
    ...line,
    during: names.find((n) => Date.parse(line.at) <= n.at)?.name ?? names.at(-1)!.name,
  }))
}

/** What rows call the events: a message by its id, told again as `ID#2`; others by their `at`. */
function namesOf(events: string): readonly { readonly at: number; readonly name: string }[] {
  const told = new Map<string, number>()
  return events
    .split('\n')
    .filter(Boolean)
    .flatMap((l) => {
      const e = readEvent(l)
      if (typeof e === 'string') return []
      if (e.type !== 'message') return [{ at: Date.parse(e.at), name: e.at }]
      const times = (told.get(e.id) ?? 0) + 1
      told.set(e.id, times)
      return [{ at: Date.parse(e.at), name: times === 1 ? e.id : `${e.id}#${times}` }]
    })
}

const meant = (row: Row, line: Said): boolean =>
  row.to === undefined ||
  (row.to.room !== undefined ? line.to.room === row.to.room : line.to.person === row.to.person)

const meets = (row: Row, line: Said): boolean =>
  (row.has ?? []).every((w) => line.text.includes(w)) &&
  (row.not ?? []).every((w) => !line.text.includes(w)) &&
  (row.inReplyTo === undefined || row.inReplyTo === line.inReplyTo) &&
  (row.mentions === undefined || row.mentions.join() === line.mentions.join())

/** What of a row does not hold, or null. */
function fault(row: Row, lines: readonly Said[]): string | null {
  const there = lines.filter((l) => l.during === row.after && meant(row, l))
  if (row.silent)
    return there.length === 0
      ? null
      : `after ${row.after} silence expected, heard: ${there.map((l) => l.text).join(' | ')}`
  if (there.some((l) => meets(row, l))) return null
  const { after, ...wanted } = row
  const heard = lines
    .filter((l) => l.during === after)
    .map((l) => `${JSON.stringify(l.to)} ${l.text}`)
    .join(' | ')
  return `after ${after} expected ${JSON.stringify(wanted)}, heard: ${heard || 'nothing'}`
}
