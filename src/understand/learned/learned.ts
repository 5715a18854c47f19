import { kindTable, type Kind } from '../../core/kinds.js'
import { once } from '../text/once.js'
import type { Scan } from '../scan.js'
import type { UnitToken } from '../tokens.js'
import { around, grams } from './grams.js'
import learned from './points.json' with { type: 'json' }
import { masked, surroundings } from './said.js'

/**
 * What labelled messages taught about runs of characters, in hundredths of a point. The rules read; this only says how
 * alike a message and what stands around a unit are to those that were labelled so, and never brings a figure. Written
 * by npm run learn.
 */
const forReport = new Map<string, number>(Object.entries(learned.report))
const forUnit = new Map<string, number>(Object.entries(learned.unit))
/** Pairs of a kind's place in the table and its points: most runs speak for few kinds. */
const forKind = new Map<string, readonly number[]>(Object.entries(learned.kind))

const sum = (points: ReadonlyMap<string, number>, found: Iterable<string>): number => {
  let hundredths = points.get('') ?? 0
  for (const g of found) hundredths += points.get(g) ?? 0
  return hundredths / 100
}

export const unitsOf = once((s: Scan) => s.tokens.filter((t) => t.type === 'unit'))
const gramsOf = once((s: Scan): Set<string> => grams(masked(s.text, unitsOf(s))))

/** Logarithm of the odds that a message tells of an activity of ours: 0 even, -3 one in twenty. */
export const reportLike = once((s: Scan): number => sum(forReport, gramsOf(s)))

/** The same of a part of it, `to` not included. */
export function partLike(s: Scan, from: number, to: number): number {
  const units = unitsOf(s)
    .filter((t) => t.start >= from && t.end <= to)
    .map((t) => ({ start: t.start - from, end: t.end - from }))
  return sum(forReport, grams(masked(s.text.slice(from, to), units)))
}

/** How alike a message is to those of each kind; the shares add up to 1. For messages that tell of one kind. */
export const kindLike = once((s: Scan): ReadonlyMap<Kind, number> => {
  const points = kindTable.map(() => 0)
  for (const g of ['', ...gramsOf(s)]) {
    const row = forKind.get(g) ?? []
    for (let i = 0; i < row.length; i += 2) points[row[i]!]! += row[i + 1]! / 100
  }
  const most = Math.max(...points)
  const odds = points.map((p) => Math.exp(p - most))
  const all = odds.reduce((a, b) => a + b, 0)
  return new Map(kindTable.map((k, i) => [k.id, odds[i]! / all]))
})

const around0 = once((s: Scan) => surroundings(s.text, s.tokens))

/** Logarithm of the odds that a unit named in a report is the one whose activity it is. */
export function unitLike(s: Scan, t: UnitToken): number {
  const { said, at } = around0(s)
  const here = at.get(t)
  return here === undefined ? 0 : sum(forUnit, around(said, here, sortOf(s, t)))
}

/** A name of a unit, of a place, or short for either; and whether it is the association itself. */
export const sortOf = (s: Scan, t: UnitToken): string =>
  (/[会团队站社]$/.test(s.text.slice(t.start, t.end))
    ? 'name'
    : /[县镇乡区市村道]$/.test(s.text.slice(t.start, t.end))
      ? 'place'
      : 'short') + (t.unit === s.root ? ' root' : '')
