import { describe, expect, test } from 'vitest'
import { loadLibrary } from '../../src/tips/library.js'
import { exportTable, importTable, safeCell } from '../../src/tips/table.js'
import type { Tip } from '../../src/tips/tip.js'
import { tip } from './fixture.js'

const words = ({ at: _at, ...rest }: Tip): unknown => rest

test('what is exported comes back whole', () => {
  const tips = loadLibrary('data/tips').tips
  const back = importTable(exportTable(tips), 'tips.csv')
  expect(back.faults).toEqual([])
  expect(back.tips.map(words)).toEqual(tips.map(words))
})

test.each([
  ['=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")'],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['＝1', "'＝1"],
  ['少盐', '少盐'],
])('cell %j is written %j', (cell, written) => {
  expect(safeCell(cell)).toBe(written)
})

test('a formula in a tip survives as words, and quotes and commas with it', () => {
  const odd = tip({ id: 'odd-1', title: '=1+1', lines: ['他说："少盐, 多醋。"', '-再看一行，记住了。'] })
  const csv = exportTable([odd])
  expect(csv).toContain(`"'=1+1"`)
  expect(importTable(csv, 'x').tips.map(words)).toEqual([words(odd)])
})

describe('a table that is not ours', () => {
  const csv = exportTable([tip({ id: 'a-1' }), tip({ id: 'a-2' })])
  test.each<[string, string, number, string]>([
    ['no table', '随便几个字', 1, '第一行缺少这些列'],
    ['broken quotes', '"编号\n1,2', 1, '另存为“CSV UTF-8”'],
    ['a year that is none', csv.replace('"2024"', '"去年"'), 2, 'a-1：机构/文件/年份写法不对'],
    ['a kind nobody knows', csv.replace('"健康"', '"养生"'), 2, 'a-1：类别写法不对'],
    [
      'no title',
      csv.replace(/"a-2","主题a-2","健康","[^"]*"/, '"a-2","主题a-2","健康",""'),
      3,
      'a-2：标题没写',
    ],
    ['too large', 'x'.repeat(4_000_001), 1, '表太大'],
    ['nothing', '', 1, '第一行缺少这些列'],
  ])('%s is told with its line', (_what, text, line, fault) => {
    const { faults } = importTable(text, 'x.csv')
    expect(faults[0]).toMatchObject({ file: 'x.csv', line })
    expect(faults[0]!.text).toContain(fault)
  })
})
