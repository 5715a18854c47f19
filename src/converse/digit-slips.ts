// How a figure came to be wrong: 我把8看成6了 · 手一抖打成62了 · 没戴眼镜; said in the words corrections are read from; pure.
import { plainDropped } from './digit-dropped.js'

const digit = '[\\d一二三四五六七八九零〇]'
const verb = '(?:看|写|认|听|打|按|记|抄|输|敲|错|当|念|填|录|点|数|算|说|报|登)'
const self = '(?:我|俺|自己|是|又|给|都|也|刚才|当时|错|误){0,3}'
/** 把8看成6了 · 8和6看混了 · 手写的8像6: only digits, no whole figure. */
const ofDigits = new RegExp(
  `${self}把?(?<no>[#＃]?\\d{3,7}(?:号|[那这][条场个次]))?的?(?:那个|上面?的?|里面?的?|手写的)?(?<now>(?<!\\d)${digit}(?!\\d))(?:字|号)?(?:${verb}(?:成|作|做)了?|[像似]个?)(?<was>${digit}(?!\\d|[\\u4e00-\\u9fff]?[人个名位]))(?:字)?了?`,
)
const confused = new RegExp(
  `${self}把?(?:那个)?(?<!\\d)${digit}(?:[和跟与、])${digit}(?!\\d)(?:给|都|也|我){0,2}(?:${verb})?(?:混|岔|反|错|颠倒|串|花)(?:淆)?了?`,
)
/** 手滑 · 没戴老花镜 · 眼花了 · 输入法跳的: why, beside what says that it was wrong. */
const clumsy =
  '(?:手(?:一|太|又)?(?:滑|抖|快|笨|误|哆嗦|颤)|眼(?:睛)?(?:一|太|又)?花|老花(?:眼|镜)?|没戴(?:上|着)?(?:老花)?(?:眼?镜)|眼神(?:儿)?不(?:好|济|行)|糊涂|马虎|粗心|大意|着急|走神|输入法(?:跳|自动|自己)?的?|语音(?:自动)?(?:转|识别)?的?|按?键(?:盘)?(?:太)?小)(?:了|的|犯了)?'
const before = new RegExp(
  `(?:我|又|是|一时|刚才|当时|都怪|怪)?${clumsy}[，,、\\s]?(?=(?:${self})(?:把|给)?[^，,。]{0,8}${verb}(?:成|错|岔|混))`,
)
/** 人家说的是82, behind 听成62了. */
const toldSo =
  /(?<=^|[，,。；;\s])(?:人家|他们?|她|校长|院长|站长|主任|老师|支书|村里|学校|社区|院里|那边|原来|本子上|纸上)(?:那边)?(?:说|讲|报|念|写)的?(?:其实|明明)?是(?=\d)/
const becameFigure = new RegExp(`${verb}成了?(?:\\d{2,6}|${digit}{2,8})`)

/** 手滑了，是82人: nothing else says that it was wrong. */
const alone = new RegExp(
  `(?:我|是)?${clumsy}(?=[，,。\\s]{1,2}(?:应该|应当|其实|实际)?(?:只?[是有]|来了)\\d)`,
)
/** An excuse tells nothing of a report where neither the report nor the slip is said: 没戴眼镜，是62. */
const ofReport = new RegExp(
  `(?<!\\d)\\d{3,7}(?:号|[那这][条场个次])|刚才|刚刚|我(?:上面|前面)?[报发]的|[那这][场条]|${verb}[错岔混反]`,
)
const nothing = /$^/
const ofOne = /^[，,。；;\s]{1,2}(?:[#＃]?\d{3,7}(?:号|[那这])|[^\d，,。]{2,12}[那这][场次个条回期])/
const shouldBe = /应该(?=\d)/

/** Which digit was taken for which; null where none is named. */
export function digitSlip(text: string): { readonly was: string; readonly now: string } | null {
  const m = text.length > longest ? null : ofDigits.exec(text)?.groups
  return m ? { was: arabic(m['was']!), now: arabic(m['now']!) } : null
}
const longest = 80
const arabic = (c: string): string =>
  /\d/.test(c) ? c : String('零一二三四五六七八九'.indexOf(c.replace('〇', '零')))

/** Whether one figure becomes the other where only that digit is exchanged. */
export function fitsDigits(
  from: number,
  to: number,
  { was, now }: { readonly was: string; readonly now: string },
): boolean {
  const [a, b] = [String(from), String(to)]
  return a !== b && a.length === b.length && [...a].every((c, i) => c === b[i] || (c === was && b[i] === now))
}

/** The words without how it came about: 101号我把8看成6了，应该是82人 → 101号看错了，应该是82人. */
export function plainSlips(said: string, called = false): string {
  if (said.length > longest) return said
  const typed = plainDropped(said, called)
  let words = typed.replace(before, '').replace(called || ofReport.test(typed) ? alone : nothing, '写错了')
  const slip = ofDigits.exec(words) ?? confused.exec(words)
  if (slip) {
    const no = slip.groups?.['no'] ?? ''
    const rest = words.slice(slip.index + slip[0].length)
    const front = words.slice(0, slip.index)
    // 我把8看成6了，101号应该是82人 · …，养蜂那场应该是82人: the rest says it all
    const whole = no === '' && front.trim() === '' && ofOne.test(rest)
    words = whole
      ? rest.replace(/^[，,。；;\s]+/, '')
      : `${front}${no}看错了${rest.replace(shouldBe, '应该是')}`
  } else if (becameFigure.test(words)) words = words.replace(toldSo, '实际是')
  // 应该是82人，101号看错了
  return words.replace(
    /^((?:应该|应当|其实|实际上?)?(?:只?[是有])\d{1,6}(?:个?人次?|个|名|位)?)[，,。；;\s]{1,2}([#＃]?\d{3,7}(?:号|[那这][条场个次])的?(?:我|是)?[写记看听抄打按填]错了?)[。！!]?$/,
    '$2，$1',
  )
}
