/**
 * `npm run soak`: 2,000 messages (NIGHTLY=1: 20,000; or SOAK_MESSAGES) over a gRPC gateway that redelivers, disorders, disconnects and is
 * killed. Prints one table; ends with 1 when a message was lost or came twice.
 */
import { createServer } from 'node:net'
import { once } from 'node:events'
import { soak } from './soak-run.js'

const messages = Number(process.env['SOAK_MESSAGES'] ?? (process.env['NIGHTLY'] ? 20_000 : 2_000))
const seed = Number(process.env['SOAK_SEED'] ?? 1)

const probe = createServer().listen(0, '127.0.0.1')
await once(probe, 'listening')
const address = probe.address()
probe.close()
const port = typeof address === 'object' && address ? address.port : 18_788

const report = await soak({
  messages,
  seed,
  endpoint: `127.0.0.1:${port}`,
  onProgress: (line) => console.error(line),
})
const { rss, heap, ...rows } = report
const mib = (value: number): string => `${Math.round(value)} MiB`
console.table({
  ...rows,
  'heap early': mib(heap.early),
  'heap end': mib(heap.end),
  'rss early': mib(rss.early),
  'rss end': mib(rss.end),
  'rss peak': mib(rss.peak),
})
process.exit(report.lost > 0 || report.doubled > 0 ? 1 : 0)
