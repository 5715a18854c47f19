// Questions for the records by the day they came: 这周谁报了活动 · 今天新报的有哪些 · 最近三条; pure.
import { wholeNumber } from '../src/understand/numbers/numeral.js'

export interface ArrivedAsked {
  /** Where, what and when, as it stands beside the question. */
  readonly rest: string
  /** So many, the newest first. */
  readonly last?: number
}

const did = '(?:报|交|说|登)(?:过|了|上来?|来|过来|上去)'
const thing = '(?:活动|记录|报告|东西|的)?'
const who =
  '(?:有|都有?|还有)?(?:谁|哪[个位些几]?(?:老师|人|同志)|哪些人|哪[一几]?(?:家|个?分会|个?单位|个[区县镇乡街道社村]{1,2})|哪些(?:分会|单位|家))'
const lately = '最近|近来|近期|近几[天日]|这几[天日]|这些天|刚才|刚刚|刚|才'
const what =
  '(?:都)?(?:有|是|来)?(?:了)?(?:哪些|什么|啥|些什么|些啥|哪几[条笔场]|几[条笔]|多少[条笔]?|没有?|吗|呢)?'
const noted = '(?:报来|报上来|报过来|报进来|报|交来|交上来|收到?|登记|登|记|来|进来|送来|增加?|添)'

const rows: readonly RegExp[] = [
  // 这周谁报了活动 · 今天有谁报活动了 · 哪几家报过
  new RegExp(`(?:都|又)?${who}(?:都|又|已经)?(?:${did}了?${thing}|报活动了)(?:呢|啊|呀)?[?？]?$`),
  // 今天新报的有哪些 · 新来的报告
  new RegExp(`(?:有|看看?)?(?:没有?)?新${noted}(?:了)?的?(?:活动|记录|报告)?${what}$`),
  // 最近报来的 · 这几天收到的有哪些
  new RegExp(`(?:${lately})新?${noted}了?(?:的|过来的|上来的)(?:活动|记录|报告)?${what}$`),
  // 今天都报来些什么 · 今天来了几条
  /(?:都|又)?(?:报来|报上来|交上来|收到)了?(?:些什么|些啥|哪些|什么|啥)(?:活动|记录)?$/,
  /(?:又|新)?(?:来|进来|收|收到|报来|报上来|进)了?(?:几|多少)[条笔](?:活动|记录|报告)?$/,
]
const latelySaid = new RegExp(`(?:${lately})(?:都|有)?$`)
const newest =
  /(?:最近|最新|最后|最末|新近)(?:报来|报上来|报|收到?|来|记|登记)?的?(\d{1,2}|[一二两三四五六七八九十]{1,3}|几)[条笔](?:记录|报告|活动)?(?:是(?:什么|啥|哪些)|有哪些|呢)?$/
/** 几 in 最近几条. */
const few = 5
const most = 20

/** The question in those words; null for any other. */
export function arrivedAsked(tight: string): ArrivedAsked | null {
  if (tight.length > longest || otherAsked.test(tight)) return null
  const last = newest.exec(tight)
  if (last) {
    const count = last[1] === '几' ? few : Math.min(wholeNumber(last[1]!) ?? 0, most)
    return count === 0 ? null : { rest: tight.slice(0, last.index), last: count }
  }
  for (const row of rows) {
    const m = row.exec(tight)
    if (m) return { rest: tight.slice(0, m.index).replace(latelySaid, '') }
  }
  return null
}
const longest = 24
/** Who has not, who most, and of a record. */
const otherAsked = /没[报交有]|未报|没来|最[多少勤早晚快]|\d{3,}号?/
