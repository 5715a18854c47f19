import {
  addDays,
  isDay,
  ymd,
  parts,
  quarterPeriod,
  single,
  weekdayOf,
  weekOf,
  monthPeriod,
  type Period,
  type PlainDate,
} from '../../core/day.js'
import { starts } from '../text/affixes.js'
import { fixed, halfMonth, tenDays, type OpenDate } from './open.js'
import { readInMonth } from './month.js'
import { numeral } from './parts.js'
import { weekdayAt, weekName } from './weekday.js'
import { endsBody, relativeBlocks, weekdayBlocks } from './words.js'

/** 周三, 星期天, 周末 on their own. */
export function readWeekday(text: string, i: number, today: PlainDate): OpenDate | null {
  const name = weekName(text, i)
  if (!name) return null
  const before = text[i - 1]
  if (
    before !== undefined &&
    ((weekdayBlocks.includes(before) && !(before === '个' && text[i - 2] === '那')) ||
      (numeral(text, i - 1) && !isWeekdayEnd(text, i - 1) && !isSurname(text, i - 1)))
  )
    return null
  if (text[name] === '末' && text[i] === '周')
    return {
      ...fixed(name + 1, 'weekend', weekend(weekOf(today, weekdayOf(today) >= 6 ? 0 : -1))),
      explicitYear: false,
    }
  const weekday = weekdayAt(text, name)
  if (!weekday) return null
  return { end: name + 1, kind: 'day', weekday, explicitYear: false, future: false, relative: true }
}

/** 周六周日: the numeral in front is itself a weekday, it does not count weeks. */
const isWeekdayEnd = (text: string, at: number): boolean =>
  text[at - 1] === '周' || text[at - 1] === '期' || text[at - 1] === '拜'

/** 老陆周三: a surname that is also a numeral. */
const isSurname = (text: string, at: number): boolean =>
  '陆伍万'.includes(text[at]!) && '老小大'.includes(text[at - 1] ?? ' ')

const weekend = (week: Period): Period => ({ start: addDays(week.start, 5), end: week.end })

const altogether = /^一(?:共(?![同计产享青建])|起(?![身床始点])|块儿?|道(?=[去在到给办搞])|直)/
/** What may follow a week: its weekend or one of its days, its own 周 or 星期 repeated or not. */
function readInWeek(text: string, from: number, week: Period, future: boolean, today: PlainDate): OpenDate {
  if (text[from] === '末') return fixed(from + 1, 'weekend', weekend(week), future)
  const at = text[from] === '的' ? from + 1 : from
  const named = weekName(text, at) || (at === from ? at : 0)
  // 上周一共办了6场, 上周一起去…: altogether and together, no Monday
  if (named && !altogether.test(text.slice(named, named + 3))) {
    if (text[named] === '末' && named > at) return fixed(named + 1, 'weekend', weekend(week), future)
    const weekday = weekdayAt(text, named)
    if (weekday) return { ...fixed(named + 1, 'day', single(addDays(week.start, weekday - 1)), future), week }
  }
  if (at > from && (text.startsWith('今天', at) || text.startsWith('今日', at)))
    return fixed(at + 2, 'day', single(addDays(week.start, weekdayOf(today) - 1)), future)
  return fixed(from, 'week', week, future)
}

/** 望江上周到两所学校, but not 山上周老师. */
const goesOn = starts(
  '到 去 在 举办 开展 组织 讲 办 搞 给 为 进 义诊 共 一共 培训 咨询 下乡 技术 科技 科普 农技 健康 调研 志愿 文艺 座谈 巡诊 宣传 心理 作 做 写了 投了 送了 送书 送戏 送科 送医 送文 送法 送技 送农 送教 送知 集中 先后 连续 连着 接待 召开 举行 进行 完成 看 帮 走 登 老同志 老专家 两 交 报 开会 开了 开班 教 请 派 跑 又 还 有 连 走访 讲 演 唱 ,',
)
/** 山上周老师, 江上周围: somebody's name, or around it. */
const otherWord = starts(
  '老师 医生 大夫 主任 会长 秘书 院长 校长 教授 工 师傅 书记 总 局长 站长 阿姨 大爷 大姐 老 边 围 遭 期 年 岁 全 到 密 转 报 长 游 身',
)
const ofTheMoon = starts('月色 月光 月亮 月夜 月明')

/** 上周, 本月, 下个季度, 上上个星期五, 这个月, 当月, 上旬: by distance from the message. */
export function readRelative(text: string, i: number, today: PlainDate): OpenDate | null {
  const c = text[i]!
  let at = i
  let distance = 0
  if (c === '上' || c === '下') {
    while (text[at] === c && at - i < 5) at++
    // 大上周三: the week before the last; 农函大上周 is a school's
    const further =
      text[i - 1] === '大' && at - i === 1 && !'函科师农工理医财电夜'.includes(text[i - 2] ?? ' ')
    distance = c === '上' ? i - at - (further ? 1 : 0) : at - i
  } else if (c === '本' || c === '这' || c === '当' || c === '今' || c === '呢') at++
  else return null
  if (text[at] === '一') at++
  if (text[at] === '个') at++
  if ((c === '今' || c === '呢') && text[at - 1] !== '个') return null
  const name = weekName(text, at)
  if (i > 0 && relativeBlocks.get(c)?.includes(text[i - 1]!) && !endsBody(text, i)) {
    // 会上周五 may be a Friday; 会上周老师 is a teacher.
    // 铜山上个月, 望江上月28号: a place's name ends so too
    const whole = text[at - 1] === '个' || ('山江海河'.includes(text[i - 1]!) && !ofTheMoon(text, at))
    if (
      name
        ? !weekdayAt(text, name) &&
          text[name] !== '末' &&
          !(whole && (goesOn(text, name) || !otherWord(text, name)))
        : !whole
    )
      return null
  }
  const future = distance > 0
  if (text.startsWith('双休日', at)) return fixed(at + 3, 'weekend', weekend(weekOf(today, distance)), future)
  if (name) return readInWeek(text, name, weekOf(today, distance), future, today)
  const [year, month] = parts(today)
  const of = text[at + 1] === '饼' || text[at + 1] === '球' ? '' : text[at]
  if (of === '月') {
    const [y, m] = parts(monthPeriod(year, month + distance).start)
    // 上个月的今天
    const same = /^份?的?今[天日]/.exec(text.slice(at + 1, at + 5))
    const day = parts(today)[2]
    if (same)
      return isDay(y, m, day) ? fixed(at + 1 + same[0].length, 'day', single(ymd(y, m, day)), future) : null
    return readInMonth(text, at + 1, { value: y, future }, m, false)
  }
  const quarter = text.startsWith('季度', at)
  if (quarter || (of === '季' && distance !== 0 && text[at + 1] !== '节')) {
    const index = year * 4 + Math.ceil(month / 3) - 1 + distance
    return fixed(
      quarter ? at + 2 : at + 1,
      'quarter',
      quarterPeriod(Math.floor(index / 4), (index % 4) + 1),
      future,
    )
  }
  if (at !== i + 1 || distance === 0) return null
  if (text.startsWith('半月', at)) return fixed(at + 2, 'half', halfMonth(year, month, distance < 0))
  if (of === '旬') return fixed(at + 1, 'period', tenDays(year, month, distance < 0 ? 0 : 2))
  return null
}
