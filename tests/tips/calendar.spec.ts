import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { dayNamed, fixedDays, isCampaign, missingCampaigns, namesOf } from '../../src/tips/calendar.js'

test.each([
  ['2026-06-05', '芒种 世界环境日'],
  ['2025-12-21', '冬至'], // the term library counts it to the following year
  ['2026-12-22', '冬至'],
  ['2019-02-04', '立春 除夕 世界癌症日'],
  ['2019-02-19', '雨水 元宵节'],
  ['2023-02-21', '龙抬头'],
  ['2023-03-23', '世界气象日'], // second day of the leap second month: no second 龙抬头
  ['2026-05-10', '母亲节'],
  ['2026-06-21', '夏至 父亲节'],
  ['2026-09-12', '世界急救日'],
  ['2026-03-28', '地球一小时'],
  ['2026-10-18', '重阳节'],
  ['2026-07-14', ''],
])('%s is called %s', (day, names) => {
  expect(namesOf(day).days.join(' ')).toBe(names)
})

test.each([
  ['重阳', '重阳节'],
  ['05-12', '全国防灾减灾日'],
  ['立冬', '立冬'],
  ['科技活动周', '全国科技活动周'],
  ['13-40', null],
  ['世界睡懒觉日', null],
])('hook %s → %s', (word, name) => {
  expect(dayNamed(word)).toBe(name)
})

test('campaigns: fixed spans by themselves, floating ones when the office has entered them', () => {
  expect(namesOf('2026-09-03').campaigns.map((c) => c.name)).toEqual(['全国科普月', '全国质量月'])
  const own = [{ name: '全国科技活动周', start: '2026-05-23', end: '2026-05-30' }]
  expect(namesOf('2026-05-23', own).campaigns.map((c) => c.name)).toEqual(['全国科技活动周'])
  expect(namesOf('2026-05-31', own).campaigns).toEqual([])
  expect(missingCampaigns(2026, ['全国科技活动周', '全民营养周', '全国科普月', '立冬'], own)).toEqual([
    '全民营养周',
  ])
  expect([isCampaign('立冬'), isCampaign('全国科普月')]).toEqual([false, true])
})

test('fixed days are days, told once and in order', () => {
  const days = fixedDays.map((d) => d.day)
  expect(days).toEqual([...new Set(days)].sort())
})

const table = '../shared/corpus/peers/calendar-2019-2030.ndjson'
describe.skipIf(!existsSync(table))(
  'the published calendar 2019–2030 (skipped where ../shared is absent)',
  () => {
    test('all rows', () => {
      const rows = readFileSync(table, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as { name: string; date: string })
      expect(rows.length).toBe(384)
      expect(rows.filter((row) => !namesOf(row.date).days.includes(row.name))).toEqual([])
      // and no term or festival on any other day
      const told = new Set(rows.map((row) => row.name + row.date))
      const names = new Set(rows.map((row) => row.name))
      const days = Array.from({ length: 4018 }, (_, i) =>
        new Date(Date.UTC(2019, 1, 6 + i)).toISOString().slice(0, 10),
      )
      const extra = days.flatMap((day) =>
        namesOf(day)
          .days.filter((n) => names.has(n) && !told.has(n + day))
          .map((n) => n + day),
      )
      expect(extra).toEqual([])
    })
  },
)
