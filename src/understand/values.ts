import type { PlainDate } from '../core/day.js'
import type { Span } from '../core/span.js'
import { scanDates } from './dates/dates.js'
import { normalize } from './text/normalize.js'
import { scanNumbers } from './numbers/numbers.js'

export interface Values {
  readonly numbers: readonly {
    readonly value: number
    readonly low: number
    readonly high: number
    readonly approx: boolean
    readonly span: Span
  }[]
  readonly dates: readonly { readonly start: PlainDate; readonly end: PlainDate; readonly span: Span }[]
}

/**
 * The numbers and dates of a text alone, as `xiaoke values` prints them; spans point into the text as typed. Ordinals
 * (第3期, list marks) and times of day are no numbers here.
 */
export function values(
  text: string,
  reference: { readonly day: PlainDate; readonly minute: number },
): Values {
  const n = normalize(text)
  return {
    numbers: scanNumbers(n)
      .filter((find) => find.role !== 'ordinal' && find.role !== 'clock')
      .map(({ value, low, high, approx, start, end }) => ({
        value,
        low,
        high,
        approx,
        span: n.span(start, end),
      })),
    dates: scanDates(n, reference).map(({ from, to, start, end }) => ({
      start: from,
      end: to,
      span: n.span(start, end),
    })),
  }
}
