import { daysBetween, monthOf, parts } from '../core/day.js'
import { mask } from '../core/mask.js'
import { shortName } from '../core/tree.js'
import type { Told } from '../ledger/record.js'
import { missingOf } from '../ledger/record.js'
import type { RecordRow } from '../store.js'
import {
  answer,
  instant,
  notice,
  officeName,
  quoted,
  teacher,
  teacherInFull,
  tellOffice,
  type Reply,
  type Turn,
} from '../turn.js'
import { clockText } from '../zone.js'
import { askDoubt, askMissing } from './asking.js'
import { dayText } from './figures.js'
import { monthText } from './months.js'
import { askFirst } from './pending.js'
import { longReceipt, mergedReceipt, mergeLine, oneLine, shortReceipt } from './receipts.js'
import { isLate } from './speak.js'
import { uncounted } from './uncounted.js'

/** Receipts a person gets in the long form before the short one; this one is counted already. */
const longReceipts = 3

/** The replies to what was recorded of a message. `zeros`: 零报告 lines of a 接龙, as sentences. */
export async function tellRecorded(turn: Turn, told: Told, zeros: readonly string[] = []): Promise<Reply[]> {
  const replies: Reply[] = []
  const relay = turn.message.text.includes('接龙')
  const { booked } = told
  if (isLate(turn) && booked.length > 0)
    replies.push(...(await late(turn, booked, told)), ...(await tellContacts(turn, booked)))
  else if (booked.length === 1 && zeros.length === 0) replies.push(...(await one(turn, booked[0]!, told)))
  else if (booked.length + zeros.length > 0)
    replies.push(...(await several(turn, booked, told, zeros, relay)))
  replies.push(...(await askFirst(turn, told.pending)))
  for (const record of told.witnessed) replies.push(await thanks(turn, record))
  replies.push(...(await offerJoints(turn, told.joints)))
  for (const record of booked) await noteOneSided(turn, record, told.joints)
  if (told.hidden)
    replies.push({ to: 'sender', class: 'notice', text: '为保护病人，姓名电话我没有保存，人数已记。' })
  return replies
}

/** Offers the secretariat what may be one event of several branches. */
export async function offerJoints(turn: Turn, joints: Told['joints']): Promise<Reply[]> {
  const replies: Reply[] = []
  for (const { joint, records } of joints) {
    const [a, b] = records
    // a partner that was waited for has been heard; other pairs of the same record stay open
    for (const t of await turn.store.todos.open(null))
      if (t.what === 'joint' && t.ref === null && records.some((r) => r.no === t.record))
        await turn.store.todos.close(t.id)
    const text = `${a.no}和${b.no}像是同一场联合活动（${joint.signs.join('、')}）。回“归并${a.no} ${b.no}”或“不是${a.no} ${b.no}”。`
    await turn.store.todos.insert({
      unit: null,
      what: 'joint',
      record: b.no,
      ref: joint.id,
      person: null,
      text,
      data: null,
      at: instant(turn.now),
      status: 'open',
    })
    replies.push(...(await tellOffice(turn.store, text, [a.no, b.no])))
  }
  return replies
}

async function one(turn: Turn, record: RecordRow, told: Told): Promise<Reply[]> {
  const { house } = turn
  const head = shortReceipt(record, house, turn.local.day)
  const doubt = told.doubts.get(record.no)
  if (doubt) return askDoubt(turn, record, doubt, head)
  const missing = missingOf(record)
  const after = await afterwords(turn, record)
  if (missing === 'attendance' && uncounted(turn.message.text)) {
    const text = [head, '（人数未报，回头有数再告诉我也行）', ...after].join('\n')
    return [{ to: 'here', class: 'receipt', text, records: [record.no] }]
  }
  if (missing) return askMissing(turn, record, missing, [head, ...after].join('\n'))
  const said = await turn.store.people.byId(turn.sender.id)
  const long = (said?.receipts ?? 0) <= longReceipts || record.otherKinds.length > 0
  const text = long ? longReceipt(record, house, turn.local.day) : head
  return [
    {
      to: 'here',
      class: 'receipt',
      text: [text, ...after].join('\n'),
      line: mergeLine(record, house, turn.local.day),
      records: [record.no],
    },
  ]
}

async function several(
  turn: Turn,
  booked: readonly RecordRow[],
  told: Told,
  zeros: readonly string[],
  relay: boolean,
): Promise<Reply[]> {
  const lines = [...booked.map((r) => mergeLine(r, turn.house, turn.local.day)), ...zeros]
  const records = booked.map((r) => r.no)
  const only = lines.length === 1
  const head = relay ? `✅ 接龙${lines.length}条都记下了：` : `✅ ${lines.length}条都记下了：`
  const text = only
    ? booked[0]
      ? shortReceipt(booked[0], turn.house, turn.local.day)
      : `✅ ${zeros[0]}`
    : mergedReceipt(lines, head)
  const unclear = booked.find((r) => told.doubts.has(r.no))
  if (unclear) return askDoubt(turn, unclear, told.doubts.get(unclear.no)!, text)
  const lacking = firstLacking(booked)
  if (lacking) return askMissing(turn, lacking, missingOf(lacking)!, text, booked.length > 1)
  return [{ to: 'here', class: 'receipt', text, line: lines.join('\n'), records }]
}

/** Said under the receipt where it helps: an old month, a closed month. */
async function afterwords(turn: Turn, record: RecordRow): Promise<string[]> {
  const closing = await turn.store.closings.get(monthOf(record.period.start))
  const m = `${parts(record.period.start)[1]}月`
  const closed = monthText(monthOf(record.period.start), turn.local.day)
  if (closing) return [`${closed}已经结账，这笔算结账后补报，`, `注明属${closed}活动。`]
  return daysBetween(record.period.end, turn.local.day) > 60 ? [`这是${m}的活动，补记好了。`] : []
}

/** What was caught up, in private; what is in doubt or missing is asked under it, one question as in a room. */
async function late(turn: Turn, booked: readonly RecordRow[], told: Told): Promise<Reply[]> {
  const text = lateText(turn, booked)
  const unclear = booked.find((r) => told.doubts.has(r.no))
  if (unclear) return askDoubt(turn, unclear, told.doubts.get(unclear.no)!, text)
  const lacking = firstLacking(booked)
  if (lacking) return askMissing(turn, lacking, missingOf(lacking)!, text, booked.length > 1)
  return [{ to: 'sender', class: 'notice', text, records: booked.map((r) => r.no) }]
}

/** The branch first: without it nothing counts. */
const firstLacking = (booked: readonly RecordRow[]): RecordRow | undefined =>
  booked.find((r) => missingOf(r) === 'branch') ?? booked.find((r) => missingOf(r) !== null)

function lateText(turn: Turn, booked: readonly RecordRow[]): string {
  const sent = clockText(turn.sent.minute)
  const day = turn.sent.day === turn.local.day ? '' : dayText(turn.sent.day, turn.local.day)
  const lines = booked.map((r) => `${r.no}号 ${oneLine(r, turn.house, turn.local.day)}`)
  return `我刚才不在线，您${day}${sent}的报告已补记（${booked.map((r) => `${r.no}号`).join('、')}）。\n${lines.join('\n')}`
}

/** The contacts of a branch hear of what was caught up for it, in one line however much it was. */
async function tellContacts(turn: Turn, booked: readonly RecordRow[]): Promise<Reply[]> {
  const { house, store, local } = turn
  const replies: Reply[] = []
  for (const unit of new Set(booked.flatMap((r) => r.unit ?? []))) {
    const of = booked.filter((r) => r.unit === unit)
    for (const contact of await store.people.withRole(['contact'], unit)) {
      if (contact.id === turn.sender.id) continue
      const lines = of.map((r) => `${mergeLine(r, house, local.day)}（${turn.sender.name}报）`)
      replies.push({
        to: { person: contact.id },
        class: 'receipt',
        text: `我刚才不在线，补记了：\n${lines.join('\n')}`,
        line: lines.join('\n'),
        records: of.map((r) => r.no),
      })
    }
  }
  return replies
}

export async function thanks(turn: Turn, record: RecordRow): Promise<Reply> {
  const first = await turn.store.sources.get(record.source)
  const who = first && first.sender !== turn.sender.id ? teacher(first.senderName) : '您'
  return {
    to: 'sender',
    class: 'notice',
    text: `这场${who}报过了（${record.no}号），只算一场。也谢谢您作证。`,
    records: [record.no],
  }
}

/** A partner named but not heard from: the office sees it; it gives nobody credit by itself. */
export async function noteOneSided(turn: Turn, record: RecordRow, joints: Told['joints']): Promise<void> {
  const paired = joints.some((j) => j.records.some((r) => r.no === record.no))
  const partners = record.partners.filter((p) => turn.house.tree.has(p))
  if (paired || partners.length === 0 || record.unit === null) return
  const names = partners.map((p) => shortName(p, turn.house.tree)).join('、')
  const text = `${record.no}号 ${shortName(record.unit, turn.house.tree)}说是和${names}联合，${names}还没报。`
  await turn.store.todos.insert({
    unit: null,
    what: 'joint',
    record: record.no,
    ref: null,
    person: null,
    text,
    data: null,
    at: instant(turn.now),
    status: 'open',
  })
}

/** R9, when nothing could be stored. */
export const notStored = (): Reply => answer('刚才没记上，请过几分钟再发一次。\n（已通知秘书处）')

/** Somebody without the right asked for something: an offer, passed on. */
export async function passOn(turn: Turn, request = quoted(turn)): Promise<Reply[]> {
  const office = await turn.store.people.withRole(['secretariat'])
  if (office.length === 0) return [answer('这个要秘书处来办，请您打电话给秘书处。')]
  const text = `${teacherInFull(turn.sender.name)}请您办：${mask(request).text}`
  await turn.store.todos.insert({
    unit: null,
    what: 'request',
    record: null,
    ref: null,
    person: turn.sender.id,
    text,
    data: null,
    at: instant(turn.now),
    status: 'open',
  })
  const name = await officeName(turn.store)
  return [answer(`这个要秘书处来办，\n我转告${name}了。`), ...office.map((p) => notice(p.id, text))]
}
