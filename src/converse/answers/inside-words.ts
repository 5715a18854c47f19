// 「这6场是连同那4场，还是另外的？」 in people's own words; pure. The events told before are 甲, the sum of them 乙.
import { wholeNumber } from '../../understand/numbers/numeral.js'

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
  `${before}(?:已经?)?(?:[报说发记登讲办搞]过?了?)?的?那?(?:${num}${each}|些|几${each}|${each})?${what}|(?:已经?|早)?[报说记登]过?了?的那?(?:${num}${each}|些|几${each})?${what}`,
  'g',
)
const pointed = new RegExp(`([那这])(?:(${num})${each}|[几一]?${each}|些|${each})${what}`, 'g')
const sums =
  /(?:这份|这个|那份|那个)?(?:汇总|总数|总账|合计|大数)(?:表|数|里)?(?=[里中没不未外之以有包含都也]|的时|$)|(?<!\d)\d{3,7}号(?:汇总)?/g

/** The words with 甲 for the events, 乙 for the sum, and without what says nothing. */
function reduced(words: string, asked: InsideAsked): string {
  const byPointing = (which: string): string => (which === asked.eventsAre ? '甲' : '乙')
  return (
    words
      .replace(pointed, (_, which: string, said: string | undefined) => {
        const n = said === undefined ? null : valueOf(said)
        if (n === null || asked.events === asked.sum) return byPointing(which)
        return n === asked.events ? '甲' : n === asked.sum ? '乙' : byPointing(which)
      })
      .replace(toldBefore, '甲')
      .replace(sums, '乙')
      .replace(new RegExp(`^(${num})${each}(?=[里是都不没也已])`), (all, n: string) =>
        valueOf(n) === asked.sum ? '乙' : all,
      )
      .replace(/甲{2,}/g, '甲')
      .replace(/(?:并)?不是/g, '不')
      .replace(/没有(?=[算包含连在列计加打把重])/g, '没')
      .replace(fillers, '')
      // 一中那场, 8号花园社区那场
      .replace(/^[^甲乙没不未别另除连含包算加把跟和与内里总共有]{1,14}(?=甲)/, '')
  )
}
const fillers = /已经?|早就|本来|其实|肯定|确实|当然|应该|那就|全(?![月部年])|[的了呢吧啊呀都也是就早]/g

const valueOf = (said: string): number | null => (/^\d/.test(said) ? Number(said) : wholeNumber(said))

const no = '(?<no>不|没|未)?'
const within = '(?:里面|里头|里边|里|内|中|其中|当中)'
/** Whether the events are in the sum; `no` turns it round. The comment is what needs the row. */
const inside: readonly string[] = [
  // 包括 · 不包括那两场 · 连同前面的一起 · 没算进去
  `乙?${no}(?:连同|连着|连上|连|带着|带上|带|包括|包含|包|含着|含|算上|算进|算在|算|计入|计在|列入|打在|加进|算过)甲?(?:在?${within}|在一起|在一块儿?|一起|一块儿?|进去|进来|去|来|过|上)?(?:算|报|加)?`,
  // 那两场也在里面 · 那两场没算在里头 · 那场不在汇总里
  `甲?${no}(?:算|包括|包含|含|计|列|加|打|归|合|数)?(?:在|进|到|入)(?:乙${within}?|${within}|去|来|一起|一块儿?)`,
  // 那两场没算 · 那两场算过了 · 那两场没包括
  `甲${no}(?:算|包括|包含|含|计|列|加)(?:上|过|进)?`,
  // 里头有那两场 · 这4场里没有那两场 · 汇总里没算
  `(?:乙${within}?|${within})(?:${no}(?:有|含|包括|包含|算|计|列|带)|(?<none>没))甲?(?:在内|过|上)?`,
  // 有那两场
  `${no}有甲`,
  // 没把那两场算进去 · 把前面的算上了
  `${no}把甲(?:算|包括|加|计|打)(?:进去|进来|上|在${within}|在内)?`,
  // 那4场里的一场 · 其中之一
  `${no}(?:乙${within}|其中)(?:那|这)?(?:一${each}|之一|甲)?`,
]
/** Whether they are apart; the same. */
const apart: readonly string[] = [
  // 另外的 · 额外加的 · 分开算 · 单独一场 · 新的4场 · 不另外
  `(?:甲|乙)?${no}(?:另外|另|额外|单独|单|分开|各|新|后来|后面|后头|别)(?:又|再|才)?(?:算|加|计|记|搞|办|讲|开|做|补|报|有)?(?:上)?(?:乙|甲|一${each}|${num}${each})?`,
  // 之外的 · 除了那两场之外 · 那4场以外的
  `${no}(?:除此|除(?:开|去)?甲|除(?:开|去)?乙|甲|乙)?(?:之外|以外|外)(?:又|再|另外|还)?(?:搞|办|讲|开|做|加|有)?(?:乙|${num}${each})?`,
  // 两码事 · 不相干 · 跟那两场没关系 · 不重复
  `(?:乙|甲)?(?:跟|和|与|同)?(?:乙|甲)?(?:${no}(?:两码事|两回事|搭不上边)|不(?:相干|搭界|重复|一回事|一码事|同)|没(?:关系|重复|搭界))`,
  // 漏报的 · 汇总的时候漏了 · 后来补的
  `(?:乙时候?|当时|那时候?)?(?:漏(?:报|掉|记|算)?|落下|忘报|后来补报?)(?:甲)?`,
]
/** 要加上 · 还得加上那两场 · 要相加: they are added. */
const toAdd =
  /^(?:甲|乙)?(?:还|都)?(?:要|得|该|需要?|应)(?:再|另外|一起|和甲|跟甲|把甲)?(?:加上?|相加|加起来|加进去|算上)(?:甲|乙|一[场次期])?$|^(?:两[个下]|甲乙|乙甲)?相加$|^再加(?:上)?(?:甲|乙|一[场次期节班回个堂])$/

const whole = (rows: readonly string[]): readonly RegExp[] => rows.map((row) => new RegExp(`^${row}$`))
const [insideRows, apartRows] = [whole(inside), whole(apart)]

/** 一共6场 · 加上那两场总共4场 · 合起来6场. */
const inAll = new RegExp(
  `^(?:${num}月份?)?(?:(?:加上|连上?|连同|算上|带上|和)?(?:甲|乙))?(?:乙)?(?:一共|总共|合计|合起来|加起来|全部加起来|全部|拢共|统共|总计|全月|整月|共){1,2}(?:才|只|有|为)?(?:乙|(${num})${each})`,
)
/** 其中两场报过了 · 里面有两场是报过的. */
const toldOf = new RegExp(
  `^(?:乙?${within}?)?有?(${num})${each}(?:前面|之前|先前)?(?:给你)?[报说记登]过?$|^(?:乙?${within})有?甲$`,
)

/** Which way the words choose; null: they say nothing of it. */
export function readInside(words: string, asked: InsideAsked): InsideSaid | null {
  if (words.length > longest || /[哪谁吗怎]|什么|多少|几[场次](?!里)/.test(words)) return null
  const said = reduced(words, asked)
  if (said === '' || said === '甲' || said === '乙') return null
  const all = inAll.exec(said)
  if (all && all[0] === said) return all[1] === undefined ? 'first' : fitting(valueOf(all[1]), asked)
  const told = toldOf.exec(said)
  if (told) return told[1] === undefined || valueOf(told[1]) === asked.events ? 'first' : 'neither'
  if (toAdd.test(said)) return 'second'
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
/** 连, 带 and 其中 alone say nothing; 算 answers only whether it is counted in. */
const bareVerb = /^(?:连|带|带上|带着|包|其中|算|不?其中甲)$/

/** A number of all sessions: the sum's own, or both together. */
function fitting(n: number | null, { events, sum }: InsideAsked): InsideSaid {
  if (n === null || sum === null) return 'neither'
  if (n === sum) return 'first'
  return events !== null && n === events + sum ? 'second' : 'neither'
}
