import { describe, expect, test } from 'vitest'
import { isArticle } from '../../src/converse/article.js'
import { story } from './story.js'

const scenery =
  '江边的芦花白了一片，渡口的老船工把缆绳绕在石桩上，招呼过路的人坐下歇脚，竹篮里的栗子还冒着热气。'.repeat(
    15,
  )
const ours = '11月18日，城东区老科协在东湖书院讲《江水从哪里来》，居民64人参加。听的人久久不肯散去。'

/** What is heard of a text, of 漏网 and of 补登1. */
async function heard(text: string): Promise<readonly string[]> {
  const { heard: lines } = await story(`
    张大爷：${text}
    ⟂
    周敏 → 小科：漏网
    ⟂
    周敏 → 小科：补登1
    ⟂`)
  return lines.map((l) => l.slice(1).join('\n'))
}

describe('a piece of a newspaper with an activity of ours: silence, on the list, booked when asked', () => {
  test.each([
    `江城文化周报（转）：${scenery}${ours}`,
    `【转载】秋天的江城：${scenery}${ours}`,
    `转自江城晚报：${scenery}${ours}`,
    `${scenery}${ours}（来源：江城发布）`,
    `本报讯 ${scenery}${ours}`,
    `江城日报消息：${scenery}${ours}`,
    `${scenery}${ours}${scenery}摘自《江城风物》`,
    `霜叶红时话健康（本报通讯员）${scenery}${ours}`,
    `${scenery}${ours}${scenery}（通讯员 谷雨）`,
  ])('%#', async (text) => {
    const [said, list, booked] = await heard(text)
    expect(said).toBe('')
    expect(list).toContain('城东区老科协')
    expect(booked).toMatch(/101号[^]*64人次/)
  })
})

test.each([
  `转自江城晚报：${scenery}听的人久久不肯散去。`,
  `转自江城晚报：${scenery}8月1日，城东区老科协在东湖书院讲《江水从哪里来》，居民64人参加。`,
  `转自江城晚报：${scenery}城东区老科协常来书院。`,
])('without our branch or a day of late it is not on the list: %#', async (text) => {
  const [said, list] = await heard(text)
  expect(said).toBe('')
  expect(list).toContain('没有漏网')
})

test('what is told of others in it is not booked for who passed it on', async () => {
  const text = `江城文化周报（转）：${scenery}11月17日，江城医院在广场义诊，看病300人。${ours}`
  expect((await heard(text))[2]).not.toContain('300')
})

test.each([
  `霜叶红时话健康\n（本报通讯员）${scenery}${ours}`,
  `霜叶红时话健康\n本刊记者 田野 ${scenery}${ours}`,
  `霜叶红时话健康\n（记者 田野 通讯员 谷雨）${scenery}${ours}`,
  `霜叶红时话健康\n作者：田野\n${scenery}${ours}`,
  `${scenery}${ours}${scenery}\n编辑：谷雨`,
])('an article: %#', (text) => expect(isArticle(text)).toBe(true))

test.each([
  `各位老师：${scenery}${ours}`,
  `（转）昨天的活动：居民64人`,
  `（本报通讯员）${ours}`,
  `城东区老科协通讯员培训班：${scenery}${ours}`,
  `各位作者：${scenery}${ours}编辑老师们辛苦了，谢谢大家。`,
  `转：\n1. ${scenery.slice(0, 300)}\n2. ${scenery.slice(0, 300)}\n3. ${ours}`,
])('no article: %#', (text) => expect(isArticle(text)).toBe(false))

test('what was booked when the article came is not booked once more', async () => {
  const { heard: lines } = await story(`
    张大爷：${scenery}${ours}愿这一份情谊传到每一位老人手里。
    ⟂
    周敏 → 小科：漏网
    ⟂
    周敏 → 小科：补登1
    ⟂
    周敏 → 小科：城东 11月
    ⟂`)
  const said = lines.map((l) => l.slice(1).join('\n'))
  expect(said.at(-1)).toMatch(/1场[^]*64人次/)
})
