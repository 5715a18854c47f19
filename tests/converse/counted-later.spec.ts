import { describe, expect, test } from 'vitest'
import { countedLater } from '../../src/converse/counted-words.js'
import { story } from './story.js'

describe('a count made later', () => {
  test.each([
    ['数过人头了，正好三十四个', '三十四个'],
    ['查了登记本，一共34人', '34人'],
    ['数了数是34个人', '34个人'],
    ['签到簿上写着三十四', '三十四'],
    ['人头点清了，34位', '34位'],
    ['点了菜，三十四个', null],
    ['数了三十四个鸡蛋', null],
    ['数了，还剩三十四个', null],
    ['看了34个人', null],
    ['签到本三十四块一本', null],
    ['点了34个人的盒饭', null],
    ['数了，三十四', null], // of what?
  ])('%s → %s', (text, expected) => expect(countedLater(text)?.said ?? null).toBe(expected))

  const told = `
    何敏：昨天在大棚里教大伙剪枝，培训了三四十号人
    /快进 20分钟`
  const heard = async (said: string, before = told): Promise<string> => {
    const { heard: lines } = await story(`${before}\n${said}\n⟂`)
    return lines.at(-1)!.slice(1).join('\n')
  }

  test.each(['何敏：数过人头了，正好三十四个', '何敏：翻了签到表，34个', '何敏 → 小科：数了，三十四个'])(
    '%s',
    async (said) => expect(await heard(said)).toContain('101号已改：30至40 → 34人次'),
  )

  test.each([
    '张大爷：点了名册，整三十四个',
    '何敏：点了名册，整三百四十个', // far from what was told
    '/快进 5小时\n何敏：点了名册，整三十四个',
  ])('not about it: %s', async (said) => expect(await heard(said)).toBe(''))

  test('of two it is asked which', async () => {
    const two = `
      何敏：昨天在大棚里教大伙剪枝，培训了三四十号人
      何敏：昨天在集市义诊，看了六十多人
      /快进 20分钟`
    expect(await heard('何敏：点了名册，整四十八个', two)).toContain('您说的是101、102里的哪一条')
  })

  test('an exact figure yields only to a list', async () => {
    const exact = `
      何敏：昨天在大棚里教大伙剪枝，学员36人
      /快进 20分钟`
    expect(await heard('何敏：数了，三十四个人', exact)).toBe('')
    expect(await heard('何敏：查了签到，三十四个', exact)).toContain('101号已改：36 → 34人次')
  })

  test.each([
    '何敏：照片全传了，一共30',
    '何敏：照片全传了，一共30张',
    '何敏：签到册买好了，一共30',
    '何敏：签到本收好了，一共30个',
    '何敏：郊游的名单报了，一共30',
    '何敏：旅游的名单报了，一共30人',
    '何敏：旅游的签到表，30个人',
    '何敏：体检登记表交了，一共30个',
    '何敏：老年大学名单出来了，30个',
    '何敏：翻了签到表，30',
  ])('of another list an exact figure stays: %s', async (said) => {
    const exact = `
      何敏：昨天在大棚里教大伙剪枝，学员36人
      /快进 3分钟`
    expect(await heard(said, exact)).toBe('')
  })

  test.each(['何敏：签到表上一共30人', '何敏：翻了听课名单，30个', '何敏：会计点过名了，到场30'])(
    'of its own list it yields: %s',
    async (said) => {
      const exact = `
      何敏：昨天在大棚里教大伙剪枝，学员36人
      /快进 3分钟`
      expect(await heard(said, exact)).toContain('101号已改：36 → 30人次')
    },
  )

  test.each([
    '何敏：支书说有三十四个',
    '何敏：王老师说，有34个',
    '何敏：我问了医生，有34个',
    '何敏：老师说，一共34个',
    '何敏：校长说有34个娃',
    '何敏：数了，一共34个',
    '何敏：照片都传了，一共34个',
  ])('in the room nothing says who was counted: %s', async (said) => expect(await heard(said)).toBe(''))

  test.each(['何敏：支书说，到场34个', '何敏：我问了会计，听课的有34个', '何敏：王老师说有34个学员'])(
    'it says that people came: %s',
    async (said) => expect(await heard(said)).toContain('101号已改：30至40 → 34人次'),
  )

  test.each([
    '何敏：村里会计点过名了 是34',
    '何敏：合作社把签到本发来了，一共34人',
    '何敏 → 小科：问了村支书，是34个',
    '何敏 → 小科：刚核对过，34个人',
    '何敏：准数出来了：34人',
    '何敏：确切数字是34',
    '何敏：支书说来了三十四个',
    '何敏 → 小科：更准的数是34',
    '何敏 → 小科：实际到了34个',
    '何敏：后来数了合影，34个',
    '何敏：考勤表上是34个名字',
    '何敏 → 小科：不是三四十，点了名，34个',
    '何敏：人家清点完了，34位',
  ])('said by who knows it: %s', async (said) =>
    expect(await heard(said)).toContain('101号已改：30至40 → 34人次'),
  )

  test.each([
    '何敏：支书说34',
    '何敏：问了，是34',
    '何敏：问了34个人',
    '何敏：名单上男的34个',
    '何敏：报名表上是34个',
    '何敏：应到40，实到34',
    '何敏：还没点名，34个吧',
    '何敏：会计说领肥料的有34个',
    '何敏：会计数了，34块',
    '何敏：老师说班上有34个孩子',
    '何敏：问了站长，34路车',
    '何敏：签到本买了34本',
    '何敏：点名了吗，34个？',
    '何敏：支书说可能是34个',
    '何敏：登记打药的有34人',
    '钱守义：村里会计点过名了 是34',
  ])('of something else: %s', async (said) => expect(await heard(said)).toBe(''))

  test.each([
    '何敏：不止 后来点了名 是三十八个',
    '何敏：没那么多，后来点了名，是38个',
    '何敏：不止那么多！数过签到本，38人',
    '何敏：不到这么多 会计点过名了 38个',
    '何敏：不止啊，翻了签到表，三十八个',
  ])('more or fewer than told: %s', async (said) =>
    expect(await heard(said)).toContain('101号已改：30至40 → 38人次'),
  )

  test.each([
    '何敏：不止 后来买了38个',
    '何敏：不止38个',
    '何敏：不止吧，还没点名，38个',
    '何敏：不止 后来点了菜 是三十八个',
    '张大爷：不止 后来点了名 是三十八个',
  ])('no count of theirs: %s', async (said) => expect(await heard(said)).toBe(''))

  test('it answers the question, also in such words', async () => {
    const asked = '何敏：昨天在大棚里教大伙剪枝，搞了个培训'
    for (const said of ['会计点过名了 是34', '支书说来了34个', '问了会计，是34个'])
      expect(await heard(`何敏：${said}`, asked)).toContain('101号 补上34人次')
  })

  test('beside one just told exactly it is asked which', async () => {
    const two = `
      何敏：昨天在大棚里教大伙剪枝，培训了三四十号人
      何敏：昨天在集市义诊，看了36人
      /快进 20分钟`
    expect(await heard('何敏：点了名，三十四个', two)).toContain('您说的是101、102里的哪一条')
  })
})
