import { expect, test } from 'vitest'
import { turnOf } from '../../src/converse/turn-of.js'
import { say } from '../../src/converse/speak.js'
import { tellRecorded } from '../../src/converse/told.js'
import { recordReports } from '../../src/ledger/record.js'
import { contextOf } from '../../src/turn.js'
import { understand } from '../../src/understand/index.js'
import { openPlay } from './play.js'

const name = '东湖老科协'

/** 王秀兰 tells of a branch the org file does not know; then what is said, and what is heard after it. */
const rows: readonly (readonly [what: string, lines: readonly (readonly [said: string, heard: string])[]])[] =
  [
    [
      'yes',
      [
        ['王秀兰：可以', '小科：✅ 101号 讲座1场 80人次 城东区 11月20日'],
        ['周敏 → 小科：城东 讲座 今年', '讲座1场次（任务12场'],
      ],
    ],
    [
      'the branch it is',
      [
        ['王秀兰：是城西的', '小科：✅ 101号 讲座1场 80人次 城西区 11月20日'],
        ['周敏 → 小科：城西 讲座 今年', '讲座1场次'],
      ],
    ],
    [
      'no',
      [
        ['王秀兰：不行', '小科：那请说一下是哪个分会的，我再记。'],
        ['周敏 → 小科：全市 讲座 今年', '还没有科普讲座的记录'],
        ['王秀兰：城西', '小科：✅ 101号 讲座1场 80人次 城西区 11月20日'],
        ['周敏 → 小科：全市 讲座 今年', '讲座1场次'],
      ],
    ],
    ['no answer: it counts nowhere', [['周敏 → 小科：全市 讲座 今年', '还没有科普讲座的记录']]],
  ]

test.each(rows)('a branch nobody knows is asked about: %s', async (_, lines) => {
  const play = await openPlay()
  const text = `昨天${name}在一中举办讲座1场，听众80人`
  await play.db.work(async (store) => {
    const turn = await turnOf(
      store,
      play.app.house,
      {
        id: 'x',
        room: '市老科协会员群',
        sender: { id: 'wang', name: '王秀兰' },
        text,
        sentAt: play.clock.now(),
      },
      play.clock.now(),
    )
    const { reports, plans } = understand(text.replace(name, '城东老科协'), contextOf(turn))
    const span = [2, 2 + name.length] as const
    const doubts = [{ code: 'unknown_branch', words: name, span, report: 0 }] as const
    const told = await recordReports(turn, {
      reports: reports.map((r) => ({ ...r, branch: null })),
      plans,
      doubts,
    })
    await say(turn, await tellRecorded(turn, told!))
  })
  await play.app.flush()
  expect((await play.room.play({ is: 'nothing' })).map((h) => h.text)).toEqual([
    '✅ 101号 讲座1场 80人次 城东区 11月20日\n“东湖老科协”我还不认识，先记城东区可以吗？',
  ])
  for (const [said, heard] of lines) expect((await play.line(said)).join('\n')).toContain(heard)
  await play.close()
})
