/**
 * `npm run soak`: 20,000 messages (or SOAK_MESSAGES) over a gRPC gateway that redelivers, disorders, disconnects and is
 * killed, every one through the real ledger on a file; SOAK_STALLS times the gateway or the program stands still for 1
 * to 20 s. Prints what became of them, the memory at each quarter and how far its floor rose; ends with 1 when a message
 * was lost, came twice, late in its room or under another name, a report has no record or two, or the memory grows.
 */
import { spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { quarters, rise } from './soak-memory.js'
import { soak } from './soak-run.js'

/**
 * KiB per 1,000 messages; a large association writes some 20,000 a year. The live heap is known to a MiB. What lies outside
 * it swells by 10 MiB and more, so that half a run of 20,000 shows no less than a KiB a message: 20 MiB a year.
 */
const most = { heap: 256, outside: 1024 }

// As the service file runs the bot; malloc reads it once, when a process starts.
if (process.platform === 'linux' && process.env['MALLOC_ARENA_MAX'] === undefined) {
  const env = { ...process.env, MALLOC_ARENA_MAX: '2' }
  const self = [...process.execArgv, fileURLToPath(import.meta.url)]
  process.exit(spawnSync(process.execPath, self, { env, stdio: 'inherit' }).status ?? 1)
}

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
  stalls: Number(process.env['SOAK_STALLS'] ?? 0),
  endpoint: `127.0.0.1:${port}`,
  onProgress: (line) => console.error(line),
})
const { memory, ...rows } = report
console.table(rows)
const whole = (n: number): number => Math.round(n)
console.table(
  quarters(memory).map(({ sent, rss, heap, outside }) => ({
    sent,
    'rss MiB': whole(rss),
    'live heap MiB': whole(heap),
    'outside the heap MiB': whole(outside),
  })),
)
const growth = { rss: rise(memory, 'rss'), heap: rise(memory, 'heap'), outside: rise(memory, 'outside') }
const flat = growth.heap < most.heap && growth.outside < most.outside
console.log(
  `the floor rose from the second quarter to the last, KiB per 1,000 messages: rss ${whole(growth.rss)}, live heap ${whole(growth.heap)}, ` +
    `outside the heap ${whole(growth.outside)}; ${flat ? 'flat' : `not flat (the heap ${most.heap}, outside ${most.outside} or more)`}`,
)
const { lost, unheard, doubled, disordered, misplaced, unrecorded, recordedTwice, failures } = report
const faults = lost + unheard + doubled + disordered + misplaced + unrecorded + recordedTwice + failures
process.exit(faults > 0 || (messages >= 20_000 && !flat) ? 1 : 0)
