// 刚才那场我张冠李戴了，不是柳塘的，是白渡办的: whose a record is not, and whose it is; pure. Units stand as ⟨0⟩, ⟨1⟩ in the text.
import { asNumber } from './numbers.js'

export interface UnitMoved {
  readonly no: number | null
  /** The record in its own words (上周防汛那场), where it is neither a number nor the last one told. */
  readonly named: string | null
  /** 刚才那场, 我报的那条: one of one's own. */
  readonly own: boolean
  /** That something was told wrong is said in so many words. */
  readonly slip: boolean
  /** Which units it is of, and is not of, by their places in the text. */
  readonly holds: readonly number[]
  readonly denied: readonly number[]
  /** 不该记我们的. */
  readonly deniedOurs: boolean
}

const sorts = '[条场个笔次堂节期回件]'
const noun = '(?:课|活动|讲座|报告|义诊|培训班?|咨询|宣传)?'
/** Which record; the first that fits. */
const refs = [
  `[#＃]?(?<no>\\d{3,7})(?:号|#|(?=[^\\d]))(?:[那这]一?${sorts})?${noun}的?`,
  `(?<own>我?(?:刚才|刚刚|方才|刚|上面|前面)(?:[报发说写记]的)?[那这上]?一?${sorts}${noun}|我?(?:刚才|刚刚|方才|上面|前面)?[报发说写记]的[那这]?一?${sorts}?${noun}|上一?${sorts}${noun})的?`,
  `(?<that>[那这]一?${sorts}${noun})的?`,
  `(?<named>[^⟨⟩]{1,14}?[那这]一?${sorts}${noun})的?`,
] as const
const opened = refs.map((ref) => new RegExp(`^(?:把|将|关于)?(?:${ref})[：:\\s]?`))

const a = '⟨(?<a>\\d)⟩'
const b = '⟨(?<b>\\d)⟩'
const their =
  '(?:老科协|分会|的?老师们?|的?同志们?|他们|那边|那里|那儿|人家|的?名下|的?头上|的?账上|的?底下|镇上|县里|这边)?'
const did =
  '(?:主办|承办|举办|组织|张罗|牵头|安排|请我?们?|办|搞|讲|开|做|弄|去)?(?:的|过|去|才对|起来|里|上)?(?:那[场次]|活动|场子|场|课|讲座|义诊|培训|事儿?|功劳|成绩)?(?:才对|才是|的|了|吧|啊|哈|呢){0,2}'
const put =
  '(?:登记|[记算归划挂转放列移报写安])(?:[到在给进入成为作]|归)?|改[成为到给归]|换[成为到给]|属于|由|是|归'
const before =
  '(?:而|应该|应当|该|得|要|请|麻烦|帮忙?|给|您|你|都|就|那|其实|实际上?|才|只能|还是|它|也|我|把它){0,3}'
const not =
  '(?:并|又|也|可|都|它){0,2}(?:不(?:是|算|能[算记]|该[算记归放]|应该?[算记归]|要[算记归]|归|由)|别[算记归放]|没有?)(?:在|到|给|成|进)?'
const verb = '(?:登?记|报|写|弄|搞|填|说|归|算|安|挂|划|听|看|打|认|写)'

type Says = 'slip' | 'denied' | 'ours' | 'holds' | 'both' | 'was'
/** What a clause says; the first that fits. */
const rows: readonly (readonly [Says, RegExp])[] = [
  // 张冠李戴 · 单位写岔了 · 记错会了
  [
    'slip',
    new RegExp(
      `^(?:我|又|是|给|都|怕|可能|把|老糊涂了?|这[回次]){0,4}(?:张冠李戴|(?:(?:分?会|单位|主办(?:单位)?|[区县镇乡]|街道|东家)(?:名|的?名字)?(?:我|也|又|都|给){0,2})?${verb}(?:错|混|岔|串|反|颠倒|拧)了?(?:分?会|单位|主办(?:单位)?|街道|地方|人家|[区县镇乡村]|名字|头|边)?|(?:分?会|单位|主办(?:单位)?)(?:也|都)?不对|错[了的])(?:了|的|啦)?$`,
    ),
  ],
  // 把白渡的记成柳塘了
  [
    'both',
    new RegExp(
      `^(?:我|是|又|给|刚才){0,3}[把将]${a}${their}${did}(?:给)?${verb}(?:错)?[成到在给作]了?${b}${their}${did}$`,
    ),
  ],
  // 白渡的让我记到柳塘去了
  [
    'both',
    new RegExp(
      `^(?:是)?${a}${their}${did}(?:让|被|给|叫)我?(?:给)?${verb}(?:错)?[成到在给作]了?${b}${their}${did}$`,
    ),
  ],
  // 归到白渡 · 记到白渡名下吧: wished, where 记到白渡了 tells how it was
  ['holds', new RegExp(`^${before}[归划挂转移记算](?:到|给|在)${a}${their}(?:吧|去|里|上|头上){0,2}$`)],
  // 写成柳塘了
  ['was', new RegExp(`^(?:我|是|又|给|刚才|错|误){0,3}${verb}(?:错)?[成到在给作]了?${a}${their}${did}$`)],
  // 不是柳塘的 · 别算在柳塘头上
  ['denied', new RegExp(`^${not}(?:我们|咱们|俺们|人家)?${a}${their}${did}$`)],
  [
    'ours',
    new RegExp(
      `^${not}(?:在|到|给|成|进)?(?:我们|咱们|俺们|本会|我会)(?:会|镇|县|区|这边|这里)?${their}${did}$`,
    ),
  ],
  // 是白渡办的 · 应该记到白渡名下
  ['holds', new RegExp(`^${before}(?:${put}){1,2}(?:人家|他们)?${a}${their}${did}$`)],
]
/** A figure, a question, a condition, another wish: more than a reason. */
const more =
  /\d|⟨|[?？吗]|谁|什么|哪|多少|怎么|几[场人个]|是不是|有没有|如果|要是|假如|作废|恢复|任务|明天|后天|下周|改[成为]|人数|日[子期]|时间/
/** 是石磴请我去的, 是石磴安排的: alone it says nothing of whose it is. */
const invited = /请|安排|张罗|组织/
const longestReason = 14
const sorry =
  /^(?:(?:不好意思|对不[起住]|抱歉|哎[呀哟]?|唉|哟|呀|哦|噢|啊|糟了?|坏了|更正一?下?|纠正一?下?|各位|大家|老师们?|还有|对了)[，,。！!：:～~\s]{0,3}){1,3}/
const longest = 70
const mostClauses = 6

/** Null where a clause says anything else, or no unit that it is of. */
export function readUnitMoved(text: string): UnitMoved | null {
  if (text.length > longest || !text.includes('⟨')) return null
  const clauses = text
    .replace(sorry, '')
    .split(/[，,。；;！!、～~\n]+|(?<=[⟩的了])(?=而不?是|不是|不该|不算|应该|该[算记归])|(?<=[⟩的])(?=是|归)/)
    .map((c) => c.replace(/\s/g, ''))
    .filter(Boolean)
  if (clauses.length > mostClauses) return null
  const read = {
    slip: false,
    plain: false,
    deniedOurs: false,
    holds: new Set<number>(),
    denied: new Set<number>(),
  }
  let ref: Readonly<Partial<Record<string, string>>> | null = null
  for (const [i, clause] of clauses.entries()) {
    const whole = rowOf(clause)
    const named = whole ? null : openedBy(clause)
    if (named && ref !== null) return null
    const rest = named ? clause.slice(named.length) : clause
    ref ??= named?.groups ?? null
    if (rest === '') continue
    const row = whole ?? rowOf(rest)
    if (!row) {
      if (rest.length > longestReason || more.test(rest) || (i === 0 && !named)) return null
      continue
    }
    const [one, two] = [row.m.groups?.['a'], row.m.groups?.['b']].map((n) =>
      n === undefined ? null : Number(n),
    )
    if (row.says === 'slip') read.slip = true
    if (row.says !== 'holds' || !invited.test(clause)) read.plain = true
    if (row.says === 'ours') read.deniedOurs = true
    if (row.says === 'denied' || row.says === 'was') read.denied.add(one!)
    if (row.says === 'was' || row.says === 'both') read.slip = true
    if (row.says === 'both') read.denied.add(two!)
    if (row.says === 'holds' || row.says === 'both') read.holds.add(one!)
  }
  if (read.holds.size === 0 || !read.plain) return null
  return {
    no: asNumber(ref?.['no']),
    named: ref?.['named'] ?? null,
    own: ref?.['own'] !== undefined,
    slip: read.slip,
    deniedOurs: read.deniedOurs,
    holds: [...read.holds],
    denied: [...read.denied],
  }
}

const rowOf = (clause: string): { readonly says: Says; readonly m: RegExpExecArray } | null => {
  for (const [says, pattern] of rows) {
    const m = pattern.exec(clause)
    if (m) return { says, m }
  }
  return null
}

function openedBy(clause: string): {
  readonly length: number
  readonly groups: Readonly<Partial<Record<string, string>>>
} | null {
  for (const pattern of opened) {
    const m = pattern.exec(clause)
    if (m) return { length: m[0].length, groups: m.groups ?? {} }
  }
  return null
}
