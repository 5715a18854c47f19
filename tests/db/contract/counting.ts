import { expect } from 'vitest'
import type { RollupRow } from '../../../src/store.js'
import { at, later, cell, type Cases } from './samples.js'

/** Rollup, targets, zero reports, closings. */
export const counting: Cases = [
  [
    'cells add up, also downwards; empty ones are not shown in sums',
    async ({ rollup }) => {
      await rollup.add([])
      await rollup.add([cell(), cell({ own: true, attendance: 5 }), cell({ cell: '2026-11', attendance: 7 })])
      await rollup.add([
        cell({ entries: -1, attendance: -100, approx: 1 }),
        cell({ kind: 'clinic' }),
        cell({ unit: '城东' }),
      ])
      expect(await rollup.all()).toEqual(
        [
          cell({ unit: '城东' }),
          cell({ kind: 'clinic' }),
          cell({ entries: 0, attendance: 200, approx: 1 }),
          cell({ own: true, attendance: 5 }),
          cell({ cell: '2026-11', attendance: 7 }),
        ].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
      )
      const year = ['2026-10', '2026-11']
      expect(await rollup.sum({ unit: '市会', own: false, cells: year })).toMatchObject([
        { kind: 'clinic', entries: 1, attendance: 300 },
        { kind: 'lecture', entries: 1, attendance: 207, approx: 1 },
      ])
      expect(await rollup.sum({ unit: '市会', own: true, cells: year, kinds: ['clinic'] })).toEqual([])
      expect(await rollup.sum({ unit: '市会', own: true, cells: [] })).toEqual([])
      const each = await rollup.sumEach({
        units: ['市会', '城东', '无'],
        own: false,
        cells: year,
        kinds: ['lecture'],
      })
      expect(each.map((row) => [row.unit, row.attendance])).toEqual(
        expect.arrayContaining([
          ['城东', 300],
          ['市会', 207],
        ]),
      )
      await rollup.add([cell({ unit: '城东', entries: -1, attendance: -300 })])
      expect(await rollup.sum({ unit: '城东', own: false, cells: year })).toEqual([])
    },
  ],
  [
    'replacing puts the counted cells in place of all, a great many too',
    async ({ rollup }) => {
      await rollup.add([cell()])
      const many = Array.from({ length: 1200 }, (_, n) => cell({ unit: `u${n}` }))
      await rollup.replace(many)
      expect(await rollup.all()).toHaveLength(1200)
      await rollup.replace([])
      expect(await rollup.all()).toEqual([])
    },
  ],
  [
    'targets: the chat stands until the file says something new',
    async ({ targets }) => {
      const stated = { year: 2026, unit: '市会', indicator: '科学素质演讲', sessions: 47, attendance: 4760 }
      await targets.sync({ targets: [stated] }, at)
      expect(await targets.get(2026, '市会', '科学素质演讲')).toEqual(stated)
      await targets.set({ ...stated, sessions: 50, attendance: null }, 'wxid_zhou', at)
      await targets.sync({ targets: [stated] }, later)
      expect(await targets.of(2026)).toEqual([{ ...stated, sessions: 50, attendance: null }])
      await targets.sync(
        { targets: [{ year: 2026, unit: '市会', indicator: '科学素质演讲', sessions: 60 }] },
        later,
      )
      expect(await targets.of(2026)).toEqual([{ ...stated, sessions: 60, attendance: null }])
      await targets.set({ ...stated, indicator: '三农培训' }, 'wxid_zhou', at)
      await targets.sync({ targets: [] }, later)
      expect((await targets.of(2026)).map((row) => row.indicator)).toEqual(['三农培训'])
      expect(await targets.get(2025, '市会', '三农培训')).toBeNull()
    },
  ],
  [
    'a zero report stands for its month until taken back',
    async ({ zeros }) => {
      const zero = { unit: '城东', month: '2026-09', by: 'wxid_wang', at, message: 'm1' }
      await zeros.put(zero)
      await zeros.put({ ...zero, at: later, message: null })
      expect(await zeros.of('2026-09')).toEqual([{ unit: '城东', by: 'wxid_wang', at: later }])
      expect(await zeros.of('2026-10')).toEqual([])
      await zeros.remove('城东', '2026-09')
      expect(await zeros.of('2026-09')).toEqual([])
    },
  ],
  [
    'of several closings of a month the newest counts and all are kept',
    async ({ closings }) => {
      const closing = {
        month: '2026-09',
        at,
        by: 'wxid_zhou',
        check: 'a3f0',
        snapshot: { records: [[101, 1]] },
      }
      await closings.insert(closing)
      await closings.insert({ ...closing, check: 'ffff', snapshot: null })
      expect(await closings.get('2026-09')).toEqual({ ...closing, check: 'ffff', snapshot: null })
      expect(await closings.get('2026-08')).toBeNull()
      expect((await closings.all()).map((row) => row.check)).toEqual(['a3f0', 'ffff'])
    },
  ],
]

const keyOf = ({ unit, cell, kind, own }: RollupRow): string => `${unit}\n${cell}\n${kind}\n${own ? 1 : 0}`
