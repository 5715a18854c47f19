import type { Clause } from '../form/clauses.js'
import {
  type Draft,
  type State,
  ahead,
  begin,
  carry,
  filled,
  isActive,
  isCounting,
  isSingleDay,
  lastSentence,
  sentenceOf,
} from './draft.js'
import { pattern } from '../text/pattern.js'
import { firstBehind } from '../text/ordered.js'
import type { UnitMention } from '../units/units.js'

/** 1月11日某会…；1月12日另一会…: a day that opens a sentence, and whose doers stand right behind it, tells of what they did. */
export function afterUnits(st: State, i: number): number {
  const { clause } = st.es[i]!
  for (let k = i - 1; k >= 0 && sentenceOf(st, k) === sentenceOf(st, i); k--)
    if (st.es[k]!.is !== 'unit') return i
  let k = i
  for (let e = st.es[k + 1]; e?.is === 'unit' && e.clause - clause <= 1; e = st.es[k + 1]) {
    if (e.unit.role === 'signature') break
    k++
  }
  return k
}

/** A clause that is nothing but the unit's name. */
function onlyItself(st: State, unit: UnitMention): boolean {
  const own = st.s.clauses[unit.clause]!
  return own.to - own.from === 1 && own.end - own.start === unit.token.end - unit.token.start
}

export function onUnit(st: State, i: number, unit: UnitMention): void {
  // 讲座45场（其中某区12场）: a part of it
  if (
    unit.token.aside &&
    /\((其中|含|包括|内含)[^()]{0,10}$/.test(
      st.s.text.slice(Math.max(0, unit.token.start - 14), unit.token.start),
    )
  )
    return
  // 共12场，其中某区5场，某县3场: parts of what is told
  if (st.cur !== null && filled(st.cur) && partOf(st, i)) return
  if (unit.role === 'partner') {
    // …89场；联合某会举办巡讲12场: who joins opens the next telling
    const opens =
      st.cur !== null &&
      filled(st.cur) &&
      ahead(st, i) === 'kind' &&
      sentenceOf(st, i) !== lastSentence(st, st.cur)
    const d = opens || st.cur === null ? begin(st, i) : st.cur
    if (unit.token.unit !== d.branch?.token.unit && !d.partners.some((p) => p.token.unit === unit.token.unit))
      d.partners.push(unit)
    return
  }
  if (unit.role === 'host') {
    const d = st.cur ?? begin(st, i)
    if (d.host === null) d.host = unit
    // 一号厅讲座，180人；二号厅咨询，55人。主办：某会: said last, of them all
    if (st.out.length > 1 && st.es.slice(i + 1).every((e) => e.is === 'unit'))
      for (const x of st.out) if (x.branch === null) x.host ??= unit
    if (st.subject === null) st.subject = unit
    return
  }
  // 卫健分会5月：5.7 城关镇 义诊: of a professional branch the places are places
  if (
    unit.token.bare &&
    st.subject &&
    st.subject.token.start < unit.token.start &&
    !st.subject.token.bare &&
    !isOfPlace(st.subject.token.unit) &&
    isOfPlace(unit.token.unit) &&
    !tellsOfItself(st, i, unit)
  )
    return
  // 农林分会：11.10 插秧机培训 纺织厂 42人: a cell of the line that its branch stands over
  if (unit.token.bare && st.subject && cellOfPlace(st, unit)) return
  // 某县老科协今天送科技下乡，大坪子镇，群众210人: a clause that is nothing but a place, and one of ours named in full did it
  if (
    unit.token.bare &&
    st.subject &&
    !st.subject.token.bare &&
    st.cur?.branch === st.subject &&
    st.cur.kinds.some(isActive) &&
    !filled(st.cur) &&
    onlyItself(st, unit) &&
    st.s.units.filter((u) => u.token.bare).length === 1
  )
    return
  if (st.subject?.token.unit === unit.token.unit || (unit.role === 'affil' && st.subject !== null)) return
  // 某会来了5个人旁听: guests
  if (st.cur && filled(st.cur) && amongThose(st.s.text, unit.token.start - 30, unit.token.start)) return
  if (st.cur && filled(st.cur) && guests(st.s.text, unit.token.end, unit.token.end + 20)) return
  const d = st.cur
  // 17号65人，18号71人，都是某会的宣讲: whose all of them were
  if (d && filled(d) && ofThemAll(st, i, unit)) {
    for (const x of st.out) if (x.host === null) x.branch ??= unit
    st.subject = unit
    return
  }
  // 某会开备课会，报告团全体共35人到会: who met there
  if (st.cur && !filled(st.cur) && metThere(st, st.cur, unit)) return
  const next = ahead(st, i)
  // 昨儿做技术咨询一场。电力院。来问的9人。: a sentence that is nothing but its name
  const alone = onlyItself(st, unit) && next !== 'kind'
  // …34个，不过某会的人照讲不误，讲的是…: the same thing goes on in its sentence
  const same =
    d !== null &&
    filled(d) &&
    next === 'kind' &&
    sentenceOf(st, i) === lastSentence(st, d) &&
    st.es.slice(i + 1).every(
      (e) =>
        (e.is !== 'figure' || e.figure.counts === 'helpers') &&
        (e.is !== 'kind' ||
          e.kind.weight === 'deed' ||
          // 11月12号，来了75人，北塔讲座: what it was is said last
          (!d.kinds.some(isActive) && e.kind.weight === 'head') ||
          d.kinds.some((k) => k.kind === e.kind.kind)),
    )
  if (
    d &&
    d.branch === null &&
    d.host === null &&
    (next === 'none' || alone || same || !filled(d) || st.seg.form || onlyHeaded(st, d))
  ) {
    // a subject told late, or a signature: everything so far was its doing; 昨天义诊43位。16日北塔也办了讲座: not what another sentence told with its day
    const own = sentenceOf(st, i)
    const apart = (x: Draft): boolean =>
      x !== d && next !== 'none' && filled(x) && lastSentence(st, x) !== own && !x.dateInherited
    for (const x of st.out) if (x.host === null && !apart(x)) x.branch ??= unit
    st.subject = unit
    return
  }
  // 培训 12月1日 大箐乡 82人 林草分会: it ends with the branch, so the bare place was a place
  if (
    d !== null &&
    st.out.length === 1 &&
    d.branch?.token.bare === true &&
    !unit.token.bare &&
    isOfPlace(d.branch.token.unit) &&
    !isOfPlace(unit.token.unit) &&
    unit.token.end === st.s.text.length &&
    d.branch.token.start > 0 &&
    st.s.text[d.branch.token.start - 1] === ' '
  ) {
    d.branch = unit
    st.subject = unit
    return
  }
  if (unit.role === 'signature') return
  st.subject = unit
  if (!d) return
  if (!d.kinds.some(isActive) && (!filled(d) || d.branch === null)) {
    d.branch = unit
    return
  }
  if (next === 'none') return
  // 一、科普报告：报告团下学校27场: the heading says what, and behind it stands whose it was
  if (!filled(d) && next === 'figure' && underHeading(st, d, unit)) {
    d.branch = unit
    return
  }
  const last = st.s.clauses[st.es[i]!.clause]!
  // a new sentence about another unit: a day told of the first is not the second's
  if (
    st.date &&
    !st.seg.date &&
    last.sentence !== st.s.clauses[st.date.clause]!.sentence &&
    isSingleDay(st.date) &&
    !sameDay(st, last) &&
    !ofOneDay(st, last) &&
    !headed(st)
  )
    st.date = null
  const fresh = begin(st, i)
  if (next === 'figure') carry(fresh, d)
}

/** 农林分会培训4期190人；北塔讲座3场: a clause of its own behind what was told of the branch, with what was held and how often. */
function tellsOfItself(st: State, i: number, { token, clause }: UnitMention): boolean {
  const over = st.subject!.token
  const between = st.s.text.slice(over.end, token.start)
  const [kind, figure] = [st.es[i + 1], st.es[i + 2]]
  return (
    st.cur !== null &&
    filled(st.cur) &&
    st.s.clauses[clause]!.start === token.start &&
    /[;,。\n]$/.test(between) &&
    !between.includes(':') &&
    kind?.is === 'kind' &&
    isActive(kind.kind) &&
    kind.kind.start - token.end <= 2 &&
    figure?.is === 'figure' &&
    figure.clause === clause &&
    (isCounting(figure.figure) || figure.figure.counts === 'adopted') &&
    (!between.endsWith(',') || !st.cur.kinds.some((k) => k.kind === kind.kind.kind))
  )
}

/** A meeting was named, and the clause of the unit says that its members came. */
const metThere = (st: State, d: Draft, { token, clause }: UnitMention): boolean =>
  d.branch !== null &&
  d.kinds.some((k) => isActive(k) && k.kind === 'meeting') &&
  d.kinds.every((k) => !isActive(k) || k.kind === 'meeting') &&
  token.start - st.s.clauses[clause]!.start <= 1 &&
  members(st.s.text, token.end, token.end + 24)
const members = pattern(
  /^的?(?:全体|全员|成员|骨干|代表|负责人|领导|会员)[^,，。;]{0,14}?(?:[0-9一二三四五六七八九十百]{1,5}[人名位])?(?:到会|参加|出席|列席|与会)/,
)

/** The kind of the draft is a label with a colon, and the unit follows at once. */
function underHeading(st: State, d: Draft, { token }: UnitMention): boolean {
  const kind = d.kinds.findLast(isActive)
  return (
    kind !== undefined &&
    st.s.text[kind.end] === ':' &&
    token.start - kind.end <= 3 &&
    d.branch !== null &&
    d.branch.token.end < kind.start
  )
}

/** Between blanks, behind a kind and in front of people, alone in the line that begins with another branch and a colon. */
function cellOfPlace(st: State, { token }: UnitMention): boolean {
  const { text } = st.s
  const over = st.subject!.token
  const { start, end } = token
  // a branch of a trade works in places all over; one of a place is asked about another's
  if (!standsOverPlaces.test(over.unit)) return false
  if (text[start - 1] !== ' ' || text[over.end] !== ':' || start - over.end > farthestCell) return false
  if ((text[over.start - 1] ?? '\n') !== '\n' || text.slice(over.end, start).includes('\n')) return false
  return (
    /^ [0-9一二三四五六七八九十百两]{1,5}[人名位] ?(\n|$)/.test(text.slice(end, end + 10)) &&
    st.cur !== null &&
    st.cur.branch === st.subject &&
    st.cur.dates.length > 0 &&
    st.cur.kinds.some(isActive) &&
    !filled(st.cur) &&
    !/汇总|缺席|请假/.test(text.slice(over.end, start))
  )
}
const farthestCell = 40
const standsOverPlaces = /(分会|专委会|委员会|团)$/

/** 参加的有某会的20人，某会的31人: where those who came were from. */
const amongThose = pattern(
  /(参加|来|到场|到会|听课|听讲|参训)的(人|会员|同志)?(里|中)?[,，:：]?(有|是)[^。;；\n]{0,24}$/,
)

const guests = pattern(
  /^(的)?(也|还)?(来|派|去|有)了?[0-9一二两三四五六七八九十]{1,3}(个|名|位)?(人|同志|会员|老师|专家|代表)?(前)?来?(旁听|观摩|学习|取经|捧场|助阵|支援|帮忙|陪同|交流)/,
)

const ofThemAll = (st: State, i: number, unit: UnitMention): boolean =>
  /(都|均|全)(是|由|归)$/.test(st.s.text.slice(Math.max(0, unit.token.start - 2), unit.token.start)) &&
  st.out.every((x) => x.branch === null) &&
  st.es.slice(i + 1, i + 8).every((e) => e.is !== 'figure')

/** 讲座改成两场了：5月21日某会…: only how many there were stands in front of the colon, and its day behind it. */
const onlyHeaded = (st: State, d: Draft): boolean => {
  const [held] = d.figures
  const [day] = d.dates
  return (
    d.figures.length === 1 &&
    d.dates.length === 1 &&
    held!.counts === 'sessions' &&
    day!.token.start > held!.end &&
    st.s.text[day!.token.start - 1] === ':'
  )
}

/** What stands behind a unit, up to the next one, is figures of parts and nothing else. */
function partOf(st: State, i: number): boolean {
  let parts = 0
  for (let k = i + 1; k < st.es.length && k < i + 8; k++) {
    const e = st.es[k]!
    if (e.is === 'unit') break
    if (e.is === 'date' || (e.is === 'kind' && isActive(e.kind))) return false
    if (e.is !== 'figure') continue
    if (!e.figure.part) return false
    parts++
  }
  return parts > 0
}

export const isOfPlace = (unit: string): boolean =>
  !ofATrade.test(unit) &&
  /社区(小组|分会|支会|老科协)?$|[省市区县旗州盟镇乡村道办](老科协|老科学技术工作者协会|老科技工作者协会|老科协工作站|分会|支会|工作站|服务站|联络站)$/.test(
    unit,
  )

/** 农业农村分会, 铁道分会: of a trade, for all its last character. */
const ofATrade = /(农村|乡村|城乡|新村|铁道|航道|频道|通道|城市|超市|股市|林区|牧区|军区)(老科协|分会|支会)$/

/** 同日，另一会…: the day told goes on. */
const sameDay = (st: State, c: Clause): boolean => {
  let k = firstBehind(st.s.clauses, c.start)
  while (k > 0 && st.s.clauses[k - 1]!.sentence === c.sentence) k--
  const first = st.s.clauses[k]!
  return (
    /^(同日|同一天|当天|当日|同天|这天|这一天|同期)/.test(st.s.text.slice(first.start, first.start + 4)) ||
    // 今天上午甲会讲座50人；下午乙会讲座55人
    (/^(下午|晚上|中午|傍晚)/.test(st.s.text.slice(first.start, first.start + 2)) &&
      /^(上午|下午|早上|中午)/.test(st.s.text.slice(st.date!.token.end, st.date!.token.end + 2))) ||
    // 18日甲会到某镇义诊…；乙会同去，…
    /^[^,，。;0-9]{2,10}(同去|同往|同行|同到|同日|同天|同时|也去了?|也到|也在|也跟着)/.test(
      st.s.text.slice(first.start, first.start + 16),
    )
  )
}

/** 11月3号我们去养老中心，甲会义诊…；乙会讲…: a day said of us all holds for the sentences that ； parts. */
const ofOneDay = (st: State, c: Clause): boolean => {
  const { end } = st.date!.token
  return (
    /^[^,，。;]{0,2}(我们|咱们|大家|全体|两家|两个|几家)|^[^。;]{0,24}(各干各的|分头|兵分|各忙各的)/.test(
      st.s.text.slice(end, end + 32),
    ) && !/[。!！\n]/.test(st.s.text.slice(end, c.start))
  )
}

/** 10月29日…，各地同庆：甲会…；乙会…: the day stands over them all. */
const headed = (st: State): boolean => {
  const date = st.date!
  const next = st.es.find((e) => e.is === 'unit' && e.start > date.token.end)
  return (
    next !== undefined &&
    next.start - date.token.end < 40 &&
    st.s.text.slice(date.token.end, next.start).includes(':')
  )
}
