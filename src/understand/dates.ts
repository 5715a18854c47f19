import type { PlainDate } from '../core/day.js'
import type { LocalTime } from '../core/org.js'
import type { Normalized } from './normalize.js'

export type DateKind =
  'day' | 'range' | 'week' | 'weekend' | 'month' | 'quarter' | 'half' | 'year' | 'festival' | 'period'

/** One stated date, resolved. Offsets are into the normalized text. */
export interface DateFind {
  readonly start: number
  readonly end: number
  /** Both included. */
  readonly from: PlainDate
  readonly to: PlainDate
  readonly kind: DateKind
  /** The year was written or fixed by 去年, 今年, 前天 …; an open date (10月8日, 周三) has none. */
  readonly explicitYear: boolean
  /** 明, 下, 后, 将来 said so in words. */
  readonly future: boolean
  /** The weekday written beside the date is another one than the date has: 10月19号星期日 on a Saturday. */
  readonly weekdayDisagrees?: { readonly stated: number; readonly actual: number }
}

/** Every date of the text, in order, never overlapping; `reference` is the message's own day and minute. */
export function scanDates(n: Normalized, reference: LocalTime): readonly DateFind[] {
  void n
  void reference
  return []
}
