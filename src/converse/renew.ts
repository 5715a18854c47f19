import type { PlainDate } from '../core/day.js'
import type { House } from '../house.js'
import { missingOf } from '../ledger/record.js'
import type { OutboxRow, QuestionRow, RecordRow, Store } from '../store.js'
import { instant, type Turn } from '../turn.js'
import { askMissing } from './asking.js'
import { longReceipt, mergedReceipt, mergeLine, shortReceipt } from './receipts.js'
import { say } from './speak.js'
import { turnOf } from './turn-of.js'

/** What is asked under a receipt, with the number of lines it takes there. */
const questionLines: Readonly<Record<string, number>> = {
  attendance: 2,
  sessions: 2,
  branch: 1,
  date: 1,
  future_date: 1,
  unknown_branch: 1,
}

/**
 * A receipt, or a question under one, that waited (for the morning, for a burst to end) is looked at again before it
 * leaves: it tells its records as they stand now, asks only for what is still missing, and says nothing of what was
 * withdrawn meanwhile.
 */
export async function renew(store: Store, house: House, row: OutboxRow, now: Date): Promise<void> {
  const asked = row.class === 'question' ? await askedUnder(store, row) : null
  if (row.class === 'question' ? asked === null : row.line === null) return
  const rows = await store.records.byNos([...new Set([...numbersIn(row.text), ...row.records])])
  const records = new Map(rows.map((r) => [r.no, r]))
  const about = asked === null ? undefined : records.get(asked.record!)
  const settled = asked !== null && (about === undefined || isSettled(asked, about))
  const changed = new Set(rows.filter((r) => r.updatedAt > row.createdAt).map((r) => r.no))
  if (changed.size === 0 && !settled) return

  const lines = row.text.split('\n')
  const question = asked === null ? [] : lines.slice(-questionLines[asked.about]!)
  const today = house.zone.local(new Date(row.createdAt)).day
  const view: View = { records, changed, house, today }
  const head = headNow(lines.slice(0, lines.length - question.length), view)
  const text = [...head, ...(settled ? [] : question)].join('\n')
  if (text === row.text) return
  if (settled && asked.status === 'open')
    await store.questions.close(asked.id, about?.status === 'void' ? 'replaced' : 'answered')
  await store.outbox.finish(row.id, { status: 'dropped', at: instant(now), error: 'renewed' })
  if (head.length === 0) return
  const missing = settled && about && about.status !== 'void' ? missingOf(about) : null
  // 没数 settles it too
  if (about && missing !== null && missing !== asked?.about)
    return askOther(store, house, row, about, missing, head, now)
  await plan(store, row, { text, head, view, asks: asked !== null && !settled }, now)
}

interface View {
  readonly records: ReadonlyMap<number, RecordRow>
  /** Since the row was written. */
  readonly changed: ReadonlySet<number>
  readonly house: House
  /** The day the row was written. */
  readonly today: PlainDate
}

/** The question that stands under a receipt; null for any other question. */
async function askedUnder(store: Store, row: OutboxRow): Promise<QuestionRow | null> {
  const person = row.person ?? row.mentions[0]
  if (person === undefined) return null
  const asked = (await store.questions.askedSince(person, row.createdAt)).filter(
    (q) =>
      q.room === row.room && q.record !== null && row.records.includes(q.record) && q.about in questionLines,
  )
  return asked.find((q) => q.askedAt === row.notBefore) ?? asked.at(-1) ?? null
}

/** Answered some other way, or there is nothing left to ask about. */
function isSettled({ about, status }: QuestionRow, record: RecordRow): boolean {
  if (record.status === 'void' || status === 'answered' || status === 'dropped') return true
  if (about === 'attendance' || about === 'sessions') return record.measures[about] !== undefined
  return about === 'branch' && record.unit !== null
}

const numbersIn = (text: string): number[] =>
  [...text.matchAll(/(?:^|\n|；)(?:✅ )?(?:记下了，)?(\d{3,7})(?:号| )/g)].map((m) => Number(m[1]))

/** The lines of a receipt as they read now; none where all they told of was withdrawn. */
function headNow(lines: readonly string[], view: View): readonly string[] {
  const [first = '', ...rest] = lines
  const no = /^✅ (?:记下了，)?(\d{3,7})号/.exec(first)?.[1]
  if (no === undefined) return severalNow(first, rest, view)
  const record = view.records.get(Number(no))
  if (!record || !view.changed.has(record.no)) return lines
  if (record.status === 'void') return []
  const long = longReceipt(record, view.house, view.today).split('\n')
  if (/^✅ \d+号 一次活动/.test(first)) return long
  return first.startsWith('✅ 记下了')
    ? [...long, ...rest.slice(rest.indexOf(long.at(-1)!) + 1)]
    : [shortReceipt(record, view.house, view.today), ...rest]
}

function severalNow(head: string, rest: readonly string[], view: View): readonly string[] {
  const told = rest.flatMap((l) => l.split('；'))
  const now = linesNow(told, view)
  if (now.length === 0) return told.length === 0 ? [head] : []
  return mergedReceipt(now, head.replace(/\d{1,3}(?=条都记下了)/, String(now.length))).split('\n')
}

/** 「130 城西区 讲座1场 85人次」 for each, as it stands now; what was withdrawn is left out. */
const linesNow = (lines: readonly string[], { records, changed, house, today }: View): readonly string[] =>
  lines.flatMap((line) => {
    const record = records.get(Number(/^(\d{3,7}) /.exec(line)?.[1]))
    if (!record || !changed.has(record.no)) return line
    return record.status === 'void' ? [] : mergeLine(record, house, today)
  })

/** What the row says now, at the time it was meant for: a receipt where nothing is asked any more. */
async function plan(
  store: Store,
  row: OutboxRow,
  now: {
    readonly text: string
    readonly head: readonly string[]
    readonly view: View
    readonly asks: boolean
  },
  at: Date,
): Promise<void> {
  const { room, person, inReplyTo, file, notBefore } = row
  const { records, house, today } = now.view
  const left = row.records.filter((no) => records.get(no)?.status !== 'void')
  const only = left.length === 1 && numbersIn(now.text).length === 1 ? records.get(left[0]!) : undefined
  const lines = row.line?.split('\n') ?? now.head.slice(1).flatMap((l) => l.split('；'))
  await store.outbox.plan(
    {
      room,
      person,
      inReplyTo,
      file,
      notBefore,
      text: now.text,
      records: left,
      class: now.asks ? 'question' : 'receipt',
      mentions: now.asks ? row.mentions : [],
      line: now.asks ? null : only ? mergeLine(only, house, today) : linesNow(lines, now.view).join('\n'),
      createdAt: instant(at),
    },
    `renewed:${row.id}`,
  )
}

/** One thing was told meanwhile (the branch), another is still missing: that is asked instead. */
async function askOther(
  store: Store,
  house: House,
  row: OutboxRow,
  record: RecordRow,
  missing: NonNullable<ReturnType<typeof missingOf>>,
  head: readonly string[],
  now: Date,
): Promise<void> {
  const name = (await store.sources.get(record.source))?.senderName ?? ''
  const turn = await turnOf(
    store,
    house,
    {
      id: row.inReplyTo ?? record.source,
      sender: { id: record.reporter, name },
      text: '',
      sentAt: now,
      ...(row.room === null ? {} : { room: row.room }),
    },
    now,
  )
  const replies = await askMissing(turn, record, missing, head.join('\n'), head.length > 1)
  await say(turn, replies, `renewed:${row.id}`)
}

/** The room has not been told of the record yet (at night): its receipt will tell it as it is then. */
export const isStillToSay = async (turn: Turn, { no, createdAt }: RecordRow): Promise<boolean> =>
  !turn.called &&
  turn.message.room !== undefined &&
  (await turn.store.outbox.withStatus('planned', createdAt)).some(
    (row) =>
      row.room === turn.message.room &&
      (row.class === 'receipt' || row.class === 'question') &&
      row.records.includes(no) &&
      row.notBefore > instant(turn.now),
  )
