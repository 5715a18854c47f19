import { describe, expect, test } from 'vitest'
import { isPerson, readForward } from '../../src/converse/forward.js'

/** Read on 2026-11-21 at 9:00: name, when it was said, its words; 转 where it is surely a forward. */
const shown = (text: string): string[] =>
  readForward(text, { day: '2026-11-21', minute: 540 }).map(
    ({ name, at, start, end, sure }) =>
      `${sure ? '转 ' : ''}${name}${at ? ` ${at.day} ${at.minute}` : ''}：${text.slice(start, end).trim()}`,
  )

test.each([
  ['王秀兰：昨天在二中讲航天120人', ['王秀兰：昨天在二中讲航天120人']],
  ['李建国说: 昨天讲了一场', ['李建国：昨天讲了一场']],
  ['转发 李建国：昨天讲了一场', ['转 李建国：昨天讲了一场']],
  ['【转】李建国：昨天讲了一场', ['转 李建国：昨天讲了一场']],
  ['王秀兰 11月20日 16:30\n昨天在二中', ['转 王秀兰 2026-11-20 990：昨天在二中']],
  ['王秀兰  2026-11-20 16:30:05\n昨天在二中', ['转 王秀兰 2026-11-20 990：昨天在二中']],
  ['王秀兰 2026/11/20 16:30\n昨天在二中', ['转 王秀兰 2026-11-20 990：昨天在二中']],
  ['城东王姐 昨天 下午4:30\n昨天在二中', ['转 城东王姐 2026-11-20 990：昨天在二中']],
  // a chat shows today's messages with the time alone
  ['王秀兰 8:05\n昨天在二中', ['转 王秀兰 2026-11-21 485：昨天在二中']],
  ['王秀兰 23:05\n昨天在二中', ['转 王秀兰 2026-11-20 1385：昨天在二中']],
  [
    '王秀兰 11月20日 16:30\n甲\n乙\n\n李建国 11月20日 17:02\n丙',
    ['转 王秀兰 2026-11-20 990：甲\n乙', '转 李建国 2026-11-20 1022：丙'],
  ],
  ['王秀兰：甲\n李建国：乙', ['王秀兰：甲', '李建国：乙']],
  ['王秀兰：甲\n地点：乙', ['王秀兰：甲\n地点：乙']],
  ['昨天在二中讲航天，16:30开始，120人', []],
  ['昨天16:30在二中', []],
  ['', []],
])('%j', (text, expected) => {
  expect(shown(text)).toEqual(expected)
})

test('a branch before a colon is nobody', () => {
  const text = '石门：讲座2场240人\n金沙县：讲座1场85人'
  expect(readForward(text, { day: '2026-11-21', minute: 540 }, (n) => /石门|金沙县/.test(n))).toEqual([])
})

describe('who is a person', () => {
  test.each(['王秀兰', '何老师', '张大爷', '方医生'])('%s', (name) => expect(isPerson(name)).toBe(true))
  test.each(['时间', '地点', '方式', '周三', '听众', '高中', '何地', '主讲人', '任务'])('%s is not', (name) =>
    expect(isPerson(name)).toBe(false),
  )
})
