// What people say beside a question for figures: why they ask, for whom, how they are; and what is no mere reason.

const above =
  '领导|书记|[区县市省镇乡局所院厂校]长|局里|[区县市省镇乡]里|主任|会长|上级|上面|上头|科协|民政|组织部|宣传部|人大|政协|报社|电视台|记者|检查组|审计'
const named = '[\\u4e00-\\u9fff]{1,2}(?:老师|主任|局长|会长|书记)'
const whom = `(?:${above}|人家|(?<![老女男病游客工路行])人|他们|${named})`
const wants = '(?:[要问催等看查]|来(?![听看上参学])|让我|叫我|找我|打电话|点名|急)'
const paper =
  '(?:总结|材料|报告|汇报|简报|年报|月报|季报|表格?|报表|台账|发言稿?|讲话稿?|稿子?|文件|方案|计划|PPT|课件|板报|展板|工作)'
const needs = '(?:[用要缺差交等写填]|里|上头?)'

/** Said beside a question; to learn one, add it. */
const reasons: readonly RegExp[] = [
  new RegExp(`${whom}.{0,5}${wants}`),
  new RegExp(`(?:写|填|做|报|交|改|赶|凑|备|整理|起草|准备|搞|印).{0,5}${paper}`),
  new RegExp(`${paper}.{0,5}${needs}`),
  /(?:开|上|赶|去|到|参加).{0,4}会(?:议|上|了|用|要|去|呢|的|$)|会上|例会|碰头会|(?:检查|考核|验收|调研|督查|评比|评优|评先).{0,4}(?:[来要用组]|$)/,
  /(?:等着|急着|赶着|催着|马上|立刻|立马|一会儿?|待会儿?|等会儿?|回头|[这今明后][天早晚会下]|(?:[\d一二两三四五六七八九十]{1,2}(?:点|分钟|小时))).{0,8}[要用看问交报走讲急]/,
  /忘|记不|没记|没听清|没看清|看不清|找不[着到]|糊涂|眼镜|眼花|耳背|打扰|麻烦|辛苦|不好意思|又来|回话|回复|交差|交待|心里有(?:个)?数/,
  /^(?:你|您)?(?:快|抓紧|尽快|赶紧|给(?:我)?(?:个|一个)?(?:准|实|确切)?数?|报个?数|就?要个数|好写进|写进|写到|抄到|填到|念给|慢慢)/,
]
/** 缪老师要讲几场, 领导来听的有多少: of what is done, not why it is asked. */
const ofDoing = new RegExp(
  `(?:${named}|人家|他们).{0,5}(?:要[来去]?讲(?!话|稿|评)|几|多少)|要[来去]?[讲做办开上听][几多]|[讲听学办来去到席]过?了?的(?!稿|材料|话|时候)`,
)
/** 线上的不算, 只要学生的, 校园里的: leaves something out, or asks for a part. */
const limits =
  /不算|不[要计含带看](?!紧|急)|不包|去掉|去除|除[了去开外]|扣[掉除]|刨|减|只|光|单|仅|[也都]算|算上|加上|带上|限|以[上下内外]|(?<![用要急问等催说报])的$/

/** 会上讲的那些, 领导来听的那几场: which of them. */
const which = /[那这](?:些|场|[几一两二三四五六七八九十\d]{1,2}[场次个条笔回期])(?:讲座|活动|义诊|培训|课)?$/

/** Whether a clause leaves part of what is asked for out. */
export const narrowsAsked = (clause: string): boolean =>
  limits.test(clause.trim()) || which.test(clause.trim())

/** Whether a clause only tells why it is asked. */
export const isAskReason = (clause: string): boolean =>
  clause.length <= longest &&
  !narrowsAsked(clause) &&
  !ofDoing.test(clause) &&
  reasons.some((r) => r.test(clause))
const longest = 18

/** 领导要, 写总结要用, 给局长报一下: the same in front of the question itself, without a pause. */
const before = [
  new RegExp(
    `^(?:${above})(?:都|又|在|还)?(?:要|想要|问起?|等着要|催着要|想知道|让我[问查报看])(?:一?个|一下)?(?![讲做办开听看上去来参发写搞问几多])`,
  ),
  new RegExp(`^(?:帮我)?给${whom}(?:报|看|查|念|汇报|回)(?:个|一?下)?`),
  new RegExp(`^(?:我|我们)?(?:写|填|做|报|交|赶|备|准备).{0,4}${paper}(?:要?用|要)`),
  /^(?:我|我们)?(?:开会|上会|汇报|会上)(?:要用|用|要)/,
]

/** The question without such a lead; the same words where there is none. */
export const withoutLead = (words: string): string => {
  for (const lead of before) {
    const left = words.replace(lead, '')
    if (left !== words) return left
  }
  return words
}
