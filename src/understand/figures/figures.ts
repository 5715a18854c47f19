import type { Measure } from '../../core/measure.js'
import { starts } from '../text/affixes.js'
import type { Clause } from '../form/clauses.js'
import { guessedAt } from './amount.js'
import { isLabelled, isAlone, bare } from './bare.js'
import { around, says, sort, type Around, type Sort } from './context.js'
import {
  allAlike,
  atLeast,
  by,
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
import { apiece, belowNothing } from './nobody.js'
import { firmsInAll } from './firms-in-all.js'
import { alongLists, alongside } from './lists.js'
import { ofThem, withPupils } from './some-of.js'
import { people } from './people.js'
import { piece } from './piece.js'
import { presents } from './presents.js'
import { document, firms, printed, session } from './sorts.js'
import type { Normalized } from '../text/normalize.js'
import { pattern } from '../text/pattern.js'
import { has, type NumberToken, type Token } from '../tokens.js'

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
  readonly onsite: boolean
  readonly aside: boolean
  /** 组织20名老职工: sent or brought along, not reached, unless the kind gathers its own people. */
  readonly sent: boolean
  /** 组织21位专家: helpers taken along. */
  readonly brought?: boolean
  /** Taught, visited, handed to: 为80名村医. */
  readonly benefit: boolean
  readonly clause: number
  readonly start: number
  readonly end: number
  /** Token index. */
  readonly at: number
}

/** 18人报名18人都到了. */
const allCame = pattern(/^(都|全|全都|一个不少)(到|来)(了|齐|场)/)
/** 原定30人的培训来了52人 */
const cameInstead = pattern(/[来到坐](了|的)(有|是|将近|近|足足|整整|足有)?$/)
/** 预计来的60人, 报名要来的60人: who were to come. */
const wereToCome = pattern(
  /(预计|预估|估计|计划|报了?名|打算|准备|预定|原定|说好|答应|通知|要|会|想|应|该)[要会能]?[来到坐]的$/,
)
const stillToDo = pattern(/要(举办|开展|完成|组织|培训|建|办|讲)[^,，。;]{0,8}$/)
/** 讨论了明年义诊20场的安排, 布置下半年讲座40场的任务: talked over for a time to come. */
const talkedOver = pattern(
  /(讨论|布置|部署|研究|审议|商量|商定|安排|议定|分解|下达)了?[^,，。;]{0,8}(明年|来年|下半年|下一年|下季度|下个?月|下一步|20[0-9]{2}年|全年|年度|新学期|任务)[^,，。;]{0,12}$/,
)
/** 计划6期完成7期 */
const fulfilled = pattern(
  /(已?完成|兑现|落实|[办讲开搞做]成?)了$|[0-9](已?完成|实完成)$|[期场次节班](已?完成)$/,
)
/** 下半年仍按6次安排: how many there are to be. */
const arranged = pattern(/^的?(安排|计划|准备|打算|筹备|目标|任务|不变)/)
/** 四季度讲座计划8场: the name of what lies ahead ends on the word. */
const planHead = pattern(/(讲座|培训|讲课|义诊|活动|工作)计划[:：]?$/)
/** 对照年初任务(讲座10场、义诊8场): in parentheses behind what was asked for. */
const underTask = pattern(/(任务|指标|目标|计划|打算)(数|书|是|为)?\([^()]{0,50}$/)
const andOthers = pattern(/加上[0-9一二三四五六七八九十两]+[个位名]?[^,，。;0-9]{1,6}$/)
const ofEach = pattern(/各[开展办搞讲做作举行上了]{0,3}$/)
const eachHeld = pattern(/各(自|开展|举办|举行|组织|安排|进行|办|搞|做)?了?$/)
/** 三个村各巡诊一次: what was held stands between. */
function heldAtEach(text: string, t: NumberToken, a: Around): boolean {
  const what = a.before.at(-1)
  return (
    t.dimension === 'session' &&
    what?.type === 'word' &&
    what.word.kind !== null &&
    what.end === t.start &&
    eachHeld(text, what.start - 5, what.start)
  )
}
const every = pattern(/每[^,，。;]{0,3}$/)
const withMore = pattern(/加上[^,，。;0-9]{1,6}$/)
/** All figures of the text, in order. Numbers that count nothing of ours (岁, 元, 年级, 届, 第…) are left out. */
export function readFigures(n: Normalized, tokens: readonly Token[], cs: readonly Clause[]): Figure[] {
  const out: Figure[] = []
  let part = false
  let partAside = false
  let partFrom = 0
  let sentence = -1
  let planned = false
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
      if (
        says(a.before, 'actual') ||
        (t.dimension === 'people' &&
          cameInstead(n.text, Math.max(c.start, t.start - 6), t.start) &&
          !wereToCome(n.text, Math.max(c.start, t.start - 6), t.start)) ||
        fulfilled(n.text, Math.max(c.start, t.start - 5), t.start) ||
        allCame(n.text, t.end, t.end + 5)
      )
        planned = false
      else if (
        (says(a.before, 'planned') && !atLeast(n.text, c, t)) ||
        (t.dimension === 'people' && wereToCome(n.text, Math.max(c.start, t.start - 6), t.start)) ||
        (t.dimension === 'session' && says(a.before, 'future')) ||
        (says(a.before, 'growth') && !guessedAt(n.text, c.start, t)) ||
        stillToDo(n.text, Math.max(c.start, t.start - 13), t.start) ||
        planHead(n.text, Math.max(c.start, t.start - 6), t.start) ||
        (arranged(n.text, t.end, t.end + 4) && by(n.text, Math.max(c.start, t.start - 4), t.start)) ||
        (t.dimension === 'session' && talkedOver(n.text, Math.max(c.start, t.start - 30), t.start)) ||
        (t.aside && underTask(n.text, Math.max(0, t.start - 60), t.start)) ||
        '限拟'.includes(n.text[t.start - 1] ?? ' ')
      )
        planned = true
      let f = planned ? null : classify(n, c, t, a)
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
          (t.start > 0 && '共总计'.includes(n.text[t.start - 1]!)),
        part:
          counted(n.text, t.end, t.end + 6) ||
          (f.counts === 'people' && ofThem(n.text, c, t, out)) ||
          (finished(n.text, Math.max(c.start, t.start - 6), t.start) &&
            out.some((x) => x.counts === f.counts && cs[x.clause]!.sentence === c.sentence)) ||
          (part && isPartOf(out.slice(Math.max(0, partFrom - 12), partFrom), f.counts)) ||
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
            /一个?(?:[天日校村班镇乡站队组]|年级|学校|单位|社区)$/.test(
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

/** 一个没少, 一个不落: nobody was missing. */
const noneMissing = pattern(
  /^(?:个|名|位)?(?:人|学员|都|也|也都){0,2}[没不未](?:有)?(?:少|落|缺|漏|拉|走|差|剩|迟到)/,
)
const numberOfPeople = pattern(/人数(呢|嘛)?(一共|总共|大概|大约|约|共)?(是|有|为)?[:：]?$/)
/** …人数是五十八村书记也来了: the number ends the clause that nobody marked, and the next begins with who came. */
const headcount = (text: string, c: Clause, t: NumberToken): boolean =>
  t.num.value > 4 &&
  numberOfPeople(text, Math.max(c.start, t.start - 8), t.start) &&
  /^[村镇乡校厂][\u4e00-\u9fa5]?(书记|主任|长|里|领导|干部)/.test(text.slice(t.num.end, t.num.end + 5))
const grown = pattern(/^(增至|增加到|提高到|扩大到|升至|发展到|减至|减少到|上升到|降至)/)
function classify(n: Normalized, c: Clause, t: NumberToken, a: Around): Sort | null {
  const { text } = n
  // 由42场增至58场: what it was before
  if (grown(text, t.end, t.end + 3)) return null
  if (!Number.isFinite(t.num.value) || t.num.value < 0) return null
  if (t.num.value === 1 && noneMissing(text, t.num.end, t.num.end + 8)) return null
  if (apiece(text, t)) return null
  if (belowNothing(text, t)) return null
  if (t.dimension === 'other' && headcount(text, c, t)) return sort('people')
  switch (t.dimension) {
    case 'people':
      return people(text, c, t, a)
    case 'session':
      return session(text, t, a)
    case 'print':
      return presents(text, t.start) ? null : printed(text, c, t, a)
    case 'document':
      return document(text, t, a)
    case 'firm':
      return firms(text, t, a) ?? firmsInAll(text, t)
    case 'piece':
      return piece(text, c, t, a)
    case 'yuan':
      return says(a.before, 'medicine') || says(a.after, 'medicine') ? sort('medicine') : null
    case 'hour':
      return sort('hours')
    case 'other':
      // 共开5个班，每班20人
      if (
        /^个班级?$/.test(text.slice(t.num.end, t.end)) &&
        /(开|办|开设|开办|举办|分)(了|成)?$/.test(text.slice(Math.max(c.start, t.start - 3), t.start))
      )
        return sort('sessions')
      // 种猪、育肥两个班，分别46人、53人
      if (
        /^个班级?$/.test(text.slice(t.num.end, t.end)) &&
        /^[,，:：]?(分别|各[0-9])/.test(text.slice(t.end, t.end + 4))
      )
        return sort('sessions')
      return /^[项点]/.test(text.slice(t.num.end, t.end)) &&
        a.after[0]?.type === 'word' &&
        a.after[0].word.kind?.kind === 'proposal'
        ? sort('documents')
        : null
    case null:
      return bare(text, c, t, a)
  }
}
