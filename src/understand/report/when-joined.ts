import { wholeNumber } from '../numbers/numeral.js'
import { starts } from '../text/affixes.js'
import { pattern } from '../text/pattern.js'
import { addDays, isDay, parts, weekdayOf, ymd, type PlainDate } from '../../core/day.js'
import type { DateMention } from '../dates/mentions.js'
import type { Scan } from '../scan.js'
import type { When } from './when.js'

/** 8月14日、15日两天; 6月25日开展，27日结束; 11月18日起连着三天: one activity over several days, null where only one is told. */
export function joinedDays(s: Scan, ms: readonly DateMention[], main: DateMention): When | null {
  let last = main
  let from = main.token.date.from
  let to = main.token.date.to
  for (const m of ms) {
    if (m.token.start < last.token.end || m === last) continue
    const gap = s.text.slice(last.token.end, m.token.start)
    const days = isSingle(main) && isSingle(m)
    const close = days && runs(s, m, gap) ? closeOf(s, from, m) : null
    const listed =
      /^(、|和|及|,|与|以及)$/.test(gap.trim()) ||
      (/^(跟|还有|和)(月[初中底])?$/.test(gap) &&
        !s.text.slice(m.token.end, m.token.end + 6).includes('分别'))
    // 昨天和前天; 昨天结业，18号开的班: told backwards
    const before =
      main === last &&
      days &&
      (((listed || gap === '') &&
        m.token.date.to === addDays(from, -1) &&
        !s.text.slice(m.token.end, m.token.end + 60).includes('分别')) ||
        (m.token.date.to < from && gap.length < 18 && closing(gap, 0) && opening(s.text, m.token.end)))
    if (before) {
      from = m.token.date.from
      last = m
      continue
    }
    // 6.7石鼓 6.8杨林: the next day behind the place of the first
    const said =
      days &&
      (gap === '' ||
        (nextPlace.test(gap) &&
          m.token.date.from === addDays(to, 1) &&
          !s.units.some((u) => u.token.start >= last.token.end && u.token.start < m.token.start)))
    const next = close ?? (said || listed ? m.token.date.to : null)
    if (next === null || next <= to || (close === null && m.token.date.from <= to)) break
    to = next
    last = m
  }
  if (last === main) return runOn(s, main)
  return { period: { start: from, end: to }, from: main, start: main.token.start, end: last.token.end }
}

const nextPlace = /^[\u4e00-\u9fa5]{1,6} $/

const opening = starts(
  '开课 开的课 开班 开的班 开营 开始 起 开展 开幕 启动 开馆 开放 开讲 开张 开训 开学 报到 办起 开展出',
)
const closing = starts(
  '结课 结的课 结业 结的业 结束 结营 结班 止 闭营 闭班 结训 闭幕 闭展 落幕 收官 收尾 撤展 闭馆 完成 圆满 截止 停展 散的',
)

/** Whether `b` ends what began in front of `gap`: 6月25日开展，27日结束; 从7月10号到今天; 12月25日展到1月2日. */
const runs = (s: Scan, b: DateMention, gap: string): boolean =>
  (gap.length < 48 &&
    closing(s.text, b.token.end) &&
    !/[。;\n]/.test(gap) &&
    (opening(gap, 0) || /开(班|课|营|幕|展|讲|馆|训)(了|,|仪式|典礼)/.test(gap))) ||
  /^(起|开始)?,?(一直|持续|连续)?[展办开讲做干忙搞演播摆放延学训]?(到|至)(了)?$/.test(
    gap.length > 12 ? gap.replace(/\([^()]*\)/g, '') : gap,
  )

/** 上周二开班，周四结束: a bare weekday that ends something is the first one behind its beginning. */
function closeOf(s: Scan, from: PlainDate, m: DateMention): PlainDate | null {
  const { date, start, end } = m.token
  const weekday = /^(周|星期|礼拜)[一二三四五六日天]$/.test(s.text.slice(start, end))
  // 12月30日开幕，1月2日闭幕: over the year's end
  const [y, month, d] = parts(date.to)
  const over = date.to < from && !date.explicitYear && isDay(y + 1, month, d) ? ymd(y + 1, month, d) : date.to
  const day = weekday ? addDays(from, (weekdayOf(date.to) - weekdayOf(from) + 7) % 7) : over
  return day > from && day <= s.sentAt.day ? day : null
}

const number = '([二两三四五六七八九十]|[2-9]|1[0-9])[个]?[天日晚](?!后|内|之)'
const onEnd = new RegExp(
  `^(?:那天|当天)?(?:起|开始)[^,，。;:0-9]{0,8}(?:连着|连续|一连|接连|连)[^,，。;:0-9]{0,2}${number}`,
)
const lasting = new RegExp(
  `^[^。;:0-9]{0,12}?,?(?:为期|展期|历时|共展出|展出|连展|展了|办了|搞了|讲了|做了|忙了|干了|上了|跑了|共)${number}`,
)

/** 国庆长假七天天天义诊. */
const holiday =
  /^(?:长假|小长假|假期|黄金周)?(?:里|期间)?(?:这|整整|连着)?([三五六七八])天(?!后|内|之|里|长假|假)/

/** 11月18日起在社区连着三天…, 11月16日开展，展期六天: so many days from the first. */
function runOn(s: Scan, main: DateMention): When | null {
  if (!isSingle(main)) return null
  const { end } = main.token
  const behind = s.text.slice(end, end + 28)
  const said =
    onEnd.exec(behind) ??
    (opening(s.text, end) ? lasting.exec(behind) : null) ??
    (main.token.date.kind === 'festival' ? holiday.exec(behind) : null)
  const days = said ? (wholeNumber(said[1]!) ?? 0) : 0
  const to = addDays(main.token.date.from, days - 1)
  if (!said || days < 2 || to > s.sentAt.day) return null
  return {
    period: { start: main.token.date.from, end: to },
    from: main,
    start: main.token.start,
    end: end + said[0].length,
  }
}

const isSingle = (m: DateMention): boolean => m.token.date.from === m.token.date.to

/** Whether what a day is told of ended on it: 昨天结业. */
export const endsOn = (s: Scan, m: DateMention): boolean => closing(s.text, m.token.end)

/** 到9月底今年共讲课9场: the year up to the end of a month. */
const ofTheYear = (s: Scan, { token: { start, end, date } }: DateMention): boolean =>
  date.from <= s.sentAt.day &&
  (thisYearUpTo(s.text, start - 7, start) ||
    (opensUpTo(s.text, start - 3, start) && soManyOfIt(s.text, end, end + 44)) ||
    ((/(到|至|截至|截止)$/.test(s.text.slice(Math.max(0, start - 2), start)) ||
      (/^(之|以)?前/.test(s.text.slice(end, end + 2)) && ofAYear(s.text, start - 32, start))) &&
      (/[底末]$/.test(s.text.slice(start, end))
        ? soFar(s.text, end, end + 24) ||
          (ofAYear(s.text, start - 32, start) && fulfilled(s.text, end, end + 16))
        : date.kind === 'month' && ofAYear(s.text, start - 24, start) && fulfilled(s.text, end, end + 10))))

/** 到11月中旬，某会今年讲座15场: the words open the telling, and what the year came to by then follows. */
const thisYearUpTo = pattern(/(?:今年|本年度?)[,，](?:截?到|截至)$/)
const opensUpTo = pattern(/(?:^|[,，。;；:：\n ])截?到$/)
const soManyOfIt = pattern(
  /^份?[^。;0-9]{0,16}(?:今年|本年度?)[^。;0-9一二三四五六七八九十]{0,16}[0-9一二两三四五六七八九十百]{1,5}(?:场|次|期|班|节|篇|条|件|人)/,
)

/** 全年任务10次，到10月完成11次 */
const ofAYear = pattern(/(今年|本年|全年|年度|年初)[^。;]{0,24}$/)
const fulfilled = pattern(/^份?[^,，。;0-9]{0,10}(完成|累计|共|已|[讲办做搞开跑](?:完|成|过)?了)/)

const fulfilledSo = pattern(
  /^[^,，。;0-9]{0,8}(?:完成|累计|[讲办做搞开](?:完|成|过)?)(?:了(?:共|一共)?)?[0-9一二两三四五六七八九十]/,
)

const soFar = pattern(
  /^[^。;0-9]{0,10}(今年|本年|全年|年内)[^。;0-9]{0,10}(累计|共|总|已|合计|[讲办做搞开]了)|^[^,，。;0-9]{0,10}(累计|已累计)/,
)

/** 全年(到11月20日)讲座12场: a year, and in parentheses the day up to which. */
function upToDay(s: Scan, ms: readonly DateMention[]): When | null {
  const to = ms.find(
    (m) =>
      m.token.aside &&
      isSingle(m) &&
      /\((截?至|截止到?|到)$/.test(s.text.slice(Math.max(0, m.token.start - 4), m.token.start)),
  )
  const day = to?.token.date.from
  const year =
    day && ms.find(({ token: { date } }) => date.kind === 'year' && date.from <= day && date.to >= day)
  return year && to && to.token.start - year.token.end <= 6
    ? {
        period: { start: year.token.date.from, end: day },
        from: year,
        start: year.token.start,
        end: to.token.end,
      }
    : null
}

/** 今年义诊到昨天为止一共40场: from the period told before, or from New Year, to that day. */
export function upTo(s: Scan, ms: readonly DateMention[]): When | null {
  const month = ms.find((m) => ofTheYear(s, m))
  if (month) {
    const { date, start, end } = month.token
    return { period: { start: ymd(parts(date.to)[0], 1, 1), end: date.to }, from: month, start, end }
  }
  const last = ms.find(
    (m) =>
      isSingle(m) &&
      (s.text.startsWith('为止', m.token.end) ||
        // 今年任务25场，到今天完成18场
        (fulfilledSo(s.text, m.token.end, m.token.end + 16) &&
          ofAYear(s.text, m.token.start - 32, m.token.start))) &&
      '到至'.includes(s.text[m.token.start - 1] ?? '。') &&
      m.token.date.to <= s.sentAt.day,
  )
  const year = upToDay(s, ms)
  if (year) return year
  if (!last) return null
  const { from: day } = last.token.date
  const within = ms.find(({ token: { date } }) => date.from < day && date.to >= day)
  const start = within?.token.date.from ?? ymd(parts(day)[0], 1, 1)
  return { period: { start, end: day }, from: within ?? last, start: last.token.start, end: last.token.end }
}
