import { countsDocuments, kindName, type Kind } from '../core/kinds.js'
import { isZero, noSums, type Sums } from '../core/totals.js'
import { shortName } from '../core/tree.js'
import { snapshotIn, snapshotOf, wholeOf, type CountedRecord } from '../ledger/close.js'
import { added, differenceOf, shiftsBetween, type Shift } from '../ledger/difference.js'
import type { ClosingRow, RecordRow, VersionRow } from '../store.js'
import type { Turn } from '../turn.js'
import { figuresText, kindFigures, shortDay } from './closing.js'
import { counterOf, dayText } from './figures.js'
import { monthText } from './months.js'

/** Lines shown one by one; what is beyond is given as one sum, so that the list still adds up. */
const mostLines = 30

/** 差异: what a closed month counts now beside what was closed, record by record, adding up to the difference. */
export async function differenceText(turn: Turn, closing: ClosingRow): Promise<string> {
  const { store, house, local } = turn
  const then = snapshotIn(closing)
  const now = await snapshotOf(store, house, closing.month)
  const shifts = shiftsBetween(then, now)
  const day = dayText(house.zone.local(new Date(closing.at)).day, local.day)
  const name = monthText(closing.month, local.day)
  if (shifts.length === 0) return `${name}和${day}结账时一样，没有变化（校验码 ${closing.check}）。`
  const total = added(shifts.map(differenceOf))
  const lines: string[] = []
  for (const shift of shifts.slice(0, mostLines)) lines.push(await shiftLine(turn, closing, shift))
  const rest = shifts.slice(mostLines)
  if (rest.length > 0) lines.push(`其余${rest.length}处：${moreText(added(rest.map(differenceOf)))}`)
  const kinds = new Set(total.keys())
  const of = (sums: ReadonlyMap<Kind, Sums>): string =>
    figuresText(new Map([...kinds].map((k) => [k, sums.get(k) ?? noSums])))
  return [
    total.size === 0
      ? `${name}总数和${day}那份一样，有${shifts.length}处改动：`
      : `${name}比${day}那份${moreText(total)}：`,
    ...lines,
    ...(total.size === 0 ? [] : [`那时${of(wholeOf(then))}，现在${of(wholeOf(now))}。`]),
  ].join('\n')
}

/** 「多1场45人次」「讲座多1场、义诊少90人次」; the kind is named where several moved. */
export function moreText(difference: ReadonlyMap<Kind, Sums>): string {
  const kinds = [...difference]
  if (kinds.length === 0) return '总数没变'
  return kinds
    .map(([kind, d]) => {
      const parts = figures(kind, d)
      const more = parts.filter(([n]) => n > 0).map(([n, unit]) => `${n}${unit}`)
      const less = parts.filter(([n]) => n < 0).map(([n, unit]) => `${-n}${unit}`)
      const said = [
        ...(more.length > 0 ? [`多${more.join('')}`] : []),
        ...(less.length > 0 ? [`少${less.join('')}`] : []),
      ]
      // only gaps or approximations moved: nothing that is added up
      const text = said.length > 0 ? said.join('、') : '数没变'
      return kinds.length > 1 ? `${kindName(kind)}${text}` : text
    })
    .join('，')
}

const figures = (kind: Kind, s: Sums): readonly (readonly [number, string])[] => [
  [s.sessions, '场'],
  [s.count, counterOf(kind)],
  [s.adopted, `${counterOf(kind)}采用`],
  [s.attendance, '人次'],
  [s.materials, '份资料'],
]

/**
 * 「＋143号 结账后补报 城西区 讲座1场45人次（11-06到）」「101号 改：135 → 142人次（11-06）」「−120号 作废 …」
 */
async function shiftLine(turn: Turn, closing: ClosingRow, shift: Shift): Promise<string> {
  const nos = shift.nos.map((no) => `${no}`).join('、')
  if (shift.nos.length > 1) {
    const together = shift.are.length > 1 && jointNow(shift) ? '归并' : '拆开'
    return `${nos}号 ${together}：${sumsText(shift.before)} → ${sumsText(shift.after)}`
  }
  const record = await turn.store.records.byNo(shift.nos[0]!)
  const versions = (await turn.store.records.versions(shift.nos[0]!)).filter((v) => v.at > closing.at)
  const [was] = shift.were
  const [is] = shift.are
  const when = versions.at(-1) ? `（${shortDay(turn, versions.at(-1)!.at)}）` : ''
  if (!was && is && record) {
    const late = record.createdAt > closing.at
    const why = late ? '结账后补报' : cameBy(versions)
    const at = late ? `（${shortDay(turn, record.createdAt)}到）` : when
    return `＋${nos}号 ${why} ${unitText(turn, is)} ${sumsText(shift.after)}${at}`
  }
  if (was && !is)
    return `−${nos}号 ${wentBy(turn, record)} ${unitText(turn, was)} ${sumsText(shift.before)}${when}`
  return `${nos}号 ${changesText(turn, shift)}${when}`
}

const jointNow = (shift: Shift): boolean =>
  [...shift.after.values()].reduce((n, s) => n + s.entries, 0) <
  [...shift.before.values()].reduce((n, s) => n + s.entries, 0)

const sumsText = (sums: ReadonlyMap<Kind, Sums>): string =>
  [...sums].map(([k, s]) => kindFigures(k, s)).join('、') || '0'
const unitText = (turn: Turn, r: CountedRecord): string =>
  r.unit === null ? '' : shortName(r.unit, turn.house.tree)

const cameBy = (versions: readonly VersionRow[]): string =>
  versions.some((v) => v.why === 'restore')
    ? '恢复'
    : versions.some((v) => v.why === 'correct')
      ? '改进来'
      : '核定'
function wentBy(turn: Turn, record: RecordRow | null): string {
  if (record?.status === 'void')
    return record.duplicateOf === null ? '作废' : `和${record.duplicateOf}号算同一场`
  if (record?.status === 'held') return '转待核'
  return record ? `改到${monthText(record.period.start.slice(0, 7), turn.local.day)}` : '不在了'
}

/** What of a record's own line is another than it was; of a summary also what the events in it took off. */
function changesText(turn: Turn, { before, after, were, are }: Shift): string {
  const was = were[0]!
  const is = are[0]!
  const kind = is.kind
  const from = before.get(was.kind) ?? noSums
  const to = after.get(is.kind) ?? noSums
  const pairs = figures(kind, from).flatMap(([a, unit], i) => {
    const b = figures(kind, to)[i]![0]
    const stated = unit === '人次' ? [from.gaps > 0 ? '未报' : a, to.gaps > 0 ? '未报' : b] : [a, b]
    return stated[0] === stated[1] ? [] : [`${stated[0]} → ${stated[1]}${stated[1] === '未报' ? '' : unit}`]
  })
  return [
    '改：',
    [
      ...(was.unit === is.unit ? [] : [`${unitText(turn, was)} → ${unitText(turn, is)}`]),
      ...(was.kind === is.kind ? [] : [`${kindName(was.kind)} → ${kindName(is.kind)}`]),
      ...pairs,
    ].join('，') || (countsDocuments(kind) || isZero(from) ? '内容' : '约数'),
  ].join('')
}
