import { describe, expect, test } from 'vitest'
import { story } from './story.js'

/** The last thing heard after a few lines. */
async function lastHeard(script: string): Promise<string> {
  const { heard } = await story(`${script}\n⟂`)
  return heard.at(-1)!.slice(1).join('\n')
}

describe('to come, or on another day', () => {
  const asked = `
    王秀兰：11月26日城东区在五中讲了防火，听众48人
    王秀兰：`
  test.each(['是预告', '还没讲呢', '是要办的', '准备讲的', '是下周的', '打算26号讲', '嗯'])(
    'a plan: %s',
    async (said) => expect(await lastHeard(asked + said)).toContain('记成计划了'),
  )
  test.each([
    ['不是，是16号', '11月16日'],
    ['是昨天讲的', '11月20日'],
    ['不是26号，是16号', '11月16日'],
    ['记错了，16号', '11月16日'],
    ['是10月26号', '10月26日'],
    ['打错了，昨天讲的，学校准备得很好', '11月20日'],
  ])('%s', async (said, day) => expect(await lastHeard(asked + said)).toContain(`101号 记${day}`))
  test.each(['不是', '不是计划', '讲过了', '26号还是16号来着', '16号还有一场吗'])(
    'neither: %s',
    async (said) => expect(await lastHeard(asked + said)).not.toMatch(/101号 记|计划了/),
  )
})

test.each(['不是预报，讲了', '不是预告，已经讲过了'])('held, and on which day is asked: %s', async (said) => {
  const heard = await lastHeard(`王秀兰：11月26日城东区在五中讲了防火，听众48人\n王秀兰：${said}`)
  expect(heard).toContain('哪天')
  expect(heard).not.toContain('不算数')
})

describe('which of two days', () => {
  const asked = `
    王秀兰：昨天18号城东区在五中讲防火，听众48人
    王秀兰：`
  test.each(['18号才对', '20号不对，是18号', '20号写错了，是18号', '不是20号，是18号', '不是20号', '18'])(
    'the 18th: %s',
    async (said) => expect(await lastHeard(asked + said)).toContain('101号 记11月18日'),
  )
  test.each(['18号写错了，是20号', '昨天，20号', '是昨天', '20号没错'])('the 20th: %s', async (said) =>
    expect(await lastHeard(asked + said)).toContain('101号 记11月20日'),
  )
  test.each(['18号还是20号我也糊涂了', '我问问', '18号20号都讲了'])('neither: %s', async (said) =>
    expect(await lastHeard(asked + said)).not.toContain('101号 记'),
  )
})

describe('people or copies', () => {
  const asked = `
    王秀兰：昨天城东区义诊，服务66人，发资料150份
    王秀兰：101号改成180
    王秀兰：`
  test.each(['前一个', '指人数', '不是资料，是人数', '服务人数', '看病的人数'])('people: %s', async (said) =>
    expect(await lastHeard(asked + said)).toContain('66 → 180人次'),
  )
  test.each(['第二个', '发的资料', '180是资料', '不是人数，是资料', '发了180份', '材料份数'])(
    'copies: %s',
    async (said) => expect(await lastHeard(asked + said)).toContain('150 → 180份'),
  )
  test.each(['不是人数', '都不是', '人数和资料'])('neither: %s', async (said) =>
    expect(await lastHeard(asked + said)).not.toContain('已改'),
  )
})

describe('one event or a year', () => {
  const asked = `
    王秀兰：昨天城东区在体育场讲防火，听众13200人
    王秀兰 → 小科：`
  test.each(['一场就这么多', '真有这么多', '没写错', '现场的', '不是全年，就是一场'])(
    'one: %s',
    async (said) => expect(await lastHeard(asked + said)).toContain('讲座1场 13200人次 城东区 11月20日'),
  )
  test.each(['年度的', '从年初到现在', '不是一场，是全年', '今年累计'])('the year: %s', async (said) =>
    expect(await lastHeard(asked + said)).toMatch(/13200人次 城东区 2026年/),
  )
})

describe('now, or when all is done', () => {
  const asked = `
    王秀兰：10月18日城东区在五中讲防火
    周敏 → 小科：结账十月
    周敏 → 小科：`
  test.each(['就这么结', '现在', '不等了，结'])('now: %s', async (said) =>
    expect(await lastHeard(asked + said)).toContain('已结账'),
  )
  test.each(['补完再结', '等他们补完再结', '我先办完', '先把人数补上', '等一下', '晚点结'])(
    'later: %s',
    async (said) => expect(await lastHeard(asked + said)).toContain('先不结'),
  )
  test.each(['是', '好'])('a yes says neither: %s', async (said) =>
    expect(await lastHeard(asked + said)).toContain('现在就结回“现在结”'),
  )
})

test.each(['还是不删了', '不要删', '我点错了', '留着吧', '算了'])('nothing is erased: %s', async (said) => {
  const script = `王秀兰：昨天城东区在五中讲防火，听众48人\n王秀兰 → 小科：删除我的资料\n王秀兰 → 小科：${said}`
  expect(await lastHeard(script)).toContain('好，不删')
})

test.each(['确实没有', '真没有', '没安排', '农忙，没搞'])('nothing took place: %s', async (said) =>
  expect(await lastHeard(`周敏 → 小科：提醒北岭\n何敏 → 小科：${said}`)).toContain('记零报告'),
)
test.each(['等我问问', '我问一下再报'])('not yet: %s', async (said) =>
  expect(await lastHeard(`周敏 → 小科：提醒北岭\n何敏 → 小科：${said}`)).toContain('不急'),
)

test('the month is not over and one is to come: no zero report', async () => {
  const asked = '周敏 → 小科：提醒北岭\n何敏 → 小科：'
  expect(await lastHeard(`${asked}还没搞，月底有一场`)).toContain('不急')
  expect(await lastHeard(`${asked}没有，准备下周办`)).toContain('不急')
  expect(await lastHeard(`${asked}没有，月底人都回老家了`)).toContain('记零报告')
})

test.each(['可以提醒了', '可以提醒我了', '现在能提醒了', '照常提醒'])('reminded again: %s', async (said) =>
  expect(await lastHeard(`何敏 → 小科：这周别提醒我\n何敏 → 小科：${said}`)).toContain('照常提醒'),
)
test.each(['可以提醒北岭', '能提醒他们吗'])('of others: %s', async (said) =>
  expect(await lastHeard(`何敏 → 小科：这周别提醒我\n何敏 → 小科：${said}`)).not.toContain('以后照常提醒您'),
)

test('the tip of the morning by its hour', async () => {
  expect(await lastHeard('周敏：小科 早上的科普别发了')).toContain('不再发')
})
