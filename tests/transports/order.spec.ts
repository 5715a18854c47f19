import { EventEmitter, once } from 'node:events'
import { expect, test } from 'vitest'
import { createSequencer } from '../../src/transports/wechaty/order.js'
import { virtualTimers } from './virtual-timers.js'

function scene(windowMs = 1000) {
  const timers = virtualTimers()
  const sequence = createSequencer(timers, windowMs)
  const done: string[] = []
  const item = (name: string, at: number, lane = 'a') => ({ lane, at, run: async () => void done.push(name) })
  return { timers, sequence, done, item }
}

test('within the window the one sent first goes first; after it, it is too late', async () => {
  const { timers, sequence, done, item } = scene()
  const [one, two] = [sequence.arrive(), sequence.arrive()]
  sequence.place(one, item('sent second', 2000))
  sequence.place(two, item('sent first', 1000))
  await timers.pass(1010)
  expect(done).toEqual(['sent first', 'sent second'])
  sequence.place(sequence.arrive(), item('sent long ago', 500))
  await timers.pass(1010)
  expect(done.at(-1)).toBe('sent long ago')
})

test('sent in one second: as they arrived, though fetched the other way round', async () => {
  const { timers, sequence, done, item } = scene()
  const [one, two] = [sequence.arrive(), sequence.arrive()]
  sequence.place(two, item('two', 1000))
  await timers.pass(5000)
  expect(done).toEqual([])
  sequence.place(one, item('one', 1000))
  await timers.pass(1010)
  expect(done).toEqual(['one', 'two'])
})

test('what is never fetched holds the rest up for ten seconds of fetching; nothing at all at once', async () => {
  const { timers, sequence, done, item } = scene()
  sequence.arrive()
  const nothing = sequence.arrive()
  sequence.place(sequence.arrive(), item('0', 1000))
  sequence.drop(nothing)
  for (let second = 1; second <= 9; second++) {
    await timers.pass(1000)
    sequence.place(sequence.arrive(), item(String(second), 1000 + second))
  }
  expect(done).toEqual([])
  await timers.pass(3000)
  expect(done).toHaveLength(10)
})

test('while nothing at all is fetched, what is fetched late is waited for', async () => {
  const { timers, sequence, done, item } = scene()
  const slow = sequence.arrive()
  sequence.place(sequence.arrive(), item('sent second', 2000))
  await timers.pass(20_000)
  expect(done).toEqual([])
  sequence.place(slow, item('sent first', 1000))
  await timers.pass(1010)
  expect(done).toEqual(['sent first', 'sent second'])
})

test('nor is it given up when the first answer after a silence is another', async () => {
  const { timers, sequence, done, item } = scene()
  const slow = sequence.arrive()
  sequence.place(sequence.arrive(), item('sent second', 2000))
  await timers.pass(20_000)
  sequence.place(sequence.arrive(), item('sent third', 3000))
  await timers.pass(500)
  sequence.place(slow, item('sent first', 1000))
  await timers.pass(1010)
  expect(done).toEqual(['sent first', 'sent second', 'sent third'])
})

test.each([100, 5_000, 60_000])(
  'the program stands still for %i ms: what arrived meanwhile is read first',
  async (ms) => {
    const { timers, sequence, done, item } = scene()
    sequence.place(sequence.arrive(), item('sent second', 2000))
    await timers.pass(990)
    timers.standStill(ms)
    await timers.pass(0)
    // Announced while nothing ran, read after the timers.
    const read = sequence.arrive()
    await timers.pass(20)
    sequence.place(read, item('sent first', 1000))
    await timers.pass(2010)
    expect(done).toEqual(['sent first', 'sent second'])
  },
)

test('a program that is always held up hands on all the same', async () => {
  const { timers, sequence, done, item } = scene()
  sequence.place(sequence.arrive(), item('at last', 1000))
  for (let i = 0; i < 10; i++) {
    timers.standStill(2_000)
    await timers.pass(1)
  }
  expect(done).toEqual(['at last'])
})

test('a room waits for its own, not for another', async () => {
  const { timers, sequence, done, item } = scene(0)
  const gate = new EventEmitter()
  const slow = once(gate, 'open')
  sequence.place(sequence.arrive(), { lane: 'a', at: 1, run: () => slow.then(() => void done.push('slow')) })
  sequence.place(sequence.arrive(), item('behind', 2))
  sequence.place(sequence.arrive(), item('elsewhere', 3, 'b'))
  await timers.pass(100)
  expect(done).toEqual(['elsewhere'])
  gate.emit('open')
  await timers.pass(1)
  expect(done).toEqual(['elsewhere', 'slow', 'behind'])
})

test('one that fails does not stop its lane; draining does what is held', async () => {
  const { sequence, done, item } = scene()
  sequence.place(sequence.arrive(), { lane: 'a', at: 1, run: () => Promise.reject(new Error('no')) })
  sequence.place(sequence.arrive(), item('next', 2))
  await sequence.drain()
  expect(done).toEqual(['next'])
})

test('two thousand in any order come out in order', async () => {
  const { timers, sequence, done, item } = scene()
  const tickets = Array.from({ length: 2000 }, () => sequence.arrive())
  for (const i of tickets.keys()) {
    const at = (i * 7919) % 2000
    sequence.place(tickets[at] ?? 0, item(String(at), at))
  }
  await timers.pass(2000)
  expect(done).toEqual(Array.from({ length: 2000 }, (_, i) => String(i)))
})

test('what arrived within the window and is slow to fetch is waited for: it may have been sent before', async () => {
  const { timers, sequence, done, item } = scene()
  sequence.place(sequence.arrive(), item('sent second', 2000))
  await timers.pass(500)
  const slow = sequence.arrive()
  await timers.pass(3000)
  expect(done).toEqual([])
  sequence.place(slow, item('sent first', 1000))
  await timers.pass(1010)
  expect(done).toEqual(['sent first', 'sent second'])
})
