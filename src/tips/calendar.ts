import { lunarDay, nthWeekday, solarTermDay, solarTermNames } from '../core/calendar.js'
import { addDays, parts, within, type Period, type PlainDate } from '../core/day.js'

/** Days of the lunar calendar: month and day, never of a leap month. 除夕 is the eve of 春节, whatever its number. */
export const lunarDays: readonly {
  readonly name: string
  readonly lunar: readonly [number, number] | 'eve'
}[] = [
  { name: '春节', lunar: [1, 1] },
  { name: '元宵节', lunar: [1, 15] },
  { name: '龙抬头', lunar: [2, 2] },
  { name: '端午节', lunar: [5, 5] },
  { name: '七夕', lunar: [7, 7] },
  { name: '中秋节', lunar: [8, 15] },
  { name: '重阳节', lunar: [9, 9] },
  { name: '腊八', lunar: [12, 8] },
  { name: '除夕', lunar: 'eve' },
]

/** Days of the civil year, by `MM-DD`; `cover`: the library must have a tip for it. */
export const fixedDays: readonly { readonly day: string; readonly name: string; readonly cover: boolean }[] =
  [
    { day: '01-01', name: '元旦', cover: true },
    { day: '01-10', name: '110宣传日', cover: true },
    { day: '02-02', name: '世界湿地日', cover: true },
    { day: '02-04', name: '世界癌症日', cover: false },
    { day: '03-03', name: '全国爱耳日', cover: true },
    { day: '03-08', name: '国际妇女节', cover: false },
    { day: '03-12', name: '植树节', cover: true },
    { day: '03-15', name: '国际消费者权益日', cover: true },
    { day: '03-21', name: '世界睡眠日', cover: true },
    { day: '03-22', name: '世界水日', cover: true },
    { day: '03-23', name: '世界气象日', cover: true },
    { day: '03-24', name: '世界防治结核病日', cover: true },
    { day: '04-07', name: '世界卫生日', cover: true },
    { day: '04-15', name: '全民国家安全教育日', cover: true },
    { day: '04-22', name: '世界地球日', cover: true },
    { day: '04-24', name: '中国航天日', cover: true },
    { day: '04-25', name: '全国儿童预防接种日', cover: true },
    { day: '05-01', name: '劳动节', cover: true },
    { day: '05-08', name: '世界红十字日', cover: false },
    { day: '05-12', name: '全国防灾减灾日', cover: true },
    { day: '05-17', name: '世界高血压日', cover: true },
    { day: '05-20', name: '世界计量日', cover: true },
    { day: '05-22', name: '国际生物多样性日', cover: true },
    { day: '05-30', name: '全国科技工作者日', cover: true },
    { day: '05-31', name: '世界无烟日', cover: true },
    { day: '06-05', name: '世界环境日', cover: true },
    { day: '06-06', name: '全国爱眼日', cover: true },
    { day: '06-08', name: '世界海洋日', cover: false },
    { day: '06-14', name: '世界献血者日', cover: true },
    { day: '06-15', name: '认识虐待老年人问题世界日', cover: false },
    { day: '06-17', name: '世界防治荒漠化与干旱日', cover: false },
    { day: '06-25', name: '全国土地日', cover: true },
    { day: '06-26', name: '国际禁毒日', cover: true },
    { day: '07-11', name: '中国航海日', cover: false },
    { day: '07-28', name: '世界肝炎日', cover: true },
    { day: '08-08', name: '全民健身日', cover: true },
    { day: '08-15', name: '全国生态日', cover: true },
    { day: '08-19', name: '中国医师节', cover: true },
    { day: '09-01', name: '全民健康生活方式日', cover: true },
    { day: '09-10', name: '教师节', cover: false },
    { day: '09-16', name: '国际保护臭氧层日', cover: true },
    { day: '09-20', name: '全国爱牙日', cover: true },
    { day: '09-21', name: '世界阿尔茨海默病日', cover: true },
    { day: '09-28', name: '世界狂犬病日', cover: false },
    { day: '09-29', name: '世界心脏日', cover: true },
    { day: '10-01', name: '国庆节', cover: true },
    { day: '10-08', name: '全国高血压日', cover: true },
    { day: '10-10', name: '世界精神卫生日', cover: true },
    { day: '10-13', name: '国际减灾日', cover: true },
    { day: '10-15', name: '全球洗手日', cover: true },
    { day: '10-16', name: '世界粮食日', cover: true },
    { day: '10-20', name: '世界骨质疏松日', cover: true },
    { day: '10-29', name: '世界卒中日', cover: true },
    { day: '11-08', name: '中国记者节', cover: false },
    { day: '11-09', name: '全国消防日', cover: true },
    { day: '11-14', name: '联合国糖尿病日', cover: true },
    { day: '12-01', name: '世界艾滋病日', cover: true },
    { day: '12-02', name: '全国交通安全日', cover: true },
    { day: '12-04', name: '国家宪法日', cover: false },
    { day: '12-05', name: '国际志愿者日', cover: false },
  ]

/** Days given by a rule: the `nth` (−1: last) `weekday` (1–7) of a month. */
export const ruledDays: readonly {
  readonly name: string
  readonly rule: readonly [number, number, number]
}[] = [
  { name: '世界肾脏日', rule: [3, 2, 4] },
  { name: '地球一小时', rule: [3, -1, 6] },
  { name: '世界哮喘日', rule: [5, 1, 2] },
  { name: '母亲节', rule: [5, 2, 7] },
  { name: '全国助残日', rule: [5, 3, 7] },
  { name: '父亲节', rule: [6, 3, 7] },
  { name: '世界急救日', rule: [9, 2, 6] },
  { name: '世界慢阻肺日', rule: [11, 3, 3] },
]

/**
 * Campaigns: `span` (`MM-DD`, both included) where every year has the same days; null where the office enters the
 * days each year.
 */
export const campaigns: readonly {
  readonly name: string
  readonly span: readonly [string, string] | null
}[] = [
  { name: '爱国卫生月', span: ['04-01', '04-30'] },
  { name: '职业病防治法宣传周', span: ['04-25', '05-01'] },
  { name: '全国防灾减灾宣传周', span: null },
  { name: '全国科技活动周', span: null },
  { name: '全民营养周', span: null },
  { name: '安全生产月', span: ['06-01', '06-30'] },
  { name: '全国节能宣传周', span: null },
  { name: '全国低碳日', span: null },
  { name: '老年健康宣传周', span: null },
  { name: '世界母乳喂养周', span: ['08-01', '08-07'] },
  { name: '全国科普月', span: ['09-01', '09-30'] },
  { name: '国家网络安全宣传周', span: null },
  { name: '全国质量月', span: ['09-01', '09-30'] },
  { name: '世界空间周', span: ['10-04', '10-10'] },
  { name: '敬老月', span: ['10-01', '10-31'] },
  { name: '消防宣传月', span: ['11-01', '11-30'] },
  { name: '世界提高抗微生物药物认识周', span: ['11-18', '11-24'] },
]

/** Other ways people write a name above. */
const aliases = new Map<string, string>([
  ['元宵', '元宵节'],
  ['端午', '端午节'],
  ['中秋', '中秋节'],
  ['重阳', '重阳节'],
  ['腊八节', '腊八'],
  ['七夕节', '七夕'],
  ['科技活动周', '全国科技活动周'],
  ['营养周', '全民营养周'],
  ['节能宣传周', '全国节能宣传周'],
  ['网络安全宣传周', '国家网络安全宣传周'],
  ['全国安全生产月', '安全生产月'],
  ['全国消防宣传月', '消防宣传月'],
  ['全国老年健康宣传周', '老年健康宣传周'],
  ['全国敬老月', '敬老月'],
  ['科普月', '全国科普月'],
  ['抗菌药物宣传周', '世界提高抗微生物药物认识周'],
])

/** Days of a campaign entered by the office: a yearly week, or one of its own making. */
export interface CampaignDays extends Period {
  readonly name: string
}

/** What a civil day is called. Names are those of the tables above; a fixed day is named by its words, not its digits. */
export interface DayNames {
  /** Names that belong to this day alone, the weightiest first: solar term, lunar day, fixed day, ruled day. */
  readonly days: readonly string[]
  /** Campaigns running on it, those the office entered first. */
  readonly campaigns: readonly CampaignDays[]
}

/** The canonical name of a hook as written in a file (重阳 → 重阳节, 05-12 → 全国防灾减灾日), or null. */
export function dayNamed(word: string, own: readonly CampaignDays[] = []): string | null {
  const name = aliases.get(word) ?? word
  const fixed = fixedDays.find((d) => d.day === name || d.name === name)
  return fixed ? fixed.name : known.has(name) || own.some((c) => c.name === name) ? name : null
}
const known = new Set<string>([
  ...solarTermNames,
  ...lunarDays.map((d) => d.name),
  ...ruledDays.map((d) => d.name),
  ...campaigns.map((c) => c.name),
])

/** The canonical name of a campaign of the table (科技活动周 → 全国科技活动周), or null. */
export function campaignNamed(word: string): string | null {
  const name = aliases.get(word) ?? word
  return campaigns.some((c) => c.name === name) ? name : null
}

/** Whether a canonical name is a span of days rather than one day. */
export const isCampaign = (name: string): boolean => !dayWords.has(name)
const dayWords = new Set<string>([
  ...solarTermNames,
  ...lunarDays.map((d) => d.name),
  ...fixedDays.map((d) => d.name),
  ...ruledDays.map((d) => d.name),
])

/** Days that are named in the room even when the tip is about something else. */
export const toldOnDays: ReadonlySet<string> = new Set([
  ...solarTermNames,
  ...lunarDays.map((d) => d.name),
  ...fixedDays.filter((d) => d.cover).map((d) => d.name),
])

/** Names of a day: 2026-06-05 → 芒种, 世界环境日. `own`: what the office entered for the year. */
export function namesOf(day: PlainDate, own: readonly CampaignDays[] = []): DayNames {
  const [year] = parts(day)
  const days = [
    ...solarTermNames.filter((name) => solarTermDay(name, year) === day),
    ...lunarDays.filter((l) => isLunar(day, l.lunar)).map((l) => l.name),
    ...fixedDays.filter((f) => f.day === day.slice(5)).map((f) => f.name),
    ...ruledDays.filter((r) => nthWeekday(year, ...r.rule) === day).map((r) => r.name),
  ]
  const entered = own.filter((c) => within(day, c))
  const yearly = campaigns.flatMap(({ name, span }) => {
    if (!span || entered.some((c) => c.name === name)) return []
    const period = { name, start: `${day.slice(0, 5)}${span[0]}`, end: `${day.slice(0, 5)}${span[1]}` }
    return within(day, period) ? [period] : []
  })
  return { days, campaigns: [...entered, ...yearly] }
}

/** Whether a civil day is a lunar one of the table; the lunar year may have begun in the civil year before. */
function isLunar(day: PlainDate, lunar: (typeof lunarDays)[number]['lunar']): boolean {
  const year = parts(day)[0]
  if (lunar === 'eve') return lunarDay(year, 1, 1) === addDays(day, 1)
  return [year, year - 1].some((y) => lunarDay(y, ...lunar) === day)
}

/** Campaigns that tips wait for but whose days nobody has entered for the year. */
export const missingCampaigns = (
  year: number,
  names: Iterable<string>,
  own: readonly CampaignDays[],
): readonly string[] =>
  [...new Set(names)]
    .filter(
      (name) =>
        isCampaign(name) &&
        !campaigns.some((c) => c.name === name && c.span) &&
        !own.some((c) => c.name === name && c.start.startsWith(String(year))),
    )
    .sort((a, b) => campaigns.findIndex((c) => c.name === a) - campaigns.findIndex((c) => c.name === b))
