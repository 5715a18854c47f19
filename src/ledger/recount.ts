import { addSums, additions, isZero, noSums } from '../core/totals.js'
import type { Tree } from '../core/tree.js'
import type { RecordRow, RollupRow, Store } from '../store.js'
import { entriesOf, insideThem } from './change.js'

/** What a recount found: every cell where the kept sums differ from those counted anew from the records. */
export interface RecountResult {
  readonly records: number
  readonly cells: number
  readonly wrong: readonly {
    readonly cell: string
    readonly kept: RollupRow | null
    readonly counted: RollupRow | null
  }[]
}

/**
 * Counts every record again and compares with the kept totals; with `repair` the counted ones replace them. The work
 * is proportional to the number of records; memory to the number of cells and joints.
 */
export async function recount(store: Store, tree: Tree, repair: boolean): Promise<RecountResult> {
  const merged = await store.joints.withStatus('merged')
  const jointNos = new Set(merged.flatMap((j) => j.members))
  const counted = new Map<string, RollupRow>()
  const held: RecordRow[] = []
  let records = 0
  const book = async (rows: readonly RecordRow[]): Promise<void> => {
    const { included, together } = await insideThem(store, rows)
    for (const entry of entriesOf(rows, merged, included, together)) {
      for (const { unit, cell, kind, own, sums } of additions(entry, tree)) {
        const key = keyOf({ unit, cell, kind, own })
        counted.set(key, { unit, cell, kind, own, ...addSums(counted.get(key) ?? noSums, sums) })
      }
    }
  }
  for await (const record of store.records.stream()) {
    records++
    if (jointNos.has(record.no)) held.push(record)
    else await book([record])
  }
  await book(held)
  const kept = new Map((await store.rollup.all()).map((r) => [keyOf(r), r]))
  const wrong = [...new Set([...kept.keys(), ...counted.keys()])]
    .filter((key) => !same(kept.get(key), counted.get(key)))
    .map((cell) => ({
      cell: cell.replaceAll('\n', ' '),
      kept: kept.get(cell) ?? null,
      counted: counted.get(cell) ?? null,
    }))
  if (repair && wrong.length > 0) await store.rollup.replace([...counted.values()].filter((r) => !isZero(r)))
  return { records, cells: counted.size, wrong }
}

const keyOf = (r: Pick<RollupRow, 'unit' | 'cell' | 'kind' | 'own'>): string =>
  `${r.unit}\n${r.cell}\n${r.kind}\n${r.own ? 1 : 0}`
const same = (a: RollupRow | undefined, b: RollupRow | undefined): boolean => {
  const d = addSums(a ?? noSums, b ?? noSums, -1)
  return isZero(d)
}
