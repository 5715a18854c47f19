// Where a text that puts something right says which record it means: 12号那个 · 养蜂那期 · 头一场 · 16号义诊; pure.

import { sourceFirst } from './source-first.js'

/** Of several told together. */
export type Nth = number | 'last' | 'middle' | 'before'

/** One way to part a text: what says which record, and what is said of it. */
export interface Split {
  readonly front: string
  readonly nth: Nth | null
  readonly rest: string
  /** The rest says that something was wrong: told of a record, and of nothing new. */
  readonly plain: boolean
}

const sort = '[个场次条笔项回堂节期课班门]'
const noun = '(?:课|活动|讲座|报告|义诊|培训班?|咨询|宣传)'
const figure = '(?:\\d{1,6}|[一二三四五六七八九十百两]{1,6})'
const field = '(?:的)?(?:(?:人数|人头|人|听众|听课的|学员|数字?|日子|日期)[，,：:\\s]?|[：:\\s])?'
/** 删掉, 不算 where nothing is told instead. */
const goes =
  '(?:不算数?|删[掉除了]?|撤[掉销回了]?|去掉|重复)(?=[吧了啊的]{0,2}(?:[，,。；;！!\\s]|$))(?!.*(?:应该|应为|改|微信|朋友圈|抖音|视频|群里))'
const verb = '(?:写|记|报|说|弄|搞|打|算|数|填|看|抄|点)'
const amiss = `(?:我|都|又|也|给|刚才|当时){0,2}(?:${verb}(?:错|反|倒|多|少|漏|岔|混|重|颠倒)|[多少漏重]${verb}|${verb}成了?(?=${figure})|不对|有误|不准|有出入|更正|作废|不算了|不要了|${goes})`
const right = `(?:不是(?=.{0,3}${figure})|应该|应为|应是|改成|改为|改|实际(?!到)|其实|${figure}[人个名位]{0,2}(?:改|不对|不准|有误|错|${verb}[错反倒多少]))`
/** 题目不是防火，是防汛. */
const inWords =
  '(?:的)?(?:题目|地点|地方|讲师|主讲|讲课的)(?:我|又|也|都)?(?:不是|不对|写错|记错|报错|应该|改)'
const day = '(?:大?[昨前]天|今天|上?(?:周|星期|礼拜)[一二三四五六日天]|(?:\\d{1,2}月)?\\d{1,2}[号日])'
/** 签到本上是56个 · 我补个数，56人 · 数有了，五十六 · 人数是56: a figure and where it comes from. */
const brought = `(?:的)?(?:(?:签到|名册|名单|登记|点名|花名册)[^，,\\d]{0,4}?(?:一共|总共|共)?(?:是|有|写着|记着)?|我?[补报说记]上?[一]?个?(?:人)?数(?:目|字)?(?:是)?[，,：:\\s]{0,2}|(?:人)?数(?:目|字)?(?:有了|出来了|[问查]到了|[问查]着了|点清了?|数清了?)[，,：:\\s]{0,2}|(?:人数|听众|学员)(?:就|共|一共)?(?:是|有))(?:一共|总共|共|是|有){0,2}`
const toldFigure = `(?:大?约|近|差不多)?${figure}[多来几余]?(?:个?人次?|个|名|位|号人)?(?:学员|听众|老人|学生|群众|村民|人)?(?:左右)?`
const bringing = new RegExp(`^${brought}(${toldFigure})[吧了的呢]{0,2}[。！!]?$`)

/** Stands behind any words: 16号义诊90改95, 12号的不对. */
const plainRest = `(?:${field}(?:${amiss}|${right})|${inWords}|${brought}${figure}|是${figure}(?:次|场次?|期)[。！!]?$)`
/** Stands behind 那场, 头一个: also the bare figure. */
const anyRest = `(?:[，,]?${plainRest}|[，,]?${field}(?:(?:应该)?是${day}(?:[讲办搞去]?的)?|(?:还|另外|又|也)(?:发|送|印)|(?:一共|总共|共|就|才|只|点下来|数下来|后来){0,2}(?:不?[是有]|来了|到了|算)[^，,]{0,4}${figure}|${figure}[人个名位]))`

const ordinals: readonly (readonly [words: string, nth: Nth])[] = [
  [`(?:最前面?|前头|前面|头|打头|首)(?:那|的|这)?一?(?:${sort})`, 1],
  [`第(?:一|1)${sort}`, 1],
  [`第(?:二|2)${sort}`, 2],
  [`第(?:三|3)${sort}`, 3],
  [`第(?:四|4)${sort}`, 4],
  ...['五|5', '六|6', '七|7', '八|8', '九|9', '十|10'].map(
    (n, i) => [`第(?:${n})(?![\\d一二三四五六七八九])${sort}`, i + 5] as const,
  ),
  [`(?:最后|末尾|末了|后头|后面|末)(?:那|的|这)?一?${sort}`, 'last'],
  [`后一${sort}`, 'last'],
  [`(?:正?中间|当中)(?:那|的|这)?一?${sort}`, 'middle'],
  [`前一${sort}`, 'before'],
]
const start =
  '^(?:把|将|就是|还有|对了[，,]?|另外)?(?:(?:接龙|名单|清单|表)(?:里头?|上|中)?面?的?)?(?:我?(?:刚才|刚刚|上面)?[报说发]的)?'
const byPlace = ordinals.map(
  ([words, nth]) =>
    [new RegExp(`${start}(?<front>)${words}(?:${noun})?(?<rest>${anyRest}.*)$`), nth] as const,
)
const byName = new RegExp(
  `${start}(?<front>[^，,。；;]{1,20}?(?:[那这]一?(?:${sort}|次的?)(?:${noun})?))(?<rest>${anyRest}.*)$`,
)
const bare = new RegExp(`${start}(?<front>[^，,。；;]{1,16}?)(?<rest>${plainRest}.*)$`)
const isPlain = new RegExp(`^(?:${field}(?:${amiss}|不是(?=.{0,3}${figure}))|${inWords})`)

/** 那顿饭, 那家店: what is spoken of is no activity. */
export const isElsewhere = (text: string): boolean =>
  /^[^，,。；;]{0,8}[那这](?:顿|件|辆|家|双|瓶|盒|斤|碗|道|座|套|张|本|部|台|把|盆|棵|只|头|栋|间|块)/.test(
    text,
  )

/** Without where a figure comes from: it is read as that of the record. */
const figured = (rest: string): string => {
  const m = bringing.exec(rest)
  return m ? `人数${m[1]!}` : rest
}

const longest = 60

/** Every way a text may be parted, the likeliest first; also behind where a figure comes from. */
export function splitsOf(typed: string): readonly Split[] {
  const text = typed.trim()
  if (
    text.length > longest ||
    /^(?:[请帮]我?|麻烦您?)?(?:把|将)?[#＃]?\d{3,7}(?!\d|[人个名位])|[?？]|吗|多少|谁|明天|后天|下周|任务|指标|目标/.test(
      text,
    )
  )
    return []
  const behind = text.replace(sourceFirst, '')
  return behind === text ? partings(text) : [...partings(behind), ...partings(text)]
}

/** 人数不是530, 日期不是3号: which field, not which record; a character alone says nothing either. */
const ofFields = /^(?:[\u4e00-\u9fa5]|人数|日期|日子|时间|场次|资料|题目|主讲|地点|地方|数字|数目|听众|学员)$/

function partings(text: string): readonly Split[] {
  const all: Split[] = []
  for (const [pattern, nth] of byPlace) {
    const rest = pattern.exec(text)?.groups?.['rest']
    if (rest !== undefined) all.push({ front: '', nth, rest: figured(rest), plain: true })
  }
  for (const pattern of [byName, bare]) {
    const m = pattern.exec(text)?.groups
    if (m && !ofFields.test(m['front']!))
      all.push({ front: m['front']!, nth: null, rest: figured(m['rest']!), plain: isPlain.test(m['rest']!) })
  }
  return all
}
