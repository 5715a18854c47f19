import { describe, expect, test } from 'vitest'
import { readCall } from '../../src/converse/call.js'
import { limits } from '../../src/converse/manners.js'
import { openPlay, sampleOrg } from './play.js'

const bot = { name: '小科', aliases: ['小科老师'] }

describe('who is called', () => {
  test.each([
    ['小科，全市', true, '全市'],
    ['小科老师 全市', true, '全市'],
    ['@小科 全市', true, '全市'],
    ['请问@小科 全市多少', true, '请问  全市多少'],
    ['小科学家来了三十位', false, '小科学家来了三十位'],
    ['@小科学家 您好', false, '@小科学家 您好'],
    ['我们小科很好用', false, '我们小科很好用'],
  ])('%s', (text, called, words) => {
    expect(readCall(text, bot)).toMatchObject({ called, words })
    expect(readCall(text, bot).text).toHaveLength(text.length)
  })
})

/** Plays lines and gives what is heard after each. */
async function playAll(lines: readonly string[], check: (heard: readonly (readonly string[])[]) => void) {
  const play = await openPlay()
  try {
    const heard: string[][] = []
    for (const line of lines) heard.push(await play.line(line))
    check(heard)
  } finally {
    await play.close()
  }
}

/** Seconds are needed here: the practice room moves a minute a line. */
async function inOneMinute(
  said: readonly (readonly [name: string, text: string, room?: string])[],
  seconds: number,
): Promise<string[][]> {
  const play = await openPlay()
  const heard: string[][] = []
  try {
    for (const [name, text, room = '市老科协会员群'] of said) {
      const known = sampleOrg().people.find((p) => p.name === name)
      await play.app.message({
        id: `s${heard.length}`,
        ...(room === '' ? {} : { room }),
        sender: { id: known?.id ?? `x_${name}`, name },
        text,
        sentAt: play.clock.now(),
      })
      await play.app.flush()
      heard.push((await play.room.play({ is: 'nothing' })).map((h) => h.text))
      play.clock.set(new Date(play.clock.now().getTime() + seconds * 1000))
    }
  } finally {
    await play.close()
  }
  return heard
}

describe('programs and repeated words', () => {
  test.each([
    ['小科', '小科 全市'],
    ['群管家', '小科 全市'],
    ['和谐机器人', '昨天在三小讲防诈骗，120人'],
    ['社区小助手', '小科 帮助'],
  ])('%s is never answered', async (name, text) => {
    expect(await inOneMinute([[name, text]], 1)).toEqual([[]])
  })

  test('the same words are listened to three times within a minute', async () => {
    const heard = await inOneMinute(
      Array.from({ length: 5 }, () => ['张大爷', '小科 全市'] as const),
      5,
    )
    expect(heard.map((h) => h.length)).toEqual([1, 1, 1, 0, 0])
  })
  test('and again later', async () => {
    const heard = await inOneMinute(
      Array.from({ length: 5 }, () => ['张大爷', '小科 全市'] as const),
      25,
    )
    expect(heard.map((h) => h.length)).toEqual([1, 1, 1, 1, 1])
  })
})

const questions = ['全市', '我的', '城东', '城西', '北岭', '南山', '医卫', '全市 今年']

describe('floods', () => {
  test('the sixth call within a minute gets the line, then ten minutes of silence', async () => {
    const heard = await inOneMinute(
      questions.map((q) => ['张大爷', `小科 ${q}`]),
      5,
    )
    expect(heard.map((h) => h.length)).toEqual([1, 1, 1, 1, 1, 1, 0, 0])
    expect(heard[limits.calls]).toEqual(['您问得有点急，我歇十分钟再答。'])
  })
  const calls = (words: readonly string[], name = '张大爷', room?: string) =>
    words.map((w): readonly [string, string, string?] => (room === undefined ? [name, w] : [name, w, room]))
  const rest = '您问得有点急，我歇十分钟再答。'

  test.each([
    ['the same words six times', Array.from({ length: 9 }, () => '小科 城西今年培训')],
    ['two questions in turn', Array.from({ length: 8 }, (_, i) => (i % 2 ? '小科 全市' : '小科 我的'))],
    [
      'the same words and others',
      ['小科 全市', '小科 全市', '小科 全市', '小科 全市', '小科 我的', '小科 城东', '小科 南山'],
    ],
    ['a record looked up again and again', Array.from({ length: 7 }, () => '小科 101号怎么记的')],
  ])('%s: the sixth gets the line, what follows nothing', async (_, words) => {
    const heard = await inOneMinute(calls(words), 6)
    expect(heard.slice(0, 5).flat()).not.toContain(rest)
    expect(heard[5]).toEqual([rest])
    expect(heard.slice(6).flat()).toEqual([])
  })
  test('the same words in private count as well, and rest in the room too', async () => {
    const heard = await inOneMinute(
      [
        ...calls(
          Array.from({ length: 6 }, () => '全市今年'),
          '张大爷',
          '',
        ),
        ...calls(['小科 全市今年']),
      ],
      7,
    )
    expect(heard.slice(-2)).toEqual([[rest], []])
  })
  test('after ten minutes it is answered again, not before', async () => {
    const six = calls(Array.from({ length: 6 }, () => '小科 全市今年'))
    const waited = calls(Array.from({ length: 70 }, (_, i) => (i % 10 < 9 ? '吃过了' : '小科 在不在')))
    const heard = await inOneMinute([...six, ...waited], 10)
    const answered = heard.slice(6).flatMap((h, i) => (h.length > 0 ? [(i + 1) * 10] : []))
    expect(Math.min(...answered)).toBeGreaterThanOrEqual(600)
  })
  test.each([
    ['the same five times', calls(Array.from({ length: 5 }, () => '小科 全市今年')), 8],
    ['six within two minutes', calls(Array.from({ length: 6 }, () => '小科 全市今年')), 14],
    ['chatter told over and over', calls(Array.from({ length: 9 }, () => '今天晚上吃饺子')), 3],
    ['thanks', calls(Array.from({ length: 7 }, (_, i) => `小科 谢谢${'啊'.repeat(i)}`)), 3],
    [
      'the office going through its list',
      calls(
        Array.from({ length: 9 }, () => '待办'),
        '周敏',
        '',
      ),
      3,
    ],
    [
      'six people, one question',
      ['张大爷', '何敏', '钱守义', '李建国', '孙国平', '赵玉珍'].map((n) => [n, '小科 全市'] as const),
      5,
    ],
  ])('no flood: %s', async (_, said, seconds) => {
    expect((await inOneMinute(said, seconds)).flat()).not.toContain(rest)
  })

  test('a report of somebody left unanswered is recorded', async () => {
    const calls = questions.slice(0, 6).map((q) => ['张大爷', `小科 ${q}`] as const)
    const heard = await inOneMinute([...calls, ['张大爷', '昨天在三小讲防诈骗，听众120人']], 5)
    expect(heard.at(-1)?.[0]).toContain('101号')
  })
  test('a 随笔 of somebody left unanswered is taken, and its writer knows; one after the other is not', async () => {
    const calls = questions.slice(0, 6).map((q) => ['张大爷', `小科 ${q}`] as const)
    const essays = Array.from({ length: 6 }, (_, i) => ['张大爷', `小科 随笔：出门带${i + 1}把伞`] as const)
    const heard = await inOneMinute([...calls, ...essays, ['张大爷', '小科 全市']], 4)
    const receipts = heard.slice(6).map((said) => said.find((t) => t.startsWith('收到')) ?? '')
    expect(receipts.map((t) => /第(\d)则/.exec(t)?.[1])).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      undefined,
      undefined,
    ])
  })
  test('receipts are no answers to calls', async () => {
    const days = [11, 12, 13, 14, 15, 16, 17, 18]
    const heard = await inOneMinute(
      days.map((d, i) => ['王秀兰', `11月${d}日在第${i + 1}小学讲防诈骗，听众${100 + i}人`, '']),
      3,
    )
    expect(heard.flat().filter((t) => t.includes('我歇'))).toEqual([])
    expect(heard.flat().join()).toContain('108号')
  })
  test('the office works through its list undisturbed', async () => {
    const heard = await inOneMinute(
      questions.map((q) => ['周敏', q, '']),
      3,
    )
    expect(heard.flat().filter((t) => t.includes('我歇'))).toEqual([])
  })
  test('a room has its own limit', async () => {
    const crowd = Array.from({ length: 23 }, (_, i) => [`老师${i}`, '小科 全市'] as const)
    const heard = await inOneMinute([...crowd, ['张大爷', '小科 随笔：出门带伞']], 1)
    expect(heard[limits.roomCalls]).toEqual(['问的人多，我歇一会儿再答。急的请私信我。'])
    expect(heard.slice(limits.roomCalls + 1, -1)).toEqual([[], []])
    expect(heard.at(-1)?.[0]).toContain('收到，您的第1则随笔')
  })
})

/** After one report, the line and what is heard. */
const asked = (line: string, check: (heard: readonly string[]) => void) =>
  playAll(['王秀兰：昨天在三小讲防诈骗，听众120人', line], ([, heard]) => check(heard!))

describe('slips', () => {
  test.each([
    '张大爷：小科 城东讲坐 今年',
    '张大爷：小科 全市讲座多少场此',
    '张大爷：小科 全市讲座 多少人词',
    '张大爷：小科　请帮我查一下　城东将座　今年吧',
  ])('%s is understood', (line) => asked(line, (heard) => expect(heard.join()).toMatch(/讲座1场次.*120人次/)))
  test.each([
    ['张大爷：小科 那个统记', '小科：您是要查“全市”还是“我的”？回一个就行。'],
    ['张大爷：小科 帮住', '小科：您是要查“帮助”吗？回“是”就行。'],
    ['张大爷：小科 城东培圳 今年', '小科：您是要查“城东培训 今年”吗？回“是”就行。'],
    ['张大爷：小科 今天天气真好', '小科：我没听明白。您是想查总数，／还是报活动？直接说就行。'],
  ])('%s', (line, reply) => asked(line, (heard) => expect(heard).toEqual([reply])))

  test('one of two suggestions is taken by its bare words', () =>
    playAll(['张大爷：小科 那个统记', '李建国：全市', '张大爷：全市', '张大爷：全市'], (heard) =>
      expect(heard.map((h) => h.length)).toEqual([1, 0, 1, 0]),
    ))
  test('a single one by 是', () =>
    playAll(['张大爷：小科 帮住', '张大爷：是'], ([, help]) => expect(help?.[0]).toContain('报活动：')))
})

describe('without words', () => {
  test('voice is told once, in private', () =>
    playAll(['何敏 → 小科：[语音] 12"', '何敏 → 小科：[语音] 3"', '何敏：[语音] 8"'], (heard) =>
      expect(heard).toEqual([['小科〔私→何敏〕：语音我听不了，长按“转文字”再发给我就行。'], [], []]),
    ))
  test('pictures hear nothing', () =>
    playAll(['何敏 → 小科：[图片]', '何敏：[图片]', '何敏 → 小科：[动画表情]'], (heard) =>
      expect(heard.flat()).toEqual([]),
    ))
})

test('figures of a called report stand where they were typed', () =>
  playAll(['王秀兰：小科，昨天在三小讲防诈骗，听众88人', '周敏 → 小科：凭据 讲座'], ([, proof]) =>
    expect(proof?.join()).toContain('小科，昨天在三小讲防诈骗，听众【88人】'),
  ))
