/**
 * Words that are said or heard alike; the rules know the second. Both of one length, so that offsets stay. `behind` and
 * `before` hold the characters beside which they belong to other words: 端午后, 中午后来, 一早上山, 尽早上报.
 */
interface Alike {
  readonly said: string
  readonly meant: string
  readonly behind?: string
  readonly before?: string
}
const alike: readonly Alike[] = [
  { said: '午后', meant: '下午', behind: '中上下端正' },
  { said: '后晌', meant: '下午' },
  { said: '头晌', meant: '上午' },
  { said: '前晌', meant: '上午' },
  { said: '早上', meant: '上午', behind: '最提尽很老趁及赶更太清一', before: '山报交课' },
  { said: '早晨', meant: '上午' },
  { said: '清早', meant: '上午' },
  // slips of those who dictate
  { said: '老可协', meant: '老科协' },
  { said: '老克协', meant: '老科协' },
  { said: '老科写', meant: '老科协' },
  { said: '老科斜', meant: '老科协' },
  { said: '科谱', meant: '科普' },
  { said: '培寻', meant: '培训' },
]
const meant = new Map(alike.map((row) => [row.said, row.meant]))
const any = new RegExp(
  alike
    .map(
      ({ said, behind, before }) =>
        (behind ? `(?<![${behind}])` : '') + said + (before ? `(?![${before}])` : ''),
    )
    .join('|'),
  'g',
)

/** A point for a full stop: 来了60人.明天再去. */
const point = /(?<=[一-龥)》”」])\.(?![.。])/g

/** 5·12防灾日, 3·15. */
const dotted = /(?<=(?<!\d)\d{1,2})·(?=\d{1,2}(?!\d))/g

/** The message as the rules know it: 午后给社区讲防火.来了60人 → 下午给社区讲防火。来了60人. Its length never changes. */
export const saidAlike = (text: string): string =>
  text
    .replace(any, (said) => meant.get(said)!)
    .replace(point, '。')
    .replace(dotted, '.')
