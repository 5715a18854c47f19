import { daysBetween } from '../../core/day.js'
import { wholeNumber } from '../numbers/numeral.js'
import type { Measure } from '../../core/measure.js'
import type { MeasureName } from '../../core/report.js'
import { attendance } from '../figures/attendance.js'
import type { Area } from '../structure/area.js'
import { type Draft, isSingleDay } from '../structure/draft.js'
import { pattern } from '../text/pattern.js'
import type { Figure } from '../figures/figures.js'
import { lessonsOnDays } from './lessons-on-days.js'
import { inTurns } from './in-turns.js'
import { eachTimes } from './measures-each.js'
import type { KindMention } from '../mentions/mention.js'
import type { Span } from '../../core/span.js'
import { firstBehind } from '../text/ordered.js'
import type { Scan } from '../scan.js'
import type { DateToken } from '../tokens.js'

/** What a report may count; a name not there was not told. */
export type Measures = { [K in MeasureName]?: Measure }

/** The one of an event or a paper told without a number; it stands on the word that names it. */
export const one = (span: Span): Measure => ({ value: 1, qualifier: 'exact', words: '', span })

/** Figures that count so, without those that are parts of another. */
export const of = (fs: readonly Figure[], counts: Figure['counts']): Figure[] =>
  fs.filter((f) => f.counts === counts && !f.part)

/** The first figure, or the stated total among several. */
export function first(fs: readonly Figure[]): Measure | null {
  return (fs.find((f) => f.total) ?? fs[0])?.measure ?? null
}

/** Parts add up unless a total is stated. */
export function added(fs: readonly Figure[]): Measure | null {
  if (fs.length < 2) return fs[0]?.measure ?? null
  const total = fs.find((f) => f.total)
  if (total) return total.measure
  return { ...fs[0]!.measure, value: fs.reduce((n, f) => n + f.measure.value, 0) }
}

/** 两场，每场发资料50份: of each. */
function handedOut(fs: readonly Figure[], sessions: number): Measure | null {
  const [f] = fs
  if (fs.length === 1 && f!.each && sessions > 1) return { ...f!.measure, value: f!.measure.value * sessions }
  // 带去500份，拿回来60份，实发440份
  const gone = fs.filter((x) => x.actual)
  return added(gone.length === 1 && fs.every((x) => x.measure.value >= gone[0]!.measure.value) ? gone : fs)
}

/** 上午一场下午一场: each time of day its own; 在甲校、乙校各作一场: each place its own. */
function held(s: Scan, d: Draft, fs: readonly Figure[], each: readonly Figure[]): Measure | null {
  const times = fs.filter((f) =>
    /(上午|下午|晚上|晚间|早上|中午)(各)?$/.test(s.text.slice(Math.max(0, f.start - 3), f.start)),
  )
  if (times.length > 1 && times.length === fs.length) return added(fs)
  const all = ofAll(s.text, fs)
  if (all) return all.measure
  const one = each[0]
  const lead = one ? s.text.slice(Math.max(0, one.start - 12), one.start) : ''
  if (
    one &&
    fs.length === 0 &&
    one.measure.value === 1 &&
    /(上下午|上午和?下午|早晚|上、下午)[^,，。;]{0,4}$/.test(lead)
  ) {
    const [from, to] = [d.dates[0]?.token.date.from, d.dates.at(-1)?.token.date.to]
    const all = from && to && daily.test(lead) ? daysBetween(from, to) + 1 : 1
    return { ...one.measure, value: all > 0 && all <= 10 ? 2 * all : 2 }
  }
  // 5号到7号，每天一场: so many days
  const span = d.dates.find((m) => m.token.date.from !== m.token.date.to)?.token.date
  const days = span ? daysBetween(span.from, span.to) + 1 : 0
  if (
    one &&
    fs.length === 0 &&
    one.measure.value === 1 &&
    days <= 10 &&
    /(每天|每日|每晚|一天|天天都?[上讲办开有做]?了?)$/.test(lead) &&
    days > 1
  )
    return { ...one.measure, value: days }
  // 去了四个村，每个村义诊一次
  const every = one && fs.length === 0 && one.measure.value === 1 ? placesEach(s.text, one.start) : 1
  if (every > 1) return { ...one!.measure, value: every }
  // 两点三点各一节: each hour its own
  const hours = /((?:[0-9一二两三四五六七八九十]{1,3}点半?[、和,， ]?){2,6})各[^,，。;]{0,4}$/.exec(lead)
  if (one && fs.length === 0 && hours && one.measure.value === 1)
    return { ...one.measure, value: hours[1]!.split('点').length - 1 }
  if (alternating(s.text, d.figures, fs)) return added(fs)
  // 在甲村、乙村各办一场，两场加起来97人
  if (fs.length > 0 || each.length !== 1 || one!.measure.value !== 1) return first(fs)
  // 某会下午和晚上各一场: times of the day are no doers
  const byTime = /(上午|下午|晚上|早上|中午|傍晚)[^,，。;]{0,4}$/.test(lead)
  const told = !byTime && doersBefore(s, one!.start) ? 1 : placesBefore(s.text, one!.start)
  // 18日和19日各一次，18日70人: told day by day
  const n = told > 1 ? told : d.dates.length === 1 && isSingleDay(d.dates[0]!) ? 1 : daysBefore(s, one!.start)
  return n > 1 ? { ...one!.measure, value: n } : null
}

/** 每天上下午各讲一场 */
const daily = /每[天日]的?(?:上|早)/

/** …，下午又去邻镇讲一场，两场合计120人: how many there were of them all. */
export const ofAll = (text: string, fs: readonly Figure[]): Figure | undefined =>
  fs.find(
    (f, k) =>
      k > 0 &&
      f.measure.value > 1 &&
      fs.slice(0, k).every((x) => x.measure.value === 1) &&
      fs.slice(0, k).length <= f.measure.value &&
      // 东门一场56人，西门两场90人: those of another place
      ',，。;；、 共计这前后'.includes(text[f.start - 1] ?? ',') &&
      /^(?:讲座|课)?(?:一共|合计|共计|总共|共|加起来|总计|合起来|加在一起|加一起|下来|[0-9一二两三四五六七八九十百]{2,5}[多来余]?(?:人|名|位))/.test(
        text.slice(f.end, f.end + 6),
      ),
  )

/** 进小学7场1460人，进中学2场600人: every number of sessions with its people behind it. */
function alternating(text: string, all: readonly Figure[], fs: readonly Figure[]): boolean {
  if (fs.length < 2 || fs.some((f) => f.total)) return false
  const told = all.filter((f) => !f.part && !f.each && (f.counts === 'people' || f.counts === 'sessions'))
  // …，合计146人: what they come to, behind them all
  const both = told.at(-1)?.total ? told.slice(0, -1) : told
  return (
    both.length === 2 * fs.length &&
    both.every((f, k) => f.counts === (k % 2 === 0 ? 'sessions' : 'people') && !f.total) &&
    fs.every(
      (f) =>
        (f.clause > fs[0]!.clause || f === fs[0]) && !'头后前另再又这那有'.includes(text[f.start - 1] ?? ' '),
    )
  )
}

/** 四个村，每个村…一次: how many of that sort stand in front; 1 where none do. */
function placesEach(text: string, at: number): number {
  const lead = text.slice(Math.max(0, at - 48), at)
  const each =
    /(?:每(?:个|所|家|座)?|[,，、]一)(村|社区|学校|校|镇|乡|点|小区|寨|屯|单位|厂|街道|中学|小学)[^,，。;0-9]{0,8}$/.exec(
      lead,
    )
  if (!each) return 1
  const many = /([0-9]{1,2}|[两二三四五六七八九十])(?:个|所|家|座)([\u4e00-\u9fa5]{1,3})/g
  const told = [...lead.slice(0, each.index).matchAll(many)].find((m) => m[2]!.startsWith(each[1]!))
  return told ? (wholeNumber(told[1]!) ?? 1) : 1
}

/** 甲村、乙村各…, 四所学校各…: how many places stand in front of 各; 1 where none do. */
function placesBefore(text: string, at: number): number {
  const lead = text.slice(Math.max(0, at - 40), at)
  const many =
    /([0-9]{1,2}|[两二三四五六七八九十])(?:(?:所|个|家|座)[^,，。;0-9、]{1,8}|处|地|边|头)各[^,，。;0-9]{0,8}$/.exec(
      lead,
    )
  if (many) return wholeNumber(many[1]!) ?? 1
  const places = /(?:^|[在到赴去往,，:：。])([^,，。;:：在到赴去往各]+)各[^,，。;0-9]{0,8}$/.exec(lead)
  return places ? named(places[1]!) : 1
}
/** 永和社区、东村; 幸福社区和和平社区: what 和 only begins or ends is no name. */
const named = (list: string): number => list.split(/[、和与及]/).filter((name) => name.length > 1).length || 1

const lists = (text: string, from: number, to: number): boolean =>
  /^[^,，。;在到赴去给为]*[、和与][^,，。;在到赴去给为]*$/.test(text.slice(from, to))

const soManyLessons = /(?:讲|上|送|授)了?([两二三四五六七八九2-9])课(?![本文时题堂程])/
const eachALesson = pattern(/各(讲|上|送)了?一课/)

/** 甲会、乙会各讲一课: who gave them, no places. */
const doersBefore = (s: Scan, at: number): boolean =>
  s.units.some(
    (u) =>
      u.token.end <= at && u.token.end > at - 24 && u.role !== 'none' && lists(s.text, u.token.start, at),
  ) && !timesOfDay.test(s.text.slice(Math.max(0, at - 8), at))
/** 某会下午和晚上各一场: two times of one. */
const timesOfDay = /(?:[上下中]午|早上|晚上|早)[、和与及](?:[上下中]午|早上|晚上|晚)(?:各[^,，。;0-9]{0,3})?$/

/** 到甲校、乙校各讲一课: a lesson at each. */
function lessons(s: Scan, { start, end }: Area): Measure | null {
  // 讲了两课，一课…34人，一课…48人
  const many = soManyLessons.exec(s.text.slice(start, end))
  if (many) {
    const n = wholeNumber(many[1] === '两' ? '二' : many[1]!) ?? 0
    const from = start + many.index
    return { ...one(s.n.span(from, from + many[0].length)), value: n }
  }
  if (!eachALesson(s.text, start, end)) return null
  const at = start + s.text.slice(start, end).search(/各(讲|上|送)了?一课/)
  if (doersBefore(s, at)) return null
  const n = placesBefore(s.text, at + 1)
  return n > 1 ? { ...one(s.n.span(at, at + 4)), value: n } : null
}

/** 周一周三周五各讲一场, 3号和10号，某会各办一期: how many single days stand in one breath close in front. */
function daysBefore(s: Scan, at: number): number {
  let n = 0
  let next: DateToken | null = null
  for (let k = firstBehind(s.tokens, at) - 1, i = 0; k >= 0 && i < 24; k--, i++) {
    const t = s.tokens[k]!
    if (t.type !== 'date') continue
    const apart = s.text.slice(t.end, next?.start ?? at)
    if (next ? !/^[、,和及与跟]?$/.test(apart) : /[。;\n]/.test(apart) || apart.length > 24) break
    if (t.date.from !== t.date.to) return 1
    next = t
    n++
  }
  return Math.max(1, n)
}

/** 一路…听课205人；一路…330人; 第一天88人，第二天104人: told one after the other, each with its own people. */
const round =
  /(?:^|[,，。;:；、\n ])[^,，。;:]{0,4}?(?:(第[一二三四五六]|[头前后]一|另一?|首|一)(天|个地方|个点|场|回|次|期|站|处|路|组|队|批|堂|讲)|(上午|下午|早上|晚上|夜里|傍晚))/g

function rounds(s: Scan, fs: readonly Figure[]): { attendance: Measure; n: number; days: boolean } | null {
  const people = fs.filter((f) => f.counts === 'people' && !f.total && !f.part && !f.each && !f.aside)
  if (people.length < 2) return null
  // 兵分三路：甲校410人；乙校365人；丙校290人
  const ways = /(?:兵分|分成?)([二两三四五六])(?:路|组|队)/.exec(
    s.text.slice(Math.max(0, people[0]!.start - 60), people[0]!.start),
  )
  if (ways && wholeNumber(ways[1]!) === people.length)
    return { attendance: added(people)!, n: people.length, days: false }
  const names = people.map((f, i) => {
    const from = i === 0 ? Math.max(0, f.start - 40) : people[i - 1]!.end
    const said = [...s.text.slice(from, f.start).matchAll(round)].at(-1)
    return said?.[2] ?? (said?.[3] ? '时' : undefined)
  })
  if (
    names.some((w) => w === undefined) ||
    new Set(names).size > 1 ||
    fs.some((f) => f.counts === 'people' && f.total)
  )
    return null
  return { attendance: added(people)!, n: people.length, days: names[0] === '天' || names[0] === '时' }
}

/** 上了三堂…，一堂32人: the only headcount, of one of several. */
function eachSaid(s: Scan, d: Draft, sessions: number): boolean {
  const people = of(d.figures, 'people')
  const f = people[0]
  return (
    sessions > 1 &&
    people.length === 1 &&
    f !== undefined &&
    !f.each &&
    !f.total &&
    /[,，。;、 ]一(堂|场|节|期|班|次)(课|大概|大约|约|有)?$/.test(
      s.text.slice(Math.max(0, f.start - 5), f.start),
    ) &&
    !/[,，。;]另(?:外)?一?(堂|场|节|期|班|次)/.test(s.text.slice(f.end, f.end + 10))
  )
}

const oneMore = (s: Scan, f: Figure): boolean =>
  /(?:又|再|另|临时|额外|多)加(?:开|讲|办|演|映)?了?$/.test(s.text.slice(Math.max(0, f.start - 6), f.start))

const inTurn = /[,，:：。;](?:头一|第一|前一)([趟次场回])[^。;\n]{1,40}[,，。;](?:第二|后一|另一)\1/
function firstOfThem(s: Scan, d: Draft, fs: readonly Figure[]): boolean {
  const [f] = fs
  if (!f || fs.length > 1) return false
  const said = inTurn.exec(s.text.slice(f.end - 1, f.end + 70))
  return said !== null && d.figures.every((x) => x.end <= f.end - 1 + said.index + said[0].length)
}

/** 讲了60场，其中去乡镇20场1200人: the people of some of the sessions, and of the others nothing is told. */
function ofPartOnly(fs: readonly Figure[]): boolean {
  const heads = fs.filter((f) => f.counts === 'people')
  const all = fs.find((f) => f.counts === 'sessions' && !f.part && !f.each)
  const some = fs.filter((f) => f.counts === 'sessions' && f.part).reduce((n, f) => n + f.measure.value, 0)
  return (
    all !== undefined &&
    some > 0 &&
    some < all.measure.value &&
    heads.length > 0 &&
    heads.every((f) =>
      fs.some(
        (x) =>
          x.counts === 'sessions' &&
          x.part &&
          x.measure.value < all.measure.value &&
          f.start >= x.end &&
          f.start - x.end < 1,
      ),
    )
  )
}

/** What an event counts: sessions, people, materials, helpers, hours, medicine. Nothing that was not told, but the one session the caller may assume. */
export function eventMeasures(s: Scan, d: Draft, kind: KindMention, area: Area): Measures {
  const out: Measures = {}
  const put = (name: MeasureName, m: Measure | null): void => {
    if (m) out[name] = m
  }
  // 三下乡来了95人，专家讲了3个专题: what was spoken of there
  const teaches = kind.kind === 'lecture' || kind.kind === 'training'
  const sessions = of(d.figures, 'sessions').filter(
    (f) => teaches || !/^(?:专题|题目|课题|话题)/.test(s.text.slice(f.end, f.end + 2)),
  )
  const whole = sessions.filter((f) => !f.each)
  put(
    'sessions',
    held(
      s,
      d,
      whole,
      sessions.filter((f) => f.each),
    ),
  )
  // 上午人太多，下午又加了一场: besides the one told
  if (out.sessions?.value === 1 && whole.length === 1 && oneMore(s, whole[0]!))
    out.sessions = { ...out.sessions, value: 2 }
  // 跑了两趟，头一趟量血压，第二趟讲跌倒: of them all, and this is the first
  if (out.sessions && out.sessions.value > 1 && firstOfThem(s, d, whole))
    out.sessions = one(s.n.span(kind.start, kind.end))
  const onDays = sessions.length === 0 ? lessonsOnDays(d) : null
  if (onDays) put('sessions', { ...one(s.n.span(kind.start, kind.end)), value: onDays.n })
  const taught = sessions.length === 0 ? lessons(s, area) : null
  if (taught) put('sessions', taught)
  const turns = inTurns(s, d)
  if (turns) {
    put('sessions', turns.sessions)
    put('attendance', turns.attendance)
  }
  const told = turns ? null : rounds(s, d.figures)
  if (told && !told.days && sessions.length === 0)
    put('sessions', { ...told.attendance, value: told.n, qualifier: 'exact', words: '' })
  if (told) put('attendance', told.attendance)
  else if (!d.shared && !turns)
    put('attendance', attendance(d.figures, kind.kind, out.sessions?.value ?? null))
  if (out.attendance && ofPartOnly(d.figures)) delete out.attendance
  const only = of(d.figures, 'people')
  const groups = sessions.length === 0 && only.length === 1 && !told ? eachTimes(s, d, only[0]!) : null
  if (out.attendance && groups !== null)
    out.attendance = { ...out.attendance, value: only[0]!.measure.value * groups }
  if (out.attendance && eachSaid(s, d, out.sessions?.value ?? 1))
    out.attendance = { ...out.attendance, value: out.attendance.value * out.sessions!.value }
  put('materials', handedOut(of(d.figures, 'materials'), out.sessions?.value ?? 1))
  const online = first(of(d.figures, 'online'))
  if (online) put(out.attendance ? 'online' : 'attendance', online)
  if (kind.kind === 'enterprise') put('count', first(of(d.figures, 'firms')))
  put('helpers', first(of(d.figures, 'helpers')))
  put('hours', first(of(d.figures, 'hours')))
  put('medicine', first(of(d.figures, 'medicine')))
  return out
}
