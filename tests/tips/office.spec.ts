import { describe, expect, test } from 'vitest'
import type { Org } from '../../src/core/org.js'
import { deliveryLine, type Delivery } from '../../src/tips/delivery.js'
import { freeDay, preview, previewLine, runningOut, wish } from '../../src/tips/office.js'
import { emptyPlan, type OfficeEntry } from '../../src/tips/plan.js'
import type { PickInput } from '../../src/tips/pick.js'
import { tipRoom } from '../../src/tips/room.js'
import { gave, tip } from './fixture.js'

const library = Array.from({ length: 20 }, (_, i) => tip({ id: `t-${i}` }))
const input: PickInput = {
  room: { name: '甲群', regions: null, crops: null, themes: null },
  day: '2026-07-08',
  library,
  history: [],
  plan: emptyPlan,
}

test('a preview shows each day as if the ones before had been given, and stores nothing', () => {
  const days = preview(input, 14)
  const ids = days.map((d) => (d.result.ok ? d.result.value.tip.id : d.result.error.code))
  expect(new Set(ids).size).toBe(14)
  expect(preview(input, 14)).toEqual(days)
  expect(previewLine(days[0]!)).toMatch(/^7月8日 周三 .{6}〔t-\d+ 主题t-\d+〕$/)
  const off = {
    ...emptyPlan,
    off: [{ room: null, start: '2026-07-08', end: '2026-07-08', reason: '全国哀悼日' }],
  }
  expect(previewLine(preview({ ...input, plan: off }, 1)[0]!)).toBe('7月8日 周三 停发（全国哀悼日）')
})

test.each([
  [20, null],
  [14, null],
  [13, 13],
  [0, 0],
])('with %i fresh tips left the alarm says %s', (left, days) => {
  const history = library.slice(left).map((t, i) => gave(`2026-06-${String(i + 1).padStart(2, '0')}`, t.id))
  expect(runningOut({ ...input, history })?.days ?? null).toBe(days)
})

describe('a wish of the office', () => {
  const now = { today: '2026-07-08', given: ['2026-07-08'], library }
  test.each<[OfficeEntry, string]>([
    [{ action: 'skip', room: '甲群', day: '2026-07-09' }, 'ok'],
    [{ action: 'insert', room: null, day: '2026-07-10', tipId: 't-3' }, 'ok'],
    [{ action: 'insert', room: null, day: '2026-07-10', tipId: 'nobody' }, 'unknown_tip'],
    [{ action: 'swap', room: null, day: '2026-07-10', out: 't-1', in: 'nobody' }, 'unknown_tip'],
    [{ action: 'swap', room: null, day: '2026-07-10', out: 't-1', in: null }, 'ok'],
    [{ action: 'skip', room: null, day: '2026-07-07' }, 'past_day'],
    [{ action: 'skip', room: null, day: '2026-07-08' }, 'already_given'],
  ])('%j → %s', (entry, expected) => {
    const r = wish(emptyPlan, entry, now)
    expect(r.ok ? 'ok' : r.error.code).toBe(expected)
  })
})

test('a member’s tip has a day of its own', () => {
  expect(freeDay(emptyPlan, '甲群', '2026-11-22')).toBe('2026-11-23') // 小雪
  const plan = {
    ...emptyPlan,
    off: [{ room: '甲群', start: '2026-11-23', end: '2026-11-24', reason: '停' }],
    own: [{ room: '甲群', day: '2026-11-25', tip: tip({ id: 'own' }) }],
  }
  expect(freeDay(plan, '甲群', '2026-11-22')).toBe('2026-11-26')
  expect(freeDay(plan, '乙群', '2026-11-22')).toBe('2026-11-23')
})

test.each<[Delivery[], string]>([
  [[], ''],
  [[{ room: 'a', state: 'off' }], ''],
  [
    ['1', '2', '3', '4', '5']
      .map((room) => ({ room, state: 'sent' as const }))
      .concat({ room: '6', state: 'failed', reason: '掉线' } as never),
    '科普5个群已发，1个群没发出（掉线）',
  ],
  [
    [
      { room: 'a', state: 'unknown' },
      { room: 'b', state: 'too_late' },
    ],
    '科普1个群发没发到说不准，1个群过了点没发',
  ],
])('the morning line tells what the ledger knows', (deliveries, line) => {
  expect(deliveryLine(deliveries)).toBe(line)
})

test('a room takes its tags from the unit, or from the one above', () => {
  const units = [
    { name: '柳州市老科协', parent: null, aliases: [] },
    { name: '融安县老科协', parent: '柳州市老科协', aliases: [] },
    { name: '某县老科协', parent: '柳州市老科协', aliases: [] },
    { name: '红枫叶分会', parent: '柳州市老科协', aliases: [] },
    { name: '某处', parent: null, aliases: [] },
  ]
  const org = { units } as unknown as Org
  const tags = (unit: string | null): string => {
    const room = tipRoom(org, { name: 'r', unit, tips: '08:00' })
    return `${room.regions?.join(' ') ?? '?'} ${room.crops?.join(' ') ?? '?'}`
  }
  expect(tags('融安县老科协')).toBe('south 柑橘 水稻 蔬菜 果树 养殖')
  expect(tags('红枫叶分会')).toBe('south ') // a town grows nothing
  expect(tags('某县老科协')).toBe('south ?') // the country may grow anything
  expect(tags(null)).toBe('south ')
  expect(tags('某处')).toBe('? ?')
})
