import type { Said } from '../src/command.js'
import type { Period } from '../src/core/day.js'
import type { Kind } from '../src/core/kinds.js'
import type { Asked } from '../src/ledger/query.js'

/** A time told by what was shown last: the months before or after it, several shown months together. */
export type Relative =
  | { readonly is: 'before' | 'after'; readonly months: number }
  /** null: all that were shown. */
  | { readonly is: 'together'; readonly months: number | null }
  /** 两家加起来: the units shown one by one; null: all of them. */
  | { readonly is: 'units'; readonly count: number | null }
  /** 全年: the year of what was shown. */
  | { readonly is: 'year' }
  /** 跟城东比: the unit named and the one shown last, side by side. */
  | { readonly is: 'against' }
  /** 再加上十一月: the time named and the one shown last. */
  | { readonly is: 'plus' }

export interface TotalArgs {
  /** null: the asker's own branch (我们区) or, from the office, the whole. */
  readonly unit: string | null
  readonly kinds: readonly Kind[] | null
  readonly indicator: string | null
  /** 全县, asked in a city's association: the asker's own county is meant, or one is asked for. */
  readonly level?: string
  /** null: this year. */
  readonly period: Period | null
  /** More units asked for in the same breath: 城东和城西各多少. */
  readonly also?: readonly string[]
  /** Those units together as well: 加起来多少. */
  readonly together?: true
  /** The unit left out of the whole, or whose part of it is asked for: 除了城西, 城西占百分之几. */
  readonly beside?: string
  /** Each branch by itself: 各分会. */
  readonly parted?: true
  /** Several periods, each by itself and together: 3月和4月. */
  readonly apart?: readonly Period[]
  /** Held against the same time a year before: 比去年同期. */
  readonly before?: Period
  /** 比上月: what is held against it was not said. */
  readonly implied?: true
  /** 区 in 我们区: the asker's own unit of that level; empty for 我们. */
  readonly ours?: string
  /** 那培训呢: what is not said is as in the question before. */
  readonly follows?: true
  /** 前两个月: told by what was shown last. */
  readonly relative?: Relative
  /** 念一下: only behind a total. */
  readonly again?: true
}

export const nothingSaid = { unit: null, kinds: null, indicator: null, period: null } as const

export const argsOf = (asked: Asked, { house }: Said): TotalArgs => ({
  unit: asked.units[0] ?? (asked.whole ? house.tree.root : null),
  ...(asked.level !== null && asked.units.length === 0 ? { level: asked.level } : {}),
  ...(asked.ours !== null && asked.units.length === 0 ? { ours: asked.ours } : {}),
  kinds: asked.kinds.length > 0 ? asked.kinds : null,
  indicator: asked.indicator,
  period: asked.period,
  ...(asked.before ? { before: asked.before } : {}),
  ...(asked.implied ? { implied: asked.implied } : {}),
  ...(asked.apart.length > 0 ? { apart: asked.apart } : {}),
})
