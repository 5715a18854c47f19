import { expect, test } from 'vitest'
import { bookingThreshold } from '../../src/core/report.js'
import { gazetteer, understand } from '../../src/understand/index.js'
import { association } from './general-support.js'

const units = gazetteer(association)
const sentAt = { day: '2025-06-12', minute: 1230 } as const
const sure = (text: string): boolean[] =>
  understand(text, { units, sentAt }).reports.map((r) => r.confidence >= bookingThreshold)

/** What may be booked without asking. */
test.each([
  '河西区老科协6月5日讲座，听众60人。',
  '6月1日青石镇分会科普集市，摆摊位12个，发图书200册、折页300份，市民500人次。',
  '平川县老科协上半年报送建议9条，被采纳4条。',
  '农技分会“银龄农技站”6月6日挂牌，来宾20人。',
  '医卫分会5月义诊3次，服务210人次。',
  '医卫分会昨天义诊，男的三十一，女的十九',
  '医卫分会昨天义诊，来看的两百挂零，小册子一人一本都拿走了',
  '医卫分会昨天给福利院讲了防跌倒，四十来个听的',
  '转张老师的话：河西区老科协6月5日讲座，听众60人（简报已发群里）。',
  '上礼拜三没讲成的用电安全，今天上午医卫分会补讲了，三十三个人听',
])('sure: %s', (text) => {
  expect(sure(text)).toEqual([true])
})

/** One sign of doubt each. */
test.each([
  ['hardly anybody', '河西区老科协6月5日讲座，听众2人。'],
  ['a paper without its number', '平川县老科协5月撰写调研报告，送县里了。'],
  ['more sessions than a day holds', '青石镇分会6月5日讲座65场，听众900人。'],
  ['passed on from a paper', '转：河西区老科协今年讲座12场，听众1500人（区科协简报）'],
  ['counted again', '医卫分会昨天义诊，来了一百来个，算是一百零三人吧。'],
])('doubtful, %s: %s', (_, text) => {
  expect(sure(text)).not.toContain(true)
})

/** The second may be the signer's: asked about. */
test('another branch signs: 河西区老科协6月10日讲座60人。昨天开了碰头会，14人到会。平川县老科协', () => {
  expect(sure('河西区老科协6月10日讲座60人。昨天开了碰头会，14人到会。平川县老科协')).toEqual([true, false])
})
