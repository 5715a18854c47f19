import { expect, test } from 'vitest'
import { within } from '../../src/transports/wechaty/timers.js'
import { virtualTimers } from './virtual-timers.js'

function scene() {
  const timers = virtualTimers()
  let answer = (): void => {}
  const work = new Promise<string>((resolve) => (answer = () => resolve('answer')))
  const got: string[] = []
  void within(timers, 8_000, work, () => 'too late').then((outcome) => got.push(outcome))
  return { timers, answer: () => answer(), got }
}

test('what takes longer than its time is too late', async () => {
  const { timers, answer, got } = scene()
  await timers.pass(8_010)
  answer()
  await timers.pass(10)
  expect(got).toEqual(['too late'])
})

test.each([1_000, 20_000, 3600_000])(
  'an answer that came while the program stood still for %i ms is in time',
  async (ms) => {
    const { timers, answer, got } = scene()
    await timers.pass(7_500)
    timers.standStill(ms)
    await timers.pass(0)
    // The timers run before what has arrived is read.
    answer()
    await timers.pass(10)
    expect(got).toEqual(['answer'])
  },
)

test('standing still is no answer: the time goes on after it', async () => {
  const { timers, got } = scene()
  timers.standStill(20_000)
  await timers.pass(7_900)
  expect(got).toEqual([])
  await timers.pass(200)
  expect(got).toEqual(['too late'])
})
