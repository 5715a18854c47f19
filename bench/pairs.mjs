// npm run unchanged: two labelled messages, each read right and surely, each with its day and its branch said, put into one
// message in several ways; how often both are read from it as they were alone, and how often a wrong one would be booked.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { toWire } from '../dist/src/understand/wire.js'
import { messages, ownSets, read, shared } from './labelled.mjs'

const booked = 0.85
const longest = 120
const tries = Number(process.argv[2] ?? 600)
const tally = ['kind', 'branch', 'sessions', 'attendance', 'materials', 'count', 'adopted']
const row = (r) =>
  [...tally.map((f) => r[f] ?? ''), r.date?.start ?? '', r.date?.end ?? r.date?.start ?? ''].join('|')
const counted = (reports) => reports.map(row).sort().join(';')

const flat = (t) => t.replace(/\n/g, '，')
const oneLine = (change) => (a, b) => (a.includes('\n') || b.includes('\n') ? null : change(a, b))
const ways = [
  ['one below the other', (a, b) => `${a}\n${b}`],
  ['with a line between', (a, b) => `${a}\n\n${b}`],
  ['numbered', (a, b) => `1、${flat(a)}\n2、${flat(b)}`],
  ['one behind the other', oneLine((a, b) => `${a.replace(/[。！]*$/, '。')}${b}`)],
  ['with 另外 between', oneLine((a, b) => `${a.replace(/[。！]*$/, '。')}另外，${b}`)],
]

const whole = (reports) => reports.every((r) => r.evidence?.date && r.evidence?.branch)
const dev = join(shared, 'corpus', 'dev.ndjson')
const sets = ownSets().flatMap(([, files]) => files)
const groups = new Map()
for (const m of messages(...sets, ...(existsSync(dev) ? [dev] : []))) {
  if (m.variant || m.unsure?.length || !m.reports?.length || m.text.length > longest || m.text.length < 8)
    continue
  const got = toWire(read(m)).reports
  if (counted(got) !== counted(m.reports) || !whole(got) || got.some((r) => r.confidence < booked)) continue
  groups.set(m.org, [...(groups.get(m.org) ?? []), m])
}
const lists = [...groups.values()].filter((g) => g.length > 1)

/** A turn of numbers that does not depend on the machine. */
let turn = 1
const pick = (list) => list[(turn = (turn * 48271) % 2147483647) % list.length]

for (const [name, put] of ways) {
  let tried = 0
  let same = 0
  let wrong = 0
  for (let i = 0; i < tries * 20 && tried < tries; i++) {
    const list = pick(lists)
    const [a, b] = [pick(list), pick(list)]
    const text = a === b ? null : put(a.text, b.text)
    if (text === null) continue
    const second = toWire(read({ ...b, sentAt: a.sentAt })).reports
    if (second.length !== b.reports.length || !whole(second)) continue
    const wanted = [...toWire(read(a)).reports, ...second]
    const got = toWire(read({ ...a, text })).reports
    const rows = new Set(wanted.map(row))
    tried++
    if (counted(got) === counted(wanted)) same++
    else if (got.some((r) => r.confidence >= booked && !rows.has(row(r)))) wrong++
  }
  const share = (n) => ((100 * n) / tried).toFixed(1).padStart(5)
  console.log(
    `${name.padEnd(24)}${String(tried).padStart(6)} pairs, read as alone ${share(same)} %, wrong and sure ${share(wrong)} %`,
  )
}
