import { expect } from 'vitest'
import {
  at,
  activity,
  record,
  version,
  source,
  receipt,
  person,
  target,
  todo,
  question,
  type Cases,
} from './samples.js'

const org = (units: readonly (readonly [name: string, parent: string | null])[]) => ({
  units: units.map(([name, parent]) => ({ name, parent, aliases: [] })),
})

const doubtful = {
  message: 'm8',
  room: null,
  sender: 'wxid_wang',
  senderName: '王秀兰',
  sentAt: at,
  text: '讲座不错',
  unit: null,
  why: 'unsure',
  status: 'open',
} as const

/** The org file and what the chat adds to it. */
export const people: Cases = [
  [
    'units follow the org file and stay when they leave it',
    async ({ units }) => {
      expect(
        await units.sync(
          org([
            ['市会', null],
            ['城东', '市会'],
            ['城西', '市会'],
          ]),
        ),
      ).toBe(false)
      expect(
        await units.sync(
          org([
            ['市会', null],
            ['城西', '市会'],
            ['城北', '市会'],
          ]),
        ),
      ).toBe(false)
      expect(await units.all()).toEqual([
        { name: '市会', parent: null, retired: false },
        { name: '城西', parent: '市会', retired: false },
        { name: '城北', parent: '市会', retired: false },
        { name: '城东', parent: '市会', retired: true },
      ])
      expect(
        await units.sync(
          org([
            ['市会', null],
            ['城北', '市会'],
            ['城西', '城北'],
            ['城东', '市会'],
          ]),
        ),
      ).toBe(true)
      expect((await units.all()).map((unit) => unit.name)).toEqual(['市会', '城北', '城西', '城东'])
    },
  ],
  [
    'a unit that is now an alias of another was renamed, and its history with it',
    async ({ units, records, people, zeros, targets, todos }) => {
      const sync = (name: string, aliases: string[]) =>
        units.sync({
          units: [
            { name: '市会', parent: null, aliases: [] },
            { name, parent: '市会', aliases },
          ],
        })
      await sync('旧"区%"会', [])
      const told = { unit: '旧"区%"会', partners: ['旧"区%"会', '科技局'] }
      await records.insert(record(101, told), version(record(101), { activity: activity(told) }))
      await people.put(person({ unit: '旧"区%"会' }))
      for (const unit of ['旧"区%"会', '新区会']) await targets.set(target({ unit }), 'wxid_zhou', at)
      for (const unit of ['旧"区%"会', '新区会']) {
        await zeros.put({ unit, month: '2026-09', by: 'wxid_wang', at, message: null })
      }
      await todos.insert(todo({ unit: '旧"区%"会' }))
      expect(await sync('新区会', ['旧"区%"会'])).toBe(true)
      expect((await units.all()).map((unit) => unit.name)).toEqual(['市会', '新区会'])
      const renamed = { unit: '新区会', partners: ['新区会', '科技局'] }
      expect(await records.list({ units: ['新区会'] })).toEqual([record(101, renamed)])
      expect((await records.versions(101))[0]?.activity).toEqual(activity(renamed))
      expect((await people.byId('wxid_wang'))?.unit).toBe('新区会')
      expect(await targets.of(2026)).toEqual([target({ unit: '新区会' })])
      expect(await zeros.of('2026-09')).toHaveLength(1)
      expect(await todos.open('新区会')).toHaveLength(1)
    },
  ],
  [
    'people of the org file hold its office while they are in it',
    async ({ people }) => {
      await people.put(person({ unit: '城东', receipts: 3, noRemindersUntil: '9999-12-31' }))
      const stated = {
        id: 'wxid_wang',
        name: '王秀兰',
        unit: null,
        role: 'contact',
        duties: ['editor'],
      } as const
      await people.sync({
        people: [stated, { ...stated, id: 'wxid_zhou', role: 'secretariat', unit: '市会' }],
      })
      expect(await people.byId('wxid_wang')).toEqual(
        person({
          unit: '城东',
          receipts: 3,
          noRemindersUntil: '9999-12-31',
          role: 'contact',
          duties: ['editor'],
          inOrg: true,
        }),
      )
      expect((await people.byName('王秀兰')).map((p) => p.id)).toEqual(['wxid_wang', 'wxid_zhou'])
      expect((await people.withRole(['contact', 'secretariat'])).map((p) => p.id)).toEqual([
        'wxid_wang',
        'wxid_zhou',
      ])
      expect((await people.withRole(['contact'], '市会')).map((p) => p.id)).toEqual([])
      expect(await people.withRole([])).toEqual([])
      expect((await people.withDuty('editor')).map((p) => p.id)).toEqual(['wxid_wang', 'wxid_zhou'])
      expect(await people.withDuty('reviewer')).toEqual([])
      // a handover told in the chat stands until the file says something else
      await people.put({ ...(await people.byId('wxid_wang'))!, role: 'member', unit: '城北' })
      await people.sync({ people: [stated] })
      expect(await people.byId('wxid_wang')).toMatchObject({ role: 'member', unit: '城北', inOrg: true })
      await people.sync({ people: [{ ...stated, role: 'admin' }] })
      expect(await people.byId('wxid_wang')).toMatchObject({ role: 'admin', unit: '城北' })
      await people.sync({ people: [{ ...stated, unit: '城西' }] })
      expect((await people.byId('wxid_wang'))?.unit).toBe('城西')
      expect(await people.byId('wxid_zhou')).toMatchObject({
        role: 'member',
        duties: [],
        unit: '市会',
        inOrg: false,
      })
      expect(await people.byId('nobody')).toBeNull()
    },
  ],
  [
    'two ids said to be one person are one, in every table; records keep figures and versions',
    async (store) => {
      const { people, records, sources, outbox, settings, questions, calls, todos, missed } = store
      await people.put(person({ receipts: 3, unit: '城东', inOrg: true }))
      await people.put(person({ id: 'wx-7', receipts: 2, unit: '城西', role: 'member', inOrg: false }))
      await sources.put(source({ sender: 'wx-7' }))
      const told = record(101, { reporter: 'wx-7' })
      await records.insert(told, version(told, { by: 'wx-7' }))
      const own = record(102)
      await records.insert(own, version(own))
      await records.addWitness(102, { message: 'm2', person: 'wx-7', at })
      await todos.insert(todo({ person: 'wx-7', data: { reporter: 'wx-7', of: [101] } }))
      await todos.insert(todo({ what: 'identity', data: { id: 'wx-7' } }))
      await questions.insert(question({ person: 'wx-7' }))
      await calls.add({ message: 'm1', person: 'wx-7', room: null, at, outcome: 'answered' })
      const { id } = await missed.insert({ ...doubtful, sender: 'wx-7' })
      await outbox.plan(receipt({ room: null, person: 'wx-7' }), 'private')
      await outbox.plan(receipt({ mentions: ['wx-7', 'wxid_li'] }), 'room')
      await settings.set('voice:wx-7', 'told')
      await settings.set('last:wx-7', 'older')
      await settings.set('last:wxid_wang', 'newer')
      await settings.set('identity:wx-7', '{}')

      expect(await people.join('wx-7', 'wxid_wang')).toEqual([101])
      expect(await people.byId('wx-7')).toBeNull()
      expect(await people.byId('wxid_wang')).toMatchObject({ receipts: 5, unit: '城东', inOrg: true })
      expect(await records.byNo(101)).toEqual({ ...told, reporter: 'wxid_wang' })
      expect(await records.versions(101)).toEqual([{ ...version(told), by: 'wxid_wang' }])
      expect((await records.list({ reporter: 'wxid_wang' })).map(({ no }) => no)).toEqual([101, 102])
      expect(await sources.get('m1')).toMatchObject({ sender: 'wxid_wang', senderName: source().senderName })
      expect((await records.witnesses(102))[0]?.person).toBe('wxid_wang')
      expect(await todos.byId(1)).toMatchObject({
        person: 'wxid_wang',
        data: { reporter: 'wxid_wang', of: [101] },
      })
      expect(await todos.byId(2)).toMatchObject({ data: { id: 'wx-7' } })
      expect(await questions.lastAbout('wxid_wang', 'attendance')).not.toBeNull()
      expect(await calls.countSince('wxid_wang', at)).toBe(1)
      expect((await missed.byId(id))?.sender).toBe('wxid_wang')
      const due = await outbox.due(at, 9)
      expect(due.map(({ person, mentions }) => [person, mentions])).toEqual([
        ['wxid_wang', []],
        [null, ['wxid_wang', 'wxid_li']],
      ])
      expect(await settings.list('voice:')).toEqual([{ key: 'voice:wxid_wang', value: 'told' }])
      expect(await settings.list('last:')).toEqual([{ key: 'last:wxid_wang', value: 'newer' }])
      expect(await settings.get('identity:wx-7')).toBe('{}')
      // Once more does nothing.
      expect(await people.join('wx-7', 'wxid_wang')).toEqual([])
      expect((await people.byId('wxid_wang'))?.receipts).toBe(5)
    },
  ],
  [
    'a person erased leaves figures and no trace of who',
    async (store) => {
      const { people, records, sources, outbox, settings, questions, calls, todos, missed } = store
      await people.put(person())
      await sources.put(source())
      const told = record(101, { speakers: ['王秀兰', '李建国'] })
      await records.insert(told, version(told, { activity: activity({ speakers: ['王秀兰'] }) }))
      await todos.insert(todo({ person: 'wxid_wang', text: '王老师请您办' }))
      const { id } = await missed.insert(doubtful)
      await records.addWitness(101, { message: 'm2', person: 'wxid_wang', at })
      await outbox.plan(receipt({ room: null, person: 'wxid_wang' }), 'private')
      await outbox.plan(receipt({ mentions: ['wxid_wang', 'wxid_li'] }), 'room')
      for (const [key, change] of [
        ['told of him', { text: '讲师王秀兰', inReplyTo: 'm7' }],
        ['of a call', { text: '已记 101', inReplyTo: 'm6' }],
        ['another', { text: '已记 102', inReplyTo: 'm7' }],
      ] as const) {
        const row = (await outbox.plan(receipt({ person: 'wxid_li', room: null, ...change }), key))!
        await outbox.claim(row)
        await outbox.finish(row, { status: 'sent', at })
      }
      await settings.set('absent:wxid_wang', 'x')
      await settings.set('absent:wxid_wang_other', 'x')
      await questions.insert(question())
      await calls.add({ message: 'm1', person: 'wxid_wang', room: null, at, outcome: 'answered' })
      await people.erase('wxid_wang')
      expect(await people.byId('wxid_wang')).toBeNull()
      const [kept] = await records.list({})
      expect(kept).toMatchObject({ no: 101, reporter: 'erased-1', speakers: ['李建国'] })
      expect((await records.versions(101))[0]).toMatchObject({ by: 'erased-1', activity: { speakers: [] } })
      expect(await todos.byId(1)).toMatchObject({ person: 'erased-1', text: '', data: null, status: 'done' })
      expect(await missed.byId(id)).toMatchObject({
        sender: 'erased-1',
        senderName: '',
        text: '',
        status: 'dismissed',
      })
      expect((await records.witnesses(101))[0]?.person).toBe('erased-1')
      expect(await sources.get('m1')).toEqual(source({ sender: 'erased-1', senderName: '', text: '' }))
      expect((await outbox.due(at, 9)).map((row) => row.mentions)).toEqual([['wxid_li']])
      const said = await outbox.recent({ person: 'wxid_li' }, 9)
      expect(said.map((row) => row.text)).toEqual(['已记 102', '已记 101', '讲师一位老师'])
      expect((await settings.list('absent')).map((row) => row.key)).toEqual(['absent:wxid_wang_other'])
      expect(await questions.lastAbout('wxid_wang', 'attendance')).toBeNull()
      expect(await calls.countSince('wxid_wang', at)).toBe(0)
    },
  ],
]
