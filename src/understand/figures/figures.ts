import type { Measure } from '../../core/measure.js'
import { starts } from '../text/affixes.js'
import type { Clause } from '../form/clauses.js'
import { isAlone, isLabelled } from './bare.js'
import { around, says, type Around } from './context.js'
import { countsWhat } from './counts-what.js'
import {
  allAlike,
  checked,
  counted,
  countedIn,
  departments,
  finished,
  putAt,
  sentOut,
  settled,
  turnedUp,
} from './how-told.js'
import { alongLists, alongside } from './lists.js'
import { isPlanned } from './planned.js'
import { ofThem, withPupils } from './some-of.js'
import { eachOfThem } from './firms-in-all.js'
import type { Normalized } from '../text/normalize.js'
import { pattern } from '../text/pattern.js'
import { has, type NumberToken, type Token, type WordToken } from '../tokens.js'

/** What a number counts, before it is known of which activity. `documents` are counted by 篇, 条, 件; `firms` by 家. */
export type Counts =
  | 'people'
  | 'helpers'
  | 'sessions'
  | 'materials'
  | 'documents'
  | 'adopted'
  | 'firms'
  | 'medicine'
  | 'hours'
  | 'online'

/** Who a headcount is of, where the words say so: helpers count as reached only where they were the ones taught or met. */
export type Who = 'audience' | 'helper' | 'member' | null

export interface Figure {
  readonly counts: Counts
  readonly measure: Measure
  readonly who: Who
  /** 共, 合计. */
  readonly total: boolean
  /** Behind 其中. */
  readonly part: boolean
  /** 每场. */
  readonly each: boolean
  /** The words say that it counts people reached: 听众300人, 居民60人, 300人次. */
  readonly labelled: boolean
  /** One of several services told beside each other (量血压70人). */
  readonly service: boolean
  /** By the department that saw them: 内科看了41人，骨科28人 came to one each. */
  readonly department?: boolean
  /** Its clause ends with it: an item of a list rather than a sentence about some of the people. */
  readonly alone: boolean
  /** Behind 实到. */
  readonly actual: boolean
  /** 石桥镇180人次: of one of several places. */
  readonly placed?: boolean
  /** 惠及群众400余人: whoever was reached by all that was done. */
  readonly served?: boolean
  readonly onsite: boolean
  readonly aside: boolean
  /** 组织20名老职工: sent or brought along, not reached, unless the kind gathers its own people. */
  readonly sent: boolean
  /** 组织21位专家: helpers taken along. */
  readonly brought?: boolean
  /** 工作人员9名: there to serve, whatever they listened to. */
  readonly staff?: boolean
  /** Taught, visited, handed to: 为80名村医. */
  readonly benefit: boolean
  readonly clause: number
  readonly start: number
  readonly end: number
  /** Token index. */
  readonly at: number
}

/** 培训3期90人，沙湾参加20人: how many of them came from there. */
function fromOne(
  text: string,
  c: Clause,
  t: NumberToken,
  a: Around,
  before: readonly Figure[],
  cs: readonly Clause[],
): boolean {
  const unit = a.before[0]
  const last = before.at(-1)
  return (
    unit?.type === 'unit' &&
    unit.start === c.start &&
    /^(?:老科协|分会)?(?:也|有|就)?参加(?:的|了)?(?:有)?$/.test(text.slice(unit.end, t.start)) &&
    last?.counts === 'people' &&
    last.measure.value > t.num.value &&
    cs[last.clause]!.sentence === c.sentence
  )
}

const servedAll = pattern(
  /(?:惠及|惠泽|受惠|受益|(?:共|一共|累计|总共)(?:服务|接待)(?:各族|当地|周边)?(?=[\u4e00-\u9fa5])|服务(?:各族|当地|周边)?(?=群众|村民|居民|百姓|老百姓|农民|乡亲))(?:[^,，。;、:：0-9一二三四五六七八九十两百千近约超逾达]{0,6})(?:近|约|超|逾|达|共|超过|达到|大约){0,2}$/,
)
const andOthers = pattern(/加上[0-9一二三四五六七八九十两]+[个位名]?[^,，。;0-9]{1,6}$/)
const ofEach = pattern(/各[开展办搞讲做作举行上来到有了]{0,3}$/)
const eachHeld = pattern(
  /(各(自|开展|举办|举行|组织|安排|进行|办|搞|做)?|每[个所家]?(?:[村校镇乡点寨屯]|社区|学校|小区|单位)[都各]?[讲办搞做]?)了?$/,
)
/** 三个村各巡诊一次: what was held stands between. */
function heldAtEach(text: string, t: NumberToken, a: Around): boolean {
  const what = a.before.at(-1)
  return (
    t.dimension === 'session' &&
    what?.type === 'word' &&
    what.word.kind !== null &&
    what.end === t.start &&
    eachHeld(text, what.start - 7, what.start)
  )
}
const staff = pattern(/(?:工作人员|服务人员|志愿者|义工|记者)(?:有|共|约|来了)?$|(?:去|派|派去|出动)了$/)
const every = pattern(/每[^,，。;]{0,3}$/)
const ofAPlace = pattern(
  /(?:^|[,，、;；:：])[\u4e00-\u9fa5]{1,6}(?:镇|乡|村|屯|寨|社区|街道|小学|中学)(?:群众|村民|居民|学生)?(?:有|共|约)?$/,
)
const withMore = pattern(/加上[^,，。;0-9]{1,6}$/)
/** All figures of the text, in order. Numbers that count nothing of ours (岁, 元, 年级, 届, 第…) are left out. */
export function readFigures(n: Normalized, tokens: readonly Token[], cs: readonly Clause[]): Figure[] {
  const out: Figure[] = []
  let part = false
  let partAside = false
  let partFrom = 0
  let sentence = -1
  let planned = false
  let plannedAside = false
  for (let ci = 0; ci < cs.length; ci++) {
    const c = cs[ci]!
    if (c.sentence !== sentence) {
      part = false
      sentence = c.sentence
    }
    planned = false
    for (let i = c.from; i < c.to; i++) {
      const t = tokens[i]!
      if (partAside && !t.aside && t.type !== 'mark') part = partAside = false
      if (has(t, 'part')) {
        partAside = t.aside
        partFrom = out.length
      }
      if (has(t, 'part'))
        part = out
          .slice(-12)
          .some((f) => cs[f.clause]!.sentence >= c.sentence - 1 && cs[f.clause]!.line === c.line)
      if (t.type !== 'number' || t.num.role !== 'quantity' || t.num.vague) continue
      const a = around(tokens, c, i)
      // 义诊9次(任务8次)、讲座21场: what was asked for is told in its brackets only
      if (plannedAside && !t.aside) planned = plannedAside = false
      const said = isPlanned(n.text, c, t, a)
      if (said !== null) plannedAside = said && t.aside && !planned
      planned = said ?? planned
      let f = planned ? null : countsWhat(n, c, t, a)
      f ??= planned ? null : alongside(n.text, c, ci, t, out.at(-1))
      if (!f) continue
      // written out, because a spread costs as much as all the rest
      out.push({
        counts: f.counts,
        who: f.who,
        benefit: f.benefit,
        measure: measure(n, t),
        total:
          andOthers(n.text, Math.max(c.start, t.start - 12), t.start) ||
          says(a.before, 'total') ||
          (withMore(n.text, Math.max(c.start, t.start - 9), t.start) &&
            out.at(-1)?.counts === 'people' &&
            out.at(-1)!.measure.value < t.num.value) ||
          countedIn(n.text, Math.max(c.start, t.start - 16), t.start) ||
          (f.counts === 'firms' && eachOfThem(n.text, t)) ||
          (t.start > 0 && '共总计'.includes(n.text[t.start - 1]!)),
        part:
          counted(n.text, t.end, t.end + 6) ||
          (f.counts === 'people' && ofThem(n.text, c, t, out)) ||
          (f.counts === 'people' && fromOne(n.text, c, t, a, out, cs)) ||
          (finished(n.text, Math.max(c.start, t.start - 6), t.start) &&
            out.some((x) => x.counts === f.counts && cs[x.clause]!.sentence === c.sentence)) ||
          (part &&
            !sumsAgain(n.text, a, t) &&
            isPartOf(out.slice(Math.max(0, partFrom - 12), partFrom), f.counts)) ||
          (t.aside &&
            out.slice(-12).some(
              (x) =>
                x.counts === f.counts &&
                x.clause === ci &&
                !x.aside &&
                // 共4次，共173人：3.5理发（40人），…: items of the list it heads
                !n.text.slice(x.end, Math.min(t.start, x.end + 12)).includes(':'),
            )),
        each:
          says(a.before, 'each') ||
          allAlike(n.text, Math.max(c.start, t.start - 9), t.start) ||
          n.text.startsWith('/场', t.end) ||
          (f.counts === 'sessions' &&
            /一个?(?:[天日校村班镇乡站队组]|年级|学校|单位|社区)$|天天都?[上讲办开有做]?了?$/.test(
              n.text.slice(Math.max(c.start, t.start - 4), t.start),
            )) ||
          ofEach(n.text, Math.max(c.start, t.start - 4), t.start) ||
          heldAtEach(n.text, t, a) ||
          every(n.text, Math.max(c.start, t.start - 4), t.start),
        service: says(a.before, 'service') || checked(n.text, t.start - 9, t.start),
        department: f.counts === 'people' && departments(n.text, Math.max(c.start, t.start - 8), t.start),
        labelled: f.counts === 'people' && isLabelled(n.text, t, f.who, a),
        alone: isAlone(n.text, c, t) || withPupils(n.text, t, out.at(-1)),
        actual:
          says(a.before, 'actual') ||
          turnedUp(n.text, t, out.at(-1)) ||
          putAt(n.text, c, t) ||
          settled(n.text, t, out.at(-1)),
        sent: f.who !== 'helper' && sentOut(n.text, a, t.start),
        brought:
          f.who === 'helper' &&
          /(组织|选派|抽调|邀请|派(?!出所)|出动)了?[^,，。;0-9]{0,6}$/.test(
            n.text.slice(Math.max(c.start, t.start - 10), t.start),
          ),
        staff: f.who === 'helper' && staff(n.text, Math.max(c.start, t.start - 8), t.start),
        placed: f.counts === 'people' && ofAPlace(n.text, Math.max(c.start, t.start - 10), t.start),
        served: f.counts === 'people' && servedAll(n.text, Math.max(c.start, t.start - 14), t.start),
        onsite: says(a.before, 'onsite'),
        aside: t.aside,
        clause: ci,
        start: t.start,
        end: t.end,
        at: i,
      })
    }
  }
  return alongLists(n.text, out)
}

/** …其中七家去了两回，助企共十八次: the kind named again with how often in all. */
const sumsAgain = (text: string, a: Around, t: NumberToken): boolean =>
  t.dimension === 'session' &&
  a.before.at(-2)?.type === 'word' &&
  (a.before.at(-2) as WordToken).word.kind?.weight === 'head' &&
  has(a.before.at(-1), 'total') &&
  ',，;；'.includes(text[a.before.at(-2)!.start - 1] ?? '-')

/** 接诊173人，其中上门6人，发资料300份: people are a part of people, papers of papers; the leaflets are no part of the sick. */
const isPartOf = (wholes: readonly Figure[], counts: Counts): boolean =>
  (counts !== 'people' && counts !== 'materials') ||
  wholes.some((x) => x.counts === counts || (counts === 'people' && x.counts === 'helpers'))

const roughly = starts('左右 上下 以上 出头 多 光景 不到')

/** Words behind the unit that qualify the figure: 300人左右, 500人以上. */
function qualifiedBehind(text: string, end: number): boolean {
  return roughly(text, end)
}

function measure(n: Normalized, t: NumberToken): Measure {
  const { num } = t
  const behind = num.qualifier === 'exact' && qualifiedBehind(n.text, t.end)
  return {
    value: num.value,
    ...(num.qualifier === 'range' ? { high: num.high } : {}),
    qualifier: behind ? (n.text.startsWith('以上', t.end) ? 'over' : 'about') : num.qualifier,
    words: num.words,
    span: n.span(num.start, num.end),
  }
}
