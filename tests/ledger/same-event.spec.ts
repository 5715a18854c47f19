import { expect, test } from 'vitest'
import { commonPlace } from '../../src/ledger/same-event.js'

test.each([
  ['三小', '第三小学', true],
  ['第3小学', '三小', true],
  ['城东区三小', '三小', true],
  ['向阳小学', '向阳小学多功能厅', true],
  ['一〇一中学', '101中学', true],
  ['第二十三中学', '23中学', true],
  ['五一广场', '五一广场东侧', true],
  ['向阳小学', '东湖小学', false],
  // A number within a longer one is another school.
  ['三小', '十三小学', false],
  ['第3小学', '第13小学', false],
  ['第3小学', '第29403小学', false],
  ['第三小学', '第三十小学', false],
  ['第21村', '第22村', false],
])('%s and %s: one place? %s', (a, b, one) => {
  expect(commonPlace(a, b) !== null).toBe(one)
})
