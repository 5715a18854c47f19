import { kindName } from '../core/kinds.js'
import { isApproximate } from '../core/measure.js'
import { shortName } from '../core/tree.js'
import type { House } from '../house.js'
import type { Activity, RecordRow, StoredMeasures } from '../store.js'
import type { PlainDate } from '../core/day.js'
import { audienceOf, doneText, figureTexts, peopleText, periodText, shown } from './figures.js'

/** The record in one line, without its number: 「讲座1场 近300人次 城东区 11月18日」. */
export function oneLine(r: Activity, house: House, today: PlainDate): string {
  const day = r.dayAssumed
    ? '（按今天记）'
    : r.period.start === today && r.period.end === today
      ? ''
      : ` ${periodText(r.period, today)}`
  return `${doneText(r.kind, r.measures)}${figureTexts(r.measures)
    .map((t) => ` ${t}`)
    .join('')}${where(r, house)}${day}`
}

/** 「 城东区（联合医卫分会）」; nothing while the branch is unknown. */
function where(r: Activity, house: House): string {
  if (r.unit === null) return ''
  const partners =
    r.partners.length > 0 ? `（联合${r.partners.map((p) => shortName(p, house.tree)).join('、')}）` : ''
  return ` ${shortName(r.unit, house.tree)}${partners}`
}

/** R2: the short receipt. */
export const shortReceipt = (r: RecordRow, house: House, today: PlainDate): string =>
  `✅ ${r.no}号 ${oneLine(r, house, today)}`

/** R1: the receipt of a person's first three reports, at most five lines. */
export function longReceipt(r: RecordRow, house: House, today: PlainDate): string {
  if (r.otherKinds.length > 0) return tripReceipt(r, house)
  const day = `${periodText(r.period, today)}${r.dayAssumed ? '（按今天记）' : ''}`
  const people = r.measures.attendance ? [`${audienceOf(r.kind)}${peopleText(r.measures)}`] : []
  const others = figureTexts(withoutAttendance(r.measures))
  const who = [where(r, house).trim(), ...(r.speakers.length > 0 ? [`讲师${r.speakers.join('、')}`] : [])]
    .filter(Boolean)
    .join('　')
  return [
    `✅ 记下了，${r.no}号`,
    `${day} ${doneText(r.kind, r.measures)}`,
    ...(people.length + others.length > 0 ? [[...people, ...others].join(' ')] : []),
    ...(who ? [who] : []),
    '有错直接说正确的就行。',
  ].join('\n')
}

/** One trip with several kinds and one headcount: the dominant kind counts, the others are named. */
export function tripReceipt(r: RecordRow, house: House): string {
  const kinds = [r.kind, ...r.otherKinds]
  const people = r.measures.attendance ? [`受众${shown(r.measures.attendance)}人次（只算一次）`] : []
  const others = figureTexts(withoutAttendance(r.measures))
  const units =
    r.unit === null ? [] : [[r.unit, ...r.partners].map((u) => shortName(u, house.tree)).join('＋')]
  return [
    `✅ ${r.no}号 一次活动${kinds.length}项，按${doneText(r.kind, r.measures)}记`,
    `含${r.otherKinds.map(kindName).join('、')}`,
    ...people,
    ...(others.length > 0 ? [others.join('　')] : []),
    ...units,
  ].join('\n')
}

/** R4: several receipts in one. Two to a line from the fifth on, so that it stays one screen. */
export function mergedReceipt(lines: readonly string[], head: string): string {
  const rows =
    lines.length <= 4
      ? lines
      : Array.from({ length: Math.ceil(lines.length / 2) }, (_, i) =>
          lines.slice(2 * i, 2 * i + 2).join('；'),
        )
  return [head, ...rows].join('\n')
}

/** A record's line in a merged receipt: 「130 城西区 讲座1场 85人次」. */
export function mergeLine(r: RecordRow, house: House, today: PlainDate): string {
  const unit = r.unit === null ? '' : `${shortName(r.unit, house.tree)} `
  const day =
    r.dayAssumed || (r.period.start === today && r.period.end === today)
      ? ''
      : ` ${periodText(r.period, today)}`
  return `${r.no} ${unit}${doneText(r.kind, r.measures)}${figureTexts(r.measures)
    .map((t) => ` ${t}`)
    .join('')}${day}`
}

function withoutAttendance(measures: StoredMeasures): StoredMeasures {
  const { attendance, ...others } = measures
  return attendance ? others : measures
}

/** Whether any figure of the record is approximate. */
export const hasApproximate = (r: Activity): boolean =>
  Object.values(r.measures).some((m) => isApproximate(m))
