import { describe, expect, test } from 'vitest'
import { story } from './story.js'

/** The last thing heard after a few lines. */
async function lastHeard(script: string): Promise<string> {
  const { heard } = await story(`${script}\n⟂`)
  return heard.at(-1)!.slice(1).join('\n')
}

describe('连同 or 另外, in their own words', () => {
  const asked = `
    王秀兰：10月8日城东区在一中讲航天，听众30人
    王秀兰 → 小科：十月份城东共开展科普讲座4场，200人次
    王秀兰 → 小科：`
  test.each([
    '这4场是另外的，一中那场不在里面',
    '不含一中那次',
    '一中那回没算进来',
    '那场单算，这4场是后来的',
    '除了一中那次',
    '没把一中那场算进去',
    '一中那次不在这4场里',
    '不包括，那4场是另外的',
    '没包括在内',
    '没有算进去',
    '不是的，是另外的',
    '不是，另外4场',
    '前头的没算',
    '不包括之前报的',
    '除那一场外又搞了4场',
    '之外的',
    '分开算',
    '要加上那场',
    '得加上',
    '加上那场一共5场',
    '总共5场',
    '不重复',
    '两码事',
    '额外加的',
    '这4期里没有那一场',
    '那1场不在里头，另有4场',
    '4场是另外的',
    '这4场没报过',
    '跟前面两回事',
    '除开一中那回还有4场',
    '航天那个没算在里头',
    '那没算在里面',
  ])('另外: %s', async (said) => expect(await lastHeard(asked + said)).toContain('10月合计5场230人次'))
  test.each([
    '含一中那次',
    '一中那场也在里头',
    '把一中那次也算进去了',
    '这4场里有一中那次',
    '连一中那回一起',
    '包括，都在里头了',
    '里头有',
    '里面包括那场',
    '一共就4场',
    '十月一共就这4场',
    '加上那场总共4场',
    '全月总数',
    '那场也算上了',
    '不是另外的',
    '其中一场报过了',
    '有一场是报过的',
    '连前面的一起',
    '前面一中都算上了',
    '一中那次别再加了',
    '一并算在内',
    '4场就是总数',
    '一中的也在里面',
    '这也在里面',
  ])('连同: %s', async (said) => expect(await lastHeard(asked + said)).toContain('补记3场170人次'))
  test.each([
    '一中那次人少',
    '这4场都不错',
    '不含税',
    '是',
    '不是',
    '包括哪些',
    '那算了',
    '这4场不用再记了',
    '3场是总数',
    '那几场里头包括谁',
    '另外问一下谁还没报',
    '加上那场一共7场',
    '总共9场',
    '其中三场报过了',
  ])('no answer: %s', async (said) => {
    const heard = await lastHeard(asked + said)
    expect(heard).not.toContain('合计')
    expect(heard).not.toContain('已改')
  })
})

describe('in the sum told before, or beside it', () => {
  const asked = `
    王秀兰 → 小科：十月份城东共开展科普讲座4场，200人次
    王秀兰：10月8日城东区在一中讲航天，听众30人
    王秀兰 → 小科：`
  test.each([
    '已经算了',
    '是其中一场',
    '那4场里的',
    '汇总里有了',
    '总数里包括了',
    '不用另算',
    '不是另外的',
    '算',
  ])('in it: %s', async (said) => expect(await lastHeard(asked + said)).toContain('不重复算'))
  test.each([
    '没有',
    '不算',
    '汇总的时候漏了',
    '不在那4场里',
    '汇总里没有',
    '那4场之外的',
    '后来补的',
    '没有算进汇总',
    '单独一场',
    '要另外加',
  ])('beside it: %s', async (said) =>
    expect(await lastHeard(asked + said)).toMatch(/✅ 102号.*30人次 城东区 10月8日$/),
  )
  test.each(['我查查', '好热啊', '算了吧不聊了'])('no answer: %s', async (said) =>
    expect(await lastHeard(asked + said)).not.toContain('102号'),
  )
})

describe('同一场 or 另一场, with who was there', () => {
  const asked = `
    李建国：11月18日在南山二中讲光的折射，听课120人
    /快进 1小时
    李建国：11月19日在南山二中讲光的折射，听课120人
    李建国 → 小科：`
  test.each([
    '另一场，头天是初一，今天是初三的',
    '另一场，前一天是本科生，后一天是研究生',
    '不是一场，18号给学生讲，19号给老师讲',
    '两场，一场是学生，一场是家长',
  ])('另一场: %s', async (said) => expect(await lastHeard(asked + said)).toContain('102号'))
  test.each(['另一场，今天又讲了一场，80人', '今天是研究生'])('no answer: %s', async (said) =>
    expect(await lastHeard(asked + said)).not.toContain('✅ 102号 讲座1场 120'),
  )
})

describe('which of the sum and what was written', () => {
  const asked = `
    王秀兰：昨天城东区义诊，东街48人、西街52人、南街61人，共171人次
    王秀兰 → 小科：`
  test.each([
    '用161，171是我加错了',
    '171加错了，是161',
    '161才对，手指头按错了',
    '就161吧，我又加了一遍',
    '171是打错的',
    '我又算了一遍是161',
    '总数写错了',
    '我算错了',
    '用前面的',
    '三条街加起来的',
    '小的那个',
    '分开的对',
    '总数多算了',
  ])('the sum: %s', async (said) => expect(await lastHeard(asked + said)).toContain('161人次'))
  test('the other way round is neither', async () =>
    expect(await lastHeard(asked + '总数少算了')).not.toContain('161人次 '))
  test.each([
    '按171，西街少写了10个',
    '171没错，南街那边写少了',
    '总数没错',
    '按总数算',
    '用后面的',
    '大的那个',
    '分项写错了',
    '漏写了一个地方',
    '还有一处没写',
  ])('what was written: %s', async (said) => expect(await lastHeard(asked + said)).toContain('171人次'))
  test('another one', async () => expect(await lastHeard(`${asked}都不对，是165`)).toContain('165人次'))
  test.each(['161还是171我也糊涂了', '都不对', '161和171都行'])('neither: %s', async (said) =>
    expect(await lastHeard(asked + said)).not.toContain('✅'),
  )
})

describe('how many, or that nobody knows', () => {
  const asked = `
    何敏：今天我们北岭老科协在集市义诊
    何敏：`
  test.each([
    '不晓得几个',
    '不知道来了多少人',
    '说不上来有几个',
    '没数几个人',
    '搞不清多少',
    '人数早忘了',
    '哎哟人头我忘了点',
    '唉，具体数字没有',
    '当时忙着量血压没顾上数',
    '来来往往的谁数得清啊',
    '进进出出的我哪记得住',
    '乱哄哄的哪里还记得多少人',
    '一拨一拨的天知道来了多少',
    '有多少人真没留心',
    '光顾着发药了，人数没记',
    '年纪大了记不得了',
    '想不起来有多少人了',
    '人数这块没统计',
    '谁记得呀',
    '心里没数',
    '不好意思，忘了登记',
    '人数拿不准',
  ])('not known: %s', async (said) => expect(await lastHeard(asked + said)).toContain('人数记“未报”'))
  test.each(['八十来号人吧', '约摸有八十来号', '来了八十来个人吧，没细数'])('told: %s', async (said) =>
    expect(await lastHeard(asked + said)).toMatch(/101号 补上约?80来人次/),
  )
  test.each([
    '不知道几点散',
    '不晓得谁来',
    '忘了带雨伞',
    '记不清哪条路了',
    '人多嘴杂的谁知道他说了什么',
    '忙得饭都忘了吃',
    '来来往往的都是熟人',
    '谁没数？',
    '药没清点',
    '我讲不好',
    '人数记不清的话问问村里',
    '想不起来他姓什么',
  ])('no answer: %s', async (said) => expect(await lastHeard(asked + said)).toBe(''))
})

describe('the figure told hours later, of what was told', () => {
  const asked = `
    何敏：昨天给林场职工办了一期松材线虫培训
    /快进 3小时
    何敏：`
  test.each([
    '场长回话了，松材线虫那期培训是37人',
    '问到了，昨天那期培训37人',
    '松材线虫那期是37人，刚问来的',
    '昨天林场那个培训，一共37人',
  ])('%s', async (said) => {
    const heard = await lastHeard(asked + said)
    expect(heard).toContain('101号')
    expect(heard).toContain('37人次')
    expect(heard).not.toContain('102号')
  })
  test.each(['松材线虫那东西真难治', '场长回话了，说谢谢我们', '那期培训饭钱37块'])(
    'no figure: %s',
    async (said) => expect(await lastHeard(asked + said)).toBe(''),
  )
})

describe('whose figure holds', () => {
  const asked = `
    李建国：昨天在二小讲防溺水，60来人
    孙国平：昨天李建国老师在二小讲防溺水，听众64人
    孙国平 → 小科：`
  test.each([
    '用我的',
    '按我的来',
    '以我的为准',
    '我的',
    '我说的对',
    '以联络员的为准',
    '按多的算',
    '用新的',
    '用后来报的',
    '我一个一个数的，用我的',
    '用我报的',
    '好的用我的',
    '改过来',
  ])('the one told now: %s', async (said) =>
    expect(await lastHeard(asked + said)).toContain('101号已改：60来 → 64人次'),
  )
  test.each([
    '用他的',
    '听老李的',
    '不用我的',
    '听讲课的',
    '讲师说了算',
    '按小的',
    '以先报的为准',
    '还是用原来那个',
    '他的准',
    '用李建国的',
    '李老师的准',
    '保持原来的',
    '还是他的吧',
  ])('the one on the book: %s', async (said) => expect(await lastHeard(asked + said)).toContain('101号不变'))
  test.each(['按名册上的66', '花名册上是66', '折中，66'])('a third one: %s', async (said) =>
    expect(await lastHeard(asked + said)).toContain('101号已改：60来 → 66人次'),
  )
  test('by the list, which is told when asked', async () => {
    expect(await lastHeard(`${asked}按签到的`)).toContain('签到上是多少人')
    expect(await lastHeard(`${asked}按签到的\n孙国平 → 小科：66`)).toContain('60来 → 66人次')
  })
  test.each(['用我的还是用他的', '都行', '你看着办', '全市', '我今年讲了多少'])('neither: %s', async (said) =>
    expect(await lastHeard(asked + said)).not.toContain('101号'),
  )
})
