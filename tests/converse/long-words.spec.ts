import { describe, expect, test } from 'vitest'
import { openPlay } from './play.js'

/** Beginnings of wishes, corrections and answers, and what makes their patterns go back over themselves. */
const heads = ['', '答复求证3', '随笔', '凭据', '101号', '刚才']
const fills = [
  ' ',
  '了',
  '我区',
  '的',
  '和',
  '101 ',
  '刚才的',
  '是',
  '吧',
  '不是',
  '\n',
  '，',
  '1',
  '我报的',
  '到',
  '月',
]
const hostile = heads.flatMap((head) => fills.map((fill) => head + fill.repeat(4000 / fill.length) + '！x'))

describe('texts made to keep a pattern busy', () => {
  test('are no wishes: in private one is told that nothing was understood, then hears nothing', async () => {
    const play = await openPlay()
    try {
      const heard: string[] = []
      for (const text of hostile) {
        await play.app.message({
          id: `h${heard.length}-${text.length}-${hostile.indexOf(text)}`,
          sender: { id: 'wang', name: '王秀兰' },
          text,
          sentAt: play.clock.now(),
        })
        await play.app.flush()
        heard.push(...(await play.room.play({ is: 'nothing' })).map((h) => h.text))
      }
      expect([...new Set(heard)]).toEqual([
        '我没听明白。您是想查总数，\n还是报活动？直接说就行。',
        '我先记着，请秘书处看看。',
      ])
    } finally {
      await play.close()
    }
  }, 60_000)

  test('in the room they are chatter', async () => {
    const play = await openPlay()
    try {
      for (const [i, text] of hostile.entries())
        await play.app.message({
          id: `r${i}`,
          room: '市老科协会员群',
          sender: { id: 'wang', name: '王秀兰' },
          text,
          sentAt: play.clock.now(),
        })
      await play.app.flush()
      expect(await play.room.play({ is: 'nothing' })).toEqual([])
    } finally {
      await play.close()
    }
  }, 60_000)
})

test('the longest wish is still heard: a 随笔 of 400 characters', async () => {
  const play = await openPlay()
  try {
    const [first] = await play.line(`张大爷 → 小科：随笔：${'出门记得带伞，'.repeat(57)}`)
    expect(first).toContain('随笔')
    expect(first).not.toContain('没听明白')
  } finally {
    await play.close()
  }
})
