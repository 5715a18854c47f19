/**
 * `npm run soak`: 20,000 messages (or SOAK_MESSAGES) over a gRPC gateway that redelivers, disorders, disconnects and is
 * killed, every one through the real ledger on a file. Prints what became of them and the memory after each tenth; ends
 * with 1 when a message was lost or came twice, a report has no record or two, or the memory grows.
 */
import { createServer } from 'node:net'
import { once } from 'node:events'
import { soak } from './soak-run.js'

const messages = Number(process.env['SOAK_MESSAGES'] ?? 20_000)
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
const { memory, ...rows } = report
console.table(rows)
console.table(memory.map(({ rss, heap }) => ({ 'rss MiB': Math.round(rss), 'heap MiB': Math.round(heap) })))
// After the third tenth everything is loaded and warm; what grows then grows with the messages.
const growth = (memory.at(-1)?.rss ?? 0) / Math.max(...memory.slice(2, 5).map(({ rss }) => rss)) - 1
const flat = growth < 0.1
console.log(
  `rss from its third to fifth tenth to its last: ${(100 * growth).toFixed(1)} %${flat ? ', flat' : ''}`,
)
const { lost, doubled, unrecorded, recordedTwice } = report
process.exit(lost + doubled + unrecorded + recordedTwice > 0 || (messages >= 20_000 && !flat) ? 1 : 0)
