import { starts } from '../text/affixes.js'
import { oneOf } from '../text/chars.js'
import { addDays, daysBetween, single } from '../../core/day.js'
import { dayOfHoliday, holiday } from './holiday.js'
import { festivalDay } from '../../core/calendar.js'
import { civil, dated, dayOf, type OpenDate, type Year } from './open.js'
import { numeral, readWhole } from './parts.js'
import { dayTail, festivalBreaks, festivalLead, festivalTail, festivalWords, spokenOf } from './words.js'
import { units } from '../numbers/words.js'

/** Weather too: 大雪第二天 may be the day behind a snowfall. */
const falls: ReadonlySet<string> = new Set(['雨水', '大雪', '小雪'])
/** 霜降前一天, 大暑第二天: the term is a day. */
const besideIt = starts('前一天 前一日 头一天 后一天 后一日 第二天 的前一天 的后一天 的第二天')

const onItsDay = starts(
  '在 去 到 给 为 办了 搞了 办 搞 举办 开展 组织 义诊 进校 进社 送医 送书 送科 演出 又 也去 也在 都去 上午 下午 晚上 早上 我们 我会 咱',
)
/** 我们六一在…, 石桥八一去…: behind who it was; 国庆 and 春节 last for days, and 重阳 may be somebody's name. */
const ofSomebody = (text: string, i: number): boolean =>
  /^[三五六七八][一四八]$/.test(text.slice(i, i + 2))
    ? text[i - 1] !== '第'
    : !text.startsWith('国庆', i) && '们会咱社组队协站团'.includes(text[i - 1]!)

/** 卫生分会六一人民公园讲座: right behind our name. */
const ofOurs = (text: string, i: number): boolean =>
  /(?:分会|老科协|我们|咱们)$/.test(text.slice(Math.max(0, i - 3), i)) &&
  ofSomebody(text, i) &&
  /^[三五六七八][一四八]/.test(text.slice(i, i + 2))

/** A festival or solar term by name: not where the word names something else (五一路) or only points to it (节前). */
export function readFestival(text: string, i: number, year: Year | null): OpenDate | null {
  const found = festivalWords.at(text, i)
  if (!found) return year ? readEleventh(text, i, year) : null
  const { end, value } = found
  if (
    numeral(text, i) &&
    (numeral(text, end) || '月日号个'.includes(text[end] ?? '?') || numeral(text, i - 1))
  )
    return null
  if (festivalBreaks(text, end)) return null
  if (
    !year &&
    spokenOf.test(text.slice(Math.max(0, i - 4), i)) &&
    !dayTail(text, text[end] === '节' ? end + 1 : end)
  )
    return null
  if ((text[end] === '前' || text[end] === '后') && text[end + 1] !== '后' && text[end + 1] !== '一')
    return null
  if (value.everyday && !dayTail(text, end) && !(!falls.has(value.name) && besideIt(text, end))) {
    const closed = end >= text.length || ' ,。、;!?)(\n'.includes(text[end]!)
    if (!closed || (!year && i > 0 && !' ,。、;:!?(\n是在于'.includes(text[i - 1]!))) return null
  }
  if (value.common && !year && i > 0 && !festivalLead.includes(text[i - 1]!)) {
    if (!festivalTail(text, end) && !(onItsDay(text, end) && ofSomebody(text, i)) && !ofOurs(text, i))
      return null
  }
  const day = dayOfHoliday(text, end)
  if (day)
    return dated(year, day.end, 'festival', (y) => {
      const all = holiday(value.name, y)
      if (!all) return dayOf(festivalDay(value.name, y))
      const at = day.nth ?? daysBetween(all.start, all.end) + 1
      return at && addDays(all.start, at - 1) <= all.end ? single(addDays(all.start, at - 1)) : null
    })
  return dated(year, text[end] === '节' && text[end + 1] !== '气' ? end + 1 : end, 'festival', (y) =>
    dayOf(festivalDay(value.name, y)),
  )
}

/** 初五, 廿三, 十五, 三十 as a lunar day. */
export function lunarDayAt(text: string, i: number): { value: number; end: number } | null {
  const from = text[i] === '初' ? i + 1 : i
  const n = readWhole(text, from)
  if (!n || n.value < 1 || n.value > 30 || n.digits > 2 || (from > i && n.value > 10)) return null
  return { value: n.value, end: text[n.end] === '日' ? n.end + 1 : n.end }
}

/** 今年十一, 2021年十一: National Day, where no month or count follows. */
function readEleventh(text: string, i: number, year: Year): OpenDate | null {
  if (!text.startsWith('十一', i) || numeral(text, i + 2) || isCount(text, i + 2) || units.at(text, i + 2))
    return null
  return dated(year, i + 2, 'festival', (y) => civil(y, 10, 1))
}

const isCount = oneOf('月日号点个多余几届')
