import type { JointRow, RecordRow } from '../store.js'
import { instant, type Turn } from '../turn.js'
import { booked } from './change.js'
import type { Joint } from './weigh.js'

/** A pair offered to the secretariat; it counts twice until decided. */
export interface Proposal {
  readonly joint: JointRow
  readonly records: readonly [RecordRow, RecordRow]
}

/** Offers two records as one joint event; nothing changes in the totals yet. */
export async function proposeJoint(
  turn: Turn,
  record: RecordRow,
  { with: other, signs }: Joint,
): Promise<Proposal> {
  const joint = await turn.store.joints.insert({
    members: [other.no, record.no],
    status: 'proposed',
    lead: leadOf([other, record]).no,
    attendance: null,
    signs,
    at: instant(turn.now),
  })
  return { joint, records: [other, record] }
}

/** The record with the larger stated audience; the earlier one where they are equal. */
export const leadOf = (records: readonly RecordRow[]): RecordRow =>
  records.reduce((a, b) =>
    (b.measures.attendance?.value ?? -1) > (a.measures.attendance?.value ?? -1) ? b : a,
  )

/**
 * 归并: the records become one joint event. Every unit keeps its credit, each common ancestor counts it once, with
 * the larger stated audience or the `attendance` the secretariat names. Pairs and groups that share a member join.
 */
export async function mergeJoint(
  turn: Turn,
  records: readonly RecordRow[],
  attendance: number | null,
): Promise<JointRow> {
  const { store, house } = turn
  const old = (await Promise.all(records.map((r) => store.joints.byRecord(r.no))))
    .flat()
    .filter((j) => j.status === 'merged' || j.status === 'proposed')
  const members = [
    ...new Set([
      ...old.filter((j) => j.status === 'merged').flatMap((j) => j.members),
      ...records.map((r) => r.no),
    ]),
  ].sort((a, b) => a - b)
  const all = await store.records.byNos(members)
  return booked(store, house.tree, members, async () => {
    for (const j of new Map(old.map((o) => [o.id, o])).values()) {
      if (j.members.every((no) => members.includes(no)))
        await store.joints.update({ ...j, status: 'dissolved' })
    }
    return store.joints.insert({
      members,
      status: 'merged',
      lead: leadOf(all).no,
      attendance,
      signs: [],
      at: instant(turn.now),
    })
  })
}

/** 拆开: each record counts on its own again; gives the records that were together. */
export async function splitJoint(turn: Turn, no: number): Promise<readonly number[]> {
  const merged = (await turn.store.joints.byRecord(no)).filter((j) => j.status === 'merged')
  const members = [...new Set(merged.flatMap((j) => j.members))]
  await booked(turn.store, turn.house.tree, members, async () => {
    for (const j of merged) await turn.store.joints.update({ ...j, status: 'rejected' })
  })
  return members
}

/** 不是: an offered pair is two events. */
export async function rejectJoint(turn: Turn, nos: readonly number[]): Promise<number> {
  const offered = (await Promise.all(nos.map((no) => turn.store.joints.byRecord(no))))
    .flat()
    .filter((j) => j.status === 'proposed' && nos.every((no) => j.members.includes(no)))
  for (const j of new Map(offered.map((o) => [o.id, o])).values())
    await turn.store.joints.update({ ...j, status: 'rejected' })
  return offered.length
}

/** A voided member leaves its joint; with fewer than two left it dissolves. Gives the joints that changed. */
export async function leaveJoints(turn: Turn, no: number): Promise<readonly JointRow[]> {
  const joints = (await turn.store.joints.byRecord(no)).filter(
    (j) => j.status === 'merged' || j.status === 'proposed',
  )
  for (const j of joints) {
    const left = j.members.filter((m) => m !== no)
    await booked(turn.store, turn.house.tree, j.members, async () => {
      await turn.store.joints.update({ ...j, status: 'dissolved' })
      if (j.status === 'merged' && left.length >= 2) {
        const records = await turn.store.records.byNos(left)
        await turn.store.joints.insert({
          ...j,
          members: left,
          lead: leadOf(records).no,
          at: instant(turn.now),
        })
      }
    })
  }
  return joints
}
