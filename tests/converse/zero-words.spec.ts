import { describe, expect, test } from 'vitest'
import { saysNothing } from '../../src/converse/zero-words.js'
import { story } from './story.js'

describe('there was nothing, as people say it', () => {
  test.each([
    ['半场都没办', true],
    ['啥活动都没开展', true],
    ['任何动静也没有', true],
    ['没动静', true],
    ['我们没什么可说的', true],
    ['还没开张', true],
    ['空着', true],
    ['交了白卷', true],
    ['剃了光头', true],
    ['一场都没落下', false],
    ['一个人都没有', false],
    ['没少办', false],
    ['没开会', false],
    ['空调坏了', false],
    ['歇着的人多', false],
    ['什么时候报', false],
  ])('%s → %s', (words, expected) => expect(saysNothing(words)).toBe(expected))

  const heard = async (said: string): Promise<string> => {
    const { heard: lines } = await story(`${said}\n⟂`, { at: '2026-11-10T09:00:00+08:00' })
    return lines.at(-1)!.slice(1).join('\n')
  }
  test.each([
    ['王秀兰 → 小科：刚回来，十月我们啥都没搞', '城东区十月记零报告'],
    ['何敏 → 小科：不好意思，九月份一期都没办成', '北岭县九月记零报告'],
    ['钱守义 → 小科：上个月没什么动静，都在忙秋种', '城西区十月记零报告'],
    ['孙国平 → 小科：十月空着', '南山县十月记零报告'],
    ['孙国平 → 小科：十月份挂零，惭愧', '南山县十月记零报告'],
    ['孙国平 → 小科：十月县里没有活动', '南山县十月记零报告'],
    ['王秀兰 → 小科：我们区十月没搞活动', '城东区十月记零报告'],
  ])('%s', async (said, part) => expect(await heard(said)).toContain(part))
  test.each([
    '孙国平 → 小科：十月村里没有活动', // of another level
    '孙国平 → 小科：村里没活动',
    '王秀兰 → 小科：院里十月没搞活动',
    '何敏 → 小科：我们所没有活动',
    '王秀兰 → 小科：十月没什么活动，就办了两期培训',
    '王秀兰 → 小科：十月一场讲座都没办', // and the clinics?
    '王秀兰 → 小科：十月没什么动静吗',
    '王秀兰 → 小科：九月十月都没搞',
    '王秀兰 → 小科：那俩月没活动',
    '王秀兰 → 小科：十月一场都没落下',
    '王秀兰 → 小科：啥都没搞',
    '王秀兰：十月空着',
    '张大爷：十月我们啥都没搞',
    '王秀兰：十月份一场雨都没下',
  ])('not a zero report: %s', async (said) => expect(await heard(said)).not.toContain('记零报告'))
})
