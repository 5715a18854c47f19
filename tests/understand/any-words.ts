import { expect } from 'vitest'
import { understand } from '../../src/understand/index.js'
import { city, sunday } from './city-rows.js'

/** What a telling of these tables must be read as; `branch` null where nobody is named, figures left out where none is told. */
export interface Told {
  readonly kind: string
  readonly branch: string | null
  readonly from: string
  readonly to: string
  readonly sessions?: number | undefined
  readonly attendance?: number | undefined
  readonly materials?: number | undefined
  readonly count?: number | undefined
  readonly adopted?: number | undefined
}

/** Draws that are the same everywhere for a seed. */
export function draws(seed: number) {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const upTo = (n: number): number => Math.floor(next() * n)
  return {
    upTo,
    one: <T>(list: readonly T[]): T => list[upTo(list.length)]!,
    /** The list in another order, the first `n` of it. */
    some: <T>(list: readonly T[], n = list.length): T[] => {
      const out = [...list]
      for (let i = out.length - 1; i > 0; i--) {
        const j = upTo(i + 1)
        ;[out[i], out[j]] = [out[j]!, out[i]!]
      }
      return out.slice(0, n)
    },
  }
}
export type Draws = ReturnType<typeof draws>

/** Who tells it, and the branch that is named. */
export const tellers: readonly (readonly [name: string, branch: string | null])[] = [
  ['', null],
  ['我们', null],
  ['我们分会', null],
  ['望江', '望江区老科协'],
  ['沙湾县老科协', '沙湾县老科协'],
  ['医药分会', '医药分会'],
  ['我们农林分会', '农林分会'],
]

/** Days and periods seen from Sunday 22 November 2026, both ends in them. */
export const days: readonly (readonly [said: string, day: string])[] = [
  ['昨天', '2026-11-21'],
  ['今天', '2026-11-22'],
  ['前天', '2026-11-20'],
  ['上周三', '2026-11-11'],
  ['周五', '2026-11-20'],
  ['11月3日', '2026-11-03'],
  ['9号', '2026-11-09'],
  ['昨天下午', '2026-11-21'],
  ['上周五上午', '2026-11-13'],
  ['昨晚', '2026-11-21'],
  ['十月二十号', '2026-10-20'],
  ['10.28', '2026-10-28'],
]
export const periods: readonly (readonly [said: string, from: string, to: string])[] = [
  ['上周', '2026-11-09', '2026-11-15'],
  ['10月份', '2026-10-01', '2026-10-31'],
  ['上个月', '2026-10-01', '2026-10-31'],
  ['这个月', '2026-11-01', '2026-11-30'],
  ['三季度', '2026-07-01', '2026-09-30'],
  ['上半年', '2026-01-01', '2026-06-30'],
  ['今年', '2026-01-01', '2026-11-22'],
  ['去年', '2025-01-01', '2025-12-31'],
]
export const places: readonly string[] = [
  '三中', '实验小学', '幸福社区', '大湾村', '敬老院', '文化广场', '老年大学', '党校', '人民公园', '机械厂', '河西村', '和平路社区',
] // prettier-ignore
export const subjects: readonly string[] = [
  '高血压防治', '怎样防诈骗', '航天知识', '垃圾分类', '用药安全', '防溺水', '家庭教育', '中医养生', '急救知识', '节约用水',
] // prettier-ignore
export const people: readonly string[] = ['学生', '居民', '村民', '老人', '职工', '家长', '群众', '退休职工']

const words = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']
/** 3 → 三, 15 → 十五, 107 → 一百零七; below a thousand. */
export function inWords(n: number): string {
  if (n < 10) return words[n]!
  if (n < 20) return `十${words[n % 10]!}`
  if (n < 100) return `${words[Math.floor(n / 10)]!}十${words[n % 10]!}`
  const rest = n % 100
  const tail =
    rest === 0
      ? ''
      : rest < 10
        ? `零${words[rest]!}`
        : `${words[Math.floor(rest / 10)]!}十${words[rest % 10]!}`
  return `${words[Math.floor(n / 100)]!}百${tail}`
}
/** Before a measure: 两场. */
export const measured = (n: number): string => (n === 2 ? '两' : inWords(n))

const line = (r: Told): string =>
  [r.kind, r.branch ?? '', `${r.from}~${r.to}`]
    .concat(
      [r.sessions, r.attendance, r.materials, r.count, r.adopted].map((n) =>
        n === undefined ? '' : String(n),
      ),
    )
    .join(' ')

/** Reads a text as sent on that Sunday morning and compares every figure of every report, in any order. */
export function expectRead(text: string, told: readonly Told[]): void {
  const read = understand(text, { units: city, sentAt: sunday }).reports.map((r) =>
    line({
      kind: r.kind,
      branch: r.branch,
      from: r.date?.start ?? '',
      to: r.date?.end ?? '',
      sessions: r.sessions?.value,
      attendance: r.attendance?.value,
      materials: r.materials?.value,
      count: r.count?.value,
      adopted: r.adopted?.value,
    }),
  )
  expect(read.sort(), text).toEqual(told.map(line).sort())
}

/** How many of each are drawn; `DRAWS=20000` for the night. */
export const howMany = Number(process.env['DRAWS'] ?? 400)
/** Another seed looks at other tellings: `SEED=7`. */
export const seed = Number(process.env['SEED'] ?? 20261122)
