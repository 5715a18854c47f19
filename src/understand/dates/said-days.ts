import { addDays, halfPeriod, parts, yearPeriod, type PlainDate } from '../../core/day.js'
import type { LocalTime } from '../../core/org.js'
import { wholeNumber } from '../numbers/numeral.js'
import { starts } from '../text/affixes.js'
import { pattern } from '../text/pattern.js'
import { oneOf } from '../text/chars.js'
import type { DateFind } from './dates.js'
import { trie } from '../text/trie.js'

export interface SaidDay {
  readonly end: number
  readonly date: DateFind
}

/** Short words for days as they stand in front of a terse telling, with how many days back they are. */
const dayRows: readonly (readonly [word: string, back: number])[] = [
  ['大前儿个', 3],
  ['大前儿', 3],
  ['夜个儿', 1],
  ['夜个', 1],
  ['夜儿个', 1],
  ['夜儿', 1],
  ['夜来', 1],
  ['昨个', 1],
  ['今个', 0],
  ['今朝', 0],
  ['今晌', 0],
  ['昨', 1],
  ['今', 0],
]
const days = trie(dayRows)
const opens = oneOf('大夜今昨前刚才年开过这一全上早中下清头晌午后傍晚半')
/** What may stand behind 昨 or 今 alone; 今后, 今冬, 昨是今非 are something else. */
const behind = ' ,、上下早晚中午夜晌在去到发给写办搞开讲组做于承赴往邀举召'
/** 昨9:00, 昨两点, 昨两事. */
const goesOnByHour = pattern(/^昨(?:[0-9]{1,2}[:点时]|[一二三四五六七八九十两]{1,3}(?:点|[件桩]?事))/)
/** The whole of a year said without its number. */
const years = [
  '过去的一年里',
  '过去的一年',
  '过去一年',
  '这一年来',
  '一年来',
  '一年下来',
  '一年的账',
  '一年的总账',
  '一年的活动',
  '一年的工作',
  '一年总账',
  '全年度',
  '全年',
]
/** 半年报, 半年小结: a half told of as over. */
const halfOver = starts('半年报 半年小结 半年总结 半年情况 半年的账 半年账 半年汇总 半年盘点 半年工作')

/** The half year that ended not long ago, or ends this month; null in the middle of one. */
function halfEnded(text: string, at: number, today: PlainDate): SaidDay | null {
  if (!halfOver(text, at) || '上下前后大小多近这'.includes(text[at - 1] ?? ' ')) return null
  const [y, month] = parts(today)
  const half = month >= 6 && month <= 9 ? 1 : month === 12 || month <= 3 ? 2 : null
  if (half === null) return null
  const { start: from, end: to } = halfPeriod(month <= 3 ? y - 1 : y, half)
  const end = at + (text[at + 2] === '报' ? 3 : 2)
  return { end, date: { start: at, end, from, to, kind: 'half', explicitYear: true, future: false } }
}

/** The year as far as it has come. */
const sinceNewYear = [
  '年初到现在',
  '年初到今天',
  '年初至今',
  '年初以来',
  '开年到现在',
  '开年至今',
  '开年以来',
]

/**
 * 昨 河西 义诊, 今上午…, 全年讲座90场: days and years that have no number. `free`: something of the message ended right
 * in front; `first`: no date was told before, which 全年 needs; `alone`: the message holds no other, which 上午 needs;
 * `tells`: whether a name or a kind begins there (昨义诊50人). In spring 全年 is the year before; in summer nobody says it.
 */
export function saidDay(
  text: string,
  at: number,
  free: boolean,
  first: boolean,
  alone: boolean,
  year: number | null,
  sentAt: LocalTime,
  tells: (at: number) => boolean,
): SaidDay | null {
  if (!opens(text, at)) return null
  const today = sentAt.day
  const hour = alone ? partOfToday(text, at, sentAt.minute) : 0
  if (hour > 0) return dayFrom(at, at + hour, today)
  if (alone) {
    const just = justEnded(text, at, sentAt.minute, free)
    if (just > 0) return dayFrom(at, at + just, today)
  }
  const start = at === 0 || free || ' ,;。、:(\n协会团厂校院所镇乡'.includes(text[at - 1]!)
  const said = days.at(text, at)
  if (said) {
    const { end, value: back } = said
    const itself =
      start &&
      (behind.includes(text[at + 1] ?? '-') ||
        closes(text, at + 1) ||
        tells(at + 1) ||
        goesOnByHour(text, at, at + 8))
    if (end - at === 1 && !itself) return null
    return dayFrom(at, end + partOfDay(text, end), addDays(today, -back))
  }
  // 义诊 63人 前: the day before yesterday, in a cell of its own
  if (text[at] === '前' && ' ,(\n'.includes(text[at - 1] ?? '-') && closes(text, at + 1))
    return dayFrom(at, at + 1, addDays(today, -2))
  if (!first) return null
  const since = sinceNewYear.find((w) => text.startsWith(w, at))
  if (since !== undefined) {
    const end = at + since.length
    const from = yearPeriod(parts(today)[0]).start
    return {
      end,
      date: { start: at, end, from, to: today, kind: 'range', explicitYear: true, future: false },
    }
  }
  const half = halfEnded(text, at, today)
  if (half) return half
  const word = text[at - 1] === '第' ? undefined : years.find((w) => text.startsWith(w, at))
  const asked = word?.startsWith('全年') === true && target.test(text.slice(Math.max(0, at - 3), at))
  if (
    !word ||
    (word.startsWith('全年') && '任务目标指标计划工作安排级'.includes(text[at + word.length] ?? '-')) ||
    (asked && upToADay(text, at, at + 40))
  )
    return null
  const [y, month] = parts(today)
  const which = year ?? (month >= 10 ? y : month <= 3 ? y - 1 : null)
  if (which === null) return null
  const { start: from, end: to } = yearPeriod(which)
  const end = at + word.length
  // 任务全年20场，已经讲了18场: done so far
  if (asked && to > today)
    return {
      end,
      date: { start: at, end, from, to: today, kind: 'range', explicitYear: true, future: false },
    }
  return { end, date: { start: at, end, from, to, kind: 'year', explicitYear: true, future: false } }
}

const target = /(任务|目标|指标|计划)[数是为]?$/
/** 任务全年30场，截至10月底: up to when is told. */
const upToADay = pattern(/截[至止到]|到(?:[0-9一二三四五六七八九十]{1,2}月|[今昨前]天|上个?月)/)

/** Nothing follows in the cell: 讲座1, 采一, 昨。 */
const closes = (text: string, at: number): boolean => at >= text.length || ')。;\n'.includes(text[at]!)

const dayFrom = (start: number, end: number, day: PlainDate): SaidDay => ({
  end,
  date: { start, end, from: day, to: day, kind: 'day', explicitYear: true, future: false },
})

/** 刚结束, 刚刚散场: what ended just now was today's, except right after midnight. */
const justNow = starts(
  ['刚刚', '刚', '刚才', '才'].flatMap((just) =>
    '结束 散场 散会 散 讲完 上完 搞完 办完 开完 看完 做完 演完 忙完 弄完 收摊 收工 收场 下课 完事 收尾'
      .split(' ')
      .map((over) => just + over),
  ),
)
const morning = 5 * 60
const forenoon = 10 * 60 + 30
const sayJust = starts('刚 才从')
/** 刚在某校讲完安全课, 刚从某村回来: its end further on in the clause; 刚结束的考试 and 刚从省里回来的专家 are something else. */
const overSoon =
  /^(刚刚|刚才|刚|才)[^,。;:!?~\n0-9的]{0,14}(完(?!成|全|善|小|整)|回来|回到|回家|到家|进门|进家|结束|散场|散会|下课|收摊|收工)(?!的)/
function justEnded(text: string, at: number, minute: number, free: boolean): number {
  if (minute < morning || (at > 0 && !free && !' ,;。、:!~\n们我咱俺会儿'.includes(text[at - 1]!))) return 0
  if (!justNow(text, at)) {
    const soon = sayJust(text, at) ? overSoon.exec(text.slice(at, at + 20)) : null
    // back from somewhere early in the day they may have been there the day before
    return soon && (minute >= forenoon || !soon[2]!.startsWith('回')) ? soon[1]!.length : 0
  }
  let end = at + 2
  while (end < text.length && end - at < 5 && !' ,;。、:!~\n的'.includes(text[end]!)) end++
  return text[end] === '的' ? 0 : text[at + 1] === '刚' || text[at + 1] === '才' ? 2 : 1
}

const daytimes = [
  '上午',
  '下午',
  '早上',
  '晚上',
  '中午',
  '傍晚',
  '头晌',
  '下半日',
  '上半日',
  '后晌',
  '晌午',
  '早',
  '晚',
]
const partOfDay = (text: string, at: number): number =>
  daytimes.find((w) => text.startsWith(w, at))?.length ?? 0

/** Parts of the day and the minute from which they are over, or nearly. */
const over: readonly (readonly [word: string, minute: number])[] = [
  ['上午', 9 * 60],
  ['早上', 8 * 60],
  ['早晨', 8 * 60],
  ['中午', 12 * 60],
  ['下午', 15 * 60],
  ['一早', 8 * 60],
  ['一大早', 8 * 60],
  ['大清早', 8 * 60],
  ['清早', 8 * 60],
  ['清晨', 8 * 60],
  ['头晌', 11 * 60],
  ['前半晌', 11 * 60],
  ['上半天', 11 * 60],
  ['上半日', 11 * 60],
  ['晌午', 12 * 60],
  ['午后', 14 * 60],
  ['午饭后', 14 * 60],
  ['晚饭后', 19 * 60],
  ['后晌', 15 * 60],
  ['后半晌', 15 * 60],
  ['下半天', 15 * 60],
  ['下半日', 15 * 60],
  ['傍晚', 18 * 60],
  ['晚上', 19 * 60],
  ['晚间', 19 * 60],
]
const another =
  /[今昨]|明[天日晚早晨儿年]|前(?<![饭会课提面门跟眼楼村台]前)(?![来往面台方排头])|后(?<![饭会课随最散]后)(?![面备勤台方辈排代])|[0-9一二三四五六七八九十]+(?:[月日]|号(?!楼|线|会议))|[上下这本每]个?周|周[一二三四五六日末天]|[0-9一二两三四几]周|星期|礼拜|每(?![人户家场位本份张])|那天|当天|这天|九九节|(?<![环一两三四五六七八九十0-9季细情关])节(?![课目约能省电水气奏])/
const atHour =
  /^[,，]?(?:大概|大约|约|差不多|不到|快到?|将近|近)?([0-9]{1,2}|[一二两三四五六七八九]|十[一二]?)[点时:：](?!东西|心|儿)(半|[0-9一二三四五十]{1,3})?/
/** Minutes behind the hour at which something is over, and those in which it can have begun and be told of. */
const wholeHour = 60
const begun = 15
/** 上午10点我们去义诊, sent at nine: still to come. 早上8点多讲了课: over. */
function longEnoughAgo(behind: string, part: string, minute: number): boolean {
  const said = atHour.exec(behind)
  if (!said) return true
  const [, h = '', m = ''] = said
  const hour = wholeNumber(h) ?? 0
  const later =
    hour < 12 ? /^(下|后|午后|晚|傍)/.test(part) || (hour < 4 && /^[中晌]/.test(part)) : part.startsWith('晚')
  const since = minute - (hour + (later ? 12 : 0)) * 60 - (m === '半' ? 30 : (wholeNumber(m) ?? 0))
  return since >= wholeHour || (since >= begun && /[了过刚]/.test(behind))
}
/**
 * 我们上午去福利院…: the only time a message tells is a part of the day, and it was sent behind it: today. Its length, or 0:
 * 上午好, 上午9点到下午4点 and anything beside another day say nothing.
 */
function partOfToday(text: string, at: number, minute: number): number {
  const row = over.find(([w]) => text.startsWith(w, at))
  if (!row || minute < row[1]) return 0
  const end = at + row[0].length
  const free =
    at === 0 ||
    ' ,;。、:们我咱俺会刚协团院校厂所组队\n'.includes(text[at - 1]!) ||
    // 用药咨询上午结束
    (ended.test(text.slice(end, end + 6)) &&
      !/(计划|预计|估计|争取|[要定会将得能到至])$/.test(text.slice(Math.max(0, at - 2), at)))
  if (
    !free ||
    /^(好|各|都|愉快|班|一直|至|或|、|的|[0-9](?![0-9]?点)|茶|到(下午|晚|中午|傍晚|[0-9一二三四五六七八九十]))/.test(
      text.slice(end, end + 3),
    )
  )
    return 0
  // 上午9点到下午4点: the hours somebody keeps
  if (/^[0-9]{1,2}点(半|[0-9]{1,2}分?)?(到|至|-|~|准时|开始|集合|出发|报到)/.test(text.slice(end, end + 12)))
    return 0
  if (!longEnoughAgo(text.slice(end, end + 60), row[0], minute)) return 0
  const other = another.test(text.slice(Math.max(0, at - 60), at)) || another.test(text.slice(end, end + 60))
  return other ? 0 : end - at
}

const ended = /^(?:刚刚?|才|就|已经?|顺利|圆满|都)?(?:结束|散[场会]|收[摊工场尾]|[讲办开搞做忙上]完)/

/** Every word a said day begins with. */
export const dayBeginnings: readonly string[] = [
  ...dayRows.map(([word]) => word),
  ...years,
  ...sinceNewYear,
  ...over.map(([word]) => word),
  '刚',
  '才',
  '前',
  '半年',
]
