import { type Draft, type State, carry, filled, isActive, isCounting, isPeople, isPrimary } from './draft.js'
import { eachDay, onTheirDays } from './days-in-turn.js'
import { asOneEvent } from './one-event.js'
import { onThatDay, ownDays } from './same-day.js'
import { eachByUnit, eachInTurn, perKind } from './shares.js'
import type { Figure } from '../figures/figures.js'
import type { KindMention } from '../mentions/mention.js'
import type { Scan } from '../scan.js'

/**
 * 甲、乙、丙会分别举办讲座7场、5场、3场，听众分别为1205人、930人、388人: as many figures of a sort as units, in their order.
 */
export function respectively(st: State, out: Draft[]): Draft[] {
  shareOut(st.s, out)
  eachInTurn(st, out)
  eachByUnit(st, out)
  const parted: Draft[] = []
  for (const d of out) parted.push(...eachUnit(st, d))
  onTheirDays(st.s, parted)
  onThatDay(st, parted)
  ownDays(parted)
  return [...asOneEvent(st, parted)]
}

/** 听众50人、62人: the same sort, one right behind the other. */
const inOneList = (st: State, row: readonly Figure[]): boolean =>
  row.every((f, k) => k === 0 || /^[、,和]$/.test(st.s.text.slice(row[k - 1]!.end, f.start)))

/** 甲会联合乙会…，两天分别接待180人、160人: of the days of what they held together, and not of who held it. */
const ofDays = (text: string, from: number, to: number): boolean => {
  const said = text.slice(from, to)
  return (
    /(两|三|四|五|[2-9])个?[天日][^,，。;0-9]{0,4}(分别|依次)[^,，。;0-9]{0,8}$/.test(said) &&
    /联合|共同|一起|合办/.test(said) &&
    !said.includes('各')
  )
}

/** The draft of several units as one of each, where as many figures stand behind them. */
function eachUnit(st: State, d: Draft): readonly Draft[] {
  const units = d.branch ? [d.branch, ...d.partners] : []
  if (units.length < 2) return eachDay(st, d) ?? perKind(st, d)
  const last = units.at(-1)!.token
  const told = d.figures.filter((f) => isPrimary(f) && f.start > last.end)
  const sorts = [...new Set(told.map((f) => f.counts))]
  const rows = sorts
    .map((c) => told.filter((f) => f.counts === c && !f.each && !f.total))
    .filter(
      (r) =>
        r.length === units.length &&
        ((/分别|依次/.test(st.s.text.slice(last.end, r[0]!.start)) &&
          !ofDays(st.s.text, units[0]!.token.start, r[0]!.start)) ||
          (/各[讲办开义巡做搞上举组]/.test(st.s.text.slice(last.end, r[0]!.start)) && inOneList(st, r))),
    )
  if (!rows.some((r) => r.every(isCounting) || r.every(isPeople))) return [d]
  // 甲、乙、丙各办讲座一场，听众分别为60、55、72人
  const each = told.filter((f) => f.each && f.counts === 'sessions').map((f) => ({ ...f, each: false }))
  return units.map((unit, k) => ({
    ...d,
    branch: unit,
    partners: [],
    figures: [...each, ...rows.map((r) => r[k]!)],
    among: true,
  }))
}

/** 讲座6场、义诊2场、培训3期，人数分别是1400、170、205; 甲会4篇、乙会6篇，采用依次为2、3: the list goes to those told right before it. */
export function shareOut(s: Scan, out: readonly Draft[]): void {
  for (const counts of ['people', 'adopted'] as const) {
    const last = out.at(-1)
    const list = last?.figures.filter((f) => f.counts === counts && !f.part) ?? []
    const n = list.length
    if (!last || n < 2 || out.length < n) continue
    if (!/分别|依次/.test(s.text.slice(last.start, list[0]!.start))) continue
    const row = out.slice(-n)
    const has = (d: Draft): boolean => d.figures.some((f) => f.counts === counts)
    if (row.some((d) => !d.figures.some(isCounting)) || row.slice(0, -1).some(has)) continue
    row.forEach((d, k) => {
      if (d !== last) d.figures.push(list[k]!)
      d.shared = false
    })
    for (const f of list.slice(0, -1)) last.figures.splice(last.figures.indexOf(f), 1)
  }
}

/** 3场报告已完成：12月2日…480人、12月4日…230人、12月6日…320人: what stands over its items is their sum. */
export function withoutSum(st: State): Draft[] {
  const [head, ...items] = st.out
  const own = head?.figures.filter(isPrimary) ?? []
  const sum = own[0]
  if (headedTotal(head, items)) return [head!]
  const toured = tour(st.out)
  if (toured) return toured
  if (sum && ofActivities(st, sum)) {
    head!.figures.splice(head!.figures.indexOf(sum), 1)
    return st.out.map((d) => ({ ...d, single: true as const }))
  }
  // 培训两期，18号41人、19号38人，讲座一场…: of the run that it heads
  const end = items.findIndex((d) => !d.carried)
  const run = end < 0 || items.every((d) => !d.carried) ? st.out : st.out.slice(0, end + 1)
  if (sum && numberOf(sum, run)) head!.figures.splice(head!.figures.indexOf(sum), 1)
  if (!sum || own.length !== 1 || sum.counts !== 'sessions' || sum.measure.value !== items.length)
    return st.out
  if (
    items.length < 2 ||
    !items.every((d) => d.carried && d.figures.some(isPeople) && !d.figures.some(isCounting))
  )
    return st.out
  for (const d of items) d.branch ??= head!.branch
  // 10月共讲座2场：15日60人，22日70人，合计130人: headed and summed up, it is one
  const people = items.flatMap((d) => d.figures.filter((f) => isPeople(f) && !f.total))
  const total = items.at(-1)!.figures.find((f) => isPeople(f) && f.total)
  if (total && people.reduce((n, f) => n + f.measure.value, 0) === total.measure.value) {
    head!.figures.push(total)
    return [head!]
  }
  return items
}

/** 上周办了三场活动：讲座42人，义诊66人，书画18人: how many things of any kind are told behind it, each once. */
const ofActivities = (st: State, sum: Figure): boolean =>
  sum.counts === 'sessions' &&
  !sum.each &&
  st.out.length > 1 &&
  sum.measure.value === st.out.length &&
  /^了?(?:科普|大型|大|小|志愿)?活动/.test(st.s.text.slice(sum.end, sum.end + 6)) &&
  st.out.every(
    (d) =>
      d.kinds.some((k) => isActive(k) && k.start > sum.end) &&
      !d.carried &&
      d.figures.some((f) => isPeople(f) || f.counts === 'materials') &&
      d.figures.every((f) => f === sum || f.counts !== 'sessions'),
  )

/** 讲师团宣讲9场：甲310人、乙205人、丙160人，共675人: to whom it went, one by one, and how many they were in all. */
function tour(out: readonly Draft[]): Draft[] | null {
  const [head, ...rest] = out
  const own = head?.figures.filter(isPrimary) ?? []
  if (!head?.branch || own.length !== 1 || own[0]!.counts !== 'sessions' || own[0]!.each) return null
  const end = rest.findIndex((d) => !d.carried)
  const items = end < 0 ? rest : rest.slice(0, end)
  const branches = new Set([head, ...items].map((d) => d.branch?.token.unit))
  if (items.length < 2 || items.length > own[0]!.measure.value || branches.size !== items.length + 1)
    return null
  const told = items.map((d) => d.figures.filter(isPrimary))
  const total = told.at(-1)!.find((f) => isPeople(f) && f.total)
  const parts = told.flatMap((fs) => fs.filter((f) => f !== total))
  if (!total || parts.length !== items.length || !parts.every((f) => isPeople(f) && !f.each)) return null
  if (parts.reduce((n, f) => n + f.measure.value, 0) !== total.measure.value) return null
  head.figures.push(total)
  return [head, ...rest.slice(items.length)]
}

/** 上周共培训三场128人，分别是周一某镇45人，周三…: headed by both its numbers, and nothing but its days behind. */
function headedTotal(head: Draft | undefined, items: readonly Draft[]): boolean {
  const own = head?.figures.filter((f) => isPrimary(f) && !f.each) ?? []
  if (!head || items.length < 2 || !own.some(isPeople) || !own.some((f) => f.counts === 'sessions'))
    return false
  if (!items.every((d) => d.carried && d.branch === head.branch && d.figures.length > 0)) return false
  return own.every((f) => {
    if (f.counts !== 'sessions' && !isPeople(f)) return false
    const parts = items.map((d) => {
      const of = d.figures.filter((x) => x.counts === f.counts && !x.each)
      return of.length === 1 ? of[0]!.measure.value : of.length === 0 && f.counts === 'sessions' ? 1 : NaN
    })
    return parts.reduce((n, x) => n + x, 0) === f.measure.value
  })
}

/** 讲座两场：第一场11月5日60人；第二场11月12日70人: how many are told of, in front of the first of them. */
const numberOf = (sum: Figure, out: readonly Draft[]): boolean =>
  sum.counts === 'sessions' &&
  out.length > 1 &&
  sum.measure.value === out.length &&
  out.every(
    (d) =>
      d.figures.filter((f) => isPeople(f)).length === 1 && d.dates.some((m) => m.token.start > sum.start),
  ) &&
  (aheadOfAll(sum, out[0]!) || out.slice(1).every((d) => d.carried && !d.figures.some(isCounting)))

/** 报两场：周五…讲座190人。周日…义诊62人: told before any of them was named. */
const aheadOfAll = (sum: Figure, head: Draft): boolean =>
  head.kinds.every((k) => k.start > sum.end && k.clause !== sum.clause) &&
  head.dates.every((m) => m.token.start > sum.end)

/** A draft that never met a kind takes the next one's: 9.15一中850人；9.16二中620人；都是科普报告. */
export function lendKinds(out: Draft[], heading: KindMention | null): Draft[] {
  for (let i = out.length - 2; i >= 0; i--) {
    const d = out[i]!
    if (!d.kinds.some(isActive) && d.figures.some(isPeople) && out[i + 1]!.kinds.length > 0) {
      carry(d, out[i + 1]!)
      d.lender = out[i + 1]!
    }
  }
  for (const d of out)
    if (heading && !d.kinds.some(isActive) && filled(d)) {
      d.kinds = [...d.kinds, heading]
      d.carried = true
    }
  if (
    out.filter((d) => d.figures.some((f) => f.counts === 'sessions' && f.measure.value > 1)).length > 0 &&
    out.length > 1
  )
    for (const d of out) d.among = true
  return out
}

/** 上午：讲座60人⏎下午：义诊43人⏎资料：讲座发90份: a line of what was handed out at one of those above it. */
export function handOver(s: Scan, told: Draft[][]): void {
  for (let k = 1; k < told.length; k++) {
    const [d, more] = told[k]!
    const kind = d?.kinds.find(isActive)?.kind
    if (!d || more || !kind || !d.figures.every((f) => f.counts === 'materials') || d.figures.length === 0)
      continue
    if (!/^\s*(?:资料|材料|宣传品|宣传资料|发放|手册|书刊|备注|另)/.test(s.text.slice(d.start, d.start + 6)))
      continue
    const same = told
      .slice(Math.max(0, k - 8), k)
      .flat()
      .filter((x) => x.kinds.find(isActive)?.kind === kind)
    const [x] = same
    if (!x || same.length > 1 || x.figures.some((f) => f.counts === 'materials')) continue
    if (d.branch !== null && x.branch !== null && d.branch.token.unit !== x.branch.token.unit) continue
    x.figures.push(...d.figures)
    told[k] = []
  }
}
