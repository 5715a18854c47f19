import type { Qualifier } from '../core/measure.js'
import type { Normalized } from './normalize.js'

/** What a number is there for. Only a `quantity` can be a figure; the others say why not. */
export type NumberRole = 'quantity' | 'ordinal' | 'date' | 'clock' | 'code' | 'percent'

/** One number of the text. Offsets are into the normalized text; `n.span(start, end)` leads back to the words as typed. */
export interface NumberFind {
  readonly start: number
  /** Behind the number and what qualifies it (300多, 近两百, 一百五十左右), before the unit. 三百人左右 ends before 人. */
  readonly end: number
  /** The stated base: 300多 → 300; of a range its lower end. */
  readonly value: number
  readonly low: number
  readonly high: number
  readonly qualifier: Qualifier
  /** As typed, without the unit: 「300多」「近两百」. */
  readonly words: string
  readonly approx: boolean
  readonly role: NumberRole
  /** The classifier or unit right behind (人次, 场, 份, 元, 公里…); '' where none is recognised. */
  readonly unit: string
  /** Behind the unit; equals `end` without one. */
  readonly unitEnd: number
}

/** Every number of the text, in order, never overlapping. */
export function scanNumbers(n: Normalized): readonly NumberFind[] {
  void n
  return []
}
