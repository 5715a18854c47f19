import { expect, test } from 'vitest'
import { gazetteer, understand } from '../../src/understand/index.js'
import { association } from './general-support.js'

const units = gazetteer(association)
const sentAt = { day: '2025-06-12', minute: 1230 } as const

/** Text, kinds found, and the unknown names that are asked about. */
const rows: readonly (readonly [text: string, kinds: readonly string[], unknown: readonly string[]])[] = [
  ['城南分会6月5日在三小讲座，学生60人。', ['lecture'], ['城南分会']],
  ['东湖老科协昨天义诊，看了45人。', ['clinic'], ['东湖老科协']],
  ['6月8日，柳岸区老科协举办培训班一期，学员33人。', ['training'], ['柳岸区老科协']],
  ['单位：北岭县老科协\n活动：讲座\n时间：6月3日\n人数：70人', ['lecture'], ['北岭县老科协']],
  ['昨天在村里讲防火，来了40人。——杨桥镇分会', ['lecture'], ['杨桥镇分会']],
  ['昨天下午给学生上航天课，180人。城南分会', ['lecture'], ['城南分会']],
  ['今天水利专委会去大坝做技术咨询，服务12人', ['consultation'], ['水利专委会']],
  ['建筑分会6.3座谈会 22人', ['meeting'], ['建筑分会']],
  // a unit that is known did it: the other is a place or a guest
  ['6月4日医卫分会到柳岸分会义诊，看了50人。', ['clinic'], []],
  ['河西区老科协6月5日讲座60人。', ['lecture'], []],
  // sorts of units and oneself
  ['我们分会昨天义诊，看了30人。', ['clinic'], []],
  ['各分会6月5日前报讲座场次。', [], []],
  // of the same level or above: another association
  ['南山市老科协6月5日办讲座，听众100人。', [], []],
  ['邻县老科协6月5日办讲座，听众100人。', [], []],
]

test.each(rows)('%s', (text, kinds, unknown) => {
  const { reports, doubts } = understand(text, { units, sentAt })
  expect(reports.map((r) => r.kind)).toEqual(kinds)
  expect(reports.filter((r) => unknown.length > 0 && r.branch !== null)).toEqual([])
  const asked = doubts.filter((d) => d.code === 'unknown_branch')
  expect(asked.map((d) => d.words)).toEqual(unknown)
  expect(asked.map((d) => text.slice(...d.span))).toEqual(unknown)
})
