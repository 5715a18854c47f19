import type { Said } from '../command.js'
import { isClosed, mayChange } from '../ledger/correct.js'
import { restoreDays, restoreRecord, voidedBy, voidRecord } from '../ledger/withdraw.js'
import type { RecordRow } from '../store.js'
import { answer, notice, teacher, tellOffice, type Reply, type Turn } from '../turn.js'
import { commandWords } from './call.js'
import { asNumber } from './numbers.js'
import { refuse } from './refuse.js'
import { shortReceipt } from './receipts.js'

/** A record meant by number, or (null) the quoted or last one. */
export interface RecordRef {
  readonly no: number | null
  /** In words that may be chatter: uncalled they are heard only where they fit a record of the sender. */
  readonly loose?: true
  /** Not even 那条: heard uncalled only right after one's own 作废. */
  readonly bare?: true
}

/** 128号 · 128那条 · 我报的128. */
const number = '[我刚才昨天报发的]*#?(\\d{3,7})号?(?:[那这][条场个笔次])?(?:的|记录)?'
/** 刚才那条 · 上面报的 · 最后一条. */
const last = '[我刚才方前上最后面一报发那这条个场笔次记录的是]+'
const voidVerb =
  '(?:作废|取消|删掉|删除|删了?|撤回|撤销|撤掉|撤了|去掉|划掉|不算数?|不作数|不要|报错|发错|报重|重复)[掉了的]*'
const backVerb =
  '(?:还是|也)?(?:还要算|还算数?|要算|算数|恢复|要恢复|还要|是?要|别删|不删|不作废|留着)[了的]*'

const voids = [/^作废#?(\d{1,7})号?$/, /^#?(\d{1,7})号?作废了?$/]
/** Uncalled they need 号 or the verb first; with neither they may be chatter. */
const looseVoids = [
  new RegExp(`^(?:把|将)?${number}[给都也先就是]*${voidVerb}$`),
  new RegExp(`^(?:取消|删掉|删除|撤回|撤销|去掉)(?:我报的)?#?(\\d{1,7})号?(?:那条|记录)?$`),
]
const lastVoid = new RegExp(`^(?:把|将)?${last}[给都也先就]*${voidVerb}$`)
const voidLast = new RegExp(`^(?:作废|取消|删掉|删除|撤回|撤销|去掉)${last}$`)
/** Says plainly that it is about what was reported, not about anything else that has just been said. */
const plainlyLast = /刚|方才|上面|前面|上一?[条场个]|最后一?[条场个]|报的|发的/
const restores = [/^恢复#?(\d{1,7})号?$/, /^#?(\d{1,7})号?(?:还要算|还算数?|恢复|要恢复|还要)$/]
const looseRestores = [
  new RegExp(`^(?:恢复|留着|还要)${number}$`),
  new RegExp(`^(?:把|将)?${number}[给都也先就]*${backVerb}$`),
]
const lastRestores = [
  new RegExp(`^(?:恢复|留着)${last}$`),
  new RegExp(`^(?:把|将)?${last}[给都也先就]*${backVerb}$`),
]
/** 还是留着吧, 又要算了: nothing names a record. */
const bareRestore =
  /^(?:算了|等等|等一下)?(?:那?还是|又|也)?(?:留着|算上|要算|算数|恢复|不作废|别作废|不删|别删|不取消|别取消)[吧了的]*$/

/** Said beside it: why, or that one is sorry. */
const reason =
  /^[我是就那这个刚才]*(?:和.{1,6})?(?:重复|报重|重报|发重|记重|重了|报错|发错|写错|弄错|搞错|记错|说错|[弄搞记看说]混|误删|误报|多报|看错|不对|手滑|点错|按错|错)(?:了|的|一次|一遍)*$|^(?:不好意思|对不起|抱歉|哎呀?|谢谢.{0,2}|麻烦.{0,2}|辛苦了?)$/

/** 哎呀刚才那条不算. */
const exclaimed = /^(?:哎[呀哟]?|唉|哟|呀|哦|噢|啊|糟了?|不好意思|对不起|抱歉)+(?=.)/

/** 101号报错了, 101号不对: a number with nothing but the reason. */
const numbered = new RegExp(
  `^${number}[是就我]*(?:重复|报重|重报|发重|记重|重了|报错|发错|写错|弄错|搞错|记错|误报|不对|多报|错)(?:了|的)*$`,
)

/** The clause of a text that says what is wanted where all others give only reasons; `why`: whether one does. */
function wished({ tight, raw }: Said): { readonly words: string; readonly why: boolean } {
  const clauses = raw
    .split(/[，,。；;！!、\s]+/)
    .map((clause) => commandWords(clause).tight.replace(exclaimed, ''))
    .filter(Boolean)
  // 101号报错了，作废: which one, why, and what is wanted
  const which = clauses.map((clause) => numbered.exec(clause)?.[1]).find((no) => no !== undefined)
  const wish = clauses.filter((clause) => !reason.test(clause) && !numbered.test(clause))
  if (which !== undefined && wish.length === 1 && new RegExp(`^${voidVerb}$`).test(wish[0]!))
    return { words: `${which}号作废`, why: true }
  const rest = clauses.filter((clause) => !reason.test(clause))
  return rest.length === 1 && rest.length < clauses.length
    ? { words: rest[0]!, why: true }
    : { words: tight, why: false }
}

function numberIn(patterns: readonly RegExp[], words: string): number | null {
  for (const pattern of patterns) {
    const m = pattern.exec(words)
    if (m) return asNumber(m[1])
  }
  return null
}

/** Words that withdraw a record; pure. */
export function readVoid(said: Said): RecordRef | null {
  if (said.tight.length > longest) return null
  const { words, why } = wished(said)
  const no = numberIn(voids, words)
  if (no !== null) return { no }
  const loose = numberIn(looseVoids, words)
  if (loose !== null)
    return /号/.test(words) || /^[取删撤]/.test(words) ? { no: loose } : { no: loose, loose: true }
  if (
    said.quoted.length > 0 &&
    /^(?:这条|这个|那条)?(?:作废|不算数?|报错了?|取消|删掉|不要了?|重复了?)$/.test(words)
  )
    return { no: null }
  if ((!lastVoid.test(words) && !voidLast.test(words)) || !/[刚方前上最报发那这]/.test(words)) return null
  return plainlyLast.test(words) ? { no: null } : why || said.called ? { no: null, loose: true } : null
}

export function readRestore(said: Said): RecordRef | null {
  if (said.tight.length > longest) return null
  const { words } = wished(said)
  const no = numberIn(restores, words)
  if (no !== null) return { no }
  const loose = numberIn(looseRestores, words)
  if (loose !== null) return { no: loose, loose: true }
  if (said.quoted.length > 0 && /^(?:恢复|还要算?|还算|要算)$/.test(words)) return { no: null }
  if (bareRestore.test(words)) return { no: null, loose: true, bare: true }
  return lastRestores.some((pattern) => pattern.test(words)) &&
    /[刚方前上最报发那这]/.test(words) &&
    (said.called || plainlyLast.test(words))
    ? { no: null, loose: true }
    : null
}

/** No wish about a record is longer. */
const longest = 40
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

export async function handleVoid(turn: Turn, ref: RecordRef): Promise<Reply[] | null> {
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
