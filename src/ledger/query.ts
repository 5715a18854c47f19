import type { PlainDate } from '../core/day.js'
import type { Kind } from '../core/kinds.js'
import { isOfSort, sortWords } from '../core/sorts.js'
import { wholeName } from '../core/tree.js'
import type { House } from '../house.js'
import { kindsIn, kindWord, unitsIn } from '../understand/index.js'
import { normalize } from '../understand/text/normalize.js'
import {
  fillers,
  inAll,
  ourSort,
  ownSaid,
  wholeHoliday,
  wholeWords,
  whoCame,
  withBelow,
} from './asked-words.js'
import { askedTime, monthsCounted, periodsIn, yearAgoSaid, type AskedTime } from './asked-time.js'
import { comparedWith, withoutMore } from './compared.js'

export { readPast, readPeriod } from './period.js'

/** What a question names, in any order, and the words that are left. */
export interface Asked extends AskedTime {
  /** Named units in order; 全市 and the like give the root. */
  readonly units: readonly string[]
  readonly whole: boolean
  /** 县 in 全县, 所 in 所里, where the association is none: a level below or above it, and not the whole. */
  readonly level: string | null
  /** 市 in 我们市: the asker's own unit of that level. */
  readonly ours: string | null
  readonly kinds: readonly Kind[]
  /** Name of an indicator, or null. */
  readonly indicator: string | null
  readonly rest: string
}

/** The level that 全县 or 所里 names where the association itself is of another; null where it is its own, or none of it has one. */
function otherLevel(words: string, { tree, org }: House): string | null {
  const own = wholeName(tree)[1]!
  const level = sortSaid.exec(words)?.[0]
  if (level === undefined || level === own || isOfSort([tree.root], level)) return null
  return own !== '会' || org.units.some((u) => isOfSort([u.name, ...u.aliases], level)) ? level : null
}
const sortSaid = new RegExp(sortWords)

/** 医院里, where nobody of the association is a hospital: a place, and narrower than any figure. */
function isPlaceOnly(words: string, { tree, org }: House): boolean {
  const sort = /[里上]$/.test(words) ? sortSaid.exec(words)?.[0] : undefined
  const own = wholeName(tree)[1]!
  if (sort === undefined || sort === own || own === '会') return false
  return !org.units.some((u) =>
    [false, true].some((loosely) => isOfSort([u.name, ...u.aliases], sort, loosely)),
  )
}

/** 给老人讲的, 老人来听的那些: narrower as well, whatever stands beside it. */
const ofSome =
  /给(?:老人|老师|学员|听众|观众|群众|病人|患者)们?(?:讲|办|上|开|做|看)(?:课|病)?的|(?:听|看|学|参加|来|去)过?了?的[那这](?:些|[几一两二三]{1,2}[场次个回期])|[，,][^，,]{0,6}[讲办开做]过?了?的[那这](?:些|[几一两二三]{1,2}[场次个回期])$/

const online = /^(?:线上|网上|网络|在线|云上?)/

/**
 * Reads a question about totals: 「城东 讲座 今年」「全市十月」「9月1号到现在 义诊」. Pure. Whatever is not a unit, kind,
 * indicator, period or filler stays in `rest`, so that a command can refuse what it does not know.
 */
export function readAsked(text: string, house: House, today: PlainDate): Asked {
  let left = normalize(text).text.replace(wholeHoliday, '$1期间').replace(withBelow, ' ')
  if (/多少|几/.test(left)) left = left.replace(whoCame, ' ')
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
  const spans = compared ? [] : periodsIn(left, today)
  const namesYear = spans.some((p) => left.slice(p.from, p.to).includes('年'))
  if (compared) for (const [from, to] of compared.spans) take(from, to)
  else if (spans.length > 0) take(spans[0]!.from, spans.at(-1)!.to)
  const inWords = compared ? null : monthsCounted(left, spans)
  if (inWords) take(...inWords)
  const units = unitsIn(left, house.units)
  for (const u of units) take(u.span[0], u.span[1])
  const own = ourSort.exec(left)
  if (own) take(own.index, own.index + own[0].length)
  const said = [...left.matchAll(wholeWords)].filter((m) => !isPlaceOnly(m[0], house))
  for (const m of said) take(m.index, m.index + m[0].length)
  const places = said.filter((m) => m[0].search(inAll) < 0)
  // of 所里总共 and 我县总共 the whole is no other than those
  const ofOwn = own !== null || places.length > 0 || ownSaid.test(text)
  const levels = (ofOwn ? places : said).map((m) => otherLevel(m[0], house))
  const kinds = kindsIn(left)
  // 线上讲座 is a narrower question than there is an answer to
  for (const k of kinds) take(k.span[0] + (online.exec(left.slice(...k.span))?.[0].length ?? 0), k.span[1])
  const names = [...new Set(units.map((u) => u.name))]
  const bare = left.replace(fillers, '')
  const rest = compared || yearAgo ? withoutMore(bare) : bare
  const periods = spans.map((p) => p.period)
  const named = rest === '' ? null : kindWord(rest)
  return {
    units: names,
    whole: levels.includes(null) || names.includes(house.tree.root),
    level: levels.find((l) => l !== null) ?? null,
    ours: own && own[1]!,
    kinds: [...new Set([...kinds.map((k) => k.kind), ...(named ? [named] : [])])],
    indicator,
    ...askedTime(periods, yearAgo, today, namesYear, compared),
    rest: (named ? '' : rest) + (ofSome.exec(text)?.[0] ?? ''),
  }
}
