import { starts } from '../text/affixes.js'
import { festivalNames } from '../../core/calendar.js'
import { oneOf } from '../text/chars.js'
import { numeralCharacters } from '../numbers/words.js'
import { trie } from '../text/trie.js'

/*
 * The words of dates. `not`: characters in front of a phrase that make it part of another word (文明日 holds no 明日,
 * 会上周老师 no 上周); `notNext`: characters behind it that do.
 */
export interface DayWord {
  /** Days from the message's own. */
  readonly days: number
  readonly not?: string
  readonly notNext?: string
}

const dayRows: readonly (readonly [words: string, row: DayWord])[] = [
  [
    '今天 今日 今晚 今早 今晨 今朝 今夜 今儿 今儿个 今个儿 今后晌 今前晌 今头晌 今晌午 今上午 今下午 今中午 今傍晚 今日个 本日',
    { days: 0 },
  ],
  [
    '昨天 昨日 昨晚 昨夜 昨晨 昨早 昨儿 昨儿个 昨个儿 昨后晌 昨前晌 昨晌午 昨上午 昨下午 昨中午 昨傍晚 夜儿个 夜来个 琴日 琴晚 寻日 寻晚',
    { days: -1 },
  ],
  ['前天 前日 前晚 前夜 前儿 前儿个 前个儿', { days: -2, not: '之以目日生提年节会此从午先空史跟' }],
  ['大前天 大前日 大前儿 大前儿个 大前晚 大前夜', { days: -3 }],
  ['大大前天', { days: -4 }],
  ['听日 听晚 听朝', { days: 1 }],
  ['明天 明日 明晚 明早 明晨 明儿 明儿个', { days: 1, not: '文清昆声说证发聪光透鲜查' }],
  ['后天 后日 后晚', { days: 2, not: '今以之最然雨午课饭节此先落背年月会天', notNext: '气性下' }],
  ['大后天 大后日', { days: 3 }],
  ['大大后天', { days: 4 }],
]

export const dayWords = trie(
  dayRows.flatMap(([words, row]) => words.split(' ').map((word) => [word, row] as const)),
)

/** The day told of before. */
export const todayWords = trie(['当天', '当日', '当晚', '当夜', '当早'].map((word) => [word, word] as const))

/** Days named together: 今明两天, 今明后三天, 明后天, 昨今两日. Longest first. */
export const dayRunWords = trie<number>([
  ['大前', -3],
  ['前', -2],
  ['昨', -1],
  ['今', 0],
  ['明', 1],
  ['后', 2],
  ['大后', 3],
])

export interface YearWord {
  readonly years: number
  readonly not?: string
  readonly notNext?: string
}
const notAge = '纪龄级货味代'
const yearRows: readonly (readonly [words: string, row: YearWord])[] = [
  ['今年 本年 这一年 今年度 本年度 这年', { years: 0, notNext: notAge }],
  ['去年 上年 上一年 去年度 上年度 上一年度 旧年', { years: -1, not: '会以线网身晚', notNext: notAge }],
  ['前年', { years: -2, not: '之以目提此从生', notNext: notAge }],
  ['大前年', { years: -3 }],
  [
    '明年 下年 下一年 来年 出年 明年度 下年度 下一年度 翌年',
    { years: 1, not: '文清昆声说证发聪光透以地近未', notNext: notAge },
  ],
  ['后年', { years: 2, not: '今以之最然此百', notNext: notAge }],
  ['大后年', { years: 3 }],
]

export const yearWords = trie(
  yearRows.flatMap(([words, row]) => words.split(' ').map((word) => [word, row] as const)),
)

/** 当年, 同年: the year told of before, else the message's. */
export const sameYearWords = ['当年', '同年']

/** What stands between a date and its hour, or names the part of the day. */
export const dayParts = trie(
  `上午 下午 早上 晚上 中午 凌晨 傍晚 清晨 早晨 夜里 夜间 夜晚 深夜 半夜 午夜 午后 午间 早间 晚间 上半夜 下半夜 前半夜 后半夜 一早 一大早 大清早 正午 晌午 白天 黄昏 入夜 晚 早 晨 夜 左右 前后
  准时 许 正 整 am pm AM PM`
    .split(/\s+/)
    .map((word) => [word, word] as const),
)

export interface Festival {
  readonly name: string
  /** A given name or an occasion too (国庆, 清明): it needs a word beside it that makes it a day. */
  readonly common: boolean
  /** An everyday word (雨水, 大雪, 新年): it must stand for itself or say that it is a day. */
  readonly everyday: boolean
}

const commonNames = new Set(
  '小满 处暑 谷雨 寒露 惊蛰 国庆 元宵 中元 立春 立夏 立秋 立冬 春分 秋分 夏至 冬至 清明 重阳 端阳 小年 圣诞 人日节 三月三 二月二 五一 六一 七一 八一 三八 五四'.split(
    ' ',
  ),
)

const everydayNames = new Set('雨水 大雪 小雪 白露 霜降 大寒 小寒 大暑 小暑 新年'.split(' '))

export const festivalWords = trie<Festival>(
  festivalNames.map(
    (name) => [name, { name, common: commonNames.has(name), everyday: everydayNames.has(name) }] as const,
  ),
)

/** Words that make an everyday word the day of that name. */
export const dayTail = starts('节气 时节 当天 那天 这天 当日 这一天 那一天 节')

/** Words behind a festival that say the day itself is not meant (节前, 节后, 前夕), or that it names something else. */
export const festivalBreaks = starts(
  '西路 东路 南路 北路 中路 大街 国道 前夕 之前 以前 之后 以后 来临 将至 临近 即将 到来 在即 路 街 村 社区 小学 中学 学校 广场 公园 厂 农场 大道 大桥 水库 电影 体育场 红旗手 老人 树 糕 木 花灯 水 ' +
    '由来 来历 来源 起源 习俗 风俗 民俗 食俗 诗词 诗歌 传说 典故 节由来 节来历 节习俗 节风俗 节民俗 节传说 的由来 的来历 的起源 的习俗 的风俗 的传说 的故事 节的由来 节的来历 节的习俗 节的风俗 节的传说 节的故事 ' +
    '刚过 节刚过 过后 节过后 已过 节已过 一过 节一过 上河图 轻 镇 乡 桥 新村 小区 书院 林场 起义 运动 口号 奖章 奖状 勋章 拥军',
)

/** In front of a festival: it is what was spoken about (讲端午, 介绍重阳). */
export const spokenOf = /(?:[讲聊谈]|(?<!电)话|介绍|讲[解述授]|宣讲|解读)了?$/

/** In front of a common name: words that lead to a day or an occasion. */
export const festivalLead = ' ,。、;:!?(（“"《【\n迎庆在于今去前明年是逢祝贺的度过欢到至为值~-和与日'
export const festivalTail = starts('节 当 那天 这天 期间 假 长假 黄金周 时节 日 晚 前 后 快乐 佳节')

/** In front of a date: a habit, not a date of its own (每周三, 每年10月, 每逢周五). */
export const habits = ['每', '每逢', '每年', '每月', '每年的', '历年', '逢']

/** Behind 号 and 日: what makes them part of another word (3号楼, 一日游, 5日元). */
export const dayMarkBreaks = {
  sun: oneOf('游元制'),
  number: oneOf('楼线院馆厅机球店文码召称室桥地仓门桌选车台床井路令公区柜牌站厂矿坑库舱岛炉洞种杂油钢'),
}

/** Behind 号 all the same: 3号机关礼堂, 6号油茶培训 name a day. */
export const dayGoesOn = starts(
  '机关 机械 机电 文化 文艺 文体 文明 地质 地震 油茶 油菜 公园 公安 公益 选种 选举 门球 种油 种树 种茶 种菜 种花',
)

/** In front of 周三: 每周三 is a habit, 整周 a span. */
export const weekdayBlocks = '每逢单双隔整全半多各近第个前后'

/** In front of 上, 下, 本: characters that end a word with them (会上周老师, 以下周期, 基本月). */
export const relativeBlocks = new Map([
  ['上', '会堂课台场路街身线网以马晚早山楼车船桌如海江'],
  ['下', '以地楼线台山乡脚手一门名'],
  ['本', '基成样剧课书根资日版原'],
  ['当', '相应适恰正不担充'],
])

export const lunarNames = new Set(['农历', '阴历', '旧历', '老历', '夏历'])
export const lunarMonthNames = new Map([
  ['正月', 1],
  ['冬月', 11],
  ['腊月', 12],
])
/** In front of a civil date: words that add nothing to it. */
export const calendarNames = new Set(['公元', '公历', '阳历', '新历', '国历'])

/* How a date may begin, by its first character; a character may begin several kinds. */
export const begins = {
  numeral: 1,
  /** 今, 昨, 前 …: days, runs of days, years. */
  day: 2,
  /** 去, 来, 翌. */
  year: 4,
  /** 上, 下, 本, 这, 当, 同. */
  relative: 8,
  week: 16,
  festival: 32,
  /** 农历, 正月, 闰. */
  lunar: 64,
  /** 公元, 阳历; 元月. */
  calendar: 128,
  /** 上半年, 前三季度, 首季, Q3, 第三季度. */
  share: 256,
  until: 512,
} as const

/** The bits of `begins` for every UTF-16 unit: 0 is passed over at once. */
export const beginning = new Uint16Array(0x10000)
const mark = (words: Iterable<string>, bits: number): void => {
  for (const word of words) beginning[word.charCodeAt(0)]! |= bits
}
for (const c of numeralCharacters) beginning[c.charCodeAt(0)] = begins.numeral | begins.share
for (const [words] of dayRows) mark(words.split(' '), begins.day)
for (const [words] of yearRows) mark(words.split(' '), begins.year)
mark('大前 前 昨 今 明 后 大后 听 寻 琴'.split(' '), begins.day)
mark([...sameYearWords, '上', '下', '本', '这', '今', '呢'], begins.relative)
mark('周星礼', begins.week)
mark(festivalNames, begins.festival)
mark([...lunarNames, ...lunarMonthNames.keys(), '闰', '初', '年', '大'], begins.lunar)
mark([...calendarNames, '元月'], begins.calendar)
mark('上下前后头首第Qq', begins.share)
mark('截次翌', begins.until)

/** 分会前天…, 专委会上周…: behind the name of a body 会 is no part of the word. */
export const endsBody = (text: string, at: number): boolean =>
  text[at - 1] === '会' && '协分委学总支们'.includes(text[at - 2] ?? ' ')
