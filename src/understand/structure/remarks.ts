import { type Draft, type State, filled, isActive, isPeople, isPrimary } from './draft.js'
import type { Figure } from '../figures/figures.js'

/** Tellings of which something is said together; more are no list anybody adds up in one breath. */
const mostSummed = 24

const inRange = (st: State): boolean => st.out.length > 1 && st.out.length <= mostSummed

/** What a draft tells of one measure: its total, or the sum of its parts; null where it tells none. */
function told(d: Draft, counts: Figure['counts']): number | null {
  const own = d.figures.filter((f) => f.counts === counts && !f.part && !f.each)
  if (own.length === 0) return null
  return (own.find((f) => f.total) ?? null)?.measure.value ?? own.reduce((n, f) => n + f.measure.value, 0)
}

/** Nothing but the number of what follows: 这礼拜三场：… */
const overItems = (d: Draft): boolean => !d.kinds.some(isActive) && !d.figures.some(isPeople)

/** How many were held in all the drafts: so many as they say, one where they say none. */
const held = (st: State): number =>
  st.out.reduce((n, d) => n + (filled(d) && !overItems(d) ? (told(d, 'sessions') ?? 1) : 0), 0)

const allOfThem =
  /^(以上|上述|上面|前面|这|前后|总共|一共|拢共|统共|总计|合计|共计|共|加起来|合起来|全部|所有|就|是|的|,|，|:| )*(咨询|讲座|义诊|培训|活动|走访|宣讲|授课)?$/
const ofAll = /^[^,，。;；0-9]{0,6}(都|均|全)/

/**
 * 两场都是某某讲的; 三场共195人; 以上两次: behind the tellings it says how many they were, and nothing of the last of them.
 */
export function numbersAll(st: State, d: Draft, f: Figure): boolean {
  if (f.counts !== 'sessions' || f.each || f.measure.value < 2 || !filled(d)) return false
  if (!inRange(st)) return ofItems(st, d, f)
  if (overItems(d)) return false
  const c = st.s.clauses[f.clause]!
  if (d.figures.some((x) => x.clause === f.clause && isPrimary(x))) return false
  if (!allOfThem.test(st.s.text.slice(c.start, f.start))) return false
  return f.measure.value === held(st) || ofAll.test(st.s.text.slice(f.end, f.end + 12))
}

/** ①…；②…。两场都结束了: of the items of a list, behind the last of them. */
const ofItems = (st: State, d: Draft, f: Figure): boolean =>
  st.seg.from > 0 &&
  f.measure.value === st.s.marks.size &&
  st.s.clauses[f.clause]!.sentence > st.s.clauses[d.figures.at(-1)!.clause]!.sentence &&
  allOfThem.test(st.s.text.slice(st.s.clauses[f.clause]!.start, f.start)) &&
  ofAll.test(st.s.text.slice(f.end, f.end + 12))

/** Behind the tellings 合计, 三场共, 加起来 open the clause. */
const sumOpens =
  /^(以上|上述|这|前后|两[场次天边]|[三四五六七八九十0-9]+[场次天项个样][^,，。;0-9]{0,4}|总的|全部|所有|活动)*[^,，。;0-9]{0,4}(合计|总计|总共|一共|共计|拢共|统共|加起来|合起来|累计|共|总数|总人[数次])/

/**
 * 讲座4场260人、义诊2场130人，总受益390人: the sum of what was told of each. Where 合计 or 三场共 opens its clause it is the sum
 * though somebody added wrong, as long as it is near.
 */
export function sumsUp(st: State, d: Draft, f: Figure): boolean {
  if (!inRange(st) || f.each || f.part || f === d.figures[0]) return false
  let sum = 0
  let tellings = 0
  for (const x of st.out) {
    const own = told(x, f.counts)
    if (own === null && overItems(x)) continue
    if (own === null) return false
    sum += own
    tellings++
  }
  if (tellings < 2) return false
  if (sum === f.measure.value) return true
  if (!f.total || !isPeople(f) || f.measure.value === told(d, f.counts)) return false
  const c = st.s.clauses[f.clause]!
  return (
    Math.abs(f.measure.value - sum) <= sum * 0.25 &&
    sumOpens.test(st.s.text.slice(c.start, f.start)) &&
    !d.figures.some((x) => x.clause === f.clause && isPeople(x))
  )
}

/** 上午给一班讲了一节，下午给二班讲了一节，一共91个娃: runs of one thing told one after the other, and those of all of them behind. */
export function withoutRuns(text: string, out: readonly Draft[]): Draft[] {
  const kept: Draft[] = []
  for (const d of out) {
    const before = kept.at(-1)
    const total = d.figures.find((f) => isPeople(f) && (f.total || behindHowMany(text, f)))
    const heads = d.figures.filter((f) => isPeople(f) && !f.part)
    if (before && total && heads.length === 1 && before.segment === d.segment && sameRun(before, d)) {
      const runs = [...before.figures, ...d.figures].filter((f) => f.counts === 'sessions')
      // 一人讲一堂，…，两堂共133人: the number said with the headcount is of them all
      const all = runs.at(-1)!
      const sum =
        all.clause === total.clause && all.measure.value > 1
          ? all.measure.value
          : ofRuns(runs.map((f) => f.measure.value))
      const rest = [...before.figures, ...d.figures].filter((f) => f.counts !== 'sessions')
      before.figures.length = 0
      before.figures.push({ ...runs[0]!, measure: { ...runs[0]!.measure, value: sum } }, ...rest)
    } else kept.push(d)
  }
  return kept
}

/** 两场280人 behind one and another: of them both. */
const behindHowMany = (text: string, f: Figure): boolean =>
  /[,，。;][两二三四五2-5][场堂节次](?:课|讲座)?(?:来了|有|是)?$/.test(
    text.slice(Math.max(0, f.start - 8), f.start),
  )

/** 两堂，上午一堂，下午一堂: what the others add up to is said first. */
function ofRuns([first = 0, ...others]: readonly number[]): number {
  const sum = others.reduce((n, x) => n + x, 0)
  return others.length > 1 && sum === first ? first : first + sum
}

function sameRun(a: Draft, b: Draft): boolean {
  const kind = (d: Draft): string | undefined => d.kinds.find(isActive)?.kind
  const days = b.dates.filter(
    (m) => !a.dates.includes(m) && !a.dates.some((x) => x.token.date.from === m.token.date.from),
  )
  return (
    kind(a) !== undefined &&
    kind(a) === kind(b) &&
    a.branch === b.branch &&
    days.length === 0 &&
    [a, b].every((d) => told(d, 'sessions') !== null && d.figures.every((f) => !f.each)) &&
    !a.figures.some(isPeople)
  )
}

/** 11月份全部活动6场296人：讲座3场180人…: what stands over the items and adds them up is none of its own. */
export function withoutRoof(st: State, out: Draft[]): Draft[] {
  const [head, ...items] = out
  if (!head || items.length < 2 || items.length > mostSummed || st.seg.form) return out
  const own = head.figures.filter(isPrimary)
  const weak = head.kinds.filter(isActive)
  if (own.length === 0 || weak.some((k) => k.weight !== 'weak') || head.carried) return out
  if (!items.every((d) => d.kinds.some(isActive) && filled(d))) return out
  const sums = own.every((f) => {
    const parts = items.map((d) => told(d, f.counts) ?? (f.counts === 'sessions' ? 1 : null))
    return parts.every((n) => n !== null) && parts.reduce((n, x) => n + x, 0) === f.measure.value
  })
  const last = own.at(-1)!
  const over = weak.length === 0 && st.s.text.slice(last.end, items[0]!.start + 1).includes(':')
  if (!sums && !over) return out
  for (const d of items) {
    d.branch ??= head.branch
    d.host ??= head.host
  }
  return items
}
