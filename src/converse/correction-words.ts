// What people say to correct something, in patterns; pure.
import { asksOfQuoted } from './rumour-words.js'
import type { Difference } from '../ledger/by-how-much.js'
import { figureSaid } from '../understand/said.js'
import { readDifference } from './by-how-much.js'
import { readAccount } from './correction-account.js'
import { isOff } from './correction-account-words.js'
import { labelWords, type Label } from './correction-labels.js'
import { added, patterns, placed, wrong } from './correction-patterns.js'
import { readMoved } from './correction-moved.js'
import { readReasoned } from './correction-reasons.js'
import { readSlip } from './correction-slips.js'
import { noReason } from './correction-clause-words.js'
import { readClauses } from './correction-clauses.js'
import { asNumber } from './numbers.js'
import { saysItGoes } from './withdrawal-words.js'

/** What a message asks to be corrected, before it is known of which record. */
export interface Correction {
  /** Record number said; null: the quoted or the last one. */
  readonly no: number | null
  /** The old value said (不是A，是B). */
  readonly old: string | null
  readonly value: string
  /** A field named in words (日期写错了). */
  readonly label: Label | null
  /** Says plainly that something was wrong: enough to be meant without a call. */
  readonly plain: boolean
  /** May be about a room or a bus: uncalled it is heard only of a record the sender may change. */
  readonly loose?: true
  /** A bare statement (101号是城西的): only a value that is known for one is taken up. */
  readonly stated?: true
  /** Nothing in it says that it is about a record: heard only where the bot is called. */
  readonly called?: true
  /** The value says how far the figure was off, not what it is (多报了10个). */
  readonly by?: Difference
  /** What else the message puts right, that was not understood. */
  readonly rest?: string
  /** Said beside the value by how much the old figure was off: the two have to agree. */
  readonly off?: readonly Off[]
  /** Nothing names the record: heard uncalled only where the figures agree to the unit. */
  readonly agrees?: boolean
}
/** How far a figure was off, told beside what it is; `strict`: in words that say nothing else. */
export interface Off {
  readonly sign: 1 | -1 | 0
  readonly value: string
  readonly phrase: string
  readonly strict: boolean
  /** Told as nothing but a slip: the new figure is worked out without asking. */
  readonly plain: boolean
}
/** Said around it, and nothing of its own. */
const sorry =
  /^(?:(?:不好意思|对不[起住]|抱歉|哎[呀哟]?|唉|哟|呀|哦|噢|啊|更正一下|纠正一下|各位|大家|老师们?|(?:多谢|谢谢|感谢|谢了?|辛苦|亏得|幸亏|还是)[^，,。！!\d]{0,8}(?:提醒|指正|纠正|指出|告诉|发现|细心|仔细|看出来|一说)[了的]?(?=[，,。！!\s])|麻烦(?:改|更正)一下|那么?就?(?=改[成为]))[，,。！!～~\s]{0,3}){1,3}/
/** 报错了报错了, 错了，错了: said twice in haste. */
const twice = /^((?:我?(?:刚才)?(?:写|记|报|说|弄|搞|打|算|数|填)?错了|不对)[，,。！!～~\s]{0,2})\1{1,3}/
/** 人数也不对. */
const also = new RegExp(
  `^((?:[#＃]?\\d{3,7}号?的?)?(?:${labelWords}))[也又还都是]{1,2}(?=${wrong}?错|不对|有误|不准)`,
)
const slip =
  /[，,。！!～~\s]{1,3}(?:我?(?:刚才|上面|前面)?(?:写|记|报|说|弄|搞|打)错了?|不好意思|对不起|抱歉|谢谢您?|麻烦您?(?:改|更正)?一?下?|请?帮?忙?改一?下)[。！!～~\s]{0,3}$/

/** 还有，… · 对了，…: something more comes to mind. */
export const besides = new RegExp(
  `^(?:(?:还有|另外|再就是|再有|对了|哦对了?|顺便|补充一?下?|再补充一?下?)(?:[，,：:\\s]{1,3}|(?=${labelWords}))){1,2}`,
)

/** 把102的人数改成85. */
const takenUp = /^(?:把|将)(?=[#＃]?\d{3,7}(?:号|的|那|这|人数|人次))/

/** How one knows, said behind it: 我数了签到表. */
const because =
  /[，,。；;][^，,。；;]{0,8}(?:数了|数过|点了|点过|数出来|签到|核对|核过|名单|看错|记错|听错|漏了|才知道|没看[见到清]|没听清|没[数算记][进上到]|没数清|来晚|来迟|后来的)[^，,。；;]{0,8}[。！!]?$/

/** Longer texts are reports or chatter. */
const longest = 60
/** 101号作废，那是居委会办的不是我们: which words withdraw is said in withdrawal-words.ts. */
const withdraws =
  /^[#＃]?\d{3,7}号?(?:给|都|就)?(?:作废|不算数|撤回|撤销|删掉|删除)[了掉吧]{0,2}(?=[，,。；;！!\s]|$)/

/** 101号楼 is where somebody lives. */
const address =
  /\d{3,7}号(?:[大小]?楼(?!长)|[大小]?院(?![长里方士])|教室|会议室|活动室|病房|病?床位?|信箱|公交|地块)/

/** Without what is said around it; null for what is no correction at all. */
function bared(words: string): string | null {
  // targets are set by commands/set-target.ts: 把任务改成8场
  if (words.length > 3 * longest || /任务|指标/.test(words) || withdraws.test(words) || saysItGoes(words))
    return null
  if (address.test(words)) return null
  return words.trim().replace(/\s+/g, ' ').replace(besides, '').replace(takenUp, '').replace(sorry, '')
}

/**
 * Every correction of a message, `words` as typed and without politeness: usually one; 101号54人，102号39人 and 人数是98，手册是250份
 * give two. Empty where it is none; pure.
 */
export function parseCorrections(typed: string, words: string, quoted: boolean): readonly Correction[] {
  // 上面说的有道理吗
  if (asksOfQuoted(words.replace(/\s/g, ''), typed) === 'surely') return []
  const text = bared(typed) ?? ''
  const moved = readMoved(text)
  if (moved) return [moved]
  const account = readAccount(text)
  if (account) return account
  const others = readOthers(typed, words, quoted)
    .filter((c) => c.by !== undefined || !misread(text, c))
    .map((c) => (c.no === null && !quoted && planned.test(typed) ? { ...c, called: true as const } : c))
  const rest = others.length === 1 ? restOf(text, others[0]!) : null
  return rest === null ? others : [{ ...others[0]!, rest }]
}

/** 那就改成周三吧: of any plan, unless it is said to the bot. */
const planned = /^(?!.*[记报])[^\d]{0,10}那么?就?改[成为]/

/** A figure that says only by how much, or 不是60是52人，培训不是讲座 read as one; 101号… heard of no number. */
const misread = (text: string, { no, value, old }: Correction): boolean =>
  isOff(text, value) ||
  slippedBy.test(text.slice(0, text.indexOf(value) + value.length)) ||
  (no === null && /^[#＃]?\d{3,7}号/.test(text)) ||
  (old !== null && /\d[^，]{0,3}是/.test(old))
/** 写错一位, 错了3个. */
const slippedBy = /错了?(?:\d|[一两几])(?:位|个)?$/

/** A clause that puts another field right than the one that was heard. */
function restOf(text: string, { value, old }: Correction): string | null {
  const clauses = text.split(/[，,。；;！!\n]+/).map((c) => c.trim())
  if (!clauses.some((c) => c.includes(value))) return null
  const rest = clauses.filter(
    (c) => !c.includes(value) && (old === null || !c.includes(old)) && putsRight.test(c),
  )
  return rest.length > 0 ? rest.join('，').slice(0, 30) : null
}
const putsRight = new RegExp(
  `^(?:而且|还有|另外)?(?:${labelWords})[也又]?(?:是|改|应|不是[^，]{1,10}是)|^(?:也|还)?不是[^，]{1,10}而?是|改[成为到](?!了)[^，]{2,}|应该[是算][^，]{2,}`,
)

function readOthers(typed: string, words: string, quoted: boolean): readonly Correction[] {
  const all = readClauses(bared(typed) ?? '')
  if (all.length > 1) return all
  const [clause] = all
  const one = parseCorrection(typed, quoted) ?? clause ?? parseCorrection(words, quoted)
  if (!one) return []
  // 课表上写的是17号: the value without where it stands; 得算53人: a figure, not a branch
  const plainer =
    clause && (one.stated || (one.value.length > clause.value.length && one.value.endsWith(clause.value)))
  return [plainer ? clause : one]
}

/** Reads a correction; pure. `quoted`: the message quotes a receipt, so a bare value is enough. */
export function parseCorrection(words: string, quoted: boolean): Correction | null {
  const typed = bared(words)
  if (typed === null) return null
  const text = typed.replace(slip, '').replace(twice, '$1').replace(also, '$1')
  if (text.length === 0 || text.length > longest) return null
  return readPlain(text, quoted) ?? (because.test(text) ? readPlain(text.replace(because, ''), quoted) : null)
}

/** 改过什么 asks, and 101号还要算 is a wish about the whole record. */
const notValues =
  /^(?:过|动[过了没]|什么|了什么|了$)|^[那这]是|不是|怎么|^(?:作废|删|取消|不要|不算)|(?:还要?|要|不)算|作废|留着|恢复(?!成)/

/** 点名册上写的是57, 实际签到五十七人. */
const whereItStands =
  /^(?:实际上?|其实)?[按照]?(?:签到|点名|名册|名单|登记|花名册)[本簿表册单]?[上里]?面?(?:写的|记的|写着|记着|实到|来了)?(?:一共|总共|共)?[是有]?(?=[\d一二两三四五六七八九十百])/
/** Without what says nothing beside a value: 还是57, 我们双溪的, 10月30号那天讲的, 城西办的. */
const valueOf = (said: string): string =>
  said
    .replace(/^(?:还是|仍然?是)(?=.)/, '')
    // 算培训合适
    .replace(/(?<=.{2})(?:才|更|比较|要)?(?:合适|妥当|恰当|更好|贴切)(?:一?[点些])?$/, '')
    .replace(/(?<=.)(?:才(?:是)?[对准]的?|为准)$/, '')
    .replace(/^(?:我们|咱们|俺们)的?(?=[^的]{2})/, '')
    .replace(whereItStands, '')
    .replace(
      /(?<=[日号天午]|(?:周|星期|礼拜)[一二三四五六])(?:那天|当天|那日)?(?:[讲办搞做开去上]?的(?:事儿?|课|活动)?)$/,
      '',
    )
    .replace(/(?<=[^\d日号]{2})(?:举办|组织|[办搞])的$/, '')

/** The first pattern that the whole of a text fits. */
function readPattern(text: string): Correction | null {
  for (const [pattern, read] of patterns) {
    const m = pattern.exec(text)
    const found = m && read(m)
    // 《星星怎么走》 asks nothing
    if (!found || notValues.test(found.value.replace(/《[^》]{1,30}》/g, '《》'))) continue
    const value = valueOf(found.value)
    // 重新数是61: the figure stands behind how one knows it
    const reasoned =
      found.label === null && !found.stated && figureSaid(value) === null ? readReasoned(text) : null
    return reasoned ?? { ...found, value }
  }
  return null
}

function readPlain(text: string, quoted: boolean): Correction | null {
  const by = readDifference(text, quoted)
  if (by) return { no: asNumber(by.no), old: null, value: by.value, label: null, plain: true, by }
  const whole = readPattern(text)
  if (whole) return whole
  const reasoned = readReasoned(text) ?? readSlip(text) ?? readBeforeReasons(text)
  if (reasoned) return { ...reasoned, value: valueOf(reasoned.value) }
  const alone = beginningOf(text)
  if (alone !== null) return readPlain(alone, false)
  return quoted ? bareValue(text) : null
}

/** 101号分会记错了，是城西的，城东只出了间屋子: what stands before clauses that only tell why. */
function readBeforeReasons(text: string): Correction | null {
  const clauses = text.split(/[，,。；;]+/).filter(Boolean)
  for (let n = Math.min(3, clauses.length - 1); n > 1; n--) {
    const found = clauses.slice(n).some((c) => noReason.test(c))
      ? null
      : readPattern(clauses.slice(0, n).join('，'))
    if (found && (found.no !== null || found.old !== null)) return { ...found, loose: true }
  }
  return null
}

const slips = new RegExp(`(?:${wrong}[错多少漏]|[多少漏]${wrong}|不对|有误)了?$`)
/** With its number the beginning stands alone: 101号改成130，联络员来电话说的 · 102号不是58，是56，有两个是馆里的. */
function beginningOf(text: string): string | null {
  if (!/^[#＃]?\d{3,7}(?:号|的|[那这][条场个])/.test(text)) return null
  const [first, second, ...rest] = text.split(/[，,。；;]+/).filter(Boolean)
  if (first === undefined || second === undefined) return null
  // 不是58 alone says nothing yet
  // 101号多报了，应该是78人，有7个是工作人员
  const both =
    (/不是[^，]{1,15}$/.test(first) && /^(?:而是|应该是|应是|是)/.test(second)) ||
    (slips.test(first) && /^(?:应该是|应是|实际是|其实是|只有)/.test(second))
  if (!both) return first
  return rest.length > 0 && !rest.some((c) => /不是|改[成为]|应该|[?？吗]/.test(c))
    ? `${first}，${second}`
    : null
}

/** What a quoted receipt lets stand alone: 350人 · 是19号 · 在三中 · 还发了资料200份. */
function bareValue(text: string): Correction | null {
  const about = { no: null, old: null, plain: true } as const
  const more = new RegExp(`^${added}$`).exec(text)
  if (more) return { ...about, value: more[1]!, label: 'materials' }
  const where = placed(text.replace(/^是/, ''), null)
  if (where.label !== null) return { ...about, ...where }
  return figureSaid(text) || /^(?:是|应该是)?[^，,。]{1,12}[日号]$/.test(text)
    ? { ...about, value: text.replace(/^(?:是|应该是)/, ''), label: null }
    : null
}
