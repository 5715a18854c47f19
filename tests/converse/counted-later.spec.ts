import { describe, expect, test } from 'vitest'
import { countedLater } from '../../src/converse/counted-later.js'
import { story } from './story.js'

describe('a count made later', () => {
  test.each([
    ['数过人头了，正好三十四个', '三十四个'],
    ['查了登记本，一共34人', '34人'],
    ['数了数是34个人', '34个人'],
    ['签到簿上写着三十四', '三十四'],
    ['人头点清了，34位', '34位'],
    ['点了菜，三十四个', null],
    ['数了三十四个鸡蛋', null],
    ['数了，还剩三十四个', null],
    ['看了34个人', null],
    ['签到本三十四块一本', null],
    ['点了34个人的盒饭', null],
    ['数了，三十四', null], // of what?
  ])('%s → %s', (text, expected) => expect(countedLater(text)?.said ?? null).toBe(expected))

  const told = `
    何敏：昨天在大棚里教大伙剪枝，培训了三四十号人
    /快进 20分钟`
  const heard = async (said: string, before = told): Promise<string> => {
    const { heard: lines } = await story(`${before}\n${said}\n⟂`)
    return lines.at(-1)!.slice(1).join('\n')
  }

  test.each(['何敏：数过人头了，正好三十四个', '何敏：翻了签到表，34个', '何敏 → 小科：数了，三十四个'])(
    '%s',
    async (said) => expect(await heard(said)).toContain('101号已改：30至40 → 34人次'),
  )

  test.each([
    '张大爷：点了名册，整三十四个',
    '何敏：点了名册，整三百四十个', // far from what was told
    '/快进 5小时\n何敏：点了名册，整三十四个',
  ])('not about it: %s', async (said) => expect(await heard(said)).toBe(''))

  test('of two it is asked which', async () => {
    const two = `
      何敏：昨天在大棚里教大伙剪枝，培训了三四十号人
      何敏：昨天在集市义诊，看了六十多人
      /快进 20分钟`
    expect(await heard('何敏：点了名册，整四十八个', two)).toContain('您说的是101、102里的哪一条')
  })

  test('an exact figure yields only to a list', async () => {
    const exact = `
      何敏：昨天在大棚里教大伙剪枝，学员36人
      /快进 20分钟`
    expect(await heard('何敏：数了，三十四个人', exact)).toBe('')
    expect(await heard('何敏：查了签到，三十四个', exact)).toContain('101号已改：36 → 34人次')
  })
})
