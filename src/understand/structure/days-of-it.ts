import {
  type Draft,
  type State,
  ahead,
  isActive,
  isPeople,
  isPrimary,
  isSingleDay,
  sameDays,
  sentenceOf,
} from './draft.js'
import type { DateMention } from '../dates/mentions.js'
import { pattern } from '../text/pattern.js'

/** 20号上午某校210人，20号下午某校190人: the day said again with another time, and people of its own. */
export function ofAnotherTime(st: State, i: number, d: Draft, m: DateMention): boolean {
  const day = d.dates[0]
  const time = /^(上午|下午|晚上|早上|中午|傍晚)/
  return (
    day !== undefined &&
    d.figures.some(isPeople) &&
    sameDays(day, m) &&
    m.clause > day.clause &&
    time.test(st.s.text.slice(m.token.end, m.token.end + 2)) &&
    time.test(st.s.text.slice(day.token.end, day.token.end + 2)) &&
    ahead(st, i) === 'figure'
  )
}

/** 一场讲座，11.5，48人: a day right behind what was named and numbered. */
export function ofOneNamed(st: State, i: number, d: Draft, m: DateMention): boolean {
  const named = d.kinds.findLast(isActive)
  const last = d.figures.at(-1)
  const next = st.es[i + 1]
  return (
    named !== undefined &&
    last !== undefined &&
    isSingleDay(m) &&
    d.figures.every((f) => f.counts === 'sessions' && f.measure.value === 1) &&
    sentenceOf(st, i) === st.s.clauses[last.clause]!.sentence &&
    sentenceOf(st, i) === st.s.clauses[named.clause]!.sentence &&
    next?.is === 'figure' &&
    isPeople(next.figure) &&
    d.dates.every((x) => d.dateInherited || x.token.date.from !== x.token.date.to)
  )
}

/** Nothing but a kind and its number stands in front of the colon, and behind it one day, one headcount and no other number. */
export function headsOneDay(st: State, i: number, d: Draft, m: DateMention): boolean {
  const held = d.figures[0]
  if (!held || held.counts !== 'sessions' || held.measure.value < 2 || d.figures.length > 1) return false
  if (d.dates.length > 0 || d.branch !== null || !d.kinds.some(isActive) || !isSingleDay(m)) return false
  if (st.s.text[m.token.start - 1] !== ':') return false
  const rest = st.es.slice(i + 1, i + 16)
  const told = rest.flatMap((e) => (e.is === 'figure' && isPrimary(e.figure) ? [e.figure] : []))
  return told.length === 1 && told.every((f) => isPeople(f) && f.total) && !rest.some((e) => e.is === 'date')
}

/** A quarter, a half or a year stands over the months in it, each with figures of its own. */
export function headsMonths(st: State, i: number, d: Draft, m: DateMention): boolean {
  const over = d.dates.length === 1 ? d.dates[0]!.token.date : undefined
  const inside = (x: DateMention): boolean =>
    over !== undefined &&
    x.token.date.kind === 'month' &&
    over.from <= x.token.date.from &&
    over.to >= x.token.date.to
  if (!over || over.kind === 'month' || over.kind === 'day' || d.figures.some(isPrimary) || !inside(m))
    return false
  let counted = false
  for (let k = i + 1; k < Math.min(st.es.length, i + 24); k++) {
    const e = st.es[k]!
    if (e.is === 'figure' && isPrimary(e.figure)) counted = true
    if (e.is === 'date' && !counted) return false
    if (e.is === 'date' && !inside(e.date)) return false
    // 2月没活动 stands between
    if (e.is === 'date' && ahead(st, k) !== 'none') return true
  }
  return false
}

/**
 * 巡诊2场 11.17东村 11.18西村 共98人: behind a kind and its number as many single days, nothing counted between them, and one headcount
 * of all of them behind.
 */
export function oneOfSoMany(st: State, i: number, d: Draft, m: DateMention): boolean {
  const held = d.figures.at(-1)
  const so = held?.measure.value ?? 0
  if (!held || held.counts !== 'sessions' || so < 2 || so > 6 || !d.kinds.some(isActive)) return false
  if (d.figures.length > 1 || d.dates.length === 0 || d.dates.length >= so || !isSingleDay(m)) return false
  if (d.dates.some((x) => x.token.start < held.start || !isSingleDay(x))) return false
  let days = d.dates.length + 1
  for (let k = i + 1; k < Math.min(st.es.length, i + 12); k++) {
    const e = st.es[k]!
    if (e.is === 'date' && isSingleDay(e.date)) days++
    else if (e.is === 'figure')
      return days === so && isPeople(e.figure) && e.figure.total && !ownBetween(st, held.end, e.figure.start)
    else if (e.is === 'kind' && isActive(e.kind)) return false
  }
  return false
}

/** One of our own branches stands there: it held what its day tells. */
const ownBetween = (st: State, from: number, to: number): boolean =>
  st.s.units.some((u) => u.token.start >= from && u.token.start < to)

/** A kind with a day of its own that was not held, in a sentence or clause before. */
export function fellThrough(st: State, d: Draft, m: DateMention): boolean {
  const told = d.kinds.findLast(isActive)
  if (!told || told.clause >= m.clause || d.dates.length === 0 || d.dateInherited) return false
  return off(st.s.text, told.end, Math.min(m.token.start, told.end + 30))
}
const off = pattern(
  /没(有|能)?(搞|办|开|去|讲|做|弄|培|教)?(成|了|上)|取消|泡汤|黄了|改期|推迟|延期|往后推|推到|停了/,
)

/** 19号讲座55人，26号再讲一场, said on the 22nd: a day without its month that would lie before what was told first is still to come. */
export const withoutComing = (st: State, out: readonly Draft[]): Draft[] =>
  out.filter((d, k) => {
    const day = d.dates[0]
    const before = k > 0 ? out[k - 1]!.dates[0] : undefined
    if (!day || !before || !isSingleDay(day) || day.token.date.from >= before.token.date.from) return true
    if (d.figures.some((f) => isPrimary(f) && f.counts !== 'sessions')) return true
    return !yetToCome(st.s.text, day.token.end, day.token.end + 12)
  })
const yetToCome = pattern(
  /^(上午|下午|晚上)?[^,，。;了过]{0,4}(再|还要|还有|还得|接着|继续)[^,，。;了过]{0,6}($|[,，。;])/,
)
