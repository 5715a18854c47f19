import { describe, expect, test } from 'vitest'
import { story } from './story.js'

const told = `
  王秀兰：今天和医卫分会一起在东湖广场义诊，服务群众130人
  /快进 10分钟
  赵玉珍：今天医卫分会与城东区在东湖广场义诊130人次
  /快进 10分钟`

async function heard(said: string, before = told): Promise<string> {
  const { heard: lines } = await story(`${before}\n${said}\n⟂`)
  return lines.at(-1)!.slice(1).join('\n')
}

describe('who told one side of an undecided pair says what it is: the office hears it', () => {
  test.each([
    ['王秀兰 → 小科：是同一场', '王老师（王秀兰）说101和102是同一场。照办就回“归并101 102”'],
    ['王秀兰 → 小科：那是一回事', '说101和102是同一场'],
    ['王秀兰 → 小科：一起的', '说101和102是同一场'],
    ['王秀兰 → 小科：我们两家一起办的', '说101和102是同一场'],
    ['赵玉珍 → 小科：同一场', '赵老师（赵玉珍）说101和102是同一场'],
    ['赵玉珍 → 小科：不是同一场', '说101和102不是同一场。照办就回“不是101 102”'],
    ['赵玉珍 → 小科：那是两场', '说101和102不是同一场'],
    ['赵玉珍 → 小科：另一场', '说101和102不是同一场'],
  ])('%s', async (said, part) => {
    const lines = await heard(said)
    expect(lines).toContain(`〔私→周敏〕：`)
    expect(lines).toContain(part)
    expect(lines).toContain('怎么算由秘书处定，您说的我转告周老师了')
  })

  test('it stands on the list, is told once, and the office decides', async () => {
    const { heard: lines } = await story(`${told}
      王秀兰 → 小科：是同一场
      ⟂
      王秀兰 → 小科：是同一场
      ⟂
      周敏 → 小科：待办
      ⟂
      周敏 → 小科：归并
      ⟂`)
    expect(lines[1]!.join()).not.toContain('私→周敏')
    expect(lines[2]!.join()).toContain('王老师说是同一场')
    expect(lines[3]!.join()).toContain('已归并')
  })

  test.each([
    ['somebody else', '何敏 → 小科：是同一场', told],
    ['in the room', '王秀兰：是同一场', told],
    ['without a pair', '王秀兰 → 小科：是同一场', '王秀兰：今天在东湖广场义诊，服务群众130人\n/快进 10分钟'],
    ['days after', '王秀兰 → 小科：是同一场', `${told}\n/快进 30小时`],
  ])('not: %s', async (_, said, before) => {
    expect(await heard(said, before)).not.toContain('周敏')
  })
})
