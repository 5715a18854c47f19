import { describe, expect, test } from 'vitest'
import { story } from './story.js'

/** 60 told, made 72 by the office; the one who told it means 66 and is asked whether to change it still. */
const asked = `王秀兰：11月18日城东区在二中讲航天，听众60人
  周敏 → 小科：101号改成72人
  王秀兰 → 小科：101号不是60，是66`

async function heard(said: string): Promise<string> {
  const { heard: lines } = await story(`${asked}\n${said}\n⟂`)
  return lines.at(-1)!.slice(1).join(' ')
}
const mine = '✅ 101号已改：72 → 66人次'
const kept = '101号不变'

describe('the change is wanted still', () => {
  test.each([
    '改',
    '要改',
    '对，改成66',
    '是的，就按66算',
    '还是改成66人吧',
    '嗯，66',
    '66人，我拿着签到本呢',
    '不对，应该是66',
    '周老师数错了，改过来吧',
    '以我的为准',
    '我数的才对，麻烦改一下',
    '不是72，是66',
    '我的66才准',
    '周老师那个不准，按我数的66记',
    '改吧，我又点了一遍',
  ])('%s', async (said) => {
    expect(await heard(`王秀兰 → 小科：${said}`)).toContain(mine)
  })
})

describe('what stands is left', () => {
  test.each([
    '不用',
    '不用改了',
    '那就72吧',
    '听周老师的',
    '以周老师改的为准',
    '周老师的对，别动了',
    '我看错了，就72',
    '算了，不改了',
    '就这样吧',
    '保持原样',
    '好，就按72',
    '不是66，是72',
    '周老师改得对',
    '随她吧',
    '72是对的，谢谢',
  ])('%s', async (said) => {
    expect(await heard(`王秀兰 → 小科：${said}`)).toMatch(/101号(?:不变|记的就是72人次，不用改)/)
  })
})

describe('a third figure, and what chooses nothing', () => {
  test.each([
    ['都不对，是69', '✅ 101号已改：72 → 69人次'],
    ['改成69吧，刚又数了', '✅ 101号已改：72 → 69人次'],
    ['69人', '✅ 101号已改：72 → 69人次'],
    ['没错', '101号用66人次回“改”，还是72人次就回“不用”。'],
  ])('%s', async (said, text) => {
    expect(await heard(`王秀兰 → 小科：${said}`)).toContain(text)
  })

  test.each([
    '我问问周老师再说',
    '改成66还是69好呢',
    '101',
    '全市讲座多少场',
    '今天下午在三小讲防火，66人',
    '周老师是哪天改的',
    '如果是66呢',
  ])('no answer: %s', async (said) => {
    const text = await heard(`王秀兰 → 小科：${said}`)
    expect(text).not.toContain('已改')
    expect(text).not.toContain(kept)
  })
})

test('other fields are answered in their own words', async () => {
  const { heard: lines, expected } = await story(`
    王秀兰：11月18日城东区在二中讲航天，听众60人
    周敏 → 小科：101号改成培训
    王秀兰 → 小科：101号不是讲座，是宣传
    王秀兰 → 小科：对，还是按宣传记
    小科〔私→王秀兰〕：✅ 101号已改：培训 → 科普宣传`)
  expect(lines).toEqual(expected)
})
