import { expect, test } from 'vitest'
import { openSimulated } from './live-simulator.js'

/** What a person meets who talks to the live bot in a simulated WeChat. */

test('a voice message: in private told once what helps, in the group nothing', async () => {
  const { control, said, until } = await openSimulated()
  control({ do: 'say', saying: { from: 'li', room: 'east', type: 'audio' } })
  control({ do: 'say', saying: { from: 'wang', type: 'audio' } })
  await until('语音我听不了')
  control({ do: 'say', saying: { from: 'wang', type: 'audio' } })
  control({ do: 'say', saying: { from: 'wang', text: '帮助' } })
  await until('报活动')
  const lines = said().filter(({ text }) => text.includes('语音我听不了'))
  expect(lines.map(({ to, room }) => [to, room])).toEqual([['wang', undefined]])
}, 60_000)
