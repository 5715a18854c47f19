// Until when somebody asks to be left in peace: 这半个月, 到下周三, 12月10号以前, 住院期间; pure.
import { addDays, daysBetween, monthPeriod, parts, ymd, type PlainDate } from '../core/day.js'
import { readPeriod } from '../ledger/query.js'
import { wholeNumber } from '../understand/numbers/numeral.js'

const numeral = '[\\d一二两三四五六七八九十廿]{1,3}'
/** How long it lasts where nobody can say. */
const openEnded = 30
/** A day farther ahead was meant for one that is over. */
const longest = 200
const daysOf: Readonly<Record<string, number>> = { 天: 1, 日: 1, 周: 7, 星期: 7, 礼拜: 7, 个月: 30, 月: 30 }

type Row = readonly [words: RegExp, until: (m: RegExpExecArray, today: PlainDate) => PlainDate | null]

/** The first that fits and lies ahead. */
const rows: readonly Row[] = [
  [
    /这几天|这两天|(?:这|近|[一二三四五六七八九])?[一二三四五六七八][二三四五六七八九]天/,
    (_, today) => addDays(today, 7),
  ],
  [/(?<!个)半个?多?月(?!前|后)/, (_, today) => addDays(today, 15)],
  [/十来天/, (_, today) => addDays(today, 15)],
  [/个把(?:星期|礼拜|周)/, (_, today) => addDays(today, 10)],
  [/(?<![上下])半年/, (_, today) => addDays(today, 183)],
  // 两周 · 十天内 · 一个半月
  [
    new RegExp(
      `(?<![月第上下明后周期拜前去\\d])(${numeral})(?:个(?!月)|个(半))?(天|周|星期|礼拜|个月|(?<=个半)月)(半)?(?!前|之前|以前|后|以后|之后|两头|[都就要给总]?(?:提醒|催))`,
    ),
    (m, today) => {
      const n = wholeNumber(m[1]!)
      const unit = daysOf[m[3]!]!
      return n === null || n === 0
        ? null
        : addDays(today, Math.round((n + ((m[2] ?? m[4]) ? 0.5 : 0)) * unit))
    },
  ],
  // 12月10号以前 · 到12月5号 · 十二月底
  [
    new RegExp(`(?<![\\d年])(${numeral})月份?(?:(${numeral})[日号]|(?=底|末))`),
    (m, today) => {
      const month = wholeNumber(m[1]!)
      if (month === null || month < 1 || month > 12) return null
      const day = m[2] === undefined ? null : wholeNumber(m[2])
      const inYear = (year: number): PlainDate | null => dayIn(year, month, day)
      const [year] = parts(today)
      const soon = inYear(year)
      const until = soon !== null && soon >= today ? soon : inYear(year + 1)
      // 11月3号 said on the 24th means no leave of a year
      return until !== null && daysBetween(today, until) <= longest ? until : null
    },
  ],
  // 到10号
  [
    new RegExp(`(?<![月\\d一二三四五六七八九十廿])(${numeral})[日号](?!楼|院|线|[报交发说讲办搞填])`),
    (m, today) => {
      const day = wholeNumber(m[1]!)
      const [year, month] = parts(today)
      const soon = day === null ? null : dayIn(year, month, day)
      if (day === null || (soon !== null && soon >= today)) return soon
      return month === 12 ? dayIn(year + 1, 1, day) : dayIn(year, month + 1, day)
    },
  ],
  [/年底|年末|年前(?!面)/, (_, today) => ymd(parts(today)[0], 12, 31)],
  [/元旦/, (_, today) => ymd(parts(today)[0] + 1, 1, 1)],
  [/./, (m, today) => readPeriod(m.input, today)?.period.end ?? null],
  // 周三以前, said on a Friday
  [
    /(?<!上)(?:周|星期|礼拜)[一二三四五六日天]/,
    (m, today) => {
      const end = readPeriod(m[0], today)?.period.end
      return end === undefined ? null : addDays(end, 7)
    },
  ],
  [/(?<!下个?)月底/, (_, today) => monthPeriod(parts(today)[0], parts(today)[1]).end],
  // 住院期间 · 出院以前 · 这阵子
  [
    /期间|这段|这阵子?|最近|近期|近来|眼下|眼前|这些[天日]|这些日子|出院(?:以|之)?前|(?:病好|好利索|回来|康复)(?:了|以|之)?前/,
    (_, today) => addDays(today, openEnded),
  ],
]

/** Null where the month has no such day; without a day its last. */
function dayIn(year: number, month: number, day: number | null): PlainDate | null {
  const { end } = monthPeriod(year, month)
  if (day === null) return end
  return day >= 1 && day <= parts(end)[2] ? ymd(year, month, day) : null
}

/** The last day of the leave; null where no end is said. */
export function leaveUntil(words: string, today: PlainDate): PlainDate | null {
  for (const [pattern, read] of rows) {
    const m = pattern.exec(words)
    const until = m && read(m, today)
    if (until && until >= today) return until
  }
  return null
}
