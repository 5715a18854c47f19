// 101号那场是帮城西讲的，该算城西的: what was held for another branch is that branch's; pure.
import type { Correction } from './correction-words.js'
import { asNumber } from './numbers.js'

const which =
  /^(?:[#＃]?(?<no>\d{3,7})(?:号|(?=[那这是不该应归算]))(?:[那这]一?[条场个笔次堂节期])?课?的?|(?<last>我?(?:刚才|刚刚|上面|刚)(?:[报发说]的)?[那这]?一?[条场个笔次堂节期]课?))[，,：:\s]{0,2}/
const branch = '(?<unit>[^，,；;。\\d是的了]{2,12}?)'
const did = '(?:讲课?|办|做|搞|上课?|开课?|义诊|培训|帮忙|出)'
/** What a clause says; the first that fits. */
const rows = [
  // 记错会了 · 分会报错了
  [
    'slip',
    /^(?:我|又|是|给|刚才){0,3}(?:[记报写弄搞登填说]错(?:了)?(?:分?会|单位|街道|[区县镇乡])?了?|(?:分?会|单位)(?:我|也|又|给){0,2}[记报写弄搞登填说]?错了?)$/,
  ],
  // 不该记我们的
  ['denied', /^不(?:该|应该|要|能|是)[记算归放]?(?:在|给)?(?:我们|咱们|本会)?(?:的|头上|名下|这边){0,2}$/],
  // 替城西讲的 · 是城西请我去的
  ['for', new RegExp(`^(?:我|那天|当时){0,2}是?去?[替帮给为代]${branch}(?:那边|那里|他们)?去?${did}的?$`)],
  ['for', new RegExp(`^是?${branch}(?:那边)?[请叫邀让派]我们?(?:去|来)?${did}?[去来]?的$`)],
  // 该算城西的 · 记到城西头上
  [
    'holds',
    new RegExp(
      `^(?:那?就|应该|应当|该|得|应|要|请|还是){0,2}(?:登记|[记算归划挂转放列移报])(?:[到在给进入成为]|归)?(?:他们|人家)?${branch}(?:名下|头上|账上|那边|那里|那儿|他们)?(?:去|才对|的|吧){0,2}$`,
    ),
  ],
] as const

/** Longer messages tell something of their own. */
const longest = 50

/** Reads such a correction; null where a clause says anything else, or two branches are named. */
export function readMoved(text: string): Correction | null {
  if (text.length > longest || /[?？吗]/.test(text)) return null
  const clauses = text.split(/[，,。；;！!\n]+/).map((c) => c.trim())
  let no: string | undefined
  let last = false
  const said = { slip: false, for: new Set<string>(), holds: new Set<string>() }
  for (const clause of clauses.filter(Boolean)) {
    const named = which.exec(clause)
    if (named && (no !== undefined || last)) return null
    no ??= named?.groups?.['no']
    last ||= named?.groups?.['last'] !== undefined
    const rest = named ? clause.slice(named[0].length) : clause
    const row = rest === '' ? undefined : rows.find(([, pattern]) => pattern.test(rest))
    if (rest !== '' && !row) return null
    const unit = row?.[1].exec(rest)?.groups?.['unit']
    if (row?.[0] === 'slip') said.slip = /会|单位|街道|[区县镇乡]/.test(rest)
    if (unit !== undefined && (row![0] === 'for' || row![0] === 'holds')) said[row![0]].add(unit)
  }
  if (no === undefined && !last) return null
  const [value] = said.holds.size > 0 ? said.holds : said.slip ? said.for : []
  // one clause alone is read in correction-patterns.ts
  if (value === undefined || (said.for.size === 0 && !said.slip)) return null
  const all = [...said.for, ...said.holds]
  if (!all.every((u) => u.includes(value) || value.includes(u))) return null
  return { no: asNumber(no), old: null, value, label: null, plain: true, stated: true, loose: true }
}
