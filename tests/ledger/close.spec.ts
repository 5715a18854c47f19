import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Period } from '../../src/core/day.js'
import { kindTable, type Kind } from '../../src/core/kinds.js'
import { addSums, isZero, noSums, type Sums } from '../../src/core/totals.js'
import { differenceText } from '../../src/converse/difference.js'
import { turnOf } from '../../src/converse/turn-of.js'
import { changed, correct } from '../../src/ledger/correct.js'
import {
  checkOf,
  closeMonth,
  snapshotIn,
  snapshotOf,
  wholeOf,
  type Snapshot,
} from '../../src/ledger/close.js'
import { added, differenceOf, shiftsBetween } from '../../src/ledger/difference.js'
import { mergeJoint, splitJoint } from '../../src/ledger/joint.js'
import { recount } from '../../src/ledger/recount.js'
import { book } from '../../src/ledger/record.js'
import { tally } from '../../src/ledger/tally.js'
import { restoreRecord, voidRecord } from '../../src/ledger/withdraw.js'
import type { Activity, Store } from '../../src/store.js'
import type { Turn } from '../../src/turn.js'
import { openPlay, type Play } from '../converse/play.js'

const units = ['城东区老科协', '城西区老科协', '南山县山口镇老科协', '南山县河口镇老科协', '临海市老科协']
const kinds: readonly Kind[] = ['lecture', 'clinic', 'article']

/** Something that happens to the book; `pick` chooses among what is there. */
const step = fc.record({
  what: fc.constantFrom(
    'book',
    'book',
    'summary',
    'figure',
    'day',
    'unit',
    'kind',
    'void',
    'restore',
    'merge',
    'split',
  ),
  pick: fc.nat(1000),
  day: fc.integer({ min: 1, max: 60 }),
  days: fc.integer({ min: 1, max: 3 }),
  attendance: fc.option(fc.integer({ min: 1, max: 500 })),
  unit: fc.constantFrom(...units),
  kind: fc.constantFrom(...kinds),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** Days from 2026-09-16 on, so that some lie in September, most in October, some in November. */
const dayOf = (n: number): string => new Date(Date.UTC(2026, 8, 15 + n)).toISOString().slice(0, 10)
const period = (s: Step): Period => ({ start: dayOf(s.day), end: dayOf(s.day + s.days - 1) })

const activity = (s: Step, source: string): Activity => ({
  kind: s.kind,
  unit: s.unit,
  partners: [],
  period: period(s),
  dayAssumed: false,
  scope: 'event',
  measures: {
    ...(s.kind === 'article' ? {} : { sessions: { value: 1, qualifier: 'exact', words: '1', source } }),
    ...(s.attendance === null
      ? {}
      : { attendance: { value: s.attendance, qualifier: 'exact', words: String(s.attendance), source } }),
    ...(s.kind === 'article' ? { count: { value: s.days, qualifier: 'exact', words: '1', source } } : {}),
  },
  topics: [],
  speakers: [],
  venue: null,
  otherKinds: [],
  evidence: {},
  includes: [],
  part: 0,
})

let n = 0
async function turnAt(play: Play, store: Store): Promise<Turn> {
  const now = new Date(play.clock.now().getTime() + 60_000)
  play.clock.set(now)
  return turnOf(
    store,
    play.app.house,
    { id: `p${++n}`, sender: { id: 'zhou', name: '周敏' }, text: '', sentAt: now },
    now,
  )
}

const take = (play: Play, s: Step): Promise<void> =>
  play.db.work(async (store) => {
    const turn = await turnAt(play, store)
    const all = await store.records.list({})
    const record = all[s.pick % Math.max(1, all.length)]
    if (s.what === 'book') await book(turn, activity(s, turn.message.id))
    else if (s.what === 'summary') {
      const month = { start: '2026-10-01', end: '2026-10-31' }
      const inside = await store.records.list({
        units: [s.unit],
        kinds: [s.kind],
        inside: month,
        statuses: ['counted'],
        scope: 'event',
      })
      const a = activity({ ...s, attendance: (s.attendance ?? 0) + 1000 }, turn.message.id)
      await book(turn, { ...a, scope: 'summary', period: month, includes: inside.map((r) => r.no) })
    } else if (!record) return
    else if (s.what === 'void') {
      if (record.status !== 'void') await voidRecord(turn, record)
    } else if (s.what === 'restore') {
      if (record.status === 'void') await restoreRecord(turn, record)
    } else if (s.what === 'split') await splitJoint(turn, record.no)
    else if (record.status === 'void') return
    else if (s.what === 'merge') {
      const other = all.find(
        (r) => r.status === 'counted' && r.unit !== record.unit && r.kind === record.kind,
      )
      if (other) await mergeJoint(turn, [record, other], s.pick % 3 === 0 ? 77 : null)
    } else if (s.what === 'day')
      await correct(turn, record, changed(record, { field: 'period', period: period(s) }))
    else if (s.what === 'unit') await correct(turn, record, changed(record, { field: 'unit', unit: s.unit }))
    else if (s.what === 'kind') await correct(turn, record, changed(record, { field: 'kind', kind: s.kind }))
    else {
      const measure = { value: s.attendance ?? 9, qualifier: 'about', words: '约9', source: 'x' } as const
      await correct(turn, record, changed(record, { field: 'attendance', measure }))
    }
  })

/** The month's total of the whole, kind by kind, as the totals say it. */
const totals = (play: Play): Promise<ReadonlyMap<Kind, Sums>> =>
  play.db.work(async (store) => {
    const query = {
      unit: play.app.house.tree.root,
      kinds: null,
      indicator: null,
      period: { start: '2026-10-01', end: '2026-10-31' },
    }
    return (await tally(store, play.app.house, query, '2026-11-21')).byKind
  })

/** What the lines of 差异 add up to for a reader with a pencil: 人次 and 场 behind the arrow minus before it. */
function readSum(lines: readonly string[], unit: '人次' | '场'): number {
  const inText = (text: string): number =>
    [...text.matchAll(new RegExp(`(\\d+)${unit}`, 'g'))].reduce((sum, m) => sum + Number(m[1]), 0)
  return lines.reduce((sum, line) => {
    if (line.startsWith('＋')) return sum + inText(line)
    if (line.startsWith('−')) return sum - inText(line)
    const pair = new RegExp(`(\\d+|未报) → (\\d+|未报)${unit}|(\\d+) → 未报`).exec(line)
    if (/号 (?:归并|拆开)：/.test(line)) {
      const [was = '', is = ''] = line.split(' → ')
      return sum + inText(is) - inText(was)
    }
    if (!pair) return sum
    if (pair[3] !== undefined) return unit === '人次' ? sum - Number(pair[3]) : sum
    const number = (word: string): number => (word === '未报' ? 0 : Number(word))
    return sum + number(pair[2]!) - number(pair[1]!)
  }, 0)
}

const plain = (sums: ReadonlyMap<Kind, Sums>): unknown =>
  kindTable.flatMap(({ id }) => {
    const s = sums.get(id)
    return s && !isZero(s) ? [[id, s.entries, s.sessions, s.attendance, s.count, s.approx, s.gaps]] : []
  })

describe('closing a month', () => {
  test('whatever happens afterwards, the differences add up to the change of the total, kind by kind', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 14 }),
        fc.array(step, { maxLength: 14 }),
        async (before, after) => {
          const play = await openPlay()
          try {
            for (const s of before) await take(play, s)
            const closed = await totals(play)
            const closing = await play.db.work(async (store) =>
              closeMonth(await turnAt(play, store), '2026-10'),
            )
            expect(plain(wholeOf(snapshotIn(closing)))).toEqual(plain(closed))
            for (const s of after) await take(play, s)
            const now = await totals(play)
            const { shifts, kept, wrong } = await play.db.work(async (store) => {
              const stored = await store.closings.get('2026-10')
              const current = await snapshotOf(store, play.app.house, '2026-10')
              return {
                kept: stored!,
                shifts: shiftsBetween(snapshotIn(stored!), current),
                wrong: (await recount(store, play.app.house.tree, false)).wrong,
              }
            })
            expect(wrong).toEqual([])
            expect(kept.check).toBe(closing.check)
            expect(checkOf(snapshotIn(kept))).toBe(kept.check)
            const difference = new Map(
              kindTable.map(
                ({ id }) => [id, addSums(now.get(id) ?? noSums, closed.get(id) ?? noSums, -1)] as const,
              ),
            )
            expect(plain(added(shifts.map(differenceOf)))).toEqual(plain(difference))
            const text = await play.db.work(async (store) => differenceText(await turnAt(play, store), kept))
            const lines = text.split('\n').filter((l) => /^[＋−\d]/.test(l))
            const grown = (key: 'attendance' | 'sessions'): number =>
              [...difference.values()].reduce((sum, d) => sum + d[key], 0)
            expect([text, readSum(lines, '人次')]).toEqual([text, grown('attendance')])
            expect([text, readSum(lines, '场')]).toEqual([text, grown('sessions')])
            const nos = shifts.flatMap((s) => s.nos)
            expect(new Set(nos).size).toBe(nos.length)
          } finally {
            await play.close()
          }
        },
      ),
      { numRuns: 25 },
    )
  })

  test('one code for one snapshot, another for another', async () => {
    const play = await openPlay()
    await take(play, {
      what: 'book',
      pick: 0,
      day: 20,
      days: 1,
      attendance: 45,
      unit: units[0]!,
      kind: 'lecture',
    })
    const [a, b] = await play.db.work(async (store) => {
      const snapshot = await snapshotOf(store, play.app.house, '2026-10')
      return [snapshot, { ...snapshot, month: '2026-11' }] as const
    })
    expect(checkOf(a)).toMatch(/^[0-9A-F]{4}$/)
    expect(checkOf(JSON.parse(JSON.stringify(a)) as Snapshot)).toBe(checkOf(a))
    expect(checkOf(b)).not.toBe(checkOf(a))
    await play.close()
  })
})
