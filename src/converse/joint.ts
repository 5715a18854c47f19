import { daysBetween } from '../core/day.js'
import { countsDocuments } from '../core/kinds.js'
import { isApproximate } from '../core/measure.js'
import { additions, addSums, noSums, sumsOf, type Sums } from '../core/totals.js'
import { shortName, wholeName } from '../core/tree.js'
import type { Kind } from '../core/kinds.js'
import { markDuplicate } from '../ledger/duplicate.js'
import { mergeJoint, rejectJoint, splitJoint } from '../ledger/joint.js'
import { mayChange } from '../ledger/correct.js'
import type { JointRow, RecordRow } from '../store.js'
import { instant, notice, privately, type Reply, type Turn } from '../turn.js'
import { counterOf, shown } from './figures.js'
import { ofOffice } from './private.js'
import { oneLine } from './receipts.js'
import { passOn } from './told.js'

export interface Merge {
  readonly nos: readonly number[]
  /** The headcount the secretariat chose; null: the larger stated one. */
  readonly attendance: number | null
  /** Chosen as one of them says it (按180多). */
  readonly about?: true
}

const listed = (nos: readonly number[]): string => `${nos.slice(0, -1).join('、')}和${nos.at(-1)}`
const unique = (nos: readonly number[]): number[] => [...new Set(nos)].sort((a, b) => a - b)

/** 归并: says what every level counts then, or why it cannot be. */
export async function sayMerged(
  turn: Turn,
  told: readonly number[],
  attendance: number | null,
  about = false,
): Promise<Reply[]> {
  const { store } = turn
  const nos = unique(told)
  if (nos.length < 2) return [privately('归并要说两个号，如“归并125 128”。')]
  const records = await store.records.byNos(nos)
  const refusal = refusalOf(nos, records)
  if (refusal !== null) return [privately(refusal, nos)]
  // 按180多 is a figure one of them states, never one that would lose its 多
  if (
    about &&
    !records.some((r) => isApproximate(r.measures.attendance) && r.measures.attendance?.value === attendance)
  )
    return [
      privately(
        `这几条里没有哪条说的是${attendance}上下。按哪个数，请说“归并${nos.join(' ')} 按${attendance}人”。`,
        nos,
      ),
    ]
  const near = await jointsOf(turn, nos)
  const before = near.filter((j) => j.status === 'merged')
  const group = await store.records.byNos(unique([...nos, ...before.flatMap((j) => j.members)]))
  const twice = group.find((r, i) => group.some((o, k) => k < i && o.unit === r.unit))
  if (twice) return [privately(sameBranchText(turn, group, twice), nos)]
  const already = before.find((j) => nos.every((no) => j.members.includes(no)))
  if (already && (attendance === null || attendance === already.attendance))
    return [privately(`${listed(nos)}早就归并了。${levelsText(turn, already, group)}`, nos)]
  const kept = before.find((j) => j.attendance !== null)?.attendance ?? null
  const joint = await mergeJoint(turn, records, attendance ?? kept)
  const decided = near.filter((j) => j.members.every((no) => joint.members.includes(no)))
  await closeOffers(
    turn,
    decided.map((j) => j.id),
    joint.members,
  )
  return [
    privately(
      [`已归并。${levelsText(turn, joint, group)}`, ...doubtful(turn, group)].join('\n'),
      joint.members,
    ),
  ]
}

function refusalOf(nos: readonly number[], records: readonly RecordRow[]): string | null {
  const missing = nos.find((no) => !records.some((r) => r.no === no))
  if (missing !== undefined)
    return `没有${missing}号这一条，请看看号数。${nos.length > 2 ? `要是人数，请说“归并${nos[0]} ${nos[1]} 按${missing}人”。` : ''}`
  const gone = records.find((r) => r.status === 'void')
  if (gone) return `${gone.no}号已经作废，不能归并。要恢复说“恢复${gone.no}”。`
  const held = records.find((r) => r.status === 'held' || r.unit === null)
  if (held) return `${held.no}号还待核，定下来再归并。`
  const summary = records.find((r) => r.scope === 'summary')
  return summary ? `${summary.no}号是汇总，不是一场活动，不能归并。` : null
}

function sameBranchText(turn: Turn, group: readonly RecordRow[], twice: RecordRow): string {
  const other = group.find((r) => r.unit === twice.unit)!
  return `${other.no}和${twice.no}都是${shortName(twice.unit!, turn.house.tree)}的，不算联合。要是说的同一场，回“同一场${other.no} ${twice.no}”，只算${other.no}号。`
}

/** 「两会各记1场，全市记1场150人次。」 with every level that counts several of them once. */
function levelsText(turn: Turn, joint: JointRow, members: readonly RecordRow[]): string {
  const { tree } = turn.house
  const { lead, attendance } = joint
  const counted = additions({ members, lead, attendance, included: [], together: [] }, tree)
  const own = counted.filter((a) => a.own)
  const each = own.map((a) => timesText(a.sums, a.kind))
  const credit =
    new Set(each).size === 1
      ? `${'零一两三四五六七八九十'[own.length] ?? own.length}会各记${each[0]}`
      : own.map((a, i) => `${shortName(a.unit, tree)}记${each[i]}`).join('、')
  const levels = counted.filter(
    (a) => !a.own && members.filter((r) => tree.ancestors(r.unit!).includes(a.unit)).length > 1,
  )
  const said = new Map<string, string[]>()
  for (const a of levels.sort((x, y) => tree.ancestors(y.unit).length - tree.ancestors(x.unit).length)) {
    const figures = `${timesText(a.sums, a.kind)}${peopleText(a.sums, members)}`
    said.set(figures, [
      ...(said.get(figures) ?? []),
      a.unit === tree.root ? wholeName(tree) : shortName(a.unit, tree),
    ])
  }
  const once = [...said].map(
    ([figures, units]) => `${units.join('、')}${units.length > 1 ? '都' : ''}记${figures}`,
  )
  return `${[credit, ...once].join('，')}。`
}

const timesText = (s: Sums, kind: Kind): string =>
  countsDocuments(kind)
    ? `${s.count}${counterOf(kind)}`
    : s.sessions > 0
      ? `${s.sessions}场`
      : '一次（场数未报）'
/** A figure that one of the records states keeps its words: 180多, not 180. */
function peopleText(s: Sums, stated: readonly RecordRow[] = []): string {
  const said = stated.flatMap((r) => r.measures.attendance ?? []).filter((m) => m.value === s.attendance)
  const figure = said.length > 0 && said.every(isApproximate) ? shown(said[0]!) : s.attendance
  return s.attendance > 0 ? `${figure}人次` : s.gaps > 0 ? '（人数未报）' : ''
}

/** What may be a slip of the numbers is shown, so that it can be undone. */
function doubtful(turn: Turn, group: readonly RecordRow[]): string[] {
  const first = group[0]!
  const alike = group.every(
    (r) => r.kind === first.kind && Math.abs(daysBetween(first.period.start, r.period.start)) <= 1,
  )
  if (alike) return []
  const lines = group.map((r) => `${r.no} ${oneLine({ ...r, dayAssumed: false }, turn.house, '')}`)
  return ['这几条种类或日子不一样，请再看一眼：', ...lines, `不对就说“拆开${first.no}”。`]
}

/** 拆开. */
export async function saySplit(turn: Turn, told: readonly number[]): Promise<Reply[]> {
  const parted: number[] = []
  for (const no of unique(told)) parted.push(...(await splitJoint(turn, no)))
  const members = unique(parted)
  if (members.length === 0) return [privately(`${listedAll(told)}没有归并过。`, told)]
  const records = await turn.store.records.byNos(members)
  const sums = records.filter((r) => r.status === 'counted').reduce((s, r) => addSums(s, sumsOf(r)), noSums)
  return [
    privately(
      `已拆开。${listed(members)}各算各的，合计${timesText(sums, records[0]!.kind)}${peopleText(sums)}。`,
      members,
    ),
  ]
}
const listedAll = (nos: readonly number[]): string => `${unique(nos).join('、')}号`

/** The first of these numbers that is not on the book. */
async function missingOf(turn: Turn, nos: readonly number[]): Promise<number | undefined> {
  const records = await turn.store.records.byNos(nos)
  return nos.find((no) => !records.some((r) => r.no === no))
}

/** 不是: the pair stays two events. */
export async function sayRejected(turn: Turn, told: readonly number[]): Promise<Reply[]> {
  const nos = unique(told)
  if (nos.length < 2) return [privately('请说两个号，如“不是125 128”。')]
  const missing = await missingOf(turn, nos)
  if (missing !== undefined) return [privately(`没有${missing}号这一条，请看看号数。`)]
  const joints = await jointsOf(turn, nos)
  const together = (j: JointRow): boolean => nos.every((no) => j.members.includes(no))
  if (joints.some((j) => j.status === 'merged' && together(j)))
    return [privately(`${listed(nos)}已经归并了。要分开说“拆开${nos[0]}”。`, nos)]
  const offers = joints.filter((j) => j.status === 'proposed' && together(j))
  if ((await rejectJoint(turn, nos)) === 0) return [privately(`${listed(nos)}本来就各算各的。`, nos)]
  await closeOffers(
    turn,
    offers.map((j) => j.id),
    [],
  )
  return [privately(`好，${listed(nos)}各算各的。`, nos)]
}

/** 同一场: of one branch the later record becomes a witness of the first; of several branches it is a joint event. */
export async function saySame(turn: Turn, told: readonly number[]): Promise<Reply[]> {
  const nos = unique(told)
  const records = await turn.store.records.byNos(nos)
  const [first, ...repeats] = records
  if (nos.length < 2) return [privately('请说两个号，如“同一场125 128”。')]
  const missing = nos.find((no) => !records.some((r) => r.no === no))
  if (missing !== undefined || first === undefined) return [privately(`没有${missing}号这一条，请看看号数。`)]
  if (new Set(records.map((r) => r.unit)).size > 1)
    return ofOffice(turn) ? sayMerged(turn, nos, null) : passOn(turn)
  const gone = records.find((r) => r.status === 'void')
  if (gone) return [privately(`${gone.no}号已经作废，本来就不算。`, nos)]
  if (!records.every((r) => mayChange(turn, r))) return passOn(turn)
  for (const r of repeats) await markDuplicate(turn, r, first)
  const kept = oneLine({ ...first, dayAssumed: false }, turn.house, turn.local.day)
  const other = repeats.find((r) => r.measures.attendance?.value !== first.measures.attendance?.value)
  const choice = other?.measures.attendance
    ? `\n${other.no}号说的是${shown(other.measures.attendance)}人次，要用它说“${first.no}号改${shown(other.measures.attendance)}”。`
    : ''
  return [
    privately(`好，只算一场，留${first.no}号（${kept}）。${choice}`, nos),
    ...repeats
      .filter((r) => r.reporter !== turn.sender.id)
      .map((r) =>
        notice(r.reporter, `${r.no}号和${first.no}号是同一场，只算一次，记在${first.no}号。`, [
          r.no,
          first.no,
        ]),
      ),
  ]
}

/**
 * The pair a bare 是 or 不是 is about: the one quoted, or the one offered last in private; several: which one is asked.
 * `aboutPairs`: the word fits nothing else that was said (归并, 不是).
 */
export async function offeredPair(
  turn: Turn,
  aboutPairs: boolean,
): Promise<readonly number[] | { readonly ask: Reply[] } | null> {
  const open = await turn.store.joints.withStatus('proposed')
  const isOffer = (nos: readonly number[]): boolean =>
    nos.length === 2 && open.some((j) => nos.every((no) => j.members.includes(no)))
  if (turn.quoted.length > 0) return isOffer(turn.quoted) ? turn.quoted : null
  const rows = await turn.store.outbox.recent({ person: turn.sender.id }, 10)
  const other = rows.findIndex((row) => !isOffer(row.records))
  const last = (other < 0 ? rows : rows.slice(0, other)).map((row) => row.records)
  // something else was said since: the one pair offered lately is still meant, if the word is about pairs at all
  const told = last.length > 0 || !aboutPairs ? last : rows.map((row) => row.records).filter(isOffer)
  // what its teller said of a pair names it again
  const offers = [...new Map(told.map((nos) => [nos.join(), nos])).values()]
  return offers.length < 2 ? (offers[0] ?? null) : whichPair(offers)
}

/** The one pair still undecided of late, told with a number of it or with none; several: which one is asked. */
export async function undecidedPair(
  turn: Turn,
  no: number | null,
): Promise<readonly number[] | { readonly ask: Reply[] } | null> {
  const from = instant(new Date(turn.now.getTime() - rememberedDays * 86_400_000))
  const open = (await turn.store.joints.withStatus('proposed'))
    .filter((j) => j.members.length === 2 && j.at >= from && (no === null || j.members.includes(no)))
    .map((j) => j.members)
  return open.length < 2 ? (open[0] ?? null) : whichPair(open.slice(-mostPairs))
}
const rememberedDays = 14
const mostPairs = 4

function whichPair(offers: readonly (readonly number[])[]): { readonly ask: Reply[] } {
  const pairs = offers.map(([a, b]) => `“归并${a} ${b}”`).join('、')
  return { ask: [privately(`我问了好几对，请带上号数说：${pairs}，不是的说“不是”加号数。`)] }
}

/** Merged groups and open pairs that hold one of the records. */
async function jointsOf(turn: Turn, nos: readonly number[]): Promise<readonly JointRow[]> {
  const joints = (await Promise.all(nos.map((no) => turn.store.joints.byRecord(no)))).flat()
  const open = joints.filter((j) => j.status === 'merged' || j.status === 'proposed')
  return [...new Map(open.map((j) => [j.id, j])).values()]
}

/** Closes what the 待办 list says of decided pairs, and of partners that were waited for. */
async function closeOffers(turn: Turn, joints: readonly number[], merged: readonly number[]): Promise<void> {
  for (const t of await turn.store.todos.open(null)) {
    if (t.what !== 'joint') continue
    const decided = t.ref === null ? t.record !== null && merged.includes(t.record) : joints.includes(t.ref)
    if (decided) await turn.store.todos.close(t.id)
  }
}
