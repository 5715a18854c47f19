import type { Draft } from '../structure/draft.js'
import type { Figure } from '../figures/figures.js'
import { wholeNumber } from '../numbers/numeral.js'
import type { Scan } from '../scan.js'

/** What there may be so many of, each with so many people: 每班45人, 一个组12人. */
const groups = '班|组|村|屯|寨|校|所|批|队|路|天|晚|桌|车|社区|学校|车间|镇|乡|点|站'
const eachOf = new RegExp(
  `(?:每个?|(?<!第)一个?|各)(${groups})(?:都|也|各|均|平均|大概|大约|约|差不多|有|来|来了|是|坐|听众|学员|学生)*$`,
)
/** Digits of how many there were, in front of the same word; 三年级2班 and 第3组 are names. */
const manyOf = new RegExp(
  `(?<![第级年初高0-9一二三四五六七八九十])([0-9]{1,2}|[一二两三四五六七八九十]{1,3})个?(?:小|教学|行政|自然)?(${groups})(?!级|长)`,
  'g',
)

/** How far in front of a headcount of each and behind it the number of them may stand. */
const reach = 40

/**
 * 3个班，每班45人 → 3; 连着4天，每天40人 → 4: how many there were of what a headcount is of each. Null where it is not told,
 * or told twice.
 */
export function eachTimes(s: Scan, d: Draft, f: Figure): number | null {
  const alike = alikeBefore(s.text.slice(Math.max(d.start, f.start - 32), f.start))
  if (alike !== null) return alike
  const word = eachOf.exec(s.text.slice(Math.max(0, f.start - 12), f.start))?.[1]
  if (!word) return null
  const from = Math.max(d.start, f.start - reach)
  // 高一四个班: the grade is no number of theirs
  const said = s.text
    .slice(from, f.end + 16)
    .replace(/[高初小一二三四五六七八九][一二三四五六年]级?(?=[一二两三四五六七八九十0-9])/g, (m) =>
      ' '.repeat(m.length),
    )
  const found = [...said.matchAll(manyOf)].filter((m) => m[2] === word && wholeNumber(m[1]!)! > 1)
  return found.length === 1 ? wholeNumber(found[0]![1]!) : null
}

/** Two sorts of people said in one word. */
const pairs = /(老人孩子|大人孩子|大人小孩|男女|师生|老少|老师学生|学生家长|两边|两头|上下午|上午下午|早晚)$/

/** 甲村、乙村各20人 → 2; 两个社区各30人 → 2; 老人孩子各二十来个 → 2. Null where nothing of the kind stands right in front. */
function alikeBefore(lead: string): number | null {
  const at = /各(自|有|来|来了|到|到了|派|派了|坐了|是|约|大约)?$/.exec(lead)
  if (!at) return null
  const who = lead.slice(0, at.index)
  if (pairs.test(who)) return 2
  const many = /([0-9]{1,2}|[两二三四五六七八九十])(个|所|家)?[\u4e00-\u9fa5]{1,4}$/.exec(who)
  if (many && !who.includes('、')) return wholeNumber(many[1]!)
  const listed = /[^,，。;；:：\n]{3,30}$/.exec(who)?.[0].split(/[、和与及]/) ?? []
  return listed.length > 1 && listed.every((x) => x.length > 0 && x.length < 9) ? listed.length : null
}
