import { describe, expect, test } from 'vitest'
import { close, difference } from '../../commands/close.js'
import { gaps, reminding } from '../../commands/gaps.js'
import { quiet } from '../../commands/quiet.js'
import { reminders } from '../../commands/reminders.js'
import { setTarget } from '../../commands/set-target.js'
import { task } from '../../commands/task.js'
import { zero } from '../../commands/zero.js'
import { houseOf } from '../../src/house.js'
import { sampleOrg } from '../converse/play.js'
import { saidIn } from './said.js'

const house = houseOf(sampleOrg())

const said = saidIn(house)
const short = (unit: string | null): string => (unit === null ? '-' : unit.replace('老科协', ''))

describe('任务', () => {
  test.each([
    ['任务完成情况', '- - -'],
    ['还差几场', '- - -'],
    ['请问我们完成得怎么样了？', '- - -'],
    ['城东还差多少', '城东区 - -'],
    ['全市任务', '临海市 - -'],
    ['今年任务', '- - 2026'],
    ['明年任务', '- - 2027'],
    ['科普讲座完成了多少', '- 科普讲座 -'],
    ['任务 2025年', '- - 2025'],
    ['十月任务', null], // targets are of a year
    ['任务交给小李吧', null],
    ['城东 城西 任务', null],
    ['今天的任务是打扫', null],
  ])('%s → %s', (text, expected) => {
    const args = task.parse(said(text))
    expect(args && `${short(args.unit)} ${args.indicator ?? '-'} ${args.year ?? '-'}`).toBe(expected)
  })
})

describe('定任务', () => {
  test.each([
    ['城东讲座任务12场，1200人次', '城东区 12 1200'],
    ['把城东的讲座任务改成二十场', '城东区 20 -'],
    ['城东 讲座 任务 1.2万人次', '城东区 - 12000'],
    ['明年全市科普讲座任务50场5000人次', '临海市 50 5000 2027'],
    ['城东、城西讲座任务各12场', '城东区+城西区 12 -'],
    ['讲座任务12场', '？ 12 -'],
    ['给城东下20场讲座的任务', '城东区 20 -'],
    ['北岭今年讲座目标8场800人', '北岭县 8 800 2026'],
    ['城东讲座任务加到25场', '城东区 25 -'],
    ['我的目标是活到100岁', null],
    ['城东讲座任务改成20', '城东区 - - 20？'],
    ['城东讲座任务约12场', null], // a target is a figure
    ['城东讲座任务12场20场', null],
    ['十月讲座任务12场', null],
    ['城东任务', null],
    ['今天讲座12场', null],
  ])('%s → %s', (text, expected) => {
    const args = setTarget.parse(said(text))
    const parts = args && [
      args.units.length > 0 ? args.units.map(short).join('+') : '？',
      args.sessions ?? '-',
      args.attendance ?? '-',
      ...(args.year === null ? [] : [args.year]),
      ...(args.bare === null ? [] : [`${args.bare}？`]),
    ]
    expect(parts?.join(' ') ?? null).toBe(expected)
  })
})

describe('欠报', () => {
  test.each([
    ['欠报', 'owing -'],
    ['谁没报', 'owing -'],
    ['谁还没报呢', 'owing -'],
    ['哪些分会还没报', 'owing -'],
    ['还有谁没报', 'owing -'],
    ['帮我看看谁还没交', 'owing -'],
    ['这个月还有哪几家没报上来', 'owing 2026-11'],
    ['有没有没报的', 'owing -'],
    ['还缺谁的', 'owing -'],
    ['谁没交表', 'owing -'],
    ['我们区报了没有', 'owing -'],
    ['谁报得及时', 'punctuality -'],
    ['眼下还有哪几个街道没报上来', 'owing -'],
    ['目前还有谁没交', 'owing -'],
    ['到现在为止还剩谁没报', 'owing -'],
    ['没报的都有谁', 'owing -'],
    ['各乡镇都交齐了没有', 'owing -'],
    ['九月份都报齐了吗', 'owing 2026-09'],
    ['还差哪几个', 'owing -'],
    ['都报齐了', null],
    ['都交了', null],
    ['都到齐了吗', null],
    ['谁没缴费', null],
    ['有谁报名', null],
    ['没报', null],
    ['上月谁没报？', 'owing 2026-10'],
    ['欠报名单 九月份', 'owing 2026-09'],
    ['按时率', 'punctuality -'],
    ['一季度谁没报', null],
    ['谁没报名', null],
    ['还有谁要盒饭', null],
    ['谁没来', null],
  ])('%s → %s', (text, expected) => {
    const args = gaps.parse(said(text))
    expect(args && `${args.what} ${args.month ?? '-'}`).toBe(expected)
  })

  test.each([
    ['提醒北岭', '北岭县 -'],
    ['请提醒一下北岭的联络员', '北岭县 -'],
    ['提醒北岭、城西 十月', '北岭县+城西区 2026-10'],
    ['都提醒一下', ' -'],
    ['催一下北岭', '北岭县 -'],
    ['给北岭提个醒', '北岭县 -'],
    ['催催没报的', ' -'],
    ['催我干什么', null],
    ['提醒他们', ' -'],
    ['那就提醒大家一下吧', ' -'],
    ['挨个催一催', ' -'],
    ['给他们提个醒', ' -'],
    ['没报的街道都提醒一遍', ' -'],
    ['提醒一下这几家快点报', ' -'],
    ['十月还有谁没报，提醒他们一下', ' 2026-10'],
    ['跟北岭说一声，该报了', '北岭县 -'],
    ['通知一下城西交表', '城西区 -'],
    ['让北岭赶紧报', '北岭县 -'],
    ['通知北岭明天开会', null],
    ['跟北岭说一声', null],
    ['提醒一下开会', null],
    ['提醒', null],
    ['别提醒北岭', null],
    ['提醒大家明天带雨伞', null],
    ['提醒我吃药', null],
  ])('%s → %s', (text, expected) => {
    const args = reminding.parse(said(text))
    expect(args && `${args.units.map(short).join('+')} ${args.month ?? '-'}`).toBe(expected)
  })
})

describe('零报告', () => {
  test.each([
    ['本月没活动', '- 2026-11'],
    ['这个月我们没有搞活动', '- 2026-11'],
    ['上个月没有', '- 2026-10'],
    ['十月零报告', '- 2026-10'],
    ['我们这个月没搞什么', '- 2026-11'],
    ['我们县九月份没有开展什么活动，都忙秋收', '- 2026-09'],
    ['北岭 十月 没有活动', '北岭县 2026-10'],
    ['这周没搞', '- 2026-11'],
    ['没有活动', '- -'],
    ['零报告', '- -'],
    ['下个月没活动', null], // a plan
    ['今天没活动', null], // one day says nothing of the month
    ['这个月没活动吗？', null],
    ['这个月没有讲座', null], // other kinds may have been
    ['这个月没活动，上月讲座2场', null],
    ['没有', null], // only an answer
    ['没搞懂', null],
  ])('to the bot: %s → %s', (text, expected) => {
    const args = zero.parse(said(text))
    expect(args && `${short(args.unit)} ${args.month ?? '-'}`).toBe(expected)
  })

  test.each([
    ['本月没活动', '- 2026-11'],
    ['零报告', '- -'],
    ['我县十月没有活动', '- 2026-10'],
    ['这个月没有', null], // may be about anything
    ['这周没搞', null],
    ['这周没活动', null],
    ['没有活动', null],
  ])('in the room, uncalled: %s → %s', (text, expected) => {
    const args = zero.parse(said(text, false))
    expect(args && `${short(args.unit)} ${args.month ?? '-'}`).toBe(expected)
  })
})

describe('结账, 差异', () => {
  test.each([
    ['结账十月', '2026-10'],
    ['结帐 10月', '2026-10'],
    ['十月份的账结了吧', '2026-10'],
    ['把十月的账结了', '2026-10'],
    ['结上月的账', '2026-10'],
    ['把十月结了', '2026-10'],
    ['十月的账可以结了', '2026-10'],
    ['关账 十月', '2026-10'],
    ['封账', '-'],
    ['结了', null],
    ['关了', null],
    ['结账', '-'],
    ['现在结', '- now'],
    ['结账十月现在结', '2026-10 now'],
    ['结账一季度', null],
    ['结婚', null],
    ['饭店结账多少钱', null],
  ])('%s → %s', (text, expected) => {
    const args = close.parse(said(text))
    expect(args && `${args.month ?? '-'}${args.now ? ' now' : ''}`).toBe(expected)
  })

  test.each([
    ['差异', '-'],
    ['差异 十月', '2026-10'],
    ['十月的差异', '2026-10'],
    ['为什么多了', '-'],
    ['十月怎么多了', '2026-10'],
    ['结账后补报', '-'],
    ['十月跟结账时差多少', '2026-10'],
    ['为什么多了一个人', null],
  ])('%s → %s', (text, expected) => {
    const args = difference.parse(said(text))
    expect(args && (args.month ?? '-')).toBe(expected)
  })
})

describe('别提醒, 安静', () => {
  test.each([
    ['别提醒我', '9999-12-31'],
    ['以后不要再提醒我了', '9999-12-31'],
    ['别提醒', '2026-11-22'],
    ['这周别提醒，住院了', '2026-11-22'],
    ['我住院了，这个月别提醒我', '2026-11-30'],
    ['最近别提醒我', '2026-12-21'],
    ['最近身体不好，先别催我', '2026-12-21'],
    ['先别提醒我', '2026-11-22'],
    ['家里装修，半个月内别提醒我', '2026-12-06'],
    ['这两周别提醒我', '2026-12-05'],
    ['一个星期别催我，腰扭了', '2026-11-28'],
    ['月底前别提醒', '2026-11-30'],
    ['到下周三别提醒我', '2026-11-25'],
    ['12月8号以前别催我', '2026-12-08'],
    ['十二月底之前不用提醒我', '2026-12-31'],
    ['到5号再说，先别提醒我', '2026-12-05'],
    ['住院期间别提醒我', '2026-12-21'],
    ['出院以前别催我', '2026-12-21'],
    ['这几天别提醒我', '2026-11-28'],
    ['三天之内别提醒', '2026-11-24'],
    ['今明两天别提醒我', '2026-11-22'],
    ['年底前别提醒我', '2026-12-31'],
    ['两个月别提醒我', '2027-01-20'],
    ['一个半月别提醒我', '2027-01-05'],
    ['提醒停半个月', '2026-12-06'],
    ['周三以前别提醒我', '2026-11-25'],
    ['11月3号别提醒我', '9999-12-31'], // that day is over: no end is said
    ['下个月别提醒我', '2026-12-31'],
    ['这半个月的药别忘了吃', null],
    ['住院期间别吃辣的', null],
    ['这几天别出门', null],
    ['半个月没下雨了', null],
    ['出院以前别走动', null],
    ['十天内别碰水', null],
    ['别提醒我，我是3号报的', '9999-12-31'],
    ['一天提醒我三次，不用提醒了', '9999-12-31'],
    ['提醒停了吗？', null],
    ['提醒停了没', null],
    ['恢复提醒', 'again'],
    ['可以提醒我了', 'again'],
    ['提醒北岭', null],
    ['别提醒北岭', null],
    ['提醒大家别迟到', null],
  ])('%s → %s', (text, expected) => {
    const args = reminders.parse(said(text))
    expect(args && (args.until ?? 'again')).toBe(expected)
  })

  test.each([
    ['安静', true],
    ['安静点', true],
    ['先别说话', true],
    ['先安静会儿', true],
    ['你可以说话了', false],
    ['说话', false],
    ['可以说话了', false],
    ['教室里很安静', null],
    ['说话算话', null],
  ])('%s → %s', (text, expected) => expect(quiet.parse(said(text))?.quiet ?? null).toBe(expected))
})
