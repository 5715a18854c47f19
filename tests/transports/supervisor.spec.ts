import { expect, test } from 'vitest'
import type { TransportState } from '../../src/ports.js'
import { defaultLimits, supervise, type Life, type Signals } from '../../src/transports/wechaty/supervisor.js'
import { virtualTimers } from './virtual-timers.js'

/** Lives that do as told, on virtual time, with a back-off without jitter. */
function scene(behave: (signals: Signals, life: number) => Promise<void> | void, answersProbes = true) {
  const timers = virtualTimers()
  const states: TransportState[] = []
  const log: [string, Record<string, unknown>][] = []
  const discarded: [number, boolean][] = []
  const born: number[] = []
  const alive: Signals[] = []
  const start = timers.now()
  const supervisor = supervise({
    create: (number): Life => {
      born.push((timers.now() - start) / 1000)
      let signals: Signals | undefined
      return {
        start: async (given) => {
          signals = given
          alive.push(given)
          await behave(given, number)
        },
        probe: () => answersProbes && signals?.beat(),
        discard: async (final) => void discarded.push([number, final]),
      }
    },
    timers,
    random: () => 1,
    limits: defaultLimits,
    onState: (state) => states.push(state),
    log: (event, facts) => log.push([event, facts]),
  })
  const reasons = () => states.flatMap((state) => (state.state === 'offline' ? [state.reason] : []))
  return {
    timers,
    supervisor,
    states,
    log,
    discarded,
    born,
    alive,
    reasons,
    kinds: () => states.map((one) => one.state),
  }
}

test('a start that resolves and does nothing: no login within a minute, then a new instance', async () => {
  const { timers, born, reasons } = scene(() => {})
  await timers.pass(62_000)
  expect(reasons()).toEqual(['no login'])
  expect(born).toHaveLength(2)
})

test('a start that hangs is the same', async () => {
  const { timers, reasons, discarded } = scene(() => new Promise(() => {}))
  await timers.pass(61_500)
  expect(reasons()).toEqual(['no login'])
  expect(discarded).toEqual([[1, false]])
})

test('a start that fails is tried again after 1, 2, 4 … 60 seconds', async () => {
  const { timers, born } = scene(() => Promise.reject(new Error('no')))
  await timers.pass(200_000)
  expect(born).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183])
})

test('each instance is used once and discarded before the next', async () => {
  const { timers, discarded, born } = scene((signals) => signals.over('logged out'))
  await timers.pass(3_500)
  expect(born).toEqual([0, 1, 3])
  expect(discarded).toEqual([1, 2, 3].map((life) => [life, false]))
})

test('online for a minute, the next failure starts the back-off afresh; flapping does not', async () => {
  const { timers, born, alive } = scene((signals) => signals.login('小科'))
  for (const seconds of [1, 1, 120]) {
    await timers.pass(seconds * 1000)
    alive.at(-1)?.over('kicked')
    await timers.pass(5_000)
  }
  const gaps = born.slice(1).map((at, i) => at - (born[i] ?? 0))
  expect(gaps.map((gap) => Math.round(gap))).toEqual([2, 7, 124])
})

test('silence is probed at half time; an answer keeps it alive, none ends it', async () => {
  const answering = scene((signals) => signals.login('小科'))
  await answering.timers.pass(600_000)
  expect(answering.kinds()).toEqual(['starting', 'online'])
  const mute = scene((signals) => signals.login('小科'), false)
  await mute.timers.pass(120_000)
  expect(mute.reasons()[0]).toMatch(/^silent for/)
})

test.each([20, 100, 36_000])(
  'we stand still for %i s: it is asked first, its signs of life are not read yet',
  async (s) => {
    const { timers, born, reasons } = scene((signals) => signals.login('小科'))
    await timers.pass(50_000)
    timers.standStill(s * 1000)
    await timers.pass(60_000)
    expect(reasons()).toEqual([])
    expect(born).toHaveLength(1)
  },
)

test('nor is a standstill forgiven twice: who does not answer then is replaced within its half', async () => {
  const { timers, reasons } = scene((signals) => signals.login('小科'), false)
  await timers.pass(60_000)
  timers.standStill(100_000)
  await timers.pass(61_000)
  expect(reasons()).toEqual([expect.stringMatching(/^silent for \d+ s$/)])
})

test('a waiting code is no failure; one nobody scans in ten minutes is replaced', async () => {
  const { timers, kinds, reasons } = scene((signals) => signals.scan('https://example/1'))
  await timers.pass(9 * 60_000)
  expect(kinds()).toEqual(['starting', 'needs-scan'])
  await timers.pass(2 * 60_000)
  expect(reasons()).toEqual(['code not scanned'])
})

test('fifty errors in five seconds end it; they are one line in the log and a count', async () => {
  const { timers, log, reasons } = scene((signals) => {
    signals.login('小科')
    for (let i = 0; i < 1268; i++) signals.fault('getaddrinfo ENOTFOUND')
  })
  await timers.pass(500)
  expect(reasons()).toEqual(['error storm'])
  expect(log.filter(([event]) => event === 'fault')).toEqual([
    ['fault', { life: 1, reason: 'getaddrinfo ENOTFOUND' }],
    ['fault', { life: 1, reason: 'getaddrinfo ENOTFOUND', more: 50 }],
  ])
})

test('errors now and then are only logged', async () => {
  const { timers, alive, kinds, log } = scene((signals) => signals.login('小科'))
  for (let i = 0; i < 100; i++) {
    await timers.pass(1000)
    alive[0]?.fault('no payload found for id r1@chatroom')
  }
  expect(kinds()).toEqual(['starting', 'online'])
  expect(log.length).toBeLessThan(5)
})

test('offline since keeps the first moment over many tries', async () => {
  const { timers, states } = scene((signals) => signals.over('no network'))
  await timers.pass(60_000)
  const since = new Set(states.flatMap((state) => (state.state === 'offline' ? [state.since.getTime()] : [])))
  expect(since.size).toBe(1)
})

test('a hundred deaths: a hundred and one instances, one at a time', async () => {
  const { timers, born, alive, discarded } = scene((signals) => signals.login('小科'))
  for (let i = 0; i < 100; i++) {
    await timers.pass(1_000)
    alive.at(-1)?.over('killed')
    await timers.pass(61_000)
  }
  expect(born).toHaveLength(101)
  expect(discarded).toHaveLength(100)
})

test('stopping discards for good, also while waiting, and builds nothing more', async () => {
  const online = scene((signals) => signals.login('小科'))
  await online.timers.pass(10)
  await online.supervisor.stop()
  expect(online.discarded).toEqual([[1, true]])
  expect(online.supervisor.state()).toMatchObject({ state: 'offline', reason: 'stopped' })
  const waiting = scene((signals) => signals.over('no network'))
  await waiting.timers.pass(10)
  await waiting.supervisor.stop()
  await waiting.timers.pass(100_000)
  expect(waiting.born).toHaveLength(1)
})

test('what a dead instance still says is not heard', async () => {
  const { timers, alive, kinds } = scene((signals, life) =>
    life === 1 ? signals.over('dead') : signals.login('小科'),
  )
  await timers.pass(2_000)
  alive[0]?.scan('https://example/late')
  alive[0]?.login('late')
  alive[0]?.over('late')
  await timers.pass(2_000)
  expect(kinds()).toEqual(['starting', 'offline', 'online'])
})
