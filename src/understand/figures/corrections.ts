import { retold } from './lists.js'
import type { Figure } from './figures.js'
import { firstBehind } from '../text/ordered.js'
import { pattern } from '../text/pattern.js'
import type { Scan } from '../scan.js'
import { has, type DateToken } from '../tokens.js'

interface Wrong {
  readonly figures: ReadonlySet<Figure>
  readonly dates: ReadonlySet<DateToken>
}

/** How far behind 更正 the right figure stands, and behind 不是12人 the 120人. */
const reach = 24
const near = 8

/**
 * 人数300，不对，是350人; 更正：时间应为5月11日; 不是12人是120人: behind a word of correction, a figure or date takes the place
 * of the last one of its sort. Gives what no longer holds.
 */
export function corrected(s: Pick<Scan, 'text' | 'tokens' | 'figures'>): Wrong {
  const figures = new Set<Figure>()
  const dates = new Set<DateToken>()
  const days = s.tokens.filter((t): t is DateToken => t.type === 'date')
  for (const fix of s.tokens) {
    if (!has(fix, 'fix')) continue
    const next = s.figures[firstBehind(s.figures, fix.end)]
    const told = next && next.start >= fix.end && next.start <= fix.end + reach ? next : undefined
    if (told) dropLast(s.figures, fix.start, told, figures)
    // “4期218人”应为“5期281人”
    const second = told && s.figures[s.figures.indexOf(told) + 1]
    if (second && second.start - told.end <= 1 && second.counts !== told.counts)
      dropLast(s.figures, fix.start, second, figures)
    const day = days[firstBehind(days, fix.end)]
    // 更正：人数应为96人，日期是5月26日
    const asDay =
      day && /(日期|时间)(应该|应)?[是为]$/.test(s.text.slice(Math.max(0, day.start - 5), day.start))
    if (day && day.start <= fix.end + reach && (!told || day.start < told.start || asDay))
      for (let k = firstBehind(days, fix.start) - 1; k >= 0 && !dates.has(days[k]!); k--)
        if (days[k]!.date.kind !== 'year') dates.add(days[k]!)
  }
  denied(s, days, figures, dates)
  return { figures, dates }
}

/** The last figure of the sort in front that still holds. */
function dropLast(all: readonly Figure[], before: number, told: Figure, wrong: Set<Figure>): void {
  for (let k = firstBehind(all, before) - 1, looked = 0; k >= 0 && looked < 12; k--, looked++) {
    const f = all[k]!
    if (f.end > before || f.counts !== told.counts || wrong.has(f)) continue
    wrong.add(f)
    return
  }
}

const miswritten = pattern(
  /(误写|错写|误报|错报|写成|报成|误作|误为|原写|只写|原报|原来写|原来报|先写|先报)(了|成|的是|是|的)?$/,
)

/** 21号，哦，20号; 昨天哦不是前天: said anew in one breath. */
const anew = /^[,、。… ]{0,2}[哦噢呃嗯哎唉啊][,、 ]?(不(是|对)?)?[,、 ]?(应该)?是?$/
export const slipped = (text: string, at: number): boolean =>
  /[哦噢呃嗯哎唉啊][,、 ]?不是$/.test(text.slice(Math.max(0, at - 4), at))

/** 不是12人是120人; 昨天义诊……不是昨天，是前天: what is denied, and the same day told before. */
function denied(
  s: Pick<Scan, 'text' | 'figures'>,
  days: readonly DateToken[],
  figures: Set<Figure>,
  dates: Set<DateToken>,
): void {
  s.figures.forEach((f, k) => {
    const before = k > 0 ? s.figures[k - 1] : undefined
    const next = s.figures[k + 1]
    // 不是12人是120人; 应该是260人，不是206人: another of its sort stands beside
    const beside =
      (next?.counts === f.counts && next.start < f.end + near) ||
      (before?.counts === f.counts && f.start - 2 - before.end <= 2)
    // 听众应为260人，误写成206人; 我原来只写了30人
    const was = k > 0 && miswritten(s.text, f.start - 6, f.start)
    // 来了36个，不，37个
    const anewSaid =
      next?.counts === f.counts && next.start - f.end < 17 && retold.test(s.text.slice(f.end, next.start))
    if (was || anewSaid || (beside && s.text.startsWith('不是', f.start - 2))) figures.add(f)
  })
  const gone = new Set<string>()
  for (const t of days)
    if (s.text.startsWith('不是', t.start - 2) && !slipped(s.text, t.start))
      gone.add(`${t.date.from}${t.date.to}`)
  days.forEach((t, k) => {
    const gap = t.start - (k > 0 ? days[k - 1]!.end : 0)
    if (k > 0 && gap > 0 && gap < 9 && anew.test(s.text.slice(t.start - gap, t.start)))
      dates.add(days[k - 1]!)
  })
  if (gone.size > 0) for (const t of days) if (gone.has(`${t.date.from}${t.date.to}`)) dates.add(t)
}
