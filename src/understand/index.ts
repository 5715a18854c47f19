import type { PlainDate } from '../core/day.js'
import type { Kind } from '../core/kinds.js'
import type { Doubt, Plan, Reading, Report } from '../core/report.js'
import type { Span } from '../core/span.js'
import type { Gazetteer } from './units/gazetteer.js'
import { lexicon } from './words/lexicon.js'
import { besideOthers } from './judge/beside-others.js'
import { confidenceOf, doubtful } from './judge/confidence.js'
import { doubtsOf } from './judge/doubts.js'
import { isCounting } from './structure/draft.js'
import { drafts } from './structure/drafts.js'
import { refusal } from './judge/judge.js'
import { normalize } from './text/normalize.js'
import { likely, lookedAgain, mayBeOne, unlikely } from './judge/second-look.js'
import { withoutRemarks } from './judge/remarks.js'
import { planOf } from './judge/plans.js'
import { lent } from './report/lent.js'
import { build, type Built } from './report/reports.js'
import { countedOnce } from './report/counted-once.js'
import { scan, scanned, type Scan } from './scan.js'
import { segments } from './structure/segments.js'
import { handOver, shareOut } from './structure/totals.js'

export { gazetteer, type Gazetteer } from './units/gazetteer.js'
export { kindRows, kindWord, kindWords } from './words/kinds.js'

/** What a message is read against: the units of its association and the civil time there when it was sent. */
export interface Context {
  readonly units: Gazetteer
  readonly sentAt: { readonly day: PlainDate; readonly minute: number }
}

/** Reads one message. Pure; never throws for any string; cost linear in its length. */
export function understand(text: string, { units, sentAt }: Context): Reading {
  const s = scan(text, units, sentAt)
  const whole = read(s)
  if (whole.refused > 0)
    for (const n of withoutRemarks(s)) {
      const { reports, plans, doubts } = read(scanned(n, units, sentAt))
      if (reports.length > whole.reports.length && reports.every(oursCounted))
        return { reports: reports.map((r) => asBefore(whole, r)), plans, doubts }
    }
  return whole
}

const oursCounted = (r: Report): boolean =>
  r.branch !== null &&
  ((r.attendance ?? r.count ?? r.adopted ?? r.materials) !== undefined || (r.sessions?.value ?? 0) > 1)

/** What is told for sure only without the remark behind it is asked about; the rest stays as sure as it was. */
const asBefore = (whole: Reading, r: Report): Report =>
  whole.reports.find((w) => w.evidence.kind?.[0] === r.evidence.kind?.[0]) ?? {
    ...r,
    confidence: Math.min(r.confidence, doubtful),
  }

/** As the rules alone read it, without the second look: what npm run learn teaches with. */
export const byRules = (text: string, { units, sentAt }: Context): Reading =>
  read(scan(text, units, sentAt), false)

function read(s: Scan, again = true): Reading & { readonly refused: number } {
  let count = 0
  const reports: Report[] = []
  const plans: Plan[] = []
  const doubts: Doubt[] = []
  const aside: Report[] = []
  const told = segments(s).map((segment) => drafts(s, segment))
  // ①讲座5场②义诊2场，人数依次是330、145: the list goes to the items
  if (told.length > 1) {
    shareOut(s, told.flat())
    handOver(s, told)
  }
  for (const ds of told) {
    const built: Built[] = []
    ds.forEach((d, i) => {
      const b = build(s, d, ds[i + 1]) ?? lent(s, ds, i)
      if (b) built.push(b)
    })
    const refused = built.map((b) => refusal(s, b) ?? (again && unlikely(s, b) ? 'unlike a report' : null))
    const list = refused.includes(null) || built.filter(countedItself).length > 1
    built.forEach((b, i) => {
      // 建议1件；调研报告2篇；信息5条: items of one list are told alike
      const alike = (list || reports.length > 0) && besideOthers(refused[i]!, b)
      const why =
        alike || (list && refused[i] === 'too little for it' && countedItself(b)) ? null : refused[i]!
      if (why === null) {
        doubts.push(...doubtsOf(s, b, reports.length))
        b.report.confidence = alike ? Math.min(confidenceOf(s, b), doubtful) : confidenceOf(s, b)
        reports.push(b.report)
      } else {
        count++
        if (mayBeOne(why)) aside.push({ ...b.report, confidence: doubtful })
        if (!lyingAhead.has(why)) return
        const plan = planOf(s, b)
        if (plan) plans.push(plan)
      }
    })
  }
  const once = countedOnce(s, reports, doubts)
  if (!again) return { ...once, plans, refused: count }
  const taken =
    once.reports.length === 0 && plans.length === 0 && aside.length > 0 && likely(s) ? aside : once.reports
  return { reports: lookedAgain(s, taken), plans, doubts: once.doubts, refused: count }
}

/** 讲座4场, 信息5条: told with its own number. */
const countedItself = (b: Built): boolean => b.draft.figures.some((f) => isCounting(f) && !f.each)

/** Refusals that leave a plan. */
const lyingAhead: ReadonlySet<string> = new Set(['future day', 'future', 'notice'])

/** Units named anywhere in a text by name, alias or variant, in order: for commands, where a bare alias is enough. */
export function unitsIn(text: string, units: Gazetteer): { name: string; span: Span }[] {
  const n = normalize(text)
  const out: { name: string; span: Span }[] = []
  for (let i = 0; i < n.text.length;) {
    const found = units.forms.at(n.text, i)
    if (found) out.push({ name: found.value.unit, span: n.span(i, found.end) })
    i = found ? found.end : i + 1
  }
  return out
}

/** Kinds named in a text, in order, overlapping words once: 讲座和义诊 → lecture, clinic. For commands. */
export function kindsIn(text: string): { kind: Kind; span: Span }[] {
  const n = normalize(text)
  const words = lexicon()
  const out: { kind: Kind; span: Span }[] = []
  for (let i = 0; i < n.text.length;) {
    const found = words.at(n.text, i)
    if (found?.value.kind) out.push({ kind: found.value.kind.kind, span: n.span(i, found.end) })
    i = found ? found.end : i + 1
  }
  return out
}
