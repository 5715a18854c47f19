import { describe, expect, test } from 'vitest'
import {
  decidePerson,
  decideRoom,
  type IdentityRow,
  type PersonSighting,
} from '../../src/transports/wechaty/identity.js'

const row = (id: string, name: string, more: Partial<IdentityRow> = {}): IdentityRow => ({
  kind: 'person',
  id,
  name,
  remark: '',
  calls: { east: '' },
  members: [],
  former: [],
  platformId: `@old-${id}`,
  maybe: [],
  sameAs: null,
  seenAt: '2026-11-21T00:00:00Z',
  ...more,
})
const sighting = (name: string, more: Partial<PersonSighting> = {}): PersonSighting => ({
  platformId: '@new',
  name,
  remark: '',
  calls: { east: '' },
  twins: 0,
  ...more,
})
const room = (topic: string, members: readonly string[], twins = 0) => ({
  platformId: '@@new',
  topic,
  members,
  twins,
})
const nobody = () => false
const wang = row('p1', '王秀兰')

describe('who is it', () => {
  test.each<[string, IdentityRow[], PersonSighting, string]>([
    ['never seen', [], sighting('王秀兰'), 'new'],
    ['the same platform id', [row('p1', '王秀兰')], sighting('改了名', { platformId: '@old-p1' }), 'same p1'],
    ['the only one of that name in the room', [wang], sighting('王秀兰'), 'same p1'],
    ['a namesake is there too', [wang], sighting('王秀兰', { twins: 1 }), 'doubtful p1'],
    ['two of that name are known', [wang, row('p2', '王秀兰')], sighting('王秀兰'), 'doubtful p1 p2'],
    [
      '群昵称 tells two of one name apart',
      [row('p1', '兰', { calls: { east: '城东王秀兰' } }), row('p2', '兰', { calls: { east: '南山何兰' } })],
      sighting('兰', { calls: { east: '南山何兰' } }),
      'same p2',
    ],
    [
      '备注 is certain, whatever the nickname',
      [row('p1', '王秀兰', { remark: '城东王' })],
      sighting('平安是福', { remark: '城东王', twins: 3 }),
      'same p1',
    ],
    [
      'another 备注 is another person',
      [row('p1', '兰', { remark: '甲' })],
      sighting('兰', { remark: '乙' }),
      'new',
    ],
    [
      '群昵称 is the name the association’s file has',
      [row('wxid_wang', '王秀兰', { remark: '王秀兰', calls: {} })],
      sighting('平安是福', { calls: { east: '王秀兰' } }),
      'doubtful wxid_wang',
    ],
    [
      'the name, seen in another room only',
      [wang],
      sighting('王秀兰', { calls: { south: '' } }),
      'doubtful p1',
    ],
    ['one common room is enough', [wang], sighting('王秀兰', { calls: { east: '', south: '' } }), 'same p1'],
    [
      'the same 群昵称 under another nickname',
      [row('p1', '王秀兰', { calls: { east: '城东-王秀兰' } })],
      sighting('平安是福', { calls: { east: '城东-王秀兰' } }),
      'doubtful p1',
    ],
    [
      'the same nickname under another 群昵称',
      [row('p1', '兰', { calls: { east: '城东-王秀兰' } })],
      sighting('兰', { calls: { east: '城东-何兰' } }),
      'doubtful p1',
    ],
    [
      'private, known in private',
      [row('p1', '王秀兰', { calls: { '': '' } })],
      sighting('王秀兰', { calls: { '': '' } }),
      'same p1',
    ],
    ['private, known in a room only', [wang], sighting('王秀兰', { calls: { '': '' } }), 'doubtful p1'],
    [
      'one the secretariat found to be another counts no more',
      [row('p9', '王秀兰', { sameAs: 'p1' })],
      sighting('王秀兰'),
      'new',
    ],
  ])('%s', (_, table, seen, expected) => {
    expect(told(decidePerson(table, seen, nobody))).toBe(expected)
  })

  test('somebody recognised already in this login is nobody else', () => {
    expect(told(decidePerson([wang], sighting('王秀兰'), (id) => id === '@old-p1'))).toBe('new')
  })
})

describe('which room is it', () => {
  const east = row('r1', '城东群', { kind: 'room', members: ['甲', '乙', '丙', '丁'] })
  test.each<[string, IdentityRow[], ReturnType<typeof room>, string]>([
    ['never seen', [], room('城东群', []), 'new'],
    ['the only one of that topic', [east], room('城东群', ['甲', '乙', '戊']), 'same r1'],
    ['the topic over strangers', [east], room('城东群', ['戊', '己', '庚']), 'doubtful r1'],
    ['members not known yet', [east], room('城东群', []), 'same r1'],
    ['renamed while away', [east], room('城东大家庭', ['甲', '乙', '丙', '丁']), 'doubtful r1'],
    ['another topic, other people', [east], room('南山群', ['戊', '己', '庚']), 'new'],
    [
      'two of one topic, told apart by their people',
      [east, row('r2', '城东群', { kind: 'room', members: ['戊', '己', '庚'] })],
      room('城东群', ['戊', '己', '庚', '辛'], 1),
      'same r2',
    ],
    [
      'two of one topic with the same people',
      [east, row('r2', '城东群', { kind: 'room', members: ['甲', '乙', '丙'] })],
      room('城东群', ['甲', '乙', '丙'], 1),
      'doubtful r1 r2',
    ],
  ])('%s', (_, table, seen, expected) => {
    expect(told(decideRoom(table, seen, nobody))).toBe(expected)
  })
})

const told = (decision: ReturnType<typeof decidePerson>): string =>
  decision.kind === 'same'
    ? `same ${decision.id}`
    : decision.kind === 'doubtful'
      ? `doubtful ${decision.maybe.join(' ')}`
      : 'new'
