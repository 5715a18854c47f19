import { countsDocuments, type Kind } from '../../core/kinds.js'
import type { Report } from '../../core/report.js'
import { kindLike, partLike, reportLike, unitLike, unitsOf } from '../learned/learned.js'
import type { Built } from '../report/reports.js'
import type { Scan } from '../scan.js'
import { doubtful } from './confidence.js'
import { ownPiece } from './refusal.js'

/**
 * The rules have read; labelled messages say how alike the whole is to a report. Where they speak clearly against it
 * nothing is taken, where they doubt it is asked about. Logarithms of odds; how they were found: docs/understanding-measure.md.
 */
const against = -2
/** A day, or papers counted, need more to be disbelieved; with our own word or a figure more, with a branch more still. */
const againstADay = -4.5
const againstOurs = -5
const againstABranch = -6
/** Its day, its sessions with a number of their own and its people: asked about before it is taken for none. */
const againstAWhole = -6.5
/** The same for being asked about; a day in the first person, or with figures, a little more than without. */
const unlike = -1
const unlikeADay = -2
const unlikeOurs = -4
const unlikeABranch = -3
/** From here a message in which the rules refused every telling is asked about all the same. */
const alike = 3
/** A unit named so that it did it, and so that it did not. */
const unitDid = 3
/** The same where another was taken for it, and where several are told without any. */
const unitDidInstead = 5
const unitDidAll = 8
const unitDidNot = -4
/** Shares of its kind below which a telling is asked about, and of another above which that is taken for it. */
const hardly = 0.05
const surely = 0.9

/** Whether a telling that the rules accept is none all the same. */
export function unlikely(s: Scan, built: Built): boolean {
  const limit = disbelieved(s, built.report)
  return reportLike(s) < limit && ownPart(s, built) < limit
}

/** Below what a telling is taken for none. */
function disbelieved(s: Scan, r: Report): number {
  if (r.date === null && r.count === undefined && r.adopted === undefined) return against
  // 我写的稿子《…》晚报登了，11月19日三版
  if (r.kind === 'article' && r.adopted !== undefined && r.date !== null && ownPiece(s.text))
    return againstAWhole
  if (counted(r) && r.date !== null && r.attendance !== undefined) return againstAWhole
  if (r.branch !== null) return againstABranch
  return ours(s) || figured(r) ? againstOurs : againstADay
}

const ours = (s: Scan): boolean => /[我咱俺]/.test(s.text)

const figured = (r: Report): boolean =>
  (r.attendance ?? r.count ?? r.materials ?? r.adopted) !== undefined || counted(r)

/** 科技咨询1场: sessions told with a number of their own. */
const counted = ({ evidence: { sessions, kind } }: Report): boolean =>
  sessions !== undefined && kind !== undefined && sessions[0] !== kind[0]

/** Below what a reading is asked about. */
function least(s: Scan, reports: readonly Report[]): number {
  // 望江讲座1场: whose and how many, though not when
  if (reports.some((r) => r.date === null))
    return reports.every((r) => r.branch !== null && counted(r)) ? unlikeADay : unlike
  if (reports.every((r) => r.branch !== null)) return unlikeABranch
  return reports.every(figured) || ours(s) ? unlikeOurs : unlikeADay
}

/** Whether it may be one, though the rules refuse it. */
export const likely = (s: Scan): boolean => reportLike(s) > alike

/**
 * Rows that refuse for want of something, or for a word beside the telling. What is told of others is told as reports
 * are, and what lies ahead is a plan: those rows stand, however alike.
 */
const forWant: ReadonlySet<string> = new Set([
  'question',
  'which one',
  'cancelled',
  'rumour',
  'comment',
  'remembered',
  'among those who came',
  'each only',
  'aim',
  'no activity',
  'no doer, no day',
  'nobody did it',
  'nothing done',
  'no figure of it',
  'too little for it',
  'weak',
])
export const mayBeOne = (refused: string): boolean => forWant.has(refused)

/** The same of the sentences it is told in, where others stand around them. */
function ownPart(s: Scan, b: Pick<Built, 'kind' | 'draft'>): number {
  const { sentence } = s.clauses[b.kind.clause]!
  const own = s.clauses.filter((c) => c.sentence === sentence)
  const from = own[0]!.start
  const to = Math.max(own.at(-1)!.end, ...b.draft.figures.map((f) => f.end))
  return to - from < s.text.length * most ? partLike(s, from, to) : reportLike(s)
}
const most = 0.7

const asked = (r: Report): Report => ({ ...r, confidence: Math.min(r.confidence, doubtful) })

/** Asked about where the whole is hardly like a report, a unit like one it is not taken for, or the kind unlike its kind. */
export function lookedAgain(s: Scan, reports: readonly Report[]): Report[] {
  if (reports.length === 0) return []
  const only = reports.length === 1 ? reports[0]! : null
  const kind = only && !counted(only) ? otherKind(s, only.kind) : null
  if (only && kind !== null) return [asked({ ...only, kind })]
  const nobodys = reports.every((r) => r.branch === null)
  const all = reportLike(s) < least(s, reports) || ((only !== null || nobodys) && anothersDeed(s, reports))
  return reports.map((r) => (all || notItsOwn(s, r) ? asked(r) : r))
}

/** The kind labelled messages give it instead, or its own where it is only hardly like that; null where nothing is amiss. */
function otherKind(s: Scan, kind: Kind): Kind | null {
  const shares = kindLike(s)
  if (shares.get(kind)! >= hardly) return null
  const [best, share] = [...shares].reduce((a, b) => (b[1] > a[1] ? b : a))
  if (kind === 'lecture' && best === 'publicity' && saidByVerb.test(s.text)) return null
  return share > surely && countsDocuments(best) === countsDocuments(kind) ? best : kind
}
/** 讲观星 is a lecture, however often stars were shown and not told of. */
const saidByVerb = /(?:^|[天晚午]|在[^,，。;；、\s]{1,10})讲(?![座课解台话稿义堂师坛了的])[^,，。;；、\s]/

/** A unit that nothing told was taken for stands as those stand that did it, and not in the name of a place. */
function anothersDeed(s: Scan, reports: readonly Report[]): boolean {
  const limit = reports.length > 1 ? unitDidAll : reports[0]!.branch === null ? unitDid : unitDidInstead
  return unitsOf(s).some(
    (t) =>
      reports.every(
        (r) =>
          t.unit !== r.branch &&
          !r.partners.includes(t.unit) &&
          !(t.unit === s.root && r.branch !== null) &&
          !within(s.n.span(t.start, t.end), r.evidence.venue),
      ) && unitLike(s, t) > limit,
  )
}

const within = (
  [start, end]: readonly [number, number],
  of: readonly [number, number] | undefined,
): boolean => of !== undefined && start < of[1] && of[0] < end

/** Wherever its unit is named, it stands as those that did not do it. */
function notItsOwn(s: Scan, r: Report): boolean {
  const named = unitsOf(s).filter((t) => t.unit === r.branch)
  return named.length > 0 && named.every((t) => unitLike(s, t) < unitDidNot)
}
