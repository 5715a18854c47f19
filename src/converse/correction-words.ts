// What people say to correct something, in patterns; pure.
import type { Difference } from '../ledger/by-how-much.js'
import { figureSaid } from '../understand/said.js'
import { readDifference } from './by-how-much.js'
import { label, labelWords, type Label } from './correction-labels.js'
import { readReasoned } from './correction-reasons.js'
import { readSlip } from './correction-slips.js'
import { asNumber } from './numbers.js'

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
  /** The value says how far the figure was off, not what it is (多报了10个). */
  readonly by?: Difference
}
const separators = '[，,、；;。.\\s]{0,3}'
/** 101号 · #101 · 101那条 · 101号那场的. */
const which = `(?:[#＃]?(\\d{3,7})(?:号|#)?(?:[那这](?:条|场|个|笔|次))?的?${separators})?`
const thisOne = `[#＃]?(\\d{3,7})(?:号|#)?(?:[那这](?:条|场|个|笔|次))?的?${separators}`
const wrong = '(?:写|记|报|说|弄|搞|打|算|数|填|改)'
/** What was given out besides, told afterwards. */
const added =
  '(?:还|另外|另|又|也)(?:发|送|印)了?(?:宣传|科普|学习)?(?:资料|传单|单子|手册|材料|书)?([^，,；;。]{1,12}[份册本张])[。！!]?'
const figure = '[\\d一二三四五六七八九十百千万两〇零]{1,10}'
const isQuestion = (words: string): boolean => /谁|什么|啥|哪|多少|几[场人个]|怎么|吗|[?？]/.test(words)
/** 在三中讲的 says where. */
function placed(
  value: string,
  named: Label | null,
): { readonly value: string; readonly label: Label | null } {
  const venue = named === null ? /^在([^，,。]{2,15}?)(?:[讲办搞开做]|举办)?的?$/.exec(value)?.[1] : undefined
  return venue === undefined ? { value, label: named } : { value: venue, label: 'venue' }
}

/** Every pattern is tried on at most 60 characters; none can backtrack beyond them. */
const patterns: readonly (readonly [pattern: RegExp, read: (m: RegExpExecArray) => Correction | null])[] = [
  // 不是300多，是350人 · 人数不是300是350 · 128号写错了，不是300，是350 · 101号那个不算讲座，改成培训
  [
    new RegExp(
      `^(?:(?:我?(?:刚才)?(?:更正|纠正|${wrong}错了|错了))[：:，,。\\s]{0,3})?${which}(?:我?(?:刚才)?${wrong}?错了${separators})?(?:(${labelWords})${separators})?(?:不是|不对${separators}不是|不(?:该|能)?算(?:是|作)?(?!\\s))([^，,、；;。]{1,20}?)${separators}(?:而是|应该[是算]|应是|是|改成|改为|算(?:是|作)?)([^，,；;。]{1,30})[。！!]?$`,
    ),
    (m) => ({ no: asNumber(m[1]), old: m[3]!, value: m[4]!, label: label(m[2] ?? ''), plain: true }),
  ],
  // 102号松岭那个培训是38人，不是33人 · 那场不是46人，后来点名是49人
  [
    new RegExp(
      `^${thisOne}[^，,；;。\\d]{1,12}?(?:应该是|应是|应为|是)([^，,；;。]{1,20}?)${separators}而?不是([^，,；;。]{1,20})[。！!]?$`,
    ),
    (m) => ({ no: asNumber(m[1]), old: m[3]!, value: m[2]!, label: null, plain: true }),
  ],
  [
    new RegExp(
      `^(?:${which}[^，,；;。\\d]{0,12}?|(?:我?(?:刚才|上午|昨天)?(?:报的)?)?[那这上](?:个|条|场|次|笔|一场)?(?:的?(${labelWords}))?)不是([^，,；;。]{1,20}?)${separators}(?:后来|实际|最后)?[^，,；;。\\d]{0,6}?(?:而是|应该是|应是|是)([^，,；;。]{1,30})[。！!]?$`,
    ),
    (m) =>
      m[1] === undefined && !new RegExp(figure).test(m[4]!)
        ? null
        : { no: asNumber(m[1]), old: m[3]!, value: m[4]!, label: label(m[2] ?? ''), plain: true },
  ],
  // 不对，是150 · 错了，应该是150人
  [
    new RegExp(
      `^(?:不对|不是|错了|不准|有误)${separators}(?:应该是|应该|应为|应是|是)([^，,；;。]{1,30})[。！!]?$`,
    ),
    (m) => ({ no: null, old: null, value: m[1]!, label: null, plain: true }),
  ],
  // 日期写错了，是18号 · 128号人数错了，应该是350
  [
    new RegExp(
      `^${which}(${labelWords})(?:${wrong}?错|不对|有误|不准)了?${separators}(?:应该是|应该|应为|应是|改成|改为|改|是|为)?([^，,；;。]{1,30})[。！!]?$`,
    ),
    (m) => ({ no: asNumber(m[1]), old: null, value: m[3]!, label: label(m[2]!), plain: true }),
  ],
  // 写错了，应该是350 · 更正：350人
  [
    new RegExp(
      `^${which}(?:我?(?:刚才)?${wrong}?错了|更正一?下?|纠正一?下?)[：:，,。\\s]{0,3}(?:应该是|应该|应为|应是|改成|改为|是|为)?([^，,；;。]{1,30})[。！!]?$`,
    ),
    (m) => ({ no: asNumber(m[1]), old: null, value: m[2]!, label: null, plain: true }),
  ],
  // 128号改350 · 改128 350 · 128号人数改成350人 · 128号应该是350
  [
    new RegExp(
      `^${thisOne}(?:(${labelWords})${separators})?(?:改成|改为|改到|改回来?|改|更正为|恢复成|还原成|应该是|应为|应是)${separators}([^，,；;。]{1,30})[。！!]?$`,
    ),
    (m) => ({ no: asNumber(m[1]), old: null, value: m[3]!, label: label(m[2] ?? ''), plain: true }),
  ],
  [
    new RegExp(`^改[#＃]?(\\d{3,7})号?[，,：:\\s]{1,3}([^，,；;。]{1,30})[。！!]?$`),
    (m) => ({ no: asNumber(m[1]), old: null, value: m[2]!, label: null, plain: true }),
  ],
  // 改成350人 · 应该是350人 · 人数改成350
  [
    new RegExp(
      `^(?:(${labelWords})${separators})?(?:改成|改为|应该是|应为|应是|更正为)${separators}([^，,；;。]{1,30})[。！!]?$`,
    ),
    (m) => ({ no: null, old: null, value: m[2]!, label: label(m[1] ?? ''), plain: false }),
  ],
  // 记错日子了，应该是19号 · 写错人数了，是95
  [
    new RegExp(
      `^${which}(?:我?(?:刚才)?)${wrong}错(${labelWords})了?${separators}(?:应该是|应该|应为|应是|改成|改为|是|为)?([^，,；;。]{1,30})[。！!]?$`,
    ),
    (m) => ({ no: asNumber(m[1]), old: null, value: m[3]!, label: label(m[2]!), plain: true }),
  ],
  // 少报了，来了150 · 人数写多了，是110 · 报多了，只有110
  [
    new RegExp(
      `^${which}(?:(${labelWords})${separators})?我?(?:刚才)?(?:${wrong}[多少漏]|[多少漏]${wrong})了${separators}(?:应该是|应该|实际上?是?|其实是?|只有|是|来了|有|为)([^，,；;。]{1,30})[。！!]?$`,
    ),
    (m) => ({ no: asNumber(m[1]), old: null, value: m[3]!, label: label(m[2] ?? ''), plain: true }),
  ],
  // 前面报的120，实际是130
  [
    new RegExp(
      `^(?:我|前面|刚才|上面|刚刚|昨天|之前|早上|上午|下午){0,3}(?:报|说|写)的?是?([^，,；;。]{1,15})${separators}(?:不对${separators})?(?:实际上?|其实|应该|应|准确说?)(?:是|为|有|来了)?([^，,；;。]{1,30})[。！!]?$`,
    ),
    (m) => ({ no: null, old: m[1]!, value: m[2]!, label: null, plain: true }),
  ],
  // 刚才那个是62个人 · 刚才报的那场有66人
  [
    new RegExp(
      `^我?(?:刚才|刚刚|上面|前面)(?:[报发说]的[那这]?(?:个|条|场|次|笔)?|[那这](?:个|条|场|次|笔))(?:(${labelWords})${separators})?(?:一共|总共|共)?(?:应该是|应该有|应是|应为|是|有|来了)([^，,；;。]{1,30})[。！!]?$`,
    ),
    (m) =>
      isQuestion(m[2]!)
        ? null
        : { no: null, old: null, value: m[2]!, label: label(m[1] ?? ''), plain: false },
  ],
  // 刚才说的数不对，一共是80人
  [
    new RegExp(
      `^我?(?:刚才|刚刚|上面|前面)?[报发说写]的(${labelWords}|数)?(?:${wrong}?错了|不对|有误|不准)${separators}(?:一共|总共|共)?(?:应该是|应该有|应是|应为|是|有|来了)([^，,；;。]{1,30})[。！!]?$`,
    ),
    (m) => ({ no: null, old: null, value: m[2]!, label: label(m[1] ?? ''), plain: true }),
  ],
  // 101号应该是培训，不是讲座 · 是350，不是300
  [
    new RegExp(
      `^${which}(?:(${labelWords})${separators})?(?:应该是|应是|应为|是)([^，,；;。]{1,20}?)${separators}而?不是([^，,；;。]{1,20})[。！!]?$`,
    ),
    (m) => ({ ...placed(m[3]!, label(m[2] ?? '')), no: asNumber(m[1]), old: m[4]!, plain: true }),
  ],
  // 101号讲师是李建国 · 101号的题目是《…》
  [
    new RegExp(`^${thisOne}(${labelWords})(?:应该)?(?:是|为)([^，,；;。]{1,30})[。！!]?$`),
    (m) =>
      isQuestion(m[3]!)
        ? null
        : { no: asNumber(m[1]), old: null, value: m[3]!, label: label(m[2]!), plain: true },
  ],
  // 102号 35人 · 102号人数35: what was missing, or the right figure
  [
    new RegExp(
      `^[#＃]?(\\d{3,7})号${separators}(?:(${labelWords})${separators})?(?:改一?下|要改|更正)?${separators}(?:一共|总共|共)?(?:讲了|办了|搞了|做了|看了|是|有|来了)?((?:大?约|近|大概)?${figure}[多余来几]?(人次|个?人|名|位|份|场|期|篇|条)?(?:左右)?)[。！!]?$`,
    ),
    (m) =>
      m[2] === undefined && m[4] === undefined
        ? null
        : {
            no: asNumber(m[1]),
            old: null,
            value: m[3]!,
            label: label(m[2] ?? ''),
            plain: true,
            loose: true,
          },
  ],
  // 101号是城西的 · 101是在三中讲的
  [
    new RegExp(`^${thisOne}(?:应该)?(?:是|归|属于|算)([^，,；;。]{1,20})[。！!]?$`),
    (m) =>
      isQuestion(m[2]!)
        ? null
        : { ...placed(m[2]!, null), no: asNumber(m[1]), old: null, plain: true, stated: true, loose: true },
  ],
  // 101号还发了资料200份
  [
    new RegExp(`^${thisOne}${added}$`),
    (m) => ({ no: asNumber(m[1]), old: null, value: m[2]!, label: 'materials', plain: true }),
  ],
  // 刚才那场还发了资料50份
  [
    new RegExp(`^我?(?:刚才|刚刚|上面|前面)[那这](?:条|场|个|次|笔)的?${separators}${added}$`),
    (m) => ({ no: null, old: null, value: m[1]!, label: 'materials', plain: true }),
  ],
  // 把300改成350
  [
    new RegExp(`^把([^，,；;。]{1,20}?)改[成为]([^，,；;。]{1,30})[。！!]?$`),
    (m) => ({ no: null, old: m[1]!, value: m[2]!, label: null, plain: true }),
  ],
]

/** Said around it, and nothing of its own. */
const sorry =
  /^(?:(?:不好意思|对不起|抱歉|哎[呀哟]?|唉|哟|呀|哦|噢|啊|更正一下|纠正一下|各位|大家|老师们?|麻烦(?:改|更正)一下)[，,。！!～~\s]{0,3}){1,3}/
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

/** Reads a correction; pure. `quoted`: the message quotes a receipt, so a bare value is enough. */
export function parseCorrection(words: string, quoted: boolean): Correction | null {
  // targets are set by commands/set-target.ts: 把任务改成8场
  if (words.length > 3 * longest || /任务|指标/.test(words) || withdraws.test(words)) return null
  const typed = words.trim().replace(/\s+/g, ' ')
  const text = typed
    .replace(besides, '')
    .replace(takenUp, '')
    .replace(sorry, '')
    .replace(slip, '')
    .replace(twice, '$1')
    .replace(also, '$1')
  if (text.length === 0 || text.length > longest) return null
  return readPlain(text, quoted) ?? (because.test(text) ? readPlain(text.replace(because, ''), quoted) : null)
}

/** 改过什么 asks, and 101号还要算 is a wish about the whole record. */
const notValues =
  /^(?:过|什么|了什么)|^[那这]是|不是|怎么|^(?:作废|删|取消|不要|不算)|(?:还要?|要|不)算|作废|留着|恢复(?!成)/

/** Without what says nothing beside a value: 还是57, 我们双溪的, 10月30号那天讲的. */
const valueOf = (said: string): string =>
  said
    .replace(/^(?:还是|仍然?是)(?=.)/, '')
    .replace(/^(?:我们|咱们|俺们)的?(?=[^的]{2})/, '')
    .replace(/(?<=[日号])(?:那天|当天|那日)?(?:[讲办搞做开去上]的|的)$/, '')

function readPlain(text: string, quoted: boolean): Correction | null {
  const by = readDifference(text, quoted)
  if (by) return { no: asNumber(by.no), old: null, value: by.value, label: null, plain: true, by }
  for (const [pattern, read] of patterns) {
    const m = pattern.exec(text)
    const found = m && read(m)
    if (!found || notValues.test(found.value)) continue
    const value = valueOf(found.value)
    // 重新数是61: the figure stands behind how one knows it
    const reasoned =
      found.label === null && !found.stated && figureSaid(value) === null ? readReasoned(text) : null
    return reasoned ?? { ...found, value }
  }
  const reasoned = readReasoned(text) ?? readSlip(text)
  if (reasoned) return { ...reasoned, value: valueOf(reasoned.value) }
  const alone = beginningOf(text)
  if (alone !== null) return readPlain(alone, false)
  return quoted ? bareValue(text) : null
}

/** With its number the beginning stands alone: 101号改成130，联络员来电话说的 · 102号不是58，是56，有两个是馆里的. */
function beginningOf(text: string): string | null {
  if (!/^[#＃]?\d{3,7}(?:号|的|[那这][条场个])/.test(text)) return null
  const [first, second, ...rest] = text.split(/[，,。；;]+/).filter(Boolean)
  if (first === undefined || second === undefined) return null
  // 不是58 alone says nothing yet
  const both = /不是[^，]{1,15}$/.test(first) && /^(?:而是|应该是|应是|是)/.test(second)
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
