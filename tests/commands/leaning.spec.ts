import { describe, expect, test } from 'vitest'
import { total } from '../../commands/total.js'
import type { TotalArgs } from '../../commands/total-args.js'
import { houseOf } from '../../src/house.js'
import { sampleOrg } from '../converse/play.js'
import { saidIn } from './said.js'

const house = houseOf(sampleOrg())
const said = saidIn(house)

/** Unit, kinds, time, and how it leans on the question before. */
function read(args: TotalArgs | null): string | null {
  if (args === null) return null
  const unit = args.unit?.replace('老科协', '') ?? '-'
  const time = args.period ? `${args.period.start}~${args.period.end}` : '-'
  const how = [
    ...(args.follows ? ['follows'] : []),
    ...(args.again ? ['again'] : []),
    ...(args.parted ? ['parted'] : []),
    ...(args.beside === undefined ? [] : [`beside ${args.beside.replace('老科协', '')}`]),
    ...(args.also ? ['also'] : []),
    ...(args.relative ? [args.relative.is] : []),
  ]
  return [unit, args.kinds?.join('+') ?? '-', time, ...how].join(' ')
}
const october = '2026-10-01~2026-10-31'

describe('a unit with all that is below it is the unit', () => {
  test.each([
    ['上个月南山县连下面镇里的义诊一共多少场多少人', `南山县 clinic ${october}`],
    ['南山县加上下面的乡镇，十月讲座总共多少人', `南山县 lecture ${october}`],
    ['南山县和它下面的镇十月讲座合着算几场', `南山县 lecture ${october}`],
    ['十月讲座南山那边连乡镇在一起算多少', `南山县 lecture ${october}`],
    ['十月份南山县算上各个镇，讲座到底有几场、听的人有多少', `南山县 lecture ${october}`],
    ['南山县带下面几个镇，十月拢总搞了几场讲座', `南山县 lecture ${october}`],
    ['十月讲座南山全县上下一共几场', `南山县 lecture ${october}`],
    ['城东和城西十月的讲座加起来多少人', `城东区 lecture ${october} also`],
    ['今年城东的讲座拢总几场、来了多少人', '城东区 lecture 2026-01-01~2026-12-31'],
    ['连下面镇上一共几场', '- - - follows'],
    ['南山县不算下面的镇，十月讲座几场', null],
    ['南山县不带乡镇十月讲座几场', null],
    ['南山县下面的镇十月不算，讲座几场', null],
    ['只算下面镇上的，十月讲座几场', null],
    ['南山县跟下面的镇领导开会', null],
  ])('%s → %s', (text, expected) => expect(read(total.parse(said(text)))).toBe(expected))
})

describe("a whole without one unit, and one unit's share of a whole", () => {
  test.each([
    ['扣掉城西，全市十月讲座还剩多少', `临海市 lecture ${october} beside 城西区`],
    ['除了城东区，全市今年讲座一共多少场', '临海市 lecture 2026-01-01~2026-12-31 beside 城东区'],
    ['十月全市义诊，不算城西是多少', `临海市 clinic ${october} beside 城西区`],
    ['刨开医卫分会，全市十月多少人次', `临海市 - ${october} beside 医卫分会`],
    ['全市十月把城西去掉是多少', `临海市 - ${october} beside 城西区`],
    ['南山县十月讲座减去山口镇还有多少', `南山县 lecture ${october} beside 南山县山口镇`],
    ['除城西外，其他区十月讲座合计多少', `临海市 lecture ${october} beside 城西区`],
    ['扣掉山口镇还有几场', '- - - follows again beside 南山县山口镇'],
    ['那扣掉城西呢', '- - - follows again beside 城西区'],
    ['要是不算城东呢', '- - - follows again beside 城东区'],
    ['除了城西以外的呢', '- - - follows again beside 城西区'],
    ['城东占全市讲座的百分之几', '临海市 lecture - beside 城东区'],
    ['今年讲座城东占全市几成', '临海市 lecture 2026-01-01~2026-12-31 beside 城东区'],
    ['十月全市义诊里医卫分会占多大比例', `临海市 clinic ${october} beside 医卫分会`],
    ['城东占百分之几', '- - - follows again beside 城东区'],
    ['全市十月讲座，城东的比例是多少', `临海市 lecture ${october} beside 城东区`],
    ['扣掉山口镇，南山县十月讲座几场', `南山县 lecture ${october} beside 南山县山口镇`],
    // several, or one that is no part of the other: never one of them alone
    ['扣掉城东和城西，全市十月讲座几场', null],
    ['除了山口镇和北岭县，全市十月讲座几场', null],
    ['除了山口镇和南山县，全市十月讲座几场', null],
    ['城东、医卫不算，全市今年义诊多少', null],
    ['城西和北岭占全市讲座几成', null],
    ['山口镇跟南山县占全市百分之几', null],
    ['城东占北岭百分之几', null],
    ['除了城西和城东呢', null],
    // who reported, what is told, figures that the unit told itself: no such question
    ['除了城西还有谁没报', null],
    ['除了城东，别的区都讲了一场，来了40人', null],
    ['扣掉城西那场的10个人', null],
    ['昨天讲座除了城东的老师还来了30人', null],
    ['101号把城西去掉', null],
    ['城东占了第一', null],
    ['学生占百分之几', null],
  ])('%s → %s', (text, expected) => expect(read(total.parse(said(text)))).toBe(expected))
})

describe('a part of what was shown: that unit, else as before', () => {
  test.each([
    ['山口镇占其中的几场', '南山县山口镇 - - follows'],
    ['山口镇的份额是多少', '南山县山口镇 - - follows'],
    ['这里头山口镇占几场', '南山县山口镇 - - follows'],
    ['里头城东占多少', '城东区 - - follows'],
    ['其中河口镇多少', '南山县河口镇 - - follows'],
    ['当中城西有几场', '城西区 - - follows'],
    ['山口镇在里面有几场', '南山县山口镇 - - follows'],
    ['里面属于河口镇的有多少', '南山县河口镇 - - follows'],
    ['山口镇单算呢', '南山县山口镇 - - follows'],
    ['城西单独算是几场', '城西区 - - follows'],
    ['北岭单独拎出来看看', '北岭县 - - follows'],
    ['河口镇一家多少', '南山县河口镇 - - follows'],
    ['医卫一家占多少', '医卫分会 - - follows'],
    ['河口镇那份是多少', '南山县河口镇 - - follows'],
    ['城东分到几场', '城东区 - - follows'],
    ['里头山口镇的义诊占多少', '南山县山口镇 clinic - follows'],
    ['里头十月城东讲座占几场', `城东区 lecture ${october} follows`],
    // the county without its towns is told beside them
    ['南山县自己办了几场', '南山县 - - follows parted'],
    ['南山县本级十月讲座几场', `南山县 lecture ${october} parted`],
    ['里头学生占多少', null],
    ['里头女同志占多少', null],
    ['山口镇那边下雨没有', null],
    ['城西一家子都来了', null],
    ['里面很热闹', null],
  ])('%s → %s', (text, expected) => expect(read(total.parse(said(text)))).toBe(expected))
})

describe('what is below a unit, each by itself', () => {
  test.each([
    ['南山里面两个镇分开看各是多少', '南山县 - - follows parted'],
    ['南山下面两个镇十月讲座各是多少', `南山县 lecture ${october} parted`],
    ['南山底下的镇各自多少', '南山县 - - follows parted'],
    ['南山的两个镇分别是多少', '南山县 - - follows parted'],
    ['南山分到镇上是多少', '南山县 - - follows parted'],
    ['南山县下属的几个镇一个一个说', '南山县 - - follows parted'],
    ['里面几个县分开说', '- - - follows again parted'],
    ['义诊里面三个区各是多少', '- clinic - follows parted'],
    ['两个镇分开走', null],
    ['山口镇和河口镇各是多少', '南山县山口镇 - - also'],
  ])('%s → %s', (text, expected) => expect(read(total.parse(said(text)))).toBe(expected))
})

describe('units one by one, then all; another time, then back', () => {
  const year = '2026-01-01~2026-12-31'
  const before = '2025-01-01~2025-12-31'
  test.each([
    ['全市加一块', '临海市 - - follows'],
    ['全市拢一起多少', '临海市 - - follows'],
    ['全市合一块儿几场', '临海市 - - follows'],
    ['去年整年的数也给我', `- - ${before} follows`],
    ['去年全年的数也报一下', `- - ${before} follows`],
    ['去年一整年的也报来听听', `- - ${before} follows`],
    ['回到今年，山口镇占几场', `南山县山口镇 - ${year} follows`],
    ['还是看今年的，河口镇有几场', `南山县河口镇 - ${year} follows`],
    ['再说回今年', `- - ${year} follows`],
    ['回到正题', null],
    ['回到家都六点了', null],
    ['整年都在忙', null],
    ['我们加一块去', null],
  ])('%s → %s', (text, expected) => expect(read(total.parse(said(text)))).toBe(expected))
})

describe('the same once more', () => {
  test.each([
    ['现在呢', '- - - follows again'],
    ['眼下呢', '- - - follows again'],
    ['那现在是多少', '- - - follows again'],
    ['改了以后呢', '- - - follows again'],
    ['现在是怎么样了？', '- - - follows again'],
    ['现在几场了', '- - - follows again'],
    ['现在好了', null],
    ['现在几点了', null],
    ['现在在哪', null],
    ['现在去呢还是下午去', null],
  ])('%s → %s', (text, expected) => expect(read(total.parse(said(text)))).toBe(expected))
})

describe('more that leans on what was shown', () => {
  const year = '2026-01-01~2026-12-31'
  test.each([
    ['其中镇里几场', '- - - follows again parted'],
    ['里面几场是镇上的', '- - - follows again parted'],
    ['里面有几场', '- - - follows again'],
    ['到现在一共呢', `- - ${year} follows`],
    ['截至目前总共呢', `- - ${year} follows`],
    ['全年呢', '- - - follows year'],
    ['一年下来多少', '- - - follows year'],
    ['换成全市的口径', '临海市 - - follows'],
    ['城东同期呢', '城东区 - - follows'],
    ['九月同样的数呢', '- - 2026-09-01~2026-09-30 follows'],
    ['山口镇贡献了几场', '南山县山口镇 - - follows'],
    ['跟城东比呢', '城东区 - - follows again against'],
    ['和城西比怎么样', '城西区 - - follows again against'],
    ['哪个镇多', '- - - follows parted'],
    ['两个镇哪个多', '- - - follows again parted'],
    ['包不包括山口镇', '- - - follows again parted'],
    ['山口镇算进去了没有', '- - - follows again parted'],
    ['是不是连镇里的都算了', '- - - follows again parted'],
    ['哪个区最多', '临海市 - - parted'],
    ['今年全年讲座', `- lecture ${year}`],
    ['去年同期呢', '- - 2025-01-01~2025-11-21 follows'],
    ['和城西比我们差远了', null],
    ['镇里下雨了', null],
    ['把老李算进去了没有', null],
    ['全年无休', null],
  ])('%s → %s', (text, expected) => expect(read(total.parse(said(text)))).toBe(expected))
})

describe('said in many words', () => {
  test.each([
    ['南山这边十月讲座合计是个什么数', `南山县 lecture ${october}`],
    ['我想晓得城东到目前为止讲座总共办过几场', '城东区 lecture -'],
    ['年初到现在城东一共开了几场讲座', '城东区 lecture 2026-01-01~2026-11-21'],
    ['麻烦打听一下，城西十月搞过几回义诊', `城西区 clinic ${october}`],
  ])('%s → %s', (text, expected) => expect(read(total.parse(said(text)))).toBe(expected))
})
