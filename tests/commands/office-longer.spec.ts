import { describe, expect, test } from 'vitest'
import { commands } from '../../commands/index.js'
import { close, difference } from '../../commands/close.js'
import { reminding } from '../../commands/gaps.js'
import { missed } from '../../commands/missed.js'
import { singled } from '../../commands/singled.js'
import { task } from '../../commands/task.js'
import { todo } from '../../commands/todo.js'
import { houseOf } from '../../src/house.js'
import { sampleOrg } from '../converse/play.js'
import { saidIn } from './said.js'

const house = houseOf(sampleOrg())
const said = saidIn(house)
const short = (unit: string | null): string => (unit === null ? '-' : unit.replace('老科协', ''))
const firstFor = (text: string): string | undefined =>
  commands.find((c) => c.parse(said(text)) !== null)?.name

describe('how far to the target, in other words and another order', () => {
  test.each([
    ['讲座指标到现在完成百分之几了', '- lecture'],
    ['全市讲座任务走到哪一步了', '临海市 lecture'],
    ['城东讲座任务还有多大缺口', '城东区 lecture'],
    ['城东离讲座目标还有多远', '城东区 lecture'],
    ['城东任务完成到几成了', '城东区 -'],
    ['城东的讲座任务过半了没', '城东区 lecture'],
    ['城东讲座任务达标了没有', '城东区 lecture'],
    ['城东今年的讲座任务做了几成', '城东区 lecture'],
    ['讲座任务城东完成得差不多了吗', '城东区 lecture'],
    ['任务这一块城东做到哪儿了', '城东区 -'],
    ['城东讲座离任务还缺口多大', '城东区 lecture'],
    ['城东的讲座指标还欠着多少', '城东区 lecture'],
    ['到今天为止全市的讲座任务干了几成', '临海市 lecture'],
    ['讲座的任务，全市到昨天为止完成了几成', null],
    ['城东讲座任务够了没有', '城东区 lecture'],
    ['今年城东的讲座任务还剩几成没做', '城东区 lecture'],
    ['讲座任务还差一大截', null],
    ['大家的任务是搞好卫生', null],
    ['城东讲座任务有多大把握', null],
    ['还要讲几场才够', '- -'],
    ['城东讲座还得办几场才达标', '城东区 lecture'],
    ['还要讲几句', null],
    ['走到哪一步了', '- - lean'],
    ['那现在还有多大缺口', '- - lean'],
    ['还有多远', '- - lean'],
    ['做到哪儿了', '- - lean'],
    ['离家还有多远', null],
    ['任务完成了，大家辛苦', null],
    ['今年的任务很重', null],
  ])('%s → %s', (text, expected) => {
    const args = task.parse(said(text))
    expect(args && `${short(args.unit)} ${args.kinds.join('+') || '-'}${args.lean ? ' lean' : ''}`).toBe(
      expected,
    )
  })
})

describe('one of the records behind a total, by its figure', () => {
  test.each([
    ['近30那条是谁报的，原话发我', '30'],
    ['近30的是哪一条', '30'],
    ['70人那一场是谁报的', '70'],
    ['那个20人的怎么回事，谁报的', '20'],
    ['近30人的那场把原话拿来', '30'],
    ['25那条谁说的', '25'],
    ['报25人的是哪一个', '25'],
    ['六十多人那笔是哪来的', '60'],
    ['一百来人的那场是谁说的', '100'],
    ['约数是哪一笔', 'approx'],
    ['哪条是约数，原话给我', 'approx'],
    ['不准的是哪几条', 'approx'],
    ['没报人数的是哪一场', 'gap'],
    ['这里面有约数吗', 'approx'],
    ['里面有没有没报人数的', 'gap'],
    ['有几笔是估的', 'approx'],
    ['哪几条没有人数', 'gap'],
    ['70人那场改成75', null],
    ['25那条不算', null],
    ['70人那场讲得好', null],
    ['谁报的', null],
    ['那条路是谁修的', null],
    ['20人那桌是谁订的', null],
    ['今天在三小讲防火，70人', null],
  ])('%s → %s', (text, expected) => {
    const args = singled.parse(said(text))
    expect(args && String(args.which)).toBe(expected)
  })
})

describe('what waits for me', () => {
  test.each([
    '我手头还积着什么没批的',
    '有没有等我拍板的',
    '还有啥等着我点头',
    '我这边还有没有要处理的',
    '有哪些事等着秘书处办',
    '有什么压在我这里的',
    '还有什么事没了结的',
    '要我点头的有哪些',
    '我这儿还压着哪些没办',
    '还有没有什么卡在我这里',
    '今天有没有什么要我拿主意的',
    '压着没办的有几件',
    '我这里还搁着几件没处理',
  ])('%s', (text) => expect(todo.parse(said(text))).toEqual({ page: 1 }))
  test.each([
    '我压力很大',
    '有什么好办的',
    '还有什么没报的',
    '我没办法',
    '你有什么要说的',
    '这事等着看吧',
    '有没有等车的',
    '秘书处在哪办公',
    '明天有什么活动要我去',
    '这件事办了',
  ])('not %s', (text) => expect(todo.parse(said(text))).toBe(null))
})

describe('what may have been missed', () => {
  test.each([
    '最近有没有漏记的',
    '有哪些没记上的',
    '有没有你没看懂的消息',
    '漏了哪些没登',
    '这几天有没有没收进来的',
    '看看漏了什么没有',
    '有没有拿不准的',
    '有没有漏下的',
    '有没有你拿不准没记的',
    '还有没有漏掉的活动',
    '群里有没有落下没记的',
    '你漏了什么没有',
  ])('%s', (text) => expect(missed.parse(said(text))).toEqual({ page: 1 }))
  test.each([
    '有没有漏报的单位',
    '屋顶有没有漏水',
    '我漏了一场没报',
    '有没有没来的',
    '漏了一场，昨天在三小讲防火，70人',
    '没记上',
    '我没看懂',
    '最近有没有活动',
    '有没有记错的',
  ])('not %s', (text) => expect(missed.parse(said(text))).toBe(null))
})

describe('what changed since the close', () => {
  test.each([
    ['十月关账之后又动了哪些数', '2026-10'],
    ['封账以后有什么变动，列一下差异', '-'],
    ['上月结完账后面又添了几笔', '2026-10'],
    ['结账之后十月份增减了什么', '2026-10'],
    ['十月结完账后有没有改过的', '2026-10'],
    ['十月份结账后的出入', '2026-10'],
    ['结账十月以后有什么不一样', '2026-10'],
    ['十月的账结了以后又变了什么', '2026-10'],
    ['差异列给我，十月的', '2026-10'],
    ['十月份差异发我一份', '2026-10'],
    ['结了账以后改了哪些，说说差异', '-'],
    ['九月结过账之后又多出来哪些，差异也给我', '2026-09'],
    ['十月的差别看一下', '2026-10'],
    ['结账以后吃饭去', null],
    ['十月结账', null],
    ['结账以后怎么报', null],
    ['结账以后101号改成65人', null],
    ['我们县和城东差别很大', null],
    ['十月的变化真大', null],
    ['结账后还能改吗', null],
  ])('%s → %s', (text, expected) => {
    const args = difference.parse(said(text))
    expect(args && (args.month ?? '-')).toBe(expected)
    if (expected !== null) expect(close.parse(said(text))).toBe(null)
  })
})

describe('remind a branch, asked of the bot in any words', () => {
  test.each([
    ['北岭那边你帮我催催', '北岭县 -'],
    ['北岭那里提醒一声', '北岭县 -'],
    ['替我敲打一下北岭', '北岭县 -'],
    ['帮忙给北岭的联络员提个醒', '北岭县 -'],
    ['北岭，你去催一催', '北岭县 -'],
    ['北岭的你催一下', '北岭县 -'],
    ['北岭和城西都替我催一遍', '北岭县+城西区 -'],
    ['给北岭捎个信，该报了', '北岭县 -'],
    ['麻烦你去北岭那儿催一下十月的', '北岭县 2026-10'],
    ['城西这块你再督促一下', '城西区 -'],
    ['能不能帮我催一下北岭？', '北岭县 -'],
    ['叫城西那边抓紧报', '城西区 -'],
    ['北岭那边你替我问声好', null],
    ['替我谢谢北岭', null],
    ['北岭那边催得紧', null],
    ['提醒北岭了吗', null],
    ['你催过北岭没有', null],
    ['催北岭了没', null],
    ['北岭催了', null],
    ['北岭催我们交表', null],
    ['跟北岭捎个信，明天开会', null],
    ['北岭不用催', null],
  ])('%s → %s', (text, expected) => {
    const args = reminding.parse(said(text))
    expect(args && `${args.units.map(short).join('+')} ${args.month ?? '-'}`).toBe(expected)
  })
})

describe('which command hears the longer words', () => {
  test.each([
    ['十月份的还有谁压着没交', '欠报'],
    ['十月的表哪几家没见着', '欠报'],
    ['哪些县上个月一点动静都没有', '欠报'],
    ['谁一点动静都没有', '欠报'],
    ['家里一点动静都没有', undefined],
    ['145这个数对不对', '凭据'],
    ['这145有依据没有', '凭据'],
    ['吃大蒜防癌对不对', '求证'],
    ['漏没漏', '漏网'],
    ['群里有没有漏记的讲座', '漏网'],
    ['手里头还积压着几件', '待办'],
    ['十月结账到现在变了什么', '差异'],
    ['结账之后有人改过十月的数没有', '差异'],
    ['十月多的是哪一笔，怎么多出来的', '差异'],
    ['十月份那多出来的一场是谁报的', '差异'],
    ['十月的数怎么变了', '差异'],
    ['十月怎么多了32人', '差异'],
    ['十月的讲座怎么从9场变成10场了', '差异'],
    ['十月现在的数跟结账时差在哪', '差异'],
    ['十月和结的那份为什么对不上', '差异'],
    ['十月少了的是哪几条', '差异'],
    ['多出来的是哪场，什么原因', '差异'],
    ['解释一下十月为什么多了一场', '差异'],
    ['十月比九月多了几场', '查数'],
    ['怎么比上个月少了', undefined],
    ['十月多少场', '查数'],
    ['十月哪些单位没报', '欠报'],
    ['十月跟结账的时候比变了没有', '差异'],
    ['为啥多了88', '差异'],
    ['还差谁没报十月的', '欠报'],
    ['人怎么多了', undefined],
    ['十月怎么报', undefined],
    ['其中70那个数是谁给的', '哪一条'],
    ['讲座任务全市还剩多大一截', '任务'],
    ['城西北岭医卫这三家都提醒到', '提醒'],
    ['北岭还没动静，你去问一声十月的', '提醒'],
    ['我这边还有没有要处理的', '待办'],
    ['有没有漏报的单位', '欠报'],
    ['哪几家漏报', '欠报'],
    ['城东讲座任务还有多大缺口', '任务'],
    ['谁报的', '谁讲的'],
    ['原话发我', '凭据'],
  ])('%s → %s', (text, expected) => expect(firstFor(text)).toBe(expected))
})
