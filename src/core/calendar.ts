import { createRequire } from 'node:module'
import { addDays, isDay, weekdayOf, ymd, type Period, type PlainDate } from './day.js'

/**
 * Festivals, lunar days and solar terms as civil days. The almanac (tyme4ts) is loaded with the first lunar word, not
 * at start; what it says is kept, at most a few thousand entries for the years it is asked about.
 */

type Almanac = typeof import('tyme4ts')
let loaded: Almanac | undefined
const almanac = (): Almanac =>
  (loaded ??= createRequire(import.meta.url)('tyme4ts') as typeof import('tyme4ts'))

/** The years asked for by people; beyond them the almanac's astronomy is of no use here. */
const firstYear = 1900
const lastYear = 2100
const inReach = (year: number): boolean => year >= firstYear && year <= lastYear

/** The 24 solar terms in the order of the civil year: 小寒 is the first after New Year. */
export const solarTermNames: readonly string[] =
  '小寒 大寒 立春 雨水 惊蛰 春分 清明 谷雨 立夏 小满 芒种 夏至 小暑 大暑 立秋 处暑 白露 秋分 寒露 霜降 立冬 小雪 大雪 冬至'.split(
    ' ',
  )

const terms = new Map<number, readonly PlainDate[]>()

/** The day of a solar term in a civil year; null for an unknown name or a year outside 1900–2100. `('冬至', 2024)` → 2024-12-21. */
export function solarTermDay(name: string, year: number): PlainDate | null {
  const index = solarTermNames.indexOf(name)
  if (index < 0 || !inReach(year)) return null
  let days = terms.get(year)
  if (!days) {
    const { SolarTerm } = almanac()
    // tyme4ts counts from the 冬至 of the year before, so 小寒 is number 1.
    days = solarTermNames.map((_, i) => {
      const day = SolarTerm.fromIndex(year, i + 1).getSolarDay()
      return ymd(day.getYear(), day.getMonth(), day.getDay())
    })
    terms.set(year, days)
  }
  return days[index]!
}

interface LunarMonth {
  readonly first: PlainDate
  readonly days: number
}
const lunarMonths = new Map<string, LunarMonth | null>()

function lunarMonth(year: number, month: number, leap: boolean): LunarMonth | null {
  if (!inReach(year) || month < 1 || month > 12) return null
  const key = `${year}/${leap ? -month : month}`
  let found = lunarMonths.get(key)
  if (found === undefined) {
    const { LunarMonth, LunarYear } = almanac()
    if (leap && LunarYear.fromYear(year).getLeapMonth() !== month) found = null
    else {
      const lunar = LunarMonth.fromYm(year, leap ? -month : month)
      const day = lunar.getFirstJulianDay().getSolarDay()
      found = { first: ymd(day.getYear(), day.getMonth(), day.getDay()), days: lunar.getDayCount() }
    }
    lunarMonths.set(key, found)
  }
  return found
}

/** The civil day of a lunar one; null where there is none (no such leap month, a month of 29 days). */
export function lunarDay(year: number, month: number, day: number, leap = false): PlainDate | null {
  const found = lunarMonth(year, month, leap)
  return found && day >= 1 && day <= found.days ? addDays(found.first, day - 1) : null
}

/** The most recent such day of any lunar month that is not after `today`: 农历十五. */
export function lunarDayBefore(today: PlainDate, day: number): PlainDate | null {
  const year = Number(today.slice(0, 4))
  let best: PlainDate | null = null
  for (let y = year - 1; y <= year; y++)
    for (let month = 1; month <= 12; month++)
      for (const leap of [false, true]) {
        const found = lunarDay(y, month, day, leap)
        if (found && found <= today && (best === null || found > best)) best = found
      }
  return best
}

/** The civil days of a lunar month: 农历十月 of 2022 → 2022-10-25 to 2022-11-23. */
export function lunarMonthPeriod(year: number, month: number, leap = false): Period | null {
  const found = lunarMonth(year, month, leap)
  return found && { start: found.first, end: addDays(found.first, found.days - 1) }
}

/** The `nth` (−1: last) `weekday` (Monday 1 … Sunday 7) of a month; null for a fifth one that is not there. */
export function nthWeekday(year: number, month: number, nth: number, weekday: number): PlainDate | null {
  if (nth < 0) {
    const next = month === 12 ? ymd(year + 1, 1, 1) : ymd(year, month + 1, 1)
    const last = addDays(next, -1)
    return addDays(last, -((weekdayOf(last) - weekday + 7) % 7))
  }
  const first = ymd(year, month, 1)
  const day = 1 + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1)
  return isDay(year, month, day) ? ymd(year, month, day) : null
}

/** How a festival finds its day: civil month and day, lunar month and day, nth weekday of a month, the eve of 春节, or Easter. */
export type FestivalRule =
  | readonly ['civil', month: number, day: number]
  | readonly ['lunar', month: number, day: number]
  | readonly ['weekday', month: number, nth: number, weekday: number]
  | readonly ['eve']
  | readonly ['easter', days: number]

/**
 * Festivals and commemorative days by the names people use. A row's lunar year is the civil year its 春节 falls in:
 * 腊八 of 2019 is in January 2020; 除夕 of 2019 is the eve of 春节 2019.
 */
export const festivalRows: readonly (readonly [names: string, rule: FestivalRule])[] = [
  ['元旦 元旦节 新年 阳历新年 公历新年 新历新年', ['civil', 1, 1]],
  ['跨年夜 跨年之夜 跨年那晚 跨年当晚', ['civil', 12, 31]],
  ['情人节 西方情人节', ['civil', 2, 14]],
  ['学雷锋日 学雷锋纪念日 雷锋日 学雷锋那天 学雷锋当天 学雷锋这天', ['civil', 3, 5]],
  ['女生节', ['civil', 3, 7]],
  [
    '妇女节 三八妇女节 三八国际妇女节 国际妇女节 三八节 三八国际劳动妇女节 国际劳动妇女节 女神节 三八',
    ['civil', 3, 8],
  ],
  ['植树节', ['civil', 3, 12]],
  ['白色情人节', ['civil', 3, 14]],
  ['三一五 消费者权益日 消费者权益保护日 国际消费者权益日', ['civil', 3, 15]],
  ['爱耳日 全国爱耳日', ['civil', 3, 3]],
  ['世界水日', ['civil', 3, 22]],
  ['世界气象日', ['civil', 3, 23]],
  ['结核病防治日 世界防治结核病日 防治结核病日', ['civil', 3, 24]],
  ['愚人节', ['civil', 4, 1]],
  ['世界卫生日', ['civil', 4, 7]],
  ['世界地球日 地球日', ['civil', 4, 22]],
  ['世界读书日 读书日', ['civil', 4, 23]],
  ['中国航天日 航天日', ['civil', 4, 24]],
  ['劳动节 五一 五一节 五一劳动节 五一国际劳动节 国际劳动节', ['civil', 5, 1]],
  ['青年节 五四青年节 五四节 中国青年节 五四', ['civil', 5, 4]],
  ['红十字日 世界红十字日', ['civil', 5, 8]],
  ['护士节 国际护士节', ['civil', 5, 12]],
  ['防灾减灾日 全国防灾减灾日', ['civil', 5, 12]],
  ['科技工作者日 全国科技工作者日', ['civil', 5, 30]],
  ['世界无烟日 无烟日', ['civil', 5, 31]],
  ['儿童节 六一儿童节 六一国际儿童节 国际儿童节 六一节 六一', ['civil', 6, 1]],
  ['世界环境日 环境日', ['civil', 6, 5]],
  ['爱眼日 全国爱眼日', ['civil', 6, 6]],
  ['世界海洋日', ['civil', 6, 8]],
  ['全国土地日 土地日', ['civil', 6, 25]],
  ['国际禁毒日 禁毒日', ['civil', 6, 26]],
  ['建党节 七一 七一建党节 党的生日 建党日 香港回归纪念日', ['civil', 7, 1]],
  ['世界人口日 人口日', ['civil', 7, 11]],
  ['建军节 八一 八一建军节 八一节', ['civil', 8, 1]],
  ['全国生态日 生态日', ['civil', 8, 15]],
  ['医师节 中国医师节', ['civil', 8, 19]],
  ['抗战胜利纪念日 抗日战争胜利纪念日', ['civil', 9, 3]],
  ['教师节', ['civil', 9, 10]],
  ['全国爱牙日 爱牙日', ['civil', 9, 20]],
  ['烈士纪念日', ['civil', 9, 30]],
  ['国庆 国庆节 国庆日 十一国庆 十一国庆节 十一黄金周 十一长假 十一假期 十一期间', ['civil', 10, 1]],
  ['世界精神卫生日', ['civil', 10, 10]],
  ['世界粮食日', ['civil', 10, 16]],
  ['万圣节', ['civil', 10, 31]],
  ['万圣夜 万圣节前夜', ['civil', 10, 31]],
  ['记者节 中国记者节', ['civil', 11, 8]],
  ['消防日 全国消防日 消防宣传日', ['civil', 11, 9]],
  ['光棍节 双十一 双11', ['civil', 11, 11]],
  ['世界艾滋病日 艾滋病日', ['civil', 12, 1]],
  ['国家宪法日 宪法日 宪法宣传日 国家宪法宣传日', ['civil', 12, 4]],
  ['国际志愿者日', ['civil', 12, 5]],
  ['双十二 双12', ['civil', 12, 12]],
  ['国家公祭日', ['civil', 12, 13]],
  ['平安夜 圣诞夜 圣诞前夕', ['civil', 12, 24]],
  ['圣诞节 圣诞 圣诞日', ['civil', 12, 25]],
  ['母亲节', ['weekday', 5, 2, 7]],
  ['助残日 全国助残日', ['weekday', 5, 3, 7]],
  ['父亲节', ['weekday', 6, 3, 7]],
  ['感恩节', ['weekday', 11, 4, 4]],
  ['复活节', ['easter', 0]],
  ['春节 大年初一 农历新年 正月初一 新春佳节', ['lunar', 1, 1]],
  ['大年初二', ['lunar', 1, 2]],
  ['大年初三', ['lunar', 1, 3]],
  ['大年初四', ['lunar', 1, 4]],
  ['大年初五 破五', ['lunar', 1, 5]],
  ['大年初六', ['lunar', 1, 6]],
  ['大年初七 人日节', ['lunar', 1, 7]],
  ['大年初八', ['lunar', 1, 8]],
  ['大年初九', ['lunar', 1, 9]],
  ['大年初十', ['lunar', 1, 10]],
  ['元宵节 元宵 上元节 灯节', ['lunar', 1, 15]],
  ['龙抬头 二月二', ['lunar', 2, 2]],
  ['三月三 上巳节', ['lunar', 3, 3]],
  ['佛诞 佛诞日 浴佛节', ['lunar', 4, 8]],
  ['端午节 端午 端阳节 端阳', ['lunar', 5, 5]],
  ['七夕 七夕节 七夕情人节 乞巧节', ['lunar', 7, 7]],
  ['中元节 中元 盂兰节 鬼节', ['lunar', 7, 15]],
  ['中秋节 中秋 仲秋节', ['lunar', 8, 15]],
  ['重阳节 重阳 九九重阳 九九重阳节 老人节 敬老节 老年节', ['lunar', 9, 9]],
  ['寒衣节', ['lunar', 10, 1]],
  ['下元节', ['lunar', 10, 15]],
  ['腊八 腊八节', ['lunar', 12, 8]],
  ['小年 小年夜', ['lunar', 12, 23]],
  ['南方小年', ['lunar', 12, 24]],
  ['除夕 除夕夜 大年三十 年三十 大年夜 大年卅', ['eve']],
]

const festivals = new Map<string, FestivalRule>()
for (const [names, rule] of festivalRows) for (const name of names.split(' ')) festivals.set(name, rule)

/** Every name `festivalDay` knows, solar terms included (清明节 and 冬至节 too). */
export const festivalNames: readonly string[] = [...festivals.keys(), ...solarTermNames, '清明节', '冬至节']

/** The civil day of a festival or solar term in a year; null for an unknown name or a year out of reach. `('重阳节', 2025)` → 2025-10-29. */
export function festivalDay(name: string, year: number): PlainDate | null {
  const rule = festivals.get(name)
  if (!rule) return solarTermDay(name.endsWith('节') ? name.slice(0, -1) : name, year)
  switch (rule[0]) {
    case 'civil':
      return ymd(year, rule[1], rule[2])
    case 'lunar':
      return lunarDay(year, rule[1], rule[2])
    case 'weekday':
      return nthWeekday(year, rule[1], rule[2], rule[3])
    case 'eve': {
      const newYear = lunarDay(year, 1, 1)
      return newYear && addDays(newYear, -1)
    }
    default:
      return addDays(easter(year), rule[1])
  }
}

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm, Meeus, Astronomical Algorithms, ch. 8). */
function easter(year: number): PlainDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const k = Math.floor(c / 4)
  const l = (32 + 2 * (b % 4) + 2 * k - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return ymd(year, Math.floor(n / 31), (n % 31) + 1)
}
