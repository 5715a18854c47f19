// Whether records told tell one event or several, as people say it: 101和102是一回事 · 各是各的，上午下午各一场; pure.
import { normalize } from '../understand/text/normalize.js'
import { arabicNumbers } from './numbers.js'

export interface PairSaid {
  /** Record numbers said; none or only one: the pair that was asked about. */
  readonly nos: readonly number[]
  /** `apart`: they are to be counted apart, whether they are one pair by now or not. */
  readonly says: 'one' | 'several' | 'apart'
  /** The headcount that holds for the one event. */
  readonly attendance: number | null
  /** Chosen with a word that says it is not exact: 按180多. */
  readonly about?: true
  /** Nothing but 两家 or 两个, which may be counted of anything. */
  readonly bare?: true
}

const no = '[#＃]?\\d{3,7}号?'
const numbers = `${no}(?:(?:[和与跟同及、,，]|\\s){1,3}${no}){1,5}`
const two = '(?:[两2二俩]|[几三3四])'
const thing =
  '(?:[场个次条笔堂期班对]|回事|码子?事|件事|档子?事|桩事?|事)(?:活动|培训班?|讲座|义诊|咨询|课|事儿?)?'
const these = `(?:(?:[这那]|前面|刚才)(?:${two}|一)?${thing}|[这那](?:${two})|它们|他们${two}[家个]?|${two}[家边]|俩)`
const who = `(?:[把将]|关于)?(?:(?<nos>${numbers})|${these})?(?:[这那]?${two}${thing})?`
/** One of the pair that was offered: only what parts it is said so. */
const oneOf = `(?<nos>${no})(?:[这那]${thing})?`
const hold = '(?:[搞办弄做摆开去讲出上]|组织|举办|义诊|活动)'
const own = '(?:各自|各人|各家|分别|分头|分开|单独|独自|自己|自个儿?|另外)'
const plainly =
  '(?:但是?|可是?|不过|我看|依我看|应该|其实|确实|本来|根本|可能|还是|那|就|都|也|真|可|要|得|该|请|给|算){0,4}'

const oneThing = `(?:同?一|1)(?:${thing}|样)`
/** What each relation is said as, the numbers or 这两场 taken away. */
const relations = [
  // 归并 and 并了吧
  [
    'one',
    `(?:给我?)?(?:归并|合并|归拢|并|合)(?:到一起|在一起|成一[场个次条]|起来|为一[场个次条]|算一[场个次]|一[起下])?`,
  ],
  ['one', `(?:是|算)?(?:说的)?(?:是)?(?:${oneThing}|同一(?:活动|培训|讲座|义诊)|重复的?|报重|重了|重报)`],
  ['one', `[算记当并合](?:作|成|做|为)?一(?:场|次|个|回)`],
  ['one', `(?:归|合|并)(?:到|在)一起(?:算)?`],
  ['one', `是?一起的`],
  ['apart', `(?:[拆分](?:开|别)(?:来)?[算记计]?|单独[算记计]|各[算记](?:各的?|一[场次]))`],
  [
    'several',
    `(?:别|不要|不用|不能|不必|甭|莫|勿|不该|不可|不)(?:给)?(?:归并|合并|归|并|合|算(?:作|成)?(?:一[场个次]|(?:在|到)?一[起块])|当(?:作|成)?一[场个次]|记(?:作|成)?一[场个次])(?:到一起|在一起|起来|成一[场个次])?`,
  ],
  [
    'several',
    `(?:不是|不算|并非|算不上|不能算|哪是)(?:说的)?(?:${oneThing}|同一(?:活动|培训|讲座|义诊)|一起的|联合的?|重复的?|报重)`,
  ],
  ['several', `(?:是|算)?(?:${two}|不同的?)(?:${two})?${thing}`],
  ['several', `(?:是|互)?(?:不同|不一样|不搭界|不搭边|不相干|没关系|没重复)`],
  // 各摆各的摊 · 自己搞自己的 · 两家分头办的
  [
    'several',
    `(?:是)?(?:各|各自|各人|各家|自己|自个儿?)[^各自，\\d]{1,2}(?:各|各自|各人|各家|自己|自个儿?)(?:的|人的|家的)[^，\\d]{0,5}`,
  ],
  [
    'several',
    `(?:是)?(?:他们|她们|人家|我们|咱们?)?(?:${two}[家边])?(?:是|都是)?${own}${hold}{1,2}(?:的(?:摊子?|活动|场)?)?`,
  ],
  [
    'several',
    `(?:是)?(?:并?不是|没有?|不在|没在|并没)(?:在)?(?:一起|一块儿?|一道|联合|合办|合着|搭伙|搭伴|同一个?(?:地方|摊子?|点))(?:${hold}{1,2})?(?:的|过)?`,
  ],
  ['several', `是?另外?一[场次回]`],
  // 另算 · 一家算一场 · 两场都算
  [
    'several',
    `(?:是)?(?:另外?|一家|各家|${two}[家边场次个]都?)(?:单独|各)?[算记](?:${two}|一)?(?:[场次个]|各的)?`,
  ],
  ['several', `(?:是)?${two}(?:个|家|拨|摊)(?:子|摊子?|地方|点|场子|人|活动)?`],
  ['several', `(?:并不得|合不得|不(?:好|能|该)?往?一[起块]并|没[法得]并)`],
  // 他们两家一起搞的 · 搭伙办的
  [
    'one',
    `(?:是)?(?:他们|她们|人家|我们|咱们?)?(?:${two}[家边])?(?:是|都是)?(?:在)?(?:一起|一块儿?|一道|联合|合着|合伙|搭伙|共同)${hold}{1,2}的`,
  ],
  ['one', `(?:${two}[家边])?(?:是|都是)?(?:合办|联办|合伙|搭伙)(?:的)`],
  ['several', `(?:是)?(?:各是各|各归各|各管各|各办各|各搞各|各讲各|各开各|各)的?(?:一[场次])?`],
] as const
/** 101不是一起的 · 102那场另算. */
const parting = relations.filter(([says]) => says !== 'one')
const tail = '(?:的|了|吧|啊|呢|呀|哈|嘛|哦|才对|就是|就行|就好|算了){0,3}'
const rows = [
  ...relations.map(([says, words]) => [says, new RegExp(`^${who}${plainly}(?:${words})${tail}$`)] as const),
  ...parting.map(([says, words]) => [says, new RegExp(`^${oneOf}${plainly}(?:${words})${tail}$`)] as const),
]
/** 按62算 · 人数就记60 · 以62为准. */
const headcount =
  /^(?:人数|人次|听众|受众|数)?(?:就|都|统一|请|还是)?(?:按照?|记|算|用|取|以)(将?近|接近|大?约|大概|差不多)?(\d{1,6})([多余来几])?(?:人次|个?人|那个)?(左右|上下|以上)?(?:那个)?(?:的|为准|来?[算记]|吧|就行){0,2}$/
/** 按大的算 holds anyway. */
const larger =
  /^(?:人数|人次|听众|数)?(?:就|都)?(?:按照?|记|算|用|取|以)(?:较?[大多高]|最[大多高])的?(?:那个|数|一个)?(?:为准|来?[算记])?$/
/** 人数听医卫的: a choice that is not understood. */
const whoseFigure = /人数|人次|为准|^(?:按|照|听|以|取|用)|听.{1,6}的$/
/** 101号是上午那场 · 102在礼堂: what tells them apart, without a figure. */
const toldApart = new RegExp(`^[#＃]?(\\d{3,7})号?(?:那[场个条])?(?:是|在|算)?[^\\d]{1,12}$`)
/** 101和102都是合办的: the numbers, and why. */
const bothNamed = new RegExp(`^[把将]?(${numbers})([^\\d]{0,14})$`)
/** More than a reason: a question, a doubt, another wish or a figure. */
const more =
  /\d|多少|几|什么|怎么|哪[个里天]|谁|[?？吗]|不过|但是?|可是|只是|如果|要是|假如|除非|等[一我他她]|再说|作废|恢复|改[成为]|不算数|提醒|结账|是不是|有没有|先别|先不|先放|再[看问议]|问问|商量|回头|留着|不[清知]/
const longest = 70
const mostClauses = 5

/** 就两家. */
const counted = new RegExp(`^${plainly}是?${two}(?:个|家|拨|摊)${tail}$`)

/** Null where any clause says more than which holds and why, or where two say different things. */
export function readPair(typed: string): PairSaid | null {
  if (typed.length > longest) return null
  const text = arabicNumbers(normalize(typed).text)
  const said = new Set<PairSaid['says']>()
  const nos = new Set<number>()
  let attendance: number | null = null
  let about = false
  const clauses = clausesOf(text)
  if (clauses.length === 0 || clauses.length > mostClauses) return null
  for (const clause of clauses) {
    const row = rows.map(([says, pattern]) => ({ says, m: pattern.exec(clause) })).find(({ m }) => m !== null)
    const people = headcount.exec(clause)
    const one = toldApart.exec(clause)
    const both = bothNamed.exec(clause)
    if (row) {
      said.add(row.says)
      for (const n of numbersIn(row.m!.groups?.['nos'])) nos.add(n)
    } else if (both && !more.test(both[2]!)) for (const n of numbersIn(both[1])) nos.add(n)
    else if (people) {
      attendance = Number(people[2])
      about = (people[1] ?? people[3] ?? people[4]) !== undefined
    } else if (larger.test(clause)) [attendance, about] = [null, false]
    else if (whoseFigure.test(clause)) return null
    else if (one && !more.test(clause.replace(one[1]!, ''))) nos.add(Number(one[1]))
    else if (clause.length > 20 || more.test(clause.replace(/\d{1,2}点半?/g, ''))) return null
  }
  const [first] = said
  const says = said.has('several') && said.has('apart') && said.size === 2 ? 'apart' : first
  if (says === undefined || (said.size > 1 && says !== 'apart')) return null
  if (attendance !== null && says !== 'one') return null
  const bare = clauses.every((c) => counted.test(c))
  return { nos: [...nos], says, attendance, ...(about ? { about } : {}), ...(bare ? { bare } : {}) }
}

/** Says of records that they are one or several: a text with their numbers tells nothing anew. */
export const namesRelation = (text: string): boolean =>
  /同一[场个次回]|一(?:回事|码事|件事)|两(?:回事|码事|件事)|归并|重复|各[是算记]各的|[拆分]开[算记]/.test(
    text,
  )

/** Numbers with a comma between them stay together. */
const clausesOf = (text: string): string[] =>
  text
    .replace(/(?<=\d{3}号?)[，,、]\s?(?=[#＃]?\d{3,7}号?(?:[^\d]|$))(?![#＃]?\d{3,7}号?(?:是|在|那))/g, '和')
    .split(/[，,。；;！!～~\n]+/)
    .map((c) => c.replace(/\s/g, ''))
    .filter(Boolean)
const numbersIn = (text: string | undefined): number[] =>
  [...(text ?? '').matchAll(/\d{3,7}/g)].map((m) => Number(m[0]))
