import { kindTable, type Kind } from '../../core/kinds.js'
import { once } from '../text/once.js'
import type { Scan } from '../scan.js'
import type { UnitToken } from '../tokens.js'
import { eachAround, eachGram, type Look } from './grams.js'
import learned from './points.json' with { type: 'json' }
import { empty, most, none, Runs } from './runs.js'
import { masked, surroundings } from './said.js'

/**
 * What labelled messages taught about runs of characters, in hundredths of a point. The rules read; this only says how
 * alike a message and what stands around a unit are to those that were labelled so, and never brings a figure. Written
 * by npm run learn.
 */
const runs = new Runs()
const forReport = pointsOf(learned.report)
const forUnit = pointsOf(learned.unit)
const forKind = pairsOf(learned.kind)

function pointsOf(taught: Readonly<Record<string, number>>): Int16Array {
  const points = new Int16Array(most)
  for (const run in taught) points[runs.add(run)] = taught[run]!
  return points
}

/** Pairs of a kind's place in the table and its points, and where those of each run begin and end: most speak for few kinds. */
function pairsOf(taught: Readonly<Record<string, readonly number[]>>) {
  let length = 0
  for (const run in taught) length += taught[run]!.length
  const [pairs, starts, ends] = [new Int16Array(length), new Int32Array(most), new Int32Array(most)]
  let end = 0
  for (const run in taught) {
    const number = runs.add(run)
    starts[number] = end
    pairs.set(taught[run]!, end)
    end += taught[run]!.length
    ends[number] = end
  }
  return { pairs, starts, ends }
}

const seen = new Uint8Array(most)

/** The runs that anything was taught about, each once, in the order they are shown in. */
function known(each: (look: Look) => void): readonly number[] {
  const found: number[] = []
  each((mark, text, from, to) => {
    const run = runs.on(runs.on(empty, mark, 0, mark.length), text, from, to)
    if (run === none || seen[run] === 1) return
    seen[run] = 1
    found.push(run)
  })
  for (const run of found) seen[run] = 0
  return found
}

function sum(points: Int16Array, found: readonly number[]): number {
  let hundredths = points[empty]!
  for (const run of found) hundredths += points[run]!
  return hundredths / 100
}

export const unitsOf = once((s: Scan) => s.tokens.filter((t) => t.type === 'unit'))
const gramsIn = (said: string): readonly number[] => known((look) => eachGram(said, look))
const gramsOf = once((s: Scan) => gramsIn(masked(s.text, unitsOf(s))))

/** Logarithm of the odds that a message tells of an activity of ours: 0 even, -3 one in twenty. */
export const reportLike = once((s: Scan): number => sum(forReport, gramsOf(s)))

/** The same of a part of it, `to` not included. */
export function partLike(s: Scan, from: number, to: number): number {
  const units = unitsOf(s)
    .filter((t) => t.start >= from && t.end <= to)
    .map((t) => ({ start: t.start - from, end: t.end - from }))
  return sum(forReport, gramsIn(masked(s.text.slice(from, to), units)))
}

/** How alike a message is to those of each kind; the shares add up to 1. For messages that tell of one kind. */
export const kindLike = once((s: Scan): ReadonlyMap<Kind, number> => {
  const points = new Float64Array(kindTable.length)
  const { pairs, starts, ends } = forKind
  const add = (run: number): void => {
    for (let i = starts[run]!; i < ends[run]!; i += 2) points[pairs[i]!]! += pairs[i + 1]! / 100
  }
  add(empty)
  gramsOf(s).forEach(add)
  let best = points[0]!
  for (const p of points) if (p > best) best = p
  let all = 0
  for (const p of points) all += Math.exp(p - best)
  return new Map(kindTable.map((k, i) => [k.id, Math.exp(points[i]! - best) / all]))
})

const standing = once((s: Scan) => surroundings(s.text, s.tokens))

/** Logarithm of the odds that a unit named in a report is the one whose activity it is. */
export function unitLike(s: Scan, t: UnitToken): number {
  const { said, at } = standing(s)
  const here = at.get(t)
  if (here === undefined) return 0
  const sort = sortOf(s, t)
  return sum(
    forUnit,
    known((look) => eachAround(said, here, sort, look)),
  )
}

/** The last characters of names of units and of places; what ends otherwise is short for either. */
const lasts = [
  ['name', '会团队站社'],
  ['place', '县镇乡区市村道'],
] as const

/** A name of a unit, of a place, or short for either; and whether it is the association itself. */
export function sortOf(s: Scan, t: UnitToken): string {
  const last = s.text[t.end - 1]!
  const sort = lasts.find(([, some]) => some.includes(last))?.[0] ?? 'short'
  return t.unit === s.root ? `${sort} root` : sort
}
