import type { Figure } from './figures.js'

/** 12、15、20人: the measure word stands behind the last of a list. */
export const countedLast = /^([、,和及][0-9一二三四五六七八九十百千两]{1,6}){1,9}(来|多|余)?[人名位]/

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
