import { daysBetween } from '../../core/day.js'
import { leavesBlanks } from './blanks.js'
import { pattern } from '../text/pattern.js'
import {
  agenda,
  askedUp,
  atTheirs,
  guests,
  lives,
  sampled,
  targetsGiven,
  resolvedFrom,
  sentBack,
  offered,
  wentThere,
  tasked,
  applied,
  tasks,
  askedOfUs,
  openings,
} from './refusals-message.js'
import { amongThem, lived, saidAbove, sat, wanted, wellDone } from './refusals-plain.js'
import {
  plainlyTold,
  inFirstSentence,
  announced,
  advised,
  singleDay,
  thanked,
  thanks,
  cheered,
  lacking,
  onlySessions,
} from './refusals-telling.js'
import {
  aYearAgo,
  admired,
  disowned,
  inAll,
  nextTerm,
  points,
  stockBeside,
  stocked,
} from './refusals-whole.js'
import { rode } from './heard.js'
import { notOnce } from './refusals-habit.js'
import { heldByOthers } from './refusals-held-by.js'
import { noticesRefused } from './refusals-notice.js'
import { toldOfOthers } from './refusals-others.js'
import { ownTalk } from './own-talk.js'
import { tagsIn, type Refusal } from './refusal.js'
import { ofItsWords } from './refusals-words.js'
import { has } from '../tokens.js'
import { says } from './told.js'
import { boardChanged } from './weighed.js'

/** Days after which an open telling without a unit is a memory: nobody reports three years late. */
const memory = 3 * 365

const listOut = pattern(/名单(出来|公布|定)了/)

/** 会议纪要：一、…；二、… */
const minutes = pattern(/^[^。;,，]{0,4}(会议)?纪要[:：]/)

/** 科普日活动8点半开始，7点50到: when to be there. */
const beginsAt = pattern(
  /[0-9一二三四五六七八九十两]{1,3}点(半|[0-9一二三四五六七八九十]{1,3}分?)?(准时)?(开始|集合|出发|到齐|报到|发车|开车)(?!了|的)/,
)

/** 三十年前的今天，我还在讲台上 */
const yearsAgo = pattern(
  /^[^,，。;0-9]{0,6}([0-9]{1,2}|[一二三四五六七八九十几两]{1,3})年前(?![0-9一二三四五六七八九十])|^[^,，。;]{0,4}那[一]?年的?(今天|这天)/,
)

const forReference = pattern(/(大家|各位|供)(可以)?参考/)

const queueing = pattern(/我前面(还)?(排|有)|排在我前/)

/**
 * What people write in such rooms beside reports: rumours, advertisements, rules and forms explained, plans under a
 * heading, enrolment, memories, being in somebody's audience. Each row is a way of talking, none a topic.
 */
export const chatter: readonly Refusal[] = [
  ['enrolment of all', (t) => tagsIn(t.s).has('enrol') && t.b.report.kind === 'culture' && !t.done],
  ['sample of all', (t) => sampled(t.s)],
  [
    'blanks to fill in',
    ({ s, b, clauses }) =>
      b.draft.segment.form
        ? leavesBlanks(s.text, b.area.start, b.area.end)
        : leavesBlanks(s.text, clauses[0]!.start, clauses.at(-1)!.end),
  ],
  [
    'firms without a figure',
    (t) =>
      t.b.report.kind === 'enterprise' &&
      t.b.when === null &&
      !t.b.report.count &&
      !t.b.report.attendance &&
      (t.b.assumed || !t.b.report.sessions),
  ],
  ['life', (t) => (t.b.report.branch === null || !t.over ? lives(t.s) : lives(t.s) && !singleDay(t))],
  [
    'a paper without number or name',
    (t) =>
      t.b.report.kind === 'article' &&
      t.b.report.count === undefined &&
      t.b.report.adopted === undefined &&
      !t.b.area.tokens.some((x) => x.type === 'title' && x.book),
  ],
  ['a list to come', (t) => listOut(t.s.text, 0, 24) && t.figures === 0],
  ['for reference', (t) => t.b.report.branch === null && forReference(t.s.text)],
  ['advice', (t) => t.b.report.branch === null && !t.ours && advised(t)],
  [
    'not of ours',
    (t) =>
      (t.b.report.branch === null || (t.s.kinds.length === 1 && !/我们[出派讲去配协]/.test(t.s.text))) &&
      disowned(t.s),
  ],
  ['points', (t) => points(t.s)],
  ['admired', (t) => t.b.report.branch === null && admired(t.s.text, 0, 40)],
  [
    'named by others',
    (t) =>
      t.b.report.kind === 'base' &&
      t.b.report.branch === null &&
      /[省市县区]里?[^,，。;]{0,6}(评|认定|批准)了/.test(t.s.text),
  ],
  [
    'played',
    (t) =>
      t.b.report.kind === 'culture' && t.b.report.branch === null && t.b.when === null && t.figures === 0,
  ],
  ['in the queue', (t) => t.b.report.branch === null && queueing(t.s.text)],
  ...openings.map(([reason, words]): Refusal => {
    const opens = pattern(words)
    return [reason, (t) => !plainlyTold(t) && opens(t.s.text, 0, 90)]
  }),
  [
    'asked for in front',
    (t) =>
      askedOfUs(t.s.text, t.b.kind.start) &&
      t.b.draft.figures.every((f) => f.start < 60 && askedOfUs(t.s.text, f.start)),
  ],
  ['tasks', (t) => tasks(t.s.text)],
  ['sent back', (t) => sentBack(t.s.text, 0, 200)],
  [
    'years ago',
    (t) =>
      (t.b.report.branch === null || t.b.when === null) && inFirstSentence(t) && yearsAgo(t.s.text, 0, 20),
  ],
  [
    'a year ago',
    (t) =>
      inFirstSentence(t) &&
      aYearAgo(t.s.text, 0, 30) &&
      (t.b.when === null || t.b.when.from.token.date.kind === 'year') &&
      !/补报|漏报/.test(t.s.text),
  ],
  ['tasked', (t) => tasked(t.s.text, Math.max(0, t.b.kind.start - 60), t.b.kind.start)],
  ['resolved', (t) => !t.done && t.b.kind.start >= resolvedFrom(t.s)],
  ['applied for', (t) => applied(t.s.text, 0, 120)],
  ['targets given', (t) => targetsGiven(t.s.text, 0, 40)],
  ['none held', (t) => t.b.report.sessions?.value === 0 && !t.b.report.attendance],
  [
    'offered',
    (t) => offered(t.s.text) && !wentThere(t.s.text) && !(t.over && t.b.report.attendance !== undefined),
  ],
  ['next term', (t) => inFirstSentence(t) && nextTerm(t.s.text, 0, 24)],
  ['guests', (t) => t.b.report.kind === 'meeting' && t.b.report.branch === null && guests(t.s.text)],
  ['at theirs', (t) => t.b.report.kind === 'meeting' && t.figures === 0 && atTheirs(t.s.text, 0, 60)],
  // 城东十月讲座，快: asks for a total
  [
    'a month and a kind',
    (t) => t.figures === 0 && !t.done && t.s.text.length < 30 && t.b.when !== null && !singleDay(t),
  ],
  ['thanks', (t) => thanked(t)],
  // 谢谢某会的专家，大老远跑来看病: by those who got it
  ['thanked at the head', (t) => t.figures === 0 && t.b.when === null && thanks(t.s.text, 0, 2)],
  ['begins at', (t) => !t.done && t.b.when === null && beginsAt(t.s.text, 0, 80)],
  ['lacking', (t) => lacking(t)],
  ['stock', (t) => t.b.report.kind === 'base' && stocked(t.s.text) && !says(t.near, 'found')],
  [
    'stock of all',
    (t) => t.b.report.kind === 'base' && inAll(t.s.text, 0, 200) && !/新[建增设挂]/.test(t.s.text),
  ],
  ['stock beside what was done', (t) => stockBeside(t.s, t.b)],
  ['cheered', (t) => cheered(t)],
  [
    'agenda',
    (t) =>
      t.b.when === null &&
      agenda(t.s.text, 0, 40) &&
      !t.s.clauses.some((c) => /共|全年|了[0-9一二三四五六七八九十两]/.test(t.s.text.slice(c.start, c.end))),
  ],
  ['asked up', (t) => t.figures === 0 && askedUp(t.s)],
  ['link', (t) => t.figures === 0 && /https?:|mp\.weixin/.test(t.s.text.slice(0, 40))],
  [
    'one of the speakers',
    (t) =>
      t.b.report.kind === 'meeting' &&
      t.figures === 0 &&
      /作为[^,，。]{0,16}(之一|代表)/.test(t.s.text.slice(t.b.area.start, t.b.area.end)),
  ],
  ...ofItsWords,
  ['well done', wellDone],
  ...toldOfOthers,
  ...notOnce,
  ...noticesRefused,
  ...heldByOthers,
  ['sat there', sat],
  ['among those who came', amongThem],
  ['said by those above', saidAbove],
  ['minutes', (t) => minutes(t.s.text, 0, 12) && !/到会|出席|参会|参加|召开了/.test(t.s.text)],
  ['wanted', wanted],
  ['own life', lived],
  ...ownTalk,
  [
    'listened',
    (t) => t.b.report.branch === null && t.near.some((x) => has(x, 'listened') && !rode(t.s.text, x.end)),
  ],
  [
    'long ago',
    (t) =>
      t.b.report.branch === null &&
      t.b.when !== null &&
      daysBetween(t.b.when.period.end, t.s.sentAt.day) > memory,
  ],
  ['another age', (t) => t.b.when !== null && daysBetween(t.b.when.period.end, t.s.sentAt.day) > 3 * memory],
  [
    'another year',
    (t) =>
      t.b.report.branch === null &&
      t.b.when !== null &&
      daysBetween(t.b.when.period.end, t.s.sentAt.day) > 60 &&
      t.b.when.from.token.date.kind === 'year' &&
      t.clauses.some((c) => /那[次回场年时]/.test(t.s.text.slice(c.start, c.end))),
  ],
  [
    'habit',
    (t) => t.b.report.branch === null && says(t.near, 'generally') && t.b.when === null && !boardChanged(t.s),
  ],
  ['how it is done', (t) => !t.ours && t.b.when === null && onlySessions(t)],
  [
    'nobody in it',
    (t) => !t.ours && t.b.when === null && !t.done && !t.terse && t.figures < 2 && !announced(t),
  ],
]
