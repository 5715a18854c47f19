import { pattern } from '../text/pattern.js'
import type { NumberToken } from '../tokens.js'
import { sort, type Sort } from './context.js'

const inAll = pattern(
  /(?:[,，;；、 (]|^)(?:一|总|拢|统)?(?:共|合计|总计|加起来)(?:去了|走了|跑了|服务了?|走访了?|帮了|有|是)?$/,
)
const firmsTold =
  /(?:[\u4e00-\u9fa5]{2}厂|公司|企业|合作社|集团|车间|作坊|酒坊|油坊)[^。;；\n]{0,24}$|[助惠入帮]企[^。;；\n]{0,40}$/
/** Behind 家 it is something else that was counted. */
const others = /^(?:媒体|单位|医院|学校|银行|社区|机构|报|部门|幼儿园|养老院|敬老院|户|都?[听来派]|参加)/

/** 走访了这1家, 对接：2家, with whose trouble was looked at told in front. */
const goneTo = pattern(
  /(?:^|[\n。;；,，、 ])(?:一共|共|总共)?(?:走访|对接|服务|帮扶|回访)(?:了|过)?[:：]?(?:就?这|就)?$/,
)

const firmNamed = /[\u4e00-\u9fa5]{2}厂|公司|企业|合作社|集团|车间|作坊|酒坊|油坊|[助惠帮]企/

const alone = (text: string, t: NumberToken): boolean =>
  /[,，]$/.test(text.slice(Math.max(0, t.start - 1), t.start)) &&
  /^家(?:企业|厂)?(?:[,，。;；\n]|$)/.test(text.slice(t.num.end, t.num.end + 4))

/** 去了一家纸箱厂和一家小店，两家都看了: as many as were named, at the head of a clause. */
export const eachOfThem = (text: string, t: NumberToken): boolean =>
  t.num.value > 1 &&
  t.num.value < 10 &&
  /[,，。;；、 ]这?$/.test(text.slice(Math.max(0, t.start - 2), t.start)) &&
  /^家(?:厂|企业|厂子)?(?:都|全都?|各|一共|挨个)(?:[看查帮去走跑问转修给上]|是|解决|提|找|指|改|调)/.test(
    text.slice(t.num.end, t.num.end + 8),
  )

/** 助企去了甲厂和乙公司，共2家: how many of them there were in all, a comma behind their names. */
export function firmsInAll(text: string, t: NumberToken): Sort | null {
  if (!text.startsWith('家', t.num.end) || others.test(text.slice(t.end, t.end + 3))) return null
  const before = text.slice(Math.max(0, t.start - 60), t.start)
  if (goneTo(text, t.start - 10, t.start) && firmNamed.test(before)) return sort('firms')
  // 去竹编厂看了一趟，解决了霉变问题，一家
  if (alone(text, t) && firmsTold.test(before)) return sort('firms')
  if (eachOfThem(text, t) && firmsTold.test(before)) return sort('firms')
  return inAll(text, t.start - 8, t.start) && firmsTold.test(before) ? sort('firms') : null
}
