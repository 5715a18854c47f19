import { describe, expect, test } from 'vitest'
import { commands } from '../../commands/index.js'
import { behind } from '../../commands/behind.js'
import { merging } from '../../commands/joint.js'
import { mine } from '../../commands/mine.js'
import { total } from '../../commands/total.js'
import { withoutAsides } from '../../src/converse/asides.js'
import { commandWords } from '../../src/converse/call.js'
import { houseOf } from '../../src/house.js'
import { readAsked } from '../../src/ledger/query.js'
import { sampleOrg } from '../converse/play.js'
import { saidIn } from './said.js'

const house = houseOf(sampleOrg())
const today = '2026-11-21'

const said = saidIn(house)
const firstFor = (text: string): string | undefined =>
  commands.find((c) => c.parse(said(text)) !== null)?.name

/** Said on Saturday, 2026-11-21: unit, kinds and period, or null where something in it is not understood. */
function read(text: string): string | null {
  const a = readAsked(text, house, today)
  if (a.rest !== '') return null
  const unit = a.units[0]?.replace('老科协', '') ?? (a.whole ? '全' : a.level ? `${a.level}？` : '-')
  return [unit, a.kinds.join('+') || '-', a.period ? `${a.period.start}~${a.period.end}` : '-'].join(' ')
}

describe('a total is asked for in many words', () => {
  test.each([
    ['请问城东区这个月一共办了多少场讲座、多少人次', '城东区 lecture 2026-11-01~2026-11-30'],
    ['再请您看看南山县十月的咨询', '南山县 consultation 2026-10-01~2026-10-31'],
    ['那整个南山县本月的咨询是多少', '南山县 consultation 2026-11-01~2026-11-30'],
    ['城西这个月有几场讲座，听众多少', '城西区 lecture 2026-11-01~2026-11-30'],
    ['今年全市讲座累计多少场、多少人次', '全 lecture 2026-01-01~2026-12-31'],
    ['好，再报一次全市本月义诊', '全 clinic 2026-11-01~2026-11-30'],
    ['全市九月份培训人数先给我一个', '全 training 2026-09-01~2026-09-30'],
    ['医卫九月办成了几场义诊', '医卫分会 clinic 2026-09-01~2026-09-30'],
    ['上周全市的讲座再看一遍', '全 lecture 2026-11-09~2026-11-15'],
    ['帮我查一查城东十月的讲座，场数和人数', '城东区 lecture 2026-10-01~2026-10-31'],
    ['城东这个月讲座的人次核一下', '城东区 lecture 2026-11-01~2026-11-30'],
    ['上半年合起来，全市讲座多少', '全 lecture 2026-01-01~2026-06-30'],
    ['今年开年以来全市讲座几场', '全 lecture 2026-01-01~2026-11-21'],
    ['从月初到现在城东义诊多少', '城东区 clinic 2026-11-01~2026-11-21'],
    ['那这个星期呢，全市讲座', '全 lecture 2026-11-16~2026-11-22'],
    ['城东上礼拜讲座几场，几个人', '城东区 lecture 2026-11-09~2026-11-15'],
    ['全市九月发了多少份资料', '全 - 2026-09-01~2026-09-30'],
    ['今年到现在有多少人听过我们的讲座', '- lecture 2026-01-01~2026-11-21'],
    ['上半年参加过培训的有几个人', '- training 2026-01-01~2026-06-30'],
    ['义诊给多少人看过病', '- clinic -'],
    ['十月讲座里头城东占几场', '城东区 lecture 2026-10-01~2026-10-31'],
    ['城东打年头到这会儿讲了几堂，听了多少人', '城东区 lecture 2026-01-01~2026-11-21'],
    ['咱们城西从年初到眼下讲了几回，坐了多少人', '城西区 lecture 2026-01-01~2026-11-21'],
    ['全市开年到目前为止培训了几回，教了多少人', '全 training 2026-01-01~2026-11-21'],
    ['北岭下半年到这阵子搞了几回义诊，来了多少号人', '北岭县 clinic 2026-07-01~2026-11-21'],
    ['打八月到现在南山讲了多少堂课，到了多少人', '南山县 lecture 2026-08-01~2026-11-21'],
    ['今年到这时候城东上了几堂课', '城东区 lecture 2026-01-01~2026-11-21'],
    ['从七月到这会儿城东开了几次会', '城东区 meeting 2026-07-01~2026-11-21'],
    ['打开春到现在城东讲了几回', null],
    ['食堂今年讲了几回', null],
    ['城东坐车来了多少人', null],
    ['讲座城东占百分之几', null],
    ['城东参加培训', null],
    // a level of its own: whose, is for the asker to know
    ['全旗讲座今年', '旗？ lecture 2026-01-01~2026-12-31'],
    ['县里讲座今年', '县？ lecture 2026-01-01~2026-12-31'],
    ['市里讲座今年', '全 lecture 2026-01-01~2026-12-31'],
    ['城东五六两个月讲座', '城东区 lecture 2026-05-01~2026-06-30'],
    ['城东四五月讲座多少场多少人', '城东区 lecture 2026-04-01~2026-05-31'],
    ['从3月10号算起城东讲座', '城东区 lecture 2026-03-10~2026-11-21'],
    ['全市的义诊，下面各县都算进去', '全 clinic -'],
    ['南山县义诊，连各乡镇一起算', '南山县 clinic -'],
    ['南山县义诊，不包括下面的镇', null],
    ['咱们区十月义诊记了几场', '- clinic 2026-10-01~2026-10-31'],
    ['今年服务了多少老人', '- - 2026-01-01~2026-12-31'],
    ['上半年送出去多少份资料', '- - 2026-01-01~2026-06-30'],
    ['近两天义诊几场', '- clinic 2026-11-20~2026-11-21'],
    ['这几天全市几场', '全 - 2026-11-19~2026-11-21'],
    ['从五一到现在义诊几场', '- clinic 2026-05-01~2026-11-21'],
    ['十一以来城西几场', '城西区 - 2026-10-01~2026-11-21'],
    ['五一过后义诊几场', '- clinic 2026-05-06~2026-11-21'],
    ['中秋之后培训几场', '- training 2026-09-28~2026-11-21'],
    ['全市义诊到六月底为止', '全 clinic 2026-01-01~2026-06-30'],
    ['城东到10月15号为止讲座几场', '城东区 lecture 2026-01-01~2026-10-15'],
    ['三月到六月底全市讲座', '全 lecture 2026-03-01~2026-06-30'],
    // 一共 of one's own is not the whole
    ['咱们区上个月一共办了几场', '- - 2026-10-01~2026-10-31'],
    ['我们县今年总共多少人次', '- - 2026-01-01~2026-12-31'],
    ['我们八月份讲座总共几场', '- lecture 2026-08-01~2026-08-31'],
    ['我这边十月合计多少', '- - 2026-10-01~2026-10-31'],
    ['本会上半年统共几场义诊', '- clinic 2026-01-01~2026-06-30'],
    ['全市十月我们一共几场', '全 - 2026-10-01~2026-10-31'],
    ['我们这里城东一共几场', '城东区 - -'],
    ['十月总共多少场', '全 - 2026-10-01~2026-10-31'],
    ['一共多少了', '全 - -'],
    ['麻烦您把城东的讲座列一列', null],
    ['城东女同志讲座多少', null],
    ['城东线上讲座多少', null],
  ])('%s → %s', (text, expected) => expect(read(commandWords(text).words)).toBe(expected))
})

/** What is held against what, as `read` shows it; null where nothing is, or something is not understood. */
function against(text: string): string | null {
  const a = readAsked(text, house, today)
  if (a.rest !== '' || !a.before || !a.period) return null
  return `${a.period.start}~${a.period.end} > ${a.before.start}~${a.before.end}`
}

describe('one time held against another; the present one is meant where it is not said', () => {
  const [month, last] = ['2026-11-01~2026-11-30', '2026-10-01~2026-10-31']
  const [year, before] = ['2026-01-01~2026-12-31', '2025-01-01~2025-12-31']
  test.each([
    ['城西比上个月少几场', `${month} > ${last}`],
    ['南山县义诊较上月增加了多少', `${month} > ${last}`],
    ['全市培训跟上个月相比怎么样', `${month} > ${last}`],
    ['义诊比九月份多了没有', `${month} > 2026-09-01~2026-09-30`],
    ['培训比前年多了多少', `${year} > 2024-01-01~2024-12-31`],
    ['城东的义诊与去年比较，增加了吗', `${year} > ${before}`],
    ['和去年比，医卫多了还是少了', `${year} > ${before}`],
    ['全市义诊比去年十月多几场', `${last} > 2025-10-01~2025-10-31`],
    ['比上一周多几场', '2026-11-16~2026-11-22 > 2026-11-09~2026-11-15'],
    ['咨询比上个季度如何', '2026-10-01~2026-12-31 > 2026-07-01~2026-09-30'],
    ['比昨天多几场', '2026-11-21~2026-11-21 > 2026-11-20~2026-11-20'],
    ['今年义诊同去年比是多还是少', `${year} > ${before}`],
    ['这个月培训和上个月比多了还是少了', `${month} > ${last}`],
    ['九月和八月比，义诊多几场', '2026-09-01~2026-09-30 > 2026-08-01~2026-08-31'],
    ['上个月比前个月多几场', `${last} > 2026-09-01~2026-09-30`],
    ['城东比城西多几场', null],
    ['比这个月多几场', null],
    ['比赛上个月几场', null],
    ['八月和九月比一比，哪个月义诊多', null],
    ['上个月比赛办了几场', null],
  ])('%s → %s', (text, expected) => expect(against(commandWords(text).words)).toBe(expected))
})

describe('what is only said beside a question is left out, what narrows it is not', () => {
  test.each([
    ['城东十一月讲座，快', '城东十一月讲座'],
    ['写总结用，去年全市讲座多少场', '去年全市讲座多少场'],
    ['李老师改了数，城东上半年讲座现在是多少', '城东上半年讲座现在是多少'],
    ['改过之后，城东十月讲座是多少', '城东十月讲座是多少'],
    ['领导催得紧，全市义诊本月多少，谢谢', '全市义诊本月多少'],
    ['早啊，昨晚没睡好，帮我看看十月份全市讲座一共几场', '帮我看看十月份全市讲座一共几场'],
    ['全市讲座多少，线上的不算', null],
    ['上半年的，全市讲座多少', null],
    ['西边那几个乡，讲座多少', null],
    ['全市讲座多少，城东除外', null],
    ['全市讲座多少', null],
    ['九月的呢？急', '九月的呢？'],
    ['全市讲座多少？线上的不算', null],
    ['这个月没活动？急', '这个月没活动？'],
  ])('%s → %s', (text, expected) => expect(withoutAsides(text, house, today)).toBe(expected))
})

describe('which command hears it', () => {
  test.each([
    ['全市今年讲座做了多少，离任务还差多少', '任务'],
    ['我们的讲座任务还剩几场没完成', '任务'],
    ['城东培训任务完成怎样', '任务'],
    ['把依据给我看看，城东九月讲座', '凭据'],
    ['城东十月讲座的凭据给我看看', '凭据'],
    ['城东这边讲座搞了多少了', '查数'],
    ['山口镇上个月有没有活动', '查数'],
    ['今年到现在发了多少资料', '查数'],
    ['建议报了几条，采纳了几条', '查数'],
    ['城东上周干了些啥', '明细'],
    ['城东十月份一条一条列给我', '明细'],
    ['把城东十月讲座发我看看', '明细'],
    ['把城东十月的义诊调出来给我', '明细'],
    ['麻烦把城西九月讲座发我一份', '明细'],
    ['今年讲座分区县列一下', '查数'],
    ['义诊一个县一个县地列出来', '查数'],
    ['其他分会呢', '查数'],
    ['哪几个县办的', '查数'],
    ['每家分别多少', '查数'],
    ['哪个区今年义诊最多', '查数'],
    ['城西十月的义诊都发我看看，凭据也要', '凭据'],
    ['把这几场的原话调出来', '凭据'],
    ['南山九月培训列一下，带上依据', '凭据'],
    ['一条一条念给我听', '明细'],
    ['都是哪天讲的', '明细'],
    ['什么时候讲课', undefined],
    ['哪个月义诊最多', undefined],
    ['哪几家还没动静', '欠报'],
    ['帮我看看我们报了没有', '欠报'],
    ['给没报的都提醒一下', '提醒'],
    ['各分会按时率', '欠报'],
    ['待办有哪些', '待办'],
    ['今天有什么待办', '待办'],
    ['把128号给我看看', '看一条'],
    ['128是怎么回事', '看一条'],
    ['101号原话是啥', '看一条'],
    ['城东十月讲座的来源', '凭据'],
    ['差异有哪些', '差异'],
    ['十月结账后又补了多少', '差异'],
    ['结账那会儿跟现在比差了多少', '差异'],
    ['十月后来补报了几笔', '差异'],
    ['十月补报了多少条', '差异'],
    ['我不会用', '帮助'],
    ['不会用咋办', '帮助'],
    ['你们都存了我些什么', '我的数据'],
    ['您们都记了我什么，我的数据', '我的数据'],
  ])('%s → %s', (text, expected) => expect(firstFor(text)).toBe(expected))
})

describe('what one did oneself is no total', () => {
  const year = '2026-01-01~2026-12-31'
  test.each([
    ['我今年总共办了几期培训啦', `${year} training`],
    ['我到现在一共上了几堂课了', '- lecture'],
    ['我总共做了几次义诊', '- clinic'],
    ['我上半年讲课讲了多少场', '2026-01-01~2026-06-30 lecture'],
    ['十月份我搞了几回咨询', '2026-10-01~2026-10-31 consultation'],
    ['本人今年讲座多少场', `${year} lecture`],
    ['我今年讲了多少', `${year} -`],
    ['我自己一共报了几条', '- -'],
    ['这个月我科普讲座搞了几场', '2026-11-01~2026-11-30 lecture'],
    ['我讲座多少', '- lecture'],
    ['我们总共做了几次义诊', null],
    ['我们区十月讲了几场', null],
    ['给我报一下十月讲座几场', null],
    ['我想看十月讲座几场', null],
    ['十月讲座几场告诉我', null],
    ['我这边十月讲座几场', null],
    ['我城东十月讲了几场', null],
    ['我明天讲几场', null],
    ['我讲了3场120人', null],
    ['我今天讲了一堂课', null],
  ])('%s → %s', (text, expected) => {
    const args = mine.parse(said(text))
    const span = args?.period ? `${args.period.start}~${args.period.end}` : '-'
    expect(args && `${span} ${args.kinds?.join('+') ?? '-'}`).toBe(expected)
  })
})

describe('what waits, asked in other words', () => {
  test.each([
    ['我这儿还有哪些没处理完的', '待办'],
    ['手上还有啥没办的', '待办'],
    ['我名下还压着哪几件事', '待办'],
    ['还有几件要我定的', '待办'],
    ['我手头还欠什么没弄好', '待办'],
    ['我这里还有什么没报的', undefined],
    ['我这里没有什么了', undefined],
    ['你们还有什么要说的', undefined],
  ])('%s → %s', (text, expected) => expect(firstFor(text)).toBe(expected))
})

describe('questions in dialect', () => {
  test.each([
    ['城东讲座任务还差好多', '任务'],
    ['我们离任务还差好多场', '任务'],
    ['城东十月讲座好多场', '查数'],
    ['城东十月讲座搞了好多场？', '查数'],
    ['城东上个月来了好多人', undefined],
    ['101号咋个回事', '看一条'],
    ['有啥子要我办的', '待办'],
  ])('%s → %s', (text, expected) => expect(firstFor(text)).toBe(expected))
})

describe('two records are one event, with a headcount said beside them', () => {
  test.each([
    ['归并101 102，人数按85', '101+102 85'],
    ['101和102归并，听众以85为准', '101+102 85'],
    ['归并101、102，就用85那个', '101+102 85'],
    ['把101号和102号合并，人次取85', '101+102 85'],
    ['归并101 102，按大的算', '101+102 -'],
    ['归并101 102 人数85', '101+102 85'],
    ['归并101 102 103', '101+102+103 -'],
    ['归并101 102，按小的算', null],
    ['归并101 102，85人是签到的', null],
  ])('%s → %s', (text, expected) => {
    const args = merging.parse(said(text))
    expect(args && `${args.nos.join('+')} ${args.attendance ?? '-'}`).toBe(expected)
  })
})

describe('who, where and what of the records behind a figure', () => {
  test.each([
    ['主讲都是谁', 'speakers'],
    ['是哪些人讲的', 'speakers'],
    ['哪位老师上的课', 'speakers'],
    ['请的谁讲的', 'speakers'],
    ['讲师名单', 'speakers'],
    ['都在哪儿', 'places'],
    ['去了哪些地方', 'places'],
    ['在什么地方办的', 'places'],
    ['地点呢', 'places'],
    ['场地都在哪', 'places'],
    ['讲的是什么题目', 'topics'],
    ['内容都有哪些', 'topics'],
    ['谁报上来的', 'tellers'],
    ['谁讲的，在哪讲的', 'speakers+places'],
    ['城东十月义诊在哪办的', 'places'],
    ['今年谁讲得最多', null],
    ['谁讲的场数最多', null],
    ['谁没报', null],
    ['谁能讲中风', null],
    ['明天谁讲课', null],
    ['下周三在哪讲', null],
    ['你在哪', null],
    ['我的课讲完了', null],
    ['哪个区办的', null],
    ['讲座在哪里报名', null],
    ['今天在三小讲防火，听众40人', null],
    ['这个月哪几家没报', null],
    ['哪来的', null],
  ])('%s → %s', (text, expected) => expect(behind.parse(said(text))?.facets.join('+') ?? null).toBe(expected))
})

describe('the question before with another time, or by branch', () => {
  test.each([
    ['前两个月呢', 'before 2'],
    ['那再往前三个月呢', 'before 3'],
    ['后面两个月的呢', 'after 2'],
    ['两个月加在一起', 'together 2'],
    ['这三个月一共多少场', 'together 3'],
    ['一共两个月多少人', 'together 2'],
    ['都加起来呢', 'together -'],
    ['再加上十月呢', 'plus -'],
    ['把上个月的也算上', 'plus -'],
    ['把老李也算上', null],
    ['分开说说', 'apart'],
    ['各有多少', 'apart'],
    ['培训也分开看一看', 'apart'],
    ['一家一家地报', 'apart'],
    ['近三个月讲座', '-'],
    ['今年前两个月讲座', '-'],
    ['城东前三个月讲座', '-'],
    ['十一月一共多少', '-'],
    ['讲座和义诊分别多少', '-'],
    ['城东和城西各多少', '-'],
    ['九月和十月分开看看', '-'],
    ['101和102分开', null],
    ['两个月没见了', null],
    ['前两个月我住院了', null],
    ['我们分开走', null],
  ])('%s → %s', (text, expected) => {
    const args = total.parse(said(text))
    const off = args?.relative
    const months = off && 'months' in off ? off.months : null
    const told = off ? `${off.is} ${months ?? '-'}` : args?.parted ? 'apart' : '-'
    expect(args && told).toBe(expected)
  })
})
