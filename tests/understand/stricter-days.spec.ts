import { expect, test } from 'vitest'
import { understand } from '../../src/understand/index.js'
import { city, readAsTold, type Row, sunday } from './city-rows.js'

/** What a row must not take for granted, beside what it must still hear. */
const rows: readonly Row[] = [
  // an hour still to come, and one that is over
  ['上午10点半去敬老院量血压，老人52名，谁能带路？'],
  ['我们上午9点义诊，大家准时来。'],
  ['上午10点开会员大会，到会96人。'],
  ['我们上午快10点去四小讲防火，学生88人', ['lecture', null, null, 1, 88]],
  ['我们早上7点多在东街讲了节水，到场38人', ['lecture', null, '2026-11-22', 1, 38]],
  ['我们上午8点半在三中讲了防火，学生140人', ['lecture', null, '2026-11-22', 1, 140]],
  // some other day stands beside the part of the day
  ['前阵子我们上午讲课一场，来了47人', ['lecture', null, null, 1, 47]],
  ['麦收后我们上午讲课一场，来了47人', ['lecture', null, null, 1, 47]],
  ['我们上午讲课一场，47人，是先前的事，补报。', ['lecture', null, null, 1, 47]],
  ['16号门诊部义诊，我们上午看了47人', ['clinic', null, null, 1, 47]],
  ['我们上午在2号楼讲课一场，来了47人', ['lecture', null, '2026-11-22', 1, 47]],
  // the former and the latter of two that each did something
  ['望江、北塔昨天合作办了讲座和义诊，前者62人，后者99人', ['lecture', '望江区老科协', '2026-11-21', 1, 161]],
  [
    '望江、北塔昨天各忙各的：前者讲课62人，后者义诊99人',
    ['lecture', '望江区老科协', '2026-11-21', 1, 62],
    ['clinic', '北塔区老科协', '2026-11-21', 1, 99],
  ],
  // what is no paper of science, though all of it went
  ['90份请柬，今天在镇上全发完了'],
  ['超市传单220份，今天在镇上全发完了'],
  ['家里的旧书80本，今天在镇上都送完了'],
  ['健康手册220本，今天在镇上全发完了', ['publicity', null, '2026-11-22', 1, null, 220]],
  // another association's meeting
  ['昨天召开了市书法家协会会员大会'],
  ['昨天召开了商会理事会'],
  ['昨天召开了茶叶合作社社员大会'],
  ['昨天开了理事会，棋牌协会换届'],
  ['昨天召开了第三届会员大会', ['meeting', null, '2026-11-21', 1]],
  // somebody visiting the ward, and a branch at work there
  ['我昨天去医院住院部看老李，听护士讲了一课，45人'],
  ['昨天去医院住院部送锦旗，遇到北塔来义诊，45人'],
  ['昨天望江在县医院住院部义诊31人', ['clinic', '望江区老科协', '2026-11-21', 1, 31]],
  // who put down a name, and what all of them were
  ['望江50人\n北塔70人\n以上报名11月14日培训'],
  [
    '望江50人\n北塔70人\n以上均为11月14日培训',
    ['training', '望江区老科协', '2026-11-14', 1, 50],
    ['training', '北塔区老科协', '2026-11-14', 1, 70],
  ],
  // a number of people that is not that of the audience
  ['昨天讲课，失业人数是90村主任介绍的，听众50人', ['lecture', null, '2026-11-21', 1, 50]],
  ['望江昨天讲课，人数是四十九村主任也来了', ['lecture', '望江区老科协', '2026-11-21', 1, 49]],
  // waiting, not taken
  ['今年投稿30篇，其中待审9篇、校报4篇已采用', ['article', null, '2026-01-01', null, null, null, 30, 4]],
  ['今年投稿30篇，其中县报9篇、校报4篇已采用', ['article', null, '2026-01-01', null, null, null, 30, 13]],
  // asked for, and held
  ['昨天我们接受点单，到四小讲课一场，130人', ['lecture', null, '2026-11-21', 1, 130]],
]

readAsTold(rows)

test.each([
  [15 * 60 + 5, '下午4点老年大学讲座，每人带笔，60人'],
  [19 * 60, '晚上8点老年大学开讲座，60人'],
])('at minute %i, %s is still to come', (minute, text) => {
  const { reports } = understand(text, { units: city, sentAt: { ...sunday, minute } })
  expect(reports.map((r) => r.date?.start ?? null).filter((day) => day !== null)).toEqual([])
})
