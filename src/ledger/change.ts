import { addSums, additions, isZero, noSums, type Addition, type Entry } from '../core/totals.js'
import type { Tree } from '../core/tree.js'
import type { JointRow, RecordRow, RollupRow, Store, VersionRow } from '../store.js'
import { settlePlans } from './plans.js'
import { withdrawZeros } from './zeros.js'

/**
 * Carries out a change of records and keeps the rollup true in the same transaction: what the touched entries added
 * before is taken out, what they add afterwards is put in. `touched` names every record (and joint) the change is
 * about; joints they are in and summaries that include them come along by themselves.
 */
export async function booked<T>(
  store: Store,
  tree: Tree,
  touched: readonly number[],
  change: () => Promise<T>,
): Promise<T> {
  const before = await additionsTouching(store, tree, touched)
  const result = await change()
  const after = await additionsTouching(store, tree, touched)
  await store.rollup.add(differences(before, after))
  return result
}

/** Cell by cell what has to be added to get from the one to the other; empty where nothing moved. */
export function differences(before: readonly Addition[], after: readonly Addition[]): RollupRow[] {
  const cells = new Map<string, Addition>()
  const book = (a: Addition, sign: 1 | -1): void => {
    const key = `${a.unit}\n${a.cell}\n${a.kind}\n${a.own ? 1 : 0}`
    cells.set(key, { ...a, sums: addSums(cells.get(key)?.sums ?? noSums, a.sums, sign) })
  }
  before.forEach((a) => book(a, -1))
  after.forEach((a) => book(a, 1))
  return [...cells.entries()]
    .filter(([, a]) => !isZero(a.sums))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { unit, cell, kind, own, sums }]) => ({ unit, cell, kind, own, ...sums }))
}

async function additionsTouching(store: Store, tree: Tree, nos: readonly number[]): Promise<Addition[]> {
  const all = new Set(nos)
  const queue = [...nos]
  const joints = new Map<number, JointRow>()
  for (let no = queue.pop(); no !== undefined; no = queue.pop()) {
    const merged = (await store.joints.byRecord(no)).filter((j) => j.status === 'merged')
    merged.forEach((j) => joints.set(j.id, j))
    const near = [
      ...merged.flatMap((j) => j.members),
      ...(await store.records.including(no)).map((r) => r.no),
    ]
    for (const n of near) {
      if (all.has(n)) continue
      all.add(n)
      queue.push(n)
    }
  }
  const records = await store.records.byNos([...all])
  const { included, together } = await insideThem(store, records)
  return entriesOf(records, [...joints.values()], included, together).flatMap((e) => additions(e, tree))
}

/** Records and what their sums hang on: the other members of joint events, and what summaries were told 连同. */
export async function entriesOver(
  store: Store,
  counted: readonly RecordRow[],
): Promise<{
  readonly records: readonly RecordRow[]
  readonly joints: readonly JointRow[]
  readonly entries: readonly Entry[]
}> {
  const joints = (await store.joints.withStatus('merged')).filter((j) =>
    counted.some((r) => j.members.includes(r.no)),
  )
  const members = await store.records.byNos([...new Set(joints.flatMap((j) => j.members))])
  const records = [...new Map([...counted, ...members].map((r) => [r.no, r])).values()].sort(
    (a, b) => a.no - b.no,
  )
  const { included, together } = await insideThem(store, records)
  return { records, joints, entries: entriesOf(records, joints, included, together) }
}

/** The records that summaries were told 连同, those of a summary in a summary too, and the joint events among them. */
export async function insideThem(
  store: Store,
  records: readonly RecordRow[],
): Promise<{ readonly included: readonly RecordRow[]; readonly together: readonly JointRow[] }> {
  const included = new Map<number, RecordRow>()
  for (let nos = records.flatMap((r) => r.includes); nos.length > 0;) {
    const rows = await store.records.byNos([...new Set(nos)])
    rows.forEach((r) => included.set(r.no, r))
    nos = rows.flatMap((r) => r.includes).filter((no) => !included.has(no))
  }
  if (included.size === 0) return { included: [], together: [] }
  const merged = await store.joints.withStatus('merged')
  return {
    included: [...included.values()],
    together: merged.filter((j) => j.members.some((no) => included.has(no))),
  }
}

/** Groups records into entries: those of a merged joint together, the others alone. */
export function entriesOf(
  records: readonly RecordRow[],
  joints: readonly JointRow[],
  included: readonly RecordRow[],
  together: readonly JointRow[],
): Entry[] {
  const inJoint = new Map(
    joints.filter((j) => j.status === 'merged').flatMap((j) => j.members.map((no) => [no, j] as const)),
  )
  const grouped = new Map<number, RecordRow[]>()
  const entries: Entry[] = []
  for (const record of records) {
    const joint = inJoint.get(record.no)
    if (joint) grouped.set(joint.id, [...(grouped.get(joint.id) ?? []), record])
    else entries.push({ members: [record], included, together })
  }
  for (const joint of joints) {
    const members = grouped.get(joint.id)
    if (members) entries.push({ members, lead: joint.lead, attendance: joint.attendance, included, together })
  }
  return entries
}

/** A new state of a record with its version, booked. */
export async function revise(
  store: Store,
  tree: Tree,
  record: RecordRow,
  change: Partial<RecordRow>,
  cause: Pick<VersionRow, 'at' | 'by' | 'why' | 'message'>,
): Promise<RecordRow> {
  const next: RecordRow = {
    ...record,
    ...change,
    no: record.no,
    version: record.version + 1,
    updatedAt: cause.at,
  }
  await booked(store, tree, [record.no, ...next.includes], () =>
    store.records.update(next, versionOf(next, cause)),
  )
  await withdrawZeros(store, tree, next)
  return next
}

/** A new record with its first version, booked. */
export async function enter(
  store: Store,
  tree: Tree,
  record: RecordRow,
  cause: Pick<VersionRow, 'at' | 'by' | 'why' | 'message'>,
): Promise<void> {
  await booked(store, tree, [record.no, ...record.includes], () =>
    store.records.insert(record, versionOf(record, cause)),
  )
  await withdrawZeros(store, tree, record)
  await settlePlans(store, record)
}

function versionOf(record: RecordRow, cause: Pick<VersionRow, 'at' | 'by' | 'why' | 'message'>): VersionRow {
  const {
    kind,
    unit,
    partners,
    period,
    dayAssumed,
    scope,
    measures,
    topics,
    speakers,
    venue,
    otherKinds,
    evidence,
    includes,
    part,
  } = record
  return {
    ...cause,
    no: record.no,
    version: record.version,
    status: record.status,
    activity: {
      kind,
      unit,
      partners,
      period,
      dayAssumed,
      scope,
      measures,
      topics,
      speakers,
      venue,
      otherKinds,
      evidence,
      includes,
      part,
    },
  }
}
