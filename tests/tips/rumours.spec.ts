import { describe, expect, test } from 'vitest'
import { findRumour, loadRumours, parseRumours, rumourAnswer } from '../../src/tips/rumours.js'

const { rumours, faults } = loadRumours('data/rumours.yaml')

test('the library: at least 40 entries, none at fault, each found by its own claim and the other ways it is asked', () => {
  expect(faults).toEqual([])
  expect(rumours.length).toBeGreaterThanOrEqual(40)
  const lost = rumours.flatMap((r) =>
    [r.claim, ...r.asks]
      .filter((q) => findRumour(q, rumours)?.id !== r.id)
      .map((q) => `${r.id}: ${q} → ${findRumour(q, rumours)?.id}`),
  )
  expect(lost).toEqual([])
})

test.each([
  ['喝醋能软化血管，这是真的吗？', 'vinegar-vessels'],
  ['听说隔夜菜会致癌，真的吗', 'overnight-dishes'],
  ['求证 电子烟是不是没有害处', 'e-cig'],
  ['我家老头说感冒吃头孢好得快', 'antibiotic-cold'],
  ['邻居讲中风要马上扎手指放血', 'stroke-bleed'],
  ['96110打来的能接吗', 'call-96110'],
  ['白内障是不是要等长熟了再做手术', 'cataract-ripe'],
  ['鱼刺卡住了喝醋行不行', 'fishbone'],
  // of these no entry speaks: the office is asked
  ['手机放床头会得癌', null],
  ['喝醋能治感冒吗', null],
  ['吃红枣补血吗', null],
  ['血管堵了怎么办', null],
  ['疫苗去哪里打', null],
  ['今天的讲座讲得真好', null],
  ['感冒了喝什么', null],
  ['鸡蛋多少钱一斤', null],
  ['地震局在哪', null],
  ['酒席订在哪家暖和', null],
  ['', null],
])('「%s」 → %s', (question, id) => {
  expect(findRumour(question, rumours)?.id ?? null).toBe(id)
})

test('a long forwarded text needs nearly the whole claim', () => {
  const chatter = '今天天气不错大家都出来走走看看花聊聊天晒晒太阳'.repeat(8)
  expect(findRumour(`${chatter}醋也好${chatter}血管也好`, rumours)).toBeNull()
  expect(findRumour(`${chatter}喝醋能软化血管${chatter}`, rumours)?.id).toBe('vinegar-vessels')
})

test('two entries equally near are no answer', () => {
  const one = rumours[0]!
  expect(findRumour(one.claim, [one, { ...one, id: 'twin' }])).toBeNull()
})

test('the answer: verdict and sentence, source, what to do', () => {
  const lines = rumourAnswer(rumours.find((r) => r.id === 'vinegar-vessels')!).split('\n')
  expect(lines).toHaveLength(3)
  expect(lines[0]).toMatch(/^没有依据，别照做。/)
  expect(lines[1]).toMatch(/^据：.+《.+》\d{4}$/)
  expect(lines[2]).toBe('有高血压请问医生，别停药。')
})

const entry = (more: string): string =>
  `rumours:\n  - id: a\n    claim: 喝醋软化血管\n    keys: [[醋]]\n    verdict: 'false'\n    answer: 软化不了。\n${more}`
const source = '    source: { org: 甲, document: 乙, year: 2020 }\n'

describe('faults are named with their line', () => {
  test.each([
    ['no source', entry(''), 2, '缺 source'],
    ['an unknown key', entry(`${source}    colour: red\n`), 2, '不认识“colour”'],
    ['a verdict of its own', entry(source).replace("'false'", 'maybe'), 2, 'verdict 应是'],
    ['keys that miss the claim', entry(source).replace('[[醋]]', '[[盐]]'), 2, 'keys 里的字'],
    ['twice one id', entry(source) + entry(source).replace('rumours:\n', ''), 8, '用过了'],
    ['no list', 'rumours: 3', 1, '文件开头应是'],
    ['no yaml', 'rumours: [', 1, ''],
  ])('%s', (_what, text, line, fault) => {
    const found = parseRumours(text, 'r.yaml').faults[0]!
    expect(found.line).toBe(line)
    expect(found.text).toContain(fault)
  })
  test('no file', () => {
    expect(loadRumours('no/such.yaml').faults).toHaveLength(1)
  })
})
