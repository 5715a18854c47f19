// npm run weigh: what each sign of weighed.ts is worth, learned from all labelled sets, and how it does on sets it did not see.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from '../dist/src/understand/report/reports.js'
import { drafts } from '../dist/src/understand/structure/drafts.js'
import { scan } from '../dist/src/understand/scan.js'
import { segments } from '../dist/src/understand/structure/segments.js'
import { told } from '../dist/src/understand/judge/told.js'
import { least, ofLength, signs, speaksForItself } from '../dist/src/understand/judge/weighed.js'
import { contextOf, messages, ownSets, shared } from './labelled.mjs'

const corpus = ['dev', 'seed000', 'negdev', 'seedneg'].map((f) => join(shared, 'corpus', `${f}.ndjson`))
const sets = [...(existsSync(corpus[0]) ? [['corpus', corpus]] : []), ...ownSets()]

/** Every telling that has to be weighed, before anything refuses it: its signs, and whether the labels know its kind. */
const rows = sets.flatMap(([set, files]) =>
  messages(...files)
    .filter((m) => !m.variant)
    .flatMap((m) => {
      const { units, sentAt } = contextOf(m)
      const s = scan(m.text, units, sentAt)
      const kinds = new Set((m.reports ?? []).map((r) => r.kind))
      return segments(s).flatMap((segment) => {
        const ds = drafts(s, segment)
        return ds.flatMap((d, i) => {
          const built = build(s, d, ds[i + 1])
          if (!built || (kinds.size > 0 && !kinds.has(built.report.kind))) return []
          const t = told(s, built)
          if (speaksForItself(t)) return []
          const said = t.clauses.map((c) => s.text.slice(c.start, c.end)).join(',')
          const x = [1, ofLength(s.text.length), ...signs.map(([, , there]) => (there(t, said) ? 1 : 0))]
          return [{ set, y: kinds.size > 0 ? 1 : 0, x }]
        })
      })
    }),
)

/** Logistic regression with a little shrinking, by Newton's steps. */
function learn(data) {
  const n = data[0].x.length
  let w = Array.from({ length: n }, () => 0)
  for (let step = 0; step < 30; step++) {
    const g = w.map((v, k) => (k === 0 ? 0 : -v))
    const h = w.map((_, k) => w.map((_, l) => (k === l ? (k === 0 ? 1e-6 : 1) : 0)))
    for (const { x, y } of data) {
      const p = 1 / (1 + Math.exp(-dot(w, x)))
      for (let k = 0; k < n; k++) {
        if (x[k] === 0) continue
        g[k] += (y - p) * x[k]
        for (let l = 0; l < n; l++) h[k][l] += p * (1 - p) * x[k] * x[l]
      }
    }
    const d = solve(h, g)
    w = w.map((v, k) => v + d[k])
    if (Math.max(...d.map(Math.abs)) < 1e-5) break
  }
  return w
}
const dot = (a, b) => a.reduce((sum, v, k) => sum + v * b[k], 0)

/** Gauss with pivots. */
function solve(matrix, right) {
  const m = matrix.map((row, k) => [...row, right[k]])
  for (let c = 0; c < m.length; c++) {
    const best = m.reduce((b, row, r) => (r >= c && Math.abs(row[c]) > Math.abs(m[b][c]) ? r : b), c)
    ;[m[c], m[best]] = [m[best], m[c]]
    for (let r = 0; r < m.length; r++) {
      if (r === c) continue
      const f = m[r][c] / m[c][c]
      for (let k = c; k <= m.length; k++) m[r][k] -= f * m[c][k]
    }
  }
  return m.map((row, k) => row[m.length] / row[k])
}

const all = learn(rows)
console.log('sign                                      in use  learned')
for (const [k, [sign, points]] of signs.entries())
  console.log(`${sign.padEnd(40)} ${String(points).padStart(7)} ${(2 * all[k + 2]).toFixed(1).padStart(8)}`)
console.log(
  `where every telling begins: ${(2 * all[0]).toFixed(1)}; for each point of length ${(2 * all[1]).toFixed(2)}`,
)

let lost = 0
let kept = 0
for (const [set] of sets) {
  const w = learn(rows.filter((r) => r.set !== set))
  for (const r of rows)
    if (r.set === set) {
      const points = 2 * dot(w, r.x)
      if (r.y === 1 && points < least) lost++
      if (r.y === 0 && points >= least) kept++
    }
}
const reports = rows.filter((r) => r.y === 1).length
console.log(
  `\nEach set with points learned from the others: of ${reports} tellings of reports ${lost} fall below ${least},` +
    ` of ${rows.length - reports} tellings in chatter ${kept} do not (before any other rule).`,
)
