// 「这6场是连同那4场，还是另外的？」 in people's own words; pure. The events told before are 甲, the sum of them 乙.
import { wholeNumber } from '../../understand/numbers/numeral.js'
import type { Choice } from './choice.js'

/** What is asked about, so that 那两场, 这4场 and 一共6场 say which. */
export interface InsideAsked {
  /** Sessions of the events told one by one, of the sum; null where not told. */
  readonly events: number | null
  readonly sum: number | null
  /** How the question points at the events: 那4场, or 这一场. */
  readonly eventsAre: '那' | '这'
}

/** 'neither': a figure that fits neither way. */
export type InsideSaid = 'first' | 'second' | 'neither'

const num = '(?:[一二两三四五六七八九十百]{1,4}|\\d{1,4})'
const each = '[场次期节班回个堂项笔条件篇]'
const what = '(?:活动|讲座|培训班?|义诊|咨询|课)?'
const before = '(?:前面|前头|先前|之前|以前|原来|原先|早先|上面|早前|前(?=[那几]))'

const toldBefore = new RegExp(
  `${before}(?:已经?)?(?:[报说发记登讲办搞]过?了?)?的?那?(?:${num}${each}(?!事)|些|几${each}|${each})?${what}|(?<![没未])(?:已经?|早)?[报说记登]过?了?的那?(?:${num}${each}|些|几${each})?${what}`,
  'g',
)
const pointed = new RegExp(`([那这])(?:(${num})${each}|[几一]?${each}|些${each}?)${what}`, 'g')
const sums =
  /(?:这份|这个|那份|那个)?(?:汇总|总数|总账|合计|大数)(?:表|数|里)?(?=[里中没不未外之以有包含都也]|的时|$)|(?<!\d)\d{3,7}号(?:汇总)?/g

/** What stands around the events that is no name. */
const name = '[^甲乙没不未别另除连含包算加把跟和与内里总共有进入在上过开去掉]'
const sessionsSaid = `(${num})${each}`
/** 4场里没有 · 不在4场里. */
const ofIt = new RegExp(`(?<=^|[在进])${sessionsSaid}(?=[里内中当是都不没也已另额单新在算包跟和与除刨])`)
/** 北岭两场也算在里头 · 两场是另外的 · 不包括两场. */
const ofThem = new RegExp(
  `(?<=包括|包含|含|连同|算上)${sessionsSaid}$|^${name}{0,8}${sessionsSaid}(?=[也都全就是已经]{0,3}(?:没有?|不|未)?(?:(?:算|包括|包含|含|计|数|打|列)?[在进]|另|额外|单))`,
)
/** 含一中那次 · 除了一中那次: 甲 stands for 那次 already. */
const namedAfter = new RegExp(
  `((?:连同?|带上?|包括|包含|含|算上?|加上|把|有|除[了开去掉]?|刨[开去])[了着]?)${name}{1,10}(?=甲)`,
  'g',
)
/** 前面一中那场 · 前面北岭都算上了. */
const severalNames = new RegExp(
  `甲(?:${name}{0,8}甲)+|甲(?![单分再新后各]|一[起块道])${name}{2,6}(?=算[上在进]|包括|包含)`,
  'g',
)
/** 这一场, 那回: one is no sum of several. */
const one = /^[那这](?:一.|[场回堂节]|[次期班笔条](?![里中汇总报]))/
/** 方老师那个, 北岭这些. */
const named = new RegExp(`${name}{2,8}(?<![汇总数表报个])$`)
/** 先前报的这些. */
const former = new RegExp(`${before}(?:[报说]过?)?的?$`)
/** 方老师的没算在里头. */
const ofSomebody = new RegExp(
  `^${name}{1,10}的(?=[也都全就是]{0,2}(?:没有?|不)?(?:算|包括|包含|含|计|列)?在)`,
)
const fillers = /已经?|早就|本来|其实|肯定|确实|当然|应该|那就|全(?![月部年])|[的了呢吧啊呀都也是就早]/g

/** The words with 甲 for the events, 乙 for the sum, and without what says nothing. */
function reduced(words: string, asked: InsideAsked): string {
  const byPointing = (which: string): string => (which === asked.eventsAre ? '甲' : '乙')
  return words
    .replace(/^(?:我们?|咱们?)(?=把|[算连带])/, '')
    .replace(/^[这那](?=[都全是也就本再没不在另单额包算跟和与除得])/, '')
    .replace(/(?<=[共就总])这些$/, '这么多')
    .replace(pointed, (_, which: string, said: string | undefined, at: number, all: string) => {
      const n = said === undefined ? null : wholeNumber(said)
      const [front, rest] = [all.slice(0, at), all.slice(at)]
      if ((n ?? 1) === 1 && asked.sum !== 1 && (one.test(rest) || named.test(front))) return '甲'
      if (asked.eventsAre === '那' && former.test(front)) return '甲'
      if (n === null || asked.events === asked.sum) return byPointing(which)
      return n === asked.events ? '甲' : n === asked.sum ? '乙' : byPointing(which)
    })
    .replace(toldBefore, '甲')
    .replace(sums, '乙')
    .replace(ofIt, (all, n: string) => (wholeNumber(n) === asked.sum ? '乙' : all))
    .replace(ofThem, (all, a?: string, b?: string) => (wholeNumber((a ?? b)!) === asked.events ? '甲' : all))
    .replace(ofSomebody, '甲')
    .replace(namedAfter, '$1')
    .replace(severalNames, '甲')
    .replace(/(?:并)?不是/g, '不')
    .replace(/没有(?=[算包含连在列计加打把重合归数报揉进])/g, '没')
    .replace(fillers, '')
    .replace(beforeIt, '')
}
/** 一中那场, 8号花园社区那场. */
const beforeIt = /^[^甲乙没不未别另除连带含包算加把跟和与内里总共有刨]{1,14}(?=甲)/

const no = '(?<no>不|没|未)?'
const within = '(?:里面|里头|里边|里|内|中|其中|当中)'
const together = '一(?:起|块儿?|道|处|总|并)'
const verb = '(?:算|包括|包含|包|含|计|列|摆|加|打|归|合|数|揉)[拢总]?'
const holding =
  '(?:连同|连着|连上|连|带着|带上|带|包括|包含|包|含着|含|算上|算进|算在|算|计入|计在|列入|打在|加进|算过)'
const never = '(?:不|别|甭|莫|不用|不要|不必|不能|不会|用不着)'
const anew = '再?(?:再|重新?)'
const separately = '(?:另外?|单独?|重复|额外)'
const count = '(?:再)?[算加计记报列]上?'
/** Whether the events are in the sum; `no` turns it round. The comment is what needs the row. */
const inside: readonly string[] = [
  // 包括 · 不包括那两场 · 连同前面的一起 · 没算进去
  `乙?${no}${holding}甲?(?:在?${within}|在?${together}|进去|进来|进数|去|来|过|上)?(?:算|报|加)?`,
  // 那两场也在里面 · 那两场没算在里头 · 那场不在汇总里 · 合在一起
  `[甲乙]?${no}(?:${together})?(?:${verb}|连同)?(?:在|进|到|入)(?:乙${within}?|[这那]?${within}|去|来|数|${together})`,
  // 一起的 · 那两场已经一起算了
  `[甲乙]?${no}(?:${verb})?${together}[算报加打]?`,
  // 那两场没算 · 那两场算过了 · 那两场没包括
  `甲${no}(?:算|包括|包含|含|计|列|加)(?:上|过|进)?`,
  // 里头有那两场 · 这4场里没有那两场 · 汇总里没算
  `(?:乙${within}?|${within})(?:${no}(?:有|含|包括|包含|算|计|列|带)|(?<none>没))甲?(?:在内|过|上)?`,
  // 有那两场
  `${no}有甲`,
  // 没把那两场算进去 · 把前面的算上了
  `${no}把甲(?:${verb}|报)(?:进去|进来|进数|去|来|上|在?${within}|在?${together})?`,
  // 那4场里的一场 · 其中之一
  `${no}(?:乙${within}|其中)(?:那|这)?(?:一${each}|之一|甲)?`,
]
/** 那两场不用再加 · 不用另外算 · 别重复算: what is counted is not counted anew. 不用再记了 alone may mean the whole. */
const notAgain = new RegExp(
  `^(?:(?:甲|${within}有甲?)[可请]?${never}(?:${anew}|再?${separately})${count}|乙?[可请]?${never}再?${separately}${count})$`,
)
/** Whether they are apart; the same. */
const apart: readonly string[] = [
  // 另外的 · 额外加的 · 分开算 · 单独一场 · 新的4场 · 不另外 · 那两场得另算
  `(?:甲|乙)?[得要该还]?再?${no}(?:另外|另|额外|单独|单|分开|各|新|后来|后面|后头|别)(?:又|再|才)?(?:算|加|计|记|搞|办|讲|开|做|补|报|有)?(?:上|进去)?(?:乙|甲|一${each}|${num}${each})?`,
  // 之外的 · 除了那两场之外 · 那4场以外的
  `(?:乙(?=除))?${no}(?:除此|除(?:开|去)?甲|除(?:开|去)?乙|甲|乙)?(?:之外|以外|外)(?:又|再|另外|还)?(?:搞|办|讲|开|做|加|有)?(?:乙|${num}${each})?`,
  // 除了一中那次 · 除了那两场还有5场 · 除了北岭以外
  `乙?(?:除[开去掉]?|刨[开去])甲(?:[还又]有?(?:乙|${num}${each}))?`,
  `除[开去掉]?${name}{1,8}(?:之外|以外|外)`,
  // 两码事 · 不相干 · 跟那两场没关系 · 不重复
  `(?:乙|甲)?(?:跟|和|与|同)?(?:乙|甲)?(?:${no}(?:两码事|两回事|搭不上边)|不(?:相干|搭界|重复|一回事|一码事|同)|没(?:关系|重复|搭界))`,
  // 漏报的 · 汇总的时候漏了 · 后来补的 · 这4场没报过
  `(?:乙时候?|当时|那时候?)?(?:漏(?:报|掉|记|算)?|落下|忘报|后来补报?)(?:甲)?|乙没[报说记登]过?`,
]
/** 要加上 · 还得加上那两场 · 要相加: they are added. */
const toAdd =
  /^(?:甲|乙)?(?:还|都)?(?:要|得|该|需要?|应)(?:再|另外|一起|和甲|跟甲|把甲)?(?:加上?|相加|加起来|加进去|算上)(?:甲|乙|一[场次期])?$|^(?:两[个下]|甲乙|乙甲)?相加$|^再加(?:上)?(?:甲|乙|一[场次期节班回个堂])?$/

const whole = (rows: readonly string[]): readonly RegExp[] => rows.map((row) => new RegExp(`^(?:${row})$`))
const [insideRows, apartRows] = [whole(inside), whole(apart)]

/** 一共6场 · 加上那两场总共4场 · 合起来6场. */
const inAll = new RegExp(
  `^(?:${num}月份?)?(?:(?:加上|连上?|连同|算上|带上|和)?(?:甲|乙))?(?:乙)?(?:一共|总共|合计|合起来|加起来|全部加起来|全部|拢共|拢总|统共|一总|总计|全月|整月|共){1,2}(?:才|只|有|为)?(?:乙|这么多|${sessionsSaid})`,
)
/** 是总的 · 整个月的 · 5场是总数. */
const theSum = new RegExp(
  `^(?:这?${sessionsSaid}|[这乙])?(?:打?总(?:账|数|共)?|打总|全?部|全月|整个?月|合计)$`,
)
/** 其中两场报过了 · 里面有两场是报过的. */
const toldOf = new RegExp(
  `^(?:乙?${within}?)?有?${sessionsSaid}(?:前面|之前|先前)?(?:给你)?[报说记登]过?$|^(?:乙?${within})有?甲$`,
)

/** Which way the words choose; null: they say nothing of it. */
export function readInside(words: string, asked: InsideAsked): InsideSaid | null {
  if (words.length > longest || question.test(words)) return null
  const sum = theSum.exec(words.replace(fillers, ''))
  if (sum) return sum[1] === undefined ? 'first' : fitting(wholeNumber(sum[1]), asked)
  const said = reduced(words, asked)
  if (said === '' || said === '甲' || said === '乙') return null
  const all = inAll.exec(said)
  if (all && all[0] === said) return all[1] === undefined ? 'first' : fitting(wholeNumber(all[1]), asked)
  const told = toldOf.exec(said)
  if (told) return told[1] === undefined || wholeNumber(told[1]) === asked.events ? 'first' : 'neither'
  if (toAdd.test(said)) return 'second'
  if (notAgain.test(said)) return 'first'
  for (const row of insideRows) {
    const m = row.exec(said)
    if (m) return m.groups?.no || m.groups?.none ? 'second' : bareVerb.test(said) ? null : 'first'
  }
  for (const row of apartRows) {
    const m = row.exec(said)
    if (m) return m.groups?.no ? 'first' : 'second'
  }
  return null
}
const longest = 30
const question = /[哪谁吗怎]|什么|多少|(?<![那这])几[场次](?!里)/
/** 连, 带 and 其中 alone say nothing; 算 answers only whether it is counted in. */
const bareVerb = /^(?:连|带|带上|带着|包|其中|算|不?其中甲)$/

/** A number of all sessions: the sum's own, or both together. */
function fitting(n: number | null, { events, sum }: InsideAsked): InsideSaid {
  if (n === null || sum === null) return 'neither'
  if (n === sum) return 'first'
  return events !== null && n === events + sum ? 'second' : 'neither'
}

/** The choice as it is asked of these two. */
export const insideOrApart = (asked: InsideAsked): Choice => ({
  first: { test: (words) => readInside(words, asked) === 'first' },
  second: { test: (words) => readInside(words, asked) === 'second' },
})
