import { describe, expect, test } from 'vitest'
import { details } from '../../commands/details.js'
import { total } from '../../commands/total.js'
import { withoutAsides } from '../../src/converse/asides.js'
import { houseOf } from '../../src/house.js'
import { sampleOrg } from '../converse/play.js'
import { story } from '../converse/story.js'
import { saidIn } from './said.js'

const house = houseOf(sampleOrg())
const said = saidIn(house)
const left = (text: string): string | null => withoutAsides(text, house, '2026-11-21')

describe('a reason beside a question is no part of it', () => {
  const question = '城东十月讲座几场'
  test.each([
    '局长等着看',
    '书记在催',
    '明天理事会上要用',
    '三点钟开会',
    '今天下午就要交',
    '年终考核要用',
    '写年度总结缺这个数',
    '报社记者打电话来问',
    '上面催得紧，就要个数',
    '填台账呢',
    '给县长汇报用的',
    '月报表里差这一格',
    '我记性不好',
    '又来打扰您',
  ])('%s，…', (reason) => {
    expect(left(`${reason}，${question}`)).toBe(question)
    expect(left(`${question}，${reason}`)).toBe(question)
  })

  test.each([
    ['书记问城东十月讲座几场', '城东十月讲座几场'],
    ['写简报要用城东十月讲座几场', '城东十月讲座几场'],
    ['给会长报一下城东十月讲座几场', '城东十月讲座几场'],
    ['领导要城东十月讲座的数', '城东十月讲座的数'],
  ])('%s → %s', (text, expected) => expect(left(text)).toBe(expected))

  test.each([
    // a time, branch or kind that the question itself does not name
    '十月的总结要用，城东讲座几场',
    '城西要交材料，十月讲座几场',
    '培训总结要用，城东十月几场',
    // a part of what is asked for
    '网上的不算，城东十月讲座几场',
    '只看学生的，城东十月讲座几场',
    '校园里的，城东十月讲座几场',
    '领导到场的，城东十月讲座几场',
    '城东十月讲座几场，会上说的那几场',
    '城东十月讲座几场，书记来听的有几场',
    '城东十月讲座几场，记者来看的那些',
    '孔老师要讲几场，城东十月讲座几场',
    // no lead: what somebody does, or asks
    '孔老师要讲几场讲座',
    '孔老师问几场讲座',
    '会长要讲几场讲座',
    '城东十月讲座几场，光要进村的',
    '城东十月讲座几场，联合的除外',
    '待核的也算上，城东十月讲座几场',
  ])('kept: %s', (text) => expect(left(text) ?? text).toBe(text))
})

describe('a narrower question is not answered with the wider figure', () => {
  const told = `
    王秀兰：10月12日城东区在二中讲极光，学生70人
    /快进 1小时`
  test.each([
    '网上的不算，城东十月讲座几场',
    '只要学生听的，城东十月讲座几场',
    '校园里的，城东十月讲座几场',
    '城东十月讲座几场，女同志听的',
    '联合的去掉，城东十月讲座几场',
    '给老人讲的，城东十月讲座几场',
    '城东十月讲座几场，病人来听的那些',
    '城东十月讲座几场，来听的那几场',
    '城东十月讲座几场，在会上讲的那些',
  ])('%s', async (text) => {
    const { heard } = await story(`${told}\n周敏 → 小科：${text}\n⟂`)
    expect(heard.at(-1)!.slice(1).join('\n')).not.toContain('70人次')
  })
  test.each([
    '局长等着要，城东十月讲座几场',
    '上级要城东十月讲座几场',
    '孔老师在催，城东十月讲座几场',
    '城东十月讲座几场，孔会长要讲话',
    '马上开会了，城东十月讲座几场几人',
    '城东九月十月两个月讲座共几场',
  ])('answered: %s', async (text) => {
    const { heard } = await story(`${told}\n周敏 → 小科：${text}\n周敏 → 小科：那上个月呢\n⟂`)
    expect(heard.at(-1)!.slice(1).join('\n')).toMatch(/10月[^]*讲座1场次[^]*70人次/)
  })
})

describe('months that are counted as well', () => {
  test.each([
    ['全市八月九月两个月讲座', '2026-08-01~2026-09-30'],
    ['全市八月、九月这两个月讲座合计', '2026-08-01~2026-09-30'],
    ['全市七、八两个月讲座几场几人', '2026-07-01~2026-08-31'],
    ['全市7到10月四个月讲座', '2026-07-01~2026-10-31'],
    ['全市七月八月九月三个月讲座加一起', '2026-07-01~2026-09-30'],
    // not as many
    ['全市八月九月三个月讲座', null],
    ['全市八月两个月讲座', null],
  ])('%s → %s', (text, expected) => {
    const args = total.parse(said(text))
    expect(args && `${args.period?.start}~${args.period?.end}`).toBe(expected)
  })
})

describe('the records one by one', () => {
  const october = '2026-10-01~2026-10-31'
  test.each([
    ['城东十月的明细，一条一条报给我', october],
    ['城东十月一笔笔列给我看', october],
    ['城东十月每一场都列出来', october],
    ['城东十月流水给我拉一份', october],
    ['把城东十月的清单逐条念给我听听', october],
    ['城东十月的，不要合计，要一笔一笔的', october],
    ['城东十月的详单，每笔都要', october],
    ['城东十月都是哪几笔', october],
    ['城东十月每场多少人', october],
    ['城东十月条条列清楚', october],
    ['城东十月笔记本带了没有', null],
    ['城东十月一笔钱', null],
    ['场场都精彩', null],
  ])('%s → %s', (text, expected) => {
    const of = details.parse(said(text))?.of
    expect(of?.period ? `${of.period.start}~${of.period.end}` : null).toBe(expected)
  })
})
