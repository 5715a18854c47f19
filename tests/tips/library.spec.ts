import { expect, test } from 'vitest'
import { loadLibrary, parseTips } from '../../src/tips/library.js'
import { renderTip, signed } from '../../src/tips/tip.js'

const head = 'theme: 防跌倒\ngroup: health\ntips:\n'
const good = `  - id: falls-001
    title: 起床别着急
    body: |
      醒来先躺一会儿，
      再坐一会儿，站稳再走。
    source: { org: 国家卫生健康委, document: 中国公民健康素养, year: 2024 }
    months: [11, 12]
    day: 重阳
    reviewer: null
    author: 小科编辑部
`

test('a whole tip', () => {
  const { tips, faults } = parseTips(head + good, 'falls.yaml')
  expect(faults).toEqual([])
  expect(tips[0]).toMatchObject({
    id: 'falls-001',
    theme: '防跌倒',
    group: 'health',
    lines: ['醒来先躺一会儿，', '再坐一会儿，站稳再走。'],
    months: [11, 12],
    day: '重阳节',
    medical: false,
    reviewer: null,
    at: { file: 'falls.yaml', line: 4 },
  })
})

test.each([
  ['an unknown key of a tip', good + '    colour: red\n', 14, '不认识“colour”'],
  ['a missing source', good.replace(/ {4}source.*\n/, ''), 4, '缺 source，应写：{ org:'],
  ['a source without year', good.replace(', year: 2024', ''), 9, 'source 写法不对'],
  ['a day nobody knows', good.replace('重阳', '世界懒觉日'), 11, 'day 写法不对'],
  ['a thirteenth month', good.replace('[11, 12]', '[13]'), 10, 'months 写法不对'],
  [
    'a review claimed by the file',
    good.replace('reviewer: null', 'reviewer: 赵老师'),
    12,
    '审读人只在群里签认',
  ],
  ['a capital in the id', good.replace('falls-001', 'Falls 1'), 4, 'id 写法不对'],
  ['a number for a title', good.replace('起床别着急', '42'), 5, 'title 写法不对'],
  ['a key told twice', good + '    title: 又一个\n', 14, '写法有误'],
  ['a bare word among the tips', '  - 起床别着急\n', 4, '每条应以'],
])('%s is named with its line', (_what, tips, line, text) => {
  const { faults } = parseTips(head + tips, 'x.yaml')
  expect(faults[0]).toMatchObject({ file: 'x.yaml', line })
  expect(faults[0]!.text).toContain(text)
})

test.each([
  ['', '文件开头应是 theme'],
  ['theme: x\ngroup: healthy\ntips: []\n', 'group 应是其中之一'],
  ['theme: x\ngroup: health\ntip: []\n', '不认识“tip”'],
  ['theme: x\ngroup: health\n', '缺 tips'],
  ['theme: [', '写法有误'],
])('a file with a wrong head: %j', (text, fault) => {
  expect(
    parseTips(text, 'x.yaml')
      .faults.map((f) => f.text)
      .join('\n'),
  ).toContain(fault)
})

test('a folder that is not there is a fault, not an exception', () => {
  expect(loadLibrary('no/such/folder').faults).toHaveLength(1)
})

test('the tip in the room; a review is shown only when it was signed', () => {
  const tip = parseTips(head + good, 'x.yaml').tips[0]!
  const plain =
    '【今日科普】起床别着急\n醒来先躺一会儿，\n再坐一会儿，站稳再走。\n据：国家卫生健康委《中国公民健康素养》2024'
  expect(renderTip(tip)).toBe(plain)
  expect(renderTip(signed([tip], new Map([['falls-001', '医卫 赵老师']]))[0]!)).toBe(
    `${plain}（医卫 赵老师审）`,
  )
  expect(renderTip(tip, { short: true, also: ['世界环境日'] })).toContain(
    '今天也是世界环境日。\n据：国家卫生健康委2024',
  )
  expect(renderTip(tip, { largePrint: true })).toContain('起床别着急\n\n醒来')
})
