import { describe, expect, test } from 'vitest'
import { readBehalf } from '../../src/converse/behalf-words.js'
import { story } from './story.js'

describe('whose report it is', () => {
  test.each([
    ['李建国老师托我报：上周五在附小讲潮汐，39人', '李建国'],
    ['李建国让我代报，上周五在附小讲潮汐，39人', '李建国'],
    ['我替李建国记一笔：上周五在附小讲潮汐，39人', '李建国'],
    ['代李建国报：上周五在附小讲潮汐，39人', '李建国'],
    ['麻烦您帮李建国登记一下，上周五在附小讲潮汐，39人', '李建国'],
    ['李建国老师不会用手机，让我替他报，上周五在附小讲潮汐，39人', '李建国'],
    ['李建国住院了，托我报一下：上周五在附小讲潮汐，39人', '李建国'],
    ['李建国要我跟您报一声：上周五在附小讲潮汐，39人', '李建国'],
    ['受李建国老师委托，报一场：上周五在附小讲潮汐，39人', '李建国'],
    ['上周五在附小讲潮汐，39人（替李建国报）', '李建国'],
    ['上周五在附小讲潮汐，39人，这是李建国的，我替他报', '李建国'],
    ['给李建国登记一下，上周五在附小讲潮汐，39人', '李建国'],
    ['给李建国报一下：上周五在附小讲潮汐，39人', null], // told to him
    ['我给李老师汇报一下，上周五在附小讲潮汐，39人', null],
    ['上周五在附小讲潮汐，39人', null],
    ['李建国老师上周五在附小讲潮汐，39人', null],
    ['李建国让我报个名', null],
    ['他托我报名，39人', null],
    ['帮着学校布置，上周五在附小讲潮汐', null],
    ['老李让我带了39本书', null],
    ['李建国叫我去附小讲潮汐，39人', null],
  ])('%s → %s', (text, name) => expect(readBehalf(text)?.name ?? null).toBe(name))
})

const heard = async (before: string, said: string): Promise<string> => {
  const { heard: lines } = await story(`${before}\n${said}\n⟂`)
  return lines.at(-1)!.slice(1).join('\n')
}

describe('it is theirs', () => {
  test.each([
    '孙国平 → 小科：李建国老师托我报：上周五在附小讲潮汐，小朋友41个',
    '孙国平 → 小科：帮李建国报一下，上周五在附小讲潮汐，小朋友41个',
    '孙国平：替李老师记一笔，上周五在附小讲潮汐，小朋友41个',
    '何敏 → 小科：李建国让我代报：上周五在附小讲潮汐，小朋友41个',
    '孙国平 → 小科：上周五在附小讲潮汐，小朋友41个（替李建国报）',
    '孙国平 → 小科：老李托我报：上周五在附小讲潮汐，小朋友41个',
  ])('%s', async (said) => {
    expect(await heard('', said)).toMatch(/听众41人次.*南山县.*（记李建国报的）/)
    expect(await heard(said, '李建国 → 小科：我今年讲了多少')).toContain('讲座1场41人次')
    expect(await heard(said, '李建国 → 小科：101号改42人')).toContain('101号已改：41 → 42人次')
  })

  test('of somebody who is not known yet: kept, and theirs as soon as they are', async () => {
    const told = `
      孙国平 → 小科：马文远老师托我报：上周五在附小讲潮汐，小朋友41个
      马文远：今天南山县在二中讲地震，学生52人`
    expect(await heard('', told.trim().split('\n')[0]!)).toContain('马文远我还不认识，记您报的')
    expect(await heard(told, '马文远 → 小科：我今年讲了几场')).toContain('讲座2场93人次')
    expect(await heard(told, '马文远 → 小科：明细 我的')).toContain('共2条')
  })
  test('for a branch it is the branch’s, under who told it', async () => {
    const said = '孙国平：替山口镇也报一下，周一在山口中学讲防灾，120来个学生'
    expect(await heard('', said)).toContain('听众120来人次／南山县山口镇')
    expect(await heard('', said)).not.toContain('我还不认识')
  })
  test('nobody else’s: the same name in another branch, or only named as lecturer', async () => {
    const told = `
      孙国平 → 小科：马文远老师托我报：上周五在附小讲潮汐，小朋友41个
      马文远：今天北岭县在二中讲地震，学生52人`
    expect(await heard(told, '马文远 → 小科：我今年讲了几场')).toContain('讲座1场52人次')
    expect(await heard('', '孙国平 → 小科：学校让我报一下：上周五在附小讲潮汐，小朋友41个')).not.toContain(
      '我还不认识',
    )
  })
})
