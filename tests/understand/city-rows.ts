import { expect, test } from 'vitest'
import { loadOrg } from '../../src/org.js'
import { gazetteer, understand } from '../../src/understand/index.js'

/**
 * kind, branch, first day, sessions, attendance, materials, count, adopted; null where nothing is said, trailing ones left
 * out; no report at all.
 */
export type Row = readonly [text: string, ...reports: (readonly (string | number | null)[])[]]

const org = loadOrg('tests/understand/org.own-city.yaml')
if (!org.ok) throw new Error('org.own-city.yaml does not load')
/** The branches and places of the city all rows are told in. */
export const city = gazetteer(org.value)

/** A Sunday, nine in the morning. */
export const sunday = { day: '2026-11-22', minute: 540 } as const

/** What stands in five columns of a row. */
export const figures = ['sessions', 'attendance', 'materials', 'count', 'adopted'] as const

/** Every row is read as it says, sent on that Sunday. */
export function readAsTold(rows: readonly Row[]): void {
  test.each(rows.map(([text, ...wanted]) => ({ text, wanted })))('$text', ({ text, wanted }) => {
    const read = understand(text, { units: city, sentAt: sunday }).reports.map((r) => {
      const row = [r.kind, r.branch, r.date?.start ?? null, ...figures.map((f) => r[f]?.value ?? null)]
      while (row.at(-1) === null) row.pop()
      return row
    })
    expect(read).toEqual(wanted)
  })
}
