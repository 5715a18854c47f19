import { expect } from 'vitest'
import { at, later, receipt, question, type Cases } from './samples.js'

/** Questions, the outbox, calls. */
export const saying: Cases = [
  [
    'a question is open for its person and place until answered or out of time',
    async ({ questions }) => {
      const first = await questions.insert(question())
      const second = await questions.insert(question({ askedAt: later, record: null }))
      const inPrivate = await questions.insert(question({ room: null, about: 'branch', data: null }))
      const open = (room: string | null, now = at) => questions.openFor('wxid_wang', room, now)
      expect(await open('城东群')).toEqual([second, first])
      expect(await open(null)).toEqual([inPrivate])
      expect(await open('城东群', later)).toEqual([])
      expect(await questions.openFor('wxid_li', '城东群', at)).toEqual([])
      expect((await questions.aboutRecord(101)).map((q) => q.id)).toEqual([first.id, inPrivate.id])
      await questions.close(first.id, 'answered')
      expect(await open('城东群')).toEqual([second])
      expect((await questions.lastAbout('wxid_wang', 'attendance'))?.id).toBe(second.id)
      expect(await questions.byId(first.id)).toEqual({ ...first, status: 'answered' })
      expect(await questions.byId(99)).toBeNull()
    },
  ],
  [
    'questions put off for others are found by their person until out of time, newest first',
    async ({ questions }) => {
      const first = await questions.insert(question())
      const second = await questions.insert(question({ room: null, about: 'same_event' }))
      const other = await questions.insert(question({ person: 'wxid_li' }))
      for (const { id } of [first, second, other]) await questions.close(id, 'deferred')
      await questions.insert(question())
      const ids = async (now: string) => (await questions.deferred('wxid_wang', now)).map((q) => q.id)
      expect(await ids(at)).toEqual([second.id, first.id])
      expect(await ids(later)).toEqual([])
      expect(await questions.openFor('wxid_wang', null, at)).toEqual([])
      await questions.close(second.id, 'replaced')
      expect(await ids(at)).toEqual([first.id])
    },
  ],
  [
    'what was asked of a person since is found, whatever became of it, oldest first',
    async ({ questions }) => {
      const late = await questions.insert(question({ askedAt: later, room: null }))
      const first = await questions.insert(question())
      await questions.insert(question({ person: 'wxid_li' }))
      await questions.close(first.id, 'replaced')
      const ids = async (from: string) => (await questions.askedSince('wxid_wang', from)).map((q) => q.id)
      expect(await ids(at)).toEqual([first.id, late.id])
      expect(await ids(later)).toEqual([late.id])
    },
  ],
  [
    'the questions and receipts that are due and were written some time ago are found among all else',
    async ({ outbox }) => {
      const first = (await outbox.plan(receipt(), 'm1#0'))!
      await outbox.plan(receipt({ class: 'notice' }), 'm1#3')
      const asked = (await outbox.plan(receipt({ class: 'question' }), 'm1#1'))!
      const tomorrow = (await outbox.plan(receipt({ class: 'question', notBefore: later }), 'm1#2'))!
      const ids = async (now: string, before: string) =>
        (await outbox.dueWritten(now, before)).map((row) => row.id)
      expect(await ids(at, at)).toEqual([first, asked])
      expect(await ids(at, '2026-01-01T00:00:00.000Z')).toEqual([])
      expect(await ids(later, at)).toEqual([first, asked, tomorrow])
      await outbox.claim(asked)
      expect(await ids(later, at)).toEqual([first, tomorrow])
    },
  ],
  [
    'a reply is planned once, claimed once and numbered when it is first sent',
    async ({ outbox }) => {
      const id = (await outbox.plan(receipt(), 'm1#0'))!
      expect(await outbox.plan(receipt(), 'm1#0')).toBeNull()
      const other = (await outbox.plan(receipt({ notBefore: later }), 'm1#1'))!
      expect(await outbox.nextDue()).toBe(at)
      expect((await outbox.due(at, 9)).map((row) => row.id)).toEqual([id])
      expect(await outbox.due(later, 1)).toHaveLength(1)
      expect(await outbox.claim(id)).toBe(1)
      expect(await outbox.claim(id)).toBeNull()
      await outbox.postpone(id, later)
      expect(await outbox.claim(other)).toBe(2)
      expect(await outbox.claim(id)).toBe(1)
      await outbox.finish(id, { status: 'sent', at: later, platformId: 'p1' })
      const plain = { id, outNo: 1, status: 'sent', sentAt: later, platformId: 'p1', error: null } as const
      expect(await outbox.byId(id)).toEqual({ ...receipt(), ...plain, notBefore: later })
      expect((await outbox.byOutNo(1))?.id).toBe(id)
      expect((await outbox.byPlatformId('p1'))?.id).toBe(id)
      expect(await outbox.byOutNo(9)).toBeNull()
      expect(await outbox.nextDue()).toBeNull()
      await outbox.postpone(id, at)
      expect((await outbox.byId(id))?.status).toBe('sent')
    },
  ],
  [
    'what was being sent when the process died is unknown afterwards',
    async ({ outbox }) => {
      const [a, b] = [await outbox.plan(receipt(), 'a'), await outbox.plan(receipt(), 'b')]
      await outbox.claim(b!)
      await outbox.claim(a!)
      expect((await outbox.markInterrupted()).map((row) => [row.id, row.status])).toEqual([
        [a, 'unknown'],
        [b, 'unknown'],
      ])
      expect(await outbox.markInterrupted()).toEqual([])
      expect(await outbox.withStatus('unknown', at)).toHaveLength(2)
      expect(await outbox.withStatus('unknown', later)).toEqual([])
      await outbox.finish(a!, { status: 'failed', at: later, error: 'refused' })
      expect(await outbox.byId(a!)).toMatchObject({ status: 'failed', error: 'refused', sentAt: null })
    },
  ],
  [
    'planned receipts of a room merge into one',
    async ({ outbox }) => {
      const ids: number[] = []
      for (const key of ['a', 'b', 'c']) ids.push((await outbox.plan(receipt(), key))!)
      await outbox.plan(receipt({ class: 'answer' }), 'd')
      await outbox.plan(receipt({ room: '别的群' }), 'e')
      const [a, b, c] = ids as [number, number, number]
      expect((await outbox.plannedReceipts('城东群')).map((row) => row.id)).toEqual([a, b, c])
      await outbox.merge(a, '已记 101、102', [101, 102], [a, b])
      await outbox.setNotBefore(a, later)
      expect(await outbox.plannedReceipts('城东群')).toMatchObject([
        { id: a, text: '已记 101、102', line: '101 讲座\n101 讲座', records: [101, 102], notBefore: later },
        { id: c },
      ])
      expect((await outbox.byId(b))?.status).toBe('merged')
      expect(await outbox.claim(b)).toBeNull()
    },
  ],
  [
    'what was said in a room is counted without tips, and found newest first',
    async ({ outbox }) => {
      for (const [key, change] of [
        ['a', {}],
        ['b', { class: 'tip' }],
        ['c', { room: null, person: 'wxid_wang' }],
        ['d', { class: 'answer' }],
        ['e', {}],
      ] as const) {
        const id = (await outbox.plan(receipt(change), key))!
        if (key === 'e') continue
        await outbox.claim(id)
        if (key !== 'd') await outbox.finish(id, { status: 'sent', at: later })
      }
      expect(await outbox.sentCount('城东群', at)).toBe(2)
      expect(await outbox.sentCount('城东群', later)).toBe(1)
      expect((await outbox.recent({ room: '城东群' }, 9)).map((row) => row.outNo)).toEqual([2, 1])
      expect((await outbox.recent({ room: '城东群' }, 1)).map((row) => row.outNo)).toEqual([2])
      expect((await outbox.recent({ person: 'wxid_wang' }, 9)).map((row) => row.outNo)).toEqual([3])
    },
  ],
  [
    'calls are counted by person, time and outcome',
    async ({ calls }) => {
      const call = { message: 'm1', person: 'wxid_wang', room: null, at, outcome: 'answered' } as const
      await calls.add(call)
      await calls.add({ ...call, at: later, outcome: 'flood' })
      await calls.add({ ...call, person: 'wxid_li' })
      await calls.add({ ...call, person: 'wxid_he', room: '城东群' })
      expect(await calls.countInRoom('城东群', at)).toBe(1)
      expect(await calls.countInRoom('城东群', later)).toBe(0)
      expect(await calls.countSince('wxid_wang', at)).toBe(2)
      expect(await calls.countSince('wxid_wang', at, 'flood')).toBe(1)
      expect(await calls.countSince('wxid_wang', later, 'answered')).toBe(0)
      expect(await calls.lastAt('wxid_wang', 'flood')).toBe(later)
      expect(await calls.lastAt('wxid_wang', 'not-understood')).toBeNull()
      expect(await calls.forgetBefore(later)).toBe(3)
    },
  ],
]
