import { describe, expect, test } from 'vitest'
import { story } from './story.js'

/** Three told in one breath, another of somebody else, and what is heard of a sentence said then. */
const told = `
  何敏：报一下这个月的：5号在北岭中学讲火山，72人；11号村部培训养蜂，46人；17号赶集义诊，90人
  /快进 2小时
  李建国：昨天在南山二中讲光学，听众120人
`
async function heard(said: string, before = told): Promise<string> {
  const { heard: lines } = await story(`${before}\n${said}\n⟂`)
  return lines.at(-1)!.slice(1).join('\n')
}

describe('which record is meant by its day, kind, place, topic or order', () => {
  test.each([
    ['何敏：11号那个不是46，是64，写颠倒了', '102号已改：46 → 64'],
    ['何敏：十一号的不对，是64人', '102号已改：46 → 64'],
    ['何敏：11日养蜂班实际来了52人', '102号已改：46 → 52'],
    ['何敏：人数不是72，是75人', '101号已改：72 → 75'],
    ['何敏：11号改成52', '102号已改：46 → 52'],
    ['何敏：17号义诊90改93', '103号已改：90 → 93'],
    ['何敏：5号那场多报了2个', '101号已改：72 → 70'],
    ['何敏：养蜂那期写错了，六十四', '102号已改：46 → 64'],
    ['何敏：讲火山那次我记错了，是75个学生', '101号已改：72 → 75'],
    ['何敏：中学那场72人不对，75', '101号已改：72 → 75'],
    ['何敏：义诊不是90，是95', '103号已改：90 → 95'],
    ['何敏：培训那个少写了几个，一共52', '102号已改：46 → 52'],
    ['何敏：村部那期不是46，应为64', '102号已改：46 → 64'],
    ['何敏：头一场改成75', '101号已改：72 → 75'],
    ['何敏：第二条是64人', '102号已改：46 → 64'],
    ['何敏：中间那个写错了，64', '102号已改：46 → 64'],
    ['何敏：最后那场应该是95', '103号已改：90 → 95'],
    ['何敏：72人那场改成75', '101号已改：72 → 75'],
    ['何敏：11号那场是12号', '102号已改：11月11日 → 11月12日'],
    ['何敏：赶集那场是前天的', '103号已改：11月17日 → 11月19日'],
    ['何敏：火山那场的题目不是火山，是地震', '101号已改：火山 → 地震'],
    ['何敏：问着了，养蜂那课签到本上是四十九个', '102号已改：46 → 49'],
    ['何敏：养蜂那个数有了，四十九', '102号已改：46 → 49'],
    ['何敏：11号那个作废', '102号已作废'],
    ['孙国平 → 小科：光学那场是126人，不是120', '104号已改：120 → 126'],
    ['周敏 → 小科：李建国那场改成126人', '104号已改：120 → 126'],
  ])('%s', async (said, part) => {
    const line = await heard(said)
    expect(line).toContain(part)
    expect(line).not.toContain('105')
  })

  test.each([
    ['何敏：13号那个不是46，是64', '我没找到您要改的那一条'],
    ['何敏 → 小科：讲座那场和培训都不是', ''],
  ])('one that is not there is not another one: %s', async (said, part) => {
    const line = await heard(said)
    expect(line).toContain(part)
    expect(line).not.toContain('已改')
  })

  test.each(['把102改成52人', '把102改52', '将102改为52人', '帮我把102改成52', '麻烦把102人数改成52'])(
    'a number without 号 behind 把 is the record: %s',
    async (said) => expect(await heard(`何敏：${said}`)).toContain('102号已改：46 → 52'),
  )
  test('unless it may be a figure too', async () => {
    const line = await heard('何敏：把102改成120', `${told}\n何敏：今天在北岭中学讲地震，102人`)
    expect(line).toContain('102是号数还是原来的人数')
    expect(line).not.toContain('已改')
  })

  test.each([
    ['何敏：养蜂那条删了吧，那不算', '102号已作废'],
    ['何敏：义诊那条去掉，那个不算', '103号已作废'],
    ['何敏：72人那条删掉', '101号已作废'],
    ['何敏：赶集那条撤了吧，重复了', '103号已作废'],
    ['何敏：讲火山那条不要了', '101号已作废'],
    ['何敏：养蜂那项去掉', '102号已作废'],
    ['何敏：养蜂培训那条重复了，删掉', '102号已作废'],
    ['何敏：11号培训那个不算，是别人办的', '102号已作废'],
  ])('what goes is the one that is named: %s', async (said, part) => {
    const line = await heard(said)
    expect(line).toContain(part)
    expect(line.match(/已作废/g)).toHaveLength(1)
  })

  test.each([
    ['何敏：早上那条删掉', '您要作废的是哪一条'],
    ['何敏：64人那条删了', '您要作废的是哪一条'],
    ['何敏：放电影那条作废吧，那不算', '您要作废的是哪一条'],
  ])('which one goes is asked where the words fit none: %s', async (said, part) => {
    const line = await heard(said)
    expect(line).toContain(part)
    expect(line).not.toContain('已作废')
  })

  test.each([
    '何敏：早上那条鱼不要了',
    '何敏：那条消息我删了',
    '何敏：公园那条路取消了公交',
    '何敏：下周那场取消了',
    '何敏：他发的那条视频删了吧',
    '何敏：养蜂那场取消了',
    '何敏：抖音上那条删了吧',
    '何敏：群公告那条删了吧',
    '何敏：将房间101改成205',
    '何敏：把血压计90改成95',
    '何敏：把101改成会议室',
    '何敏：把101改成102',
  ])('what is none of ours is left alone: %s', async (said) => {
    expect(await heard(said)).toBe('')
  })

  const month = '何敏：十月北岭一共搞了讲座6场、420人，培训2期、85人，义诊1次、60人'
  test.each([
    ['何敏：义诊是2次', '103号已改：1 → 2场'],
    ['何敏：培训是3期', '102号已改：2 → 3场'],
    ['何敏：讲座是5场。', '101号已改：6 → 5场'],
  ])('how often, of what was summed up: %s', async (said, part) => {
    expect(await heard(said, month)).toContain(part)
  })
  test.each(['李建国：义诊是2次', '何敏：演出是2场', '何敏：义诊是2次吗', '何敏：下月义诊是2次'])(
    'and none of it: %s',
    async (said) => expect(await heard(said, month)).not.toContain('已改'),
  )

  test('several of a day are asked about in private', async () => {
    const two = `
      何敏：昨天上午在北岭中学讲火山，听众70人；昨天下午在北岭二小讲防火，听众55人
      /快进 1小时`
    expect(await heard('何敏：昨天那场改成77', two)).toContain('小科〔私→何敏〕：您说的是101、102里的哪一条')
    expect(await heard('何敏：昨天那场55改60', two)).toContain('102号已改：55 → 60')
    expect(await heard('何敏：下午那场写少了，60', two)).toContain('102号已改：55 → 60')
    expect(await heard('何敏：前一场是77人', two)).toContain('101号已改：70 → 77')
    expect(await heard('何敏：二小人数写错，60', two)).toContain('102号已改：55 → 60')
  })

  test('each clause names its own', async () => {
    expect(await heard('何敏：5号那场是75，11号那场是49')).toMatch(
      /101号已改：72 → 75人次[^]*102号已改：46 → 49人次/,
    )
    expect(await heard('何敏：头一个改成75，养蜂那个改成49，写错了')).toMatch(/101号已改[^]*102号已改/)
  })

  test('what is announced and moved is nothing on the book', async () => {
    const announced = `
      何敏：昨天在北岭中学讲火山，听众70人
      何敏 → 小科：下周五下午去北岭二小讲防火`
    expect(await heard('何敏 → 小科：二小那场改到下周六', announced)).toContain('改好了：11月28日')
    expect(await heard('何敏 → 小科：昨天那场改到前天', announced)).toContain('11月20日 → 11月19日')
  })

  test.each([
    '何敏：11号下雨，46个人没来',
    '何敏：5号那家饭店是72块不是46',
    '何敏：11号那天冷，6度',
    '何敏：昨天那顿饭不是46，是64',
    '何敏：第二个苹果是60克',
    '何敏：11号不是16度，是6度',
    '何敏：火山那场有60人没座位',
    '何敏：头一场雪是11月6号',
    '何敏：最后一个是60岁的',
    '何敏：前面那个老人实际70了',
    '何敏：11号和17号那两场都是64人',
    '何敏：养蜂的蜂箱改成60个一排',
    '何敏：水库那次的鱼有五十六斤',
    '张大爷：上午那场球不是3比1，是2比1',
    '张大爷：养蜂那期写错了，64',
  ])('not about it: %s', async (said) => expect(await heard(said)).toBe(''))
})

describe('the figure found out later, of what was told', () => {
  const before = `
    李建国：前天在水库给乡亲们讲了防汛避险，没数人
    /快进 3小时`
  test.each([
    '李建国：查着了，防汛那课名册上是五十八个',
    '李建国：问了村长，水库那场有五十八人',
    '李建国：防汛的人数是58',
    '李建国：防汛那课我补个数，58人',
    '李建国：前天那场来了五十八个',
  ])('%s', async (said) => expect(await heard(said, before)).toContain('101号已改：未报 → 58人次'))
  test.each(['李建国：防汛那课讲得嗓子疼，喝了五十八杯水', '李建国：水库水位五十八米'])(
    'no figure: %s',
    async (said) => expect(await heard(said, before)).toBe(''),
  )
})
