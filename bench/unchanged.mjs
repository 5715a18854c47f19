// npm run unchanged: words that change nothing (tests/understand/unchanged.json) put around and into every labelled
// message that is read right, and the same message typed in other forms (forms.mjs); how often what is counted changes
// all the same. Another pool: node bench/unchanged.mjs FILE.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { forms } from './forms.mjs'
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
    'beside it a number of another thing',
    (m, reports) => {
      const commas = [...m.text.matchAll(/(?<!\d)，|，(?!\d)/g)]
      if (commas.length === 0 || listed.test(m.text) || reports.length !== 1) return null
      const said = pick([...words.besides, ...words.besidesTaken])
      const end = m.text.replace(/[。！!~，,；;]+$/, '')
      const { index } = commas.at(-1)
      return pick([
        `${end}，${said}`,
        `${end}。${said}。`,
        `${m.text.slice(0, index)}，${said}${m.text.slice(index)}`,
      ])
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
const line = (name, { tried, other, lost }) =>
  console.log(
    `${name.padEnd(36)} ${String(tried).padStart(6)}  unchanged ${((100 * (tried - other)) / Math.max(1, tried)).toFixed(2)} %  changed ${other}, of these fewer reports ${lost}`,
  )

/** How often the reading of what `change` makes of the messages is another. */
function measured(among, change) {
  const seen = { tried: 0, other: 0, lost: 0 }
  for (const m of among) {
    const text = change(m, m.reports)
    if (text === null || text === m.text) continue
    const reports = toWire(read({ ...m, text })).reports
    seen.tried++
    if (counted(reports) === counted(m.reports)) continue
    seen.other++
    if (reports.length < m.reports.length) seen.lost++
  }
  return seen
}

for (const [name, change] of changes) line(name, measured([...right, ...right], change))

console.log('\nthe same message in another form')
const together = { tried: 0, other: 0, lost: 0 }
for (const [name, form] of forms) {
  const seen = measured(right, (m) => form(m.text))
  for (const k of Object.keys(together)) together[k] += seen[k]
  line(name, seen)
}
line('all forms', together)
