import { addDays, daysBetween, isDay, parts, weekdayOf, ymd, type PlainDate } from '../../core/day.js'
import type { Kind } from '../../core/kinds.js'
import type { Doubt } from '../../core/report.js'
import type { Figure } from '../figures/figures.js'
import type { Built } from '../report/reports.js'
import type { Scan } from '../scan.js'
import { strangerOf } from './strangers.js'

/** More people than one event of a kind reaches; fairs, exhibitions and shows may be larger. */
const mostPeople = (kind: Kind): number =>
  kind === 'publicity' || kind === 'culture' || kind === 'outreach' ? 50_000 : 5_000

/** An open date that was months ago and comes again within this time is rather the coming one. */
const soonDays = 60

/** What of a report contradicts itself, at most one of each kind; `report` is its place in the reading. */
export function doubtsOf(s: Scan, b: Built, report: number): Doubt[] {
  return [
    ...datesDisagree(s, b, report),
    ...inFuture(s, b, report),
    ...partsDisagree(s, b, report),
    ...improbable(b, report),
    ...unknownBranch(s, b, report),
  ]
}

/** 10月19号（星期日） on a Saturday: the day of that number, and the nearest with that weekday. */
function datesDisagree(s: Scan, b: Built, report: number): Doubt[] {
  const date = b.when?.from.token.date
  if (!date || !b.when) return []
  const span = s.n.span(b.when.start, b.when.end)
  if (date.otherDay !== undefined && date.otherDay !== date.from)
    return [{ code: 'dates_disagree', days: [date.from, date.otherDay], span, report }]
  if (!date.weekdayDisagrees) return []
  const { stated } = date.weekdayDisagrees
  const near = [1, -1, 2, -2, 3, -3].map((n) => addDays(date.from, n)).find((d) => weekdayOf(d) === stated)!
  return [
    { code: 'dates_disagree', days: near < date.from ? [near, date.from] : [date.from, near], span, report },
  ]
}

/** The coming day an open date would name if it had not been read as the one of last year; null when it is long off. */
export function comingDay(b: Built, today: PlainDate): PlainDate | null {
  const date = b.when?.from.token.date
  if (!date || date.explicitYear || date.kind !== 'day' || daysBetween(date.from, today) <= 300) return null
  const [, month, day] = parts(date.from)
  const [year] = parts(today)
  const next = [year, year + 1]
    .map((y) => (isDay(y, month, day) ? ymd(y, month, day) : null))
    .find((d) => d !== null && d > today)
  return next != null && daysBetween(today, next) <= soonDays ? next : null
}

function inFuture(s: Scan, b: Built, report: number): Doubt[] {
  if (!b.when) return []
  const day = b.when.period.start > s.sentAt.day ? b.when.period.start : comingDay(b, s.sentAt.day)
  return day === null
    ? []
    : [{ code: 'date_in_future', day, span: s.n.span(b.when.start, b.when.end), report }]
}

/** 「分别是412人、365人、506人，共1382人」 when the parts give 1283. Parts that are only some of it (其中) are no parts. */
function partsDisagree(s: Scan, b: Built, report: number): Doubt[] {
  const people = b.draft.figures.filter((f) => f.counts === 'people' && !f.each && !f.service && !f.sent)
  const total = people.find((f) => f.total && f.measure.qualifier === 'exact')
  const items = people.filter((f) => f !== total && !f.total && !f.actual)
  if (!total || items.length < 2 || b.report.attendance?.value !== total.measure.value) return []
  if (
    items.some((f) => f.measure.qualifier !== 'exact') ||
    !sideBySide(s, items) ||
    items.some((f) => f.part)
  )
    return []
  const summed = items.reduce((n, f) => n + f.measure.value, 0)
  return summed === total.measure.value
    ? []
    : [
        {
          code: 'parts_disagree',
          stated: total.measure.value,
          summed,
          span: s.n.span(total.start, total.end),
          report,
        },
      ]
}

/** The items stand in one list, a few words from each other. */
const sideBySide = (s: Scan, items: readonly Figure[]): boolean =>
  items.every(
    (f, i) =>
      i === 0 ||
      (f.start - items[i - 1]!.end <= 14 && !/[。；\n]/.test(s.text.slice(items[i - 1]!.end, f.start))),
  )

function improbable(b: Built, report: number): Doubt[] {
  const { attendance, sessions, scope, kind } = b.report
  if (
    !attendance?.span ||
    scope === 'summary' ||
    (sessions?.value ?? 1) > 1 ||
    attendance.value <= mostPeople(kind)
  )
    return []
  return [{ code: 'improbable', value: attendance.value, span: attendance.span, report }]
}

/** 城南分会6月5日讲座60人 where the org file has no 城南分会. */
function unknownBranch(s: Scan, b: Built, report: number): Doubt[] {
  if (b.report.branch !== null) return []
  const x = strangerOf(s, b.draft.start, b.area.end)
  return x === null
    ? []
    : [{ code: 'unknown_branch', words: x.words, span: s.n.span(x.start, x.end), report }]
}
