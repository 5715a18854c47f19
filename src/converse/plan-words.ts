// What became of something announced, as its announcer tells it in the evening: 讲完啦，坐了六十来个 · 没搞成 · 还没开始; pure.
import { plain } from '../understand/said.js'

const part =
  '(?:今天|今儿个?|[上下中]午|早上|晚上|傍晚|[刚才]|刚刚|总算|终于|已经?|都|是的?|嗯|哎|好歹|可算|顺利|顺顺利利|圆满|成功|按时|如期){0,4}'
const did = '(?:讲|办|搞|上|开|去|做|弄|跑|看|忙|教|培训|宣讲)'
const over =
  '(?:讲|办|搞|上|开|做|弄|跑|看|忙|教|培训|宣讲|活动|课|会|讲座)?(?:完成|完事|结束|散|下课|收工|收摊|圆满|顺利)(?:课|场|会|任务)?'
const particle = '(?:了|啦|咧|喽|嘞|呀|哈|的|呢|哦|掉){0,3}'
/** 讲完啦 · 课上完了 · 搞好了 · 讲是讲了 · 顺利办完. */
const plainly = `${part}(?:我们?|课|讲座|活动|会|培训班?|义诊)?${part}(?:${did}(?:倒是|是|倒))?(?:${did}(?:完|过|好|成|得挺?好|得顺利)?(?=[了啦咧喽嘞]|[完过好成利])(?:完|过|好|成|得挺?好|得顺利)?(?:课|讲座|活动|会)?|${over})${particle}`
const done = new RegExp(`^${plainly}$`)
const doneBefore = new RegExp(
  `^(${plainly})(?=[一二两三四五六七八九十百近约来有共只才\\d]|大概|大约|差不多|估[计摸])`,
)
/** 二中讲完了: with its place or topic. */
const doneNamed = /^[^\d没未不别]{1,12}?(?:讲|办|搞|上|开|做|弄|跑|看)(?:完|过|好)(?:了|啦|咧|喽|嘞|呀){0,2}$/

/** 没去成 · 下雨，没办成 · 改期 · 黄了 · 学校有事，不讲了. */
const off =
  /^[^\d一二三四五六七八九十百两]{0,10}?(?:没(?:有)?能?(?:去|讲|办|搞|开|弄|做|上)(?:成|得成|起来|了)?|没成|没(?:搞|办|弄)(?:起来|上)|[办去讲搞来]不(?:[成了]|$)|取消|黄|泡汤|吹|不[去讲办搞开]|(?:改期|改天|改日子|推迟|延期|挪|改|推|延|往后拖|缓)(?=了?(?:$|[到至]))|改天再?[讲说办去])了?(?:$|[到至])|^没有?$/
/** 还没讲 · 正讲着 · 晚上才讲: it is too early to say. */
const early =
  /(?:还没有?|尚未|没)(?:开始|轮到|到(?=时间|点|$)|讲完|结束|办完|散)|还没(?:有)?(?:[讲办搞去开上做])?(?:呢|哪|$)|正(?:在)?(?:讲|办|开|路上)(?:着)?|(?:点|半|晚上|待会儿?|等会儿?|一会儿?|下午)(?:才|再)?(?:开始|讲|办|开)(?!了|完|过|的)/

export type Outcome =
  | { readonly is: 'off' }
  | { readonly is: 'early' }
  /** `rest`: what stands beside it, every place as in the text; '' for nothing. */
  | { readonly is: 'done'; readonly rest: string; readonly said: boolean }

/**
 * Reads an evening's answer; `named`: a clause names what was announced (草莓课讲完了). Whether `rest` holds a figure is looked at by who asks.
 */
export function outcomeOf(words: string, named = false): Outcome {
  const isDone = (clause: string): boolean => done.test(clause) || (named && doneNamed.test(clause))
  const clauses = words.split(/[\s，,。；;！!、]/).filter((c) => plain(c) !== '')
  // 二中讲完了，柳树村还没去: the one is told
  if (clauses.some((c) => early.test(plain(c))) && !clauses.some((c) => isDone(c) || doneBefore.test(c)))
    return { is: 'early' }
  if (clauses.some((c) => !/还没/.test(c) && off.test(plain(c)))) return { is: 'off' }
  let said = false
  let rest = words
  for (const clause of clauses) {
    const front = isDone(clause) ? clause : doneBefore.exec(clause)?.[1]
    if (front === undefined || front === '') continue
    said = true
    rest = rest.replace(clause, clause.replace(front, ' '.repeat(front.length)))
  }
  return { is: 'done', rest: plain(rest) === '' ? '' : withoutEnds(rest), said }
}

/** Blanks what parted the clauses at either end. */
const withoutEnds = (rest: string): string =>
  rest.replace(/^[\s，,。；;！!、：:]+|[\s，,。；;！!、]+$/g, (w) => ' '.repeat(w.length))
