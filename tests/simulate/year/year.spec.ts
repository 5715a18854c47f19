import { test } from 'vitest'
import { liveYear } from './year.js'

// `XIAOKE_SEEDS=100 npm run simulate` lives a hundred whole years; without it a few short ones.
const seeds = Number(process.env['XIAOKE_SEEDS'] ?? 3)
const first = Number(process.env['XIAOKE_SEED'] ?? 1)
const whole = process.env['XIAOKE_SEEDS'] !== undefined
const size = {
  days: Number(process.env['XIAOKE_DAYS'] ?? (whole ? 365 : 45)),
  messages: whole ? 40 : 12,
  reports: whole ? 5 : 35,
}

// most of a year is waiting for the database: several are lived side by side
test.concurrent.for(Array.from({ length: seeds }, (_, i) => first + i))(
  'a year drawn from seed %i: every total is what happened',
  { timeout: 3_600_000 },
  async (seed, { expect }) => {
    const { problems, done, checked } = await liveYear(seed, { ...size, onDisk: (seed - first) % 10 === 0 })
    const deeds = [...done].sort(([a], [b]) => (a < b ? -1 : 1)).map(([what, n]) => `${what} ${n}`)
    if (whole || problems.length > 0) console.log(`seed ${seed}: ${checked} totals; ${deeds.join(', ')}`)
    expect(problems.slice(0, 20), `seed ${seed}`).toEqual([])
    expect(checked).toBeGreaterThan(2000)
  },
)
