import { describe, expect, test } from 'vitest'
import { advance } from '../../src/transports/replay.js'
import { openPlay, sampleOrg, type Play } from '../converse/play.js'

const room = '市老科协会员群'
const org = { ...sampleOrg(), rooms: [{ name: room, unit: '临海市老科协', tips: '08:00' as const }] }
const at = (wall: string): Date => new Date(`${wall.replace(' ', 'T')}+08:00`)

/** Tips heard while the clock is put to each of these instants, each followed by a look of the house. */
async function heard(play: Play, walls: readonly string[]): Promise<string[]> {
  const tips: string[] = []
  for (const wall of walls) {
    play.clock.set(at(wall))
    await play.app.tick()
    const { length } = (await play.room.play({ is: 'nothing' })).filter((h) => h.text.includes('今日科普'))
    tips.push(`${wall.slice(5)} ${length}`)
  }
  return tips
}

describe.each<[string, readonly string[]]>([
  [
    'restarted in the very second, and again',
    ['11-22 08:00:00 1', '11-22 08:00:00 0', '11-22 08:00:01 0', '11-22 11:29:00 0', '11-23 08:00:00 1'],
  ],
  [
    'the clock put back some minutes, then an hour',
    ['11-22 08:00:00 1', '11-22 07:55:00 0', '11-22 08:00:00 0', '11-22 07:00:00 0', '11-22 08:00:30 0'],
  ],
  [
    'the clock put back a day: the same morning twice brings one',
    ['11-22 08:00:00 1', '11-21 08:00:00 0', '11-21 11:00:00 0', '11-22 08:00:00 0', '11-23 08:00:00 1'],
  ],
  [
    'the clock put forward within the morning',
    ['11-22 07:59:59 0', '11-22 09:30:00 1', '11-22 08:00:00 0', '11-23 08:00:00 1'],
  ],
  [
    'put forward past the hour for it: none, and never made up for',
    ['11-22 14:00:00 0', '11-22 08:30:00 0', '11-23 08:00:00 1'],
  ],
])('%s', (_, expected) => {
  test('at most one a day', async () => {
    const play = await openPlay(org, '2026-11-21T12:00:00+08:00')
    try {
      await play.app.tick()
      const walls = expected.map((e) => `2026-${e.slice(0, 14)}`)
      expect(await heard(play, walls)).toEqual(expected)
    } finally {
      await play.close()
    }
  })
})

test('a clock that was years ahead for an hour stops nothing once it is right again', async () => {
  const play = await openPlay(org, '2026-11-21T12:00:00+08:00')
  try {
    await play.app.tick()
    expect(await heard(play, ['2026-11-22 08:00:00', '2031-03-01 09:00:00'])).toEqual([
      '11-22 08:00:00 1',
      '03-01 09:00:00 1',
    ])
    // what the serving house does every minute
    play.clock.set(at('2026-11-23 07:00:00'))
    await play.db.work((store) => store.jobs.forgetAfter(at('2026-11-25 07:00:00').toISOString()))
    expect(await heard(play, ['2026-11-23 08:00:00', '2026-11-23 09:00:00', '2026-11-24 08:00:00'])).toEqual([
      '11-23 08:00:00 1',
      '11-23 09:00:00 0',
      '11-24 08:00:00 1',
    ])
  } finally {
    await play.close()
  }
})

test('days off, quiet rooms and a room put on in the morning', async () => {
  const play = await openPlay(org, '2026-11-21T12:00:00+08:00')
  const tipsUntil = async (wall: string): Promise<number> => {
    await advance(play.app, play.clock, at(wall))
    return (await play.room.play({ is: 'nothing' })).filter((h) => h.text.includes('今日科普')).length
  }
  try {
    await play.line('周敏 → 小科：停发科普 11月22日 哀悼')
    await play.line('周敏：小科 停科普')
    expect(await tipsUntil('2026-11-22 12:00:00')).toBe(0)
    await play.line('周敏：小科 开科普')
    expect(await tipsUntil('2026-11-23 12:00:00')).toBe(1)
    await play.line('周敏：小科安静')
    expect(await tipsUntil('2026-11-24 12:00:00')).toBe(0)
    await play.line('周敏：小科说话')
    await play.line('周敏：小科 科普改到20点半')
    // spoken to again at noon, the room still has the tip of that evening
    expect(await tipsUntil('2026-11-24 20:59:00')).toBe(1)
    expect(await tipsUntil('2026-11-25 20:29:00')).toBe(0)
    expect(await tipsUntil('2026-11-25 20:59:00')).toBe(1)
    const rows = await play.db.read((store) => store.tips.history(room, '2026-11-22'))
    expect(rows.map((r) => `${r.day} ${r.reason ?? 'given'}`)).toEqual([
      '2026-11-23 given',
      '2026-11-24 given',
      '2026-11-25 given',
    ])
  } finally {
    await play.close()
  }
})
