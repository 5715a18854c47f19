import type { Reading, Report } from '../core/report.js'
import { mask } from '../core/mask.js'
import { absurdAttendance } from '../ledger/absurd.js'
import { pendingOf } from '../ledger/pending.js'
import { keepSource, recordReports } from '../ledger/record.js'
import type { MissedRow, RecordRow } from '../store.js'
import { notice, privately, type Reply, type Turn } from '../turn.js'
import { readSaid } from '../understand/said.js'
import { aboutUs } from './article.js'
import { closeAsked } from './ask.js'
import { dayText } from './figures.js'
import { readPart, stranger, tellOnBehalf, toldBy } from './on-behalf.js'
import { oneLine } from './receipts.js'
import { concerns } from './todos.js'

const pageSize = 9

/** The 漏网 list of the sender: who said what when, at most 40 characters each. */
export async function missedText(turn: Turn, page: number): Promise<string> {
  const rows = (await turn.store.missed.open()).filter((m) => concerns(turn, m.unit))
  if (rows.length === 0) return '没有漏网的。'
  const pages = Math.ceil(rows.length / pageSize)
  const at = Math.min(Math.max(page, 1), pages)
  const lines = rows.slice((at - 1) * pageSize, at * pageSize).map((m) => {
    const day = dayText(turn.house.zone.local(new Date(m.sentAt)).day, turn.local.day)
    return `${m.id}. ${day} ${m.senderName}「${clip(m.why === 'forwarded' ? aboutUs(m.text, turn.house) : m.text, 40)}」`
  })
  return [
    `没看准的${rows.length}条：`,
    ...lines,
    ...(pages > 1 ? [`第${at}页，共${pages}页。${at < pages ? `后面的说“漏网 第${at + 1}页”。` : ''}`] : []),
    `要记的说“补登${rows[0]!.id}”，不记的说“不用补${rows[0]!.id}”。`,
  ].join('\n')
}

const clip = (text: string, length: number): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > length ? `${line.slice(0, length - 1)}…` : line
}

/** The open row of that number, or the sentence why the sender cannot settle it. */
async function rowFor(turn: Turn, id: number): Promise<MissedRow | string> {
  const row = await turn.store.missed.byId(id)
  if (row?.status !== 'open') return `漏网里没有${id}号，说“漏网”看看。`
  return concerns(turn, row.unit) ? row : `${id}号不是您分会的，请秘书处来办。`
}

/** 不用补3. */
export async function dismissMissed(turn: Turn, id: number): Promise<Reply[]> {
  const row = await rowFor(turn, id)
  if (typeof row === 'string') return [privately(row)]
  await settled(turn, row, 'dismissed')
  return [privately(`好，${id}号不记。`)]
}

/** 补登3: booked for who said it then, read again, from the sentence given, or with the values given. */
export async function bookMissed(turn: Turn, id: number, words: string): Promise<Reply[]> {
  const { store, house } = turn
  const row = await rowFor(turn, id)
  if (typeof row === 'string') return [privately(row)]
  const teller = (await store.people.byId(row.sender)) ?? stranger(row.sender, row.senderName)
  const then = await toldBy(turn, teller, {
    id: row.message,
    ...(row.room === null ? {} : { room: row.room }),
    sender: { id: row.sender, name: row.senderName },
    text: row.text,
    sentAt: new Date(row.sentAt),
  })
  const { text } = turn.message
  const from = words === '' ? -1 : text.lastIndexOf(words)
  const whole = from < 0 ? null : readPart(text, from, from + words.length, then)
  const anew = whole !== null && whole.reports.length > 0
  const before = readPart(row.text, 0, row.text.length, then)
  const reading = anew ? whole : row.why === 'forwarded' ? onlyOurs(before) : before
  const reports = words === '' || anew ? reading.reports : withValues(reading.reports, words, then)
  if (reports === null || reports.length === 0 || reports.some(isAbsurd)) return [privately(cannot(row))]

  await settled(turn, row, 'recorded')
  // what was booked when the message came is not booked once more
  const known = anew ? [] : await store.records.bySource(row.message)
  const left = reports.filter((r) => !known.some((k) => k.status !== 'void' && isToldIn(k, r)))
  if (left.length === 0)
    return [privately(`${id}号说的已经在册（${known[0]!.no}号），没有再记。`, [known[0]!.no])]
  if (anew) await keepSource(turn)
  const telling = anew ? { ...then, message: { ...then.message, id: turn.message.id, text } } : then
  const told = await recordReports(telling, {
    ...reading,
    reports: left.map((r) => ({ ...r, confidence: 1 })),
  })
  if (!told) return [privately(`${id}号说的是以前的汇总，或者已经在册，没有再记。`)]
  const day = dayText(then.sent.day, turn.local.day)
  const lines = told.booked.map(
    (r) => `${r.no}号 ${oneLine({ ...r, dayAssumed: false }, house, turn.local.day)}`,
  )
  return [
    ...(await tellOnBehalf(turn, told)),
    ...(lines.length > 0 && teller.id !== turn.sender.id
      ? [
          notice(
            teller.id,
            `您${day}说的那场补登了：\n${lines.join('\n')}\n有错直接说正确的就行。`,
            told.booked.map((r) => r.no),
          ),
        ]
      : []),
  ]
}

/** The row is decided: so is what its sender was asked about it. */
async function settled(turn: Turn, row: MissedRow, status: 'recorded' | 'dismissed'): Promise<void> {
  await turn.store.missed.settle(row.id, status)
  for (const t of await turn.store.todos.open('all')) {
    if (t.what !== 'held') continue
    const { source, about, reporter } = pendingOf(t)
    if (source !== row.message || about !== 'unsure') continue
    await turn.store.todos.close(t.id)
    await closeAsked(turn, t.id, reporter)
  }
}

/** What an article tells of nobody or of others is not booked for who passed it on. */
const onlyOurs = (reading: Reading): Reading => ({
  ...reading,
  reports: reading.reports.filter((r) => r.branch !== null),
})

/** A record of the message says of that day what the report says. */
const isToldIn = (record: RecordRow, report: Report): boolean =>
  record.kind === report.kind &&
  (report.date === null || record.period.start === report.date.start) &&
  (['attendance', 'materials', 'count'] as const).every(
    (name) => record.measures[name]?.value === report[name]?.value,
  )

const isAbsurd = (r: Report): boolean =>
  r.attendance?.value === 0 || (r.attendance?.value ?? 0) > absurdAttendance || r.sessions?.value === 0

const cannot = (row: MissedRow): string =>
  `「${clip(mask(row.text).text, 30)}」我还是读不出来。\n请把整句补上，如“补登${row.id} 昨天在三小讲座，120人”；不记说“不用补${row.id}”。`

/** One report with the values said beside its number; null where a word is no value or several reports could be meant. */
function withValues(reports: readonly Report[], words: string, turn: Turn): readonly Report[] | null {
  let [report] = reports
  if (report === undefined || reports.length > 1) return null
  for (const piece of words.split(/[\s,，、;；。]+/).filter(Boolean)) {
    const said = readSaid(piece, { units: turn.house.units, sentAt: turn.sent })
    switch (said?.is) {
      case 'figure': {
        const { span: _, ...measure } = said.measure
        report = { ...report, [said.field ?? 'attendance']: measure }
        break
      }
      case 'unit':
        report = { ...report, branch: said.unit }
        break
      case 'kind':
        report = { ...report, kind: said.kind }
        break
      case 'day':
        report = { ...report, date: said.period }
        break
      default:
        return null
    }
  }
  return [report]
}
