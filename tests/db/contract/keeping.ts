import { expect } from 'vitest'
import { at, later, source, type Cases } from './samples.js'

/** Marks, sources, rooms, settings. */
export const keeping: Cases = [
  [
    'a message is handled once, and the mark is forgotten in time',
    async ({ seen }) => {
      expect(await seen.mark('m1', '2026-10-18')).toBe(true)
      expect(await seen.mark('m1', '2026-10-19')).toBe(false)
      expect(await seen.has('m1')).toBe(true)
      expect(await seen.has('m2')).toBe(false)
      await seen.mark('m2', '2026-10-19')
      expect(await seen.forgetBefore('2026-10-19')).toBe(1)
      expect([await seen.has('m1'), await seen.has('m2')]).toEqual([false, true])
    },
  ],
  [
    'a source is kept as first told; the same again is found within minutes',
    async ({ sources }) => {
      await sources.put(source())
      await sources.put(source({ text: 'other' }))
      expect(await sources.get('m1')).toEqual(source())
      expect(await sources.get('m9')).toBeNull()
      const again = source({ messageId: 'm2', sentAt: '2026-10-18T08:05:00.000Z' })
      await sources.put(again)
      await sources.put(source({ messageId: 'm3', room: null }))
      await sources.put(source({ messageId: 'm4', sender: 'wxid_li' }))
      expect(await sources.same(again, 5)).toEqual([source()])
      expect(await sources.same(again, 4)).toEqual([])
      expect(await sources.same(source({ messageId: 'm5', room: null }), 5)).toHaveLength(1)
    },
  ],
  [
    'what a sender said in some time, both ends included',
    async ({ sources }) => {
      await sources.put(source({ messageId: 'm2', sentAt: later }))
      await sources.put(source())
      await sources.put(source({ messageId: 'm3', sender: 'wxid_li' }))
      const ids = async (from: string, to: string) =>
        (await sources.ofSender('wxid_wang', from, to)).map((s) => s.messageId)
      expect(await ids(at, later)).toEqual(['m1', 'm2'])
      expect(await ids('', at)).toEqual(['m1'])
      expect(await ids(later, '9')).toEqual(['m2'])
    },
  ],
  [
    'old texts are blanked once',
    async ({ sources }) => {
      await sources.put(source())
      await sources.put(source({ messageId: 'm2', sentAt: later }))
      expect(await sources.blankBefore(later)).toBe(1)
      expect(await sources.blankBefore(later)).toBe(0)
      expect((await sources.get('m1'))?.text).toBe('')
    },
  ],
  [
    'text comes back as it went in, but for NUL and lone surrogates',
    async ({ sources }) => {
      for (const [n, [text, stored]] of [
        ['\u200b\u202e零宽', '\u200b\u202e零宽'],
        ['a\0b', 'a\uFFFDb'],
        ['\udc00x', '\uFFFDx'],
        [`'";--%_\\`, `'";--%_\\`],
        ['讲座'.repeat(200_000), '讲座'.repeat(200_000)],
        ['', ''],
      ].entries()) {
        await sources.put(source({ messageId: `t${n}`, text: text! }))
        expect((await sources.get(`t${n}`))?.text === stored).toBe(true)
      }
    },
  ],
  [
    'rooms: 停科普 holds until the file changes its hour',
    async ({ rooms }) => {
      const sync = (tips: string) => rooms.sync({ rooms: [{ name: '城东群', unit: '城东', tips }] })
      await sync('08:00')
      const room = { name: '城东群', unit: '城东', tipsAt: '08:00', tipsOff: false, quiet: false }
      expect(await rooms.all()).toEqual([room])
      await rooms.put({ ...room, tipsOff: true, quiet: true })
      await sync('08:00')
      expect(await rooms.byName('城东群')).toEqual({ ...room, tipsOff: true, quiet: true })
      await sync('09:00')
      expect(await rooms.byName('城东群')).toEqual({ ...room, tipsAt: '09:00', quiet: true })
      await rooms.put({ ...room, name: '新群' })
      await rooms.sync({ rooms: [] })
      expect((await rooms.all()).map((r) => [r.name, r.tipsAt])).toEqual([
        ['城东群', 'off'],
        ['新群', '08:00'],
      ])
      expect(await rooms.byName('无')).toBeNull()
    },
  ],
  [
    'settings by key and by start of key, whatever signs a room has in its name',
    async ({ settings }) => {
      for (const key of ['cap:a%b', 'cap:a_b', 'cap:😀群', 'identity']) await settings.set(key, '1')
      await settings.set('identity', '2')
      expect(await settings.get('identity')).toBe('2')
      expect(await settings.get('none')).toBeNull()
      expect((await settings.list('cap:a%')).map((row) => row.key)).toEqual(['cap:a%b'])
      expect((await settings.list('cap:😀')).map((row) => row.key)).toEqual(['cap:😀群'])
      await settings.remove('cap:a_b')
      expect(await settings.list('cap:')).toHaveLength(2)
    },
  ],
]
