import { daysBetween } from '../../core/day.js'
import { isPrimary } from '../structure/draft.js'
import { pattern } from '../text/pattern.js'
import type { Told } from './told.js'
import type { Tag } from '../words/lexicon.js'
import { once } from '../text/once.js'
import {
  agenda,
  askedUp,
  guests,
  lives,
  newsOfOthers,
  openings,
  planned,
  sampled,
  targetsGiven,
  applied,
  tasks,
} from './refusals-message.js'
import { lived, placesOnly, sat, wanted, wellDone } from './refusals-plain.js'
import type { Scan } from '../scan.js'
import { has, isHan, type Token } from '../tokens.js'

export type Refusal = readonly [reason: string, when: (t: Told) => boolean]

const says = (ts: readonly Token[], tag: Tag): boolean => ts.some((t) => has(t, tag) && !t.aside)

/** All a message says, told once for all its drafts. */
export const tagsIn = once((s: Scan): ReadonlySet<Tag> => {
  const all = new Set<Tag>()
  for (const t of s.tokens) if (t.type === 'word') for (const tag of t.word.tags) all.add(tag)
  return all
})

/** Days after which an open telling without a unit is a memory: nobody reports three years late. */
const memory = 3 * 365

const listOut = pattern(/名单(出来|公布|定)了/)
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
  ['not of ours', (t) => t.b.report.branch === null && disowned(t.s)],
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
  ['tasks', (t) => tasks(t.s.text)],
  ['applied for', (t) => applied(t.s.text, 0, 120)],
  ['targets given', (t) => targetsGiven(t.s.text, 0, 40)],
  ['none held', (t) => t.b.report.sessions?.value === 0 && !t.b.report.attendance],
  ['next term', (t) => inFirstSentence(t) && nextTerm(t.s.text, 0, 24)],
  ['guests', (t) => t.b.report.kind === 'meeting' && t.b.report.branch === null && guests(t.s.text)],
  ['thanks', (t) => thanked(t)],
  ['lacking', (t) => lacking(t)],
  ['stock', (t) => t.b.report.kind === 'base' && stocked(t.s.text) && !says(t.near, 'found')],
  [
    'stock of all',
    (t) => t.b.report.kind === 'base' && inAll(t.s.text, 0, 200) && !/新[建增设挂]/.test(t.s.text),
  ],
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
  ['rumour', (t) => says(t.near, 'rumour')],
  [
    'example line',
    (t) => t.s.text[t.clauses[0]!.start] === '例' && ' :)'.includes(t.s.text[t.clauses[0]!.start + 1] ?? '-'),
  ],
  ['news of others', (t) => t.b.report.branch === null && newsOfOthers(t.s)],
  ['passed on', (t) => t.b.report.branch === null && tagsIn(t.s).has('relay')],
  ['advertisement', (t) => t.b.report.branch === null && tagsIn(t.s).has('ad')],
  ['rule', (t) => says(t.near, 'rule') && !(t.b.report.branch !== null && t.past && t.done)],
  ['plan', (t) => planned(t.s) && !(t.done && t.past && t.figures > 0)],
  [
    'deadline',
    (t) =>
      t.near.some(
        (x) =>
          x.type === 'date' &&
          ahead(t.s.text, x.start, x.end) &&
          // 听众50人，简报12月1日前报: what goes with it, of a day of its own
          (!plainlyTold(t) || t.b.when?.from.token === x),
      ),
  ],
  [
    'enrolment',
    (t) => says(t.near, 'enrol') && !says(t.near, 'actual') && !(t.past && t.done && t.figures > 0),
  ],
  ['places to be had', placesOnly],
  ['share of each', (t) => says(t.near, 'share') && !t.done && !(t.past && t.b.report.branch !== null)],
  ['bounds', (t) => bounded(t) && !(t.past && t.done)],
  ['exercise', (t) => says(t.near, 'exercise') && t.b.report.branch === null],
  [
    'greeting',
    (t) =>
      says(t.near, 'greeting') &&
      (t.figures === 0 ||
        (!t.counted && !t.done && !(t.over && t.b.report.branch !== null && t.b.kind.weight === 'head'))),
  ],
  [
    'elsewhere',
    (t) => t.b.report.branch === null && t.clauses.some((c) => opensWith(t, c.from, c.start, 'elsewhere')),
  ],
  ['well done', wellDone],
  ['sat there', sat],
  ['wanted', wanted],
  ['own life', lived],
  ['listened', (t) => t.b.report.branch === null && says(t.near, 'listened')],
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
  ['habit', (t) => t.b.report.branch === null && says(t.near, 'generally') && t.b.when === null],
  ['how it is done', (t) => !t.ours && t.b.when === null && onlySessions(t)],
  [
    'nobody in it',
    (t) => !t.ours && t.b.when === null && !t.done && !t.terse && t.figures < 2 && !announced(t),
  ],
]

/** A branch, a figure and a day that has passed: whatever the message begins with, this was held. */
const plainlyTold = (t: Told): boolean => t.b.report.branch !== null && t.over && t.figures > 0

const inFirstSentence = (t: Told): boolean =>
  t.s.clauses[t.b.kind.clause]!.sentence === t.s.clauses[0]!.sentence

/** 科普讲座。主讲某某。听众54人。: the message begins with the bare name of what was held. */
function announced(t: Told): boolean {
  const c = t.s.clauses[0]!
  const { kind } = t.b
  return (
    t.figures > 0 && kind.weight === 'head' && kind.clause === 0 && kind.start <= 2 && c.end - kind.end <= 2
  )
}

/** A word that speaks of others stands at the head of a clause, and is its subject: 邻县…, not 邻县的农户也来了. */
function opensWith(t: Told, at: number, start: number, tag: Tag): boolean {
  const token = t.s.tokens[at]
  return (
    has(token, tag) &&
    token!.start <= start + 3 &&
    !/^([的来也和等及、]|群众|农民|农户|居民|村民|学生|老乡)/.test(t.s.text.slice(token!.end, token!.end + 2))
  )
}

/** 新学期争取…, 明年打算…: what is hoped for. */
const nextTerm = pattern(
  /^[^。;:：]{0,4}(新学期|下学期|新的一年|来年|明年|下半年|下个月|下一步)[^。;]{0,6}(争取|打算|准备|计划|力争|想要|希望)/,
)
const takeCare = pattern(/注意|小心|当心|保重|千万别|可别|切记|别忘/)
/** 大家出门讲课注意防滑: a word of care in the clause of the kind, and no figure there. */
function advised(t: Told): boolean {
  const c = t.s.clauses[t.b.kind.clause]!
  return takeCare(t.s.text, c.start, c.end) && !t.b.draft.figures.some((f) => f.clause === t.b.kind.clause)
}

const singleDay = (t: Told): boolean =>
  t.b.when !== null && daysBetween(t.b.when.period.start, t.b.when.period.end) < 4

const thanks = pattern(/^(多谢|谢谢|感谢)/)
/** 谢谢某会送来的300本书！: those who got it, signed by none of ours. */
function thanked(t: Told): boolean {
  const c = t.s.clauses[t.b.kind.clause]!
  const unit = t.b.draft.branch?.token
  return (
    unit !== undefined &&
    unit.start >= c.start &&
    unit.start - c.start <= 4 &&
    thanks(t.s.text, c.start, c.start + 2) &&
    !t.s.units.some((u) => u.role === 'signature')
  )
}

const notOurs = pattern(
  /不是(我们|咱们|俺们|咱)(的人|老?科协|协会|会里|组织的|办的|搞的|的活动)|[跟和与同](我们|咱们)[^,，。;]{0,6}(没得|没有|没|无)(啥|什么)?关系|[莫别]填进|不归(我们|咱们)/,
)
/** 不是我们老科协, 跟我们报表没关系, 莫填进来: said outright to be none of ours. */
const disowned = once((s: Scan): boolean => notOurs(s.text))
const scored = pattern(
  /(得|加|扣|计|记|满)[0-9]{1,3}分(?!钟)|每?[一1]?[场次篇条][^,，。;0-9]{0,3}[0-9]{1,2}分(?![钟0-9])/,
)
/** 义诊每场1分，满20分参评: how deeds are weighed. */
const points = once((s: Scan): boolean => scored(s.text))
/** 昨晚的晚会太棒了！: told by who saw it. */
const admired = pattern(
  /^[^。!！]{0,6}的[^,，。!！]{0,10}(太|真|好)(棒|精彩|好看|好听|感人|震撼|过瘾|热闹)|^[^。!！]{0,16}(太棒|太精彩|真精彩|太好看|真好看|太感人|真过瘾|太震撼)了?/,
)
/** 全省系统累计建有基地214个: what there is by now, not what was founded. */
const inAll = pattern(/(累计|总共|共|已)建有/)
const stocked = pattern(/现有|拥有|在册|目前有|共有会员|目前全|[省市县区乡镇旗盟]共有/)
const praised = pattern(
  /^(的?(同志|老师|老师们|专家|专家们|各位|老同志|朋友们))?们?(真是|真|太|好|可)?(了不起|厉害|辛苦|棒|牛|给力|点赞|优秀|不简单|不容易|好样的|威武)/,
)
/** 县老科协了不起, 某省的同志辛苦了: what others did is praised. */
function cheered(t: Told): boolean {
  const unit = t.b.draft.branch?.token
  return unit !== undefined && praised(t.s.text, unit.end, unit.end + 10)
}

const shortOf = pattern(
  /((就差|还差|还缺|尚缺|尚差|还欠|差着|只差|还剩|缺口)[^0-9,，。;]{0,6}|[^误时温偏相]差)$/,
)
const notIn = pattern(/^[^,，。;]{0,8}(没报|没交|未报|未交|没有报|没有交|没完成|未完成)/)
/** 还差6篇, 还有3篇没交: what is missing was not done. */
function lacking(t: Told): boolean {
  const fs = t.b.draft.figures.filter(isPrimary)
  return (
    fs.length > 0 &&
    fs.every((f) => shortOf(t.s.text, f.start - 10, f.start) || notIn(t.s.text, f.end, f.end + 12))
  )
}

const deadlines = [
  '完成',
  '报',
  '交',
  '上报',
  '落实',
  '到位',
  '反馈',
  '提交',
  '回执',
  '发我',
  '发给',
  '办完',
  '办结',
  '结束报名',
  '截止',
]
/** 7月10日前完成, 等20号那天发: the day limits what is still to be done. */
function ahead(text: string, start: number, end: number): boolean {
  if (text[start - 1] === '等' && text[start - 2] !== '等' && !'，,、'.includes(text[end] ?? ',')) return true
  const at =
    text.startsWith('之前', end) || text.startsWith('以前', end) ? end + 2 : text[end] === '前' ? end + 1 : -1
  return at > 0 && deadlines.some((w) => text.startsWith(w, at)) && text[at + 2] !== '了'
}

const bounds = pattern(/不少于|不低于|不超过|不多于|至少|最多|不得少于|不足|以内|封顶/)
const upwards = pattern(/以上/)
/** Every figure is a limit: 不少于5篇, 每场200人以上. */
function bounded(t: Told): boolean {
  const fs = t.b.draft.figures.filter(isPrimary)
  return (
    fs.length > 0 &&
    fs.every(
      (f) =>
        bounds(t.s.text, f.start - 3, f.end + 2) || (f.each && upwards(t.s.text, f.start - 3, f.end + 2)),
    )
  )
}

/** 一场三个点, 听了五回: a number of sessions and nothing else said of them. */
function onlySessions(t: Told): boolean {
  const fs = t.b.draft.figures.filter(isPrimary)
  return fs.length > 0 && fs.every((f) => f.counts === 'sessions') && !t.terse
}

/** 不跳广场舞, 没讲课: a kind's word behind a denial names nothing that was held. */
export function denied(text: string, start: number, from: number): boolean {
  for (let i = start - 1; i >= Math.max(from, start - 2); i--) {
    const c = text[i]!
    if (c === '非' && i === start - 1) return true
    if (c === '不' || c === '没' || c === '未' || c === '别')
      return !'过久但仅断单定光只一'.includes(text[i + 1] ?? '')
    if (!isHan(text.charCodeAt(i)) || !'跳去办搞做讲开上听参是有再算归计'.includes(c)) return false
  }
  return false
}
