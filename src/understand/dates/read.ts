import { addDays, parts, single, yearPeriod, type PlainDate } from '../../core/day.js'
import { readFestival } from './festival.js'
import { readLunar } from './lunar.js'
import { readMonth } from './month.js'
import { readNumbered } from './number.js'
import { fixed, type OpenDate } from './open.js'
import { digit, numeral, readWhole, skip } from './parts.js'
import {
  beginning,
  begins,
  calendarNames,
  dayRunWords,
  dayWords,
  endsBody,
  sameYearWords,
  yearWords,
} from './words.js'
import { readRelative, readWeekday } from './week.js'
import { readInYear, readShare } from './year.js'

/** Reads the date that begins at `i`; null where none does. `today`: the message's own day. */
export function readDate(text: string, i: number, today: PlainDate): OpenDate | null {
  if (i >= text.length) return null
  const bits = beginning[text.charCodeAt(i)]!
  if (bits === 0) return null
  if (bits & begins.numeral) {
    const festival = bits & begins.festival ? readFestival(text, i, null) : null
    return festival ?? (hangsTogether(text, i) ? null : readNumbered(text, i, today))
  }
  return (
    (bits & begins.day ? readDayWord(text, i, today) : null) ??
    (bits & begins.year ? readYearWord(text, i, today) : null) ??
    (bits & begins.share ? readShare(text, i, null, today) : null) ??
    (bits & begins.relative ? (readRelative(text, i, today) ?? readSameYear(text, i, today)) : null) ??
    (bits & begins.week ? readWeekday(text, i, today) : null) ??
    (bits & begins.festival ? readFestival(text, i, null) : null) ??
    (bits & begins.calendar ? readCalendar(text, i, today) : null) ??
    (bits & begins.lunar ? readLunar(text, i, null, today) : null)
  )
}

/** 公历10月8日, 阳历5月1日, 元月5日. */
function readCalendar(text: string, i: number, today: PlainDate): OpenDate | null {
  if (text.startsWith('元月', i)) return readMonth(text, i, null)
  if (!calendarNames.has(text.slice(i, i + 2))) return null
  const at = skip(text, i + 2)
  return numeral(text, at) ? readNumbered(text, at, today) : null
}

const latin = (c: string): boolean => (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')

/** A number that goes on from what stands before it: 第3, v2.10, 3.5; in 1.10月8日 the 1 is a list mark. */
function hangsTogether(text: string, i: number): boolean {
  const before = text[i - 1]
  if (before === undefined) return false
  if (before === '第') return true
  if (!digit(text, i)) return false
  if (before === '.' && digit(text, i - 2)) {
    const end = readWhole(text, i)!.end
    return text[end] !== '月' && text[end] !== '年'
  }
  return latin(before) || digit(text, i - 1)
}

function readDayWord(text: string, i: number, today: PlainDate): OpenDate | null {
  const run = readDayRun(text, i, today)
  if (run) return run
  const word = dayWords.at(text, i)
  if (!word || !stands(text, i, word.end, word.value) || text.startsWith('头条', word.end)) return null
  const { days } = word.value
  return fixed(word.end, 'day', single(addDays(today, days)), days > 0)
}

function readYearWord(text: string, i: number, today: PlainDate): OpenDate | null {
  const word = yearWords.at(text, i)
  if (!word || !stands(text, i, word.end, word.value)) return null
  const { years } = word.value
  return readInYear(text, word.end, { value: parts(today)[0] + years, future: years > 0 }, today)
}

/** 世界地球日前天，…: the day behind the name of a day. */
const endsNamedDay = (text: string, start: number, end: number): boolean =>
  text[start - 1] === '日' &&
  /(?:世界|国际|全国|中国|全民|宣传|[\u4e00-\u9fa5]{2}节)[\u4e00-\u9fa5]{0,8}日$/.test(
    text.slice(Math.max(0, start - 13), start),
  ) &&
  !/[0-9一二三四五六七八九十生近今昨]$/.test(text.slice(0, start - 1).slice(-1)) &&
  /^(?:[,，。;!！ ]|上午|下午|晚上|中午|我|在|去|到|给|于|[\u4e00-\u9fa5]{2,6}(?:分会|老科协|小组|讲师团))/.test(
    text.slice(end, end + 12),
  )

/** Whether a phrase is itself and no part of another word. */
function stands(
  text: string,
  start: number,
  end: number,
  row: { readonly not?: string; readonly notNext?: string },
): boolean {
  if (row.not !== undefined && start > 0 && row.not.includes(text[start - 1]!) && !endsBody(text, start))
    return endsNamedDay(text, start, end)
  // 后天下 is none, 后天下午 is
  if (text.startsWith('下午', end)) return true
  return !(row.notNext !== undefined && end < text.length && row.notNext.includes(text[end]!))
}

/** 今明两天, 今明后三天, 明后天: from the first to the last. */
function readDayRun(text: string, i: number, today: PlainDate): OpenDate | null {
  let at = i
  let first = Infinity
  let last = -Infinity
  let count = 0
  for (let word = dayRunWords.at(text, at); word && count < 6; word = dayRunWords.at(text, at)) {
    first = Math.min(first, word.value)
    last = Math.max(last, word.value)
    at = text[word.end] === '、' ? word.end + 1 : word.end
    count++
  }
  if (count < 2 || last - first !== count - 1) return null
  const days = readWhole(text, at)
  const end = days && days.value === count ? days.end : at
  const [year] = parts(today)
  if (days && text[end] === '年')
    return fixed(
      end + 1,
      'range',
      { start: yearPeriod(year + first).start, end: yearPeriod(year + last).end },
      last > 0,
    )
  if (text[end] !== '天' && text[end] !== '日') return null
  return fixed(end + 1, 'range', { start: addDays(today, first), end: addDays(today, last) }, last > 0)
}

/** 当年10月, 同年10月: the year of the message, when something follows that a year holds. */
function readSameYear(text: string, i: number, today: PlainDate): OpenDate | null {
  const word = sameYearWords.find((w) => text.startsWith(w, i))
  if (!word) return null
  const found = readInYear(text, i + word.length, { value: parts(today)[0], future: false }, today)
  return found && found.kind !== 'year' ? found : null
}
