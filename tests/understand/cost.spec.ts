import { expect, it } from 'vitest'
import { gazetteer, understand } from '../../src/understand/index.js'
import { association } from './general-support.js'

const context = { units: gazetteer(association), sentAt: { day: '2025-06-18', minute: 20 * 60 } }

/** What a reading looks at: calls on texts and lists, each weighed by what it walks over. No clock is asked. */
function work(text: string): number {
  let looks = 0
  const undo: (() => void)[] = []
  const count = (
    proto: object,
    names: readonly string[],
    weigh: (self: unknown, result: unknown) => number,
  ) => {
    for (const name of names) {
      const own = Object.getOwnPropertyDescriptor(proto, name)!
      const call = own.value as (...args: unknown[]) => unknown
      Object.defineProperty(proto, name, {
        ...own,
        value(this: unknown, ...args: unknown[]) {
          const result = Reflect.apply(call, this, args)
          looks += weigh(this, result)
          return result
        },
      })
      undo.push(() => void Object.defineProperty(proto, name, own))
    }
  }
  const walked = (list: unknown): number => 1 + (list as { readonly length: number }).length
  count(String.prototype, ['charCodeAt', 'startsWith', 'endsWith'], () => 1)
  for (const proto of [String.prototype, Array.prototype])
    count(proto, ['slice'], (_, found) => walked(found))
  count(Array.prototype, ['some', 'filter', 'find', 'findLast', 'map', 'flatMap'], walked)
  count(RegExp.prototype, ['test', 'exec'], () => 1)
  try {
    understand(text, context)
  } finally {
    for (const back of undo) back()
  }
  return looks
}

const hostile = [
  '万',
  ' ',
  '1',
  '(',
  '“',
  '/',
  '河西、',
  '讲座3场',
  '讲座3场，',
  '6月1日讲座3场100人；',
  '河西区老科协讲座3场，',
  '100人、',
  '义诊、',
  '1. ',
  '①',
  '单位：河西区老科协\n',
  '6月1日河西区老科协讲座60人。6月2日平川县老科协义诊40人。',
  '讲题：《火》 单位：河西区老科协 6月1日\n',
  '讲座|3|5\n',
  '由王小明主讲',
  '在某某小学',
  '《题》',
  '其中',
  '分别',
  '不是',
  '更正',
]

it.each(hostile)('twice as much of %j costs about twice as much', (piece) => {
  const text = (length: number): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
  const once = work(text(8000))
  const twice = work(text(16_000))
  expect(twice / once).toBeLessThan(2.5)
})
