import { describe, expect, test } from 'vitest'
import { owing, punctuality } from '../../src/ledger/reported.js'
import { openPlay, type Play } from '../converse/play.js'

/** Since 2026-08-20; on 2026-12-20. */
async function yearIn(steps: (play: Play) => Promise<void>): Promise<Play> {
  const play = await openPlay(undefined, '2026-08-20T09:00:00+08:00')
  await play.line('/时间 2026-08-20 10:00')
  await steps(play)
  return play
}
const rates = async (play: Play, today: string): Promise<string[]> => {
  const { months, branches } = await play.db.work((store) => punctuality(store, play.app.house, today))
  return [months.join(' '), ...branches.map((b) => `${b.unit.slice(0, 2)}${b.onTime}/${b.months}`)]
}

describe('按时率', () => {
  test('a report or a zero report by the 5th of the next month, from the month of the opening on', async () => {
    const play = await yearIn(async (p) => {
      await p.line('王秀兰：8月18日城东区在二中讲航天，听众120人')
      await p.line('/时间 2026-09-05 23:00')
      await p.line('何敏 → 小科：八月没有活动')
      await p.line('/时间 2026-09-06 00:10')
      await p.line('钱守义 → 小科：8月30日城西区在四中讲海洋，听众80人')
      await p.line('李建国 → 小科：9月3日山口镇在村里讲柑橘，听众40人')
    })
    expect(await rates(play, '2026-09-05')).toEqual([''])
    expect(await rates(play, '2026-09-06')).toEqual([
      '2026-08',
      '城东1/1',
      '城西0/1',
      '南山0/1',
      '北岭1/1',
      '医卫0/1',
    ])
    expect((await rates(play, '2026-10-06')).slice(0, 4)).toEqual([
      '2026-08 2026-09',
      '城东1/2',
      '城西0/2',
      '南山1/2',
    ])
    expect(await rates(play, '2027-01-03')).toEqual(['']) // a new year begins
    await play.close()
  })

  test('what was said in time counts, also when the house took it up later', async () => {
    const play = await yearIn(async (p) => {
      await p.line('/时间 2026-09-07 09:00')
      await p.app.message({
        id: 'late',
        room: '市老科协会员群',
        sender: { id: 'wang', name: '王秀兰' },
        text: '8月28日城东区在二中讲航天，听众120人',
        sentAt: new Date('2026-09-05T20:00:00+08:00'),
        late: true,
      })
      expect(p.clock.now().toISOString()).toBe('2026-09-07T01:00:00.000Z')
    })
    expect((await rates(play, '2026-09-07')).slice(0, 2)).toEqual(['2026-08', '城东1/1'])
    await play.close()
  })
})

test.each([
  ['a month’s summary', '王秀兰：城东区十月共开展讲座6场，听众720人', false],
  ['a report from a town below', '李建国：10月18日山口镇在村里讲柑橘，听众40人', false],
  ['a report of another month', '王秀兰：9月18日城东区在二中讲航天，听众120人', true],
])('%s', async (_, said, owes) => {
  const play = await openPlay()
  await play.line(said)
  const of = said.includes('山口镇') ? '南山县老科协' : '城东区老科协'
  const list = await play.db.work((store) => owing(store, play.app.house, '2026-10'))
  expect(list.branches.includes(of)).toBe(owes)
  await play.close()
})
