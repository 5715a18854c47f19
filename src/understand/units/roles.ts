import { isHan } from '../text/chars.js'
import { ending } from '../text/affixes.js'
import type { Clause } from '../form/clauses.js'
import type { Field } from '../form/labels.js'
import { overlapping } from '../text/ordered.js'
import { has, type Token, type UnitToken } from '../tokens.js'
import type { UnitRole } from './units.js'

const before: readonly (readonly [role: UnitRole | 'join', words: string])[] = [
  [
    'subject',
    '主办 承办 主办是 报报 报一报 再报 报一下 汇报 补报 代报 这里是 这边是 由 算 算作 归 属于 代表 帮 替 代 主办: 承办: 我们 我是 俺是 咱是 咱们是 我们是 俺们是 这是 单位: 咱们 主办单位 承办单位 举办单位 组织单位 牵头单位 填报单位 上报单位 报送单位 主办方 承办方 举办方 组织方 组织者 主办者 单位是 单位为 分会是 主办方是 承办方是 组织者是 主办的是 承办的是',
  ],
  [
    'none',
    `@ 在 到 赴 去 往 进 至 于 从 为 给 向 对 受 应 据 按 按照 根据 迎接 庆祝 纪念 恭贺 落实 参照 感谢 谢谢 多谢 祝贺 恭喜 被 来自 跑了一趟 跑了趟 去了一趟 去了趟 走了一趟 走了趟 报给 转给 发给 报送 报 报给 投给 寄给 上交 上报 呈报 组织 邀请 请 聘请 委托 选派 派 抽调 动员 特邀 带领 率领 作为 包括 担任 任 走访 拜访 慰问 支持 指导 依托 经 围绕 获 获得 荣获 加入 是`,
  ],
  [
    'join',
    '和咱 和我 与我 同咱 同我 跟咱 跟我 和本 与本 拉着 拉上 带着 喊上 约上 叫上 联合 会同 协同 携手 联手 偕同 分别与 同 与 和 及 暨 跟 以及 + 、 连同 伙同',
  ],
]

const beforeRows = before
  .flatMap(([role, words]) =>
    words
      .split(/\s+/)
      .filter(Boolean)
      .map((w) => [w, role] as const),
  )
  .sort((a, b) => b[0].length - a[0].length)

const wordThere = ending(beforeRows.map(([w]) => w))
/** Of a word in two rows the first counts. */
const roleOf = new Map(beforeRows.toReversed())

/** What the word in front makes of a unit; null where none says. Ends at `at`, blanks and 了 apart. */
export function wordBefore(text: string, at: number): UnitRole | 'join' | null {
  let end = at
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '了')) end--
  const word = wordThere(text, end)
  if (word === undefined) return null
  // 昨天冬至 某会: a single character in front of a space ends a word of its own
  return word.length === 1 && text[at - 1] === ' ' && isHan(text.charCodeAt(end - 2))
    ? null
    : roleOf.get(word)!
}

/** 完成调研1篇 河西分会: a unit that stands as the last item of a terse line signs it. */
export function lastItem(text: string, tokens: readonly Token[], c: Clause, at: number): boolean {
  const t = tokens[at]!
  return (
    at === c.to - 1 &&
    t.end === c.end &&
    at > c.from &&
    tokens[at - 1]!.type === 'mark' &&
    ' ,'.includes(text[t.start - 1] ?? '')
  )
}

/** A label decides: 单位：…, 协办：…, 地点：…. */
export function fieldRole(text: string, fields: readonly Field[], t: UnitToken): UnitRole | null {
  const f = overlapping(fields, t.start, t.start + 1)
  if (!f || f.name === 'kind' || f.name === 'people' || f.name === 'time') return null
  // 兹报送：我会受省老科协委托，…: who asked for it
  if (
    /^的?(委托|之托|指派|邀请|之邀|安排)/.test(text.slice(t.end, t.end + 3)) &&
    /[受应]$/.test(text.slice(f.start, t.start))
  )
    return 'none'
  return f.name === 'unit'
    ? text.startsWith('主办', f.label)
      ? 'host'
      : 'subject'
    : f.name === 'partner'
      ? 'partner'
      : 'none'
}

/** 社区卫生中心和某会联合义诊: whoever else was there, ours did it. */
const beside =
  /(中心|医院|卫生院|学校|小学|中学|大学|公司|集团|局|委|办|社区|村委会|居委会|街道|镇政府|乡政府|协会|学会|银行|站|所|馆|科协|关工委|工会|妇联|团委|残联)(老科协)?[和与同跟及、]$/

const own: ReadonlySet<string | null> = new Set(['people', 'session', 'print', 'document'])

/** 「邀请某某、柳南区老科协…咨询师」: what governs a list is what stands at its head. */
export function joinRole(text: string, tokens: readonly Token[], from: number, at: number): UnitRole {
  for (let i = at - 1; i >= from; i--) {
    const t = tokens[i]!
    // 望江讲座60人、北塔义诊80人: the next of a list, each with its own
    if (
      t.type === 'number' &&
      '、,'.includes(text[tokens[at]!.start - 1] ?? '-') &&
      i === at - 2 &&
      own.has(t.dimension)
    )
      return 'subject'
    if (has(t, 'send') && !text.startsWith('组织开展', t.start)) return 'none'
    if (t.type === 'unit') return 'partner'
  }
  const { start } = tokens[at]!
  return beside.test(text.slice(Math.max(0, start - 8), start)) &&
    !/[我咱俺请在到去为给向]/.test(text.slice(tokens[from]!.start, start))
    ? 'subject'
    : 'partner'
}

export const prevIs = (text: string, at: number, c: string): boolean => at > 0 && text[at - 1] === c
