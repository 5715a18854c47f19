import { expect, test } from 'vitest'
import { tipsCheck, tipsPreview } from '../../src/tips/cli.js'
import { loadLibrary } from '../../src/tips/library.js'
import { emptyPlan } from '../../src/tips/plan.js'

test('check prints the number of tips and exits 0; 1 with file and line when something is wrong', () => {
  const good = tipsCheck('data/tips', 'data/rumours.yaml')
  expect(good.text).toMatch(/^科普\d{3,}条，求证\d+条\n/)
  expect(good).toMatchObject({ exit: 0 })
  const bad = tipsCheck('data', 'no/such.yaml')
  expect(bad.exit).toBe(1)
  expect(bad.text).toContain('no/such.yaml:1 找不到求证库')
  expect(bad.text).toMatch(/data\/\S+:1 /)
})

const library = loadLibrary('data/tips').tips
const room = { name: '城中区老科协会员群', regions: ['south'], crops: [], themes: null }
test.each([
  [
    '2026-11-20',
    3,
    0,
    /^城中区老科协会员群\n11月20日 周五 .+\n11月21日 周六 .+\n11月22日 周日 .+〔term-\d+ 小雪 二十四节气〕$/,
  ],
  ['2026-02-30', 3, 2, /^没有这一天/],
  ['明天', 3, 2, /^没有这一天/],
  ['2026-11-20', 0, 2, /^天数写/],
])('preview from %s for %i days exits %i', (day, days, exit, text) => {
  const printed = tipsPreview({ room, day, library, history: [], plan: emptyPlan }, days)
  expect(printed.exit).toBe(exit)
  expect(printed.text).toMatch(text)
})
