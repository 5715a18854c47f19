import { describe, expect, test } from 'vitest'
import { additions, cellOf, cellsIn, type Countable, type Entry } from '../../src/core/totals.js'
import { shortName, treeOf, wholeName } from '../../src/core/tree.js'

const tree = treeOf([
  { name: '市会', parent: null },
  { name: '甲县', parent: '市会' },
  { name: '乙区', parent: '市会' },
  { name: '甲县东', parent: '甲县' },
  { name: '甲县西', parent: '甲县' },
])

const record = (no: number, unit: string, attendance: number, more: Partial<Countable> = {}): Countable => ({
  no,
  unit,
  status: 'counted',
  kind: 'clinic',
  period: { start: '2026-11-20', end: '2026-11-20' },
  measures: {
    sessions: { value: 1, qualifier: 'exact', words: '1' },
    attendance: { value: attendance, qualifier: 'exact', words: String(attendance) },
  },
  includes: [],
  ...more,
})
/** unit → sessions/attendance of its subtree. */
const trees = (entry: Entry) =>
  Object.fromEntries(
    additions(entry, tree).flatMap((a) =>
      a.own ? [] : [[a.unit, `${a.sums.sessions}/${a.sums.attendance}`]],
    ),
  )

test.each([
  ['2026-10-18', '2026-10-19', '2026-10'],
  ['2026-10-30', '2026-11-02', '2026-10'],
  ['2026-01-01', '2026-03-31', '2026-Q1'],
  ['2026-01-01', '2026-06-30', '2026-H1'],
  ['2026-02-01', '2026-05-31', '2026-H1'],
  ['2026-01-01', '2026-12-31', '2026'],
  ['2026-01-01', '2026-11-21', '2026'],
  ['2025-07-01', '2026-06-30', 'long'],
])('%s..%s is kept in %s', (start, end, cell) => expect(cellOf({ start, end })).toBe(cell))

test('a period is whole cells and the odd days at its ends', () => {
  expect(cellsIn({ start: '2026-09-15', end: '2026-12-31' })).toEqual({
    cells: ['2026-10', '2026-11', '2026-12', '2026-Q4'],
    edges: [{ start: '2026-09-15', end: '2026-09-30' }],
  })
  expect(cellsIn({ start: '2026-11-21', end: '2026-11-21' })).toEqual({
    cells: [],
    edges: [{ start: '2026-11-21', end: '2026-11-21' }],
  })
  expect(cellsIn({ start: '2026-01-01', end: '2026-12-31' }).cells).toHaveLength(12 + 4 + 2 + 1)
})

describe('one event counts once at every level', () => {
  test('a single record climbs to the root', () => {
    expect(trees({ members: [record(1, '甲县东', 60)], included: [], together: [] })).toEqual({
      甲县东: '1/60',
      甲县: '1/60',
      市会: '1/60',
    })
  })
  test('two branches of one county: once for the county and once for the city, with the chosen figure', () => {
    const entry = {
      members: [record(1, '甲县东', 60), record(2, '甲县西', 80)],
      lead: 2,
      attendance: 80,
      included: [],
      together: [],
    }
    expect(trees(entry)).toEqual({ 甲县东: '1/60', 甲县西: '1/80', 甲县: '1/80', 市会: '1/80' })
  })
  test('a county branch and a district: the county keeps its own figure', () => {
    const entry = {
      members: [record(1, '甲县东', 60), record(2, '乙区', 80)],
      lead: 2,
      attendance: 75,
      included: [],
      together: [],
    }
    expect(trees(entry)).toEqual({ 甲县东: '1/60', 甲县: '1/60', 乙区: '1/80', 市会: '1/75' })
  })
  test('void and held records add nothing', () => {
    expect(
      additions(
        {
          members: [record(1, '甲县东', 60, { status: 'void' }), record(2, '乙区', 5, { status: 'held' })],
          included: [],
          together: [],
        },
        tree,
      ),
    ).toEqual([])
  })
  test('a summary told 连同 adds only what exceeds its events, never less than nothing', () => {
    const events = [record(1, '乙区', 300), record(2, '乙区', 180)]
    const summary = record(3, '乙区', 720, { includes: [1, 2] })
    expect(trees({ members: [summary], included: events, together: [] })['市会']).toBe('0/240')
    expect(
      trees({ members: [record(3, '乙区', 100, { includes: [1, 2] })], included: events, together: [] })[
        '市会'
      ],
    ).toBe('0/0')
    const oneVoid = [record(1, '乙区', 300), record(2, '乙区', 180, { status: 'void' })]
    expect(trees({ members: [summary], included: oneVoid, together: [] })['市会']).toBe('0/420')
  })
  test.each([
    ['to another month', { period: { start: '2025-01-05', end: '2025-01-05' } }],
    ['to another kind', { kind: 'training' as const }],
    ['to another branch', { unit: '甲县东' }],
  ])('what was moved %s is in the summary no more', (_, moved) => {
    const events = [record(1, '乙区', 300), record(2, '乙区', 180, moved)]
    const summary = record(3, '乙区', 720, { includes: [1, 2] })
    expect(trees({ members: [summary], included: events, together: [] })['市会']).toBe('0/420')
  })
})

test.each([
  ['柳州市老科协', '全市', '市会'],
  ['中国老科协', '全国', '总会'],
  ['清河县老科协', '全县', '县会'],
  ['额木河旗老科协', '全旗', '旗会'],
  ['大理白族自治州老科协', '全州', '州会'],
  ['广西壮族自治区老科协', '全区', '区会'],
])('%s is %s', (root, whole, short) => {
  expect(wholeName({ root })).toBe(whole)
  expect(shortName(root, { root })).toBe(short)
})
test.each([
  ['城东区老科协', '城东区'],
  ['医疗卫生分会', '医疗卫生分会'],
])('%s is said %s', (unit, short) => expect(shortName(unit, { root: 'x' })).toBe(short))
