import { parts, type PlainDate } from '../core/day.js'

const digits = '一二三四五六七八九十'
const named = (m: number): string => (m <= 10 ? digits[m - 1]! : `十${digits[m - 11]!}`)

/** A month as it is said: 2026-10 → 十月; 2025年十二月 where the year is not the one of `today`. */
export function monthText(month: string, today: PlainDate): string {
  const year = Number(month.slice(0, 4))
  return `${year === parts(today)[0] ? '' : `${year}年`}${named(Number(month.slice(5)))}月`
}
