import { retold } from './lists.js'
import type { Figure } from './figures.js'
import { firstBehind } from '../text/ordered.js'
import { pattern } from '../text/pattern.js'
import type { Scan } from '../scan.js'
import { has, type DateToken, type UnitToken } from '../tokens.js'
import type { UnitMention } from '../units/units.js'

interface Wrong {
  readonly figures: ReadonlySet<Figure>
  readonly dates: ReadonlySet<DateToken>
  readonly units: ReadonlySet<UnitToken>
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
    if (told && !ownSlip(s, fix.start)) dropLast(s.figures, fix.start, told, figures)
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
  return { figures, dates, units: misnamed(s) }
}

/** 130...打错了，是103人: the slip stands right in front and is no figure, so none told before it goes. */
function ownSlip({ tokens, figures }: Pick<Scan, 'tokens' | 'figures'>, at: number): boolean {
  const before = tokens[firstBehind(tokens, at) - 1]
  const last = before?.type === 'mark' ? tokens[firstBehind(tokens, before.start) - 1] : before
  return (
    last?.type === 'number' &&
    last.dimension === null &&
    at - last.end < near &&
    figures[firstBehind(figures, last.start)]?.start !== last.start
  )
}

/** The units without those named by a slip; the one said instead stands where they stood. */
export function righted(units: readonly UnitMention[], wrong: ReadonlySet<UnitToken>): UnitMention[] {
  if (wrong.size === 0) return [...units]
  const instead = (u: UnitMention): boolean =>
    [...wrong].some((w) => u.token.start > w.end && u.token.start - w.end < farthest)
  return units
    .filter((u) => !wrong.has(u.token))
    .map((u) => (u.role === 'none' && instead(u) ? { ...u, role: 'subject' as const } : u))
}

/** Characters between the slip and what is said instead. */
const farthest = 14
/** 望江，哎写错，是北塔: the one named first was a slip. */
function misnamed({ text, tokens }: Pick<Scan, 'text' | 'tokens'>): ReadonlySet<UnitToken> {
  const wrong = new Set<UnitToken>()
  let last: UnitToken | undefined
  for (const t of tokens) {
    if (t.type !== 'unit') continue
    if (last && t.start - last.end < farthest && slip.test(text.slice(last.end, t.start))) wrong.add(last)
    last = t
  }
  return wrong
}
const slip =
  /^[,，。…、 的]{0,2}[哎唉哦呃啊呸]{0,2}[,，]?(?:[写说打报记看]错了?|不对|不是|错了)[,，。!… ]{0,2}(?:应该|应)?是$/

/** The last figure of the sort in front that still holds. */
function dropLast(all: readonly Figure[], before: number, told: Figure, wrong: Set<Figure>): void {
  for (let k = firstBehind(all, before) - 1, looked = 0; k >= 0 && looked < 12; k--, looked++) {
    const f = all[k]!
    if (f.end > before || f.counts !== told.counts || wrong.has(f)) continue
    wrong.add(f)
    return
  }
}

/** 今天不是小雪嘛; 不是愚人节玩笑: asked for the sake of asking, or a word of what was no jest; no day is denied. */
const jest = pattern(
  /^[^,，。;]{2,6}(?:的?(?:玩笑|笑话)|[的了]?[嘛吗么]|[,，]?我(?:知道|晓得)|[^,，。;是]{0,2}[吗嘛])/,
)

const miswritten = pattern(
  /(误写|错写|误报|错报|写成|报成|误作|误为|原写|只写|原报|原来写|原来报|先写|先报)(了|成|的是|是|的)?$/,
)

/** 听众92人，打成29了: what the fingers made of it, beside the one it should be. */
const mistyped = pattern(/(?<![记改重新再])(打|敲|按|输|填|抄|报|写|录)成了?$/)
/** 60人，改录成80人 */
const rewritten = pattern(/改(打|输|填|报|写|录|登)成了?$/)

/** 21号，哦，20号; 昨天哦不是前天: said anew in one breath. */
const anew =
  /^(?:[,、。… ]{0,2}[哦噢呃嗯哎唉啊][,、 ]?(不(是|对)?)?[,、 ]?(应该)?是?|[(、]不(?:[,、 ](?:应该)?|应该)是|,不(?:[,、 ](?:应该)?|应该)是)$/
export const slipped = (text: string, at: number): boolean =>
  /[哦噢呃嗯哎唉啊][,、 ]?不是$/.test(text.slice(Math.max(0, at - 4), at))

const countedAnew = pattern(
  /^[个人名位]{0,2}[?？,，][我俺](?:自己|后来|又|特意)?[点数](?:了|过)[^,，。;0-9]{0,4}[,，:：]?(?:是|有)?$/,
)

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
    const was =
      ((k > 0 || next?.counts === f.counts) && miswritten(s.text, f.start - 6, f.start)) ||
      (before?.counts === f.counts && f.start - before.end <= 12 && mistyped(s.text, f.start - 4, f.start))
    // 来了36个，不，37个
    const anewSaid =
      next?.counts === f.counts && next.start - f.end < 17 && retold.test(s.text.slice(f.end, next.start))
    // 四十多？我点了，46个
    const counted =
      next?.counts === f.counts && next.start - f.end < 14 && countedAnew(s.text, f.end, next.start)
    const changed =
      next?.counts === f.counts && next.start - f.end <= 12 && rewritten(s.text, next.start - 4, next.start)
    if (was || anewSaid || counted || changed || (beside && s.text.startsWith('不是', f.start - 2)))
      figures.add(f)
  })
  const gone = new Set<string>()
  for (const t of days)
    if (
      s.text.startsWith('不是', t.start - 2) &&
      !slipped(s.text, t.start) &&
      !jest(s.text, t.start, t.end + 6)
    )
      gone.add(`${t.date.from}${t.date.to}`)
  days.forEach((t, k) => {
    const gap = t.start - (k > 0 ? days[k - 1]!.end : 0)
    if (k > 0 && gap > 0 && gap < 9 && anew.test(s.text.slice(t.start - gap, t.start)))
      dates.add(days[k - 1]!)
  })
  if (gone.size > 0) for (const t of days) if (gone.has(`${t.date.from}${t.date.to}`)) dates.add(t)
}
