import type { Said } from '../command.js'
import { isClosed, mayChange } from '../ledger/correct.js'
import { restoreDays, restoreRecord, voidedBy, voidRecord } from '../ledger/withdraw.js'
import type { RecordRow } from '../store.js'
import { answer, notice, teacher, tellOffice, type Reply, type Turn } from '../turn.js'
import { asNumber } from './numbers.js'
import { refuse } from './refuse.js'
import { shortReceipt } from './receipts.js'

/** A record meant by number, or (null) the quoted or last one. */
export interface RecordRef {
  readonly no: number | null
}

const voids = [
  /^作废#?(\d{1,7})号?$/,
  /^#?(\d{1,7})号?作废了?$/,
  /^#?(\d{1,7})号(?:报错了?|不算数?|不要了?|取消|删掉|删除|撤回|撤销)$/,
  /^(?:取消|删掉|删除|撤回|撤销)#?(\d{1,7})号?$/,
]
const lastVoids =
  /^(?:刚才|刚刚|上面|上一?条|刚报的)(?:那条|那个|这条|报的|的)*(?:不算数?|作废|取消|报错了?|发错了?|删掉|不要了?|撤回)$/

/** Words that withdraw a record; pure. */
export function readVoid({ tight, quoted }: Said): RecordRef | null {
  for (const pattern of voids) {
    const m = pattern.exec(tight)
    if (m) return { no: asNumber(m[1]) }
  }
  if (lastVoids.test(tight)) return { no: null }
  return quoted.length > 0 && /^(?:这条|这个|那条)?(?:作废|不算数?|报错了?|取消|删掉|不要了?)$/.test(tight)
    ? { no: null }
    : null
}

const restores = [/^恢复#?(\d{1,7})号?$/, /^#?(\d{1,7})号?(?:还要算|还算数?|恢复|要恢复|还要)$/]

export function readRestore({ tight, quoted }: Said): RecordRef | null {
  for (const pattern of restores) {
    const m = pattern.exec(tight)
    if (m) return { no: asNumber(m[1]) }
  }
  return quoted.length > 0 && /^(?:恢复|还要算)$/.test(tight) ? { no: null } : null
}

async function recordMeant(turn: Turn, ref: RecordRef): Promise<RecordRow | null> {
  if (ref.no !== null) return turn.store.records.byNo(ref.no)
  if (turn.quoted.length > 0) return turn.store.records.byNo(turn.quoted[0]!)
  const [last] = await turn.store.records.list({
    reporter: turn.sender.id,
    statuses: ['counted', 'held'],
    newestFirst: true,
    limit: 1,
  })
  const fresh = last && turn.now.getTime() - new Date(last.createdAt).getTime() < 24 * 3_600_000
  return fresh ? last : null
}

export async function handleVoid(turn: Turn, ref: RecordRef): Promise<Reply[] | null> {
  const record = await recordMeant(turn, ref)
  if (!record)
    return ref.no === null
      ? turn.called
        ? [answer('我没找到您刚才报的那条，请说号数，如“作废128”。')]
        : null
      : [answer(`没有${ref.no}号这一条，请看看号数。`)]
  if (!mayChange(turn, record)) return refuse(turn, record)
  if (record.status === 'void')
    return [answer(`${record.no}号早就作废了。要恢复说“恢复${record.no}”。`, [record.no])]
  if (turn.sender.role === 'member' && (await isClosed(turn, record)))
    return [answer(`${record.no}号所在的月份已经结账，请联络员或秘书处来办。`, [record.no])]
  const partners = await voidRecord(turn, record)
  const replies: Reply[] = [answer(`✅ ${record.no}号已作废。要恢复说“恢复${record.no}”。`, [record.no])]
  if (record.reporter !== turn.sender.id)
    replies.push(
      notice(
        record.reporter,
        `${record.no}号由${teacher(turn.sender.name)}作废了。要恢复说“恢复${record.no}”。`,
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

export async function handleRestore(turn: Turn, ref: RecordRef): Promise<Reply[] | null> {
  const record = await recordMeant(turn, ref)
  if (!record) return ref.no === null ? null : [answer(`没有${ref.no}号这一条，请看看号数。`)]
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
