// npm run bench: messages a second on one thread, on the dev corpus, beside two public libraries in the same run.
import { createRequire } from 'node:module'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'

const started = performance.now()
const { understand } = await import('../dist/src/understand/index.js')
const loaded = performance.now() - started
const { contextOf, messages, shared, tests } = await import('./labelled.mjs')

const dev = join(shared, 'corpus', 'dev.ndjson')
const file = existsSync(dev) ? dev : join(tests, 'own-reports.ndjson')
const all = messages(file).map((m) => ({ text: m.text, context: contextOf(m) }))
const first = performance.now()
understand(all[0].text, all[0].context)
const firstCall = performance.now() - first

/**
 * Other work on the machine interrupts a reading for milliseconds; undisturbed is the fastest reading of each message.
 * Warm for a second, then rounds of a second; the best round, because other work on the machine only slows.
 */
function measure(name, each, rounds = 5) {
  const warm = performance.now()
  while (performance.now() - warm < 1000) for (const m of all) each(m)
  let best = 0
  const times = []
  const fastest = all.map(() => Infinity)
  for (let r = 0; r < rounds; r++) {
    const from = performance.now()
    let n = 0
    while (performance.now() - from < 1000)
      for (const [k, m] of all.entries()) {
        const t = performance.now()
        each(m)
        const took = performance.now() - t
        times.push(took)
        fastest[k] = Math.min(fastest[k], took)
        n++
      }
    best = Math.max(best, (1000 * n) / (performance.now() - from))
  }
  times.sort((a, b) => a - b)
  fastest.sort((a, b) => a - b)
  const quantile = (list, q) => list[Math.min(list.length - 1, Math.floor(list.length * q))].toFixed(3)
  const at = (q) => quantile(times, q)
  console.log(
    [
      name.padEnd(34),
      String(Math.round(best)).padStart(9),
      at(0.5).padStart(9),
      at(0.99).padStart(9),
      quantile(fastest, 0.99).padStart(14),
    ].join(' '),
  )
  return best
}

console.log(
  `${all.length} messages, mean ${Math.round(all.reduce((n, m) => n + m.text.length, 0) / all.length)} characters`,
)
console.log(`load ${loaded.toFixed(0)} ms, first message ${firstCall.toFixed(0)} ms\n`)
console.log('on one thread                         msgs/s   p50 ms   p99 ms  p99 undisturbed')
const ours = measure('小科, the whole reading', (m) => understand(m.text, m.context))
const require = createRequire(import.meta.url)
try {
  const recognizers = require('@microsoft/recognizers-text-suite')
  const theirs = measure(
    'Recognizers-Text, numbers + dates',
    (m) => {
      recognizers.recognizeNumber(m.text, 'zh-cn')
      recognizers.recognizeDateTime(m.text, 'zh-cn')
    },
    2,
  )
  const chrono = await import('chrono-node')
  measure('chrono-node zh, dates', (m) => chrono.zh.parse(m.text))
  console.log(`\n${(ours / theirs).toFixed(0)} times Recognizers-Text`)
} catch (fault) {
  console.log(`yardsticks not installed: ${fault.message}`)
}
