import { expect, test } from 'vitest'
import { openPlay } from './play.js'

/** What is said, what the private question has to hold, the answer; then the total of lectures in 2026. */
interface Row {
  readonly what: string
  readonly lines: readonly string[]
  readonly total: string
}

// No report comes into the totals without being weighed against what is on the book, whatever it was asked before.
const rows: readonly Row[] = [
  {
    what: 'the same total told twice',
    lines: [
      '王秀兰：十月份城东区共开展科普讲座5场，610人次',
      '王秀兰：十月份城东区共开展科普讲座5场，610人次',
      '? 连同',
      '王秀兰 → 小科：连同',
    ],
    total: '5场次 610人次',
  },
  {
    what: 'the same total told twice and not answered for',
    lines: [
      '王秀兰：十月份城东区共开展科普讲座5场，610人次',
      '王秀兰：十月份城东区共开展科普讲座5场，610人次',
    ],
    total: '5场次 610人次',
  },
  {
    what: 'a later total of the same month',
    lines: [
      '王秀兰：十月份城东区共开展科普讲座5场，610人次',
      '王秀兰：十月份城东区共开展科普讲座7场，800人次',
      '? 5场610人次',
      '王秀兰 → 小科：连同',
    ],
    total: '7场次 800人次',
  },
  {
    what: 'a quarter over a month over an event',
    lines: [
      '王秀兰：8月12日城东区在一小讲航天，120人',
      '王秀兰：八月份城东区共开展科普讲座3场，400人次',
      '王秀兰 → 小科：连同',
      '王秀兰：9月3日城东区在二小讲防溺水，90人',
      '王秀兰：三季度城东区共开展科普讲座8场，1000人次',
      '? 4场490人次',
      '王秀兰 → 小科：连同',
    ],
    total: '8场次 1000人次',
  },
  {
    what: 'an event told late is in the month and so in the quarter',
    lines: [
      '王秀兰：八月份城东区共开展科普讲座3场，400人次',
      '王秀兰：三季度城东区共开展科普讲座8场，1000人次',
      '王秀兰 → 小科：连同',
      '王秀兰：8月20日城东区在三小讲反诈，60人',
      '? 算在里面',
      '王秀兰 → 小科：算在里面',
    ],
    total: '8场次 1000人次',
  },
  {
    what: 'a month told after its quarter',
    lines: [
      '王秀兰：三季度城东区共开展科普讲座8场，1000人次',
      '王秀兰：八月份城东区共开展科普讲座3场，400人次',
      '? 这份算在里面',
      '王秀兰 → 小科：算在里面',
    ],
    total: '8场次 1000人次',
  },
  {
    what: 'a stranger tells what the contact told: once its branch is known it is one event',
    lines: [
      '王秀兰：11月20日城东区在二中讲航天，听众120人',
      '刘大爷：昨天在二中办了航天讲座1场，听众120人',
      '刘大爷：城东区',
      '? 作证',
    ],
    total: '1场次 120人次',
  },
  {
    what: 'a stranger tells it with another headcount',
    lines: [
      '王秀兰：11月20日城东区在二中讲航天，听众120人',
      '刘大爷：昨天在二中办了航天讲座1场，听众110来人',
      '刘大爷：城东区',
      '? 用您的',
      '刘大爷 → 小科：用',
    ],
    total: '1场次 110人次',
  },
  {
    what: 'a stranger tells another event of that day after all',
    lines: [
      '王秀兰：11月20日城东区在二中讲航天，听众120人',
      '刘大爷：昨天在二中办了航天讲座1场，听众110来人',
      '刘大爷：城东区',
      '刘大爷 → 小科：另一场',
    ],
    total: '2场次 230人次',
  },
  {
    what: "a stranger's event in a month whose total is known, once its branch is",
    lines: [
      '王秀兰：八月份城东区共开展科普讲座3场，400人次',
      '刘大爷 → 小科：8月20日在三小讲反诈，60人',
      '刘大爷 → 小科：城东',
      '? 算在里面',
      '刘大爷 → 小科：算在里面',
    ],
    total: '3场次 400人次',
  },
  {
    what: 'a question left open long ago does not take the answer to a new one about the same record',
    lines: [
      '王秀兰：8月12日城东区在一小讲航天，120人',
      '王秀兰：8月12日城东一小讲航天，听众120人',
      '? 同一场',
      '/快进 5天',
      '王秀兰：八月份城东区共开展科普讲座3场，400人次',
      '? 连同',
      '王秀兰 → 小科：是另外的',
      '? 另外算',
    ],
    total: '4场次 520人次',
  },
  {
    what: 'announced, told by the contact, and then asked after',
    lines: [
      '李建国：小科 11月24日上午去苗山二中讲航天',
      '/时间 2026-11-24 17:30',
      '孙国平：今天南山县在苗山二中讲航天，听众210人',
      '李建国 → 小科：210',
      '? 作证',
    ],
    total: '1场次 210人次',
  },
  {
    what: 'told again with its place among the words',
    lines: [
      '王秀兰：前天向平小学 讲座1场 123人（次）',
      '/快进 3天',
      '王秀兰：11月19日，城东区老科协在向平小学举办讲座1场，听众123人。',
      '? 同一场',
      '王秀兰 → 小科：同一场',
    ],
    total: '1场次 123人次',
  },
  {
    what: 'parts that disagree, told twice',
    lines: [
      '王秀兰：11月20日城东区在三个学校开展讲座3场，一小50人、二小60人、三小70人，共200人',
      '王秀兰 → 小科：180',
      '王秀兰：11月20日城东区在三个学校开展讲座3场，一小50人、二小60人、三小70人，共200人',
      '王秀兰 → 小科：180',
      '? 同一场',
      '王秀兰 → 小科：同一场',
    ],
    total: '3场次 180人次',
  },
]

test.each(rows)('counted once: $what', async ({ lines, total }) => {
  const play = await openPlay()
  let heard: string[] = []
  for (const line of lines) {
    if (line.startsWith('? ')) expect(heard.join('\n')).toContain(line.slice(2))
    else heard = await play.line(line)
  }
  const [answer] = await play.line('周敏 → 小科：全市 讲座 今年')
  const figures = [/讲座(\d+场次)/, /受众(\d+人次)/].map((p) => p.exec(answer ?? '')?.[1])
  expect(figures.join(' ')).toBe(total)
  await play.close()
})

test.each([
  ['王秀兰：昨天下午三小那场消防是我讲的，58个娃娃', '101号已经记了这场'],
  ['王秀兰：昨天三小那场消防讲座是我上的，58个娃娃', '和101号像是同一场'],
  ['王秀兰：昨天三小那场消防，我讲的，来了61个', '和101号像是同一场'],
  ['王秀兰 → 小科：昨天三小那场是谁讲的', '58'],
  ['王秀兰：昨天三小那场是61个', '101号已改：58 → 61人次'],
])('told once more in passing: %s', async (said, part) => {
  const play = await openPlay()
  try {
    await play.line('王秀兰：昨天下午在城东三小讲消防，听众58人')
    await play.line('/快进 2小时')
    expect((await play.line(said)).join('\n')).toContain(part)
  } finally {
    await play.close()
  }
})
