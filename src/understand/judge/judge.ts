import { daysBetween } from '../../core/day.js'
import { movedAhead, alreadyDone, noticed, inFuture } from './ahead.js'
import { preparingFor, requests, questioned, asks } from './asked.js'
import type { Clause } from '../form/clauses.js'
import { isActive, isPrimary } from '../structure/draft.js'
import { foreignSubject } from './foreign.js'
import { besides, heldAsUsual, lastsDays, ofTheOther, soFar } from './held-anyway.js'
import { askedToCome, heard, keptFrom, listened } from './heard.js'
import { inFirstPerson, justNow, ofOneself, withoutDay } from './oneself.js'
import { ownPiece, type Refusal } from './refusal.js'
import { chatter } from './refusals.js'
import { everyday } from './refusals-everyday.js'
import { inPassing } from './refusals-in-passing.js'
import { notHeld } from './refusals-not-held.js'
import type { Built } from '../report/reports.js'
import type { Scan } from '../scan.js'
import { starts } from '../text/affixes.js'
import { pattern } from '../text/pattern.js'
import { has, type Token } from '../tokens.js'
import { least, weigh } from './weighed.js'
import { type Told, says, kindClause, told } from './told.js'

/** Why a telling is no report of ours; the first that holds. To refuse a new way of saying it, add a row. */
const refusals: readonly Refusal[] = [
  ...everyday,
  ...notHeld,
  ...inPassing,
  ['question', (t) => questioned(t) || asks(t)],
  ['notice', (t) => noticed(t)],
  [
    'sample',
    (t) =>
      t.near.some(
        (x) => has(x, 'sample') && !(t.figures > 0 && t.past && (wished(t, x) || howReported(t, x))),
      ),
  ],
  [
    'cancelled',
    (t) =>
      says(t.near, 'cancel') &&
      !(t.figures > 0 && t.past && (besides(t) || keptFrom.test(t.s.text.slice(0, t.b.kind.start)))),
  ],
  ['future day', (t) => inFuture(t)],
  [
    'moved',
    (t) =>
      says(t.core, 'moved') && !(t.figures > 0 && (t.done || t.past) && !movedAhead(t)) && !ofTheOther(t),
  ],
  [
    'future',
    (t) =>
      !soFar(t) &&
      !heldAsUsual(t) &&
      ((saysFuture(t, t.core) &&
        !(t.figures > 0 && t.done && t.past && (!says(kindClause(t), 'future') || alreadyDone(t)))) ||
        (says(t.around, 'future') && !(t.figures > 0 && (t.done || t.over)))),
  ],
  [
    'call',
    (t) =>
      says(t.around, 'must') && !held(t) && !(t.past && t.done) && !(t.figures > 0 && (t.over || t.done)),
  ],
  ['long ago', (t) => says(t.near, 'once') && t.b.report.branch === null && !lately(t) && !caughtUp(t)],
  ['others', (t) => !t.ours && !askedToCome(t) && (heard(t) || foreignSubject(t.s, uptoFigures(t)))],
  [
    'comment',
    (t) =>
      !t.ours &&
      says(t.around, 'praise') &&
      (recalled(t) || t.b.when === null || (t.figures === 0 && !inFirstPerson(t.s, t.b))),
  ],
  ['only planned', (t) => t.figures === 0 && says(kindClause(t), 'planned') && !t.done],
  ['listener', (t) => !t.ours && listened(t)],
  [
    'no doer, no day',
    (t) =>
      !t.ours &&
      t.b.when === null &&
      !t.counted &&
      !plainEvent.has(t.b.report.kind) &&
      !(
        t.figures > 0 &&
        (ofOneself(t.s, t.b) || (t.b.report.kind === 'volunteer' && t.done && isActive(t.b.kind)))
      ),
  ],
  ['remembered', (t) => !t.ours && recalled(t) && t.figures === 0],
  ...chatter,
  [
    'asked for',
    (t) =>
      // 今年任务20场，到今天完成14场
      !(
        t.figures > 0 &&
        (t.over || (t.done && t.b.when?.period.end === t.s.sentAt.day)) &&
        !preparingFor(t)
      ) && t.clauses.some((c) => c.end > t.b.draft.start && requests(t.s, c)),
  ],
  ['each only', (t) => !t.ours && eachOnly(t)],
  [
    'no activity',
    (t) =>
      !isActive(t.b.kind) &&
      !((t.counted || (t.figures > 0 && t.b.report.branch !== null && t.past)) && t.b.kind.strength >= 0.5),
  ],
  [
    'aim',
    (t) =>
      t.figures === 0 &&
      says(t.core, 'goon') &&
      !t.done &&
      !(t.over && t.b.report.branch !== null && says(t.near, 'do')) &&
      !(t.past && t.clauses.some((c) => /先后|多次/.test(t.s.text.slice(c.start, c.end)))),
  ],
  [
    'nobody did it',
    (t) =>
      t.figures === 0 &&
      !t.ours &&
      !(t.b.report.kind === 'article' && t.b.report.adopted !== undefined && ownPiece(t.s.text)) &&
      !(
        (t.past || justNow(t.s) || withoutDay(t.s, t.b)) &&
        (t.done || t.b.report.topics.length > 0 || toldAsOver(t)) &&
        (t.b.report.helpers !== undefined || ofOneself(t.s, t.b))
      ),
  ],
  ['nothing done', (t) => t.figures === 0 && !t.past && !t.done && !habitual(t) && !says(t.core, 'call')],
  [
    'no figure of it',
    (t) =>
      !t.ours &&
      t.b.when === null &&
      !t.counted &&
      t.b.kind.weight !== 'head' &&
      !(t.figures > 0 && ofOneself(t.s, t.b)) &&
      !(justNow(t.s) && ofOneself(t.s, t.b)) &&
      !withoutDay(t.s, t.b),
  ],
  ['too little for it', (t) => weigh(t) < least && !plainlyDone(t)],
  [
    'weak',
    (t) =>
      t.b.kind.weight === 'weak' &&
      !t.counted &&
      !(t.figures > 0 && (t.ours || t.past)) &&
      !(t.ours && t.past),
  ],
]

/** …来了75人，好几位说，要是早听到就好了: what was said of it, behind the figures. */
const wished = (t: Told, x: Token): boolean =>
  t.b.draft.figures.every((f) => f.end <= x.start) &&
  t.s.text.startsWith('要是', x.start) &&
  /[说讲道叹][,，:：“"]{1,2}$/.test(t.s.text.slice(Math.max(0, x.start - 3), x.start))

/** …来了30人，照格式报的, …，不知格式对不对: of the report itself, behind the figures. */
const howReported = (t: Told, x: Token): boolean =>
  t.b.draft.figures.every((f) => f.end <= x.start) &&
  /(?:[按照依]|按照|依照)(?:着|上次|要求的?|规定的?|新|老|统一的?|群里的?)?格式[^,，。;]{0,3}[报写填]的|格式(?:对不对|行不行|对吗|行吗|对不?|可以吗)|不知(?:道)?格式/.test(
    t.s.text.slice(Math.max(0, x.start - 8), x.end + 8),
  )

/** 按计划在三中办了讲座: held as it had been planned. */
const asPlanned = pattern(/(?:按|按照|照|依照?|如)(?:原定?|年初|年度|工作)?(?:的)?$/)
const saysFuture = (t: Told, ts: readonly Token[]): boolean =>
  ts.some(
    (x) =>
      !x.aside &&
      has(x, 'future') &&
      !(
        t.figures > 0 &&
        t.past &&
        t.done &&
        /^(?:计划|预定|安排)/.test(t.s.text.slice(x.start, x.end)) &&
        asPlanned(t.s.text, x.start - 6, x.start)
      ),
  )

/** In 某社区, 以前的某大队, 今天讲了一课,43人: a day of this week with its people is not long ago. */
const lately = (t: Told): boolean =>
  t.b.when !== null &&
  t.past &&
  t.b.draft.figures.some(isPrimary) &&
  daysBetween(t.b.when.period.end, t.s.sentAt.day) < 4

/** 想起来一桩，8月16号…27个人，那会儿忘说了: of a day it names, told now because it was forgotten. */
const caughtUp = (t: Told): boolean =>
  t.b.when !== null &&
  t.b.draft.figures.some(isPrimary) &&
  /(忘了?|没|漏)(说|报|登|记|填)|补(报|登|记|一[个下场笔])/.test(t.s.text)

/** Clauses up to the last of kind and figures; behind them stands who came by: …29人，区委领导讲话. */
const uptoFigures = (t: Told): readonly Clause[] => {
  const last = Math.max(t.b.kind.end, ...t.b.draft.figures.map((f) => f.end))
  return t.clauses.filter((c) => c.start < last)
}

/** Why this is no report, or null when it is one. */
export function refusal(s: Scan, b: Built): string | null {
  const t = told(s, b)
  for (const [reason, when] of refusals) if (when(t)) return reason
  return null
}

/** 某区老科协召开…座谈会，…要…: told of as held, whatever was asked for there. */
const held = (t: Told): boolean => {
  const clause = kindClause(t)
  return (
    t.b.report.branch !== null &&
    t.b.kind.weight === 'head' &&
    isActive(t.b.kind) &&
    (says(clause, 'call') ||
      /举办|举行/.test(t.s.text.slice(t.s.clauses[t.b.kind.clause]!.start, t.b.kind.start))) &&
    !says(clause, 'must') &&
    !says(clause, 'future') &&
    !says(firstWords(t), 'must')
  )
}

/** The clause in front of that of the kind: 请河西区老科协注意，…. */
const firstWords = (t: Told): readonly Token[] => t.near.filter((x) => x.start < t.b.kind.start)

/** 每期16节课, 每场50人: how it is held, not what was. */
function eachOnly(t: Told): boolean {
  const fs = t.b.draft.figures.filter(isPrimary)
  return fs.length > 0 && fs.every((f) => f.each) && !t.past
}

/** 全年我写稿11篇，登出来4篇; 全年我向县里提建议6条，采纳2条: one's own, with what was taken of them. */
const ownPieces = (t: Told): boolean =>
  (t.b.report.kind === 'article' || t.b.report.kind === 'proposal') &&
  t.past &&
  (t.b.report.count?.value ?? 0) >= (t.b.report.adopted?.value ?? Infinity) &&
  /(?<![给为让叫帮替])[我俺](?:个人|自己)?(?:一共|共|总共|也|又|都)?(?:[向给][^,，。;我俺]{1,10})?(?:写|投|发|交|送|提|报)/.test(
    t.s.text.slice(t.clauses[0]!.start, t.b.kind.end + 4),
  )

/** 上周五我去敬老院给老人家讲了防跌倒: one's own deed, done, of a day not long ago, and where, for whom or what about. */
const plainlyDone = (t: Told): boolean =>
  ownPieces(t) ||
  ourPaper(t) ||
  putRightHere(t) ||
  (((t.past && (t.done || t.over) && lastsDays(t)) || justNow(t.s) || withoutDay(t.s, t.b)) &&
    (plainEvent.has(t.b.report.kind) || t.b.report.kind === 'volunteer') &&
    (t.ours || ofOneself(t.s, t.b)) &&
    (t.b.report.venue !== null ||
      t.b.report.topics.length > 0 ||
      t.core.some((x) => has(x, 'audience') || has(x, 'helper')) ||
      /[去到在][^,，。;我]{2}|[请邀]|走街串巷|挨家挨户|挨户|逐户|沿街/.test(
        t.s.text.slice(t.s.clauses[t.b.kind.clause]!.start, t.b.kind.start),
      )))

/** 我会会员论文《…》被市报刊用: one of ours, named, and taken. */
const ourPaper = (t: Told): boolean =>
  t.b.report.kind === 'article' && t.b.report.adopted !== undefined && paperTaken(t.s.text)
const paperTaken = pattern(
  /(?:[我咱俺]们?(?:分会|会)?|本会|老科协|分会)的?(?:会员|理事|老[\u4e00-\u9fa5]|[\u4e00-\u9fa5]{1,3}(?:老师|教授|医生|会长))?的?(?:一篇)?(?:论文|文章|稿件|稿子|通讯|散文|诗歌|短文)《[^《》\n]{2,40}》[^,，。;]{0,12}(?:刊用|刊登|采用|登载|发表|录用|登了|用了)/,
)

/** 昨天报的义诊改一下，人数应为96: a number put right. */
const putRightHere = (t: Told): boolean =>
  t.b.kind.weight === 'head' && t.b.report.attendance !== undefined && !t.b.guessed && putRight(t.s.text)
const putRight = pattern(
  /报的[^。\n]{0,16}(?:改一?下|更正|[报写打弄填算]错了?|错了)[^。\n]{0,10}(?:应该?[是为]|实际[是为]?|改[成为])[0-9]/,
)

/** What may be told in three words without a doer: 义诊90人. */
const plainEvent: ReadonlySet<string> = new Set([
  'lecture',
  'training',
  'clinic',
  'consultation',
  'outreach',
  'publicity',
  'counselling',
])

/** 昨天在滨湖社区修家电: a few words of a day that is over. */
const toldAsOver = (t: Told): boolean => {
  const { when } = t.b
  if (t.s.text.length >= 40 || when === null) return false
  // 今天下午我又在敬老院义诊, told in the afternoon; what is ahead has been refused before
  return (
    when.period.end < t.s.sentAt.day || (when.period.end === t.s.sentAt.day && partOfDay(t.s.text, when.end))
  )
}
const partOfDay = starts('早上 上午 中午 下午 傍晚 晚上')

/** 那场讲座, 昨天的讲座: told of as known. */
const recalled = (t: Told): boolean =>
  says(t.near, 'recall') ||
  (t.s.text[t.b.kind.start - 1] === '的' && t.s.dates.some((d) => d.token.end === t.b.kind.start - 1))

/** 积极为农民开展…: told of a unit as what it does. */
function habitual(t: Told): boolean {
  return (
    t.b.report.branch !== null &&
    t.b.kind.strength >= 2 &&
    (says(t.near, 'habit') ||
      says(t.near, 'do') ||
      says(t.near, 'write') ||
      t.near.some((x) => x.type === 'title'))
  )
}
