import { describe, expect, test } from 'vitest'
import { checkLibrary, checkTip } from '../../src/tips/check.js'
import { loadLibrary } from '../../src/tips/library.js'
import type { Tip } from '../../src/tips/tip.js'
import { tip } from './fixture.js'

const texts = (given: Partial<Tip>): string =>
  checkTip(tip({ id: 'a', ...given }))
    .map((f) => f.text)
    .join('\n')

describe('a tip is held back', () => {
  test.each<[string, Partial<Tip>, string]>([
    ['a title of 15', { title: '一二三四五六七八九十一二三四五' }, '标题15个字'],
    ['a body of 91', { lines: Array.from({ length: 7 }, () => '一二三四五六七八九十一二三') }, '正文91个字'],
    [
      'six lines',
      { lines: ['睡前关好', '门窗关好', '煤气关好', '灯火关好', '水管关好', '手机关好'] },
      '正文6行',
    ],
    ['a line of 19', { lines: ['一二三四五六七八九十一二三四五六七八九'] }, '这一行19个字'],
    ['next to nothing', { lines: ['要小心。'] }, '正文只有4个字'],
    ['a link', { lines: ['请看http://a.cn，那里写着。'] }, '网址'],
    ['a hidden character', { lines: ['多喝水\u202e，少熬夜，常走动走动。'] }, '符号'],
    ['a promised cure', { lines: ['每天一把，高血压就能根治，放心吃。'] }, '许诺疗效'],
    ['a folk recipe', { lines: ['有个偏方，花椒泡脚，治腿疼很灵。'] }, '推荐偏方'],
    ['an effect nobody has shown', { lines: ['天天喝醋，可以软化血管，很不错。'] }, '没有公认依据'],
    ['a reason to stop a medicine', { lines: ['练好这套操，降压药不用吃药也行。'] }, '让人停药换药'],
    ['too full a mouth', { lines: ['用上这一招，腿不疼了，立竿见影。'] }, '说得太满'],
    ['a source that is none', { lines: ['最新研究说，多走路的人更长寿呢。'] }, '没有出处'],
    [
      'a dose',
      { medical: true, lines: ['头疼时吃布洛芬，一次两片。', '不好就请问医生，别拖着。'] },
      '剂量只由医生定',
    ],
    ['a dose in figures', { medical: true, lines: ['阿司匹林每天100mg，请问医生。'] }, '剂量只由医生定'],
    ['medicines without the flag', { lines: ['降压药别自己停，请问医生再说。'] }, '应加 medical'],
    [
      'medicines without the doctor',
      { medical: true, lines: ['降压药要天天吃，别自己停下来。'] },
      '请问医生',
    ],
  ])('%s', (_what, given, fault) => {
    expect(texts(given)).toContain(fault)
  })
})

describe('and these may go', () => {
  test.each<[string, Partial<Tip>]>([
    [
      'a warning of promised cures',
      { group: 'fraud', lines: ['凡说“包治百病”的，都是骗人的，', '一分钱也别给。'] },
    ],
    ['a warning of folk recipes', { lines: ['伤口上别信偏方，抹酱油抹牙膏，', '清水冲净，去看医生。'] }],
    ['grams of food', { lines: ['一天的盐不超过五克，', '酱油咸菜里的也算上。'] }],
    [
      'withdrawal of a farm medicine',
      { group: 'farming', lines: ['用了药的鸡鸭，', '等休药期满了再卖再吃。'] },
    ],
    ['the bag for emergencies', { lines: ['手电、哨子、常用药、水，', '装个包挂在门口。'] }],
    ['a clock', { medical: true, lines: ['降压药天天按时吃，', '漏了一回怎么办，请问医生。'] }],
  ])('%s', (_what, given) => {
    expect(texts(given)).toBe('')
  })
})

test('twice the same id, nearly the same words, and days without a tip are named with file and line', () => {
  const a = tip({ id: 'a', at: { file: 'a.yaml', line: 4 } })
  const b = tip({ id: 'a', title: a.title, lines: a.lines, at: { file: 'b.yaml', line: 9 } })
  const faults = checkLibrary({ tips: [a, b], faults: [] })
  const text = faults.map((f) => `${f.file}:${f.line} ${f.text}`).join('\n')
  expect(text).toContain('b.yaml:9 编号 a 用过了（a.yaml:4）')
  expect(text).toContain('b.yaml:9 a 和 a（a.yaml:4）说的差不多（100%相同）')
  expect(text).toContain('“冬至”要有3条，现有0条')
  expect(text).toContain('“春节”要有3条，现有0条')
  expect(text).toContain('“全国消防日”要有3条，现有0条')
  expect(text).toContain('“全民营养周”要有2条，现有0条')
})

describe('the library of data/tips', () => {
  const library = loadLibrary('data/tips')
  test('has no fault', () => {
    expect(checkLibrary(library)).toEqual([])
  })
  test('has at least 400 tips with a source each, and a scientist for every week', () => {
    expect(library.tips.length).toBeGreaterThanOrEqual(400)
    expect(library.tips.filter((t) => t.source === null)).toEqual([])
    expect(library.tips.filter((t) => t.scientist).length).toBeGreaterThanOrEqual(52)
    expect(library.tips.filter((t) => t.reviewer !== null)).toEqual([]) // nobody has signed in a file
  })
})
