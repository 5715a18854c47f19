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
  { said: '毎', meant: '每' },
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

const dayThere = '\\d{1,2}(?:\\.\\d{1,2}|月\\d{1,2}[日号]) ?[^()\\d,;。\\n]{1,12}\\d{1,4}人'
/** 讲座两场(8.3甲校40人,8.4乙校52人): in brackets what else stands behind a colon. */
const bracketed = new RegExp(`(?<=[场次期堂节])\\((?=${dayThere}[,;、] ?${dayThere})`, 'g')

/** 讲座4场(甲地3乙地1): where those counted already were. */
const shared = /(?<=([2-9二两三四五六七八九]|1\d)场)\((?:[一-龥]{2,3}\d{1,2}){2,6}\)/g
/** 投稿三篇登了俩: two of them. */
const taken = /(?<=[登用采录])了([俩仨])(?=[,，。;；!！\n]|$)/g
const asPapers = (_: string, n: string): string => (n === '俩' ? '2篇' : '3篇')

const numerals = '零一二三四五六七八九'
function withoutShares(shares: string, so: string): string {
  const sum = (shares.match(/\d+/g) ?? []).reduce((n, d) => n + Number(d), 0)
  const all = so === '两' ? 2 : numerals.includes(so) ? numerals.indexOf(so) : Number(so)
  return sum === all ? ' '.repeat(shares.length) : shares
}

/** The message as the rules know it: 午后给社区讲防火.来了60人 → 下午给社区讲防火。来了60人. Its length never changes. */
export const saidAlike = (text: string): string =>
  text
    .replace(any, (said) => meant.get(said)!)
    .replace(point, '。')
    .replace(dotted, '.')
    .replace(bracketed, ':')
    .replace(shared, withoutShares)
    .replace(taken, asPapers)
