import { isClosed, mayChange } from '../ledger/correct.js'
import { restoreDays, restoreRecord, voidedBy, voidRecord } from '../ledger/withdraw.js'
import type { RecordRow } from '../store.js'
import { answer, notice, teacher, tellOffice, type Reply, type Turn } from '../turn.js'
import { refuse } from './refuse.js'
import { shortReceipt } from './receipts.js'
import { wayBack } from './way-back.js'
import type { RecordRef } from './withdrawal-words.js'

/** How long 刚才那条 means the sender's last record; in words that may be chatter it is less. */
const lastHours = 24
const looseHours = 1
const bareHours = 1 / 6

/** `voided`: what is wanted back was voided; of several the one voided last. */
async function recordMeant(turn: Turn, ref: RecordRef, voided = false): Promise<RecordRow | null> {
  if (ref.no !== null) return turn.store.records.byNo(ref.no)
  if (turn.quoted.length > 0) return turn.store.records.byNo(turn.quoted[0]!)
  const mine = await turn.store.records.list({
    reporter: turn.sender.id,
    statuses: voided ? ['void'] : ['counted', 'held'],
    newestFirst: true,
    limit: voided ? 10 : 1,
  })
  const at = (r: RecordRow): string => (voided ? r.updatedAt : r.createdAt)
  const found = mine.toSorted((a, b) => (at(a) < at(b) ? 1 : -1))[0]
  const hours = ref.bare && !turn.called ? bareHours : ref.loose && !voided ? looseHours : lastHours
  return found && turn.now.getTime() - Date.parse(at(found)) < hours * 3_600_000 ? found : null
}

/** One after the other where several are named. */
async function each(
  ref: RecordRef,
  one: (ref: RecordRef) => Promise<Reply[] | null>,
): Promise<Reply[] | null> {
  const said: Reply[] = []
  let heard = false
  for (const no of [ref.no, ...(ref.also ?? [])]) {
    const replies = await one({ ...ref, no })
    heard ||= replies !== null
    said.push(...(replies ?? []))
  }
  return heard ? said : null
}

export const handleVoid = (turn: Turn, ref: RecordRef): Promise<Reply[] | null> =>
  each(ref, (one) => voidOne(turn, one))
export const handleRestore = (turn: Turn, ref: RecordRef): Promise<Reply[] | null> =>
  each(ref, (one) => restoreOne(turn, one))

async function voidOne(turn: Turn, ref: RecordRef): Promise<Reply[] | null> {
  const record = await recordMeant(turn, ref)
  if (ref.loose && !turn.called && (!record || record.status === 'void' || !mayChange(turn, record)))
    return null
  if (!record)
    return ref.no === null
      ? turn.called
        ? [answer('我没找到您刚才报的那条，请说号数，如“作废128”。')]
        : null
      : [answer(`没有${ref.no}号这一条，请看看号数。`)]
  if (!mayChange(turn, record)) return refuse(turn, record)
  if (record.status === 'void') {
    const by = await voidedBy(turn, record)
    return [
      answer(`${record.no}号早就作废了。${await wayBack(turn, record, turn.sender.id, by)}`, [record.no]),
    ]
  }
  if (turn.sender.role === 'member' && (await isClosed(turn, record)))
    return [answer(`${record.no}号所在的月份已经结账，请联络员或秘书处来办。`, [record.no])]
  const partners = await voidRecord(turn, record)
  const replies: Reply[] = [answer(`✅ ${record.no}号已作废。要恢复说“恢复${record.no}”。`, [record.no])]
  if (record.reporter !== turn.sender.id)
    replies.push(
      notice(
        record.reporter,
        `${record.no}号由${teacher(turn.sender.name)}作废了。${await wayBack(turn, record, record.reporter, turn.sender.id)}`,
        [record.no],
      ),
    )
  if (partners.length > 0)
    replies.push(
      ...(await tellOffice(
        turn.store,
        `${record.no}号作废了，它和${partners.join('、')}号的归并也拆开了。`,
        partners,
      )),
    )
  return replies
}

/** The owner wants back what somebody else voided: who voided it is asked. */
async function askVoider(turn: Turn, record: RecordRow, by: string): Promise<Reply[]> {
  const who = teacher((await turn.store.people.byId(by))?.name ?? '')
  return [
    answer(`${record.no}号是${who}作废的，我请${who}再看看。`, [record.no]),
    notice(by, `${teacher(turn.sender.name)}说${record.no}号还要算。要恢复说“恢复${record.no}”。`, [
      record.no,
    ]),
  ]
}

async function restoreOne(turn: Turn, ref: RecordRef): Promise<Reply[] | null> {
  const record = await recordMeant(turn, ref, true)
  if (ref.loose && !turn.called && (record?.status !== 'void' || !mayChange(turn, record))) return null
  if (!record)
    return ref.no === null
      ? turn.called
        ? [answer('我没找到您刚作废的那条，请说号数，如“恢复128”。')]
        : null
      : [answer(`没有${ref.no}号这一条，请看看号数。`)]
  if (record.status !== 'void') return [answer(`${record.no}号没有作废，照常算着。`, [record.no])]
  const by = await voidedBy(turn, record)
  if (!mayChange(turn, record)) return refuse(turn, record)
  if (turn.sender.role === 'member' && by !== null && by !== turn.sender.id)
    return askVoider(turn, record, by)
  const done = await restoreRecord(turn, record)
  if (!done) return [answer(`${record.no}号作废超过${restoreDays}天了，请重新报一次。`, [record.no])]
  return [
    answer(`✅ 恢复了。${shortReceipt(done, turn.house, turn.local.day)}`.replace('。✅ ', '。'), [
      record.no,
    ]),
  ]
}
