import type { Clause } from './clauses.js'
import { isActive, isPrimary } from './draft.js'
import { foreignSubject } from './foreign.js'
import { chatter, tagsIn, type Refusal } from './refusals.js'
import type { Tag } from './lexicon.js'
import { ofOneself } from './oneself.js'
import type { Built } from './reports.js'
import { comingDay } from './doubts.js'
import { once } from './once.js'
import { firstBehind } from './ordered.js'
import type { Scan } from './scan.js'
import { strangers } from './strangers.js'
import { has, isHan, type DateToken, type Token } from './tokens.js'
import { daysBetween, type Period, type PlainDate } from '../core/day.js'

/** What a sentence is told in, as far as its words say; the rules below decide by it. */
export interface Told {
  readonly s: Scan
  readonly b: Built
  /** Tokens of the clauses that hold kind and figures, and of their whole sentences. */
  readonly core: readonly Token[]
  readonly near: readonly Token[]
  readonly clauses: readonly Clause[]
  readonly figures: number
  readonly counted: boolean
  /** One of ours is named, or says 我们. */
  readonly ours: boolean
  /** A day or period not after the message. */
  readonly past: boolean
  /** A day, or a short period that has ended: 今年 and 二季度 still run on. */
  readonly over: boolean
  /** A verb with 了, or a word of completion. */
  readonly done: boolean
  /** Words without a verb, or a form: nothing in it says how it is meant but the figures. */
  readonly terse: boolean
}

const says = (ts: readonly Token[], tag: Tag): boolean => ts.some((t) => has(t, tag) && !t.aside)

/** Why a telling is no report of ours; the first that holds. To refuse a new way of saying it, add a row. */
const refusals: readonly Refusal[] = [
  ['question', (t) => questioned(t) || asks(t)],
  ['notice', (t) => noticed(t)],
  ['sample', (t) => says(t.near, 'sample')],
  [
    'cancelled',
    (t) => says(t.near, 'cancel') && !(t.figures > 0 && (t.done || t.over) && t.past && besides(t)),
  ],
  ['future day', (t) => inFuture(t)],
  ['moved', (t) => says(t.core, 'moved') && !(t.figures > 0 && (t.done || t.past) && !movedAhead(t))],
  [
    'future',
    (t) =>
      (says(t.core, 'future') &&
        !(t.figures > 0 && t.done && t.past && (!says(kindClause(t), 'future') || alreadyDone(t)))) ||
      (says(t.near, 'future') && !(t.figures > 0 && (t.done || t.over))),
  ],
  [
    'call',
    (t) => says(t.near, 'must') && !held(t) && !(t.past && t.done) && !(t.figures > 0 && (t.over || t.done)),
  ],
  ['long ago', (t) => says(t.near, 'once') && t.b.report.branch === null],
  ['others', (t) => !t.ours && (says(t.near, 'hearsay') || foreignSubject(t.s, uptoFigures(t)))],
  [
    'comment',
    (t) => !t.ours && says(t.near, 'praise') && (recalled(t) || t.b.when === null || t.figures === 0),
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
      !(t.figures > 0 && ofOneself(t.s, t.b)),
  ],
  ['remembered', (t) => !t.ours && recalled(t) && t.figures === 0],
  ...chatter,
  [
    'asked for',
    (t) =>
      !(t.figures > 0 && t.over && !preparingFor(t)) &&
      t.clauses.some((c) => c.end > t.b.draft.start && requests(t.s, c)),
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
      !(
        t.past &&
        (t.done || t.b.report.topics.length > 0) &&
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
      !(t.figures > 0 && ofOneself(t.s, t.b)),
  ],
  [
    'weak',
    (t) =>
      t.b.kind.weight === 'weak' &&
      !t.counted &&
      !(t.figures > 0 && (t.ours || t.past)) &&
      !(t.ours && t.past),
  ],
]

/** 改到16号了, 改下周六: the new day lies ahead, whatever 了 says. */
function movedAhead(t: Told): boolean {
  return (
    t.core.some(
      (x) => has(x, 'moved') && t.s.dates.some((d) => d.token.start === x.end && isAhead(t, d.token)),
    ) &&
    !says(t.core, 'actual') &&
    !t.core.some((x) => reached.has(t.s.text.slice(x.start, x.end)))
  )
}
/** Clauses up to the last of kind and figures; behind them stands who came by: …29人，区委领导讲话. */
const uptoFigures = (t: Told): readonly Clause[] => {
  const last = Math.max(t.b.kind.end, ...t.b.draft.figures.map((f) => f.end))
  return t.clauses.filter((c) => c.start < last)
}
/** A day to come, or 16号 said alone, which would be weeks ago. */
const isAhead = (t: Told, x: DateToken): boolean =>
  x.date.from > t.s.sentAt.day ||
  (/^[0-9]{1,2}[号日]$/.test(t.s.text.slice(x.start, x.end)) && daysBetween(x.date.from, t.s.sentAt.day) > 14)
const reached: ReadonlySet<string> = new Set(['来了', '到了', '到场', '到会', '实到', '参加', '坐了'])

/** 五年内要办500场，2023年已完成118场: the clauses of the figures tell what was done. */
function alreadyDone(t: Told): boolean {
  const words = t.b.draft.figures.filter(isPrimary).map((f) => {
    const c = t.s.clauses[f.clause]!
    return t.s.tokens.slice(c.from, c.to)
  })
  return words.some((ts) => says(ts, 'past')) && words.every((ts) => !says(ts, 'future'))
}

const kindClause = (t: Told): readonly Token[] => {
  const c = t.s.clauses[t.b.kind.clause]!
  return t.s.tokens.slice(c.from, c.to)
}

/** Why this is no report, or null when it is one. */
export function refusal(s: Scan, b: Built): string | null {
  const t = told(s, b)
  for (const [reason, when] of refusals) if (when(t)) return reason
  return null
}

const hasEnded = (p: Period, today: PlainDate): boolean =>
  p.end < today || (p.end === today && daysBetween(p.start, p.end) < 31)

/** Clauses before and behind that a sentence is looked through for how it is meant; longer ones are hostile. */
const nearest = 24
/** And tokens. */
const widest = 200

function told(s: Scan, b: Built): Told {
  const core = new Set<number>([b.kind.clause])
  for (const f of b.draft.figures) core.add(f.clause)
  const sentences = new Set([...core].map((c) => s.clauses[c]!.sentence))
  const lo = Math.min(...core)
  const hi = Math.max(...core)
  let first = lo
  while (
    first > 0 &&
    lo - first < nearest &&
    s.clauses[lo]!.from - s.clauses[first - 1]!.from <= widest &&
    sentences.has(s.clauses[first - 1]!.sentence)
  )
    first--
  let end = hi + 1
  while (
    end < s.clauses.length &&
    end - hi <= nearest &&
    s.clauses[end]!.to - s.clauses[hi]!.to <= widest &&
    sentences.has(s.clauses[end]!.sentence)
  )
    end++
  const clauses = s.clauses.slice(first, end).filter((c) => sentences.has(c.sentence))
  const tokensOf = (cs: readonly Clause[]): Token[] => {
    const out: Token[] = []
    for (const c of cs) for (let i = c.from; i < c.to; i++) out.push(s.tokens[i]!)
    return out
  }
  const near = tokensOf(clauses)
  const primary = b.draft.figures.filter(isPrimary)
  const implied = b.report.count !== undefined || b.report.adopted !== undefined
  const attended = b.report.attendance !== undefined
  return {
    s,
    b,
    core: tokensOf([...core].map((c) => s.clauses[c]!)),
    near,
    clauses,
    figures: primary.length || (implied || attended ? 1 : 0),
    counted: implied || primary.some((f) => f.counts !== 'people' && f.counts !== 'materials'),
    ours: b.report.branch !== null || saysWe(s) || strangers(s).length > 0,
    past: b.when !== null && b.when.period.start <= s.sentAt.day,
    over: b.when !== null && hasEnded(b.when.period, s.sentAt.day),
    done: says(near, 'past') || clauses.some((c) => perfective(s.text, c)),
    terse:
      b.draft.segment.form ||
      ((hi > lo
        ? s.clauses[hi]!.end - s.clauses[lo]!.start < 30
        : s.clauses[lo]!.end - s.clauses[lo]!.start < 24) &&
        !near.some((x) => has(x, 'must') || has(x, 'hearsay'))),
  }
}

const preparingFor = (t: Told): boolean =>
  t.clauses.some((c) => t.s.text[c.start] === '请' && preparing.test(t.s.text.slice(c.start, c.start + 24)))
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
/** 请王老师把课件准备好, 请大家提前到场. */
const preparing =
  /准备好|注意|准备课|准备一|准备$|备好|带好|带上|提前|按时|安排好|安排一|转告|抓紧|务必|到场|互相/
/** 请讲师团安排一位老师…, 请各县把签到表补交: a unit is asked, not told of. */
function requests(s: Scan, c: Clause): boolean {
  const head = s.tokens[c.from]
  if (s.text[c.start] === '请' && preparing.test(s.text.slice(c.start, Math.min(c.end, c.start + 24))))
    return true
  return (
    s.text[c.start] === '请' &&
    head !== undefined &&
    head.start <= c.start + 1 &&
    (head.type === 'unit' || has(head, 'must'))
  )
}
/** 每期16节课, 每场50人: how it is held, not what was. */
function eachOnly(t: Told): boolean {
  const fs = t.b.draft.figures.filter(isPrimary)
  return fs.length > 0 && fs.every((f) => f.each) && !t.past
}

/** 我们 as the one who did it, not as the object: 让我们, 教我们. */
const saysWe = once((s: Scan) =>
  s.tokens.some(
    (t) =>
      has(t, 'we') &&
      !'让给为向对教得是带'.includes(s.text[t.start - 1] ?? ' ') &&
      !/^(可以|得加|得学|要学|要向|退休的|这些|老头|老太|老年人|应该|该|学学|向[^,，。]{0,8}(学习|致敬|看齐|取经|请教)|都要|也要|也得|也该|能不能|加油)/.test(
        s.text.slice(t.end, t.end + 12),
      ),
  ),
)
const notice = once((s: Scan) => s.tokens.find((x) => has(x, 'notice') && !has(x, 'printed')))

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

/** 昨天听了一场讲座, 我也去参加了培训: one who was there, not one who held it. */
function listened(t: Told): boolean {
  const c = t.s.clauses[t.b.kind.clause]!
  // 2000多名师生观看了大篷车: told by who counted them
  if (t.b.draft.figures.some((f) => f.counts === 'people' && f.start >= c.start && f.end <= t.b.kind.start))
    return false
  const head = t.s.text.slice(c.start, t.b.kind.start)
  return ['听了', '去听', '听过', '参加了', '看了', '去参加', '来听', '报名', '我也', '去看'].some((w) =>
    head.includes(w),
  )
}

/** 赶集我没去，我去村上讲防火: what fell through is no activity. */
const besides = (t: Told): boolean =>
  t.clauses.every((c) => {
    const cancelled = t.s.tokens.slice(c.from, c.to).some((x) => has(x, 'cancel'))
    return (
      !cancelled ||
      (c.from !== t.s.clauses[t.b.kind.clause]!.from &&
        !t.s.kinds.some((k) => k.start >= c.start && k.start < c.end))
    )
  })

/**
 * A sign or a word of asking. In a telling of ours with its day and figures 怎么, 多少 belong to what was taught
 * (讲怎么防火, 讲清多少合适), and in a label (来了多少人：36) to the form.
 */
function questioned(t: Told): boolean {
  // 大家问下次什么时候再去？: what they asked
  if (
    t.clauses.some(
      (c) =>
        c.after === 'ask' &&
        !(t.figures > 0 && /[家们众员生]都?问/.test(t.s.text.slice(c.start, c.end))) &&
        !sideQuestion(t, c),
    )
  )
    return true
  if (t.figures === 0 && asksAtEnd(t.s)) return true
  if (t.clauses.some((c) => eitherOr.test(t.s.text.slice(c.start, c.end)))) return true
  const told = t.b.report.branch !== null && t.past && t.figures > 0
  return t.near.some(
    (x) =>
      has(x, 'ask') &&
      !x.aside &&
      !/[家们众员生]都?$/.test(t.s.text.slice(Math.max(0, x.start - 2), x.start)) &&
      !t.clauses.some((c) => x.start >= c.start && x.start < c.end && sideQuestion(t, c)) &&
      !(told && !inquiries.has(t.s.text.slice(x.start, x.end)) && !howMany(t.s, x)) &&
      !labelled(t.s, x),
  )
}
/** 义诊31人，要不要报照片？: asked about what goes with a report that was told before it. */
function sideQuestion(t: Told, c: Clause): boolean {
  // 26个人，算文体吧？算的话请登一下
  if (
    t.figures > 0 &&
    t.past &&
    t.b.report.branch !== null &&
    /算[^,，。;]{1,10}吧$/.test(t.s.text.slice(c.start, c.end)) &&
    /请?(登|记|报)一?下|请登|请记/.test(t.s.text.slice(c.end, c.end + 12))
  )
    return true
  // …95个，算一场讲座吧？请记上
  if (
    t.figures > 0 &&
    t.over &&
    t.b.report.branch !== null &&
    t.s.text[c.end - 1] === '吧' &&
    /请?(记上|登记上|记一下|记录下|入账)/.test(t.s.text.slice(c.end, c.end + 12))
  )
    return true
  if (
    t.figures === 0 ||
    !t.past ||
    t.core.some((x) => x.start >= c.start && x.start < c.end && x.type === 'number')
  )
    return false
  const words = t.s.text.slice(c.start, c.end)
  return (
    c.start > t.b.kind.end &&
    t.b.draft.figures.every((f) => f.start < c.start || f.start >= c.end) &&
    /照片|图片|相片|签到|发票|车费|材料|简报|盖章|通讯稿|新闻稿|视频|合影|课件/.test(words) &&
    !/多少|几[场次人份]/.test(words)
  )
}

/** @小科 某会培训……不对，义诊一共几次？: the message ends by asking. */
const asksAtEnd = once(
  (s: Scan): boolean =>
    s.clauses.at(-1)?.after === 'ask' ||
    /(来着|几次|多少人|多少场|几场|吗|么)[?!。]*$/.test(s.text.slice(-8)) ||
    /^@?[^,，。]{0,6}(有人|谁|哪位)(老师)?知道/.test(s.text.slice(0, 16)),
)
/** 算80人还是算82人: one of two figures is asked for. */
const eitherOr =
  /[0-9一二三四五六七八九十百][^,，。0-9]{0,3}还是(算|按|记)?[^,，。0-9]{0,2}[0-9一二三四五六七八九十百]/
const inquiries: ReadonlySet<string> = new Set(
  '请问 问一下 问下 想问 请教 是不是 能不能 可不可以 行不行 好不好 要不要 有没有 了没有 没有呢 哪位 是否'.split(
    ' ',
  ),
)
/** 讲了多少场, 几场: a figure is asked for; 讲清多少合适 is what was taught. */
const howMany = (s: Scan, x: Token): boolean =>
  /^(多少|几)/.test(s.text.slice(x.start, x.end)) &&
  /^[场人篇次条份期家]/.test(s.text.slice(x.end, x.end + 1))
const labelled = (s: Scan, x: Token): boolean => {
  const f = s.fields[firstBehind(s.fields, x.start)]
  return f !== undefined && x.start >= f.label && x.end <= f.start
}

/** A particle of asking at the end of a clause: 登记上了没有, 统计出来没有. */
function asks(t: Told): boolean {
  return t.clauses.some((c) => {
    const last = t.s.tokens[c.to - 1]
    return last !== undefined && has(last, 'asking') && last.end === c.end && c.after !== 'comma'
  })
}

/** 通知, 预告 over the whole message, or in the sentence itself. */
function noticed(t: Told): boolean {
  const first = t.s.clauses[0]!
  const head = notice(t.s)
  // 好消息：…昨天挂牌啦: news of what was done
  if (
    head &&
    /^(好消息|喜讯)/.test(t.s.text.slice(head.start, head.end)) &&
    t.past &&
    (t.done || (t.over && t.b.kind.kind === 'base'))
  )
    return false
  if (!head || (tagsIn(t.s).has('fix') && t.past)) return false
  if (
    t.s.text[head.end] === ':' &&
    !t.b.draft.segment.form &&
    head.start < (t.clauses[0]?.start ?? 0) &&
    t.s.clauses[firstBehind(t.s.clauses, head.start)]?.line === t.clauses[0]?.line
  )
    return true
  if (t.near.includes(head))
    return !(t.past && (t.done || (t.over && t.b.kind.kind === 'base'))) || head.start < 6
  return head.start < (t.clauses[0]?.start ?? 0) && (head.start < first.end || t.s.text[head.end] === ':')
}

/** After the message: stated so, later today, or an open day that would be ten months back. */
function inFuture(t: Told): boolean {
  const w = t.b.when
  if (!w) return false
  const { day, minute } = t.s.sentAt
  if (w.period.start > day) return true
  // 12号…搞宣传: a bare day that would be weeks ago
  if (
    /^[0-9]{1,2}[号日][^月]*$/.test(t.s.text.slice(w.start, w.end)) &&
    daysBetween(w.period.start, day) > 20 &&
    t.s.dates.length === 1 &&
    !t.done &&
    t.b.report.branch === null
  )
    return true
  // 今天拿到了牌匾，下周去揭牌: the day in the clause of the kind
  const of = kindClause(t).filter((x) => x.type === 'date')
  if (of.length > 0 && of.every((x) => x.date.from > day)) return true
  const date = w.from.token.date
  // told as done with its figures, an open date of months ago is a slip to ask about, not a notice
  if (!date.explicitYear && daysBetween(date.to, day) > 300)
    return !(t.done && t.figures > 0 && !says(t.near, 'future') && comingDay(t.b, day) !== null)
  return (
    date.from === day &&
    date.to === day &&
    !t.done &&
    t.b.draft.figures.length === 0 &&
    laterToday(t.s.text, w.end, minute)
  )
}

/** 今天下午三点 told in the morning. */
function laterToday(text: string, at: number, minute: number): boolean {
  const behind = text.slice(at, at + 3)
  const hour = behind.startsWith('晚')
    ? 19
    : behind.startsWith('下午')
      ? 14
      : behind.startsWith('中午')
        ? 12
        : null
  return hour !== null && hour * 60 > minute
}

/** 那场讲座, 昨天的讲座: told of as known. */
const recalled = (t: Told): boolean =>
  says(t.near, 'recall') ||
  (t.s.text[t.b.kind.start - 1] === '的' && t.s.dates.some((d) => d.token.end === t.b.kind.start - 1))

function perfective(text: string, c: Clause): boolean {
  for (let i = c.start + 1; i < c.end; i++)
    if (text[i] === '了' && isHan(text.charCodeAt(i - 1)) && !'为除罢定约订'.includes(text[i - 1]!))
      return true
  return false
}

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
