import { describe, expect, test } from 'vitest'
import { story } from './story.js'

/** What was heard after the last line of a conversation. */
const after = async (before: string, line: string): Promise<string> =>
  (await story(`${before}\n${line}\n⟂`)).heard.at(-1)!.slice(1).join('\n')

describe('a record goes, with a reason and in other words than 作废', () => {
  const told = '李建国：8月14号在柳树村讲防雷，村民31人'
  test.each([
    '李建国 → 小科：101号划掉吧，查了工作笔记才知道是2023年的事',
    '李建国：101号勾掉吧，是老郑去的不是我',
    '李建国：101号去掉，记成别人的了',
    '李建国：把101号除了吧，那天的人是来看戏的',
    '李建国：101号冲掉吧，报了两回',
    '李建国：101号剔了，不是我们会里搞的',
    '李建国：101号作罢，那是前年的事',
    '李建国：101号不能算，日期是2024年的',
    '李建国：101号删除，时间是2023年8月',
    '李建国：101号那是2024年的事，划掉',
    '李建国：翻了台历，101号是2024年的事，划掉吧',
    '李建国：101号是前年的，记错年头了，不要了',
    '李建国：101号请划掉，老伴说那是前年',
    '李建国：101号除名吧，是前年的',
    '李建国：101号除掉，别的都对',
    '李建国：101号给他们撤了，报重了',
    '李建国：刚才那场免了，报重了',
    '李建国：上一条不要了',
    '李建国 → 小科：最后一个不要了',
    '李建国：101号替人家取消吧，那是前年的',
    '周敏 → 小科：把101号除了吧',
    '李建国：101号我搞错了，那是2024年的，请销掉',
    '李建国：麻烦把101号划去，那是24年的事',
    '李建国：101号一笔勾销吧，年头不对',
    '李建国：101号注销吧，那是2024年的',
    '李建国：101号叉掉，2024年的事',
    '李建国：101号擦掉吧，我记混了年份',
    '李建国：101号不用算了，那场是2024年的',
    '李建国：101号是2024年的事，不能算今年的',
  ])('%s', async (said) => expect(await after(told, said)).toContain('101号已作废'))

  test.each([
    '李建国：101号划掉31人改成41人',
    '李建国：101号要不要划掉？',
    '李建国：101号谁划掉了，我没让划',
    '李建国：101号别划掉，是今年的事',
    '李建国：101号公交车取消了，坐102',
    '李建国：101号那家店撤了',
    '李建国：101号除了，别的都对',
    '李建国：刚才那场除了，其他我都忘了',
    '周敏 → 小科：101除了，别的都对',
    '李建国：最后一个人家不要了',
    '李建国：最后一个不要了',
    '李建国：上一个他们不要了',
    '李建国：前面那场他们免了',
    '李建国：101号他们不要了',
    '李建国：101号人家免了',
    '李建国：101号是8月13号的事',
    '李建国：101号作废，应该是2026年8月13日讲的吗',
  ])('stays: %s', async (said) => expect(await after(told, said)).not.toContain('作废'))
})

describe('a figure is put right by what it counts and how one knows', () => {
  const told = '王秀兰：昨天在三小讲防溺水，学生54人'
  test.each([
    '王秀兰：101号学生是57个，问了教导主任',
    '王秀兰：101号学生57个，校长刚说的',
    '王秀兰：101号孩子是57个，班主任数的',
    '王秀兰：101号娃娃是57个，跟老师核了',
    '王秀兰：101号听课的是57个，听校长说的',
    '王秀兰：101号小朋友是57个，园长查了',
    '王秀兰：101号战士是57个，指导员说的',
    '王秀兰：101号娃57个，老师说的',
    '王秀兰：101号学生不止54，是57，校长那里有数',
    '王秀兰：才问了校长，101号学生是57个',
    '王秀兰：校长说101号学生是57个',
    '王秀兰 → 小科：校长回我话了，那天听的是57位，101号给补上',
    '王秀兰 → 小科：给101号补个数，57人',
    '王秀兰 → 小科：听的是57位，补到101号',
  ])('%s', async (said) => expect(await after(told, said)).toMatch(/^小科.*101号已改：54 → 57人次/))

  test.each([
    '王秀兰：101号学生是57个吗？问问校长',
    '王秀兰：101号学生是几个，谁问校长了',
    '王秀兰：101号楼学生是57个',
    '王秀兰：学生是57个，问了教导主任',
    '王秀兰：那场学生是57个，问了教导主任',
    '王秀兰：101号学生是三年级的，问了教导主任',
    '王秀兰：101号学生里女生是20个',
    '王秀兰：101号学生是57个，老师是2个',
    '王秀兰：校长回话了，101号房住了57位',
    '王秀兰：校长回我话了，说欢迎再去',
  ])('nothing: %s', async (said) => expect(await after(told, said)).toBe(''))
})

describe('a part of the audience is not all of it', () => {
  const told = '王秀兰：昨天在三小讲防溺水，来了80人'
  const parted = '王秀兰：昨天在三小讲防溺水，来了80人，其中学生66人'
  const asked = (value: number, noun: string): string =>
    `小科〔私→王秀兰〕：101号记的是80人次，${value}只是${noun}，还是一共？一共就回“改”，不是就回“不用”，或者回对的数。`
  test.each([
    [told, '王秀兰：刚才那场老人15个', asked(15, '老人')],
    [told, '王秀兰：101号党员是12人', asked(12, '党员')],
    [told, '王秀兰：101号妇女是71人', asked(71, '妇女')],
    [told, '王秀兰：101号学生是40个，问了校长', asked(40, '学生')],
    [parted, '王秀兰：101号学生是68人', asked(68, '学生')],
  ])('%s / %s', async (before, said, text) => expect(await after(before, said)).toBe(text))

  test.each([
    ['改', '✅ 101号已改：80 → 71人次'],
    ['不用', '101号不变'],
  ])('%s', async (said, text) =>
    expect(await after(`${told}\n王秀兰：101号妇女是71人`, `王秀兰 → 小科：${said}`)).toContain(text),
  )

  test.each([
    [told, '王秀兰：101号学生是78个，刚问的校长'],
    [told, '王秀兰：101号村民78人'],
    [told, '王秀兰：101号应该是78人'],
    ['王秀兰：昨天在敬老院讲防骗，老人80位', '王秀兰：101号老人是78位'],
    ['王秀兰：昨天在敬老院讲防骗，80位老人', '王秀兰：101号老人是78位'],
  ])('it holds: %s / %s', async (before, said) =>
    expect(await after(before, said)).toContain('101号已改：80 → 78人次'),
  )
  test('far less of those it counted', async () => {
    const few = '王秀兰：昨天在敬老院讲防骗，老人80位'
    expect(await after(few, '王秀兰：101号老人是18位')).toContain('101号已改：80 → 18人次')
  })
})

describe('a month told on top of what is there', () => {
  const asked = `
    王秀兰：11月3日在城东一小讲防火，学生40人
    王秀兰：11月10日在南关社区讲合理用药，居民55人
    /快进 1分
    王秀兰 → 小科：十一月份城东区共开展科普讲座5场，260人次`
  test.each([
    '那两场不另算，全打进去了',
    '那两场已经算进去了',
    '全包进去了，不用再加',
    '这是总账，前头那两场不另算',
    '这5场里头有那两场',
    '都合在一起了，别重复加',
    '我把那两场也数进去了',
    '打总的',
    '已经一起算了',
    '都加在一块儿了',
    '总共就这么多，那两场不单算',
    '5场是总数',
    '带上那两场的',
    '拢共5场',
    '统共就5场',
    '那两场不能重复算',
  ])('with them: %s', async (said) =>
    expect(await after(asked, `王秀兰 → 小科：${said}`)).toContain('合计5场260人次'),
  )
  test.each([
    '另外的，那两场没打进去',
    '是新的5场，加上去',
    '那两场得另算',
    '除了那两场还有5场',
    '这5场是后来又搞的',
    '都没打进去',
    '那两场没加在一起',
    '没有合在一起',
  ])('besides them: %s', async (said) =>
    expect(await after(asked, `王秀兰 → 小科：${said}`)).toContain('合计7场355人次'),
  )
  test.each([
    '我查查再说',
    '哪两场？',
    '打在里头吗',
    '那两场打进去没有？',
    '好像在里头，记不清',
    '总账我明天再对',
  ])('undecided: %s', async (said) =>
    expect(await after(asked, `王秀兰 → 小科：${said}`)).not.toContain('合计'),
  )
})

describe('nobody counted', () => {
  const told = '李建国：昨天去光荣院给老人家讲了防中风'
  test('a plain telling is asked for its figure', async () =>
    expect((await story(`${told}\n⟂`)).heard[0]!.join()).toContain('大约多少人听'))
  test.each([
    '哎哟，真没点过数',
    '谁还数那个呀',
    '没人点数',
    '这个真没数',
    '我没在意',
    '哪记得清',
    '记不得啰',
    '没个数',
    '估不出来',
    '光顾着讲课了，哪顾得上数',
    '哎呀没数人头',
    '没统计过人数',
  ])('%s', async (said) => expect(await after(told, `李建国：${said}`)).toContain('人数记“未报”'))
  test.each(['回头问问院长', '没吃饭呢', '没数钱', '没记住密码', '我没点外卖', '那天我孙女发烧没去成'])(
    'chatter: %s',
    async (said) => expect(await after(told, `李建国：${said}`)).toBe(''),
  )
  test('the figure behind it', async () =>
    expect(await after(told, '李建国：我没去数，三十来个吧')).toContain('30来人次'))
})

describe('a figure after a zero report', () => {
  const zero = '何敏 → 小科：十月我们北岭没搞活动，都在收稻子'
  test.each([
    '哎想起来了，十月十九号我们在河口村义诊过一回，看了28位',
    '差点忘了，十月十九号我们在河口村义诊，28人',
    '还有一场漏了，十月十九号在河口村义诊28人',
    '不好意思忘报了，十月十九号在河口村义诊28人',
    '瞧我这记性，十月十九号我们在河口村义诊过一次，28人',
    '刚才说没有，其实有一场，十月十九号在河口村义诊，28人',
  ])('%s', async (said) =>
    expect(await after(zero, `何敏 → 小科：${said}`)).toMatch(/101号.*10月19日 义诊1场.*28人次/),
  )
})

describe('somebody is asked for something behind a report', () => {
  test.each([
    '今天上午在柳树村义诊看了52人，有个李大爷血压185，他电话13912345678，哪位去看看',
    '今天上午在柳树村义诊看了52人，13912345678是李大爷家的，谁联系下',
  ])('%s', async (said) => {
    const heard = (await story(`李建国：${said}\n⟂`)).heard[0]!.slice(1).join('\n')
    expect(heard).toMatch(/101号.*52人次/)
    expect(heard).not.toContain('13912345678')
  })
})
