// 少打了个1, 多按了个0, 漏打一位: a digit left out of a figure or typed once too often, no head more or less; pure.

/** A digit that a figure lacks (+1) or has too many (-1); null: which one is not said. */
export interface Dropped {
  readonly sign: 1 | -1
  readonly digit: string | null
}

const typed = '[打写按敲输录填抄记报登念说]'
const slip = new RegExp(
  `(?:(?:我|刚才|刚刚|上面|前[面头边]|后[面头边]|末尾|中间|当中|给|是|又|他们?|她|手快){0,3})(?<how>[多少漏掉丢落])${typed}?了?(?:一?个(?<digit>[\\d零〇一二两三四五六七八九])(?:字|数字)?|一(?:位数?|个数字?|个字))(?=[，,。；;！!～~\\s]|$)`,
)

/** Longer texts are reports or chatter. */
const longest = 80

/** Reads such a slip out of a message. */
export function droppedDigit(text: string): Dropped | null {
  const m = text.length > longest ? null : slip.exec(text)?.groups
  if (!m) return null
  const said = m['digit']
  const digit = said === undefined ? null : /\d/.test(said) ? said : `${digits.indexOf(said) % 10}`
  return { sign: m['how'] === '多' ? -1 : 1, digit }
}
/** 〇 and 两 at ten more than what they are. */
const digits = '零一二三四五六七八九〇 两'

/** Whether one figure becomes the other where only such a digit is put in or taken out. */
export const fitsDropped = (from: number, to: number, { sign, digit }: Dropped): boolean => {
  const [short, long] = sign > 0 ? [`${from}`, `${to}`] : [`${to}`, `${from}`]
  return without(long, digit).includes(short)
}
const without = (figure: string, digit: string | null): readonly string[] =>
  [...figure].flatMap((d, i) =>
    digit === null || d === digit ? [figure.slice(0, i) + figure.slice(i + 1)] : [],
  )

/** What most likely was meant, to be asked: 66 without its 1 is 166, 66 without its 0 is 660. */
export function mended(figure: number, { sign, digit }: Dropped): number | null {
  const now =
    digit === null
      ? undefined
      : sign < 0
        ? without(`${figure}`, digit)[0]
        : digit === '0'
          ? `${figure}0`
          : `${digit}${figure}`
  return now ? Number(now) : null
}

/** 101号少打了个1，该是166人 · 101号是166人，少打了个1 → 101号打错了，…; as it is where no figure stands beside it. */
export function plainDropped(words: string, called: boolean): string {
  const m = words.length > longest ? null : slip.exec(words)
  if (!m) return words
  const [front, behind] = [words.slice(0, m.index), words.slice(m.index + m[0].length)]
  const of = record.exec(front)?.[0] ?? ''
  if (!called && of === '' && !isOfReport(words, front, m[0])) return words
  if (figure.test(behind)) return `${front}打错了${behind.replace(bare, '$1应该是')}`
  const value = front.slice(of.length).replace(/[，,。；;！!\s]+$/, '')
  return figure.test(value) ? `${of}打错了，${value}` : words
}
const record = /^[#＃]?\d{3,7}(?:号|[那这][条场个次])?的?[，,\s]{0,2}/
/** 饭费少了个0，应该是660: said to nobody without a number it has to be typed, or of people, and of nothing else. */
function isOfReport(words: string, front: string, slipped: string): boolean {
  if (ofThat.test(front)) return true
  return ofNothing.test(front) && (isTyped.test(slipped) || /\d个?人/.test(words))
}
/** Whether such a slip is of a report, as far as its words tell. */
export function isOurDigit(text: string): boolean {
  const m = slip.exec(text)
  return m !== null && (record.test(text) || isOfReport(text, text.slice(0, m.index), m[0]))
}
const ofThat = /^[^，,。\d]{2,14}[那这][场条次个堂节期回]的?[，,\s]?$/
const ofNothing =
  /^(?:哎呀?|哎哟|唉|哦|啊|嗯|不好意思|对不起|抱歉|更正一下?|[，,、。！!\s]){0,4}(?:我|刚才|刚刚|人数|听众|学生|上面|前面|的|数|那个|把|给|是){0,5}(?:(?:应该)?[是有]?\d{1,6}(?:个?人次?|个|位|名)?)?[，,\s]{0,2}$/
const isTyped = /[打写按敲输录填抄记报登]/
const figure = /\d|[一二两三四五六七八九十百千〇零]{2}/
/** 该是166 · 166人才对. */
const bare = /^([，,。；;！!\s]{1,2})(?:应?该(?:是)?|应当是?)?(?=\d)/
