import { describe, expect, test } from 'vitest'
import { daysBetween } from '../../src/core/day.js'
import { namesOf, toldOnDays } from '../../src/tips/calendar.js'
import { loadLibrary } from '../../src/tips/library.js'
import { preview } from '../../src/tips/office.js'
import { emptyPlan } from '../../src/tips/plan.js'
import type { TipRoom } from '../../src/tips/pick.js'
import type { Tip } from '../../src/tips/tip.js'

const library = loadLibrary('data/tips').tips
const campaigns = [
  { name: '全国科技活动周', start: '2026-05-23', end: '2026-05-30' },
  { name: '全民营养周', start: '2027-05-16', end: '2027-05-22' },
]
const rooms: readonly (Omit<TipRoom, 'themes'> & { readonly farming: readonly [number, number] })[] = [
  { name: '市里的群', regions: ['south'], crops: [], farming: [0, 0] },
  {
    name: '柑橘县的群',
    regions: ['south'],
    crops: ['柑橘', '水稻', '蔬菜', '果树', '养殖'],
    farming: [60, 220],
  },
  { name: '桑蚕县的群', regions: ['south'], crops: ['桑蚕', '水稻'], farming: [40, 220] },
  { name: '什么都种的群', regions: ['south'], crops: null, farming: [60, 260] },
  { name: '北方的群', regions: ['north'], crops: [], farming: [0, 0] },
  { name: '不知在哪的群', regions: null, crops: null, farming: [60, 260] },
]

/** The mornings of 2026 and 2027, as they would come without anybody's doing. */
describe.each(rooms)('two years of $name', ({ farming, ...room }) => {
  const days = preview(
    {
      room: { ...room, themes: null },
      day: '2026-01-01',
      library,
      history: [],
      plan: { ...emptyPlan, campaigns },
    },
    730,
  )
  const given = days.flatMap((d) => (d.result.ok ? [{ day: d.day, ...d.result.value }] : []))

  test('every morning has a tip, and none comes again within 365 days', () => {
    expect(days.filter((d) => !d.result.ok)).toEqual([])
    expect(given.filter((g) => g.why === 'again')).toEqual([])
    const last = new Map<string, string>()
    const soon = given.flatMap(({ day, tip }) => {
      const before = last.get(tip.id)
      last.set(tip.id, day)
      return before !== undefined && daysBetween(before, day) < 365 ? [`${tip.id} ${before} ${day}`] : []
    })
    expect(soon).toEqual([])
  })

  test('every term, festival and day is honoured or at least named; the next year’s is another tip', () => {
    const firstYear = new Map<string, string>()
    const wrong = given.flatMap(({ day, tip, also }) => {
      const told = namesOf(day).days.filter((n) => toldOnDays.has(n))
      if (told.length === 0) return []
      if (tip.day === null || !told.includes(tip.day)) return [`${day} ${told.join(' ')} has ${tip.id}`]
      if (!told.every((n) => n === tip.day || also.includes(n)))
        return [`${day} does not name ${told.join(' ')}`]
      const before = firstYear.get(tip.day)
      firstYear.set(tip.day, tip.id)
      return before === tip.id ? [`${day} has ${tip.id} again`] : []
    })
    expect(wrong).toEqual([])
  })

  test('no theme three mornings running but for a day of its own; a scientist nearly every week', () => {
    const running = given.filter(
      ({ tip, why }, i) =>
        why !== 'day' &&
        i > 1 &&
        given[i - 1]!.tip.theme === tip.theme &&
        given[i - 2]!.tip.theme === tip.theme,
    )
    expect(running).toEqual([])
    expect(given.filter((g) => g.tip.scientist).length).toBeGreaterThan(95)
  })

  test('what fits the place, and of everything something', () => {
    const fits = ({ regions, crops }: Tip): boolean =>
      (regions.length === 0 || room.regions === null || regions.some((r) => room.regions!.includes(r))) &&
      (crops.length === 0 || room.crops === null || crops.some((c) => room.crops!.includes(c)))
    expect(given.filter((g) => !fits(g.tip)).map((g) => g.tip.id)).toEqual([])
    const share = (group: string): number => given.filter((g) => g.tip.group === group).length
    expect(share('farming')).toBeGreaterThanOrEqual(farming[0])
    expect(share('farming')).toBeLessThanOrEqual(farming[1])
    for (const group of [
      'health',
      'food',
      'safety',
      'weather',
      'fraud',
      'environment',
      'home-science',
      'history',
    ])
      expect([group, share(group)]).toEqual([group, expect.toSatisfy((n: number) => n >= 24 && n <= 260)])
    expect(share('sky')).toBeGreaterThanOrEqual(10)
  })

  test('the weeks the office entered have a tip of their own', () => {
    for (const week of campaigns)
      expect(given.some((g) => g.day >= week.start && g.day <= week.end && g.tip.day === week.name)).toBe(
        true,
      )
  })
})
