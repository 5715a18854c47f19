import { describe, expect, test } from 'vitest'
import { story } from './story.js'

const lecture = '王秀兰：11月18日城东区在二中讲航天，听众60人'

async function heard(said: string, before = lecture): Promise<string[]> {
  const { heard: lines } = await story(`${before}\n${said}\n⟂`)
  return lines.at(-1)!.slice(1)
}
const moved = '✅ 101号已改：城东区 → 城西区'

describe('a record of the wrong branch', () => {
  test.each([
    '王秀兰：刚才那场我张冠李戴了，不是城东的，是城西办的',
    '王秀兰：不是城东的，是城西办的',
    '王秀兰：不是城东的是城西的，我写串了',
    '王秀兰：我刚才报的那场是城西搞的，不是城东',
    '王秀兰：101号算城西的，别算城东',
    '王秀兰：101号记到城西头上，不该记我们的',
    '王秀兰：小科 刚才那场该记在城西名下',
    '王秀兰：上一条把城西的记成城东了',
    '王秀兰：刚才那条单位写岔了，应该是城西',
    '王秀兰：二中那场不是城东办的，是城西区老科协办的',
    '王秀兰：航天那场是城西张罗的，不是我们城东的',
    '王秀兰：哎呀，刚才那场记混了，是城西的活动',
    '王秀兰 → 小科：那场不算城东，归城西',
    '王秀兰：18号那场不是城东的，是城西的，我去帮的忙',
    '王秀兰 → 小科：城西的让我记到城东去了',
    '王秀兰（引用 101）：不是城东，是城西',
    '周敏 → 小科：101号是城西办的，不是城东办的',
    '周敏 → 小科：把101归到城西',
    '周敏 → 小科：101记到城西名下吧',
    '王秀兰：小科 101划给城西区',
  ])('%s', async (said) => {
    const [line] = await heard(said)
    expect(line).toContain(moved)
  })

  test.each([
    '王秀兰：不是我们的，是城西的',
    '王秀兰：那场不是我们搞的，是城西搞的',
    '王秀兰：不是我们区里的，是城西的，别记错了',
    '王秀兰：18号那场是城西请我去的',
    '王秀兰：刚才那场是城西安排的，中午还管了饭',
    '张大爷：不是城东的，是城西办的',
    '王秀兰：那个群不是城东的，是城西的',
    '王秀兰：老刘不是城东的，是城西的',
    '王秀兰：那场雨不是城东下的，是城西下的',
    '王秀兰：刚才那场是不是城西办的？',
    '王秀兰：明天那场不是城东办，是城西办',
    '王秀兰：车停在城西，不是城东',
    '王秀兰：不是北岭的，是城西的',
    '李建国：那场是城西办的',
    '王秀兰：刚才那场电影是城西放的',
  ])('not about it: %s', async (said) => {
    expect((await heard(said)).join(' ')).not.toContain('已改')
  })

  test('a report is no correction', async () => {
    const lines = await heard('王秀兰：昨天那场是城西办的，在三小讲防火，来了45人')
    expect(lines.join(' ')).toContain('102号')
    expect(lines.join(' ')).not.toContain('已改')
  })

  test('of several the one meant is asked for', async () => {
    const lines = await heard(
      '王秀兰：讲座那场不是城东的，是城西的',
      `${lecture}\n王秀兰：11月19日城东区在三中讲防火，听众40人`,
    )
    expect(lines.join(' ')).toContain('哪一条')
  })
})
