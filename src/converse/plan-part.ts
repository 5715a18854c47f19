// Whether what was announced for a part of the day can be told as over; pure.
import type { LocalTime } from '../core/org.js'
import type { PlanRow } from '../store.js'

/** From the minute on it is over. */
const parts: readonly { readonly words: RegExp; readonly over: number }[] = [
  { words: /早上?|清晨/, over: 9 * 60 },
  { words: /上午/, over: 11 * 60 },
  { words: /中午/, over: 13 * 60 },
  { words: /下午/, over: 16 * 60 },
  { words: /晚|傍晚/, over: 20 * 60 },
]
/** Where no part of the day is named. */
const unnamed = 16 * 60

/** People were there: 来了50个, 50人听课. */
const came = /来了|来的|到了|到场|实到|[坐站听看]了|来听|听[课讲]|听的?[吧呢啊呀]?$|参加|在座/

/** 今天来了50个 of a plan announced in `announced`: people came, its part of the day is over, and no other is named. */
export function mayBeOver(
  words: string,
  plan: Pick<PlanRow, 'day'>,
  announced: string,
  sent: LocalTime,
): boolean {
  if (!came.test(words)) return false
  const of = parts.filter((p) => p.words.test(announced))
  const named = parts.filter((p) => p.words.test(words))
  if (of.length > 0 && named.some((p) => !of.includes(p))) return false
  const meant = named.length > 0 ? named : of
  const over = meant.length > 0 ? Math.max(...meant.map((p) => p.over)) : unnamed
  return plan.day < sent.day || sent.minute >= over
}
