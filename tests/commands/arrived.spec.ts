import { describe, expect, test } from 'vitest'
import { arrivedAsked } from '../../commands/arrived-words.js'
import { story } from '../converse/story.js'

describe('what came, by the day it was told', () => {
  test.each([
    ['这周谁报了', '这周'],
    ['这周有谁报活动了', '这周'],
    ['昨天哪几家报过', '昨天'],
    ['今天哪个分会报来了', '今天'],
    ['今天新报的有哪些', '今天'],
    ['城东今天新收的', '城东今天'],
    ['昨天都报来些什么', '昨天'],
    ['今天又来了几条', '今天'],
    ['最近报来的', ''],
    ['这几天收到的有哪些', ''],
    ['刚报来的是什么', ''],
    ['全市最近报来的活动', '全市'],
  ])('%s', (text, rest) => expect(arrivedAsked(text)).toEqual({ rest }))
  test.each([
    ['最近三条', '', 3],
    ['最新5条记录', '', 5],
    ['城东最近报来的两条', '城东', 2],
    ['最近几条是什么', '', 5],
    ['最后一条', '', 1],
    ['最近十二条', '', 12],
  ])('%s', (text, rest, last) => expect(arrivedAsked(text)).toEqual({ rest, last }))
  test.each([
    '这周谁没报',
    '谁报得最多',
    '谁报名了',
    '101号谁报的',
    '谁报的',
    '这周报了几场',
    '最近三个月',
    '最近三场讲座',
    '最近天气',
    '谁讲了',
    '今天来了几条鱼',
    '新来的老师是谁',
  ])('something else: %s', (text) => expect(arrivedAsked(text)).toBeNull())
})

const told = `
  /进 市老科协会员群
  王秀兰：昨天上午在三小讲了防冻，来了64人
  何敏：11月5日北岭在二小讲用药，50人
  /快进 1天
  李建国：11月3日南山在镇上义诊，70人
  吴一：昨天讲座30人
  /快进 30分钟`
const heard = async (said: string): Promise<string> => {
  const { heard: lines } = await story(`${told}\n${said}\n⟂`)
  return lines.at(-1)!.slice(1).join('\n')
}

describe('the records that came, in private', () => {
  test.each(['今天谁报了', '今天收了几条', '今天新报的有哪些', '今天都报来些什么'])(
    'the office: %s',
    async (said) => {
      const line = await heard(`周敏 → 小科：${said}`)
      expect(line).toContain('报来1条：／103 南山县 义诊1场 70人次 11月3日')
      expect(line).toContain('另有1条还没定分会：104号')
      expect(line).not.toContain('101')
    },
  )
  test('the newest first', async () =>
    expect(await heard('周敏 → 小科：最近两条')).toContain(
      '最近报来的2条：／103 南山县 义诊1场 70人次 11月3日／102',
    ))
  test('in the room nobody is named', async () => {
    const line = await heard('周敏：小科，这周谁报了活动')
    expect(line).toMatch(/^小科：明细我私下发您。\n小科〔私→周敏〕：/)
    expect(line).not.toMatch(/何敏|李建国|王秀兰|吴一/)
  })
  test('a contact, of the own branch', async () => {
    const line = await heard('何敏 → 小科：最近报来的')
    expect(line).toContain('102 北岭县')
    expect(line).not.toMatch(/101|103|104/)
  })
  test('nothing came', async () =>
    expect(await heard('何敏 → 小科：今天收了几条')).toContain('北岭县 11月22日没有报来的。'))
  test('to nobody: chatter', async () => expect(await heard('何敏：这周谁报了')).toBe(''))
})
