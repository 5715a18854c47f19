import { types } from 'wechaty-puppet'
import { expect, test } from 'vitest'
import { run } from '../../src/transports/wechaty/simulator/commands.js'
import { kind } from '../../src/transports/wechaty/simulator/messages.js'
import { PuppetSimulator } from '../../src/transports/wechaty/simulator/puppet.js'
import {
  addPerson,
  addRoom,
  createWorld,
  type Settings,
} from '../../src/transports/wechaty/simulator/world.js'

function scene(settings: Partial<Settings> = {}) {
  const world = createWorld(settings, () => 1_000_000_000_000)
  addPerson(world, { key: 'wang', name: '王秀兰' })
  addRoom(world, 'r1', '城东区老科协会员群', ['wang'])
  return { world, puppet: new PuppetSimulator(world) }
}

test('a message carries its room, speaker, mention ids and time', async () => {
  const { world, puppet } = scene()
  const id = run(world, {
    do: 'say',
    saying: { from: 'wang', room: 'r1', text: '讲座:\n60人', mentions: ['bot'] },
  })
  expect(await puppet.messagePayload(id as string)).toMatchObject({
    roomId: 'r1@chatroom',
    talkerId: 'wxid_wang',
    text: '讲座:\n60人',
    timestamp: 1_000_000_000_000,
    mentionIdList: ['wxid_bot'],
    type: types.Message.Text,
  })
})

test('as wechat4u: text is cut at the second colon, ids are of the session, the raw payload keeps all', async () => {
  const { world, puppet } = scene({ cutsText: true, changingIds: true })
  const id = run(world, {
    do: 'say',
    saying: { from: 'wang', room: 'r1', text: '讲座:\n题目: A & B\n60人' },
  }) as string
  expect(await puppet.messagePayload(id)).toMatchObject({
    text: '讲座',
    talkerId: '@s1xwang',
    timestamp: 1_000_000_000,
  })
  expect(await puppet.messageRawPayload(id)).toMatchObject({
    OriginalContent: '@s1xwang:<br/>讲座:<br/>题目: A &amp; B<br/>60人',
  })
  run(world, { do: 'logout', reason: 'kicked' })
  expect(await puppet.contactList()).toContain('@s2xwang')
})

test.each([
  ['id', /^m1-1$/],
  ['xml', /<msgid>m1-1<\/msgid>/],
  ['nothing', /^$/],
] as const)('a recall of shape %s', async (shape, text) => {
  const { world, puppet } = scene()
  const id = run(world, { do: 'say', saying: { from: 'wang', room: 'r1', text: '60人' } }) as string
  const recalled = run(world, { do: 'recall', id, shape }) as string
  const payload = await puppet.messagePayload(recalled)
  expect(payload.type).toBe(types.Message.Recalled)
  expect(payload.text).toMatch(text)
})

test('joining, leaving and renaming show in the room', async () => {
  const { world, puppet } = scene()
  addPerson(world, { key: 'he', name: '何敏' })
  run(world, { do: 'join', room: 'r1', by: 'wang', people: ['he'] })
  run(world, { do: 'leave', room: 'r1', by: 'wang', people: ['wang'] })
  run(world, { do: 'rename', room: 'r1', by: 'he', topic: '城东大家庭' })
  expect(await puppet.roomRawPayload('r1@chatroom')).toMatchObject({
    topic: '城东大家庭',
    memberIdList: ['wxid_bot', 'wxid_he'],
  })
})

test('files come back byte for byte; what a puppet cannot do says so', async () => {
  const { world, puppet } = scene()
  const file = { name: '合影.png', base64: Buffer.from('picture').toString('base64') }
  const id = run(world, { do: 'say', saying: { from: 'wang', room: 'r1', file } }) as string
  expect(world.messages.get(id)?.type).toBe(kind.image)
  expect((await (await puppet.messageFile(id)).toBuffer()).toString()).toBe('picture')
  await expect(puppet.roomQuit('r1@chatroom')).rejects.toThrow()
})
