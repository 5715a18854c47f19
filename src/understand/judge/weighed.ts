import { daysBetween, type Period } from '../../core/day.js'
import { isPrimary } from '../structure/draft.js'
import { foreignSubject } from './foreign.js'
import { ofOneself } from './oneself.js'
import { once } from '../text/once.js'
import type { Scan } from '../scan.js'
import { ofSomebody, says, type Told } from './told.js'

/**
 * What speaks for a report of ours and what against it, in points; the words are those of the sentence told. The points
 * are those of a logistic regression over all labelled sets, rounded; each set was tried with points learned from the
 * others (npm run weigh prints them anew). Only what is told of oneself has more than it learned: members' plain words are
 * few in the sets and many in a group. To teach a sign, add a row and run it.
 */
export const signs: readonly (readonly [
  sign: string,
  points: number,
  there: (t: Told, said: string) => boolean,
])[] = [
  ['a branch of ours', 7, (t) => t.b.report.branch !== null],
  ['we, or a unit not in the list', 3, (t) => t.ours && t.b.report.branch === null],
  ['a day, or days in a row', 2, (t) => t.b.when !== null && isDays(t.b.when.period)],
  ['a period or day', -4, (t) => t.b.when !== null],
  ['that is over', 1, (t) => t.over],
  ['that has begun', 2, (t) => t.past],
  ['done', 2, (t) => t.done],
  [
    'a few words with a figure',
    7,
    (t) =>
      (t.s.text.length < 22 && t.b.draft.figures.some(isPrimary) && !ofSomebody.test(t.s.text)) || t.brief,
  ],
  ['people', 4, (t) => t.b.report.attendance !== undefined],
  ['several figures', 1, (t) => t.b.draft.figures.filter(isPrimary).length > 2],
  ['materials', 1, (t) => t.b.report.materials !== undefined],
  ['papers or bases counted', 5, (t) => t.b.report.count !== undefined || t.b.report.adopted !== undefined],
  ['the name of the activity itself', 1, (t) => t.b.kind.weight === 'head'],
  ['only an occasion', -2, (t) => t.b.kind.weight === 'weak'],
  ['a kind only hinted at', -1, (t) => t.b.kind.hinted === true],
  ['the kind of another telling', -1, (t) => t.b.draft.carried],
  ['a board changed', 5, (t) => t.b.kind.kind === 'publicity' && boardChanged(t.s)],
  ['what about', 1, (t) => t.b.report.topics.length > 0],
  ['who spoke', 2, (t) => t.b.report.speakers.length > 0],
  ['where', 1, (t) => t.b.report.venue !== null],
  ['told of oneself', 2, (t) => ofOneself(t.s, t.b)],
  ['told of others', -3, (t) => foreignSubject(t.s, t.clauses)],
  ['seen or heard', -2, (t) => /看了?|听说?了?|瞧|瞅|刷到|听过|读|翻|学了/.test(beforeKind(t))],
  [
    'they',
    -3,
    (_, said) =>
      /(?<![帮给为教向对诉劝让叫把跟和同替领带陪问请])([他她]们|(?<![老主])人家)|别人|隔壁|兄弟|外地|外省|邻[市县]|某/.test(
        said,
      ),
  ],
  [
    'judged',
    -1,
    (_, said) =>
      /太|真|厉害|佩服|羡慕|惭愧|可惜|不容易|了不起|点赞|学习了|强|比不上|不如|感动|精彩|棒|有意思|长见识|受益匪浅|开眼/.test(
        said,
      ),
  ],
  [
    'wished or ruled',
    -1,
    (_, said) => /要|应|须|得|必须|请|务必|希望|争取|力争|准备|打算|计划|拟|将/.test(said),
  ],
  [
    'on a condition',
    -1,
    (_, said) => /满|达到|以[上下]的|每[场次篇人]|一律|凡|如果|要是|只要|的话|超过/.test(said),
  ],
  ['asked', -3, (_, said) => /[?？]|吗|呢|哪|谁|(?<![0-9十])几[场次个点]|多少/.test(said)],
  ['you', -3, (_, said) => /你们|您们|贵[会处]/.test(said)],
  [
    'I',
    -1,
    (_, said) => /(^|[,，。！!])[^,，。]{0,2}我(?!们|会|分会|校|院|所|厂|市|县|区|镇|乡|村)/.test(said),
  ],
  ['long ago', -3, (t) => longAgo(t.s)],
  ['papers asked for', -2, (t) => asksForPapers(t.s)],
  ['what it costs', -1, (t) => costs(t.s)],
  ['neither day nor branch', -3, (t) => t.b.when === null && t.b.report.branch === null],
  ['a sum', 1, (t) => says(t.near, 'total')],
  ['a word of what is to come', -3, (t) => says(t.near, 'future')],
  ['announced', -6, (t) => announces(t.s)],
]

/** Points below which nothing is taken for a report, and below which it is asked about. */
export const least = -5
export const little = -4.5

/** Where every telling begins. */
const base = -10
/** The longer a message, the more it has to say for itself, up to 100 characters. */
export const ofLength = (length: number): number => Math.min(7, (7 * length) / 100)

/** A branch, a figure and a day that has come are enough without counting. */
export const speaksForItself = (t: Told): boolean =>
  t.b.report.branch !== null && t.past && t.b.draft.figures.some(isPrimary)

/** The points of a telling; infinite where it speaks for itself. */
export function weigh(t: Told): number {
  if (speaksForItself(t)) return Infinity
  const said = t.clauses.map((c) => t.s.text.slice(c.start, c.end)).join(',')
  let points = base + ofLength(t.s.text.length)
  for (const [, n, there] of signs) if (there(t, said)) points += n
  return points
}

/** Not a week, a month or a season; what goes on from the 2nd to the 4th is as much one activity as what is done in a day. */
const isDays = ({ start, end }: Period): boolean => daysBetween(start, end) < 5

const longAgo = once((s: Scan): boolean =>
  /当年|那年|以前|从前|小时候|年轻时|那时|那会儿|退休前|过去/.test(s.text),
)
/** 宣传栏换了3期, 橱窗出了两期; 该换了 is to be done. */
export const boardChanged = once((s: Scan): boolean =>
  /(宣传栏|橱窗|黑板报|板报|画廊|墙报|展板|科普栏|宣传窗)[^,，。;该要得应请]{0,6}(换|更换|更新|出|办|刊出)了[^,，。;]{0,4}[0-9一二两三四五六七八九十]{1,3}[期版次块]/.test(
    s.text,
  ),
)
const asksForPapers = once((s: Scan): boolean => /附件|名单|核对|填|补一下|没交|没报|上交|催|欠/.test(s.text))
const costs = once((s: Scan): boolean => /元|块钱|票|价|收费|免费领|优惠/.test(s.text))
const announces = once(
  (s: Scan): boolean =>
    /(?<!接到|接的|接了|收到)通知(?!的[,，。])|预告|(?<!根据|按照|统一)安排|报名|定于|名单|议程/.test(
      s.text,
    ) && !/实到|实际|实来/.test(s.text),
)

/** The clause in front of the kind's word. */
const beforeKind = (t: Told): string =>
  t.s.text.slice(t.s.clauses[t.b.kind.clause]!.start, t.b.kind.start).slice(-40)
