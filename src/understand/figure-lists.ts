import type { Clause } from './clauses.js'
import { sort, type Sort } from './figure-context.js'
import type { Figure } from './figures.js'
import type { NumberToken } from './tokens.js'

/** What a number that says nothing by itself counts beside the figure before it: `like` it, or what the row says. */
interface Beside {
  readonly number: 'piece' | 'bare'
  /** The figure before counts this, and stands in the same clause where `near`. */
  readonly last?: readonly Figure['counts'][]
  readonly near?: true
  /** In the clause, somewhere in front of the number. */
  readonly before?: RegExp
  /** Between the two, and behind the number. */
  readonly between?: RegExp
  readonly behind?: RegExp
  /** Smaller numbers are not meant. */
  readonly least?: number
  readonly is: 'like' | 'people'
}

const numerals = '[0-9一二三四五六七八九十百千两]{1,6}'
const besides: readonly Beside[] = [
  // 示范基地28个、市级97个
  { number: 'piece', last: ['documents'], near: true, is: 'like' },
  // 32个是本村的、9个是邻村的
  { number: 'piece', last: ['people'], near: true, between: /^是/, behind: /^是/, is: 'like' },
  // 分别是50、62、71人: the unit behind the last is everyone's
  { number: 'bare', behind: new RegExp(`^([、,和及]${numerals}){1,9}(来|多|余)?[人名位]`), is: 'people' },
  // 两场，一百四加一百二
  { number: 'bare', behind: new RegExp(`^加${numerals}([人个名位,，。;]|$)`), least: 10, is: 'people' },
  { number: 'bare', last: ['people'], between: /^加$/, least: 10, is: 'people' },
  // 人数分别是1400、170、205: the list goes on
  { number: 'bare', last: ['people'], near: true, before: /分别/, between: /^[、,和]$/, is: 'like' },
  // 义诊1，57；: so many times, so many people
  { number: 'bare', last: ['sessions'], between: /^[,，]$/, behind: /^([;；。\n]|$)/, is: 'people' },
]

/** What a number is a figure of by the one before it; null where no row holds. */
export function alongside(
  text: string,
  c: Clause,
  ci: number,
  t: NumberToken,
  last: Figure | undefined,
): Sort | null {
  const behind = text.slice(t.end, t.end + 30)
  const between = last ? text.slice(last.end, t.start) : null
  const row = besides.find(
    (r) =>
      (r.number === 'piece' ? t.dimension === 'piece' : t.dimension === null) &&
      (!r.last || (last !== undefined && r.last.includes(last.counts))) &&
      (!r.near || last?.clause === ci) &&
      (!r.before || r.before.test(text.slice(c.start, t.start))) &&
      t.num.value >= (r.least ?? 0) &&
      (!r.between || (between !== null && r.between.test(between))) &&
      (!r.behind || r.behind.test(behind)),
  )
  if (!row) return null
  return row.is === 'like' && last ? sort(last.counts, last.who) : sort('people')
}

/** 300名、260名学生: the noun behind the last is everyone's. */
export function alongLists(text: string, fs: Figure[]): Figure[] {
  for (let i = fs.length - 2; i >= 0; i--) {
    const f = fs[i]!
    const next = fs[i + 1]!
    if (
      f.counts !== 'people' ||
      f.who !== null ||
      !['people', 'helpers'].includes(next.counts) ||
      next.who === null
    )
      continue
    if (
      /^[、和与及]$/.test(text.slice(f.end, next.start)) ||
      (text.slice(f.end, next.start) === ',' &&
        !/次/.test(text.slice(f.start, f.end)) &&
        next.who === 'audience')
    )
      fs[i] = { ...f, who: next.who, counts: next.counts, labelled: next.labelled }
  }
  return fs
}
