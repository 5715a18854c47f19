// A report for somebody else, said in so many words: 帮李建国报一下，… · 李建国老师托我报：… · …（替李建国报）; pure.

export interface Behalf {
  readonly name: string
  /** Where their report stands in the text. */
  readonly start: number
  readonly end: number
}

const name = '(?<name>[\\u4e00-\\u9fff·]{2,4}?)(?:老师|同志)?'
const report =
  '(?:代|转|补|上|汇|申)?(?:报|登记|登|记)(?![名纸警到销告得者住忆])(?:个活动|一?个(?=[，,：:\\s])|一[条笔场下声次])?(?:活动)?上?'
const forThem = '(?:[帮替代给为](?:他|她|忙)?|代替(?:他|她)?)'
/** 给李建国报一下 is told to him; 给李建国登记一下 is for him. */
const toThem = '(?![^，,：:\\s]{2,9}报)'
const pause = '[，,：:\\s]{1,3}(?=\\S)'
const why =
  '(?:(?<=老师|同志)[^\\d，,。；;：:]{2,14}[，,\\s]|(?:不会|不太会|没有?|眼睛|耳朵|腿脚|手机|住院|出差|在外地|人在|这两天|今天|最近)[^\\d，,。；;：:]{0,12}[，,\\s])?'

const inFront: readonly RegExp[] = [
  // 帮李建国报一下，… · 我替李建国记一笔：… · 代李建国报：…
  new RegExp(
    `^\\s*(?:我来?|这里|麻烦您?|请您?)?(?:[帮替代为]|代替|给${toThem})${name}[来也又再先]{0,2}${report}${pause}`,
  ),
  // 李建国老师托我报：… · 李建国不会用手机，让我替他报，…
  new RegExp(
    `^\\s*${name}[，,\\s]?${why}(?:委?托|让|叫|请|要|喊|嘱咐|拜托)(?:我们?|俺)(?:来|去|在这里|在群里)?(?:${forThem}){0,2}(?:跟|向|和|给)?(?:[您你]|小科|大家|群里)?(?:代)?(?:${report}|说(?:一下|一声))(?:的是)?${pause}`,
  ),
  // 受李建国老师委托，报一下：…
  new RegExp(`^\\s*受${name}的?(?:委托|之托|嘱托|所托)[，,\\s]?(?:${report})?(?:的是)?${pause}`),
]
const behind: readonly RegExp[] = [
  // …，39人（替李建国报）
  new RegExp(
    `[，,。；;\\s（(]{1,3}(?:这是|是)?我?(?:[帮替]|代替?)${name}(?:报|记|登记)(?:的|一下|一声|一笔)?[）)。！!\\s]{0,3}$`,
  ),
  // …，39人，这是李建国的，我替他报
  new RegExp(
    `[，,。；;\\s（(]{1,3}(?:[这那](?:一?[场个条])?)?是${name}(?:[讲办搞做]?的)?[，,\\s]我(?:来)?${forThem}(?:报|记|登记|代报)(?:的|一下|一声|一笔)?[）)。！!\\s]{0,3}$`,
  ),
]

/** Whose report a text holds, and where; null where it is one's own. */
export function readBehalf(text: string): Behalf | null {
  if (text.length > longest) return null
  for (const pattern of inFront) {
    const m = pattern.exec(text)
    if (m) return { name: m.groups!['name']!, start: m[0].length, end: text.length }
  }
  for (const pattern of behind) {
    const m = pattern.exec(text)
    if (m && m.index > 0) return { name: m.groups!['name']!, start: 0, end: m.index }
  }
  return null
}
const longest = 400
