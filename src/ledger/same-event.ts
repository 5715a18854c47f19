import { daysBetween } from '../core/day.js'
import type { Activity } from '../store.js'
import { wholeNumber } from '../understand/numbers/numeral.js'

/** What is compared to tell whether two tellings are of one event. */
export interface Told {
  readonly activity: Pick<
    Activity,
    'kind' | 'unit' | 'period' | 'venue' | 'topics' | 'speakers' | 'measures' | 'partners' | 'scope'
  >
  readonly text: string
  /** Name of who told it: a lecturer often tells of himself. */
  readonly teller: string
}

/** What two tellings share, in words for people: 同日, 地点, 讲师, 题目, 人数, 说法. */
export function signsShared(a: Told, b: Told): string[] {
  const signs: string[] = []
  const venue = commonPlace(a.activity.venue, b.activity.venue) ?? placeNamed(a, b) ?? placeNamed(b, a)
  if (venue) signs.push(venue)
  // the teller alone is no sign: a contact tells of many events, a lecturer only of his own
  const told =
    overlap(a.activity.speakers, [...b.activity.speakers, b.teller]) ||
    overlap([a.teller], b.activity.speakers)
  if (told) signs.push('讲师')
  if (overlap(a.activity.topics, b.activity.topics)) signs.push('题目')
  const n = a.activity.measures.attendance
  const m = b.activity.measures.attendance
  if (n && m && closeTo(n, m)) signs.push(`${Math.max(n.value, m.value)}人`)
  if (similarity(a.text, b.text) >= 0.7 || contained(a.text, b.text) >= 0.7) signs.push('说法')
  return signs
}

/**
 * Same branch, same kind, at most a day apart, and two signs in common (place, lecturer, topic, audience, words):
 * probably one event told twice. Periods longer than three days are summaries and never compared here.
 */
export function probablySame(a: Told, b: Told): boolean {
  if (a.activity.unit !== b.activity.unit || a.activity.kind !== b.activity.kind) return false
  if (!near(a, b) || countedApart(a.text, b.text)) return false
  const places = [a.activity.venue, b.activity.venue]
  if (places[0] && places[1] && !commonPlace(places[0], places[1])) return false
  return signsShared(a, b).length + signsNamed(a, b) >= 2
}

/** Signs that stand in the other's words only, though they were not read there: 文化站那场防诈骗是我讲的. */
function signsNamed(a: Told, b: Told): number {
  const [x, y] = [a.activity, b.activity]
  const place = partNamed(x.venue, b) || partNamed(y.venue, a)
  const topicNamed = (topics: readonly string[], { activity, text }: Told): boolean =>
    activity.topics.length === 0 && topics.some((t) => clean(t).length >= 2 && text.includes(clean(t)))
  return Number(place) + Number(topicNamed(x.topics, b) || topicNamed(y.topics, a))
}

/** 文化站 of 南山文化站, 二小 of 北岭二小, where the other was not read to name a place. */
const partNamed = (venue: string | null, { activity, text }: Told): boolean =>
  venue !== null &&
  activity.venue === null &&
  !text.includes(venue) &&
  (text.includes(venue.slice(-3)) ||
    (/[一二三四五六七八九十]\D$/.test(venue) && text.includes(venue.slice(-2))))

/**
 * Different branches, at most a day apart, and the same place or topic, or one names the other as partner: perhaps a
 * joint event. Gives the signs for the secretariat, or null.
 */
export function perhapsJoint(a: Told, b: Told): string[] | null {
  const [x, y] = [a.activity, b.activity]
  if (x.unit === y.unit || x.unit === null || y.unit === null || !near(a, b)) return null
  const signs = signsShared(a, b).filter((s) => s !== '讲师')
  const named = x.partners.includes(y.unit) || y.partners.includes(x.unit)
  const place = commonPlace(x.venue, y.venue) !== null
  if (!named && !(x.kind === y.kind && (place || signs.includes('题目')))) return null
  if (named && x.venue && y.venue && !place) return null
  const day = x.period.start === y.period.start ? ['同日'] : []
  return [...day, ...(named ? ['联合'] : []), ...signs]
}

const near = (a: Told, b: Told): boolean =>
  [a, b].every(
    (t) => t.activity.scope === 'event' && daysBetween(t.activity.period.start, t.activity.period.end) <= 3,
  ) && Math.abs(daysBetween(a.activity.period.start, b.activity.period.start)) <= 1

/** The shorter of two place names when one holds the other (二中, 市二中), else null. */
export function commonPlace(a: string | null, b: string | null): string | null {
  if (!a || !b) return null
  const [m, n] = [ordinalIn(a), ordinalIn(b)]
  if (m !== null && n !== null && m !== n) return null
  const [x, y] = [a, b].map((place) => place.replace(/\s/g, '').replace(numeral, String(m ?? n ?? ''))) as [
    string,
    string,
  ]
  const [short, long, said] = x.length <= y.length ? [x, y, a] : [y, x, b]
  const same = short.length >= 2 && (long.includes(short) || isAbbreviation(short, long))
  return same || similarity(x, y) >= 0.7 ? said : null
}

const numeral = /[\d０-９]{1,9}|[〇零一二三四五六七八九十百]{1,9}/

const counted = /第([\d０-９]{1,9}|[〇零一二三四五六七八九十百]{1,9})([\u4e00-\u9fff])/g

/** What is told from its like by a number has another one in each: 第3期 and 第4期, 第3社区 and 第18社区. */
function countedApart(a: string, b: string): boolean {
  const numbers = (text: string): Map<string, Set<number | null>> => {
    const found = new Map<string, Set<number | null>>()
    for (const [, number, what] of text.slice(0, 600).matchAll(counted))
      found.set(what!, (found.get(what!) ?? new Set()).add(wholeNumber(number!)))
    return found
  }
  const others = numbers(b)
  return [...numbers(a)].some(([what, own]) => {
    const other = others.get(what)
    return other !== undefined && [...own].every((n) => !other.has(n))
  })
}

/** The number a place is told from its like by: 3 of 三小 and 第3小学, 13 of 十三小学; null: none. */
function ordinalIn(place: string): number | null {
  const found = numeral.exec(place)?.[0]
  return found === undefined ? null : wholeNumber(found)
}

/** The place of the one where the other names it too, though it was not read as one: 「前天向阳小学 义诊1场」. */
const placeNamed = ({ activity: { venue } }: Told, b: Told): string | null =>
  venue !== null && venue.length >= 3 && b.activity.venue === null && b.text.includes(venue) ? venue : null

/** 三小 of 第三小学: the short one's characters stand in the long one in order, first and last sense kept. */
function isAbbreviation(short: string, long: string): boolean {
  if (short.length > 4) return false
  let at = 0
  for (const c of short) {
    at = long.indexOf(c, at) + 1
    if (at === 0) return false
  }
  return true
}

const clean = (s: string): string => s.replace(/[《》“”"\s]/g, '')
const overlap = (a: readonly string[], b: readonly string[]): boolean =>
  a.some(
    (x) =>
      x !== '' && b.some((y) => y !== '' && (clean(x).includes(clean(y)) || clean(y).includes(clean(x)))),
  )

/** Equal, or within 15 % where either is approximate. */
function closeTo(a: { value: number; qualifier: string }, b: { value: number; qualifier: string }): boolean {
  if (a.value === b.value) return true
  if (a.qualifier === 'exact' && b.qualifier === 'exact') return false
  return Math.abs(a.value - b.value) <= 0.15 * Math.max(a.value, b.value)
}

/** Words that any two tellings of activities share. */
const common =
  /讲座|科普|义诊|培训|咨询|活动|老科协|分会|听众|群众|受众|学生|今天|昨天|前天|上午|下午|举办|开展|人次|资料|发放|大家|老师|[\d０-９]+[年月日号点人次场份]*/g

/** Share of the shorter telling's own words that the longer one holds too; 0 where it says too little of its own. */
function contained(a: string, b: string): number {
  const own = (s: string): Set<string> => new Set(grams(s.replace(common, ' ')))
  const [short, long] = [own(a), own(b)].sort((x, y) => x.size - y.size) as [Set<string>, Set<string>]
  if (short.size < 3) return 0
  return [...short].filter((g) => long.has(g)).length / short.size
}

/** Pairs of neighbouring characters; none runs over a space or a sign. */
const grams = (s: string): string[] =>
  s
    .slice(0, 600)
    .split(/[^\u4e00-\u9fffA-Za-z]+/)
    .flatMap((w) => Array.from({ length: Math.max(0, w.length - 1) }, (_, i) => w.slice(i, i + 2)))

/** Share of common character pairs (Dice), punctuation left out: 1 for equal texts. */
export function similarity(a: string, b: string): number {
  const pairs = (s: string): string[] => {
    const t = s.replace(/[\s，。、；：！？,.;:!?·…“”"'《》()（）【】]/g, '').slice(0, 600)
    return t.length < 2 ? [t] : Array.from({ length: t.length - 1 }, (_, i) => t.slice(i, i + 2))
  }
  const [x, y] = [pairs(a), pairs(b)]
  const left = new Map<string, number>()
  for (const g of x) left.set(g, (left.get(g) ?? 0) + 1)
  let common = 0
  for (const g of y) {
    const n = left.get(g) ?? 0
    if (n > 0) {
      common++
      left.set(g, n - 1)
    }
  }
  return (2 * common) / (x.length + y.length)
}
