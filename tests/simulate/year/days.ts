// Civil days as this simulator counts them; nothing of the house is used, so that its own errors would show.

export const addDays = (day: string, n: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10)
export const daysFrom = (a: string, b: string): number =>
  (Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / 86_400_000
export const monthOf = (day: string): string => day.slice(0, 7)
/** 2026-03-05 → 3月5日. */
export const monthDay = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
/** The wall clock of the association, which stands at +08:00. */
export const instantAt = (day: string, minute: number): Date =>
  new Date(Date.parse(`${day}T00:00:00+08:00`) + minute * 60_000)
export const wallOf = (at: Date): { readonly day: string; readonly minute: number } => {
  const shifted = new Date(at.getTime() + 8 * 3_600_000).toISOString()
  return {
    day: shifted.slice(0, 10),
    minute: Number(shifted.slice(11, 13)) * 60 + Number(shifted.slice(14, 16)),
  }
}
/** ISO with the association's offset, seconds kept. */
export const isoAt = (at: Date): string =>
  `${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`

export interface Days {
  readonly start: string
  readonly end: string
}
export const month = (ym: string): Days => ({ start: `${ym}-01`, end: addDays(nextMonth(ym), -1) })
const nextMonth = (ym: string): string => {
  const [y, m] = ym.split('-').map(Number) as [number, number]
  return m === 12 ? `${y + 1}-01-01` : `${y}-${String(m + 1).padStart(2, '0')}-01`
}
/** Months, quarters, halves and the year, with the words the office asks them by. */
export function periodsOf(year: number): readonly (Days & { readonly words: string })[] {
  const ym = (m: number): string => `${year}-${String(m).padStart(2, '0')}`
  const span = (from: number, to: number, words: string): Days & { words: string } => ({
    start: month(ym(from)).start,
    end: month(ym(to)).end,
    words,
  })
  return [
    ...Array.from({ length: 12 }, (_, i) => span(i + 1, i + 1, `${year}年${i + 1}月`)),
    ...['一', '二', '三', '四'].map((q, i) => span(i * 3 + 1, i * 3 + 3, `${year}年${q}季度`)),
    span(1, 6, `${year}年上半年`),
    span(7, 12, `${year}年下半年`),
    span(1, 12, `${year}年`),
  ]
}
