import { isActive, isPrimary, type Draft } from '../structure/draft.js'
import type { DateMention } from '../dates/mentions.js'

export interface Lessons {
  readonly first: DateMention
  readonly last: DateMention
  readonly n: number
}

/** 六号在甲校讲《…》，七号在乙校讲同样的题目，两校合起来900人: the same deed on each of a few days, and their people counted together. */
export function lessonsOnDays(d: Draft): Lessons | null {
  const days = d.dates.filter((m) => !m.token.aside)
  const [first] = days
  const last = days.at(-1)
  const [kind] = d.kinds
  if (!first || !last || !kind || days.length < 2 || days.length > most) return null
  if (days.some((m) => m.token.date.kind !== 'day' || m.token.date.from !== m.token.date.to)) return null
  if (days.some((m, i) => i > 0 && m.token.date.from <= days[i - 1]!.token.date.from)) return null
  const told = days.every((m, i) =>
    d.kinds.some(
      (k) =>
        isActive(k) &&
        k.kind === kind.kind &&
        k.start >= m.token.end &&
        k.start < (days[i + 1]?.token.start ?? m.token.end + farthest),
    ),
  )
  const counted = d.figures.filter(isPrimary)
  const sessions = counted.filter((f) => f.counts === 'sessions' && !f.each)
  const together =
    counted.some((f) => f.counts === 'people' && f.total) ||
    sessions.some((f) => f.measure.value === days.length)
  if (!told || !together || counted.some((f) => f.start < last.token.end)) return null
  if (sessions.some((f) => f.measure.value !== days.length)) return null
  return { first, last, n: days.length }
}
const most = 4
const farthest = 24
