import { describe, expect, test } from 'vitest'
import { parseOrg } from '../src/org.js'

const base = `name: 江城市老科协
units:
  - { name: 江城市老科协, aliases: [市会] }
  - { name: 东区老科协, parent: 江城市老科协, aliases: [东区] }
`

test('name and units are enough; the rest has its defaults', () => {
  const org = parseOrg(base)
  expect(org.ok && org.value).toMatchObject({
    timezone: 'Asia/Shanghai',
    bot: { name: '小科' },
    people: [],
    rooms: [],
    targets: [],
  })
})

describe('every fault names its line, its key and what to write', () => {
  test.each([
    ['unknown key', `${base}colour: red\n`, 5, 'colour', '不认识「colour」'],
    [
      'unknown key inside',
      `${base}rooms:\n  - { name: 群, tip: '08:00' }\n`,
      6,
      'rooms.0.tip',
      '不认识「tip」',
    ],
    ['tips too early', `${base}rooms:\n  - { name: 群, tips: '06:00' }\n`, 6, 'rooms.0.tips', '07:30'],
    [
      'unknown unit of a person',
      `${base}people:\n  - { id: a, name: 王, unit: 西区 }\n`,
      6,
      'people.0.unit',
      'units 里没有「西区」',
    ],
    ['no such role', `${base}people:\n  - { id: a, name: 王, role: boss }\n`, 6, 'people.0.role', 'member'],
    [
      'alias of two units',
      `${base}  - { name: 西区老科协, parent: 江城市老科协, aliases: [东区] }\n`,
      5,
      'units.2.aliases.0',
      '已经是「东区老科协」',
    ],
    ['second root', `${base}  - { name: 西区老科协 }\n`, 5, 'units.2.name', '总会只能有一个'],
    [
      'missing parent',
      `${base}  - { name: 西区老科协, parent: 省会 }\n`,
      5,
      'units.2.parent',
      '没有「省会」',
    ],
    [
      'no such kind',
      `${base}indicators:\n  - { name: 演讲, kinds: [talk] }\n`,
      6,
      'indicators.0.kinds.0',
      'lecture',
    ],
    [
      'target without indicator',
      `${base}targets:\n  - { year: 2026, unit: 东区老科协, indicator: 演讲, sessions: 3 }\n`,
      6,
      'targets.0.indicator',
      'indicators 里没有「演讲」',
    ],
    ['not YAML', 'name: [\n', 2, '', 'YAML'],
    ['zone', `${base}timezone: 北京\n`, 5, 'timezone', 'Asia/Shanghai'],
    ['twice the same key', `${base}name: 又一个\n`, 5, '', 'YAML'],
  ])('%s', (_, text, line, key, words) => {
    const org = parseOrg(text)
    expect(org.ok).toBe(false)
    if (org.ok) return
    expect(org.error[0]).toMatchObject({ line, key })
    expect(org.error[0]!.sentence).toContain(words)
  })
})

test('a unit that is its own grandparent is a fault, not a hang', () => {
  const org = parseOrg(`${base}  - { name: 甲, parent: 乙 }\n  - { name: 乙, parent: 甲 }\n`)
  expect(org.ok ? [] : org.error.map((f) => f.line)).toEqual([5, 6])
})
