// Words that correct, each with what it names; pure.
import { handedOut } from '../understand/figure-among.js'
import { label, labelWords, type Label } from './correction-labels.js'
import type { Correction } from './correction-words.js'
import { asNumber } from './numbers.js'

const separators = '[，,、；;。.\\s]{0,3}'
/** 101号 · #101 · 101那条 · 101号那场的. */
const which = `(?:[#＃]?(\\d{3,7})(?:号|#)?(?:[那这](?:条|场|个|笔|次))?的?${separators})?`
const thisOne = `[#＃]?(\\d{3,7})(?:号|#)?(?:[那这](?:条|场|个|笔|次))?的?${separators}`
export const wrong = '(?:写|记|报|说|弄|搞|打|算|数|填|改)'
/** What is said of a field that was told wrong: 日子记岔了, 人数写颠倒了. */
const amiss = '(?:[写记报说弄搞打算数填改看抄]?[错岔混串反]|[写记]?颠倒|不对|有误|不准)'
/** 那堂课 · 那场: the last one, where the bot is called. */
const thatOne = '(?:刚才|刚刚)?[那这]一?[条场个次堂节期](?:课|活动|讲座|义诊|培训|咨询)?'
/** 记到, 算在, 划给, 归. */
const taken = '(?:登记|[记算归划挂转放列移报])(?:[到在给进入成为]|归)?'
/** What was given out besides, told afterwards. */
export const added = `${handedOut}([^，,；;。]{1,12}[份册本张])[。！!]?`
/** 房间101, 血压计82: a figure of something else. */
const noun =
  '(?!人数|听众|受众|学员|人次|场次|场数|资料|数字?|原来|原先|刚才|里面|那个|第|\\d)[^，,；;。\\d]{1,12}'
const figure = '[\\d一二三四五六七八九十百千万两〇零]{1,10}'
/** 《地震来了怎么办》 asks nothing. */
const isQuestion = (words: string): boolean =>
  /谁|什么|啥|哪|多少|几[场人个]|怎么|吗|[?？]/.test(words.replace(/《[^》]{1,30}》/g, ''))
/** 在三中讲的 says where. */
export function placed(
  value: string,
  named: Label | null,
): { readonly value: string; readonly label: Label | null } {
  const venue =
    named === null
      ? /^(?:那天|当天)?是?在([^，,。]{2,15}?)(?:[讲办搞开做]|举办)?的?$/.exec(value)?.[1]
      : undefined
  return venue === undefined ? { value, label: named } : { value: venue, label: 'venue' }
}

/** Every pattern is tried on at most 60 characters; none can backtrack beyond them. */
export const patterns: readonly (readonly [
  pattern: RegExp,
  read: (m: RegExpExecArray) => Correction | null,
])[] = [
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
      `^${which}(${labelWords})(?:我|都|也|给|又)?${amiss}了?${separators}(?:应该是|应该|应为|应是|改成|改为|改|是|为)?([^，,；;。]{1,30})[。！!]?$`,
    ),
    (m) => ({ no: asNumber(m[1]), old: null, value: m[3]!, label: label(m[2]!), plain: true }),
  ],
  // 写错了，应该是350 · 更正：350人 · 101号搞错了，那天是在三小讲的
  [
    new RegExp(
      `^${which}(?:我?(?:刚才)?${wrong}?错了|更正一?下?|纠正一?下?)[：:，,。\\s]{0,3}(?:应该是|应该|应为|应是|改成|改为|是|为)?([^，,；;。]{1,30})[。！!]?$`,
    ),
    (m) => ({
      ...(m[1] === undefined ? { value: m[2]!, label: null } : placed(m[2]!, null)),
      no: asNumber(m[1]),
      old: null,
      plain: true,
    }),
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
      `^(?:我|前面|刚才|上面|刚刚|昨天|之前|早上|上午|下午){0,3}(?:报(?!名)|说|写)的?是?([^，,；;。]{1,15})${separators}(?:不对${separators})?(?:实际上?|其实|应该|应|准确说?)(?:是|为|有|来了)?([^，,；;。]{1,30})[。！!]?$`,
    ),
    // 刚才说没有，其实有一场: told anew
    (m) => (m[1]!.startsWith('没') ? null : { no: null, old: m[1]!, value: m[2]!, label: null, plain: true }),
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
  // 101号应该记到城西 · 101号不该算城东，该算城西 · 那场要归到城西名下
  [
    new RegExp(
      `^(?:${thisOne}|${thatOne})(?:不(?:应该|该|能|要)${taken}([^，,；;。]{1,12})${separators})?(?:应该|应当|该|得|应|要|还是)?${taken}([^，,；;。]{2,12}?)(?:名下|头上|账上|那边|那里|那儿|这边)?(?:去|才对|的)?(?:${separators}而?不(?:是|该|算)([^，,；;。]{2,12}))?[。！!]?$`,
    ),
    (m) =>
      isQuestion(m[3]!)
        ? null
        : {
            no: asNumber(m[1]),
            old: m[2] ?? m[4] ?? null,
            value: m[3]!,
            label: null,
            plain: true,
            stated: true,
            loose: true,
            ...(m[1] === undefined ? { called: true } : {}),
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
  // 101，95人: said to the bot
  [
    new RegExp(
      `^[#＃]?(\\d{3,7})[，,：:\\s]{1,3}((?:大?约|近|大概)?${figure}[多余来几]?(?:人次|个?人|名|位|份|场|期|篇|条)(?:左右)?)[。！!]?$`,
    ),
    (m) => ({ no: null, old: m[1]!, value: m[2]!, label: null, plain: true, called: true }),
  ],
  // 101号按葛老师说的，75
  [
    new RegExp(
      `^${thisOne}(?:还是|就|请)?(?:按照?|照|用|以|听)[^，,\\d]{1,8}?(?:的|[说数报点讲]的)(?:数|人数)?${separators}(?:改成|[算记是])?((?:大?约|近)?${figure}[多余来几]?(?:人次|个?人|名|位|个)?)[。！!]?$`,
    ),
    (m) => ({ no: asNumber(m[1]), old: null, value: m[2]!, label: null, plain: true, loose: true }),
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
    new RegExp(
      `^(?:把|将)(?!${noun}\\d{1,6}改)([^，,；;。]{1,20}?)改(?:[成为]|(?=\\d))([^，,；;。]{1,30})[。！!]?$`,
    ),
    (m) => ({ no: null, old: m[1]!, value: m[2]!, label: null, plain: true }),
  ],
]
