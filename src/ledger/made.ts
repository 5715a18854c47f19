// How a figure came about that does not stand in its words: 每场70人共4场 → 4×70, 上午50人下午60人 → 50+60; pure.
import type { Measure } from '../core/measure.js'
import type { Measures } from '../core/report.js'
import { normalize } from '../understand/text/normalize.js'
import { scanNumbers } from '../understand/numbers/numbers.js'
import { figureSaid } from '../understand/said.js'

/** What the words themselves say; null where they are the figure, or none. */
function wordsSay({ words, value }: Measure): number | null {
  if (words === '' || words.includes(String(value))) return null
  const said = figureSaid(words)?.measure.value
  return said === undefined || said === 0 || said === value ? null : said
}

/** 「4×70」 of as many at each of several sessions; null where it was told otherwise. */
export function eachTime({ attendance, sessions }: Pick<Measures, 'attendance' | 'sessions'>): string | null {
  if (!attendance || !sessions || sessions.value < 2 || sessions.qualifier !== 'exact') return null
  const each = wordsSay(attendance)
  return each !== null && each * sessions.value === attendance.value ? `${sessions.value}×${each}` : null
}

/** As many each time, however many sessions the record has now: what was multiplied stays what it was. */
export function eachTimeThen(attendance: Measure): string | null {
  const each = wordsSay(attendance)
  const times = each === null ? 0 : attendance.value / each
  return times > 1 && Number.isInteger(times) ? `${times}×${each}` : null
}

/** 「48+52+61」 from where the first stands in `text`; null where what follows does not make the figure. */
export function partsMaking(measure: Measure, text: string): string | null {
  if (!measure.span || wordsSay(measure) === null) return null
  const rest = normalize(text.slice(measure.span[0]))
  const parts: number[] = []
  let sum = 0
  for (const find of scanNumbers(rest)) {
    if (find.role !== 'quantity' || !people.test(rest.text.slice(find.end))) continue
    parts.push(find.value)
    sum += find.value
    if (sum === measure.value) return parts.length > 1 ? parts.join('+') : null
    if (sum > measure.value || parts.length >= mostParts) return null
  }
  return null
}
const people = /^\s?(?:多|来|余)?(?:人|名|位|个|号人)/
const mostParts = 12
