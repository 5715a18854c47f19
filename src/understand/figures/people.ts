import type { Clause } from '../form/clauses.js'
import type { Who } from './figures.js'
import { onlyFillers, personTags, says, sort, who, type Around, type Sort } from './context.js'
import { lexicon } from '../words/lexicon.js'
import { peopleRows, type PeopleRow } from './people-rows.js'
import { pattern } from '../text/pattern.js'
import { has, type NumberToken, type Token } from '../tokens.js'

/** The rows, all of one shape, each pattern tried only where a word it needs is in the message. */
const rows = peopleRows.map((r: PeopleRow) => ({
  is: r.is,
  lead: r.lead ? pattern(r.lead) : null,
  tail: r.tail ? pattern(r.tail) : null,
  not: r.not ? pattern(r.not) : null,
  unit: r.unit ? pattern(r.unit) : null,
  most: r.most ?? Infinity,
  named: r.named === true,
  unreached: r.unreached === true,
}))

/** Whether everything a row asks for is there, in front from `from` on. */
function holds(r: (typeof rows)[number], text: string, t: NumberToken, a: Around, from: number): boolean {
  if (t.num.value > r.most) return false
  if (r.tail && !r.tail(text, t.end, t.end + window)) return false
  if (r.lead && !r.lead(text, from, t.start)) return false
  if (r.unit && !r.unit(text, t.num.end, t.end)) return false
  if (r.not?.(text, from, t.start)) return false
  if (r.named && !a.before.some((x) => x.type === 'unit')) return false
  return !(r.unreached && says(a.before, 'reach'))
}
/** Characters in front of and behind a number that a row may look at. */
const window = 30

const listenToo = pattern(/^(也|都|全|跟着|一起)[^,，。;0-9]{0,4}(听|学|参加)/)
const pressRound = pattern(
  /^[^,，。;0-9]{0,4}(围着|围上来|抢着|争着|追着|挨个)[^,，。;0-9]{0,3}(问|学|看|听|记)/,
)
const whoTaught = pattern(
  /(?:讲课|教课|授课|主讲|上课|坐诊|看病|帮忙|服务|演出|登台|辅导|教)的(?:老师|人|医生|大夫|演员)?(?:也|都|全|全都|就)?(?:是|有)[^,，。;0-9]{2,16}[,，]$/,
)
const enrolled = pattern(/[,，](?:一?共|都)?登记了?$/)
const sentOn = pattern(/(选派|选送|抽调|派遣|派出(?!所))[^,，。;]{0,16}$/)
/** Persons a number of 人, 名, 位 counts: reached, or helpers; null where it counts nobody who was there. */
export function people(text: string, c: Clause, t: NumberToken, a: Around): Sort | null {
  const unit = text.slice(t.num.end, t.end)
  const near = a.before.findLast(
    (x) => x.type === 'word' && (who(x) || has(x, 'stock') || has(x, 'reach') || has(x, 'service')),
  )
  // 12支队伍、360人: the teams have a number of their own
  const ownNumber =
    near !== undefined &&
    /[0-9一二三四五六七八九十][支个家]$/.test(text.slice(Math.max(0, near.start - 2), near.start))
  const adjacent =
    near !== undefined && !(ownNumber && has(near, 'stock')) && onlyFillers(text, near.end, t.start)
  // 老师6位也坐下听了; 28个师傅围着问
  if (listenToo(text, t.end, t.end + window) || pressRound(text, t.end, t.end + window))
    return sort('people', 'audience')
  // …，讲课的都是大学生志愿者，六名: how many of those named before
  if (t.start - c.start <= 1 && whoTaught(text, Math.max(0, c.start - 30), c.start))
    return sort('helpers', 'helper')
  const from = Math.max(c.start, t.start - window)
  const told = rows.find((r) => holds(r, text, t, a, from))
  if (told) return told.is === 'helpers' ? sort('helpers', 'helper') : null
  const behind = noun(text, a.after, a.next, unit, t.end)
  const summed = says(a.before, 'total') && says(a.before, 'reach')
  // 培训新会员45名: taught, not only counted among ours
  const taught = (x: Token | undefined): boolean =>
    x !== undefined && /(培训|轮训|集训)了?$/.test(text.slice(Math.max(0, x.start - 3), x.start))
  // 登记在册215人次: visits, no members
  const visits =
    (unit.startsWith('人次') || enrolled(text, Math.max(0, t.start - 6), t.start)) &&
    !/会员/.test(text.slice(Math.max(c.start, t.start - 8), t.start))
  if (
    (has(behind, 'stock') && !taught(t)) ||
    (adjacent &&
      has(near, 'stock') &&
      !/[和与及、]会员共?$/.test(text.slice(Math.max(0, near.end - 4), near.end)) &&
      !visits &&
      !summed &&
      !taught(near) &&
      !(behind && who(behind) !== null))
  )
    return null
  const sent = a.before.some((x) => has(x, 'send'))
  let w: Who = who(behind)
  if (w === null && adjacent) w = who(near) ?? whoseReach(text, a.before, near)
  w ??= remarked(text, c, t)
  if (w === null && sentOn(text, Math.max(c.start, t.start - 20), t.start) && !says(a.before, 'reach'))
    w = 'helper'
  if (
    w === null &&
    sent &&
    !/^[名位]/.test(unit) &&
    /(一行|组成|派出|出动)$/.test(text.slice(Math.max(0, t.start - 2), t.start))
  )
    w = 'helper'
  // 指导了技术员12人: whom it was for
  if (w === 'helper' && near && guided(text, Math.max(c.start, near.start - 6), near.start)) w = 'audience'
  // 给护士讲情绪，八位护士; 24位技术员听: those it was for
  if (
    w === 'helper' &&
    behind &&
    (listening(text, behind.end, behind.end + 4) || servedBefore(text, c, behind))
  )
    w = 'audience'
  // 来问的师傅17个
  if (w === 'helper' && near && cameTo(text, Math.max(c.start, near.start - 6), near.start)) w = 'audience'
  // 给食堂师傅做了个营养课，师傅九个: whom it was for
  const them = w === 'helper' ? (adjacent && near && who(near) === 'helper' ? near : behind) : undefined
  if (them && taughtTo(text, t.start, text.slice(them.start, them.end))) w = 'audience'
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
      (ours(a.before.at(-1), t.start) && !/^到(?:会|场|了|课|位|齐)/.test(text.slice(t.end, t.end + 2))) ||
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
  const online =
    (a.before.some((x) => has(x, 'online')) || timesOnline(text, Math.max(c.start, t.start - 9), t.start)) &&
    !a.before.some((x) => has(x, 'onsite'))
  if (online && w !== 'helper') return sort('online', w, benefit)
  // 开座谈会，医生18人参加: who sat in it
  if (w === 'helper' && satIn(text, t)) return sort('people', null, benefit)
  return sort(w === 'helper' && !benefit ? 'helpers' : 'people', w, benefit)
}

/** 我会4人到某厂…: those of ours who went. */
const ours = (x: Token | undefined, at: number): boolean => x !== undefined && has(x, 'we') && x.end === at

/** 给食堂师傅, 教护士: named in front as those it was given to. */
function taughtTo(text: string, at: number, noun: string): boolean {
  const lead = text.slice(Math.max(0, at - 60), Math.max(0, at - noun.length - 2))
  for (let i = lead.indexOf(noun); i >= 0; i = lead.indexOf(noun, i + 1))
    if (
      /(?:给|为|(?<![助支老宗])教(?![师的授]))[^,，。;请由派和]{0,8}$/.test(
        lead.slice(Math.max(0, i - 10), i),
      )
    )
      return true
  return false
}

const guided = pattern(/(?:^|[^由请经受在])(?:指导|辅导|培训|轮训|教|带教|帮带)了$/)

const listening = pattern(
  /^(来|在|坐着)?听(?!诊)|^(?:来|找|跑来|赶来|过来)(?:找[我俺咱]|问|请教|学|讨教|取经)/,
)
const cameTo = pattern(/(?:来|到|围着|赶来)(?:问|听|学|看病|看|请教|咨询|量血压|上课|听课)的$/)
/** The clauses in front say that it was told to such people. */
function servedBefore(text: string, c: Clause, noun: Token): boolean {
  const lead = text.slice(Math.max(0, c.start - 40), c.start)
  const at = lead.lastIndexOf(text.slice(noun.start, noun.end))
  return (
    at >= 0 && /(给|为|向|教|对)[^,，。;]{0,6}$/.test(lead.slice(0, at)) && !/[。;\n]/.test(lead.slice(at))
  )
}

/** 线上1场560人 */
const timesOnline = pattern(/(线上|网上|直播|云端|在线)[0-9一二三四五六七八九十两]{1,2}[场次期节]$/)

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
      (t.start > end + 1 ||
        (t.start > end && text[end] !== '的') ||
        /^(主讲|授课|讲课|报告)/.test(text.slice(t.start, t.start + 2)))
    )
      return undefined
    // 4名医生到三个乡镇: right behind 名 it is this one's
    if (
      who(t) &&
      /^[名位]/.test(unit) &&
      t.start === end &&
      !(next?.type === 'number' && next.dimension === 'people')
    )
      return t
    if (who(t) || has(t, 'stock'))
      return next?.type === 'number' && onlyFillers(text, t.end, next.num.start) ? undefined : t
    if (t.type === 'word' && (has(t, 'do') || t.word.kind) && t.start > end + 8) return undefined
  }
  return undefined
}

/** 志愿者参与380人次: who took part stands right before the word of taking part. */
function whoseReach(text: string, before: readonly Token[], reach: Token | undefined): Who {
  const i = reach ? before.indexOf(reach) : -1
  const noun = i > 0 ? before[i - 1] : undefined
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

const satIn = (text: string, t: NumberToken): boolean =>
  /^(?:参加|到会|与会|出席|参会)(?:[,，。;；]|$)/.test(text.slice(t.end, t.end + 3)) &&
  /(?:座谈|会|学习)[,，][^,，。;0-9]{0,6}$/.test(text.slice(Math.max(0, t.start - 12), t.start))
