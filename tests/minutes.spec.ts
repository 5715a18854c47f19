import { expect, test } from 'vitest'
import { noLog } from '../src/log.js'
import { everyMinute } from '../src/minutes.js'

/** Seconds, minutes and hours of a wall clock, some seconds from now. */
const wall = (timeZone: string, inSeconds: number): readonly number[] =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', second: '2-digit' })
    .format(new Date(Date.now() + inSeconds * 1000))
    .split(':')
    .map(Number)
    .toReversed()

// The scheduler keeps its own time: only the real clock shows whether it goes by the zone. Kathmandu is 45 minutes off.
test.each([['Asia/Kathmandu'], ['Asia/Shanghai'], ['America/St_Johns']])(
  'the minute of %s comes, that of another zone does not',
  async (zone) => {
    const heard: string[] = []
    const [s, m, h] = wall(zone, 2)
    const ends = [zone, 'Pacific/Chatham'].map((z) =>
      everyMinute(z, () => void heard.push(z), noLog, `${s} ${m} ${h} * * *`),
    )
    try {
      await expect.poll(() => heard, { timeout: 6000, interval: 50 }).toEqual([zone])
    } finally {
      for (const end of ends) end()
    }
  },
)

test('ended, it is heard no more', async () => {
  const heard: number[] = []
  const end = everyMinute('Asia/Shanghai', () => void heard.push(1), noLog, '* * * * * *')
  await expect.poll(() => heard.length, { timeout: 4000, interval: 20 }).toBeGreaterThan(0)
  end()
  const count = heard.length
  await new Promise((done) => setTimeout(done, 1200))
  expect(heard).toHaveLength(count)
})
