import { describe, expect, test } from 'vitest'
import { understand } from '../../src/understand/index.js'
import { kindLike, partLike, reportLike, sortOf, unitLike } from '../../src/understand/learned/learned.js'
import { around, grams } from '../../src/understand/learned/grams.js'
import { masked, surroundings } from '../../src/understand/learned/said.js'
import learned from '../../src/understand/learned/points.json' with { type: 'json' }
import { empty, none, Runs } from '../../src/understand/learned/runs.js'
import { scan } from '../../src/understand/scan.js'
import { city, readAsTold, sunday } from './city-rows.js'

describe('alike to nothing that was labelled a report: not taken', () => {
  readAsTold([
    ['银龄讲师团一共有讲课的老师62位，各校可以来点课'],
    ['学校那头说了，12月3号腾两节课给咱，学生大概150，等排课表'],
    ['电视台放了个节目，说一个老中医义诊了30年，看了8万人'],
    ['北塔区老科协那个讲座我也去了，讲得真好，屋里挤了五十多人'],
    ['望江的演出我在手机上看了，比去年强'],
  ])
})

describe('told in a branch, a day and figures: asked about at most, whatever it is like', () => {
  test.each(['单位：青溪县老科协 时间：11月15日 内容：义诊、按摩体验 人次：64 备注：风大，比去年少'])(
    '%s',
    (text) => {
      const { reports } = understand(text, { units: city, sentAt: sunday })
      expect(reports.map((r) => [r.branch, r.attendance?.value])).toEqual([['青溪县老科协', 64]])
    },
  )
})

describe('told plainly: as sure as the rules are', () => {
  test.each([
    [
      '各位老师，我们6月15日上午在兰溪广场搞了1场科技咨询，受众213人（次），发放科普资料1100份',
      'consultation',
    ],
    ['7月2日，我们到菊园社区开展科普报告1场次，受众586人（次），发放科普资料100份。', 'lecture'],
    ['各位老师，4月8日上午在桃园中学搞了1场讲座', 'lecture'],
    ['11月16日在二中讲光的折射', 'lecture'],
  ])('%s', (text, kind) => {
    const { reports } = understand(text, { units: city, sentAt: sunday })
    expect(reports.map((r) => [r.kind, r.confidence])).toEqual([[kind, 0.95]])
  })
})

describe('refused by a rule, and like a report all the same: asked about', () => {
  test.each([
    ['线上上了一课，听的有一百八十多人', 'lecture'],
    ['开学头一天，在柳林小学讲交通安全，各年级都听了，305人。', 'lecture'],
  ])('%s', (text, kind) => {
    const { reports } = understand(text, { units: city, sentAt: sunday })
    expect(reports.map((r) => [r.kind, r.confidence])).toEqual([[kind, 0.7]])
  })
  readAsTold([['邻县老科协11月18日来我市二中讲航天，学生260人'], ['报上说一个镇办了手机班，教会了300位老人']])
})

describe('what is weighed', () => {
  test('units, numbers, lines and pictures are each one sign', () => {
    const text = '望江昨天义诊63人\n🎉'
    const unit = scan(text, city, sunday).tokens.filter((t) => t.type === 'unit')
    expect(masked(text, unit)).toBe('^¤昨天义诊0人/☺☺$')
  })
  test('around a unit days are one sign too', () => {
    const s = scan('望江11月3日义诊', city, sunday)
    const { said, at } = surroundings(s.text, s.tokens)
    const unit = s.tokens.find((t) => t.type === 'unit')!
    expect([said, at.get(unit)]).toEqual(['^¤日义诊$', 1])
    expect(around(said, 1, 'short').has('>日义')).toBe(true)
  })
  test('every run of up to three characters once', () => {
    expect([...grams('abab')]).toEqual(['a', 'b', 'ab', 'ba', 'aba', 'bab'])
  })
  test('what is weighed are the runs that were taught, and each once', () => {
    const text = '望江11月3日在社区义诊，青溪也来了，看了63人，看了63人🎉'
    const s = scan(text, city, sunday)
    const points = (taught: Readonly<Record<string, number>>, found: Iterable<string>): number =>
      [...found].reduce((sum, run) => sum + (taught[run] ?? 0), taught[''] ?? 0) / 100
    const units = s.tokens.filter((t) => t.type === 'unit')
    expect(units).toHaveLength(2)
    expect(reportLike(s)).toBe(points(learned.report, grams(masked(s.text, units))))
    expect(partLike(s, 0, s.text.length)).toBe(reportLike(s))
    const { said, at } = surroundings(s.text, s.tokens)
    for (const t of units)
      expect(unitLike(s, t)).toBe(points(learned.unit, around(said, at.get(t)!, sortOf(s, t))))
  })
  test('a run is found by its characters, and what none goes on with is none', () => {
    const runs = new Runs()
    const [short, long, other] = [runs.add('义诊'), runs.add('义诊了'), runs.add('诊')]
    expect(new Set([none, empty, short, long, other]).size).toBe(5)
    expect(runs.add('义诊')).toBe(short)
    expect([runs.on(empty, '去义诊了', 1, 3), runs.on(short, '去义诊了', 3, 4)]).toEqual([short, long])
    expect([runs.on(empty, '诊了', 0, 2), runs.on(empty, '\0', 0, 1), runs.on(none, '', 0, 0)]).toEqual([
      none,
      none,
      none,
    ])
  })
  test('no run holds half a picture, and none is longer than the longest', () => {
    for (const part of [learned.report, learned.kind])
      for (const run of Object.keys(part)) expect(run).toMatch(/^[^\ud800-\udfff]{0,3}$/)
  })
  test.each([
    ['昨天在社区义诊，看了63人', '谁有上次义诊的照片，发我两张', 'clinic'],
    ['上午到三小讲防溺水，学生120人', '这个讲座我也想听，几点开始', 'lecture'],
  ])('%s', (report, chatter, kind) => {
    const [told, said] = [report, chatter].map((text) => scan(text, city, sunday))
    expect(reportLike(told!)).toBeGreaterThan(1)
    expect(reportLike(said!)).toBeLessThan(-1)
    expect(kindLike(told!).get(kind as 'clinic')).toBeGreaterThan(0.9)
  })
})
