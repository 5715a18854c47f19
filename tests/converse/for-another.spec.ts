import { describe, expect, test } from 'vitest'
import { story } from './story.js'

/** Told by the contact of the county, then what somebody says of it. */
const told = `
  孙国平：今天上午在河口中学讲水火箭，学生84人
  李建国：昨天下午在镇文化站讲用电安全，听众36人
  /快进 1小时
`
async function heard(said: string): Promise<string> {
  const { heard: lines } = await story(`${told}\n${said}\n⟂`)
  return lines.at(-1)!.slice(1).join('\n')
}

describe('who may not withdraw a record has its owner asked, whatever the reason', () => {
  test.each([
    '李建国：小科，101那场数字有水分，给他作废',
    '李建国：小科，101人数太虚，作废了吧',
    '李建国：小科，101那场没办起来，给他撤了',
    '李建国：小科 101号没到84人，替他划掉',
    '李建国：小科，101那场50人都不到，干脆删掉',
    '李建国：小科，101那场是另一个协会办的，帮他取消',
    '李建国：小科，水火箭那场人数虚了，给他作废',
    '李建国：小科，孙老师那场没那么多人，作废',
    '李建国：小科，把孙国平那场删掉',
    '李建国：小科，101先把它作废，我不信有84人',
    '李建国：小科，101应该作废，校长说没见着人',
    '李建国 → 小科：101那场数字有水分，给他作废',
    '何敏 → 小科：101那场数字有水分，给他作废',
  ])('%s', async (said) => {
    const line = await heard(said)
    expect(line).toContain('101号是孙国平老师报的，我请他自己看看。')
    expect(line).toContain('小科〔私→孙国平〕：有老师觉得101号可能不对。')
    expect(line).not.toContain('已作废')
  })

  test.each([
    ['孙国平：小科，102那场人数虚了，给他作废', '102号'],
    ['孙国平：小科，老李那场没讲成，先给他撤了', '102号'],
    ['孙国平：小科，用电安全那场人没到齐，先作废', '102号'],
    ['周敏 → 小科：101那场数字有水分，给他作废', '101号'],
    ['周敏 → 小科：101人数报虚了，应该作废', '101号'],
    ['孙国平：101那场我报虚了，给我作废', '101号'],
    ['李建国：小科，102那场没讲成，干脆给我撤了', '102号'],
  ])('who may, does: %s', async (said, no) => expect(await heard(said)).toContain(`${no}已作废`))

  test.each([
    '李建国：101那场数字有水分，给他作废',
    '李建国：那场球没踢成，给他作废',
    '李建国：他那张票虚了，作废',
    '李建国：101路车没到，先给他们撤了',
  ])('said to the others: %s', async (said) => expect(await heard(said)).toBe(''))

  test.each([
    '李建国：小科，101那场该不该作废',
    '孙国平：小科，102那场人数虚了，要不要作废',
    '孙国平：小科，102那场人数虚了，先别作废',
    '孙国平：小科，102那场30人不到，作废不作废我问问',
    '孙国平：小科，102那场不是36人，是30人，作废',
    '何敏：小科，水火箭那场人数虚了，给他作废',
  ])('nothing is withdrawn: %s', async (said) => expect(await heard(said)).not.toContain('号已作废'))
})
