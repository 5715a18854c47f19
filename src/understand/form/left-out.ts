import { pattern } from '../text/pattern.js'

const dayOf =
  '(?:(?:这|上|本)?(?:周|星期|礼拜)[一二三四五六日天]|(?:[0-9]{1,2}月)?[0-9]{1,2}[日号]|[昨前]天|(?:头|第[一二三四])天)'
const days = `${dayOf}(?:[到至、和~-]${dayOf})?(?:上午|下午|晚上)?`

/** 周一周二去省里开会不算, 周一开会的事不提了: the teller leaves it out. */
const leftOut = pattern(
  new RegExp(
    `^${days}[^,，。;；:：0-9]{0,14}(?:开会|学习|体检|看病|旅游|探亲|走亲戚|出差|开的会|会议)(?:的?事)?(?:就|都|这[个些次])?(?:不算(?:活动|数|在内|了)?|不计(?:入|在内)?|不提了?|不说了?|不报了?|不记了?)$`,
  ),
)
/** 周四回程, 周五在家歇着: a day on which nothing was held. */
const idle = pattern(
  new RegExp(
    `^${days}(?:就|都|又|才|一早)?(?:回程|返程|回家|返回|返家|回到家|到家|赶路|在路上|休息|歇着|在家(?:休息|歇着|休整)?|坐车(?:回来|回家|返回)?)(?:了|一天)?$`,
  ),
)

const bareDay = /^[^月]{0,20}(?<![0-9月])[0-9]{1,2}[日号]/

/** Where a clause that tells nothing of an activity begins: behind a heading, if it has one; -1 for every other clause. */
export function leftOutFrom(text: string, from: number, to: number): number {
  const head = text.slice(from, to).lastIndexOf(':')
  const start = head < 0 ? from : from + head + 1
  if (to - start < 4 || to - start > 30) return -1
  // 11月16日开会不算，18日义诊: the month of the day behind
  if (text.slice(start, to).includes('月') && bareDay.test(text.slice(to, to + 24))) return -1
  return leftOut(text, start, to) || idle(text, start, to) ? start : -1
}
