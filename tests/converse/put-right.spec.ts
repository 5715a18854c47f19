import { describe, expect, test } from 'vitest'
import { story } from './story.js'

/** What is heard of a sentence said behind a story, in one line. */
async function heard(before: string, said: string): Promise<string> {
  const { heard: lines } = await story(`${before}\n${said}\n⟂`)
  return lines.at(-1)!.slice(1).join('\n')
}

const told = `
  王秀兰：今天我在红霞养老院讲了肩颈保健，坐了四十来个老人
  /快进 20分钟
`

describe('one says that one miscounted, and where the right figure stands', () => {
  test.each([
    '哎哟我数漏了，点名簿上是四十六个',
    '我数岔了，签到表上是46个',
    '我点错了，名册上写的是46',
    '数重了，签到单上一共46个',
    '我记岔了，院长说来了四十六个',
    '说错了，实际签到四十六人',
    '哎，数错了，登记本上写着四十六位',
    '我写岔了，照花名册是46人',
  ])('%s', async (said) => {
    expect(await heard(told, `王秀兰：${said}`)).toContain('101号已改：40来 → 46人次')
  })

  test.each([
    '我数岔了，今天菜场的蛋是46个',
    '我看错了，药盒上是46片',
    '我记错了，车上是46座',
    '数错了，楼梯一共46级',
    '我数岔了，群里一共460个人',
    '签到本上是四十六个字',
  ])('nothing of ours: %s', async (said) => {
    expect(await heard(told, `王秀兰：${said}`)).toBe('')
  })

  test('somebody else’s miscount is not theirs', async () => {
    expect(await heard(told, '张大爷：我数岔了，签到表上是46个')).toBe('')
  })
})

describe('the place, the lecturer or the theme was told wrong: the old one has to be on record', () => {
  test.each([
    ['地方也写错了，不是红霞养老院，是红旗养老院', '红霞养老院 → 红旗养老院'],
    ['地点记错了，是红旗养老院，不是红霞养老院', '红霞养老院 → 红旗养老院'],
    ['地方不对，不是红霞，是红旗养老院', '红霞养老院 → 红旗养老院'],
    ['题目也记错了，不是肩颈保健，是腰腿保健', '肩颈保健 → 腰腿保健'],
  ])('%s', async (said, part) => {
    expect(await heard(told, `王秀兰：${said}`)).toContain(`101号已改：${part}`)
  })
  test.each([
    '地方记错了，不是二中，是三中',
    '地方写错了，不是东门菜场，是西门菜场',
    '地点也错了，不是六楼，是七楼',
  ])('another place is meant: %s', async (said) => {
    expect(await heard(told, `王秀兰：${said}`)).toBe('')
  })
})

describe('the place is named as what it is', () => {
  const before = '王秀兰：上午在红霞小学讲交通安全，学生130人\n/快进 3分钟'
  test.each([
    ['学校名也错了，是红霞三小', '红霞三小'],
    ['校名写错了，是红霞三小', '红霞三小'],
    ['学校名字记错了，应该是东湖三小', '东湖三小'],
    ['学校也错了，是东湖三小', '东湖三小'],
    ['学校名称不对，是东湖三小', '东湖三小'],
    ['101号学校名错了，是东湖三小', '东湖三小'],
  ])('%s', async (said, place) => {
    expect(await heard(before, `王秀兰：${said}`)).toContain(`101号已改：红霞小学 → ${place}`)
  })
  test.each([
    '学校名也改了，是去年的事',
    '校名好听',
    '学校名起错了吧',
    '孩子的学校名我总记错',
    '我们学校名气大，是重点',
  ])('nothing of the report: %s', async (said) => {
    expect(await heard(before, `王秀兰：${said}`)).toBe('')
  })
})

describe('the value of medicine', () => {
  const before = '赵老师：今天上午医卫分会一行5人到红霞养老院义诊，看了60多位老人，送药700多元\n/快进 10分钟'
  test.each([
    '药费对过单子了，是760元，人数没错',
    '药费核过了，760元',
    '药费算出来了，是760元',
    '药钱报低了，是760块，别的不用改',
    '送的药对过账了，一共760元，人数不变',
    '药费错了，是760元',
    '101号药费是760元',
  ])('%s', async (said) => {
    expect(await heard(before, `赵老师：${said}`)).toMatch(/101号已改：.*700多.*760/)
  })
  test.each([
    '我这个月药费是760元',
    '药费是7600元',
    '饭钱对过单子了，是760元',
    '车费760元',
    '人数没错',
    '药费报销了，760元',
    '药钱2000块',
    '药费是2000元',
    '这个药一盒760元',
  ])('no figure of the report: %s', async (said) => {
    expect(await heard(before, `赵老师：${said}`)).not.toContain('已改')
  })
})

test('long after the clinic, the cost of medicine is one’s own', async () => {
  const before = '赵老师：今天上午医卫分会一行5人到红霞养老院义诊，看了60多位老人，送药700多元\n/快进 40分钟'
  expect(await heard(before, '赵老师：药费一共1200元')).toBe('')
  expect(await heard(before, '赵老师：药费对过单子了，是760元')).toContain('101号已改')
})

describe('what stood as 未报 is told with its number', () => {
  const before = `王秀兰：上周五上午在红霞小学讲了一堂防溺水
  王秀兰：今天上午又到东湖中学讲急救
  王秀兰：96
  /快进 3小时`
  test.each([
    '101号那回是58个娃',
    '101那回58个学生',
    '101号那堂课是五十八个孩子',
    '101号那节是58个人',
    '101号那场来了58位家长',
    '101号，58个娃娃',
  ])('%s', async (said) => {
    expect(await heard(before, `王秀兰：${said}`)).toMatch(/101号.*58/)
  })
  test.each(['101号楼有58个娃', '那回58个娃真闹腾', '58个娃', '101路车挤了58个娃', '101号那回真热闹'])(
    'says nothing of it: %s',
    async (said) => {
      expect(await heard(before, `王秀兰：${said}`)).not.toMatch(/58人次/)
    },
  )
})

describe('of other plans', () => {
  const lecture = '王秀兰：11月18日城东区在二中讲航天，听众60人\n/快进 5分钟'
  test.each(['那就改成周三吧', '那就改成40人吧', '那就改成座谈会吧', '那改成宣传吧'])('%s', async (said) => {
    expect(await heard(lecture, `王秀兰：${said}`)).toBe('')
  })
  test('said to it', async () => {
    expect(await heard(lecture, '王秀兰：小科 那就改成40人吧')).toContain('60 → 40人次')
  })
})

describe('it was held for another branch', () => {
  test.each([
    '报错会了，101号那场是帮城西讲的，该算城西的',
    '101号是替城西讲的，该算城西的',
    '101号那场是给城西区讲的，记到城西头上',
    '分会记错了，101号该归城西',
    '101号不该记我们的，是城西请我去的，算他们城西',
    '我弄错了，101那场是给城西讲的，应该算城西',
    '记错分会了，101号是替城西讲的',
    '刚才那场是替城西讲的，该算城西的',
  ])('%s', async (said) => {
    expect(await heard(told, `王秀兰：${said}`)).toContain('101号已改：城东区 → 城西区')
  })
  test.each([
    '101号那场是替城西讲的，该算北岭的',
    '那场球是替城西打的，该算城西的',
    '记错会了，我是替老李开的会',
    '101号是替城西讲的吗，该算城西的吧？',
    '101号是替老张讲的',
  ])('not moved: %s', async (said) => {
    expect(await heard(told, `王秀兰：${said}`)).not.toContain('已改')
  })
})

describe('the number of a record without 号, in private', () => {
  const open = `
    王秀兰：今天城东区在红霞广场义诊
    /快进 2小时
  `
  test.each(['101是57人', '101是五十七个', '101，57人', '101：57人'])('%s', async (said) => {
    expect(await heard(open, `王秀兰 → 小科：${said}`)).toContain('101号')
    expect(await heard(open, `王秀兰 → 小科：${said}`)).toMatch(/57人次|五十七/)
  })
  test('a figure that is on record is not a number', async () => {
    const both = `${open}\n王秀兰：昨天城东区在二中讲极光，听众101人\n/快进 1小时`
    const line = await heard(both, '王秀兰 → 小科：101是57人')
    expect(line).toContain('101是号数还是')
    expect(line).not.toContain('已改')
    const plain = `王秀兰：昨天城东区在二中讲极光，听众150人\n/快进 1小时`
    expect(await heard(plain, '王秀兰 → 小科：150是157人')).toContain('101号已改：150 → 157人次')
  })
  test('in the room nobody is meant', async () => {
    expect(await heard(open, '王秀兰：101是57人')).toBe('')
  })
})

describe('a line of the last chain, by its place or its branch', () => {
  const chain = `
    周敏：#接龙 十月活动／1. 城东 10月8日 讲座 56人／2. 北岭 10月15日 讲座 七十二人／3. 城西 10月17日 义诊 64人
    /快进 20分钟
  `
  test.each([
    ['何敏：第2条我们北岭写少了，是82人', '102号已改：72 → 82人次'],
    ['何敏：第二条写少了，是82人', '102号已改：72 → 82人次'],
    ['何敏：第2行北岭的不对，应该是82人', '102号已改：72 → 82人次'],
    ['何敏：我们北岭那条写少了，是82人', '102号已改：72 → 82人次'],
    ['何敏：接龙里北岭那行写错了，是82人', '102号已改：72 → 82人次'],
    ['何敏：接龙里我那条改成82人', '102号已改：72 → 82人次'],
    ['何敏：接龙里我们那条写错了，是82人', '102号已改：72 → 82人次'],
    ['钱守义：第3条我们的报多了，是54人', '103号已改：64 → 54人次'],
  ])('%s', async (said, part) => {
    expect(await heard(chain, said)).toContain(part)
  })
  test('not the line of a chain of something else that came since', async () => {
    const meal = `${chain}\n王秀兰：#接龙 周六聚餐／1. 城东 2人／2. 北岭 1人\n⟂`
    expect(await heard(meal, '周敏：第2条改成3人')).not.toContain('已改')
    expect(await heard(meal, '何敏：接龙里我那条改成3人')).not.toContain('已改')
    expect(await heard(chain, '周敏：第2条改成83人')).toContain('102号已改：72 → 83人次')
  })
  test.each([
    '何敏：第1条写少了，是82人', // another branch's line
    '何敏：第2条我们城西写少了，是82人', // the line is not of that branch
    '何敏：第5条写少了，是82人',
    '何敏：第2条路修好了',
    '何敏：我那条鱼82斤',
    '李建国：接龙里我那条改成82人', // none of his branch
    '何敏：第2条鱼82斤',
    '何敏：我们北岭那条路写的是82号',
    '李建国：第2条写少了，是82人',
    '何敏：接龙里我那条删了吧',
    '何敏：接龙里我那条作废',
    '何敏：接龙里我那条改成3份',
    '何敏：接龙里我那条鱼82斤',
  ])('not: %s', async (said) => {
    expect(await heard(chain, said)).not.toMatch(/已改|作废/)
  })
  test.each(['何敏：接龙里我那条删了吧', '何敏：接龙里我那条改成3人', '何敏：第2条改成3人'])(
    'another chain stands between: %s',
    async (said) => {
      const meal = `${chain}\n钱守义：#接龙／周日爬山／1. 钱守义 2人／2. 何敏 1人\n`
      expect(await heard(meal, said)).toBe('')
    },
  )
  test.each(['何敏：接龙里我那条改成82人', '何敏：第2条写少了，是82人'])(
    'only within the hour: %s',
    async (said) => {
      expect(await heard(`${chain}\n/快进 50分钟\n`, said)).toBe('')
    },
  )
})
