import type { Period } from '../../core/day.js'
import type { Doubt, Report } from '../../core/report.js'
import type { Scan } from '../scan.js'

/** Sessions of a head that may be told again one by one. */
const most = 6

/**
 * What is told by its number first and then one by one is there once: of 上了两节课，一节讲养生28人，一节讲手机31人 the two that were told
 * with their people; 10号和12号各讲了一场，10号36人，12号41人 is two of one.
 */
export function countedOnce(
  s: Scan,
  told: readonly Report[],
  said: readonly Doubt[],
): { readonly reports: Report[]; readonly doubts: Doubt[] } {
  const kept = told.map((head, i) => {
    const n = head.sessions?.value ?? 0
    if (n < 2 || n > most) return head
    const rest = told.slice(i + 1, i + 1 + n)
    const parts = rest.slice(0, run(head, rest))
    if (isAnnounced(head, parts, n)) return null
    return parts.length === n - 1 && ofEachDay(s, head, parts)
      ? { ...head, sessions: { ...head.sessions!, value: 1 } }
      : head
  })
  const reports: Report[] = []
  const at = kept.map((r) => (r === null ? -1 : reports.push(r) - 1))
  return {
    reports,
    doubts: said.flatMap((d) => (at[d.report] === -1 ? [] : [{ ...d, report: at[d.report] ?? d.report }])),
  }
}

/** How many of those behind a head may be told of already: of its kind and unit, one session each with its people. */
function run(head: Report, rest: readonly Report[]): number {
  const end = rest.findIndex(
    (r) =>
      r.kind !== head.kind ||
      r.branch !== head.branch ||
      r.sessions?.value !== 1 ||
      r.attendance === undefined,
  )
  return end < 0 ? rest.length : end
}

/** 两节课，一节28人，一节31人: as many as were announced, of its days, and the announcement has no figure but their number. */
const isAnnounced = (head: Report, parts: readonly Report[], n: number): boolean =>
  parts.length === n &&
  (head.attendance ?? head.materials ?? head.count ?? head.adopted) === undefined &&
  parts.every((p) => within(p.date, head.date))

const within = (part: Period | null, whole: Period | null): boolean =>
  whole === null ? part === null : part !== null && part.start >= whole.start && part.end <= whole.end

/** 10号和12号各讲了一场，10号36人，12号41人: a day of its own each, and 各 in front of the number. */
function ofEachDay(s: Scan, head: Report, parts: readonly Report[]): boolean {
  const at = head.evidence.sessions?.[0]
  if (at === undefined || head.attendance === undefined) return false
  const days = [head, ...parts].map((r) => (r.date?.start === r.date?.end ? r.date?.start : undefined))
  return (
    days.every((d) => d !== undefined) &&
    new Set(days).size === days.length &&
    /各[^,，。;]{0,4}$/.test(s.n.typed.slice(Math.max(0, at - 6), at))
  )
}
