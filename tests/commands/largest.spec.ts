import { describe, expect, test } from 'vitest'
import { asksLargest } from '../../commands/largest-words.js'
import { story } from '../converse/story.js'

describe('which activity had the largest audience', () => {
  test.each([
    ['哪场人最多', 'most', ''],
    ['讲座里哪场人最多', 'most', '讲座'],
    ['人最多的是哪一场', 'most', ''],
    ['五月哪场人最少', 'least', '五月'],
    ['哪一期培训来的学员最少', 'least', '培训'],
    ['城东听众最多的讲座是哪一场', 'most', '城东 讲座'],
    ['今年规模最大的一场', 'most', '今年'],
    ['十月 义诊 哪次人最多', 'most', '十月 义诊'],
  ])('%s', (text, which, rest) => {
    const asked = asksLargest(text)
    expect(asked?.which).toBe(which)
    expect(`${asked?.rest}`.split(/\s+/).filter(Boolean)).toEqual(rest.split(' ').filter(Boolean))
  })
  test.each([
    '谁讲的人最多',
    '哪位老师讲座人最多',
    '哪个区人最多',
    '哪个月人最多',
    '昨天那场人最多，来了80人',
    '哪场讲座',
    '人最多',
    '哪场在二小',
    '平均哪场人最多',
  ])('something else: %s', (text) => expect(asksLargest(text)).toBeNull())
})

const told = `
  /进 城东区群
  王秀兰：11月2日上午在三小讲了防冻，来了64人
  何敏：11月9日北岭在二小讲用药，150多人
  李建国：11月3日南山在镇上义诊，70人
  钱守义：10月9日城西在二小讲用药，85人
  赵玉珍：11月5日医卫办讲座3场，共400人
  王秀兰：10月18日城东在二中讲座
  /快进 40分钟`
const heard = async (...said: readonly string[]): Promise<string> => {
  const { heard: lines } = await story(`${told}\n${said.join('\n')}\n⟂`)
  return lines.at(-1)!.slice(1).join('\n')
}

describe('answered in private with the number of the record', () => {
  test('as it was told, what cannot be compared beside it', async () => {
    const line = await heard('周敏 → 小科：哪场人最多')
    expect(line).toContain('人最多的：／102 北岭县 讲座1场 150多人次 11月9日')
    expect(line).toContain('另有1笔是几场合报的，1场没报人数，没法比。')
  })
  test.each([
    ['周敏 → 小科：十一月讲座人最少的是哪场', '人最少的：／101 城东区'],
    ['周敏 → 小科：十月哪场人最多', '人最多的：／104 城西区'],
    ['王秀兰 → 小科：哪场人最多', '城东区 2026年至11月21日 人最多的：／101'],
    ['周敏 → 小科：去年哪场人最多', '2025年还没有'],
  ])('%s', async (said, line) => expect(await heard(said)).toContain(line))
  test('of what was asked about last', async () =>
    expect(await heard('周敏 → 小科：全市 义诊 今年', '周敏 → 小科：哪场人最多')).toContain('／103 南山县'))
  test('several of one size', async () => {
    const line = await heard('钱守义：10月12日城西在三中讲防火，85人', '周敏 → 小科：十月哪场人最多')
    expect(line).toMatch(/人最多的有2场：／104 [^／]*85人次[^／]*／107 [^／]*85人次/)
  })
  test('a room hears no figure of it', async () => {
    expect(await heard('周敏：小科 哪场人最多')).toMatch(/^小科：我私下发您。\n小科〔私→周敏〕：/)
  })
  test('another branch is the office’s', async () =>
    expect(await heard('王秀兰 → 小科：城西哪场人最多')).not.toContain('85'))
  test('to nobody: chatter', async () => expect(await heard('王秀兰：哪场人最多')).toBe(''))
})
