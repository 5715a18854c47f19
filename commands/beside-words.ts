import type { Said } from '../src/command.js'
import { sortWords } from '../src/core/sorts.js'
import { unitWord } from '../src/ledger/asked-words.js'
import { readAsked } from '../src/ledger/query.js'
import { unitsIn } from '../src/understand/index.js'
import { argsOf, type TotalArgs } from './total-args.js'

/** 除了, 扣掉, 不算: in front of the unit that is left out. */
const leavingOut =
  /(?:除[了开去掉]?|扣[掉去除]?|去掉|减[掉去]?|刨[开去掉]|抛开|撇开|排除|不[算含计]|不包括|把)\s{0,2}$/
/** 以外, 去掉, 不算: behind it. */
const leftOut =
  /^的?(?:(?:这一?[块家]|那一?[块家]|这边|那边)的?)?(?:(?:这[部份]分)?(?:扣|去|刨|减|除|拿|撇)[掉去开](?:以?后)?|除外|[以之]?外的?|不[算含计]|不包括)(?:的话)?/
/** 还剩, 其余的, 其他分会: what is left without it. */
const rest = new RegExp(
  `还[剩有]下?|[剩余]下的?|(?:其[余他它]|别)的?(?:(?:[几各]个?|所有)?${unitWord}|人家|几家)?(?:的|合计|一共|加起来)?`,
  'g',
)
/** 占, and 百分之几, 几成, 多大比例: what part of the whole. */
const partOf = /(?:大约|大概|差不多)?占(?:了|到|其中)?(?:总数的?)?/
const share =
  /的?(?:百分之(?:几|多少)|[几多]少?成|几分之几|(?:多[大少高]的?|[什怎]么)?(?:比例|比重|百分比)(?:是|有)?(?:多[少大高]|怎么?样)?)/

/** 扣掉城西全市还剩多少, 除了城西讲座几场: the whole without one unit · 城西占百分之几: one unit's share. */
export function readBeside(said: Said): TotalArgs | null {
  const units = unitsIn(said.words, said.house.units).filter((u) => u.name !== said.house.tree.root)
  // of 南山县里山口镇占几成 the last is the part
  for (const { name, span } of units.toReversed()) {
    if (units.some((other) => areJoined(said, span, other.span))) continue
    const args = readOne(said, name, said.words.slice(0, span[0]), said.words.slice(span[1]))
    if (args) return args
  }
  return null
}

/** 柘溪和雁屏, 柘溪、雁屏: both are meant, so that neither is left out alone. */
function areJoined({ words }: Said, a: readonly [number, number], b: readonly [number, number]): boolean {
  const [first, second] = a[0] < b[0] ? [a, b] : [b, a]
  return first !== second && and.test(words.slice(first[1], second[0]))
}
const and = /^\s*(?:[、/]|[，,]?\s?(?:和|与|跟|同|及|以及|还有|连同|连|带|加上?|外加|或者?))\s*$/

function readOne(said: Said, unit: string, before: string, behind: string): TotalArgs | null {
  const front = before.replace(leavingOut, ' ')
  const back = behind.replace(leftOut, ' ')
  // 把 alone leaves nothing out
  if (front !== before.replace(/把\s{0,2}$/, ' ') || back !== behind)
    return wholeOf(said, unit, `${front} ${back}`.replace(rest, ' '))
  const words = `${before} ${behind}`
  const shared = words.replace(share, ' ')
  return shared === words ? null : wholeOf(said, unit, shared.replace(partOf, ' '))
}

/** What the unit is held against: the whole as it is named, or that of the question before. */
function wholeOf(said: Said, beside: string, words: string): TotalArgs | null {
  const asked = readAsked(words.replace(/^\s*(?:那么?|再|如果|要是)/, ''), said.house, said.today)
  const several = asked.units.length > 1 || asked.apart.length > 0 || asked.before !== null
  const [whole] = asked.units
  if (asked.rest !== '' || several || whole === beside) return null
  // what it is a part of is above it, and named once
  if (whole !== undefined && (!isAbove(whole, beside, said) || allOf.test(words))) return null
  const named = asked.units.length > 0 || asked.whole || asked.level !== null || asked.ours !== null
  if (named) return { ...argsOf(asked, said), beside }
  const bare = asked.kinds.length === 0 && (asked.indicator ?? asked.period) === null
  return { ...argsOf(asked, said), beside, follows: true, ...(bare ? { again: true } : {}) }
}

const isAbove = (whole: string, unit: string, { house }: Said): boolean =>
  house.tree.ancestors(unit).slice(1).includes(whole)
const allOf = new RegExp(`全(?:${sortWords}|[会系])`)
