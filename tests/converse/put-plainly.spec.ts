import { expect, test } from 'vitest'
import { story } from './story.js'

const lecture = '王秀兰：11月18日城东区在二中讲航天，听众60人'

test.each([
  [lecture, '王秀兰 → 小科：101号的地点写错了，在三中', '二中 → 三中'],
  [lecture, '王秀兰：小科 上面那条题目是《星星怎么走》', '星星怎么走'],
  [lecture, '王秀兰 → 小科：那改成宣传吧', '讲座 → 科普宣传'],
  [lecture, '王秀兰 → 小科：101号算培训更合适', '讲座 → 培训'],
  [lecture, '王秀兰 → 小科：101号按周老师数的，75', '60 → 75人次'],
  [lecture, '王秀兰：看错行了，60是上回的，这回57', '60 → 57人次'],
  [`${lecture}\n王秀兰：作废101`, '王秀兰：101还是算吧，问过了，就是那天', '恢复了'],
  [`${lecture}\n王秀兰：作废101`, '周敏 → 小科：101号怎么没了', '王秀兰作废'],
])('%s / %s', async (before, said, part) => {
  const { heard } = await story(`${before}\n${said}\n⟂`)
  expect(heard.at(-1)!.slice(1).join(' ')).toContain(part)
})

test.each([
  ['讲完了，来了两个班九十多人', '90多人次'],
  ['讲了，三个年级一共210', '210人次'],
  ['来了两个班，八十六个', '86人次'],
])('what came of a plan: %s', async (said, part) => {
  const { heard } = await story(`
    李建国：小科 下周二上午去南山二中讲航天
    /时间 2026-11-24 17:30
    李建国 → 小科：${said}
    ⟂`)
  expect(heard.at(-1)!.slice(1).join(' ')).toContain(part)
})

const list = `王秀兰：#接龙 城东十月活动／1. 城东 讲座 2场 90人／2. 城东 义诊 1场 46人
  王秀兰：#接龙 城东十月活动／1. 城东 讲座 2场 90人／2. 城东 义诊 1场 46人／3. 城东 培训 1期 52人`

test.each([
  ['王秀兰：接龙第2条写错了，是64人', '102号已改：46 → 64人次'],
  ['王秀兰：第三条报错了，应该是50人', '103号已改：52 → 50人次'],
  ['王秀兰：接龙第1条不是90人，是95人', '101号已改：90 → 95人次'],
])('a line of a list is put right: %s', async (said, part) => {
  const { heard } = await story(`${list}\n${said}\n⟂`)
  expect(heard.at(-1)!.slice(1).join(' ')).toContain(part)
})

test('a line that is not there changes nothing', async () => {
  const { heard } = await story(`${list}\n王秀兰：接龙第5条写错了，是64人\n⟂`)
  expect(heard.at(-1)!.slice(1).join(' ')).not.toContain('已改')
})

test.each([
  '王秀兰：补充一下，老王还在住院，讲座是60人没错',
  '王秀兰：是60人没错',
  '王秀兰：老王今天出院了，讲座是60人没错',
  '王秀兰：他转院了，讲座还是60人，没变',
  '王秀兰：人数还是60，没变',
])('what is on the book is not told anew: %s', async (said) => {
  const { heard } = await story(`${lecture}\n${said}\n王秀兰 → 小科：城东讲座\n⟂`)
  expect(heard.at(-1)!.slice(1).join(' ')).toContain('受众60人次')
})

test('another activity with as many is told anew', async () => {
  const { heard } = await story(`${lecture}\n王秀兰：昨天在三小讲防火，听众是60人没错\n⟂`)
  expect(heard.at(-1)!.slice(1).join(' ')).toContain('102号')
})

test.each(['又给居民们上了一课用电，听众还是60人，没变', '城西区老年班的讲座也是60人，没错'])(
  'told of another, as many: %s',
  async (said) => {
    const { heard } = await story(`${lecture}\n${said.startsWith('又') ? '王秀兰' : '周敏'}：${said}\n⟂`)
    expect(heard.at(-1)!.slice(1).join(' ')).toContain('102号')
  },
)
