import {
  type Draft,
  type State,
  ahead,
  begin,
  carry,
  filled,
  isActive,
  isPeople,
  isPrimary,
  isSingleDay,
  lastSentence,
  sameDays,
  sentenceOf,
} from './draft.js'
import { afterUnits } from './units.js'
import { dayInBrackets, nothingOn } from './bare-days.js'
import type { DateMention } from '../dates/mentions.js'
import { isDocument } from '../mentions/mention.js'
import {
  fellThrough,
  headsMonths,
  ofAnotherTime,
  ofOneNamed,
  headsOneDay,
  oneOfSoMany,
} from './days-of-it.js'
import { besides, leadsUp, numbersSomething } from '../no-day.js'
import { pattern } from '../text/pattern.js'
import { has } from '../tokens.js'

/** What a day does in a telling: it is its own, one of several of it, or opens the next. */
export function onDate(st: State, i: number, m: DateMention): void {
  const d = st.cur
  if (!d) {
    st.date = m
    st.dateInherited = false
    begin(st, i)
    return
  }
  // 讲座3场420人、义诊1次77人——8月20日至26日科普周; …，都是昨天: said last, for all
  if (
    (st.es.slice(i + 1).every((e) => e.is === 'unit' || (e.is === 'kind' && e.kind.weight === 'weak')) ||
      ofAll.test(st.s.text.slice(Math.max(0, m.token.start - 4), m.token.start))) &&
    st.out.length > 1 &&
    filled(d) &&
    st.out.every((x) => x.dates.length === 0)
  ) {
    for (const x of st.out) x.dates = [m]
    return
  }
  // 讲座改成两场了：5月21日某会在某校上午讲《…》、下午讲《…》，合计305人: one day and one headcount of what is headed
  if (headsOneDay(st, i, d, m)) {
    d.dates.push(m)
    st.date = m
    return
  }
  // 办了两场活动：三号…；五号…: how many there were stands over the days
  if (overDays(st, d, m)) {
    st.date = m
    st.dateInherited = false
    begin(st, i).dateInherited = false
    return
  }
  // 开了一次座谈会，商量明年的活动，到会19人: what was talked of
  if (talkedOf(st, d, m)) return
  // 以上数到今天; 八月准备再搞3期: said behind a telling that has its days
  if (filled(d) && d.dates.length > 0 && (besides(st.s, m) || onlyMeant(st, i, m))) return
  // …。与我1990年第一次来时大不同: a year that only numbers something, and nothing counted behind it
  if (filled(d) && d.dates.length > 0 && numbersSomething(st.s, m) && ahead(st, i) === 'none') return
  if (filled(d) && d.dates.length > 0 && ofSomethingElse(st, i, d, m)) return
  const prev = i > 0 ? st.es[i - 1] : undefined
  // 讲座一场（17日，60人），义诊一场（19日，75人）: each with its day in parentheses
  if (m.token.aside && d.dateInherited && st.out.length > 1 && isSingleDay(m)) {
    d.dates = [m]
    d.dateInherited = false
    return
  }
  // 本月：讲座（18日，46人）: the day of it in parentheses, in the time told first
  if (dayInBrackets(st, i, d, m)) {
    d.dates = [m]
    return
  }
  // 周一配眼镜，周二下雨没出门，周三义诊67人: days on which nothing was held
  if (nothingOn(st, d, m)) {
    d.dates = [m]
    st.date = m
    return
  }
  // 周四的义诊下雨没搞成；周五补了一场培训: what fell through on its day
  if (!filled(d) && fellThrough(st, d, m) && ahead(st, i) !== 'none') {
    const bare = ahead(st, i) === 'figure'
    st.date = m
    st.dateInherited = false
    d.void = true
    const again = begin(st, i)
    again.dateInherited = false
    if (bare) carry(again, d)
    return
  }
  // 今年2月份我歇了，6月11日在五中讲…: of the two the one that what was held stands behind
  if (toldOfElse(st, i, d, m)) {
    d.dates = [m]
    st.date = m
    return
  }
  // 20号上午某校210人，20号下午某校190人: the day said again, with a time of its own and people of its own
  if (ofAnotherTime(st, i, d, m)) {
    const later = begin(st, i)
    later.dates = [m]
    later.dateInherited = false
    carry(later, d)
    return
  }
  // 前天和昨天在某校，前天240人，昨天220人: the days told first come one by one
  const said = d.dates.at(-1)
  if (
    (!filled(d) || d.figures.every((f) => f.counts === 'sessions' && f.each)) &&
    said &&
    d.dates.length > 1 &&
    !m.token.aside &&
    m.clause > said.clause &&
    isSingleDay(m) &&
    d.dates.some((x) => sameDays(x, m))
  ) {
    d.dates = [m]
    return
  }
  // 一场讲座，11.5，48人；一次座谈，11.11，16人: the day of what was named and numbered right before it
  if (ofOneNamed(st, i, d, m)) {
    d.dates = d.dateInherited ? [m] : [...d.dates, m]
    d.dateInherited = false
    return
  }
  // 巡诊2场 11.17东村 11.18西村 共98人: as many days as there were
  if (oneOfSoMany(st, i, d, m)) {
    d.dates.push(m)
    return
  }
  // 累计到今天，今年…: what stood in front was no day of it
  if (!filled(d) && d.dates.length === 1 && st.date === d.dates[0] && besides(st.s, d.dates[0])) {
    d.dates = [m]
    st.date = m
    return
  }
  // 一季度讲师团：1月2场180人，3月5场610人: the months of what is headed by the quarter
  if (headsMonths(st, i, d, m)) {
    d.dates = [m]
    st.date = m
    d.dateInherited = false
    return
  }
  // 上周四、周五: the days of one telling
  if (
    prev?.is === 'date' &&
    prev.date === d.dates.at(-1) &&
    /^(、|和|及|与|,|至|到|~|-)?$/.test(st.s.text.slice(prev.date.token.end, m.token.start))
  ) {
    d.dates.push(m)
    return
  }
  if (
    (!filled(d) && d.dates.some((x) => sameDays(x, m))) ||
    (d.dates.length > 0 && sameDays(d.dates[0]!, m)) ||
    (st.seg.form && d.dates.length > 0 && !onNewRow(st, d, m))
  ) {
    d.dates.push(m)
    return
  }
  if (onNewRow(st, d, m)) {
    st.date = m
    begin(st, i).dateInherited = false
    return
  }
  if (d.dates.length === 0 || (d.dateInherited && !filled(d))) {
    d.dates = [m]
    d.dateInherited = false
    st.date ??= m
    return
  }
  // 十月份就搞了一次…培训在某镇二十三号来了59个: the day of the one just told
  if (dayOfIt(d, m)) {
    d.dates.push(m)
    return
  }
  const doer = anothersDay(st, i, d)
  const next = ahead(st, doer ? doer : afterUnits(st, i))
  // 学期未终，尚有两讲约在下周; 就这些，明年再干: what lies ahead is another telling
  const liesAhead =
    filled(d) && m.token.date.from > st.s.sentAt.day && sentenceOf(st, i) !== lastSentence(st, d)
  if (liesAhead && next === 'none') return
  // 去年培训19期，讲座30场，今年人手少了: what is said of another time, behind what was told of one
  if (next === 'none' && d.dateInherited && filled(d) && onlySaidOf(st, m)) return
  if (d.dateInherited && next === 'none') {
    // 讲座 三小 120人 10月8日；义诊 社区 80人 10月9日
    d.dates = [m]
    d.dateInherited = false
    return
  }
  if (!liesAhead && (!filled(d) || m.token.aside || next === 'none')) {
    d.dates.push(m)
    return
  }
  st.date = m
  st.dateInherited = false
  const fresh = begin(st, i)
  fresh.dateInherited = false
  if (next === 'figure' && fitsAhead(st, i, d)) carry(fresh, d)
}

/**
 * 看了58人，前天踩的点，发资料90份: a day in a clause that says something else, with nothing behind it but what was handed out to
 * those counted.
 */
function ofSomethingElse(st: State, i: number, d: Draft, m: DateMention): boolean {
  const c = st.s.clauses[m.clause]!
  const next = st.es[i + 1]
  if (next?.is !== 'figure' || next.figure.counts !== 'materials' || next.clause === m.clause) return false
  const behind = st.es.slice(i + 2).find((e) => e.is === 'figure' && isPrimary(e.figure))
  return (
    d.figures.some(isPeople) &&
    !d.figures.some((f) => f.counts === 'materials') &&
    sentenceOf(st, i) === lastSentence(st, d) &&
    sentenceOf(st, i + 1) === sentenceOf(st, i) &&
    (behind === undefined || behind.clause > next.clause + 1) &&
    st.es.every((e) => e.clause !== m.clause || e === st.es[i]) &&
    // 去年, 上个月, 六二年: none of a day told beside the activity's
    (m.token.date.from > st.s.sentAt.day ||
      (!goesOn(st.s.text, m.token.end, c.end) &&
        (!isSingleDay(m) ||
          m.token.start > c.start ||
          leadsUp(st.s, m) ||
          says(st.s.text, m.token.end, c.end))))
  )
}
const toldNow = /^(?:才|来|再|就|一并|一起)?(?:补|报|记|登|说|想起|发|交)/
const numbered =
  /^号(?:食堂|船台|宿舍|仓库|地块|大?棚|井|院|厅|会议室|教室|门|楼|车间|馆|桥|码头|渡口|站台|平台|展厅|公路|矿|坑|炉)/
/** Nothing was held or counted behind the time told first, in whose clause something else is said, and the second lies outside of it. */
function toldOfElse(st: State, i: number, d: Draft, m: DateMention): boolean {
  const [first] = d.dates
  if (!first || d.dates.length > 1 || filled(d) || d.kinds.some(isActive) || d.figures.length > 0)
    return false
  if (m.token.aside || first.token.aside || first.clause === m.clause || st.seg.date !== null) return false
  const [a, b] = [first.token.date, m.token.date]
  if (b.from <= a.to && b.to >= a.from) return false
  // 在二号食堂, 在三号船台
  if (numbered.test(st.s.text.slice(m.token.end - 1, m.token.end + 3))) return false
  // 昨天的事了，今天补：…
  if (toldNow.test(st.s.text.slice(m.token.end, m.token.end + 4))) return false
  const { end } = st.s.clauses[first.clause]!
  return end - first.token.end > 2 && b.to <= st.s.sentAt.day && ahead(st, i) !== 'none'
}

/** A year, half or quarter that opens a clause which goes on and ends without a figure. */
function onlySaidOf(st: State, m: DateMention): boolean {
  const c = st.s.clauses[m.clause]!
  const { kind } = m.token.date
  return (
    (kind === 'year' || kind === 'half' || kind === 'quarter') &&
    m.token.start - c.start <= 1 &&
    c.end - m.token.end > 2 &&
    st.date !== null &&
    st.date.token.start < m.token.start
  )
}
/** What was done on the day that was not the activity. */
const says = pattern(
  /^[^,，。;]{0,3}(是|快到|就到|过了|下雨|停电|没去|没空|踩|定|约|通知|印|搬|住院|看病|体检|生日|结婚|开学|接孙|买|取|修)/,
)
/** 昨天赶集，发手册90本: it went on there. */
const goesOn = pattern(
  /^(上午|下午|晚上|早上|中午)?(我们?)?(又|还|再)?(上街|赶集|赶场|下乡|进|走|继续|接着|复诊|补|摆|发|宣传|去|赴|来到|[\u4e00-\u9fa5]{0,4}(村|社区|广场|小区|集市|街|镇)[,，。])|^(上午|下午|晚上|早上|中午)?[,，。]/,
)

/** A time to come, right behind a word of talking, at a meeting. */
const talkedOf = (st: State, d: Draft, m: DateMention): boolean =>
  m.token.date.from > st.s.sentAt.day &&
  d.kinds.some((k) => k.kind === 'meeting' && isActive(k)) &&
  talking.test(st.s.text.slice(Math.max(0, m.token.start - 8), m.token.start)) &&
  !/^[,，。;]/.test(st.s.text.slice(m.token.end, m.token.end + 1))
const talking =
  /(?:商量|商议|商讨|商定|合计|讨论|研究|议|谈|聊|说|定|排|筹划|谋划|策划|安排|部署|布置|敲定)(?:了|定|好|妥|下来){0,2}(?:[一议谈聊排]|一下|几句)?(?:的|我们|会里)?$/

/** Nothing but a number of sessions, and a colon between it and the day. */
const overDays = (st: State, d: Draft, m: DateMention): boolean =>
  d.figures.length > 0 &&
  d.figures.every((f) => f.counts === 'sessions' && f.measure.value > 1 && f.end <= m.token.start) &&
  !d.kinds.some(isActive) &&
  st.s.text[m.token.start - 1] === ':' &&
  isSingleDay(m)

const ofAll = /(都是|都在|均为|均在|全是|全在|都)$/

/** 三是周五报了一条建议 behind a lecture: papers are no figure of it. */
function fitsAhead(st: State, i: number, d: Draft): boolean {
  const kind = d.kinds.find(isActive)?.kind
  const e = st.es.slice(i + 1, i + 8).find((x) => x.is === 'figure' && isPrimary(x.figure))
  if (kind === undefined || e?.is !== 'figure') return true
  const paper = e.figure.counts === 'documents' || e.figure.counts === 'adopted'
  return !paper || isDocument(kind)
}

/** 昨天甲会讲座50人，今天乙会义诊40人: the doer stands right behind a day that opens its clause; its place, else 0. */
function anothersDay(st: State, i: number, d: Draft): number {
  const e = st.es[i]!
  const doer = st.es[i + 1]
  if (!filled(d) || d.dates.length === 0 || doer?.is !== 'unit' || doer.clause !== e.clause) return 0
  const { text, clauses } = st.s
  if (e.is !== 'date' || doer.unit.role === 'signature') return 0
  // 11.17某会讲座60人 11.18另一会义诊80人: behind a space it opens what a comma would
  const apart = text[e.start - 1] === ' ' && st.es[i - 1]?.is === 'figure'
  if (e.start - clauses[e.clause]!.start > 1 && !apart) return 0
  return /^(上午|下午|晚上|早上|中午)?$/.test(text.slice(e.date.token.end, doer.start)) ? i + 1 : 0
}

function dayOfIt(d: Draft, m: DateMention): boolean {
  const month = d.dates[0]?.token.date
  const { from, to } = m.token.date
  return (
    month?.kind === 'month' &&
    from === to &&
    from >= month.from &&
    to <= month.to &&
    d.figures.every((f) => f.counts === 'sessions' && f.measure.value === 1 && f.clause === m.clause)
  )
}

/** 十一月打算再办两期: a time that has begun, with a plan and no figure of its own. */
function onlyMeant(st: State, i: number, m: DateMention): boolean {
  if (m.token.date.to <= st.s.sentAt.day || m.token.date.from > st.s.sentAt.day) return false
  const { to } = st.s.clauses[m.clause]!
  for (let k = m.at + 1; k < to; k++)
    if (has(st.s.tokens[k], 'future') || plannedHead(st, k)) return ahead(st, afterUnits(st, i)) === 'none'
  return false
}

/** 四季度讲座计划8场 */
const plannedHead = (st: State, k: number): boolean =>
  has(st.s.tokens[k], 'heading') && st.s.text.startsWith('计划', st.s.tokens[k]!.end - 2)

/** A row of a table that begins with its day, below a row already told. */
function onNewRow(st: State, d: Draft, m: DateMention): boolean {
  const last = d.figures.at(-1)
  if (!last || d.dates.length === 0) return false
  for (const row of st.s.rows) if (row > last.start && row <= m.token.start) return true
  return false
}
