// A day told behind the receipt: 是昨天的 · 忘了说，是前天的 · 时间是11月3日; pure.
const opening =
  '(?:(?:对了|[噢哦啊]|另外|补充(?:一下|一句)?|更正(?:一下)?|说明一下|不好意思|(?:刚才)?(?:忘[了记]?|漏)说?了?)[，,：:、\\s]{0,2}){0,2}'
const what =
  '(?<of>(?:我(?:刚才|刚刚)?(?:说|报|讲)的)?(?:[这那]场|刚才那?[条场]|活动|讲座|义诊|培训|咨询|宣传|课)?(?<=[的场条动座诊训询传课]))?'
const when = '(?:的?(?:时间|日期|日子)(?:应该)?[是：:]?|(?:应该|其实|实际上?|就|都|全)?是在?)'
const behind =
  '(?:上午|中午|下午|晚上|早上|傍晚)?(?:的(?:事儿?|活动|课|讲座)?|[讲办搞去做开上]的|举办的|搞的活动)?'
/** 是昨天的, 时间是昨天, 昨天的事, 昨天讲的. */
const told = new RegExp(
  `^${opening}${what}(?:${when}(?<a>[^，,。；;！!\\s]{2,10}?)${behind}|(?<b>[^，,。；;！!\\s]{2,10}?)(?:上午|中午|下午|晚上|早上)?(?:的事儿?|[讲办搞去做开]的|的(?:活动|课)|下午的|上午的|晚上的))[啊哈哦呢吧]{0,2}[。！!～~]{0,2}$`,
)
const longest = 30

export interface DayTold {
  readonly day: string
  /** The activity is named: 义诊是昨天的, 我刚才说的是昨天的事. */
  readonly named: boolean
}

/** Null where anything else is said, or it is asked. */
export function dayTold(typed: string): DayTold | null {
  const text = typed.trim()
  if (text.length > longest || /[?？吗不没别谁哪]|还是/.test(text)) return null
  const m = told.exec(text)?.groups
  const day = m?.['a'] ?? m?.['b']
  return day === undefined ? null : { day, named: Boolean(m?.['of']) }
}
