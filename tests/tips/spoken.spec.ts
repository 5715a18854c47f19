import { describe, expect, test } from 'vitest'
import { loadLibrary } from '../../src/tips/library.js'
import { chineseNumber, spokenText } from '../../src/tips/numerals.js'
import { shortMessage } from '../../src/tips/sms.js'
import { spokenScript } from '../../src/tips/spoken.js'
import { tip } from './fixture.js'

test.each([
  [0, '零'],
  [10, '十'],
  [15, '十五'],
  [20, '二十'],
  [105, '一百零五'],
  [110, '一百一十'],
  [112, '一百一十二'],
  [200, '两百'],
  [1005, '一千零五'],
  [1050, '一千零五十'],
  [2024, '两千零二十四'],
  [10000, '一万'],
  [10010, '一万零一十'],
  [120000, '十二万'],
  [110000, '十一万'],
  [1500000, '一百五十万'],
  [300000000, '三亿'],
])('%i is said %s', (n, said) => {
  expect(chineseNumber(n)).toBe(said)
})

test.each([
  ['打120。', '打幺二零。'],
  ['一天走120米', '一天走一百二十米'],
  ['接到96110要接', '接到九六幺幺零要接'],
  ['2024年', '二零二四年'],
  ['2个苹果，2月的天', '两个苹果，二月的天'],
  ['含盐5%以下', '含盐百分之五以下'],
  ['3～5天', '三到五天'],
  ['140/90', '一百四十、九十'],
  ['占1/3', '占三分之一'],
  ['36.5℃', '三十六点五摄氏度'],
  ['5kg米', '五公斤米'],
  ['《指南》说：“少盐”——真的', '指南说，少盐，真的'],
  ['关火、关气；拔插头！', '关火、关气，拔插头！'],
  ['WHO说', 'WHO说'],
  ['①先看②再走', '一先看二再走'],
])('%s is read %s', (text, said) => {
  expect(spokenText(text)).toBe(said)
})

describe('the whole library', () => {
  const tips = loadLibrary('data/tips').tips
  test('every script is a minute long and holds nothing that cannot be read', () => {
    const wrong = tips.flatMap((t) => {
      const script = spokenScript(t, '2026-11-22', '柳州市老科协')
      const length = Array.from(script).length
      return length < 200 || length > 240 || /[^\p{Script=Han}A-Za-z，。？！、]/u.test(script)
        ? [`${t.id} ${length} ${script}`]
        : []
    })
    expect(wrong).toEqual([])
  })
  test('every short message fits and ends a sentence', () => {
    const wrong = tips.map(shortMessage).filter((sms) => sms.length > 70 || sms.length < 20)
    expect(wrong).toEqual([])
  })
})

test('a script, whole', () => {
  const t = tip({
    id: 'a',
    title: '腌菜腌透再吃',
    lines: ['小雪腌菜，别急着开坛。', '腌足20天再上桌。'],
    source: { org: '市场监管总局', document: '腌菜 GB/T 1234—2020（修订）', year: 2024 },
  })
  expect(spokenScript(t, '2026-11-22', '柳州市老科协')).toBe(
    '各位乡亲、各位老师，大家好，这里是柳州市老科协的每日科普。今天是十一月二十二日，星期日，小雪。今天说的是，腌菜腌透再吃。小雪腌菜，别急着开坛。腌足二十天再上桌。再说一遍，小雪腌菜，别急着开坛。腌足二十天再上桌。请把这一条转告家里人，也告诉没听到广播的邻居。说来简单，贵在天天照着做，一次记住一样就好。有想听的、想问的，也可以告诉我们，下次说给大家听。这些话的依据，是市场监管总局二零二四年的腌菜。祝大家身体健康，平平安安，明天再会。',
  )
})
