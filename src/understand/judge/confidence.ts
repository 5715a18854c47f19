import { pattern } from '../text/pattern.js'
import type { Kind } from '../../core/kinds.js'
import type { Span } from '../../core/span.js'
import { isPrimary } from '../structure/draft.js'
import { ofAll } from '../report/measures-event.js'
import { notTaken } from '../report/measures-paper.js'
import type { Built } from '../report/reports.js'
import type { Figure } from '../figures/figures.js'
import { isDocument } from '../mentions/mention.js'
import { once } from '../text/once.js'
import { firstBehind, overlapping } from '../text/ordered.js'
import type { Scan } from '../scan.js'
import { asksIfCounted } from './asked.js'
import { justNow, withoutDay } from './oneself.js'
import { told } from './told.js'
import { has } from '../tokens.js'
import { besides } from '../no-day.js'
import { ownWords } from './own-words.js'
import { placeItem } from './place-item.js'
import { little, weigh } from './weighed.js'
import { partsApart, smallBehind, unlikeParts } from './summed-parts.js'

/** 转：柳北…（区科协简报）: nobody who was there tells it. */
const passedOn = pattern(/^[\s【[（(]{0,2}转(发|载|自)?[\]】）)：: ]/)
const fromPaper = pattern(
  /[（(—-][^（）()\n]{0,14}(简报|日报|晚报|周报|公众号|官网|网站|新闻|头条|视频号)[^（）()\n]{0,4}[）)]?$/,
)

/** A telling whose every figure found its place. */
const sure = 0.95
/** The sure sign of another reading: below the booking threshold, so it is asked about. */
export const doubtful = 0.7

/** What makes a reading doubtful; to learn of a new doubt, add a row. Measured in docs/understanding.md. */
const signs: readonly (readonly [sign: string, there: (s: Scan, b: Built) => boolean])[] = [
  ['a figure of the telling entered no measure', (s, b) => leftOver(s, b)],
  ['several headcounts and no total', (_, b) => headcounts(b) > 1],
  ['two days that are not one period', (s, b) => days(s, b) > 1],
  [
    'days are said and none was taken',
    (s, b) => b.report.date === null && s.dates.some((m) => !besides(s, m)),
  ],
  ['one of ours is named in full and none was taken', (s, b) => b.report.branch === null && namesOurs(s, b)],
  ['a place that has a branch of ours, told as an item', placeItem],
  ['another of ours signs', (s, b) => signedByAnother(s, b)],
  ['a kind carried over from another telling', (_, b) => b.draft.carried && b.report.sessions === undefined],
  ['the kind of what is told behind it, and words of its own', ownWords],
  ['a headcount summed of very unlike parts', (_, b) => unlikeParts(b)],
  ['a headcount summed of parts that something stands between', (s, b) => partsApart(s, b)],
  ['a few summed with those who came, told behind them', (s, b) => smallBehind(s, b)],
  ['hardly anybody', (_, b) => b.report.attendance !== undefined && b.report.attendance.value < 4],
  ['a number of people nobody took up', (s, b) => unread(s, b)],
  ['a document without its number', (_, b) => numberless(b)],
  ['taken up, but how many is not told', (s, b) => takenUp(s, b)],
  [
    'more taken up than handed in',
    (_, b) => (b.report.adopted?.value ?? 0) > (b.report.count?.value ?? Infinity),
  ],
  ['more sessions than one day holds', (_, b) => crowded(b)],
  ['a day inside the month that was taken', (s, b) => dayInMonth(s, b)],
  ['an event without people among others that have them', (s, b) => bare(s, b)],
  [
    'an occasion, and what was told at it',
    (s, b) =>
      b.kind.weight === 'weak' &&
      s.kinds.some(
        (k) =>
          k.kind === 'lecture' &&
          k !== b.kind &&
          s.clauses[k.clause]!.sentence === s.clauses[b.kind.clause]!.sentence,
      ),
  ],
  [
    'some of them nobody counted',
    (s, b) =>
      b.report.attendance !== undefined &&
      b.report.sessions !== undefined &&
      notAllCounted(s.text, b.area.start, b.area.end),
  ],
  ['so many each time', (_, b) => eachTime(b)],
  ['a number nothing else claimed', (_, b) => b.guessed],
  ['a kind the words only hint at', (_, b) => b.kind.hinted === true],
  ['passed on from a paper', (s) => passedOn(s.text) && fromPaper(s.text)],
  ['hedged', (s, b) => hedged(s, b)],
  ['nobody counted and no day', (s, b) => noFigure(b) && !justNow(s) && withoutDay(s, b)],
  ['two tellings were exchanged', (s) => exchanged(s)],
  [
    'little speaks for it',
    (s, b) => b.report.branch === null && b.draft.figures.some(isPrimary) && weigh(told(s, b)) < little,
  ],
  ['asked whether it counts', asksIfCounted],
  ['spoken in one breath with several figures', (s, b) => oneBreath(s, b)],
  ['so many papers each, of several tellings', (s, b) => papersEach(s, b)],
]

const ofBoth = /(^|[,，。;\n ])(两|三|四|几|各)(家|会|个会|个?分会|边|处|地|个点)(都|均|也都|全都)/
/** 甲会：…42人⏎乙会：…25人⏎两家都发了资料，各60份: of each of them, where only the last one took it. */
const papersEach = (s: Scan, { report }: Built): boolean => report.materials === undefined && eachOfThem(s)
const eachOfThem = once((s: Scan): boolean =>
  s.figures.some(
    (f) =>
      f.counts === 'materials' && f.each && ofBoth.test(s.text.slice(Math.max(0, f.start - 24), f.start)),
  ),
)

/** The signs of doubt that a reading shows. */
export const signsOf = (s: Scan, b: Built): string[] =>
  signs.filter(([, there]) => there(s, b)).map(([sign]) => sign)

/** 0…1: how sure the tally fields of a report are. */
export const confidenceOf = (s: Scan, b: Built): number =>
  signs.some(([, there]) => there(s, b)) ? doubtful : sure

/** 望江昨天义诊60人。今天开了会，14人。北塔: told behind a sentence of the one, and signed by the other. */
function signedByAnother(s: Scan, { draft, report }: Built): boolean {
  const last = s.units.at(-1)
  const whose = draft.branch
  if (!last || !whose || last.role === 'none' || last.role === 'partner') return false
  if (
    last.token.unit === report.branch ||
    last.token.unit === s.root ||
    report.partners.includes(last.token.unit)
  )
    return false
  const { from, to } = draft.segment
  if (
    last.clause < from ||
    last.clause >= to ||
    !/^[^,，。;；:：0-9\n]{0,10}[)。!！~ ]*$/.test(s.text.slice(last.token.end))
  )
    return false
  const told = draft.kinds[0]?.clause ?? draft.figures[0]?.clause
  return told !== undefined && s.clauses[told]!.sentence > s.clauses[whose.clause]!.sentence
}

/** As host, guest or place perhaps, no partner: who did it may be the one named, or the sender's own. */
const namesOurs = (s: Scan, b: Built): boolean => inFull(s).some((unit) => !b.report.partners.includes(unit))
/** The first of ours that a message names in full. */
const inFull = once((s: Scan) =>
  s.tokens.flatMap((t) => (t.type === 'unit' && !t.bare && !t.aside ? [t.unit] : [])).slice(0, beside),
)

/** 来了六十大几个, 总人次五十四: a number of people in the telling that is no figure of it. */
function unread(s: Scan, b: Built): boolean {
  if (isDocument(b.report.kind) || b.report.attendance !== undefined) return false
  return b.area.tokens.some((t) => {
    if (t.type !== 'number' || t.aside || t.num.role !== 'quantity' || t.num.value < 3) return false
    if (overlapping(s.figures, t.start, t.end)) return false
    return (
      t.dimension === 'people' ||
      (t.dimension === null && /^[了吧啊呢,，。;!]?$/.test(s.text.slice(t.num.end, t.num.end + 1)))
    )
  })
}

/** 形成报告一份: a document of which neither number nor title was read. */
const numberless = (b: Built): boolean =>
  isDocument(b.report.kind) && b.report.count === undefined && b.report.adopted === undefined

/** 前一篇获批示, 被列入实事: what became of papers is said and was not counted. */
const takenUp = (s: Scan, b: Built): boolean =>
  isDocument(b.report.kind) &&
  b.report.kind !== 'base' &&
  b.report.adopted === undefined &&
  b.area.tokens.some(
    (t) =>
      has(t, 'adopt') &&
      !t.aside &&
      !notTaken(s.text, t.start, t.end) &&
      /批示|采纳|采用|列入|纳入|立案|录用/.test(s.text.slice(t.start, t.end)),
  )

const crowded = ({ report, draft }: Built): boolean =>
  (report.sessions?.value ?? 1) > 12 &&
  report.date !== null &&
  report.date.start === report.date.end &&
  draft.dates.length > 0

const dayInMonth = (s: Scan, b: Built): boolean => {
  const p = b.when?.period
  return (
    p !== undefined &&
    p.start !== p.end &&
    b.report.sessions?.value === 1 &&
    /[0-9一二三四五六七八九十]{1,3}[号日]/.test(
      s.text.slice(b.area.start, b.area.end).replace(s.text.slice(b.when!.start, b.when!.end), ''),
    )
  )
}

/** 带教查房1次 behind a clinic of 86. */
const bare = (s: Scan, b: Built): boolean =>
  !isDocument(b.report.kind) &&
  b.report.kind !== 'enterprise' &&
  b.assumed &&
  b.report.attendance === undefined &&
  b.report.materials === undefined &&
  b.report.helpers === undefined &&
  besideArea(s, b).some((f) => f.counts === 'people' && (f.start < b.area.start || f.start >= b.area.end))

/** The figures of a telling and some on both sides of it. */
function besideArea(s: Scan, b: Built): readonly Figure[] {
  const at = firstBehind(s.figures, b.area.start)
  return s.figures.slice(Math.max(0, at - beside), at + b.draft.figures.length + beside)
}
const beside = 24

/** 讲了40场，进学校30场8000人次，进村10场没登记人数: the people are of some of them. */
const notAllCounted = pattern(
  /另(?:外)?一?[场次期节堂班](?:课|讲座)?[^,，。;0-9]{0,3}(?:没|未|忘了)(?:有)?(?:登记|记|点|统计|数|计|清点)|[0-9][场次期节](?:课|讲座)?[,，]?(?:没有?|未|忘了)(?:登记|记|点|统计|数|计|清点)(?:人数|人头|人)/,
)
/** 每天40人，连着4天: a headcount of each time stands for all of them. */
const eachTime = ({ draft, report }: Built): boolean =>
  draft.figures.some((f) => f.counts === 'people' && f.each && f.measure.value === report.attendance?.value)

const counting = pattern(
  /不对|说错|记不清|好像|记不准|(?<!^.{0,6}[您你])忘了(?!报|说|发|登|写|告诉|跟|在群|上报|汇报)|大几|算是|多则|少则|零几/,
)
/** 刚才写反了，讲座80义诊60: which of them is meant. */
const exchanged = once((s: Scan) => turnedRound(s.text))
const turnedRound = pattern(/(写|说|报|弄|搞|填|登|记)(反|颠倒|串|混)了/)

/** 算一百零三个, 不对不对: words of somebody who counts again. */
const hedged = (s: Scan, b: Built): boolean =>
  counting(s.text, b.area.start, b.area.end) &&
  counting(s.text.slice(b.area.start, b.area.end).replace(setRight, '')) &&
  !(noFigure(b) && !unsureOfIt.test(s.text))
const noFigure = ({ report, draft }: Built): boolean =>
  report.attendance === undefined && !draft.figures.some(isPrimary)
/** Of a telling without a figure 忘了数, 记不清 doubt none; 好像在三小讲的 doubts the telling. */
const unsureOfIt = /好像|不对|说错/
/** 80个，哦不对不对，86个: said anew at once, and nothing left open. */
const setRight =
  /[,，][哦噢啊呃嗯哎]?(?:不对[,，]?|说错了?[,，]?){1,2}(?:应该)?是?(?=[0-9一二两三四五六七八九十百]{1,5}[个人名位])/g
/** Voice turned into words without a mark between them. */
const oneBreath = (s: Scan, b: Built): boolean =>
  b.area.end - b.area.start > 30 &&
  !/[,，。;、:：!?\n ]/.test(s.text.slice(b.area.start, b.area.end)) &&
  b.draft.figures.filter((f) => f.counts === 'people' || f.counts === 'helpers' || f.counts === 'sessions')
    .length > 2

/** Figures of sessions, papers or materials that the report did not take up; headcounts have a sign of their own. */
const leftOver = (s: Scan, { draft, report }: Built): boolean => {
  const paper = isDocument(report.kind)
  const own = draft.figures.filter(
    (f) => isPrimary(f) && !f.aside && !f.part && !f.each && !f.service && !f.sent,
  )
  const sessions = ofAll(
    s.text,
    own.filter((f) => f.counts === 'sessions'),
  )
  return own.some(
    (f) =>
      !(sessions && f.counts === 'sessions' && report.sessions?.value === sessions.measure.value) &&
      mayCount(f.counts, paper, report.kind) &&
      !(f.counts === 'people' && report.attendance !== undefined) &&
      f.measure.span !== undefined &&
      !measureNames.some((name) => touches(report[name]?.span, f.measure.span!)) &&
      !summedUp(own, f, report),
  )
}

/** 摊位20个 beside a fair and 来宾30人 beside a plate could not have entered a measure of it. */
const mayCount = (counts: Figure['counts'], paper: boolean, kind: Kind): boolean =>
  paper
    ? counts === 'documents' || counts === 'adopted'
    : counts !== 'documents' && counts !== 'adopted' && (counts !== 'firms' || kind === 'enterprise')

/** 图书400册、折页600份 → 1000: the sum stands where its first part was read; 两堂，一堂…，一堂…: and may be said first. */
const summedUp = (own: readonly Figure[], f: Figure, report: Built['report']): boolean => {
  const all = own.filter((x) => x.counts === f.counts)
  const sum = all.reduce((n, x) => n + x.measure.value, 0)
  if (f.counts === 'sessions' && all.length > 2 && all[0] !== f && 2 * all[0]!.measure.value === sum)
    return true
  return (['materials', 'count', 'adopted', 'sessions'] as const).some((name) => report[name]?.value === sum)
}

const measureNames = ['attendance', 'online', 'sessions', 'materials', 'count', 'adopted', 'helpers'] as const
const touches = (a: Span | undefined, b: Span): boolean => a !== undefined && b[0] < a[1] && b[1] > a[0]

/** Headcounts beside each other of which none is the total and which are no list of parts that were summed. */
function headcounts({ draft, report }: Built): number {
  const heads = draft.figures.filter(
    (f) => f.counts === 'people' && !f.part && !f.each && !f.service && !f.aside && !f.sent,
  )
  const total = report.attendance?.value
  const summed = heads.reduce((n, f) => n + f.measure.value, 0)
  return heads.some((f) => f.total || f.actual) || summed === total ? 1 : heads.length
}

function days(s: Scan, { draft, when }: Built): number {
  const stated = new Set(
    draft.dates
      .filter((d) => d.token.date.kind === 'day' && !d.token.aside && !besides(s, d))
      .map((d) => d.token.date.from),
  )
  return when && stated.size > 0 && [...stated].every((d) => d >= when.period.start && d <= when.period.end)
    ? 1
    : stated.size
}
