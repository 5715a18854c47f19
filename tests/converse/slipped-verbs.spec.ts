import { describe, expect, test } from 'vitest'
import { story } from './story.js'

const told = `
  王秀兰：昨天城东区在红旗小学讲磁铁，学生54人
  王秀兰：今天城东区在东风小学讲地震，学生31人
  钱守义：今天城西区在东风小学讲地震，学生31人`
const heard = async (said: string, before = told): Promise<string> => {
  const { heard: lines } = await story(`${before}\n${said}\n⟂`)
  return lines.at(-1)!.slice(1).join('\n')
}
const withdrawn = `${told}\n  王秀兰：作废102`

describe('one slip in what is wished of a numbered record', () => {
  test.each([
    ['王秀兰：做废102', '102号已作废'],
    ['王秀兰：作癈102', '102号已作废'],
    ['王秀兰：坐废102号', '102号已作废'],
    ['王秀兰：102号作飞', '102号已作废'],
    ['王秀兰：作废1o2', '102号已作废'],
    ['王秀兰：作费102，那天停电没讲', '102号已作废'],
    ['王秀兰 → 小科：撤消102', '102号已作废'],
    ['王秀兰：小科 取肖102', '102号已作废'],
    ['周敏 → 小科：规并102 103', '已归并'],
    ['周敏 → 小科：归井102、103', '已归并'],
    ['周敏 → 小科：折开102', '102号没有归并过'],
    ['周敏 → 小科：平据 102', '102号'],
  ])('%s', async (said, part) => expect(await heard(said)).toContain(part))

  test.each([
    '王秀兰：恢服102',
    '王秀兰：小科 恢夏102',
    '王秀兰：小科 灰复102号',
    '王秀兰 → 小科：102号恢复吧',
    '王秀兰：小科 102恢腹',
  ])('%s', async (said) => expect(await heard(said, withdrawn)).toContain('恢复了。102号'))

  test('what is neither heard nor seen alike is asked, and done on 是', async () => {
    const { heard: lines } = await story(`${told}
      王秀兰：小科 作凡102
      ⟂
      王秀兰：是
      ⟂`)
    expect(lines.map((l) => l.slice(1).join())).toEqual([
      '小科：您是要查“作废102”吗？回“是”就行。',
      '小科：✅ 102号已作废。要恢复说“恢复102”。',
    ])
  })

  test.each([
    '王秀兰：作业102',
    '王秀兰：作凡102',
    '王秀兰：做饭102',
    '王秀兰：坐飞102',
    '王秀兰：会费102元',
    '王秀兰：回复102',
    '王秀兰：作费102块',
    '王秀兰：撤消102',
    '王秀兰：取肖102',
    '张大爷：拆迁102号楼',
  ])('uncalled of nothing of ours: %s', async (said) => expect(await heard(said)).toBe(''))

  test('somebody else’s is passed to who told it', async () => {
    expect(await heard('何敏：小科 作费102')).not.toContain('已作废')
  })
})

describe('one slip in a question', () => {
  test.each([
    ['王秀兰 → 小科：我今年报了多小', '您今年讲座2场85人次'],
    ['王秀兰 → 小科：我令年讲了多少', '您今年讲座2场85人次'],
    ['王秀兰 → 小科：我讲了己场', '您今年讲座2场85人次'],
    ['王秀兰：小科 全事讲座多少', '讲座3场次'],
    ['王秀兰：小科 令年讲坐几场', '讲座2场次'],
    ['王秀兰：小科 城东讲座今午', '讲座2场次'],
    ['王秀兰：小科 城西木月讲坐', '讲座1场次'],
  ])('%s', async (said, part) => expect(await heard(said)).toContain(part))
  test.each([
    '王秀兰：孩子才多小',
    '王秀兰：今午吃面',
    // words of their own
    '周敏 → 小科：机场讲座多少人',
    '周敏 → 小科：今年机场讲座',
    '周敏 → 小科：今午讲座几场',
    '周敏 → 小科：全是讲座几场',
    '周敏 → 小科：近年讲座几场',
    '王秀兰：小科 今天雨多小', // not understood, never a figure
  ])('%s', async (said) => expect(await heard(said)).not.toMatch(/场次|人次/))
})
