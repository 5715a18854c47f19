import { addDays, type Period, type PlainDate } from '../core/day.js'
import type { House } from '../house.js'
import { roomNamed } from './room-named.js'
import { readPeriod } from '../ledger/query.js'
import { campaignNamed } from '../tips/calendar.js'
import { wholeNumber } from '../understand/numbers/numeral.js'
import { coming } from '../tips/coming.js'

/** What the office wants of the tips to come. `room` null: the room it is said in, in private every room. */
export type OfficeWish = { readonly room: string | null } & (
  | { readonly act: 'preview'; readonly span: Period | null }
  | { readonly act: 'board' }
  | { readonly act: 'skip'; readonly span: Period; readonly reason: string }
  | { readonly act: 'resume'; readonly span: Period }
  | { readonly act: 'swap'; readonly day: PlainDate }
  | { readonly act: 'put'; readonly day: PlainDate; readonly what: string }
  | { readonly act: 'campaign'; readonly span: Period; readonly name: string }
)

/** Adds nothing to a wish. */
const filler = /请|那一?天|当天|那[条个]|把|先|就|了|再|给|我看看?|一下|每日(?=科普)|今日(?=科普)|[的]/g
const notSent = '跳过|停发|停|不发|别发|不要发|不用发|暂停|暂不发|休息|取消'

const preview =
  /^(?:看看?|查看?)?科普(?:预告|预览|安排|日程|计划|排期|单子|清单|表)(?:看看?)?$|^(?:要|会|都|还)*(?:发|排|讲)(?:些)?(?:什么|啥|哪些?|哪[几]?条)科普$|^科普(?:要|会|都|还)*(?:发|排|讲)(?:些)?(?:什么|啥|哪些?|哪几?条)$|^(?:后面|往后|接下来|接着)?(?:几天|两周)?科普(?:都|要|会)*(?:发|排|讲)(?:什么|啥|哪些?)$|^科普怎么(?:排|安排)$/
/** 明天发什么 · 往后几天发什么: asked of the bot, it is about the tips. */
const sent =
  /^(往后|后面|以后|接下来|接着|这几天)?(?:几天|[一两]周)?(?:早上|早晨|上午)?(?:都|要|会|还|准备|打算)*发(?:些)?(?:什么|啥|哪些?|哪[几一]?条)(?:科普)?$/
/** 明天的科普是什么, of one day or of days ahead; 十月的科普 may ask for what was done. */
const whatIs = /^(?:看看?)?科普(?:是什么|是啥|是哪一?条|[讲说]什么)?$/
const board =
  /^科普(?:设置|设定|情况|停发日|安排总表)$|^(?:有?哪些|什么)?(?:停发日|宣传周)(?:清单|有哪些|填了没有?|名单|安排)?$|^(?:还有)?哪些宣传周没填$/
const skip = new RegExp(`^(?:${notSent})科普(.{0,20})$|^科普(?:${notSent}|停一天)(?:一天)?(.{0,20})$`)
const skipFor = new RegExp(`^(.{2,14}?)[，,]?(?:(?:${notSent})科普|科普(?:${notSent}))$`)
const resume =
  /^(?:恢复|照发|照常发?|还是发|仍发|取消跳过|取消停发|不跳过|不停)科普(?:的?(?:安排|停发))?$|^科普(?:照发|照旧|照常发?|恢复|还是发|还照发|不跳过|不停|不换)$|^取消科普(?:安排|停发|换条)$/
const swap =
  /^科普换(?:一?[条个则]|掉|个?别|另一?[条个])$|^(?:换一?[条个则]|换掉|另换一?[条个])科普$|^科普不好换一?[条个]$/
const putBehind = /^科普(?:换成|改成|改发|换|发|插|插播|用|排|安排|定)(?:一?[条个则])?(.{2,24})$/
const putBefore = /^(?:发|插播?|排|安排|换成|改发|用)(?:一?[条个则])?(.{2,20}?)科普$/
const daysLong = '([一二两三四五六七八九十\\d]{1,3})(天|周|个?星期|个?礼拜)'
/** 科普停三天 · 停科普一天 · 停一天科普. */
const forDays = new RegExp(
  `^(?:科普(?:停发?|不发|别发|歇|暂停)${daysLong}|(?:停发?|不发|别发|暂停)科普${daysLong}|(?:停发?|歇|暂停)${daysLong}科普)$`,
)

/** 这两天别发科普, today among them. */
const theseDays = new RegExp(
  `^这([一二两三四五六七八九十\\d]{1,2})天(?:都)?(?:(?:${notSent})科普|科普(?:都)?(?:${notSent}))$|^科普这([一二两三四五六七八九十\\d]{1,2})天(?:都)?(?:${notSent})$`,
)

/** 春节三天别发科普: so many days from the one named. */
const daysAhead = new RegExp(
  `^(?:这|那|起|开始|起的|头)?([一二两三四五六七八九十\\d]{1,2})天(?:都)?(?:(?:${notSent})科普|科普(?:${notSent}))$`,
)

/** The days of a wish: the first told, or the span that is told after a name (春节放假，除夕到初六). */
function daysMeant(words: string, today: PlainDate): ReturnType<typeof readPeriod> {
  const first = readPeriod(words, today)
  if (!first) return null
  const behind = readPeriod(words.slice(first.to), today)
  if (!behind || behind.period.start === behind.period.end) return first
  return { ...behind, from: behind.from + first.to, to: behind.to + first.to }
}

/** Reads a wish in people's words; null for words that are not one. Dates said without a year lie ahead. */
export function readOfficeWish(
  words: string,
  today: PlainDate,
  house: Pick<House, 'org' | 'units'>,
): OfficeWish | null {
  if (words.length > 60) return null
  // 明年科技活动周5月23日到30日: the year belongs to the days
  const { room, rest } = roomNamed(words.replace(/^([今明后]年)(.{2,14}?)(?=\d{1,2}月)/, '$2$1'), house)
  const found = daysMeant(rest, today)
  // 除夕到初六: an end that was not read; half a span is worse than none
  if (found && /^\s*(?:到|至)/.test(rest.slice(found.to))) return null
  const said = found ? rest.slice(found.from, found.to) : ''
  const text = found ? `${rest.slice(0, found.from)} ${rest.slice(found.to)}` : rest
  const raw = text.replace(/\s+/g, ' ').trim()
  const tight = raw.replaceAll(' ', '').replace(filler, '')
  const about = /科普|宣传周|停发日/.test(tight)

  const span = found && coming(found.period, said, today)
  const ahead = sent.exec(tight)
  const asksOf = span && (span.start === span.end || span.end > today) && whatIs.test(tight)
  if ((about && preview.test(tight)) || (ahead && (span || ahead[1])) || asksOf)
    return { act: 'preview', room, span }
  if (about && !span && board.test(tight)) return { act: 'board', room }
  const days = forDays.exec(tight)
  if (days && !span) {
    const [count, length] = days.slice(1).filter((part) => part !== undefined)
    const n = (wholeNumber(count!) ?? 0) * (length === '天' ? 1 : 7)
    return n < 1 || n > 100
      ? null
      : { act: 'skip', room, span: { start: addDays(today, 1), end: addDays(today, n) }, reason: '' }
  }
  const these = span ? null : theseDays.exec(tight)
  if (these) {
    const n = Math.max(1, Math.min(31, wholeNumber((these[1] ?? these[2])!) ?? 1))
    return { act: 'skip', room, span: { start: today, end: addDays(today, n - 1) }, reason: '' }
  }
  if (!span || !found) return null
  const campaign = campaignSaid(raw)
  if (campaign) return { act: 'campaign', room, span, name: campaign }
  if (!about) return null
  const day = span.start
  if (resume.test(tight)) return { act: 'resume', room, span }
  if (swap.test(tight)) return { act: 'swap', room, day }
  const run = daysAhead.exec(tight)
  if (run && span.start === span.end) {
    const n = Math.max(1, Math.min(31, wholeNumber(run[1]!) ?? 1))
    return { act: 'skip', room, span: { start: span.start, end: addDays(span.start, n - 1) }, reason: '' }
  }
  const skipped = skip.exec(tight) ?? skipFor.exec(tight)
  if (skipped)
    return {
      act: 'skip',
      room,
      span,
      reason: reasonOf(skipped[1] ?? skipped[2] ?? '') || (mourning.exec(said)?.[0] ?? ''),
    }
  const put = putBehind.exec(tight) ?? putBefore.exec(tight)
  return put ? { act: 'put', room, day, what: put[1]! } : null
}

/** A day off that is named by its reason: 国家公祭日. */
const mourning = /[\u4e00-\u9fff]{0,4}(?:公祭|哀悼)日?/

const reasonOf = (words: string): string => {
  const reason = words.replace(/^[，,：:（(因为是]+|[，,）)]+$/g, '').trim()
  return reason === '一天' ? '' : reason
}

/** 全国科技活动周 · 科技活动周是 · 宣传周 银龄科普周: the name of a campaign whose days are told. */
function campaignSaid(words: string): string | null {
  const tidy = words
    .replace(/\s+/g, ' ')
    .replace(/^(?:今年|明年)?(?:的)?/, '')
    .trim()
  const own = /^(?:科普)?宣传周[：:\s]*(.{2,20})$/.exec(tidy)
  const name = (own?.[1] ?? tidy)
    .replace(/(?:是|定在|从|在|为|[，,：:])\s*$/, '')
    .replace(/^(?:是)/, '')
    .trim()
  const known = campaignNamed(name)
  return known ?? (own && name !== '' ? name : null)
}
