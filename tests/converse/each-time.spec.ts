import { describe, expect, test } from 'vitest'
import { story } from './story.js'

/** The last thing heard after a few lines. */
async function lastHeard(script: string): Promise<string> {
  const { heard } = await story(`${script}\n⟂`)
  return heard.at(-1)!.slice(1).join('\n')
}

describe('as many each time is shown as it was told', () => {
  test.each([
    ['今天在城东小学讲防溺水，每场35人共3场', '讲座3场／听众105人次（3×35）'],
    ['今天在城东小学讲防溺水3场，每场35人', '讲座3场／听众105人次（3×35）'],
    ['昨天城东区讲座两场，每场约四十人', '讲座2场／听众约80人次（2×40）'],
    ['昨天城东区在一中办培训，两期，每期26人', '培训2场／学员52人次（2×26）'],
    ['昨天城东区讲座3场，每场35人，一共100人', '讲座3场／听众100人次／'],
    ['今天在城东小学讲防溺水，一场35人，连讲了3场', '讲座3场／听众105人次（3×35）'],
    ['今儿上午在城东小学讲防溺水，一节课35个娃，一口气上了三节', '听众105人次'],
    ['今天在城东小学讲防溺水，一场35人，办了三场', '听众105人次（3×35）'],
    ['昨天在城东小学讲防溺水，一场来了35人，前后跑了三场', '听众105人次'],
    ['昨天在城东小学讲防溺水，一场大约35人，总共讲了三场。', '听众约105人次'],
    ['今天在城东小学讲防溺水，一场下来三十五人，连着讲三场', '听众105人次'],
    ['昨天在城东小学讲防溺水 1场35人 连讲3场', '听众105人次'],
    ['今天在城东小学讲防溺水，每次35人共3次', '听众105人次（3×35）'],
    ['昨天城东区讲座3场，一百零五人', '讲座3场／听众105人次／'],
    ['昨天城东区在三小讲防溺水，上午33人下午46人两场', '讲座2场／听众79人次／'],
  ])('%s', async (said, expected) => expect(await lastHeard(`王秀兰：${said}`)).toContain(expected))

  test.each([
    '今天在城东小学讲防溺水，一场35人，一场40人',
    '今天在城东小学讲防溺水，一场60人，一场35人，共三场',
    '今天在城东小学讲防溺水，一场35人，跑了三趟',
    '今天在城东小学讲防溺水，一场35人，听了三场',
    '今天在城东小学讲防溺水，一场35人，下午又讲了三场',
    '今天在城东小学讲防溺水，一场35人，这个月讲了三场了',
    '今天在城东小学讲防溺水，一场35人，李老师讲了三场',
    '今天在城东小学讲防溺水，一场35人，办了三场义诊',
    '今天在城东小学讲防溺水，一场35人，连讲了三场，共90人',
    '今天在城东小学讲防溺水，一场35人，上个月讲了三场',
    '明天在城东小学讲防溺水，一场35人，连讲三场',
  ])('not as many each time: %s', async (said) =>
    expect(await lastHeard(`王秀兰：${said}`)).not.toContain('105'),
  )

  test('the number of sessions put right: how many came is not guessed anew', async () => {
    const told = '王秀兰：今天在城东小学讲防溺水，每场35人共3场\n王秀兰：'
    expect(await lastHeard(`${told}101号改成2场`)).toContain(
      '3 → 2场。人数还记105人次（3×35），要改说“101号改成70人”',
    )
    expect(await lastHeard(`${told}101号改成100人`)).toMatch(/105 → 100人次$/)
  })
})

describe('the evidence says how the marked figure makes the sum', () => {
  const proof = (said: string, kind = '讲座'): Promise<string> =>
    lastHeard(`王秀兰：${said}\n周敏 → 小科：凭据 城东 ${kind} 十一月`)
  test.each([
    ['今天在城东小学讲防溺水，每场35人共3场', '【35人】共3场」（3×35=105）'],
    ['昨天城东区在三小讲防溺水，上午33人下午46人两场', '（33+46=79）'],
    ['昨天城东区讲座两场，每场约四十人', '（2×40=80）'],
  ])('%s', async (said, expected) => expect(await proof(said)).toContain(expected))
  test('of parts', async () =>
    expect(await proof('昨天城东区义诊，东街24人、西街37人、南街15人', '义诊')).toContain('（24+37+15=76）'))
  test.each(['昨天城东区讲座3场，每场35人，一共【100人】', '昨天城东区讲座3场，【一百零五人】'])(
    'it stands there: %s',
    async (shown) => expect(await proof(shown.replace(/[【】]/g, ''))).toContain(`${shown}」／合计`),
  )
  test('also after the number of sessions was put right', async () =>
    expect(
      await lastHeard(
        '王秀兰：今天在城东小学讲防溺水，每场35人共3场\n王秀兰：101号改成2场\n周敏 → 小科：凭据 城东 讲座 十一月',
      ),
    ).toContain('（3×35=105）'))
})
