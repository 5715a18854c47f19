// What somebody is going to do, told in plain words and without a figure: 周四下午我要去江湾中学讲隧道怎么挖; pure.
import type { PlainDate } from '../core/day.js'
import type { Kind } from '../core/kinds.js'
import type { LocalTime } from '../core/org.js'
import { scanDates } from '../understand/dates/dates.js'
import { normalize } from '../understand/text/normalize.js'
import { coming } from './plan-moved.js'
import { goesAsGuest } from './as-guest.js'

export interface Announced {
  readonly kind: Kind
  readonly day: PlainDate
  readonly venue: string | null
  readonly topics: readonly string[]
}

const hour =
  '(?:一?大?清?早上?|上午|中午|下午|傍晚|晚上|晚|[一二两三四五六七八九十\\d]{1,2}点半?(?:钟|多)?){0,2}'
const soon = '(?:待会儿?|等会儿?|等下|一会儿?|过会儿?|马上|这就|吃了饭|午饭后|饭后)'
const self = '(?:我们?|俺们?|咱们?|本人)?(?:几个|[两三]个)?(?:和[\\u4e00-\\u9fff]{2,4}(?:老师)?)?'
const meant = '(?:还?要|准备|打算|得|会|将|约好了?|说好了?|答应了?|安排了?|定了?|受邀|应邀|就){0,2}'
const to = '(?:去|到|上|往|给|在)'
const place =
  '(?<venue>[\\u4e00-\\u9fffA-Za-z\\d]{1,14}?(?:[小中大]学|学[校院]|院|馆|村|社区|园|所|站|厂|队|营|[医福敬]\\S院|中心|[文礼活]\\S堂|广场|公司|合作社|幼儿园|一中|二中|三中|[一二三四五六七八九]小|附[小中]|镇|乡|街道|居委会|基地|集市|大棚))'
const audience =
  '(?:的|那边|那里)?(?:(?:给|跟|为|向)?(?:新生|学生|孩子|娃娃?|同学|老人|居民|社员|乡亲|职工|村民|农户|师生)们?)?'
const deed =
  '(?<deed>义诊|量血压|咨询|[办搞开做]?(?:一?[个场期次])?(?:培训班?|讲座|义诊|咨询)|上一?[堂节次]?课|授课|宣讲|讲一?[堂节场次]?课|讲(?!完|好|过|了|得))'
const announced = new RegExp(
  `^(?:跟您说|报告|预告|先说|提前说|说)?(?:一下|一声)?[，,：:]?${self}(?<when>DAY|${soon}|)${hour}[，,]?${self}${meant}${to}${place}${audience}(?:去)?${deed}(?<topic>[^，,。！!；;]{0,16})(?<rest>[，,。！!；;].{0,24})?$`.replace(
    'DAY',
    '§',
  ),
)
/** Not one's own, not to come, or asked. */
const elsewhere =
  /[?？吗]$|讲了|去了|来了|刚(?:才|刚|讲|去)|已经|昨|前天|上(?:周|个?星期|个?礼拜|个?月)|不去|没|别|取消|改到|改成|推迟|有空|谁|哪[里儿天个]|讲些?(?:什么|啥|价|理|情|条件|道理|清楚|明白|和)|什么时候|几点(?!钟)|\d{1,5}(?:个|名|位)?(?:人|学生|娃|老人|听众)|[老][师师](?=要|去|来)|他|她/
const until: readonly (readonly [words: RegExp, minute: number])[] = [
  [/早|上午/, 9 * 60 + 30],
  [/中午/, 12 * 60],
  [/下午/, 14 * 60],
  [/晚|傍晚/, 19 * 60],
]
const wants = /要|准备|打算|得去|约好|说好|答应|安排|受邀|应邀/

/** One's own activity ahead, with its day and place; null where anything else is told. */
export function readAnnounced(typed: string, sent: LocalTime): Announced | null {
  const text = typed.trim().replace(/\s+/g, '')
  if (text.length > longest || elsewhere.test(text) || (/了[。！!]?$/.test(text) && !wants.test(text)))
    return null
  const n = normalize(text)
  const dates = scanDates(n, sent)
  const [date, ...more] = dates
  if (more.length > 0 || (date && date.from !== date.to)) return null
  const words = date ? n.text.slice(date.start, date.end) : ''
  const day = date ? coming(date.from, words, sent.day) : sent.day
  if (day === null) return null
  const spaced = date ? `${n.text.slice(0, date.start)}§${n.text.slice(date.end)}` : n.text
  const m = announced.exec(spaced)?.groups
  if (!m || /\d/.test(m['rest'] ?? '')) return null
  if (goesAsGuest(text)) return null
  // without a word of intent: only where the hour lies ahead
  if (day === sent.day && !isAhead(text, sent.minute, date !== undefined)) return null
  // 周四去讲 may be last Thursday's
  if (date && date.from < sent.day && !wants.test(text) && !weekday.test(text)) return null
  return { kind: kindOf(m['deed']!), day, venue: m['venue']!, topics: topicOf(m['deed']!, m['topic'] ?? '') }
}
const longest = 60
/** 周五去…讲: with nothing that says it is over, as in understand/judge/ahead.ts. */
const weekday = /^(?:周|星期|礼拜)[一二三四五六日天](?:上午|下午|晚上|早上)?(?:去|再)/

function isAhead(text: string, minute: number, dated: boolean): boolean {
  if (new RegExp(soon).test(text)) return true
  const part = until.find(([words]) => words.test(text))
  if (!part) return dated && wants.test(text)
  return minute < part[1] + (wants.test(text) ? 3 * 60 : 0)
}

const kindOf = (deed: string): Kind =>
  /义诊|量血压/.test(deed)
    ? 'clinic'
    : /培训/.test(deed)
      ? 'training'
      : /咨询/.test(deed)
        ? 'consultation'
        : 'lecture'

/** 讲隧道怎么挖 → 隧道怎么挖; 讲课 has none. */
function topicOf(deed: string, said: string): readonly string[] {
  const topic = said.replace(/^(?:一下|一讲|讲|关于|的|个|《)+|[》吧了的呢啊]+$/g, '')
  return deed.startsWith('讲') && topic.length >= 2 && topic.length <= 14 ? [topic] : []
}
