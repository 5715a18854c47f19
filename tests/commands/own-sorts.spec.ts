import { describe, expect, test } from 'vitest'
import { parseOrg } from '../../src/org.js'
import { openPlay } from '../converse/play.js'

const org = parseOrg(`
name: 云川市老科协
bot: { name: 小科, aliases: [] }
units:
  - { name: 云川市老科协, aliases: [] }
  - { name: 城北区老科协, parent: 云川市老科协, aliases: [城北] }
  - { name: 白塔镇老科协, parent: 城北区老科协, aliases: [白塔] }
  - { name: 农机所老科协, parent: 云川市老科协, aliases: [农机所] }
  - { name: 第二医院分会, parent: 云川市老科协, aliases: [二院] }
  - { name: 云川师范学院老科协, parent: 云川市老科协, aliases: [师院] }
  - { name: 一建公司老科协, parent: 云川市老科协, aliases: [一建] }
  - { name: 化肥厂老科协, parent: 云川市老科协, aliases: [化肥厂] }
  - { name: 霁溪, parent: 云川市老科协, aliases: [] }
people:
  - { id: o, name: 卫兰, role: secretariat }
  - { id: q, name: 曲北, unit: 城北区老科协, role: contact }
  - { id: b, name: 白山, unit: 白塔镇老科协, role: member }
  - { id: n, name: 农林, unit: 农机所老科协, role: contact }
  - { id: y, name: 易安, unit: 第二医院分会, role: contact }
  - { id: s, name: 施文, unit: 云川师范学院老科协, role: member }
  - { id: j, name: 简宁, unit: 一建公司老科协, role: contact }
  - { id: h, name: 华强, unit: 化肥厂老科协, role: member }
  - { id: x, name: 夏溪, unit: 霁溪, role: contact }
rooms:
  - { name: 市会群, unit: 云川市老科协, tips: 'off' }
  - { name: 农机所群, unit: 农机所老科协, tips: 'off' }
indicators:
  - { name: 技术培训, kinds: [training] }
targets:
  - { year: 2026, unit: 农机所老科协, indicator: 技术培训, sessions: 5, attendance: 200 }
`)

/** In each branch one lecture with a headcount of its own, and a training of the institute. */
const told = [
  '曲北：城北区11月3日在区文化馆讲防火，听众21人',
  '白山：白塔镇11月4日在镇小学讲防汛，听众22人',
  '农林：农机所11月5日在东头村讲农机保养，听众23人',
  '易安：第二医院分会11月6日在医院大厅讲中风，听众24人',
  '/快进 1小时',
  '施文：11月9日在一中讲极光，听众25人',
  '简宁：11月10日在工地给工人讲用电安全，听众26人',
  '华强：化肥厂11月11日在厂礼堂讲化肥，听众27人',
  '夏溪：霁溪11月12日在老年大学讲食疗，听众28人',
  '/快进 1小时',
  '农林：农机所11月13日在西头村办收割机培训1期，学员31人',
  '/快进 1小时',
]
async function heard(...lines: readonly string[]): Promise<string> {
  if (!org.ok) throw new Error(JSON.stringify(org.error))
  const play = await openPlay(org.value)
  try {
    let last: string[] = []
    for (const line of [...told, ...lines]) last = await play.line(line)
    return last.join('\n')
  } finally {
    await play.close()
  }
}

describe('a branch is asked for by what it is', () => {
  test.each([
    ['农林 → 小科：咱所本月讲座讲了几场，来听的多少人', '农机所', '23'],
    ['农林 → 小科：所里十一月讲座一共', '农机所', '23'],
    ['农林 → 小科：我所今年办讲座多少场', '农机所', '23'],
    ['农林 → 小科：我们研究所这个月讲座', '农机所', '23'],
    ['农林 → 小科：全所今年讲座总共几场', '农机所', '23'],
    ['农林 → 小科：所上今年讲座办了几场', '农机所', '23'],
    ['农林 → 小科：单位里今年讲座总共多少人', '农机所', '23'],
    ['易安 → 小科：咱们院十一月讲座几场几人', '第二医院', '24'],
    ['易安 → 小科：我们医院今年讲座合计', '第二医院', '24'],
    ['易安 → 小科：医院里本月讲座多少人', '第二医院', '24'],
    ['施文 → 小科：我校今年讲座多少场', '云川师范学院', '25'],
    ['施文 → 小科：我们学院本月讲座', '云川师范学院', '25'],
    ['施文 → 小科：学校里今年讲座总数', '云川师范学院', '25'],
    ['简宁 → 小科：公司里今年讲座一共几场', '一建公司', '26'],
    ['简宁 → 小科：咱公司十一月讲座多少人听', '一建公司', '26'],
    ['华强 → 小科：俺们厂今年讲座多少', '化肥厂', '27'],
    ['华强 → 小科：厂里这个月讲座几场了', '化肥厂', '27'],
    ['曲北 → 小科：我区今年讲座总共', '城北区', '43'],
    ['曲北 → 小科：区里本月讲座合计多少人', '城北区', '43'],
    ['白山 → 小科：我镇今年讲座一共多少人', '白塔镇', '22'],
    ['白山 → 小科：镇上本月讲座几场', '白塔镇', '22'],
    ['白山 → 小科：我们区今年讲座总共几场', '城北区', '43'],
    ['夏溪 → 小科：我们区今年讲座', '霁溪', '28'],
    ['农林 → 小科：市里今年讲座总共', '讲座8场', '196'],
    ['农林 → 小科：我们市今年讲座一共', '讲座8场', '196'],
    ['易安 → 小科：我们院明细', '第二医院', '24'],
    ['农林 → 小科：所里十一月讲座凭据', '农机所', '23'],
  ])('%s', async (said, name, figure) => {
    const line = await heard(said)
    expect(line).toContain(name)
    expect(line).toContain(figure)
  })

  test('in a room of that branch as well', async () => {
    expect(await heard('/群 农机所群', '农林：小科，咱所今年讲座几场')).toContain('农机所')
    expect(await heard('/群 农机所群', '卫兰：小科，咱所今年讲座几场')).toContain('农机所')
  })

  test.each([
    ['卫兰 → 小科：所里今年讲座总共', '哪个所'],
    ['卫兰 → 小科：我们所今年讲座', '哪个所'],
    ['卫兰 → 小科：区里今年讲座几场', '哪个区'],
    ['卫兰 → 小科：镇上今年讲座几场', '哪个镇'],
    ['曲北 → 小科：我们院今年讲座几场', '哪个院'],
    ['农林 → 小科：厂里今年讲座几场', '哪个厂'],
    ['卫兰 → 小科：我们院明细', '哪个院'],
    ['卫兰 → 小科：所里培训任务还差多少', '哪个所'],
  ])('nobody is guessed: %s', async (said, which) => {
    const line = await heard(said)
    expect(line).toContain(`您问的是${which}`)
    expect(line).not.toMatch(/\d场/)
  })

  test.each([
    // nobody is a village or a shop: a place, and no figure
    '卫兰 → 小科：村里今年讲座几场',
    '卫兰 → 小科：社区里今年讲座几场',
    // no part of the asker's
    '曲北 → 小科：农机所占我们区百分之几',
  ])('neither asked which nor told a figure: %s', async (said) =>
    expect(await heard(said)).not.toMatch(/您问的是哪个|\d场/),
  )

  test('what is not said is as before', async () => {
    expect(await heard('农林 → 小科：全市本月讲座', '农林 → 小科：所里呢')).toMatch(
      /农机所 11月[^]*讲座1场[^]*23/,
    )
    expect(await heard('农林 → 小科：咱所本月讲座', '农林 → 小科：培训呢')).toMatch(/农机所 11月[^]*31/)
    expect(await heard('农林 → 小科：咱所本月讲座', '农林 → 小科：那上个月呢')).toContain('农机所 10月还没有')
    expect(await heard('农林 → 小科：全市本月讲座', '农林 → 小科：里头咱所占几场')).toMatch(
      /农机所 11月[^]*23/,
    )
    expect(await heard('农林 → 小科：所里的培训任务还差多少')).toMatch(/农机所[^]*还差4场[^]*还差169/)
  })

  test.each(['农林 → 小科：所里十月没活动', '易安 → 小科：我们院十月没搞活动', '华强：厂里十月没活动'])(
    'a month without anything: %s',
    async (said) => expect(await heard(said)).toMatch(/华强/.test(said) ? /^$/ : /十月记零报告/),
  )

  test.each([
    '农林：所里今年讲座真不少',
    '易安：医院里今天人多',
    '华强：厂里几点开会',
    '简宁：公司里有几个人去',
    '农林：我所知道的讲座就这几场',
  ])('said to the others: %s', async (said) => expect(await heard(said)).toBe(''))
})
