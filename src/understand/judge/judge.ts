import { daysBetween } from '../../core/day.js'
import { movedAhead, alreadyDone, noticed, inFuture } from './ahead.js'
import { preparingFor, requests, questioned, asks } from './asked.js'
import type { Clause } from '../form/clauses.js'
import { isActive, isPrimary } from '../structure/draft.js'
import { foreignSubject } from './foreign.js'
import { askedToCome, heard, keptFrom, listened } from './heard.js'
import { inFirstPerson, justNow, ofOneself, withoutDay } from './oneself.js'
import { ownPiece, type Refusal } from './refusal.js'
import { chatter } from './refusals.js'
import type { Built } from '../report/reports.js'
import type { Scan } from '../scan.js'
import { starts } from '../text/affixes.js'
import { pattern } from '../text/pattern.js'
import { has, type Token } from '../tokens.js'
import { least, weigh } from './weighed.js'
import { type Told, says, kindClause, told } from './told.js'

/** Why a telling is no report of ours; the first that holds. To refuse a new way of saying it, add a row. */
const refusals: readonly Refusal[] = [
  ['question', (t) => questioned(t) || asks(t)],
  ['notice', (t) => noticed(t)],
  ['sample', (t) => t.near.some((x) => has(x, 'sample') && !(t.figures > 0 && t.past && wished(t, x)))],
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
      ((says(t.core, 'future') &&
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

/** 昨天报的义诊改一下，人数应为96: a number put right. */
const putRightHere = (t: Told): boolean =>
  t.b.kind.weight === 'head' && t.b.report.attendance !== undefined && !t.b.guessed && putRight(t.s.text)
const putRight = pattern(
  /报的[^。\n]{0,16}(?:改一?下|更正|[报写打弄填算]错了?|错了)[^。\n]{0,10}(?:应该?[是为]|实际[是为]?|改[成为])[0-9]/,
)

const lastsDays = ({ b, s }: Told): boolean =>
  b.when !== null &&
  daysBetween(b.when.period.start, b.when.period.end) < 8 &&
  daysBetween(b.when.period.end, s.sentAt.day) < 150

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

/** 赶集我没去，我去村上讲防火: what fell through is no activity; nor is what is told as held as usual behind it. */
const besides = (t: Told): boolean =>
  asUsual(t) ||
  madeUp(t) ||
  oneOfTwo(t) ||
  t.clauses.every((c) => {
    const cancelled = t.s.tokens.slice(c.from, c.to).some((x) => has(x, 'cancel') && !ofAnother(t, x))
    return (
      !cancelled ||
      (c.from !== t.s.clauses[t.b.kind.clause]!.from &&
        !t.s.kinds.some((k) => k.kind === t.b.kind.kind && k.start >= c.start && k.start < c.end))
    )
  })

/** 下午那场取消，上午那场照讲，实到56人: one of several was held, and its people stand behind. */
const oneOfTwo = (t: Told): boolean =>
  t.b.draft.figures.some(
    (f) =>
      isPrimary(f) &&
      /[,，。;][^,，。;]{0,6}[场次期节堂个][^,，。;]{0,3}照[常样旧讲办开搞做上](?![^。\n]{0,40}取消)/.test(
        t.s.text.slice(Math.max(0, f.start - 40), f.start),
      ),
  )

/** 那天没搞活动，是昨天补的: held after all, behind what fell through. */
const madeUp = (t: Told): boolean =>
  t.s.tokens
    .filter((x) => has(x, 'cancel'))
    .every(
      (x) =>
        /^[^。\n]{0,16}(补的|补上|补办|补讲|补做|补搞|补开|补了一)/.test(t.s.text.slice(x.end, x.end + 24)) ||
        movedAndHeld(t, x),
    )

/** 周四没搞成，挪到周五搞的，看了52人: moved to a day that is over, with its people behind. */
function movedAndHeld(t: Told, cancel: Token): boolean {
  const { text, dates, sentAt } = t.s
  const moved = /^[^。;\n]{0,10}(?:[挪改推移换延调]|顺延|推迟)(?:到|在|至)了?/.exec(
    text.slice(cancel.end, cancel.end + 20),
  )
  const at = cancel.end + (moved?.[0].length ?? 0)
  const day = moved && dates.find((d) => d.token.start === at)
  return (
    !!day &&
    day.token.date.to <= sentAt.day &&
    t.b.draft.figures.some((f) => f.counts === 'people' && f.start > at && f.start - at < 40)
  )
}

/** 计划10场，已讲6场: what is done of it so far, told as done. */
const soFar = (t: Told): boolean =>
  t.b.report.branch !== null &&
  t.b.draft.figures.some(
    (f) =>
      f.counts === 'sessions' &&
      /((已|已经|实际|目前|实|眼下|现在|如今|迄今|至今)(讲|办|开展|举办|完成|做|开|搞|义诊|培训|到)|[0-9][场次期节班](完成|兑现))了?$/.test(
        t.s.text.slice(Math.max(0, f.start - 8), f.start),
      ),
  )

/** 甲会的讲座推迟到下周；乙会的照开，19日…126人: what was moved is the telling before, which only lends its kind. */
const ofTheOther = (t: Told): boolean =>
  t.b.draft.carried &&
  t.b.draft.branch !== null &&
  /^的?[^,，。;0-9]{0,4}(照开|照常|照样|照旧|照讲|照搞|照办(?!手续|证)|如期)/.test(
    t.s.text.slice(t.b.draft.branch.token.end, t.b.draft.branch.token.end + 12),
  ) &&
  t.over &&
  lastsDays(t) &&
  daysBetween(t.b.when!.period.end, t.s.sentAt.day) < 15 &&
  t.b.draft.figures.some(isPrimary) &&
  t.core.every((x) => !has(x, 'moved') || x.end < t.b.draft.start)

/** 11号的取消了；15号的照常，在老年大学，56人: of a day of its own, in front of the figures. */
const asUsual = (t: Told): boolean =>
  t.b.when !== null &&
  t.b.draft.figures.some(isPrimary) &&
  /^的?[^,，。;]{0,6}(照常|照样|照旧|照开|照办|照讲|如期|按时)/.test(
    t.s.text.slice(t.b.when.end, t.b.when.end + 12),
  )

/** 昨天降温，义诊照常。看病43人: of a day that is over, with its figures behind. */
const heldAsUsual = (t: Told): boolean =>
  t.b.when !== null &&
  (t.b.when.period.end < t.s.sentAt.day || t.past) &&
  /^[^,，。;0-9]{0,4}(照常|照样|照旧|如期)[^,，。;0-9]{0,4}[,，。;！!]/.test(
    t.s.text.slice(t.b.kind.end, t.b.kind.end + 12),
  ) &&
  t.b.draft.figures.some((f) => isPrimary(f) && f.start > t.b.kind.end)

/** 望江两场130人、北塔一场66人、青溪没办: another of ours is named behind the figures, and it was theirs. */
function ofAnother(t: Told, cancel: Token): boolean {
  const last = Math.max(0, ...t.b.draft.figures.map((f) => f.end))
  return last > 0 && t.s.units.some((u) => u.token.start >= last && u.token.end <= cancel.start)
}

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
