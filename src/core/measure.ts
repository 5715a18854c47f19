import type { Span } from './span.js'

/**
 * How a figure was qualified by its words. `exact` is a bare figure (also 达, 共, 计); a `range` is stored by its
 * lower end with `high` beside it. Sums use `value`; every qualifier but `exact` makes the entry a 约数.
 */
export type Qualifier = 'exact' | 'about' | 'near' | 'over' | 'several' | 'range'

/** One stated figure: never an estimate, always the words it was read from. `300多` → 300, over, 「300多」. */
export interface Measure {
  readonly value: number
  /** Upper end, only of a range: 两三百 → value 200, high 300. */
  readonly high?: number
  readonly qualifier: Qualifier
  /** The figure as written, without its unit: 「300多」「近两百」「一百二三十」; '' for the one session of an event told without a number. */
  readonly words: string
  /** Where the figure stands. Absent only when it was entered by an office command or a bare-number answer. */
  readonly span?: Span
}

export const isApproximate = (m: Measure | null | undefined): boolean => !!m && m.qualifier !== 'exact'
