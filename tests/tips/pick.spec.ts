import { describe, expect, test } from 'vitest'
import { addDays } from '../../src/core/day.js'
import { pickExtra } from '../../src/tips/extra.js'
import { pick, type PickInput } from '../../src/tips/pick.js'
import { emptyPlan, withEntry, withoutEntries, type Plan } from '../../src/tips/plan.js'
import { duplicates, nearDuplicates } from '../../src/tips/similar.js'
import type { Given, Tip } from '../../src/tips/tip.js'
import { gave, tip } from './fixture.js'

const room = { name: '甲群', regions: ['south'], crops: ['柑橘'], themes: null }
const day = '2026-07-14' // a Tuesday without a name
const input = (library: readonly Tip[], more: Partial<PickInput> = {}): PickInput => ({
  room,
  day,
  library,
  history: [gave('2026-07-12', 'sunday')],
  plan: emptyPlan,
  ...more,
})
const said = (i: PickInput): string => {
  const r = pick(i)
  return r.ok ? `${r.value.tip.id} ${r.value.why}` : r.error.code
}
const extra = (library: readonly Tip[], history: readonly Given[]): string | null =>
  pickExtra(input(library, { history }), 1)?.id ?? null
const scientist = tip({ id: 'sunday', scientist: true })

describe('what comes first', () => {
  const hook = tip({ id: 'term', day: '小暑' })
  const plain = tip({ id: 'plain' })
  const summer = { ...emptyPlan, campaigns: [{ name: '清凉周', start: '2026-07-13', end: '2026-07-19' }] }
  const cool = tip({ id: 'cool', day: '清凉周' })
  test.each<[string, Tip[], Partial<PickInput>, string]>([
    ['the hook on its day', [hook, plain], { day: '2026-07-07' }, 'term day'],
    ['on no other day', [hook, plain], { day: '2026-07-08' }, 'plain ordinary'],
    ['not even when nothing else is left', [hook], { day: '2026-07-08' }, 'exhausted'],
    ['a campaign, once', [cool, plain], { plan: summer }, 'cool campaign'],
    [
      'not twice in its days',
      [cool, tip({ id: 'cool2', day: '清凉周' })],
      { plan: summer, history: [gave('2026-07-13', 'cool')] },
      'cool2 ordinary',
    ],
    ['out of its days', [cool, plain], { plan: summer, day: '2026-07-20' }, 'plain ordinary'],
    ['a scientist, when this week had none', [scientist, plain], { history: [] }, 'sunday scientist'],
    ['a season that is now', [tip({ id: 'winter', months: [1] }), plain], {}, 'plain ordinary'],
    ['a region that is ours', [tip({ id: 'wheat', regions: ['north'] }), plain], {}, 'plain ordinary'],
    ['a crop that is ours', [tip({ id: 'rice', crops: ['水稻'] }), plain], {}, 'plain ordinary'],
    [
      'a town, where nothing grows',
      [tip({ id: 'rice', crops: ['水稻'] }), plain],
      { room: { ...room, crops: [] } },
      'plain ordinary',
    ],
    [
      'a room whose tags nobody knows takes all',
      [tip({ id: 'rice', crops: ['水稻'] })],
      { room: { ...room, crops: null } },
      'rice ordinary',
    ],
    [
      'the themes the room asked for',
      [tip({ id: 'star', group: 'sky' }), plain],
      { room: { ...room, themes: ['sky'] } },
      'star ordinary',
    ],
    ['other themes before a repeat', [plain], { room: { ...room, themes: ['sky'] } }, 'plain ordinary'],
    [
      'a medical tip nobody signed can be held',
      [tip({ id: 'pill', medical: true }), plain],
      { holdUnsignedMedical: true },
      'plain ordinary',
    ],
    ['an empty library', [], {}, 'exhausted'],
  ])('%s', (_what, library, more, expected) => {
    expect(said(input(library, more))).toBe(expected)
  })
})

describe('not again', () => {
  const year = Array.from({ length: 400 }, (_, i) => tip({ id: `t-${i}`, theme: `主题${i % 20}` }))
  test('a year of mornings without a repeat, a third day of a theme, or a difference after a restart', () => {
    const history: Given[] = []
    for (let n = 0; n < 365; n++) {
      const i = input(year, { day: addDays(day, n), history })
      const choice = pick(i)
      expect(choice).toEqual(pick({ ...i, history: [...history].reverse() }))
      if (!choice.ok) throw new Error(`nothing on ${i.day}`)
      history.push(gave(i.day, choice.value.tip.id))
    }
    expect(new Set(history.map((g) => g.tipId)).size).toBe(365)
    const themes = history.map((g) => year.find((t) => t.id === g.tipId)!.theme)
    expect(themes.filter((t, i) => t === themes[i - 1] && t === themes[i - 2])).toEqual([])
  })
  test('rooms differ', () => {
    const ids = ['甲群', '乙群', '丙群', '丁群'].map((name) => said(input(year, { room: { ...room, name } })))
    expect(new Set(ids).size).toBeGreaterThan(1)
  })
  test.each([
    [364, 'exhausted'],
    [365, 't-0 ordinary'],
  ])('given %i days ago → %s', (ago, expected) => {
    const history = year.map((t) => gave(addDays(day, t.id === 't-0' ? -ago : -10), t.id))
    expect(said(input(year, { history }))).toBe(expected)
  })
  test('a small library goes round, the oldest first', () => {
    const three = ['a', 'b', 'c'].map((id) => tip({ id }))
    const history = [gave('2026-07-11', 'b'), gave('2026-07-12', 'c'), gave('2026-07-13', 'a')]
    expect(said(input(three, { history }))).toBe('b again')
  })
  test('yesterday in other words is not for today', () => {
    const lines = ['早上起来先坐一会儿，', '站稳了再迈步。']
    const a = tip({ id: 'a', title: '起床慢一点', lines })
    const b = tip({ id: 'b', title: '起床别着急', lines: ['早上起来先坐一会儿，', '站稳了再走路。'] })
    expect(duplicates(a, b)).toBe(true)
    expect(nearDuplicates([a, tip({ id: 'c' }), b]).map((p) => [p.a.id, p.b.id])).toEqual([['a', 'b']])
    const history = [gave('2026-07-12', 'sunday'), gave('2026-07-13', 'a')]
    expect(said(input([a, b, tip({ id: 'c' }), scientist], { history }))).toBe('c ordinary')
  })
  test('two days of a theme are enough', () => {
    const library = [
      ...['a', 'b', 'c'].map((id) => tip({ id, theme: '防火' })),
      tip({ id: 'd', theme: '防骗' }),
    ]
    const history = [gave('2026-07-12', 'a'), gave('2026-07-13', 'b')]
    expect(said(input(library, { history, day: '2026-07-14' }))).toBe('d ordinary')
  })
  test('one more: spared from the mornings, never a repeat', () => {
    expect(extra(year, [])).not.toBeNull()
    const hundred = year.slice(0, 100).map((t) => ({ ...gave(day, t.id), extra: true }))
    expect(extra(year, hundred)).toBeNull()
    expect(extra([tip({ id: 'a' })], [gave(day, 'a')])).toBeNull()
  })
})

describe('what the office decides', () => {
  const library = [tip({ id: 'a' }), tip({ id: 'b' }), scientist]
  const mourning: Plan = { ...emptyPlan, off: [{ room: null, start: day, end: day, reason: '全国哀悼日' }] }
  const own: Plan = {
    ...emptyPlan,
    own: [{ room: null, day, tip: tip({ id: 'own-1', source: null, author: '王秀兰' }) }],
  }
  test.each<[string, Plan, string]>([
    ['a day off', mourning, 'day_off'],
    ['nothing that day', withEntry(emptyPlan, { action: 'skip', room: '甲群', day }), 'skipped'],
    ['nothing in another room', withEntry(emptyPlan, { action: 'skip', room: '乙群', day }), ''],
    ['this one', withEntry(emptyPlan, { action: 'insert', room: null, day, tipId: 'b' }), 'b inserted'],
    [
      'not this one',
      withEntry(emptyPlan, { action: 'swap', room: '甲群', day, out: 'a', in: null }),
      'b ordinary',
    ],
    [
      'that for this',
      withEntry(emptyPlan, { action: 'swap', room: '甲群', day, out: 'a', in: 'b' }),
      'b swapped',
    ],
    ['a member’s own tip', own, 'own-1 own'],
    [
      'the office before the member',
      withEntry(own, { action: 'insert', room: null, day, tipId: 'b' }),
      'b inserted',
    ],
    [
      'a day off before the office',
      withEntry(mourning, { action: 'insert', room: null, day, tipId: 'b' }),
      'day_off',
    ],
    [
      'thought better of',
      withoutEntries(withEntry(own, { action: 'skip', room: '甲群', day }), '甲群', day),
      'own-1 own',
    ],
  ])('%s', (_what, plan, expected) => {
    expect(said(input(library, { plan }))).toMatch(expected)
  })
  test('other names of the day are told on a line of their own', () => {
    const r = pick(input([tip({ id: 'w', day: '芒种' })], { day: '2026-06-05' }))
    expect(r.ok && r.value.also).toEqual(['世界环境日'])
  })
})
