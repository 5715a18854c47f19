import { expect, test } from 'vitest'
import { recount } from '../../src/ledger/recount.js'
import { openPlay } from './play.js'

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
