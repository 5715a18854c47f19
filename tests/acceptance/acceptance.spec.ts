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

interface Row {
  readonly after: string
  readonly to?: { readonly room?: string; readonly person?: string }
  readonly has?: readonly string[]
  readonly not?: readonly string[]
  readonly silent?: boolean
}
interface Line {
  readonly at: string
  readonly to: { readonly room?: string; readonly person?: string }
  readonly text: string
  /** The event it was said during. */
  readonly during: string
}

const here = new URL('./', import.meta.url)
const org = sampleOrg(new URL('org.yaml', here))

/** Plays the events into an empty book and gives every line with the event it was said during. */
async function play(events: string): Promise<Line[]> {
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
    .map((l) => JSON.parse(l) as Line)
  const names = events
    .split('\n')
    .filter(Boolean)
    .flatMap((l) => {
      const e = readEvent(l)
      return typeof e === 'string'
        ? []
        : [{ at: Date.parse(e.at), name: 'id' in e && e.type === 'message' ? e.id : e.at }]
    })
  return lines.map((line) => ({
    ...line,
    during: names.find((n) => Date.parse(line.at) <= n.at)?.name ?? names.at(-1)!.name,
  }))
}

const meant = (row: Row, line: Line): boolean =>
  row.to === undefined ||
  (row.to.room !== undefined ? line.to.room === row.to.room : line.to.person === row.to.person)

/** What of a row does not hold, or null. */
function fault(row: Row, lines: readonly Line[]): string | null {
  const there = lines.filter((l) => l.during === row.after && meant(row, l))
  if (row.silent)
    return there.length === 0
      ? null
      : `after ${row.after} silence expected, heard: ${there.map((l) => l.text).join(' | ')}`
  const met = there.some(
    (l) =>
      (row.has ?? []).every((w) => l.text.includes(w)) && (row.not ?? []).every((w) => !l.text.includes(w)),
  )
  return met
    ? null
    : `after ${row.after} to ${JSON.stringify(row.to ?? 'anyone')} expected ${JSON.stringify(row.has ?? [])} not ${JSON.stringify(row.not ?? [])}, heard: ${
        lines
          .filter((l) => l.during === row.after)
          .map((l) => `${JSON.stringify(l.to)} ${l.text}`)
          .join(' | ') || 'nothing'
      }`
}

const names = readdirSync(here)
  .filter((f) => f.endsWith('.ndjson'))
  .map((f) => f.slice(0, -'.ndjson'.length))
test.each(names)('%s', async (name) => {
  const lines = await play(readFileSync(new URL(`${name}.ndjson`, here), 'utf8'))
  const rows = parse(readFileSync(new URL(`${name}.expect.yaml`, here), 'utf8')) as Row[]
  expect(rows.flatMap((row) => fault(row, lines) ?? [])).toEqual([])
})
