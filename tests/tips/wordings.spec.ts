import { describe, expect, test } from 'vitest'
import { commands } from '../../commands/index.js'
import { houseOf } from '../../src/house.js'
import { sampleOrg } from '../converse/play.js'
import { saidIn } from '../commands/said.js'

const house = houseOf(sampleOrg())
const said = saidIn(house)
/** Which command takes the words, with what. */
function taken(text: string): string {
  const words = said(text)
  for (const command of commands) {
    const args = command.parse(words) as unknown
    if (args !== null) return `${command.name} ${JSON.stringify(args)}`
  }
  return 'nobody'
}

describe.each<[string, string, readonly string[]]>([
  [
    'today’s tip',
    '今日科普 {"want":"today"}',
    '今日科普|今天科普|今天的科普|科普|来条科普|来一条科普|来个科普|今天科普什么|今天的科普是什么|念念今天的科普|看看今天的科普|今早的科普呢|科普一下|今天的科普再发一遍|科普没看到|科普小知识|今天讲什么科普'.split(
      '|',
    ),
  ],
  [
    'one more',
    '今日科普 {"want":"more"}',
    '再来一条|再来一个|再来条|再来一则|换一条|换一个|换个科普|还有吗再来一条|再说一条|再讲一个|再发一条|另来一条|多来一条|再来一条科普|再来点科普|不够再来一条|接着来一条'.split(
      '|',
    ),
  ],
  [
    'to read aloud',
    '今日科普 {"want":"spoken"}',
    '读稿|念稿|广播稿|喇叭稿|给我个读稿|大喇叭稿子|今天的广播稿|科普读稿|广播用的稿子|村里广播怎么念|要念的稿子|播音稿|朗读稿'.split(
      '|',
    ),
  ],
  [
    'a short message',
    '今日科普 {"want":"sms"}',
    '短信|短信版|发短信用的|短信稿|科普短信|七十个字的|编成短信|短信怎么写|今天的短信'.split('|'),
  ],
  [
    'stopped',
    '停科普 {"set":"off","room":null}',
    '停科普|科普停了|科普停了吧|停了科普吧|别发科普了|科普别发了|不要科普了|科普先停几天|这几天别发科普|暂停科普|把科普停了|先不发科普了|科普先不要发了|关掉科普|科普不要了|取消科普|群里别再发科普了|不想看科普|以后别发科普了|每日科普停了吧'.split(
      '|',
    ),
  ],
  [
    'on again',
    '停科普 {"set":"on","room":null}',
    '开科普|科普开了吧|恢复科普|科普恢复吧|继续发科普|科普接着发|科普可以发了|打开科普|把科普打开|科普照常发|科普开起来|还要科普|重新开科普|科普还是发吧|科普又可以发了'.split(
      '|',
    ),
  ],
  [
    'at half past eight',
    '停科普 {"set":"hour","minute":510,"room":null}',
    '科普改到8点半|科普改到八点半|科普改到早上八点半|科普改成8:30|科普改在8：30发|科普时间改到8点30分|早上八点半发科普|科普八点半发|每天八点半发科普|科普推迟到八点半|科普挪到八点半|以后科普8点半发|把科普改到8点半吧|科普定在上午8点半|科普8点30'.split(
      '|',
    ),
  ],
  [
    'at other hours',
    '停科普 {"set":"hour","minute":450,"room":null}',
    '科普改到七点半|科普提前到7点半|科普7:30发'.split('|'),
  ],
  [
    'in the afternoon',
    '停科普 {"set":"hour","minute":960,"room":null}',
    '科普改到下午四点|科普下午4点发|科普改到16点'.split('|'),
  ],
  [
    'large',
    '停科普 {"set":"large","room":null}',
    '科普大字版|科普字大一点|科普字太小|科普隔行发|科普行距大点|科普字太小看不清'.split('|'),
  ],
  ['short', '停科普 {"set":"short","room":null}', '科普短一点|科普发短点|科普太长了|科普简短些'.split('|')],
])('%s', (_, expected, wordings) => {
  test.each(wordings)('%s', (text) => expect(taken(text)).toBe(expected))
})

/** Words that sound like it and are something else. */
test.each([
  '昨天的科普讲座多少人',
  '科普讲座停了',
  '科普培训改到九点',
  '短信诈骗怎么防',
  '读稿子的是李老师',
  '开科普大会',
  '换一条裤子',
  '再来一条鱼',
])('%s is no wish about the tips', (text) => {
  expect(taken(text)).not.toMatch(/^(?:今日科普|停科普|科普预告) /)
})
