import type { PlainDate } from '../core/day.js'
import type { Kind } from '../core/kinds.js'
import type { House } from '../house.js'
import { kindsIn, kindWord, unitsIn } from '../understand/index.js'
import { normalize } from '../understand/text/normalize.js'
import { askedTime, comparedWith, periodsIn, yearAgoSaid, type AskedTime } from './asked-time.js'

export { readPeriod } from './period.js'

/** What a question names, in any order, and the words that are left. */
export interface Asked extends AskedTime {
  /** Named units in order; 全市 and the like give the root. */
  readonly units: readonly string[]
  readonly whole: boolean
  readonly kinds: readonly Kind[]
  /** Name of an indicator, or null. */
  readonly indicator: string | null
  readonly rest: string
}

/** Words for the whole association. */
const wholeWords =
  /全市|全省|全州|全县|全区|全镇|全乡|全国|全会|全校|全院|总数|总共|总计|总的|汇总|合计|一共/g
/** 国庆讲了几场: who asks for a total means the days off, not the one day. */
const wholeHoliday =
  /(国庆|五一|春节)节?(?!节|当天|[那这一二三四五六七八九十两几\d]|前|后|以[来前后]|[到至的]|小?长假|假期|期间|放假|黄金周)/g
/** Words that add nothing to a question; the longer ones first, lest a piece of one is left. */
const fillers = new RegExp(
  [
    '[\\s，。、！？!?,.：:；;～~“”"()（）]',
    '请问?|麻烦|帮我?|一下|吧|呢|吗|啊|的|了|看看?|查|听|讲|来|给|得|里面?|中|以内|内|大概|大约',
    '我们|咱们|我|各个|各|每个|其中|分别|到?目前|到?现在|截至|截止|为止|已经|到底|究竟',
    '[那当]天|多少|几|什么|哪些|啥|些|怎么样|咋样|如何|数字|数据|情况|统计|结果|数量|次数',
    '场次|场|人次|人数|受益|受惠|听众|受众|观众|学员|群众|病人|患者|老人|人|次|回|遍|条|笔|活动|合计|数',
    '期|班|节|报上来|报上|上报|报|办|搞|做|开展|举办|组织|完成|收到?|共|有|都|总|是',
    '分会|老科协|小组|街道|区|县|镇|乡|会|与|跟|和|及',
  ].join('|'),
  'g',
)

/**
 * Reads a question about totals: 「城东 讲座 今年」「全市十月」「9月1号到现在 义诊」. Pure. Whatever is not a unit, kind,
 * indicator, period or filler stays in `rest`, so that a command can refuse what it does not know.
 */
export function readAsked(text: string, house: House, today: PlainDate): Asked {
  let left = normalize(text).text.replace(wholeHoliday, '$1期间')
  const take = (from: number, to: number): void => {
    left = left.slice(0, from) + ' '.repeat(to - from) + left.slice(to)
  }
  let indicator: string | null = null
  for (const { name } of [...house.org.indicators].sort((a, b) => b.name.length - a.name.length)) {
    const at = left.indexOf(name)
    if (at < 0) continue
    indicator = name
    take(at, at + name.length)
    break
  }
  const yearAgo = yearAgoSaid.exec(left)
  if (yearAgo) take(yearAgo.index, yearAgo.index + yearAgo[0].length)
  const compared = yearAgo ? null : comparedWith(left, today)
  const spans = compared ?? periodsIn(left, today)
  const namesYear = spans.some((p) => left.slice(p.from, p.to).includes('年'))
  if (compared) compared.forEach((p) => take(p.from, p.to))
  else if (spans.length > 0) take(spans[0]!.from, spans.at(-1)!.to)
  const units = unitsIn(left, house.units)
  for (const u of units) take(u.span[0], u.span[1])
  const whole = [...left.matchAll(wholeWords)]
  for (const m of whole) take(m.index, m.index + m[0].length)
  const kinds = kindsIn(left)
  for (const k of kinds) take(k.span[0], k.span[1])
  const names = [...new Set(units.map((u) => u.name))]
  const rest = left.replace(fillers, '')
  const periods = spans.map((p) => p.period)
  const named = rest === '' ? null : kindWord(rest)
  return {
    units: names,
    whole: whole.length > 0 || names.includes(house.tree.root),
    kinds: [...new Set([...kinds.map((k) => k.kind), ...(named ? [named] : [])])],
    indicator,
    ...askedTime(periods, yearAgo, today, namesYear, compared !== null),
    rest: named ? '' : rest,
  }
}
