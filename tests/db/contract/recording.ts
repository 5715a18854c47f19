import { expect } from 'vitest'
import type { RecordFilter, RecordRow, Store } from '../../../src/store.js'
import { at, later, activity, record, version, type Cases } from './samples.js'

/** Records, versions, joint events. */
export const recording: Cases = [
  [
    'a record and its versions come back whole',
    async ({ records }) => {
      const first = record(101)
      await records.insert(first, version(first))
      const second = record(101, {
        version: 2,
        status: 'held',
        heldFor: 'duplicate',
        duplicateOf: 99,
        unit: null,
        room: null,
        includes: [3, 1],
        updatedAt: later,
      })
      await records.update(
        second,
        version(second, { why: 'hold', message: null, activity: activity({ unit: null }) }),
      )
      expect(await records.byNo(101)).toEqual(second)
      expect(await records.byNo(1)).toBeNull()
      expect(await records.byNos([101, 5])).toEqual([second])
      expect(await records.byNos([])).toEqual([])
      expect(await records.bySource('m101')).toEqual([second])
      expect(
        (await records.versions(101)).map((v) => [v.version, v.why, v.message, v.activity.unit]),
      ).toEqual([
        [1, 'report', 'm101', '城东区老科协'],
        [2, 'hold', null, null],
      ])
      expect(await records.changedBy('m101')).toEqual([101])
      expect(await records.changedBy('m1')).toEqual([])
      expect(await records.including(1)).toEqual([second])
      const third = { ...second, version: 3, includes: [] }
      await records.update(third, version(third, { why: 'split' }))
      expect(await records.including(1)).toEqual([])
    },
  ],
  [
    'witnesses are kept once',
    async ({ records }) => {
      const witness = { message: 'm2', person: 'wxid_li', at }
      await records.addWitness(101, witness)
      await records.addWitness(101, witness)
      await records.addWitness(101, { ...witness, message: 'm0', at: later })
      expect(await records.witnesses(101)).toEqual([witness, { ...witness, message: 'm0', at: later }])
    },
  ],
  ['records are found by every filter', findRecords],
  [
    'every record streams by number, more than a page of them',
    async ({ records }) => {
      for (let no = 1; no <= 1001; no++) await records.insert(record(no), version(record(no)))
      const seen: number[] = []
      for await (const { no } of records.stream()) seen.push(no)
      expect(seen).toEqual(Array.from({ length: 1001 }, (_, n) => n + 1))
    },
  ],
  [
    'joints keep their members in order and are found by each',
    async ({ joints }) => {
      const joint = {
        members: [105, 101],
        status: 'proposed',
        lead: 105,
        attendance: null,
        signs: ['同日'],
        at,
      } as const
      const first = await joints.insert(joint)
      const second = await joints.insert({ ...joint, members: [101, 102] })
      expect(await joints.byId(first.id)).toEqual({ ...joint, id: first.id })
      expect((await joints.byRecord(101)).map((j) => j.id)).toEqual([second.id, first.id])
      const merged = { ...first, members: [105], status: 'merged', attendance: 300 } as const
      await joints.update(merged)
      expect(await joints.byRecord(101)).toHaveLength(1)
      expect(await joints.withStatus('merged')).toEqual([merged])
      expect(await joints.byId(99)).toBeNull()
    },
  ],
]

const days = (start: string, end = start) => ({ start, end })

async function findRecords({ records }: Store): Promise<void> {
  const rows: Partial<RecordRow>[] = [
    { period: days('2026-10-01') },
    { period: days('2026-10-31', '2026-11-01'), unit: '城西区老科协', kind: 'clinic' },
    { period: days('2026-07-01', '2026-12-31'), scope: 'summary' },
    { period: days('2025-01-01', '2026-12-31'), scope: 'summary', status: 'held', heldFor: 'summary' },
    { period: days('2026-11-15'), measures: {}, reporter: 'wxid_li', room: null, createdAt: later },
    { period: days('2026-10-15', '2026-11-20'), status: 'void', unit: null },
  ]
  for (const [n, change] of rows.entries())
    await records.insert(record(n + 1, change), version(record(n + 1, change)))

  const october = days('2026-10-01', '2026-10-31')
  const table: readonly (readonly [RecordFilter, number[]])[] = [
    [{}, [1, 2, 3, 4, 5, 6]],
    [{ units: ['城西区老科协', '无'] }, [2]],
    [{ units: [] }, []],
    [{ kinds: ['clinic'] }, [2]],
    [{ kinds: [] }, []],
    [{ statuses: ['held', 'void'] }, [4, 6]],
    [{ statuses: [] }, []],
    [{ inside: october }, [1]],
    [{ inside: days('2026-10-01') }, [1]],
    [{ inside: days('2026-10-02', '2026-10-31') }, []],
    [{ overlaps: october }, [1, 2, 3, 4, 6]],
    [{ overlaps: days('2026-11-20') }, [3, 4, 6]],
    [{ overlaps: days('2026-11-21') }, [3, 4]],
    [{ overlaps: days('2025-06-01') }, [4]],
    [{ overlaps: october, scope: 'event', statuses: ['counted'] }, [1, 2]],
    [{ reporter: 'wxid_li' }, [5]],
    [{ room: '城东群', scope: 'event' }, [1, 2, 6]],
    [{ createdFrom: later }, [5]],
    [{ createdBefore: later, kinds: ['clinic'] }, [2]],
    [{ withoutAttendance: true }, [5]],
  ]
  for (const [filter, expected] of table) {
    expect((await records.list(filter)).map((row) => row.no)).toEqual(expected)
    expect((await records.list({ ...filter, newestFirst: true })).map((row) => row.no)).toEqual(
      expected.toReversed(),
    )
    expect(await records.count(filter)).toBe(expected.length)
  }
  expect((await records.list({ limit: 2, offset: 1 })).map((row) => row.no)).toEqual([2, 3])
  expect((await records.list({ offset: 4 })).map((row) => row.no)).toEqual([5, 6])
}
