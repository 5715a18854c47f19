import { describe, expect, test } from 'vitest'
import { readNamed } from '../../src/converse/named-words.js'
import { story } from './story.js'

describe('which question a late answer names', () => {
  test.each([
    ['昨天您问我的九月那5场，是连同的', '九月那5场', '是连同的'],
    ['您上回问的二中那场，同一场', '二中那场', '同一场'],
    ['才看到，您问的103号，是36人', '103号', '是36人'],
    ['回您前天的话：另外', '', '另外'],
    ['周三你要我定的那件事，连同', '', '连同'],
    ['关于九月那5场，是另外的', '九月那5场', '是另外的'],
    ['不好意思这两天忙，小科问的那5场连同', '5场', '连同'],
    ['您问的九月那5场是连同的吗', null, null],
    ['昨天老李问我的那事，连同', null, null],
    ['昨天我问了校长，是连同的', null, null],
    ['九月我们讲了5场，另外还有义诊2场', null, null],
    ['谁问的', null, null],
  ])('%s → %s: %s', (text, ref, rest) => {
    const read = readNamed(text)
    expect([read?.ref ?? null, read?.rest ?? null]).toEqual([ref, rest])
  })
})

const heard = async (before: string, said: string): Promise<string> => {
  const { heard: lines } = await story(`${before}\n${said}\n⟂`)
  return lines.at(-1)!.slice(1).join('\n')
}

describe('a month’s total, days after it was asked about', () => {
  const asked = `
    何敏：10月11日北岭县在镇中学讲蜂蜜真假，听众40人
    何敏：10月20日北岭县在文化站讲冬储菜，听众35人
    何敏：北岭十月讲座共5场210人次
    /快进 2600分钟`

  test.each([
    '前天您问我的十月那5场，是连同的，不是另外',
    '您问的那5场，连同',
    '回您前天的话：连同那两场',
    '才看到，您上回问的十月讲座，包括前面两场',
    '这两天忙，你要我定的那件事，连同',
    '十月那5场是连同前面报的',
    '关于十月的5场210人次，是连同的',
    '不是另外的，连同',
    '小科问的那个事，是连同',
    '星期四问我的十月5场讲座，连同已报的',
  ])('%s', async (said) =>
    expect(await heard(asked, `何敏 → 小科：${said}`)).toContain('补记3场135人次，10月合计5场210人次'),
  )
  test.each([
    '前天您问我的十月那5场，是另外的，不是连同',
    '十月那5场，另外算',
    '您问的十月5场，都不含那两场',
  ])('%s', async (said) =>
    expect(await heard(asked, `何敏 → 小科：${said}`)).toContain('另外算，10月合计7场285人次'),
  )
  test('also when the question has long run out, and once it is settled that is said', async () => {
    const late = `${asked}\n/快进 7200分钟`
    const said = '何敏 → 小科：您上周问的十月那5场，是连同的'
    expect(await heard(late, said)).toContain('10月合计5场210人次')
    expect(await heard(`${late}\n${said}`, said)).toContain('已经定了：另记成103号')
  })
  test.each([
    '何敏 → 小科：前天您问我的九月那5场，是连同的', // of another month
    '何敏 → 小科：前天您问我的十月那6场，是连同的',
    '何敏 → 小科：前天您问我的十月义诊，是连同的',
    '何敏 → 小科：前天您问我的十月那5场，我再想想',
    '何敏 → 小科：前天您问我的十月那5场，是连同的吗',
    '何敏：前天您问我的十月那5场，是连同的', // in the room it is said to anybody
    '李建国 → 小科：前天您问我的十月那5场，是连同的',
  ])('decides nothing: %s', async (said) => expect(await heard(asked, said)).not.toMatch(/合计|补记|定了/))
})

describe('of several that wait the one that is named', () => {
  const asked = `
    何敏：昨天北岭县在镇中学讲蜂蜜真假，听众40人
    何敏 → 小科：昨天北岭县在镇中学讲蜂蜜真假，听众40来人，讲得好
    何敏 → 小科：上周三北岭县在敬老院做了健康咨询
    /快进 1600分钟`
  test.each([
    ['您昨天问的镇中学那场，是同一场', '只算一场'],
    ['您问的101号，另一场，不是同一场', '103号 讲座1场 40来人次'],
    ['您昨天问敬老院那场多少人，33人', '102号 补上33人次'],
    ['昨天问我的102号人数，三十来个', '102号 补上30来人次'],
    ['您问的那场咨询，没数', '102号 人数记“未报”'],
  ])('%s', async (said, part) => expect(await heard(asked, `何敏 → 小科：${said}`)).toContain(part))
  test('what fits none of them changes nothing', async () => {
    expect(await heard(asked, '何敏 → 小科：您问的义诊，33人')).not.toMatch(/补上|已改|只算/)
  })
})
