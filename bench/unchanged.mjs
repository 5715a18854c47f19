// npm run unchanged: words that change nothing (tests/understand/unchanged.json) put around and into every labelled
// message that is read right; how often what is counted changes all the same. Another pool: node bench/unchanged.mjs FILE.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toWire } from '../dist/src/understand/wire.js'
import { messages, ownSets, read, shared, tests } from './labelled.mjs'

const words = JSON.parse(readFileSync(process.argv[2] ?? join(tests, 'unchanged.json'), 'utf8'))
const tally = ['kind', 'branch', 'sessions', 'attendance', 'materials', 'count', 'adopted']
const counted = (reports) =>
  reports
    .map((r) =>
      [...tally.map((f) => r[f] ?? ''), r.date?.start ?? '', r.date?.end ?? r.date?.start ?? ''].join('|'),
    )
    .sort()
    .join(';')

/** Every word gets its turn, in an order that does not depend on the machine. */
let turn = 0
const pick = (list) => list[(turn = (turn + 7919) % 1000003) % list.length]
const once = (text, w) => Boolean(w) && text.includes(w) && text.indexOf(w) === text.lastIndexOf(w)
const replaced = (text, candidates, list) => {
  const found = candidates.filter((w) => once(text, w))
  return found.length === 0 ? null : text.replace(pick(found), () => pick(list))
}
const listed = /[：:\t|\n]/

/** What is changed about a message; null where it holds nothing of the sort. */
const changes = [
  ['opened with a greeting, a reason …', (m) => pick(words.openings) + m.text],
  ['remarked upon behind it', (m) => m.text.replace(/[。!！]?\s*$/, () => pick(words.remarks))],
  [
    'interrupted',
    (m, reports) => {
      const commas = [...m.text.matchAll(/(?<!\d)，|，(?!\d)/g)]
      if (commas.length === 0 || listed.test(m.text) || reports.length !== 1) return null
      const { index } = pick(commas)
      return m.text.slice(0, index) + pick(words.between) + m.text.slice(index + 1)
    },
  ],
  [
    'about something else',
    (m, rs) =>
      replaced(
        m.text,
        rs.flatMap((r) => r.topics ?? []),
        words.topics,
      ),
  ],
  [
    'somewhere else',
    (m, rs) =>
      replaced(
        m.text,
        rs.map((r) => r.venue),
        words.venues,
      ),
  ],
  [
    'told by somebody else',
    (m, rs) =>
      replaced(
        m.text,
        rs.flatMap((r) => r.speakers ?? []),
        words.names,
      ),
  ],
]

const sets = ownSets().flatMap(([, files]) => files)
const dev = join(shared, 'corpus', 'dev.ndjson')
const all = messages(...sets, ...(existsSync(dev) ? [dev] : [])).filter(
  (m) => (m.reports ?? []).length > 0 && !m.variant && !m.unsure?.length,
)
const right = all.filter((m) => counted(toWire(read(m)).reports) === counted(m.reports))
console.log(`${right.length} messages with reports, read right in what is counted; each changed twice`)
for (const [name, change] of changes) {
  let tried = 0
  let other = 0
  let lost = 0
  for (const m of [...right, ...right]) {
    const text = change(m, m.reports)
    if (text === null) continue
    const reports = toWire(read({ ...m, text })).reports
    tried++
    if (counted(reports) === counted(m.reports)) continue
    other++
    if (reports.length < m.reports.length) lost++
  }
  const share = ((100 * (tried - other)) / tried).toFixed(2)
  console.log(
    `${name.padEnd(36)} ${String(tried).padStart(6)}  unchanged ${share} %  changed ${other}, of these fewer reports ${lost}`,
  )
}
