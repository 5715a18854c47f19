import { expect } from 'vitest'
import { at, later, todo, type Cases } from './samples.js'

/** Plans, missed messages, todos, jobs, tips. */
export const office: Cases = [
  [
    'plans are open until something came of them',
    async ({ plans }) => {
      const plan = {
        person: 'wxid_wang',
        room: null,
        unit: '城东',
        kind: 'lecture',
        day: '2026-10-20',
        venue: '南山二中',
        topics: ['航天'],
        message: 'm1',
        status: 'open',
        record: null,
      } as const
      const first = await plans.insert(plan)
      const second = await plans.insert({ ...plan, day: '2026-10-21', kind: null, status: 'asked' })
      expect(await plans.openOf('wxid_wang')).toEqual([second, first])
      expect(await plans.openOn('2026-10-20')).toEqual([first])
      await plans.update({ ...first, status: 'done', record: 101 })
      expect(await plans.byId(first.id)).toEqual({ ...first, status: 'done', record: 101 })
      expect(await plans.openOf('wxid_wang')).toEqual([second])
      expect(await plans.byId(99)).toBeNull()
    },
  ],
  [
    'missed messages lose their text once settled',
    async ({ missed }) => {
      const one = {
        message: 'm1',
        room: null,
        sender: 'wxid_wang',
        senderName: '王秀兰',
        sentAt: at,
        text: '昨天去了第三小学',
        unit: '城东',
        why: 'unsure',
        status: 'open',
      } as const
      const first = await missed.insert(one)
      const second = await missed.insert({ ...one, unit: null, sentAt: later })
      expect(await missed.open()).toEqual([first, second])
      expect(await missed.open('城东')).toEqual([first])
      await missed.settle(first.id, 'recorded')
      expect(await missed.byId(first.id)).toEqual({ ...first, status: 'recorded', text: '' })
      expect(await missed.forgetBefore(later)).toBe(1)
      expect(await missed.byId(first.id)).toBeNull()
    },
  ],
  [
    'todos are open by unit and close by number, record and kind',
    async ({ todos }) => {
      const first = await todos.insert(todo())
      const second = await todos.insert(todo({ unit: '城东', what: 'joint', ref: 7 }))
      expect(await todos.open(null)).toEqual([first])
      expect(await todos.open('城东')).toEqual([second])
      expect(await todos.open('all')).toEqual([first, second])
      await todos.retext(first.id, '101 与 102')
      expect((await todos.byId(first.id))?.text).toBe('101 与 102')
      await todos.closeAbout(101, 'joint')
      expect((await todos.open('all')).map((row) => row.id)).toEqual([first.id])
      await todos.closeAbout(101)
      const third = await todos.insert(todo({ data: undefined }))
      expect((await todos.byId(third.id))?.data).toBeNull()
      await todos.close(third.id)
      expect(await todos.open('all')).toEqual([])
      expect(await todos.byId(99)).toBeNull()
    },
  ],
  [
    'a job takes a slot once and never an earlier one',
    async ({ jobs }) => {
      expect(await jobs.last('daily-tip', '城东群')).toBeNull()
      expect(await jobs.claim('daily-tip', '城东群', at)).toBe(true)
      expect(await jobs.claim('daily-tip', '城东群', at)).toBe(false)
      expect(await jobs.claim('daily-tip', '', at)).toBe(true)
      expect(await jobs.claim('daily-tip', '城东群', later)).toBe(true)
      expect(await jobs.claim('daily-tip', '城东群', at)).toBe(false)
      expect(await jobs.last('daily-tip', '城东群')).toBe(later)
      expect(await jobs.all()).toEqual([
        { job: 'daily-tip', scope: '', slot: at },
        { job: 'daily-tip', scope: '城东群', slot: later },
      ])
    },
  ],
  [
    'slots taken while the clock was wrong are given back, what is not later stays',
    async ({ jobs }) => {
      await jobs.claim('daily-tip', '城东群', later)
      await jobs.claim('daily-tip', '城西群', at)
      await jobs.claim('reminders', '', later)
      expect(await jobs.forgetAfter(later)).toBe(0)
      expect(await jobs.forgetAfter(at)).toBe(2)
      expect(await jobs.all()).toEqual([{ job: 'daily-tip', scope: '城西群', slot: at }])
      expect(await jobs.last('daily-tip', '城东群')).toBeNull()
      expect(await jobs.claim('daily-tip', '城东群', at)).toBe(true)
      expect(await jobs.forgetAfter('9')).toBe(0)
    },
  ],
  [
    'one tip a room and day; choices and signatures of the office',
    async ({ tips }) => {
      const sent = { room: '城东群', day: '2026-10-18', tip: 't1', reason: null, outbox: 3, at }
      expect(await tips.claim(sent)).toBe(true)
      expect(await tips.claim({ ...sent, tip: 't2' })).toBe(false)
      expect(await tips.claim({ ...sent, day: '2026-10-17', tip: null, reason: 'quiet', outbox: null })).toBe(
        true,
      )
      expect((await tips.history('城东群', '2026-10-17')).map((row) => row.tip)).toEqual([null, 't1'])
      expect(await tips.history('城东群', '2026-10-19')).toEqual([])
      expect(await tips.on('2026-10-18')).toEqual([sent])
      await tips.setChoice({ room: '', day: '2026-10-20', tip: 't9', by: 'wxid_zhou' })
      await tips.setChoice({ room: '', day: '2026-10-20', tip: null, by: 'wxid_zhou' })
      expect(await tips.choices('2026-10-19')).toEqual([{ room: '', day: '2026-10-20', tip: null }])
      expect(await tips.choices('2026-10-21')).toEqual([])
      await tips.sign('t1', 'wxid_li', at)
      await tips.sign('t1', 'wxid_li', later)
      expect(await tips.signatures()).toEqual([{ tip: 't1', reviewer: 'wxid_li' }])
    },
  ],
  [
    'a tip is found by the reply that carries it, and by no other',
    async ({ tips }) => {
      const sent = { room: '城东群', day: '2026-10-18', tip: 't1', reason: null, outbox: null, at }
      await tips.claim(sent)
      await tips.claim({ ...sent, day: '2026-10-19', tip: 't2' })
      await tips.claim({ ...sent, room: '城西群', outbox: 8 })
      expect(await tips.byOutbox(7)).toBeNull()
      await tips.setOutbox('城东群', '2026-10-18', 7)
      expect(await tips.byOutbox(7)).toEqual({ ...sent, outbox: 7 })
      expect((await tips.byOutbox(8))?.room).toBe('城西群')
      expect((await tips.history('城东群', '2026-10-18')).map((row) => row.outbox)).toEqual([7, null])
      // a room without a tip that day has nothing to name
      await tips.setOutbox('城北群', '2026-10-18', 9)
      expect(await tips.byOutbox(9)).toBeNull()
    },
  ],
  [
    'the decision for a day is taken back for one room, or for all of them',
    async ({ tips }) => {
      const decide = async () => {
        for (const room of ['', '城东群', '城西群'])
          await tips.setChoice({ room, day: '2026-10-20', tip: 't9', by: 'wxid_zhou' })
        await tips.setChoice({ room: '城东群', day: '2026-10-21', tip: null, by: 'wxid_zhou' })
      }
      const left = async () => (await tips.choices('2026-10-19')).map((c) => `${c.day} ${c.room}`).toSorted()
      await decide()
      await tips.unsetChoice('2026-10-20', '城东群')
      expect(await left()).toEqual(['2026-10-20 ', '2026-10-20 城西群', '2026-10-21 城东群'])
      await tips.unsetChoice('2026-10-20', '')
      expect(await left()).toEqual(['2026-10-20 城西群', '2026-10-21 城东群'])
      await decide()
      await tips.unsetChoice('2026-10-20', null)
      expect(await left()).toEqual(['2026-10-21 城东群'])
      await tips.unsetChoice('2026-10-25', null)
      expect(await left()).toEqual(['2026-10-21 城东群'])
    },
  ],
  [
    'essays of members go their way',
    async ({ tips }) => {
      const essay = {
        person: 'wxid_li',
        personName: '李建国',
        text: '秋冬养生',
        medical: true,
        status: 'editor',
        day: null,
        reviewer: null,
        at,
      } as const
      const kept = await tips.insertEssay(essay)
      const next = { ...kept, status: 'scheduled', day: '2026-10-30', reviewer: 'wxid_zhou' } as const
      await tips.updateEssay(next)
      expect(await tips.essay(kept.id)).toEqual(next)
      expect(await tips.essay(99)).toBeNull()
      expect(await tips.essays({ person: 'wxid_li', status: 'scheduled' })).toEqual([next])
      expect(await tips.essays({ status: 'editor' })).toEqual([])
      expect(await tips.essays({})).toHaveLength(1)
    },
  ],
]
