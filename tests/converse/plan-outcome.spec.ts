import { describe, expect, test } from 'vitest'
import { outcomeOf } from '../../src/converse/plan-words.js'
import { story } from './story.js'

describe('what became of something announced', () => {
  test.each([
    ['上完课啦，教室坐了五十二个', 'done+'],
    ['完事了', 'done'],
    ['总算讲完喽', 'done'],
    ['搞好了，52人', 'done+'],
    ['讲了52个人', 'done+'],
    ['52', '52'],
    ['没去成，路断了', 'off'],
    ['学校停电，没办成', 'off'],
    ['黄了', 'off'],
    ['改期了', 'off'],
    ['人家临时有会，往后推了', 'off'],
    ['还没呢', 'early'],
    ['还没开始', 'early'],
    ['正讲着', 'early'],
    ['七点半才讲', 'early'],
  ])('%s → %s', (words, expected) => {
    const outcome = outcomeOf(words)
    const left = outcome.is === 'done' ? outcome.rest.trim() : ''
    const said = outcome.is === 'done' ? (outcome.said ? `done${left === '' ? '' : '+'}` : left) : outcome.is
    expect(said).toBe(expected)
  })

  const asked = `
    李建国 → 小科：明天下午去南山二中讲航天
    /时间 2026-11-22 17:30`
  const heard = async (said: string): Promise<string> => {
    const { heard: lines } = await story(`${asked}\n${said}\n⟂`)
    return lines.at(-1)!.slice(1).join('\n')
  }

  test.each([
    ['李建国 → 小科：课上完啦，教室里坐了五十二个', '52人次 南山县'],
    ['李建国 → 小科：搞好了，人不少，来了五十二个', '52人次 南山县'],
    ['李建国 → 小科：讲了，来的不多，才二十来个', '20来人次 南山县'],
    ['李建国 → 小科：只来了十九个', '19人次 南山县'],
    ['李建国 → 小科：刚散，连老师一共五十二个', '52人次 南山县'],
    ['李建国 → 小科：讲完了。点了名册，整五十二个', '52人次 南山县'],
    ['李建国 → 小科：去过了，讲得挺好，52个学生', '52人次 南山县'],
    ['李建国：讲完喽，坐了五十二位', '52人次 南山县'],
    ['李建国 → 小科：讲是讲了，人没数', '101号 讲座1场 南山县'],
    ['李建国 → 小科：讲倒是讲了，稀稀拉拉二十来个人', '20来人次 南山县'],
    ['李建国 → 小科：二中讲完了，52个', '52人次 南山县'],
    ['李建国 → 小科：忙完了，坐了满满一屋子', '大约多少人'],
    ['李建国 → 小科：今天没讲，改明天了', '改好了：11月23日'],
    ['李建国 → 小科：讲完了', '大约多少人'],
    ['李建国 → 小科：下大雨，没搞成', '这次不记'],
    ['李建国 → 小科：没讲成，改到下周三了', '改好了：11月25日'],
    ['李建国 → 小科：还没讲呢，七点开始', '不急'],
  ])('%s', async (said, part) => expect(await heard(said)).toContain(part))

  test('of two the one that is named', async () => {
    const two = `
      李建国 → 小科：明天下午去南山二中讲航天
      李建国 → 小科：明天晚上去柳树村讲柑橘防冻
      /时间 2026-11-22 17:30
      李建国 → 小科：`
    const last = async (said: string): Promise<string> =>
      (await story(`${two}${said}\n周敏 → 小科：101\n⟂`)).heard.at(-1)!.slice(1).join('\n')
    expect(await last('柳树村讲完了，52个，二中还没去')).toContain('柳树村')
    expect(await last('二中讲完了，52个，柳树村还没去')).toContain('南山二中')
  })

  test('too early, and then the figure', async () => {
    expect(await heard('李建国 → 小科：还没讲呢\n李建国 → 小科：讲完了，五十二')).toContain('52人次 南山县')
  })

  test.each([
    '李建国 → 小科：讲了两个小时',
    '李建国 → 小科：讲完了，发了80份资料',
    '李建国：讲完啦，累得够呛',
    '李建国：还没讲呢',
    '李建国：没搞成',
    '李建国：上午的药吃完了，52粒',
  ])('no figure of people: %s', async (said) => expect(await heard(said)).not.toContain('101号'))

  test.each(['忘了', '不知道', '一时说不上来', '不清楚'])(
    'not how many but perhaps whether: %s',
    async (said) => {
      const lines = await heard(`李建国 → 小科：${said}`)
      expect(lines).toContain('讲成了吗')
      expect(lines).not.toContain('101号')
    },
  )
  test.each(['没数', '讲完了，没数', '去了，人数没统计'])('nobody counted: %s', async (said) =>
    expect(await heard(`李建国 → 小科：${said}`)).toContain('101号 讲座1场 南山县，人数记“未报”'),
  )
  test.each(['没有', '没有去', '去不了了', '没去，车坏了', '改天再讲'])('it was off: %s', async (said) =>
    expect(await heard(`李建国 → 小科：${said}`)).toMatch(/这次不记|改到/),
  )
  test.each(['是的', '对', '完了'])('how many is still asked: %s', async (said) =>
    expect(await heard(`李建国 → 小科：${said}`)).toContain('大约多少人'),
  )
})
