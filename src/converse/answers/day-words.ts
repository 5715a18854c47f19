// Which day an answer names: 19号才对 · 不是25号，是15号 · 是昨天讲的 · 还没讲呢; pure.
import type { Period, PlainDate } from '../../core/day.js'
import { parts } from '../../core/day.js'
import type { Context } from '../../understand/index.js'
import { daySaid, plain } from '../../understand/said.js'

const clausesOf = (text: string): string[] => text.split(/[，,。；;！!\s]+/).filter((c) => plain(c) !== '')
/** Says what was wrong, not what is right. */
const denies = /^(?:这?不是|不对|错了?|[写记打说弄搞]错)|不对$|[写记打说弄搞看]错了?$|^错的$/
const front = /^(?:应该|实际上?|其实|我说的|那天|当天|活动|讲课|就|确实)*是?/
const behind = /(?:那天|当天)?(?:[讲办搞去开做上]的?|的)?(?:课|活动)?(?:才?对|没错|才是|为准)?[的吧呀啊]?$/

/** The day of one clause, without what says only that it is right. */
function dayOf(clause: string, context: Context): Period | null {
  const words = clause.replace(front, '')
  return daySaid(words, context) ?? daySaid(words.replace(behind, ''), context)
}

/** The one day a text says to be right, in one of its clauses; null where it says none or several. */
export function dayRight(text: string, context: Context): Period | null {
  if (text.length > longest || /[?？吗]|还是/.test(text)) return null
  const clauses = clausesOf(text)
  const right = clauses.filter((c) => !denies.test(c))
  const days = right.flatMap((c) => dayOf(c, context) ?? [])
  const [day] = days
  const others = right.filter((c) => dayOf(c, context) === null)
  return day && new Set(days.map((d) => d.start)).size === 1 && others.every((c) => remark.test(c))
    ? day
    : null
}
/** 学校准备得很好: beside the day, and nothing of another. */
const remark =
  /^(?!.*(?:还没|要[讲办搞开做去]|打算|计划|预告|[明后今昨前]天|[周下月号日]|不|没|是|再|又))[^\d]{2,12}$/
const longest = 30

/** Of the days asked about: by its number (19 · 19号写错了，是20号), or the one that is left when the other is denied. */
export function dayAmong(text: string, days: readonly PlainDate[]): PlainDate | null {
  if (text.length > longest || /[?？吗]|还是/.test(text)) return null
  const named = (clause: string): PlainDate | undefined => {
    const n = /^(?:应该|实际上?|其实|不|就|确实)*是?(\d{1,2})[号日]?(?:.{0,4}$)/.exec(clause)?.[1]
    return n === undefined ? undefined : days.find((d) => parts(d)[2] === Number(n))
  }
  const [right, wrong] = [new Set<PlainDate>(), new Set<PlainDate>()]
  for (const clause of clausesOf(text)) {
    const day = named(clause)
    if (day) (denies.test(clause) ? wrong : right).add(day)
    else if (!reason.test(clause)) return null
  }
  if (right.size === 1) return [...right][0]!
  const left = days.filter((d) => !wrong.has(d))
  return right.size === 0 && wrong.size > 0 && left.length === 1 ? left[0]! : null
}
/** 记错星期了 · 写错了 · 昨天. */
const reason = /^(?:我)?(?:[写记打说弄搞看]错|昨天|前天|对|不对|没错|是的|那天)[^\d]{0,6}$/

/** 是预告 · 还没讲呢 · 打算下周办: it is to come. */
export const isToCome = (text: string): boolean =>
  !isOver(text) &&
  /(?<![按照])(?:计划|预告|预备|预报)|(?:^|[，,。！!])(?:我们?|是|还|正|就|只|都|本来){0,3}(?:准备|打算)(?!得|了|好)|还没(?:有)?(?:[讲办搞开到去做上]|举办|开始)|^是?要[讲办搞开做上去]|^是?(?:下个?周|下星期|下个?月|过几天|明天|后天)|将要|^嗯+[。！!]?$/.test(
    text.trim(),
  ) &&
  !/没(?:有)?计划/.test(text)

/** 不是预报，讲了: it was held, and on which day is not said. */
export const saysOver = (text: string): boolean =>
  text.length <= 14 &&
  !/[?？吗\d]|还没/.test(text) &&
  /不是(?:计划|预告|预报|预备|准备|打算).*[讲办搞][过了完]/.test(text)

const isOver = (text: string): boolean =>
  /不是(?:计划|预告|预报|预备|准备|打算)|已经|(?<!没有?)[讲办搞][过了]|[讲办搞]完|昨天|前天/.test(text)
