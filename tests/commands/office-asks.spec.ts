import { describe, expect, test } from 'vitest'
import { commands } from '../../commands/index.js'
import { closed } from '../../commands/closed.js'
import { handover } from '../../commands/handover.js'
import { houseOf } from '../../src/house.js'
import { sampleOrg } from '../converse/play.js'
import { saidIn } from './said.js'

const house = houseOf(sampleOrg())
const said = saidIn(house)
const firstFor = (text: string): string | undefined =>
  commands.find((c) => c.parse(said(text)) !== null)?.name

describe('whether a month is closed is a question and closes nothing', () => {
  test.each([
    ['九月的账结了没', '2026-09'],
    ['八月份结账了吗？', '2026-08'],
    ['上个月的账关掉了没有', '2026-10'],
    ['九月份的账是不是结了', '2026-09'],
    ['上月账封了吗', '2026-10'],
    ['九月账有没有结', '2026-09'],
    ['账结了没', '-'],
    ['哪几个月结了', '-'],
    ['账结到哪个月了', '-'],
    ['结账九月', null],
    ['九月的账结了', null],
    ['把九月的账结了吧', null],
    ['九月可以结账吗', null],
    ['九月结账吗', null],
    ['九月结账了没问题吧', null],
  ])('%s → %s', (text, expected) => {
    const args = closed.parse(said(text))
    expect(args && (args.month ?? '-')).toBe(expected)
  })
})

describe('which command hears the office', () => {
  test.each([
    ['结账九月', '结账'],
    ['九月的账结了', '结账'],
    ['九月结账吗', '结账'],
    ['上月哪几个区一场没搞', '一场没有'],
    ['今年哪些单位一次义诊都没办过', '一场没有'],
    ['十月挂零的是哪几家', '一场没有'],
    ['谁还没报', '欠报'],
    ['哪些分会还没报', '欠报'],
    ['128啥情况', '看一条'],
    ['128什么时候的', '看一条'],
    ['128号是哪天', '看一条'],
    ['128哪天讲的课', '看一条'],
    ['128在哪讲的', '看一条'],
    ['128多少人', '看一条'],
    ['128号来了多少人', '看一条'],
    ['128发了多少资料', '看一条'],
    ['128是哪个分会的', '看一条'],
    ['128号讲课的是谁', '看一条'],
    ['128号题目是什么', '看一条'],
    ['128号当初是怎么写的', '看一条'],
    ['看看128号的原始记录', '看一条'],
    ['128号有没有人动过', '看一条'],
    ['128后来改过几回', '看一条'],
    ['128号动没动过', '看一条'],
    ['34人次是从哪里来的', '凭据'],
    ['这6场是怎么得来的', '凭据'],
    ['那个数哪来的', '凭据'],
    ['把原话发来', '凭据'],
    ['那几场的原话给我看看', '凭据'],
    ['这一条的原文拿给我看看', '凭据'],
    ['他们的原话是怎么说的', '凭据'],
    ['城西义诊九月这个数咋来的', '凭据'],
    ['这周报了几条', '明细'],
    ['昨天收到多少条', '明细'],
    ['建议报了几条', '查数'],
    ['这周讲了几场', '查数'],
    ['今年哪个老师讲得最好', '不排名次'],
    ['谁报得最勤', '不排名次'],
    ['讲座场数前三名是谁', '不排名次'],
    ['哪个区最多', '查数'],
    ['谁能讲防火', '以后再学'],
    ['九月结账以后变了哪些', '差异'],
    ['九月又多了些什么', '差异'],
  ])('%s → %s', (text, expected) => expect(firstFor(text)).toBe(expected))
})

describe('a contact hands over, the branch named beside or not', () => {
  test.each([
    ['今后南山这边由钱守义来报', '钱守义 南山县老科协'],
    ['往后城西的活动就钱守义报了', '钱守义 城西区老科协'],
    ['以后由何敏负责，我要带孙子', '何敏 -'],
    ['以后北岭由何敏报送，我腿脚不便', '何敏 北岭县老科协'],
    ['以后由我报', null],
    ['以后城东和城西由何敏报', null],
  ])('%s → %s', (text, expected) => {
    const args = handover.parse(said(text))
    expect(args && `${args.name} ${args.unit ?? '-'}`).toBe(expected)
  })
})
