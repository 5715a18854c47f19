import { describe, expect, test } from 'vitest'
import { recount } from '../../src/ledger/recount.js'
import { readPair } from '../../src/converse/pair-words.js'
import { openPlay } from './play.js'
import { story } from './story.js'

const reports = [
  '王秀兰：今天城东区和医卫分会、城西区一起在东湖广场义诊，服务群众150人',
  '赵玉珍：今天医卫分会与城东区在东湖广场义诊160人次',
  '钱守义：今天城西区和城东区在东湖广场义诊，服务群众140人',
  '孙国平：今天山口镇老科协和河口镇老科协在大桥广场义诊，看了90人',
  '何敏：今天北岭县在镇中学讲防火，听众60人',
]

// A group that grows, is chosen anew, loses a member, is split and merged again.
const decisions = [
  '周敏 → 小科：归并101 102',
  '周敏 → 小科：归并101 103 按150人',
  '周敏 → 小科：归并103 104',
  '王秀兰：小科 不是150人，是170人',
  '赵玉珍：小科 作废102',
  '周敏 → 小科：归并101 102',
  '赵玉珍：小科 恢复102',
  '周敏 → 小科：归并101 102',
  '周敏 → 小科：拆开103',
  '周敏 → 小科：归并104 105',
  '周敏 → 小科：不是104 105',
  '周敏 → 小科：拆开105 104',
]

test('after every decision the kept totals are those counted anew', async () => {
  const play = await openPlay()
  try {
    for (const line of [...reports, ...decisions]) {
      await play.line(line)
      const { wrong } = await play.db.work((store) => recount(store, play.app.house.tree, false))
      expect([line, wrong]).toEqual([line, []])
    }
    const root = play.app.house.tree.root
    const city = await play.db.read((store) =>
      store.rollup.sum({ unit: root, own: false, cells: ['2026-11'] }),
    )
    expect(city.map(({ kind, sessions, attendance }) => [kind, sessions, attendance])).toEqual([
      ['clinic', 4, 170 + 160 + 140 + 90],
      ['lecture', 1, 60],
    ])
  } finally {
    await play.close()
  }
})

test.each([
  ['是', '已归并。两会各记1场，全市记1场160人次。'],
  ['不是', '好，101和102各算各的。'],
])('%s quoting an offer is about its pair', async (words, heard) => {
  const play = await openPlay()
  try {
    for (const line of reports.slice(0, 2)) await play.line(line)
    await play.line('周敏 → 小科：全市')
    await play.app.message({
      id: 'q1',
      sender: { id: 'zhou', name: '周敏' },
      text: words,
      sentAt: play.clock.now(),
      quotes: { text: '101和102像是同一场联合活动' },
    })
    await play.app.flush()
    expect((await play.room.play({ is: 'nothing' })).map((h) => h.text)).toEqual([heard])
  } finally {
    await play.close()
  }
})

describe('one event or several, as people say it', () => {
  test.each([
    ['111和112不是一回事，一个早上一个晚上', '111+112 several'],
    ['111跟112是两码事', '111+112 several'],
    ['111、112各算各的', '111+112 apart'],
    ['把111和112分开记', '111+112 apart'],
    ['111号和112号别归到一起，日子凑巧了', '111+112 several'],
    ['111是给学生讲的，112是给家长讲的，不是一场', '111+112 several'],
    ['111和112，东头一场西头一场，两场', '111+112 several'],
    ['这两场不能并，人都不是一拨', ' several'],
    ['各办各的，不搭界', ' several'],
    ['不是同一场，112是晚上那场', '112 several'],
    ['111和112就是一码事，合成一场吧', '111+112 one'],
    ['111跟112是一起办的，算一场，人数按70记', '111+112 one 70'],
    ['是一回事，以70为准', ' one 70'],
    ['一百一十一和一百一十二是一场', '111+112 one'],
    ['合到一起吧', ' one'],
    ['111和112是不是一场', null],
    ['111和112不是一场，112是80人', null], // a figure besides
    ['111和112是一场还是两场', null],
    ['111和112一共多少人', null],
    ['要是一场就并', null],
    ['今天并了两个班上课', null],
    ['一场秋雨一场寒', null],
    ['111和112重复了，留一个', '111+112 one'],
    ['是两个班，别算在一起', ' several'],
    ['同一天同一个地方，但是两场', ' several'],
    ['111和112合成一场，取大数', '111+112 one'],
    ['111和112合成一场，人数听医卫的', null],
    ['111和112先别并，我问问', null],
    ['111和112重复了，作废112', null],
    ['111和112作废', null],
    ['不是一场也是一场', null],
    ['他说的和我说的不是一回事，我看你们先别急着定', null],
  ])('%s → %s', (text, expected) => {
    const said = readPair(text)
    const figure = said?.attendance == null ? '' : ` ${said.attendance}`
    expect(said && `${said.nos.join('+')} ${said.says}${figure}`).toBe(expected)
  })

  const pair = `
    ${reports[0]}
    ${reports[1]}`
  const last = async (said: string): Promise<string> => {
    const { heard } = await story(`${pair}\n${said}\n⟂`)
    return heard.at(-1)!.slice(1).join('\n')
  }

  test.each([
    ['周敏 → 小科：101和102不是一回事，一个在早上一个在晚上', '101和102各算各的'],
    ['周敏 → 小科：各是各的，一家东头一家西头', '101和102各算各的'],
    ['周敏 → 小科：这一对别并，碰巧同一天', '101和102各算各的'],
    ['周敏 → 小科：就是一回事，并了吧', '全市记1场160人次'],
    ['周敏 → 小科：101和102是两家合办的，算一场，按155算', '全市记1场155人次'],
    ['周敏 → 小科：101和109不是一场', '没有109号'],
    ['王秀兰 → 小科：101和102是两回事', '请您办：101和102是两回事'],
  ])('%s', async (said, part) => {
    const heard = await last(said)
    expect(heard).toContain(part)
    expect(heard).not.toContain('103')
  })

  test.each([
    '周敏：101和102不是同一次，头一场讲完才开的第二场',
    '王秀兰：101和102一个培训一个讲座，不是一回事',
    '周敏 → 小科：不是一回事，107是早上的',
    '李建国：各是各的',
  ])('nothing is booked anew: %s', async (said) => expect(await last(said)).not.toMatch(/10[1-3]号 |✅/))

  test.each([
    ['周敏 → 小科：101和102重复了，作废102', '✅ 102号已作废'],
    ['周敏 → 小科：101跟102重复，把102删了', '✅ 102号已作废'],
    ['王秀兰：101跟102重复了，留一个', ''],
    ['周敏 → 小科：101和102重复了', '已归并'],
  ])('repeats of each other are not both withdrawn: %s', async (said, part) => {
    const heard = await last(said)
    expect(heard).toContain(part)
    expect(heard).not.toContain('101号已作废')
  })

  test('what was merged is parted in other words', async () => {
    const { heard, expected } = await story(`${pair}
      周敏 → 小科：归并101 102
      周敏 → 小科：101和102还是分开记
      小科〔私→周敏〕：已拆开。101和102各算各的，合计2场310人次。`)
    expect(heard).toEqual(expected)
  })

  test('with a day and a figure of its own it is a report', async () => {
    const told = '何敏：北岭县昨天给101和102两个连队讲防火，听众33人\n周敏 → 小科：全市讲座'
    expect(await last(told)).toContain('33人次')
  })

  test('the number of a house is none of a record', async () => {
    expect(await last('王秀兰：101号楼今天讲防火，30人')).not.toContain('已改')
  })
})

describe('what holds for both keeps the words it was told in', () => {
  const pair = (one: string, other: string): string => `
    王秀兰：今天和医卫分会一起在东湖广场义诊，服务群众${one}
    赵玉珍：今天医卫分会与城东区在东湖广场义诊${other}`
  const heard = async (one: string, other: string, said: string): Promise<string> => {
    const { heard: lines } = await story(`${pair(one, other)}\n周敏 → 小科：${said}\n⟂`)
    return lines.at(-1)!.slice(1).join('\n')
  }

  test.each([
    ['90人', '130多人次', '归并101 102', '1场130多人次'],
    ['近300人', '260人次', '101和102是一场', '1场近300人次'],
    ['一百二三十人', '110人次', '是一回事', '1场120至130人次'],
    ['70来人', '64人次', '归并101 102', '1场70来人次'],
    ['150人', '130多人次', '归并101 102', '1场150人次'],
    ['150多人', '150人次', '归并101 102', '1场150人次'],
    ['150人', '130多人次', '归并101 102，人数按130多', '1场130多人次'],
    ['150人', '130多人次', '归并101 102 就用130多那个', '1场130多人次'],
    ['150人', '130左右', '101和102是一场，人数按130左右算', '1场130左右人次'],
    ['近300人', '260人次', '归并101和102 按近300', '1场近300人次'],
    ['150人', '130多人次', '归并101 102 按140人', '1场140人次'],
  ])('%s and %s, %s → %s', async (one, other, said, kept) => {
    expect(await heard(one, other, said)).toMatch(new RegExp(`记${kept}。`))
  })
  test.each([
    ['150人', '130人次', '归并101 102 按130多'],
    ['150人', '130多人次', '归并101 102 按大约150'],
    ['150人', '130多人次', '101和102是一场，人数按120左右'],
  ])('nobody said so: %s and %s, %s', async (one, other, said) => {
    expect(await heard(one, other, said)).toMatch(/没有哪条说的是.*按哪个数/)
  })
  test('of one branch the other figure is offered as it was told', async () => {
    const { heard: lines } = await story(`
      王秀兰：11月18日城东区在二中讲航天，听众120人
      王秀兰：11月20日城东区在三中讲防火，听众130多人
      周敏 → 小科：同一场101 102
      ⟂
      周敏 → 小科：101号改130多
      ⟂`)
    expect(lines[0]!.join()).toContain('“101号改130多”')
    expect(lines[1]!.join()).toContain('120 → 130多人次')
  })
})
