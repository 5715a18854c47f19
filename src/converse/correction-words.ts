// What people say to correct something, in patterns; pure.
import type { MeasureName } from '../core/report.js'
import { figureSaid } from '../understand/said.js'
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
}
export type Label = MeasureName | 'figure' | 'day' | 'unit' | 'kind' | 'venue' | 'speakers' | 'topics'

const labels: readonly (readonly [words: string, label: Label])[] = [
  ['日期|时间|日子|哪天', 'day'],
  ['人数|人次|听众|受众', 'attendance'],
  ['场次|场数', 'sessions'],
  ['份数|资料', 'materials'],
  ['篇数', 'count'],
  ['数字|数目', 'figure'],
  ['分会|单位|区县|县区', 'unit'],
  ['种类|类别|类型|项目|活动', 'kind'],
  ['地点|地方|学校', 'venue'],
  ['讲师|主讲人?|老师', 'speakers'],
  ['题目|讲题|主题', 'topics'],
]
const label = (words: string): Label | null =>
  labels.find(([w]) => new RegExp(`^(?:${w})$`).test(words))?.[1] ?? null
const labelWords = labels.map(([w]) => w).join('|')

const separators = '[，,、；;。.\\s]{0,3}'
/** Every pattern is tried on at most 60 characters; none can backtrack beyond them. */
const patterns: readonly (readonly [pattern: RegExp, read: (m: RegExpExecArray) => Correction | null])[] = [
  // 不是300多，是350人 · 人数不是300是350 · 128号不是300，是350 · 更正：不是300，是350
  [
    new RegExp(
      `^(?:(?:更正|纠正|说错了|写错了|报错了|记错了)[：:，,\\s]{0,3})?(?:[#＃]?(\\d{1,7})号?${separators})?(?:(${labelWords})${separators})?(?:不是|不对${separators}不是)([^，,、；;。]{1,20}?)${separators}(?:而是|应该是|应是|是)([^，,；;。]{1,30})[。！!]?$`,
    ),
    (m) => ({ no: asNumber(m[1]), old: m[3]!, value: m[4]!, label: label(m[2] ?? ''), plain: true }),
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
      `^(?:[#＃]?(\\d{1,7})号?${separators})?(${labelWords})(?:写错|记错|报错|说错|弄错|搞错|错|不对)了?${separators}(?:应该是|应该|应为|应是|改成|改为|改|是|为)?([^，,；;。]{1,30})[。！!]?$`,
    ),
    (m) => ({ no: asNumber(m[1]), old: null, value: m[3]!, label: label(m[2]!), plain: true }),
  ],
  // 写错了，应该是350 · 更正：350人
  [
    new RegExp(
      `^(?:[#＃]?(\\d{1,7})号?${separators})?(?:我?(?:刚才)?(?:写错|记错|报错|说错|弄错|搞错|错)了|更正一?下?|纠正一?下?)[：:，,。\\s]{0,3}(?:应该是|应该|应为|应是|改成|改为|是|为)?([^，,；;。]{1,30})[。！!]?$`,
    ),
    (m) => ({ no: asNumber(m[1]), old: null, value: m[2]!, label: null, plain: true }),
  ],
  // 128号改350 · 改128 350 · 128号人数改成350人 · 128号应该是350
  [
    new RegExp(
      `^[#＃]?(\\d{1,7})号?${separators}(?:的)?(?:(${labelWords})${separators})?(?:改成|改为|改到|改|更正为|应该是|应为|应是)${separators}([^，,；;。]{1,30})[。！!]?$`,
    ),
    (m) => ({ no: asNumber(m[1]), old: null, value: m[3]!, label: label(m[2] ?? ''), plain: true }),
  ],
  [
    new RegExp(`^改[#＃]?(\\d{1,7})号?[，,：:\\s]{1,3}([^，,；;。]{1,30})[。！!]?$`),
    (m) => ({ no: asNumber(m[1]), old: null, value: m[2]!, label: null, plain: true }),
  ],
  // 改成350人 · 应该是350人 · 人数改成350
  [
    new RegExp(
      `^(?:(${labelWords})${separators})?(?:改成|改为|应该是|应为|应是|更正为)${separators}([^，,；;。]{1,30})[。！!]?$`,
    ),
    (m) => ({ no: null, old: null, value: m[2]!, label: label(m[1] ?? ''), plain: false }),
  ],
  // 把300改成350
  [
    new RegExp(`^把([^，,；;。]{1,20}?)改[成为]([^，,；;。]{1,30})[。！!]?$`),
    (m) => ({ no: null, old: m[1]!, value: m[2]!, label: null, plain: true }),
  ],
]

/** Reads a correction; pure. `quoted`: the message quotes a receipt, so a bare value is enough. */
export function parseCorrection(words: string, quoted: boolean): Correction | null {
  const text = words.trim().replace(/\s+/g, ' ')
  // targets are set by commands/set-target.ts: 把任务改成8场
  if (text.length === 0 || text.length > 60 || /任务|指标/.test(text)) return null
  for (const [pattern, read] of patterns) {
    const m = pattern.exec(text)
    const found = m && read(m)
    if (found && !/^(?:过|什么|了什么)/.test(found.value)) return found
  }
  return quoted && (figureSaid(text) || /^(?:是|应该是)?[^，,。]{1,12}[日号]$/.test(text))
    ? { no: null, old: null, value: text.replace(/^(?:是|应该是)/, ''), label: null, plain: true }
    : null
}
