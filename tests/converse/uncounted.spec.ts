import { expect, it } from 'vitest'
import { uncounted } from '../../src/converse/uncounted.js'

it.each([
  '前天给乡亲们讲了一课防汛避险，人来人往的没点数',
  '昨天在集上义诊，人太多，没法统计',
  '今天办了展览，没统计人数',
  '上午讲座一场，听的人没细数了',
  '下午摆摊咨询，人多得数不过来',
])('nobody counted: %s', (text) => {
  expect(uncounted(text)).toBe(true)
})

it.each([
  '昨天讲座60人',
  '昨天讲座，签到表没带来，回头报数',
  '昨天义诊，没下雨',
  '没数据线，投影没放成，讲座照办',
  '点了点，52个',
])('counted, or not said: %s', (text) => {
  expect(uncounted(text)).toBe(false)
})
