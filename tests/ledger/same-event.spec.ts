import { expect, test } from 'vitest'
import { commonPlace, probablySame, type Told } from '../../src/ledger/same-event.js'

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

/** A lecture of the same day and audience, told in these words; no place was read. */
const told = (text: string): Told => ({
  activity: {
    kind: 'lecture',
    unit: '城东区老科协',
    period: { start: '2026-11-20', end: '2026-11-20' },
    venue: null,
    topics: [],
    speakers: [],
    measures: { attendance: { value: 120, qualifier: 'exact', words: '120', source: 'm1' } },
    partners: [],
    scope: 'event',
  },
  text,
  teller: '王秀兰',
})

test.each([
  ['昨天我们到第3社区讲防诈骗，听众120人', '昨天我们到第3社区讲防诈骗，听众120人次', true],
  ['昨天我们到第三社区讲防诈骗，听众120人', '昨天我们到第3社区讲防诈骗，听众120人', true],
  ['昨天我们到第3社区讲防诈骗，听众120人', '昨天我们到第18社区讲防诈骗，听众120人', false],
  ['老年大学第三期讲座昨天开讲，听众120人', '老年大学第四期讲座昨天开讲，听众120人', false],
  // One of several numbers told in one message.
  ['昨天到第3社区、第4社区讲防诈骗，听众120人', '昨天到第4社区讲防诈骗，听众120人', true],
  // Different things are counted.
  ['第三期讲座昨天在社区开讲防诈骗，听众120人', '第一场讲座昨天在社区开讲防诈骗，听众120人', true],
])('%s / %s: one event? %s', (a, b, one) => {
  expect([probablySame(told(a), told(b)), probablySame(told(b), told(a))]).toEqual([one, one])
})
