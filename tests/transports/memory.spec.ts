import { expect, test } from 'vitest'
import { createMemory, hashOf, type Heard } from '../../src/transports/wechaty/memory.js'

const heard = (id: string, more: Partial<Heard> & { text?: string } = {}): Heard => ({
  id,
  lane: 'east',
  sender: 'wang',
  name: '王秀兰',
  at: 1_000_000,
  life: 1,
  ...more,
  hash: hashOf(more.text ?? '讲座60人'),
})

test.each<[string, Heard, Heard, string | undefined]>([
  ['the same words after a new login', heard('a'), heard('b', { life: 2 }), 'a'],
  ['… two minutes apart at most', heard('a'), heard('b', { life: 2, at: 1_130_000 }), undefined],
  ['in one login they are two messages', heard('a'), heard('b'), undefined],
  ['of somebody else', heard('a'), heard('b', { life: 2, sender: 'li' }), undefined],
  ['in another room', heard('a'), heard('b', { life: 2, lane: 'south' }), undefined],
  ['other words', heard('a'), heard('b', { life: 2, text: '讲座66人' }), undefined],
  ['from a process before', heard('a', { life: 0 }), heard('b'), 'a'],
])('repeated: %s', (_, before, now, expected) => {
  const memory = createMemory(before.life === 0 ? [before] : [])
  if (before.life > 0) memory.add(before)
  expect(memory.repeated(now)).toBe(expected)
  expect(memory.known(now.id)).toBe(expected)
})

test('each is repeated once: two equal reports stay two after a login', () => {
  const memory = createMemory()
  memory.add(heard('a'))
  memory.add(heard('b'))
  expect([memory.repeated(heard('c', { life: 2 })), memory.repeated(heard('d', { life: 2 }))]).toEqual([
    'a',
    'b',
  ])
  expect(memory.repeated(heard('e', { life: 2 }))).toBeUndefined()
})

test('a quote is of the one message with its words, or by the name where several have them', () => {
  const memory = createMemory()
  memory.add(heard('a'))
  expect(memory.quoted('east', '老王', '讲座60人')).toBe('a')
  memory.add(heard('b', { sender: 'li', name: '李建国' }))
  expect(memory.quoted('east', '李建国', '讲座60人')).toBe('b')
  expect(memory.quoted('east', '老王', '讲座60人')).toBeUndefined()
  expect(memory.quoted('south', '王秀兰', '讲座60人')).toBeUndefined()
})

test('a nameless recall means the sender’s only message of the last minutes', () => {
  const memory = createMemory()
  memory.add(heard('old', { at: 500_000 }))
  memory.add(heard('a'))
  memory.add(heard('other', { sender: 'li' }))
  expect(memory.recallable('east', 'wang', 1_060_000)).toBe('a')
  memory.add(heard('b', { at: 1_030_000 }))
  expect(memory.recallable('east', 'wang', 1_060_000)).toBeUndefined()
  expect(memory.recallable('east', 'he', 1_060_000)).toBeUndefined()
})

test('it forgets the oldest', () => {
  const memory = createMemory([], 100)
  for (let i = 0; i < 300; i++) memory.add(heard(`m${i}`))
  expect([memory.known('m10'), memory.known('m299')]).toEqual([undefined, 'm299'])
})
