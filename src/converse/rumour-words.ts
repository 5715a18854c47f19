// How people ask whether something that goes round is so: 这个靠谱吗 · 有没有科学道理 · 帮忙核实一下; pure.

/** What is pointed at, not told: 这条消息, 他发的这个, 上面说的. */
const thing =
  '(?:消息|说法|话|事儿?|东西|文章|视频|帖子|通知|链接|方子|偏方|方法|办法|法子|传言|新闻|信息|玩意儿?|药|保健品|产品|广告|内容|图|截图|小视频)'
const that = `(?:(?:(?:上面|上头|刚才|群里|他|她|人家|[老小][^\\s，,说讲发转传]|[^\\s，,]{1,2}(?:老师|大爷|大妈|阿姨|师傅))?(?:说|讲|发|转|传)的?)?(?:(?:这|那)(?:个|条|种|则|篇|段|些|样|里面?)?${thing}?(?:里面?|上面?)?(?:说|讲|写)?的?(?:${thing})?|${thing}|引用的)|(?:上面|上头|他|她|人家)(?:说|讲|发|转)的)`

/** The ways to ask; the comment is what needs the row. */
const rows: readonly string[] = [
  // 是真的吗 · 真的假的 · 是真是假 · 真有这回事
  '(?:到底|究竟|会|可|都)?(?:(?:是|是不是)真(?:的|事|话)?|真(?:的|事|话|还是|是)|真(?=假))(?:还是|或者|是)?(?:假的?)?|是?真|真不真|真假|当真|真有(?:这|那)(?:回|种)?事',
  // 靠谱吗 · 能不能信 · 信得过吗
  '(?:到底|究竟)?(?:靠谱|可靠|可信|能信|敢信|信得过|能当真)(?:不?(?:靠谱|可靠|可信|能信))?|靠不靠谱|可不可[靠信]|能不能(?:信|相信|当真)|[可该]不该信|[能可]以?(?:相信|信)',
  // 有没有科学道理 · 有科学依据吗 · 有这回事吗
  '(?:到底|究竟)?(?:是不是)?有(?:没有)?(?:什么|啥|点)?(?:(?:科学|医学)上?的?(?:道理|依据|根据|证据)|道理|(?:这|那)(?:回|种|么回)事)(?:没有)?',
  // 是不是谣言 · 骗人的吧
  '(?:到底|究竟)?(?:是不是|会不会是?|该?不会是|怕是|是)?个?(?:谣言|谣传|假的|假消息|骗人的?|骗局|忽悠人?的?|瞎说的?|胡说的?|瞎编的?|迷信|伪科学)',
  // 科学吗
  '(?:到底)?(?:科学|科不科学|符不符合科学|符合科学)',
]
const verdict = `(?:${rows.join('|')})`
const particle = '(?:吗|么|嘛|吧|呢|不|啊)?'
/** 核实一下 · 帮着查查真假 · 求证. */
const look =
  '(?:帮着?|帮个忙|请|麻烦|大家|给)?(?:求证|查证|核实|核对|验证|鉴别|鉴定|辨别|分辨|辟个?谣|查实|证实|(?:查|看|问)一?(?:查|看|问)?)'

const ofQuoted = new RegExp(
  `^(?:${that}?(?:里)?${verdict}${particle}|${look}(?:${that})?(?:${verdict}${particle})?|${that}${look})$`,
)
/** 看一下 · 查查: alone they ask for anything. */
const anything = /^(?:帮着?|帮个忙|请|麻烦|大家)?(?:核对|[查看问]一?[查看问]?)$/
/** 对不对 · 这个说法对吗 · 有依据吗: of what is quoted only. */
const weakly = new RegExp(
  `^${that}?(?:说得?|讲得?)?(?:有(?:没有)?(?:什么|啥|点)?(?:依据|根据|证据|出处|来源)(?:没有)?|对不对|[对准]|正确|准确|准不准|行不行|可行|管用|有用)$`,
)

/** 帮忙核实 asks by itself; 这是真的 without its question says that it is so. */
const asksToLook = new RegExp(`^(?:${look}${that}?|${that}${look})`)
const asks =
  /[吗么嘛吧呢？?]|不[。！!\s]*$|是不是|会不会|有没有|[能可该]不[能可该]|(.)不\1|真假|真的?(?:还是|或者|是)?假|真有|有什么|有啥/

/**
 * Whether the words ask about what is quoted: 'surely', also where nothing is quoted; 'maybe', where they may be about anything
 * else; null: they do not. `tight` without politeness and 吗, `raw` as typed.
 */
export function asksOfQuoted(tight: string, raw: string): 'surely' | 'maybe' | null {
  if (tight.length > longest) return null
  if (ofQuoted.test(tight) && !anything.test(tight))
    return asks.test(raw) || asksToLook.test(tight) ? 'surely' : null
  return weakly.test(tight) && asks.test(raw) ? 'maybe' : null
}
const longest = 30

/** 这个方子 · 这话当真: names no claim. */
export function pointsOnly(claim: string): boolean {
  const words = claim.replace(/\s/g, '')
  return onlyThat.test(words) || ofQuoted.test(words)
}
const onlyThat = new RegExp(`^${that}$`)

const told = new RegExp(
  `^(.{4,60}?)[，, ]*(?:这话?|这个?(?:说法|消息)?|这是)?(?:${verdict}|对不对)(?:还是假的|不)?(?:吗|么|呢)?$`,
  's',
)
/** Figures and plans of the association are no claims: 这个月的总数靠谱吗. */
const ofTheBook =
  /\d[^，,]{0,4}(?:数|人次?|场)$|^[这那]?个?\d+$|(?:总数|人数|场数|数字|数据|统计|记录|凭据|任务|名单|时间|地点|通知|计划|安排|号)的?(?:是|都)?$/

/** The claim told in front of such a question: 绿豆枕头防耳聋，靠不靠谱; null where there is none. */
export function claimAsked(words: string, raw: string): string | null {
  const claim = told.exec(words)?.[1]?.trim()
  if (claim === undefined || ofTheBook.test(claim)) return null
  return asks.test(raw) ? claim : null
}
