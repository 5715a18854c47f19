import { starts } from './affixes.js'
import type { Measure } from '../core/measure.js'
import type { Clause } from './clauses.js'
import type { Normalized } from './normalize.js'
import { lexicon } from './lexicon.js'
import { trie } from './trie.js'
import { has, isHan, type NumberToken, type Token, type WordToken } from './tokens.js'

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

/** Words that may stand between a noun and its number: 专家去了8名, 学员有五十六个. */
const fillers = trie(
  '分别 分别是 分别为 有 = 共 共有 约 约有 近 达 达到 达到了 计 共计 合计 为 是 : 、 的 了 去 来 到 等 大概 大约 差不多 总数 人数 数 出动 去了 来了 到了 派出 共派出 各 就有 也有 超 超过 逾 不到 将近 接近 一共 总共 累计 共达 人次 (次) 数达 数量 多达 已 已达 已有 派了 共来了 都有 整整 足足 嗯 啊 呢 那个 有个 人员 大约有 达了 一行 ★ | / - 一共有 总共有 人 们 年 参加 参与 参加了 下乡 出诊 坐诊 出动了'
    .split(' ')
    .map((w) => [w, true] as const),
)
const within = <F extends { readonly end: number }>(found: F | undefined, end: number): F | undefined =>
  found && found.end <= end ? found : undefined

/** Whether nothing but fillers stands in `[start, end)`. */
export function onlyFillers(text: string, start: number, end: number): boolean {
  let i = start
  if (end - start > 16) return false
  while (i < end) {
    if (text[i] === ' ') {
      i++
      continue
    }
    const filler = within(fillers.at(text, i), end) ?? fillers.at(text.slice(0, end), i)
    if (filler === undefined) return false
    i = filler.end
  }
  return true
}

interface Around {
  /** Words of the clause between the number before and this one, nearest last. */
  readonly before: readonly Token[]
  readonly after: readonly Token[]
  /** The token the words behind end at: mostly the next number. */
  readonly next: Token | undefined
}

function around(tokens: readonly Token[], c: Clause, at: number): Around {
  let from = at
  while (from > c.from && tokens[from - 1]!.type !== 'number' && !isGate(tokens[from - 1]!)) from--
  let to = at + 1
  while (to < c.to && tokens[to]!.type !== 'number' && !isGate(tokens[to]!)) to++
  return { before: tokens.slice(from, at), after: tokens.slice(at + 1, to), next: tokens[to] }
}
const isGate = (t: Token): boolean => t.type === 'mark' && (t.mark === 'open' || t.mark === 'close')

const says = (ts: readonly Token[], tag: Parameters<typeof has>[1]): boolean => ts.some((t) => has(t, tag))

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
      if (says(a.before, 'actual')) planned = false
      else if (
        says(a.before, 'planned') ||
        says(a.before, 'growth') ||
        /要(举办|开展|完成|组织|培训|建|办|讲)[^,，。;]{0,8}$/.test(
          n.text.slice(Math.max(c.start, t.start - 13), t.start),
        ) ||
        '限拟'.includes(n.text[t.start - 1] ?? ' ')
      )
        planned = true
      let f = planned ? null : classify(n, c, t, a)
      // 示范基地28个、市级97个
      if (
        !f &&
        !planned &&
        t.dimension === 'piece' &&
        out.at(-1)?.clause === ci &&
        out.at(-1)!.counts === 'documents'
      )
        f = sort('documents')
      // 人数分别是1400、170、205: the list goes on
      const last = out.at(-1)
      if (
        !f &&
        !planned &&
        t.dimension === null &&
        last?.clause === ci &&
        last.counts === 'people' &&
        /^[、,和]$/.test(n.text.slice(last.end, t.start)) &&
        n.text.slice(c.start, t.start).includes('分别')
      )
        f = sort('people', last.who)
      if (!f) continue
      // written out, because a spread costs as much as all the rest
      out.push({
        counts: f.counts,
        who: f.who,
        benefit: f.benefit,
        measure: measure(n, t),
        total: says(a.before, 'total') || /[共总计]$/.test(n.text.slice(Math.max(0, t.start - 1), t.start)),
        part:
          (part && isPartOf(out.slice(Math.max(0, partFrom - 12), partFrom), f.counts)) ||
          (t.aside && out.slice(-12).some((x) => x.counts === f.counts && x.clause === ci && !x.aside)),
        each:
          says(a.before, 'each') ||
          n.text.startsWith('/场', t.end) ||
          n.text[t.start - 1] === '各' ||
          /每[^,，。;]{0,3}$/.test(n.text.slice(Math.max(c.start, t.start - 4), t.start)),
        service: says(a.before, 'service'),
        labelled: f.counts === 'people' && isLabelled(n.text, t, f.who, a),
        alone: isAlone(n.text, c, t),
        actual: says(a.before, 'actual') || settled(n.text, t, out.at(-1)),
        sent: says(a.before, 'send') && f.who !== 'helper',
        brought:
          f.who === 'helper' &&
          /(组织|选派|抽调|邀请|派出)了?$/.test(n.text.slice(Math.max(0, t.start - 4), t.start)),
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

/** 一百零几个人吧算一百零三个: what it is put at in the end. */
const settled = (text: string, t: NumberToken, before: Figure | undefined): boolean =>
  before?.counts === 'people' &&
  t.start - before.end <= 8 &&
  /(就?算|算是|就按|按)$/.test(text.slice(Math.max(0, t.start - 2), t.start))

/** 300名、260名学生: the noun behind the last is everyone's. */
function alongLists(text: string, fs: Figure[]): Figure[] {
  for (let i = fs.length - 2; i >= 0; i--) {
    const f = fs[i]!
    const next = fs[i + 1]!
    if (
      f.counts !== 'people' ||
      f.who !== null ||
      !['people', 'helpers'].includes(next.counts) ||
      next.who === null
    )
      continue
    if (/^[、和与及,]$/.test(text.slice(f.end, next.start)))
      fs[i] = { ...f, who: next.who, counts: next.counts, labelled: next.labelled }
  }
  return fs
}

/** 听众, 参加, 居民 right beside it, or 人次 as its unit. */
function isLabelled(text: string, t: NumberToken, who: Who, a: Around): boolean {
  if (who === 'audience' || text.startsWith('人次', t.num.end) || text.startsWith('人(次', t.num.end))
    return true
  const reach = [...a.before].reverse().find((x) => has(x, 'reach') || has(x, 'onsite'))
  return (
    (reach !== undefined && onlyFillers(text, reach.end, t.start)) ||
    (a.after[0] !== undefined && has(a.after[0], 'reach') && a.after[0].start - t.end <= 2)
  )
}

/** Nothing but 左右, 参加 and the like behind it in its clause. */
function isAlone(text: string, c: Clause, t: NumberToken): boolean {
  const rest = text
    .slice(t.end, Math.min(c.end, t.end + 8))
    .replace(/ .*$/s, '')
    .replace(/[ 。)）左右上下以上参加听课到场]+$/, '')
  return rest.length === 0 && t.start - c.start <= 14
}

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

type Sort = { counts: Counts; who: Who; benefit: boolean }
const sort = (counts: Counts, who: Who = null, benefit = false): Sort => ({ counts, who, benefit })

function classify(n: Normalized, c: Clause, t: NumberToken, a: Around): Sort | null {
  const { text } = n
  // 由42场增至58场: what it was before
  if (/^(增至|增加到|提高到|扩大到|升至|发展到|减至|减少到|上升到|降至)/.test(text.slice(t.end, t.end + 3)))
    return null
  if (!Number.isFinite(t.num.value) || t.num.value < 0) return null
  switch (t.dimension) {
    case 'people':
      return people(text, c, t, a)
    case 'session':
      return session(text, t, a)
    case 'print':
      return printed(text, c, t, a)
    case 'document':
      return document(text, t, a)
    case 'firm':
      return firms(text, t, a)
    case 'piece':
      return piece(text, c, t, a)
    case 'yuan':
      return says(a.before, 'medicine') || says(a.after, 'medicine') ? sort('medicine') : null
    case 'hour':
      return sort('hours')
    case 'other':
      return /^[项点]/.test(text.slice(t.num.end, t.end)) &&
        a.after[0]?.type === 'word' &&
        a.after[0].word.kind?.kind === 'proposal'
        ? sort('documents')
        : null
    case null:
      return bare(text, t, a)
  }
}

/** 讲座2 义诊1: the next kind stands right behind. */
function kindBehind(text: string, end: number): boolean {
  const at = ' 、,;/'.includes(text[end] ?? '-') ? end + 1 : -1
  const word = at > 0 ? lexicon().at(text, at) : undefined
  return word?.value.kind != null && /[0-9]/.test(text[word.end] ?? ' ')
}

/** A number without a unit counts what its label says: 人数：300, 场次 2, 资料：500. */
function bare(text: string, t: NumberToken, a: Around): Sort | null {
  const last = a.before.at(-1)
  const noun = [...a.before]
    .reverse()
    .find(
      (x) =>
        x.type === 'word' &&
        (has(x, 'reach') ||
          has(x, 'audience') ||
          has(x, 'member') ||
          has(x, 'printed') ||
          has(x, 'handout') ||
          has(x, 'adopt') ||
          has(x, 'helper')),
    )
  const head = text.slice(Math.max(0, t.start - 4), t.start)
  // 讲座6/780人
  if (
    text[t.end] === '|' &&
    last?.type === 'word' &&
    last.word.kind !== null &&
    last.end === t.start &&
    /^\d+(人|人次)/.test(text.slice(t.end + 1, t.end + 9))
  )
    return sort('sessions')
  // 讲座3 人次560 义诊1 人次84; 讲座2 义诊1 咨询3
  if (
    last?.type === 'word' &&
    last.word.kind !== null &&
    !['research', 'proposal', 'article', 'base'].includes(last.word.kind.kind) &&
    last.end === t.start &&
    t.num.value <= 30 &&
    (/[0-9][ 、,;/]$/.test(text.slice(Math.max(0, last.start - 2), last.start)) ||
      /^[ ,、;](人次|人数|听众|受众|参加|到会)/.test(text.slice(t.end, t.end + 4)) ||
      kindBehind(text, t.end))
  )
    return sort('sessions')
  if (/(人次|人数)[:：= |]?$/.test(head)) return sort('people')
  if (/(场次|期数|次数|场数|节数|班次|班数|批次)[:：= |]?$/.test(head)) return sort('sessions')
  if (
    /(采用|采纳|录用|刊用|批示|见报)(篇数|件数|条数|数)[:：= |]?$/.test(
      text.slice(Math.max(0, t.start - 6), t.start),
    )
  )
    return sort('adopted')
  if (/(篇数|件数|条数|数量)[:：= |]?$/.test(head)) return sort('documents')
  if (head.endsWith('投') && !says(a.before, 'audience')) return sort('documents')
  // 40机手, 200村民
  const behind = a.after[0]
  if (behind && behind.start === t.end && has(behind, 'audience') && !has(behind, 'stock'))
    return sort('people', 'audience')
  // 报名60，实到52
  if (has(last, 'actual') && onlyFillers(text, last!.end, t.start)) return sort('people')
  if (!last || !noun || !onlyFillers(text, noun.end, t.start)) return null
  if (has(noun, 'reach') || has(noun, 'audience') || has(noun, 'member'))
    return sort('people', has(noun, 'audience') ? 'audience' : null)
  if (has(noun, 'helper')) return sort('helpers', 'helper')
  if (has(noun, 'printed') || has(noun, 'handout')) return sort('materials')
  return has(noun, 'adopt') ? sort('adopted') : null
}

const personTags = ['audience', 'helper', 'member'] as const
const who = (t: Token | undefined): Who => personTags.find((g) => has(t, g)) ?? null

const performs = /^(登台|上台|参演|演出|表演|同台|登场)/
const performed = /(上台|登台|登场|参加演出|参演|参加表演)的?(有|共)?$/

function people(text: string, c: Clause, t: NumberToken, a: Around): Sort | null {
  const unit = text.slice(t.num.end, t.end)
  const near = [...a.before]
    .reverse()
    .find((x) => x.type === 'word' && (who(x) || has(x, 'stock') || has(x, 'reach') || has(x, 'service')))
  // 12支队伍、360人: the teams have a number of their own
  const ownNumber =
    near !== undefined &&
    /[0-9一二三四五六七八九十][支个家]$/.test(text.slice(Math.max(0, near.start - 2), near.start))
  const adjacent =
    near !== undefined && !(ownNumber && has(near, 'stock')) && onlyFillers(text, near.end, t.start)
  // 上台的62人，台下观众230: who performed is no audience
  if (
    performs.test(text.slice(t.end, t.end + 4)) ||
    performed.test(text.slice(Math.max(c.start, t.start - 9), t.start))
  )
    return sort('helpers', 'helper')
  // 接待外地同行来访48人: visitors; 选派教师到边疆35人: sent away
  if (
    /(接待)[^,，。;]{0,14}来访[^,，。;]{0,6}$/.test(text.slice(Math.max(c.start, t.start - 26), t.start)) &&
    !/咨询|心理/.test(text.slice(Math.max(0, t.start - 30), t.start))
  )
    return null
  // 两位老师三堂课: those who taught
  if (
    t.num.value <= 6 &&
    /^(老|退休)?(老师|教师)[^,，。;]{0,2}([一二两三四五六]堂|讲|授课|主讲|上课|上了)/.test(
      text.slice(t.end, t.end + 10),
    )
  )
    return sort('helpers', 'helper')
  // 向3名同志颁发纪念章
  if (
    text[t.start - 1] === '向' &&
    /颁发|授予|颁授|献花/.test(text.slice(t.end, Math.min(c.end, t.end + 24)))
  )
    return null
  // 吸收辅导员6名: joined us
  if (
    /(吸收|吸纳|招募|招收|新发展|新增|增补|增选|选举|推选|推举|聘任|表彰)[^,，。;0-9]{0,10}$/.test(
      text.slice(Math.max(c.start, t.start - 14), t.start),
    ) &&
    !says(a.before, 'reach')
  )
    return null
  // 8人发言, 52人及格: some of those who came; 前三名: a place
  if (
    /^(作|做)?了?(大会|交流|典型|主题)*(发言|及格|合格|获奖|优秀|受到?表彰)/.test(
      text.slice(t.end, t.end + 8),
    )
  )
    return null
  if (unit.startsWith('名') && text[t.start - 1] === '前') return null
  // 3人一组, 每人, 人均
  if (/^(一组|一队|一桌|份|一台)/.test(text.slice(t.end, t.end + 2))) return null
  const behind = noun(text, a.after, a.next, unit, t.end)
  const summed = says(a.before, 'total') && says(a.before, 'reach')
  // 培训新会员45名: taught, not only counted among ours
  const taught = (x: Token | undefined): boolean =>
    x !== undefined && /(培训|轮训|集训)了?$/.test(text.slice(Math.max(0, x.start - 3), x.start))
  if (
    (has(behind, 'stock') && !taught(t)) ||
    (adjacent && has(near, 'stock') && !summed && !taught(near) && !(behind && who(behind) !== null))
  )
    return null
  const sent = a.before.some((x) => has(x, 'send'))
  let w: Who = who(behind)
  if (w === null && adjacent) w = who(near) ?? whoseReach(text, a.before, near)
  w ??= remarked(text, c, t)
  if (
    w === null &&
    /(选派|选送|抽调|派遣|派出)[^,，。;]{0,16}$/.test(text.slice(Math.max(c.start, t.start - 20), t.start)) &&
    !says(a.before, 'reach')
  )
    w = 'helper'
  if (
    w === null &&
    sent &&
    !/^[名位]/.test(unit) &&
    /(一行|组成|派出|出动)$/.test(text.slice(Math.max(0, t.start - 2), t.start))
  )
    w = 'helper'
  // 我们去了四个人, 某会教育组的十一位老教师: those who went
  if (/[去派]了$/.test(text.slice(Math.max(0, t.start - 2), t.start)) && (w === null || w === 'member'))
    w = 'helper'
  if (
    text[t.start - 1] === '的' &&
    a.before.some((x) => x.type === 'unit') &&
    !a.before.some((x) => has(x, 'reach') || x.type === 'date') &&
    behind &&
    /^老|教师|老师|会员|同志/.test(text.slice(behind.start, behind.end))
  )
    w = 'helper'
  // 某会22人去敬老院演出
  if (
    w === null &&
    /^[人名位]/.test(unit) &&
    (/^(去|赴|前往|深入|奔赴|来到)/.test(text.slice(t.end, t.end + 2)) ||
      (text[t.end] === '到' && t.num.value <= 12)) &&
    (a.before.some((x) => x.type === 'unit') ||
      (t.num.value <= 12 && /老[\u4e00-\u9fa5]$/.test(text.slice(Math.max(0, t.start - 2), t.start))))
  )
    w = 'helper'
  // 退休总工某某等5人到…: those who went
  if (
    w === null &&
    text[t.start - 1] === '等' &&
    /^[人名位]/.test(unit) &&
    /^(到|赴|去|前往|来到|深入|走进|组成|应邀|在|为|，|,)/.test(text.slice(t.end, t.end + 2)) &&
    !a.before.some((x) => has(x, 'reach'))
  )
    w = 'helper'
  const benefit = benefits(text, c, t, a)
  const online = a.before.some((x) => has(x, 'online')) && !a.before.some((x) => has(x, 'onsite'))
  if (online && w !== 'helper') return sort('online', w, benefit)
  return sort(w === 'helper' && !benefit ? 'helpers' : 'people', w, benefit)
}

/** 讲解员(退休研究员)14人: a remark between the noun and its number. */
function remarked(text: string, c: Clause, t: NumberToken): Who {
  if (text[t.start - 1] !== ')') return null
  const from = Math.max(c.start, t.start - 16)
  const open = from + text.slice(from, t.start).lastIndexOf('(')
  if (open < from) return null
  for (let l = 5; l >= 2; l--) {
    const word = open - l >= c.start ? lexicon().at(text, open - l) : undefined
    if (word?.end === open) return personTags.find((g) => word.value.tags.includes(g)) ?? null
  }
  return null
}

/** The first noun of persons behind 名, 位, 个 (9位医疗专家), or right behind 人 (40人的医疗队). */
function noun(
  text: string,
  after: readonly Token[],
  next: Token | undefined,
  unit: string,
  end: number,
): Token | undefined {
  if (unit.startsWith('人次') || unit.startsWith('人(')) return undefined
  for (const t of after) {
    if (t.type === 'mark' && t.mark !== 'pause') return undefined
    if (
      unit.endsWith('人') &&
      (t.start > end + 1 || /^(主讲|授课|讲课|报告)/.test(text.slice(t.start, t.start + 2)))
    )
      return undefined
    if (who(t) || has(t, 'stock'))
      return next?.type === 'number' && onlyFillers(text, t.end, next.num.start) ? undefined : t
    if (t.type === 'word' && (has(t, 'do') || t.word.kind) && t.start > end + 8) return undefined
  }
  return undefined
}

/** 志愿者参与380人次: who took part stands right before the word of taking part. */
function whoseReach(text: string, before: readonly Token[], reach: Token | undefined): Who {
  const i = reach ? before.indexOf(reach) : -1
  const noun = before[i - 1]
  return noun && reach && onlyFillers(text, noun.end, reach.start) ? who(noun) : null
}

/** 为80名村医, 给60多个孩子, 培训乡村医生56人: the counted are the ones served. */
function benefits(text: string, c: Clause, t: NumberToken, a: Around): boolean {
  const from = Math.max(c.start, a.before[0]?.start ?? t.start - 6)
  const head = text.slice(Math.max(from - 2, c.start, t.start - 14), t.start)
  return (
    (/[为给向对][^有了]?/.test(head) && !/(成为|作为|认为|因为|分为|称为|为期|应对)/.test(head)) ||
    /(培训|参训|受训|听课|面向|惠及|教会)/.test(head)
  )
}

function session(text: string, t: NumberToken, a: Around): Sort | null {
  const unit = text.slice(t.num.end, t.end)
  const prev = text[t.start - 1] ?? ''
  const next = text[t.end] ?? ''
  if (
    prev !== '' &&
    '又再每首这那上下头有第同届'.includes(prev) &&
    !(prev === '上' && /^[堂节课]/.test(unit))
  )
    return null
  // 三堂街镇
  if (/^(街|镇|乡|村|路|湾|坪)/.test(next)) return null
  if (/年级$|初|高$/.test(text.slice(Math.max(0, t.start - 2), t.start)) && unit.startsWith('班')) return null
  if (unit === '班' && '级长'.includes(next) && next !== '') return null
  if (/^[批轮回趟讲]$/.test(unit) && t.num.value < 2) return null
  // 被掌声打断6次
  if (/(打断|鼓掌|点赞|转发|点击|浏览)[^,，。]{0,2}$/.test(text.slice(Math.max(0, t.start - 4), t.start)))
    return null
  // 共赛7轮
  if (unit === '轮' && /赛|比|循环/.test(text.slice(Math.max(0, t.start - 4), t.start))) return null
  if (unit.startsWith('批') && /接待|来访|接访|来客/.test(text.slice(Math.max(0, t.start - 16), t.start)))
    return null
  if (/^[次回趟]/.test(unit) && t.num.value === 1) {
    const near = a.before.at(-1)
    const after = a.after[0]
    const named = (x: Token | undefined, gap: number) =>
      x?.type === 'word' && x.word.kind !== null && gap <= 12
    if (!named(near, near ? t.start - near.end : 99) && !named(after, after ? after.start - t.end : 99))
      return null
    if (next === '性') return null
  }
  if (says(a.before, 'often') || /^(均由|均为|都由)/.test(text.slice(t.end, t.end + 2))) return null
  // 点播3万次, 阅读量8万次
  if (/^[次人]/.test(unit) && (says(a.before, 'online') || t.num.value > 20_000)) return null
  return sort('sessions')
}

function printed(text: string, c: Clause, t: NumberToken, a: Around): Sort | null {
  if (each(text, t)) return null
  const unit = text.slice(t.num.end, t.end)
  const nouns = (ts: readonly Token[]) =>
    ts.filter(
      (x) =>
        has(x, 'printed') ||
        has(x, 'unprinted') ||
        has(x, 'medicine') ||
        (x.type === 'word' &&
          x.word.kind !== null &&
          ['research', 'proposal', 'article'].includes(x.word.kind.kind)),
    )
  const behind =
    a.after[0] && a.after[0].start <= t.end + 6
      ? nouns(a.after).find((x) => x.start <= t.end + 8 && !/[、，,]/.test(text.slice(t.end, x.start)))
      : undefined
  const before = nouns(a.before).at(-1)
  const named = behind ?? before
  if (named) {
    if (has(named, 'unprinted') || has(named, 'medicine')) return null
    if (has(named, 'printed')) return sort('materials')
    return /^[份本]/.test(unit) ? sort('documents') : null
  }
  // 报送建议11份，其中3份得到批示
  if (/^[份本]/.test(unit) && (says(a.before, 'adopt') || a.after.some((x) => has(x, 'adopt'))))
    return document(text, t, a)
  if (says(a.before, 'total') && /[份册本]/.test(n2(text, c, t))) return sort('materials')
  const handed =
    says(a.before, 'handout') ||
    /[发赠送印书]$/.test(text.slice(Math.max(0, t.start - 1), t.start)) ||
    /[发赠送印书]/.test(text.slice(c.start, t.start))
  if (handed) return sort('materials')
  return /^[份册本]/.test(unit) && a.before.length === 0 ? sort('materials') : null
}

/** 采用9篇, 3篇被采纳; in 投稿26篇 采用9篇 the 采用 is the next number's. */
/** The clause before, where 共60份 sums up what was handed out. */
const n2 = (text: string, c: Clause, t: NumberToken): string =>
  text.slice(Math.max(0, c.start - 20), t.start - 1)

/** A word for papers, or for their being taken up, stands with the number. */
const papers = (a: Around): boolean =>
  [...a.before, ...a.after].some(
    (x) =>
      has(x, 'adopt') ||
      (x.type === 'word' &&
        x.word.kind !== null &&
        ['research', 'proposal', 'article'].includes(x.word.kind.kind)),
  )

const each = (text: string, t: NumberToken): boolean =>
  t.num.value === 1 && /(人人|每人|各|一人)[^,，。]{0,5}$/.test(text.slice(Math.max(0, t.start - 8), t.start))

function document(text: string, t: NumberToken, a: Around): Sort | null {
  // 推广技术5项, 解决难题7件: counted like papers, but none
  if (/^[项件则点]$/.test(text.slice(t.num.end, t.end)) && !papers(a)) return null
  // 2篇获优秀成果奖: a prize, neither written again nor taken up
  if (/^(分别)?(获|荣获|被评)[^,。;]{0,16}(奖|优秀)/.test(text.slice(t.end, t.end + 22))) return null
  const beside = (x: Token | undefined, gap: number): boolean =>
    x?.type === 'word' && x.word.kind !== null && gap <= 3
  if (
    t.num.value === 1 &&
    text[t.num.start] === '一' &&
    !says(a.before, 'adopt') &&
    !beside(a.after[0], (a.after[0]?.start ?? 99) - t.end) &&
    !beside(a.before.at(-1), t.start - (a.before.at(-1)?.end ?? 0))
  )
    return null
  const behind = a.after.find((x) => has(x, 'adopt'))
  const its =
    behind !== undefined && !(a.next?.type === 'number' && onlyFillers(text, behind.end, a.next.num.start))
  // 发表稿件48篇: published, but the number of pieces told
  const published = a.before.some(
    (x, k) =>
      has(x, 'adopt') &&
      a.before[k + 1]?.type === 'word' &&
      (a.before[k + 1] as WordToken).word.kind?.kind === 'article' &&
      /[发刊登]/.test(text.slice(x.start, x.end)),
  )
  const adopted =
    /(登|登了|用了|见报|登出|录用了|批了|批示了|批)$/.test(text.slice(Math.max(0, t.start - 3), t.start)) ||
    (a.before.some((x) => has(x, 'adopt')) && !published) ||
    its
  return sort(adopted ? 'adopted' : 'documents')
}

/** 4家企业, 走访企业9家, …等10家; 三家单位 and 8家媒体 are none of ours. */
function firms(text: string, t: NumberToken, a: Around): Sort | null {
  const named = (x: Token): boolean =>
    has(x, 'company') ||
    (x.type === 'word' && (x.word.kind?.kind === 'enterprise' || x.word.kind?.kind === 'base'))
  // 6家钢企, 3家药企
  const short =
    /^[^,，。;、]{0,3}企([^业]|$)/.test(text.slice(t.end, t.end + 5)) ||
    text.slice(t.num.end, t.end).endsWith('企业')
  return a.before.some(named) ||
    /(助企|企业|帮企)[^。;\n]{0,12}$/.test(text.slice(Math.max(0, t.start - 16), t.start)) ||
    (a.after[0] !== undefined && named(a.after[0])) ||
    short ||
    text[t.start - 1] === '等'
    ? sort('firms')
    : null
}

/** 个 says little: 85个居民, 3个工作站, 4个企业, 建议6个, 医生去了四个. */
function piece(text: string, c: Clause, t: NumberToken, a: Around): Sort | null {
  for (const x of a.after) {
    if (x.type === 'mark') break
    // 20个展位吸引市民…: what follows the verb is not what was counted
    if (/^(吸引|接待|惠及|覆盖|参与|参加|迎来)$/.test(text.slice(x.start, x.end)) && x.start > t.end + 1)
      return null
    // 一共四十八个师傅十一个: the noun is the next number's
    if (who(x) && a.next?.type === 'number' && onlyFillers(text, x.end, a.next.num.start)) break
    if (who(x) && x.start > t.end + 6) break
    if (who(x)) return people(text, c, t, a)
    if (has(x, 'company')) return sort('firms')
    if (x.type === 'word' && x.word.kind && countOf(x.word.kind.kind)) return countOf(x.word.kind.kind)
  }
  // 已达86个, 累计建成35个: a stock beside what was added
  if (
    /(已达|达到|累计达|总数达|发展到|达)$/.test(text.slice(Math.max(0, t.start - 3), t.start)) &&
    !a.before.some((x) => has(x, 'audience') || has(x, 'reach'))
  )
    return null
  // 接听来电318个
  if (/(来电|电话|热线|接听)$/.test(text.slice(Math.max(0, t.start - 2), t.start))) return null
  // 覆盖11个苏木镇, 到5个网点: places
  if (
    /^[^,，。;、\d\s|]{0,3}(镇|乡|村|县|市|区|旗|州|省|寨|屯|街道|嘎查|苏木|网点|站点|点位|摊位|单位|部门|学校|行业)/.test(
      text.slice(t.end, t.end + 6),
    )
  )
    return null
  // 实际到了72个
  const came = a.before.findLast((x) => has(x, 'actual'))
  if (came && onlyFillers(text, came.end, t.start)) return people(text, c, t, a)
  const near = a.before.at(-1)
  if (!near || !onlyFillers(text, near.end, t.start)) return null
  // 查看产业基地14个: gone to see, not founded
  if (
    near.type === 'word' &&
    near.word.kind?.kind === 'base' &&
    /(查看|察看|考察|参观|走访|观摩|走进|踏看)[^,。;、]{0,6}$/.test(text.slice(c.start, near.start))
  )
    return null
  if (who(near) || has(near, 'reach')) return people(text, c, t, a)
  if (has(near, 'company')) return sort('firms')
  if (has(near, 'found')) return sort('documents')
  if (
    near.type === 'title' &&
    /(工作室|工作站|基地|服务站|示范点|小院|驿站|示范户)[”"」』]$/.test(text.slice(near.start, near.end))
  )
    return sort('documents')
  return near.type === 'word' && near.word.kind ? countOf(near.word.kind.kind) : null
}
const countOf = (kind: string): Sort | null =>
  ['research', 'proposal', 'article', 'base'].includes(kind)
    ? sort('documents')
    : kind === 'training' || kind === 'lecture'
      ? sort('sessions')
      : null

export const isDigitOrHan = (c: number): boolean => isHan(c) || (c >= 0x30 && c <= 0x39)
