import { parts, type Period, type PlainDate } from '../core/day.js'
import { countsDocuments, kindName, type Kind } from '../core/kinds.js'
import { standing } from '../core/percent.js'
import type { Sums } from '../core/totals.js'
import { ownName, shortName, wholeName } from '../core/tree.js'
import type { House } from '../house.js'
import { isYear, outsideTotals, type Tally } from '../ledger/tally.js'
import { counterOf, dayText, periodText } from './figures.js'

/** How much of a target may be said here: a branch's own only in its room or in private. */
export interface TotalsView {
  readonly today: PlainDate
  readonly targets: boolean
  /** Private answers add the branches. */
  readonly branches: boolean
}

/** The answer to a question about totals, a few short lines. */
export function totalsText(t: Tally, house: House, view: TotalsView): string {
  const { query } = t
  const where = query.unit === house.tree.root ? '' : `${shortName(query.unit, house.tree)} `
  const when = spanText(query.period, view.today)
  const after = [...(view.branches ? ownLine(t, house) : []), ...reconciled(t, house), ...notes(t)]
  if (t.total.entries === 0 && [...t.byKind.values()].every((s) => s.entries === 0)) {
    const what = query.indicator ?? (query.kinds ? query.kinds.map(kindName).join('、') : '活动')
    const target = view.targets && t.target ? `（任务${targetText(t)}）` : ''
    return `${where}${when}还没有${what}的记录${target}。`
  }
  if (query.named) return [sentence(t, where, view), ...after].join('\n')
  const single = query.kinds?.length === 1 ? query.kinds[0]! : null
  if (single) return [`${where}${when}`, ...kindLines(single, t, view), ...after].join('\n')
  return [`${where || `${wholeName(house.tree)} `}${when}`, ...overview(t), ...after].join('\n')
}

/**
 * The annual report's sentence: 「2019年共开展科学素质演讲210场次（任务47场，超额346.8%），受众人数33892人次（任务4760人次，
 * 超额612%）。」
 */
function sentence(t: Tally, where: string, view: TotalsView): string {
  const { sessions, attendance } = t.total
  const when = spanText(t.query.period, view.today)
  return `${where}${when}共开展${t.query.indicator}${sessions}场次${against(sessions, view.targets ? t.target?.sessions : null, '场')}，受众人数${attendance}人次${against(attendance, view.targets ? t.target?.attendance : null, '人次')}。`
}

/** 「讲座52场次（任务47场，超额10.6%）」 and 「受众5730人次（…）」; documents in one line. */
function kindLines(kind: Kind, t: Tally, view: TotalsView): string[] {
  const target = view.targets ? t.target : null
  const { total } = t
  if (countsDocuments(kind)) return [documentsText(kind, total)]
  return [
    `${kindName(kind)}${total.sessions}场次${against(total.sessions, target?.sessions, '场')}`,
    // nobody told a number: no zero that was never said
    total.attendance === 0 && total.gaps > 0 && !target?.attendance
      ? '受众未报'
      : `受众${total.attendance}人次${against(total.attendance, target?.attendance, '人次')}`,
    ...(total.materials > 0 ? [`资料${total.materials}份`] : []),
    ...(total.count > 0 ? [`${total.count}${counterOf(kind)}`] : []),
  ]
}

/** 「（任务47场，超额346.8%）」「（任务8场，完成75%，还差2场）」, nothing without a target. */
export function against(done: number, target: number | null | undefined, unit: '场' | '人次'): string {
  const s = standing(done, target)
  if (s === null) return ''
  return `（任务${target}${unit}，${s.word}${s.short > 0 ? `，还差${s.short}${unit}` : ''}）`
}

/** All kinds: sessions and people first, then each kind, then documents. */
function overview(t: Tally): string[] {
  const held = [...t.byKind].filter(([, s]) => s.entries > 0)
  const events = held.filter(([k]) => !countsDocuments(k))
  const science = events.filter(([k]) => !outsideTotals.includes(k))
  const documents = held.filter(([k]) => countsDocuments(k))
  const one = ([kind, s]: [Kind, Sums]): string =>
    `${kindName(kind)}${s.sessions}场${s.attendance > 0 ? `${s.attendance}人次` : ''}${s.count > 0 ? `${s.count}${counterOf(kind)}` : ''}`
  const outside = events.filter(([k]) => outsideTotals.includes(k))
  return [
    ...(science.length > 0
      ? [`共${t.total.sessions}场次，受众${t.total.attendance}人次`, science.map(one).join('、')]
      : []),
    ...(t.total.materials > 0 ? [`资料${t.total.materials}份`] : []),
    ...(documents.length > 0 ? [documents.map(([k, s]) => documentsText(k, s)).join('、')] : []),
    ...(outside.length > 0 ? [`另有${outside.map(one).join('、')}（不计入合计）`] : []),
  ]
}

const documentsText = (kind: Kind, s: Sums): string =>
  `${kindName(kind)}${s.count}${counterOf(kind)}${s.adopted > 0 ? `（采用${s.adopted}${counterOf(kind)}）` : ''}`

/** 「其中市会本级1场400人次」: what is the whole's own and no branch's, where no line below tells it anyway. */
function ownLine(t: Tally, house: House): string[] {
  if (t.query.unit !== house.tree.root || t.own.entries === 0 || t.branches.length === 0) return []
  if (t.repeated.sessions !== 0 || t.repeated.attendance !== 0) return []
  return [
    `其中${ownName(t.query.unit, house.tree)}${t.own.sessions}场${t.own.attendance > 0 ? `${t.own.attendance}人次` : ''}`,
  ]
}

/** 「分会合计54场，减联合重复2场」: the line that makes branches and total agree; only where something was repeated. */
export function reconciled(t: Tally, house: House): string[] {
  if (t.repeated.sessions === 0 && t.repeated.attendance === 0) return []
  const parted = {
    sessions: t.total.sessions + t.repeated.sessions,
    attendance: t.total.attendance + t.repeated.attendance,
  }
  const hasOwn = t.own.entries > 0 && t.branches.length > 0
  const own = hasOwn ? `${ownName(t.query.unit, house.tree)}${t.own.sessions}场，` : ''
  const label = hasOwn ? '各单位合计' : '分会合计'
  const people =
    t.repeated.attendance > 0
      ? `（人次${parted.attendance}−${t.repeated.attendance}=${t.total.attendance}）`
      : ''
  return [`${own}${label}${parted.sessions}场，减联合重复${t.repeated.sessions}场${people}`]
}

/** 约数, 未报, 待核 — what a reader must know of the figure. */
function notes(t: Tally): string[] {
  const parts = [
    ...(t.total.approx > 0 ? [`约数${t.total.approx}笔`] : []),
    ...(t.total.gaps > 0 ? [`人数未报${t.total.gaps}笔`] : []),
    ...(t.openJoints > 0 ? [`待核联合${t.openJoints}对`] : []),
    ...(t.undivided > 0 ? [`另有跨期汇总${t.undivided}笔未计入`] : []),
  ]
  return [`${parts.length > 0 ? `${parts.join('，')}。` : ''}要出处说“凭据”。`]
}

/** 「2026年至11月21日」 for the year so far, else the period as it is said with its year. */
export function spanText(period: Period, today: PlainDate): string {
  const year = parts(period.start)[0]
  if (isYear(period, today) && year === parts(today)[0])
    return today.endsWith('-12-31') ? `${year}年` : `${year}年至${dayText(today, today)}`
  const text = periodText(period, today)
  return text.startsWith(String(year)) || period.start === period.end ? text : text
}

const targetText = (t: Tally): string =>
  [
    ...(t.target?.sessions ? [`${t.target.sessions}场`] : []),
    ...(t.target?.attendance ? [`${t.target.attendance}人次`] : []),
  ].join('、')
