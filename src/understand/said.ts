import type { Period } from '../core/day.js'
import type { Kind } from '../core/kinds.js'
import type { Measure } from '../core/measure.js'
import type { MeasureName } from '../core/report.js'
import { kindWord, unitsIn, type Context } from './index.js'
import { lexicon } from './words/lexicon.js'
import { normalize } from './text/normalize.js'
import { scanDates } from './dates/dates.js'
import { scanNumbers } from './numbers/numbers.js'

/** A value somebody said on its own: in an answer, or on one side of a correction. */
export type Said =
  | { readonly is: 'figure'; readonly measure: Measure; readonly field: MeasureName | null }
  | { readonly is: 'day'; readonly period: Period }
  | { readonly is: 'unit'; readonly unit: string }
  | { readonly is: 'kind'; readonly kind: Kind }
  | { readonly is: 'words'; readonly words: string }

/** Which field a unit word names; the longest that fits counts. */
const unitFields: readonly (readonly [word: string, field: MeasureName])[] = [
  ['人次', 'attendance'],
  ['个人', 'attendance'],
  ['号人', 'attendance'],
  ['口子', 'attendance'],
  ['口人', 'attendance'],
  ['人', 'attendance'],
  ['名', 'attendance'],
  ['位', 'attendance'],
  ['场次', 'sessions'],
  ['场', 'sessions'],
  ['期', 'sessions'],
  ['节', 'sessions'],
  ['次', 'sessions'],
  ['份', 'materials'],
  ['册', 'materials'],
  ['本', 'materials'],
  ['张', 'materials'],
  ['篇', 'count'],
  ['条', 'count'],
  ['件', 'count'],
  ['家', 'count'],
  ['个', 'attendance'],
]

/** Words around a bare figure that say nothing: 大概有…吧, 来看病的有…, 受益群众…. */
const lead =
  /^(?:那|就|是|有|得|个|来了?|到了?|实到|现场|到场|一共|总共|总计|合计|共计?|大概|估计|估摸着?|约莫|大约摸|大伙儿?算算|签到的?|我(?:这[儿里边])?(?:记|数|点)(?:的|下来的?)|(?:来|到|听|在场)的人|可能|应该|好像|也就|怎么也|听众|人数|受众|观众|学员|群众|受益|受惠|参加|看病|听课?|看|的)+/
const tails = ['的样子', '吧', '呢', '啊', '哦', '嗯', '的', '了', '哈', '啰', '咯', '喽', '呀'] as const

/** What those counted did, said behind them: 38位老人听课. */
const did = /(?:来|都)?(?:听课?|听讲|看病|上课|参加|到场|在场)$/

/** Without who was there, told behind the figure: 三十八位老人, 186位同学; experts are no audience. */
function withoutPeople(words: string): string {
  const left = words.replace(did, '')
  const from = /^(?:多|来|余|几)?(?:个|名|位|人|号)?/.exec(left)![0].length
  const named = lexicon().at(left, from)
  return named?.end === left.length && named.value.tags.includes('audience') ? left.slice(0, from) : left
}

/** What stays of an answer without punctuation, call and particles. */
export function plain(text: string): string {
  let words = text.replace(/[\s，。、！？!?,.~～…:：;；“”"'‘’（）()【】]/g, '')
  for (let more = true; more;) {
    const end = tails.find((t) => words.endsWith(t))
    if (end === undefined) more = false
    else words = words.slice(0, -end.length)
  }
  return words
}

/**
 * A figure that is the whole of a text: 「150」「一百五十多吧」「大概200人」; null when anything else is said beside it.
 * `source` is the message id its span points into.
 */
export function figureSaid(
  text: string,
): { readonly measure: Measure; readonly field: MeasureName | null } | null {
  const n = normalize(withoutHedge(text))
  const finds = scanNumbers(n).filter((f) => f.role === 'quantity')
  const find = finds[0]
  if (!find || finds.length > 1) return null
  const front = plain(n.text.slice(0, find.start)).replace(lead, '')
  const behind = withoutPeople(plain(n.text.slice(find.end)))
  if (front !== '' && !/^(?:约|近|超过?|大约|差不多|不到)$/.test(front)) return null
  const unit = unitFields.find(
    ([w]) => behind === w || behind === `多${w}` || behind === `${w}左右` || behind === `${w}多`,
  )
  if (behind !== '' && !unit) return null
  return { measure: measureOf(find, n.span(find.start, find.end)), field: unit?.[1] ?? null }
}

/** Said before a figure that follows, and nothing of its own: 没细数，… · 人挺多，…. */
const hedge =
  /^(?:哎呀?|嗯|哦|这个|那个|我?没(?:有|去)?(?:细|仔细|认真)?(?:数|点)(?:过来|过|清)?|人?(?:挺|很|太|真|还)?(?:多|不少)(?:的|了|呢)?|来了?(?:不少|很多|好多)(?:人)?|不少(?:人)?(?:呢)?|记不太?清楚?了?|大概(?:吧)?|估计(?:吧)?|差不多|好像|应该|我想想|让我想想|我数了一?下)[，,。、…！!\s]+/

/** The text with its hedges blanked out, so that spans stay where they are. */
function withoutHedge(text: string): string {
  const m = text.length > 60 ? null : hedge.exec(text.trimStart())
  if (!m) return text
  const end = text.length - text.trimStart().length + m[0].length
  return ' '.repeat(end) + text.slice(end)
}

/** The first figure of a text as a measure. */
export function measureOf(
  find: { value: number; low: number; high: number; qualifier: Measure['qualifier']; words: string },
  span: Measure['span'],
): Measure {
  return {
    value: find.value,
    ...(find.high > find.low ? { high: find.high } : {}),
    qualifier: find.qualifier,
    words: find.words,
    ...(span ? { span } : {}),
  }
}

/** A short piece of text as the one value it says; `words` where it is none that is known. */
export function readSaid(text: string, context: Context): Said | null {
  const words = plain(text)
  if (words === '') return null
  const units = unitsIn(words, context.units)
  if (
    units.length === 1 &&
    units[0]!.span[1] - units[0]!.span[0] >= words.replace(/(的|老科协|分会|区|县)$/, '').length
  )
    return { is: 'unit', unit: units[0]!.name }
  const kind = kindWord(words)
  if (kind) return { is: 'kind', kind }
  const period = daySaid(text, context)
  if (period) return { is: 'day', period }
  const figure = figureSaid(text)
  if (figure) return { is: 'figure', ...figure }
  return { is: 'words', words }
}

/** A day or days that are the whole of a text: 「19号」「是11月19日」「昨天」. Resolved against the message's day. */
export function daySaid(text: string, context: Context): Period | null {
  const n = normalize(text)
  const finds = scanDates(n, context.sentAt)
  const find = finds[0]
  if (!find || finds.length > 1) return null
  const rest = plain(n.text.slice(0, find.start) + n.text.slice(find.end)).replace(
    /^(?:是|应该是|应为|的)+/,
    '',
  )
  return rest === '' || /^(?:上午|下午|晚上|早上|那天)$/.test(rest)
    ? { start: find.from, end: find.to }
    : null
}

/** Nobody counted: 没数, 没点数, 数不过来, 没法统计. */
const notCounted =
  '没数|(?:没有?|未)(?:细|仔细|认真|顾上|顾得上|来得及|去|特意|专门|好好)?(?:数|点|统计|清点|登记|签到|记|留意)(?:过|清|下来|住)?(?:数|人数?|人头|个数|名)?|没数清|不好(?:数|说|估|统计)|没法估计?|没个?准数|没有准数|没法(?:儿|子)?[数算统]计?|没办法[数算统]计?|无法(?:统计|计数|估计|细数)|没人(?:点数|数|点|统计)过?|谁(?:也|都)没(?:数|点)过?|谁(?:还|有空|顾得上|会)?(?:去)?数(?:那个|这个|人|它)|没个数|估摸?不(?:出来?|准)|哪(?:里|儿)?数得(?:清|过来)|(?:人太多了?)?[数点]不(?:过来|清楚?|了|准)'
const unknown = new RegExp(
  `^(?:真|还|也|我|都|确实|当时|这个|那个|这|那天|那会儿|可|倒|实在|哎呀|哎哟|唉|嗨)*(?:${notCounted}|没(?:在意|注意)|哪(?:还|里|能)?(?:记得(?:清|住)?|顾得上(?:数|点)(?:人|人头)?|有空(?:数|点))|记不得|不太?清楚|不太?记得|记不太?(?:清|清楚|得|住)|不知道|不晓得|说不(?:好|准|清|清楚|上来?)|忘了?|忘记了?|忘了?记?了?(?:数|点|统计|登记|签到)了?|没留意有?多少人?|不详)$`,
)
/** Not known: 没数, 不清楚, 不记得 … */
export const isUnknown = (text: string): boolean => unknown.test(plain(text))

const uncountedEnd = new RegExp(`(?<!签到[表本]|登记[表本])(?:${notCounted})$`)
/** Whether a clause ends so: 人来人往的没点数. 没签到, 没登记, 没记 and 不好说 alone say nothing of the number there. */
export const nobodyCounted = (clause: string): boolean =>
  uncountedEnd.test(plain(clause)) && /[数点计]/.test(clause)

/** 算了, 不报了. */
export const isDropped = (text: string): boolean =>
  /^(?:就?算了?|不用了?|不用(?:再)?(?:问|管|报)了?|不报了?|别(?:再)?问了?|不问了?|不说了?|不补了?)$/.test(
    plain(text),
  )
export const isYes = (text: string): boolean =>
  /^(?:是|是的|是呀|对|对的|对对|对头|好|好的|好嘞|行|行的|可以|可以的|用|要|要的|记|记上|嗯|嗯嗯|同意|没错|没问题|就是|就这样|就这么记|确认|确定|改|是一场|ok)$/i.test(
    plain(text),
  )
export const isNo = (text: string): boolean =>
  /^(?:不|不是|不用|不要|不对|不行|不可以|不需要|别|否|不记|不改|不同意)$/.test(plain(text))
