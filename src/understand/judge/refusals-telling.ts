import { daysBetween } from '../../core/day.js'
import { isPrimary } from '../structure/draft.js'
import { pattern } from '../text/pattern.js'
import { has } from '../tokens.js'
import type { Tag } from '../words/lexicon.js'
import type { Told } from './told.js'

/** A branch, a figure and a day that has passed: whatever the message begins with, this was held. */
export const plainlyTold = (t: Told): boolean => t.b.report.branch !== null && t.over && t.figures > 0

export const inFirstSentence = (t: Told): boolean =>
  t.s.clauses[t.b.kind.clause]!.sentence === t.s.clauses[0]!.sentence

/** 科普讲座。主讲某某。听众54人。: the message begins with the bare name of what was held. */
export function announced(t: Told): boolean {
  const c = t.s.clauses[0]!
  const { kind } = t.b
  return (
    t.figures > 0 && kind.weight === 'head' && kind.clause === 0 && kind.start <= 2 && c.end - kind.end <= 2
  )
}

/** A word that speaks of others stands at the head of a clause, and is its subject: 邻县…, not 邻县的农户也来了. */
export function opensWith(t: Told, at: number, start: number, tag: Tag): boolean {
  const token = t.s.tokens[at]
  return (
    has(token, tag) &&
    token!.start <= start + 3 &&
    !/[给为帮教替跟把对向到在去]$/.test(t.s.text.slice(Math.max(0, token!.start - 1), token!.start)) &&
    (!/^([的来也和等及、]|群众|农民|农户|居民|村民|学生|老乡)/.test(
      t.s.text.slice(token!.end, token!.end + 2),
    ) ||
      // 邻县的讲座
      (t.s.text[token!.end] === '的' && t.b.kind.start === token!.end + 1))
  )
}

const takeCare = pattern(/注意|小心|当心|保重|千万别|可别|切记|别忘/)

/** 大家出门讲课注意防滑: a word of care in the clause of the kind, and no figure there. */
export function advised(t: Told): boolean {
  const c = t.s.clauses[t.b.kind.clause]!
  return takeCare(t.s.text, c.start, c.end) && !t.b.draft.figures.some((f) => f.clause === t.b.kind.clause)
}

export const singleDay = (t: Told): boolean =>
  t.b.when !== null && daysBetween(t.b.when.period.start, t.b.when.period.end) < 4

/** On a day or two, by its own name, with those who came. */
export const heldAndCounted = (t: Told): boolean =>
  t.past && singleDay(t) && t.b.kind.weight === 'head' && t.b.report.attendance !== undefined

/** Of ours, or help given on the spot: 现场答疑. */
export const ownHelp = (t: Told): boolean =>
  t.b.report.branch !== null ||
  /[我咱俺]们|现场答疑|现场咨询/.test(t.s.text.slice(t.b.area.start, t.b.area.end))

export const thanks = pattern(/^(多谢|谢谢|感谢)/)

/** 谢谢某会送来的300本书！: those who got it, signed by none of ours. */
export function thanked(t: Told): boolean {
  const c = t.s.clauses[t.b.kind.clause]!
  const own = t.b.draft.branch?.token
  return (
    thanks(t.s.text, c.start, c.start + 2) &&
    t.s.units.some(({ token }) => token.start >= c.start && token.start - c.start <= 4) &&
    (own === undefined || (own.start >= c.start && own.start < c.end)) &&
    !t.s.units.some((u) => u.role === 'signature')
  )
}

const praised = pattern(
  /^(的?(同志|老师|老师们|专家|专家们|各位|老同志|朋友们))?们?(真是|真|太|好|可)?(了不起|厉害|辛苦|棒|牛(?=$|[,，。;!~ 啊人了])|给力|点赞|优秀|不简单|不容易|好样的|威武)/,
)

/** 县老科协了不起, 某省的同志辛苦了: what others did is praised. */
export function cheered(t: Told): boolean {
  const unit = t.b.draft.branch?.token
  return unit !== undefined && praised(t.s.text, unit.end, unit.end + 10)
}

const shortOf = pattern(
  /((就差|还差|还缺|尚缺|尚差|还欠|差着|只差|还剩|缺口)[^0-9,，。;]{0,6}|[^误时温偏相]差)$/,
)

const notIn = pattern(/^[^,，。;]{0,8}(没报|没交|未报|未交|没有报|没有交|没完成|未完成)/)

/** 还差6篇, 还有3篇没交: what is missing was not done. */
export function lacking(t: Told): boolean {
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
export function ahead(text: string, start: number, end: number): boolean {
  if (text[start - 1] === '等' && text[start - 2] !== '等' && !'，,、'.includes(text[end] ?? ',')) return true
  const at =
    text.startsWith('之前', end) || text.startsWith('以前', end) ? end + 2 : text[end] === '前' ? end + 1 : -1
  return at > 0 && deadlines.some((w) => text.startsWith(w, at)) && text[at + 2] !== '了'
}

const bounds = pattern(/不少于|不低于|不超过|不多于|至少|最多|不得少于|不足|以内|封顶/)

const upwards = pattern(/以上/)

/** 问得最多，大概四十来人: the word stands in a clause of its own. */
const inItsClause = (text: string, at: number): number => {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) if (',，。;；'.includes(text[i]!)) return i + 1
  return at - 3
}

/** Every figure is a limit: 不少于5篇, 每场200人以上. */
export function bounded(t: Told): boolean {
  const fs = t.b.draft.figures.filter(isPrimary)
  return (
    fs.length > 0 &&
    fs.every(
      (f) =>
        bounds(t.s.text, inItsClause(t.s.text, f.start), f.end + 2) ||
        (f.each && upwards(t.s.text, f.start - 3, f.end + 2)),
    )
  )
}

/** 一场三个点, 听了五回: a number of sessions and nothing else said of them. */
export function onlySessions(t: Told): boolean {
  const fs = t.b.draft.figures.filter(isPrimary)
  return fs.length > 0 && fs.every((f) => f.counts === 'sessions') && !t.terse
}
