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

test('a picture or a file to the bot: told once that it is kept and not read; in the group nothing', async () => {
  const { control, said, until } = await openSimulated()
  const file = (name: string) => ({ name, base64: Buffer.from('x').toString('base64') })
  control({ do: 'say', saying: { from: 'li', room: 'east', file: file('合影.png') } })
  for (const name of ['签到.png', '名单.xlsx', '又一张.png'])
    control({ do: 'say', saying: { from: 'wang', file: file(name) } })
  await until('图片我存下了')
  await until('文件我存下了')
  control({ do: 'say', saying: { from: 'wang', text: '帮助' } })
  await until('报活动：')
  const lines = said().filter(({ text }) => text.includes('我存下了'))
  expect(lines.map(({ to, room }) => [to, room])).toEqual([
    ['wang', undefined],
    ['wang', undefined],
  ])
}, 60_000)

test('what could not be read at all is said so in private', async () => {
  const { control, said, until } = await openSimulated()
  control({ do: 'say', saying: { from: 'li', room: 'east', text: '' } })
  control({ do: 'say', saying: { from: 'wang', text: '' } })
  await until('没读出来')
  expect(said().map(({ to, room }) => [to, room])).toEqual([['wang', undefined]])
}, 60_000)
