// npm run learn: what runs of characters say for a report, for each kind and for the unit whose activity it is, learned
// from our own labelled sets, and how it does on sets it did not see; with --write it becomes
// src/understand/learned/points.json. The shared corpus and the sets in `kept` teach nothing: they show how it does on
// what is new. Further sets are kept out by their names.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { kindTable } from '../dist/src/core/kinds.js'
import { around, grams } from '../dist/src/understand/learned/grams.js'
import { sortOf } from '../dist/src/understand/learned/learned.js'
import { masked, surroundings } from '../dist/src/understand/learned/said.js'
import { byRules } from '../dist/src/understand/index.js'
import { scan } from '../dist/src/understand/scan.js'
import { contextOf, messages, ownSets, root, tests } from './labelled.mjs'
import { specRows } from './spec-rows.mjs'
import { plainTellings } from './plain-tellings.mjs'
import { saidInRooms } from './said-in-rooms.mjs'

const kept = new Set(['fresh19', ...process.argv.filter((a) => a.startsWith('fresh'))])
/** A run that fewer sets know is a name or a habit of one of them. */
const sets = 8
const rounds = 12
/** What a row of a spec, what is said in a conversation and the beginning of a message teach beside a message of a set. */
const ofRows = 0.3
const ofRooms = 1
const ofPlain = 1
const ofHeads = 0.1
/** Points that say less than this are left out. */
const least = 0.1
const kinds = kindTable.map((k) => k.id)

const words = JSON.parse(readFileSync(join(tests, 'unchanged.json'), 'utf8'))
/** How everybody begins; the pool has the rarer ways. */
const greetings = [
  '各位老师，',
  '大家好，',
  '各位，',
  '老师们好：',
  '各位领导、各位老师，',
  '各位老同志，',
  '报告：',
  '补报一下，',
]
const openings = [...words.openings, ...Array.from(words.openings, (_, i) => greetings[i % greetings.length])]
let turn = 0
const pick = (list) => list[(turn = (turn + 7919) % 1000003) % list.length]

const told = { report: [], kind: [], unit: [] }
function teach(set, text, context, reports, weight = 1) {
  const s = scan(text, context.units, context.sentAt)
  const named = s.tokens.filter((t) => t.type === 'unit')
  const runs = grams(masked(s.text, named))
  told.report.push({ set, weight, runs, is: reports.length > 0 ? 1 : 0 })
  const of = new Set(reports.map((r) => r.kind))
  if (of.size === 1) told.kind.push({ set, weight, runs, is: kinds.indexOf([...of][0]) })
  if (reports.length === 0) return
  const whose = new Set(reports.map((r) => r.branch))
  const { said, at } = surroundings(s.text, s.tokens)
  for (const t of named)
    if (at.has(t))
      told.unit.push({
        set,
        weight,
        runs: around(said, at.get(t), sortOf(s, t)),
        is: whose.has(t.unit) ? 1 : 0,
      })
}
for (const [set, files] of ownSets().filter(([name]) => !kept.has(name)))
  for (const m of messages(...files)) {
    if (m.variant) continue
    const context = contextOf(m)
    const reports = m.reports ?? []
    teach(set, m.text, context, reports)
    // what people say before and after it makes neither a report nor chatter
    teach(
      set,
      pick(openings) + m.text.replace(/[。!！]?\s*$/, () => pick(words.remarks)),
      context,
      reports,
      ofHeads,
    )
    const head = firstOf(m.text)
    if (head === null) continue
    const told = reports.length > 0 ? byRules(head, context).reports : []
    if (told.length > 0 || reports.length === 0) teach(set, head, context, told, ofHeads)
  }
/** 昨天在三小讲了防火，来了60人: begun so, it is a report without its figures, and chatter is chatter. */
function firstOf(text) {
  const head = /^[^,，。!！\n]{8,40}(?=[,，。!！])/.exec(text)?.[0] ?? null
  return head !== null && head.length < text.length - 3 ? head : null
}
for (const { set, text, context, reports } of specRows())
  if (!kept.has(set)) teach(set, text, context, reports, ofRows)
for (const { set, text, context, reports } of saidInRooms())
  if (!kept.has(set)) teach(set, text, context, reports, ofRooms)

for (const { set, text, context, reports } of plainTellings())
  if (!kept.has(set)) teach(set, text, context, reports, ofPlain)

/** Rows with their runs numbered, those left out that too few sets know. */
function numbered(rows) {
  const known = new Map()
  for (const { set, runs } of rows) for (const g of runs) known.set(g, (known.get(g) ?? new Set()).add(set))
  const ids = new Map([['', 0]])
  for (const [g, of] of known) if (of.size >= sets) ids.set(g, ids.size)
  return {
    ids,
    rows: rows.map(({ set, weight, runs, is }) => ({
      set,
      weight,
      is,
      x: [0, ...[...runs].map((g) => ids.get(g)).filter((i) => i !== undefined)],
    })),
  }
}

/** Softmax regression in steps that shrink where much was learned (AdaGrad); the order of rows is the same everywhere. */
function learn(rows, runs, classes) {
  const w = new Float64Array(runs * classes)
  const learned = new Float64Array(runs * classes).fill(1e-2)
  const order = rows.map((_, i) => i)
  let seed = 7
  const random = (n) => (seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff) % n
  for (let round = 0; round < rounds; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = random(i + 1)
      ;[order[i], order[j]] = [order[j], order[i]]
    }
    for (const i of order) {
      const { x, is, weight } = rows[i]
      const p = shares(w, x, classes)
      for (let c = 0; c < classes; c++) {
        const g = weight * (p[c] - (c === is ? 1 : 0))
        if (Math.abs(g) < 1e-3) continue
        for (const k of x) {
          learned[k * classes + c] += g * g
          w[k * classes + c] -= (0.1 * g) / Math.sqrt(learned[k * classes + c])
        }
      }
    }
  }
  return w.map((p) => (Math.abs(p) < least ? 0 : p))
}

function shares(w, x, classes) {
  const p = Array.from({ length: classes }, () => 0)
  for (const k of x) for (let c = 0; c < classes; c++) p[c] += w[k * classes + c]
  const most = Math.max(...p)
  const odds = p.map((v) => Math.exp(v - most))
  const all = odds.reduce((a, b) => a + b, 0)
  return odds.map((o) => o / all)
}

const groups = 8
const names = [...new Set(told.report.map((r) => r.set))]
const parts = Object.entries(told).map(([what, all]) => {
  const { ids, rows } = numbered(all)
  const classes = what === 'kind' ? kinds.length : 2
  let wrong = 0
  for (let g = 0; g < groups; g++) {
    const left = new Set(names.filter((_, i) => i % groups === g))
    const others = rows.filter((r) => !left.has(r.set))
    const w = learn(others, ids.size, classes)
    for (const { set, x, is } of rows) {
      if (!left.has(set)) continue
      const p = shares(w, x, classes)
      if (p.indexOf(Math.max(...p)) !== is) wrong++
    }
  }
  const percent = ((100 * wrong) / rows.length).toFixed(2)
  console.log(
    `${what.padEnd(8)} ${rows.length} rows of ${names.length} sets, ${ids.size} runs; wrong on sets it did not see: ${percent} %`,
  )
  if (!process.argv.includes('--write')) return null
  const w = learn(rows, ids.size, classes)
  const hundredths = (v) => Math.round(v * 100)
  const lines = [...ids].flatMap(([gram, k]) => {
    const points =
      classes === 2
        ? hundredths(w[k * 2 + 1] - w[k * 2])
        : kinds.flatMap((_, c) => {
            const p = hundredths(w[k * classes + c])
            return p === 0 ? [] : [c, p]
          })
    const says = classes === 2 ? points !== 0 : points.length > 0
    return says ? [`    ${JSON.stringify(gram)}: ${JSON.stringify(points)}`] : []
  })
  return `  "${what}": {\n${lines.join(',\n')}\n  }`
})
if (process.argv.includes('--write')) {
  const file = join(root, 'src', 'understand', 'learned', 'points.json')
  writeFileSync(file, `{\n${parts.join(',\n')}\n}\n`)
}
