import { parse } from 'csv-parse/sync'
import type { PlainDate } from '../core/day.js'
import { err, ok, type Result } from '../core/result.js'
import { readDay, readInstant, readMoment, readTime } from './moment.js'
import { senderOf, type ChatRecord, type RecordError, type Said } from './said.js'

/** What a column may be called, best first; spaces, case, - and _ do not matter. */
const columns = {
  time: '时间 发送时间 消息时间 日期时间 发送日期 日期 strtime time sendtime msgtime datetime formattedtime at sentat createtime timestamp date',
  sender:
    '群昵称 发言人 发送人 发送者 发信人 姓名 备注 昵称 发送人昵称 用户 sendername senderdisplayname groupnickname displayname remark nickname name from sender talker user author',
  senderId: 'wxid 发送人id 发送者id 微信号 senderid senderwxid senderusername fromid username',
  content: '内容 消息内容 聊天内容 消息 文本 正文 strcontent content text message msg body',
  type: '类型 消息类型 typename type msgtype messagetype',
  room: '群 群名 群聊 群聊名称 会话 会话名称 talkername room roomname chat chatname groupname',
} as const
type Role = keyof typeof columns
const roles = Object.keys(columns) as Role[]
const namesOf = (role: Role): readonly string[] => columns[role].split(' ')

/** One row: its cells by their column's plain name. */
type Row = ReadonlyMap<string, string>
const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[（(].*$/s, '')
    .replace(/[\s_-]/g, '')

/** Every non-empty cell of a role, best column first. */
const cells = (row: Row, role: Role): string[] =>
  namesOf(role).flatMap((name) => {
    const cell = row.get(name)?.trim()
    return cell ? [cell] : []
  })

/** Reads a table with a heading line; commas, tabs or semicolons. */
export function readCsv(text: string, until: PlainDate): Result<ChatRecord, RecordError> {
  const head = text.slice(0, 5000).split('\n')[0] ?? ''
  const delimiter = [',', '\t', ';'].reduce((a, b) => (head.split(b).length > head.split(a).length ? b : a))
  let records: readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[]
  try {
    records = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }) as unknown as typeof records
  } catch {
    return err({ code: 'bad_csv' })
  }
  const names = (records[0]?.record ?? []).map(plainName)
  const rows = records.slice(1).map(({ record, info }) => ({
    line: info.lines,
    row: new Map(names.map((name, i) => [name, record[i] ?? ''] as const)),
  }))
  return fromRows('CSV 表格', names, rows, until)
}

/** Whether a text's first line is the heading of such a table. */
export function looksLikeCsv(text: string): boolean {
  const head = (text.slice(0, 5000).split('\n')[0] ?? '').replace(/^\ufeff/, '')
  const names = head.split(/[,\t;]/).map((cell) => plainName(cell.replaceAll('"', '')))
  return roles.filter((role) => names.some((name) => namesOf(role).includes(name))).length >= 2
}

/** Reads JSON: a list of messages, an object that holds one, or one message a line. */
export function readJson(text: string, until: PlainDate): Result<ChatRecord, RecordError> {
  const items = listOf(text)
  if (items === null) return err({ code: 'bad_json' })
  const rows = items.map((item, i) => ({ line: i + 1, row: rowOf(item) }))
  const names = [...new Set(rows.flatMap(({ row }) => [...row.keys()]))]
  return fromRows('JSON', names, rows, until)
}

function listOf(text: string): readonly unknown[] | null {
  try {
    const json: unknown = JSON.parse(text)
    if (Array.isArray(json)) return json
    const inside = Object.values(json as Record<string, unknown>).filter(Array.isArray)
    return inside.sort((a, b) => b.length - a.length)[0] ?? [json]
  } catch {
    try {
      return text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => JSON.parse(line) as unknown)
    } catch {
      return null
    }
  }
}

/** Nested objects ({ sender: { id, name } }) become senderid and sender. */
function rowOf(item: unknown): Row {
  const row = new Map<string, string>()
  if (typeof item !== 'object' || item === null) return row
  for (const [key, value] of Object.entries(item)) {
    const name = plainName(key)
    if (typeof value === 'string' || typeof value === 'number') row.set(name, String(value))
    else if (typeof value === 'object' && value !== null)
      for (const [inner, cell] of Object.entries(value))
        if (typeof cell === 'string' || typeof cell === 'number')
          row.set(/name|昵称|姓名/i.test(inner) ? name : name + plainName(inner), String(cell))
  }
  return row
}

function fromRows(
  form: string,
  names: readonly string[],
  rows: readonly { readonly line: number; readonly row: Row }[],
  until: PlainDate,
): Result<ChatRecord, RecordError> {
  for (const [role, column] of [
    ['time', '时间'],
    ['sender', '发送人'],
    ['content', '内容'],
  ] as const)
    if (!names.some((name) => namesOf(role).includes(name)))
      return err({ code: 'no_column', column, found: names.filter(Boolean).slice(0, 20) })
  const said: Said[] = []
  const unread: { line: number; why: string }[] = []
  for (const { line, row } of rows) {
    const text = cells(row, 'content')[0] ?? ''
    if (text === '' || isWordless(row, text)) continue
    const at = momentOf(cells(row, 'time'), until)
    const who = whoOf(row)
    if (at === null) unread.push({ line, why: '时间看不懂' })
    else if (who.sender === '') unread.push({ line, why: '没有发送人' })
    else said.push({ ...who, at, text, line, room: cells(row, 'room')[0] ?? null })
  }
  return ok({ form, said, unread })
}

/** Notices of the system, pictures and cards: numbers of WeChat's message types, or words. */
function isWordless(row: Row, text: string): boolean {
  const type = cells(row, 'type')[0] ?? ''
  if (/^\d+$/.test(type) && !['1', '7', '49', '10'].includes(type)) return true
  return (
    /^(?:系统|图片|语音|视频|表情|动画|名片|位置|红包|转账|system|image|voice|video|emoji)/i.test(type) ||
    /^\s*<(?:\?xml|msg|sysmsg)/.test(text)
  )
}

function momentOf(found: readonly string[], until: PlainDate): Said['at'] | null {
  for (const cell of found) {
    const at = readInstant(cell) ?? readMoment(cell, until)
    if (at) return at
  }
  // 日期 and 时间 in columns of their own.
  const day = found.map((cell) => readDay(cell, until)).find((d) => d !== null)
  const second = found.map(readTime).find((s) => s !== null)
  return day === undefined || second === undefined ? null : { day, second }
}

const accountId = /^(?:wxid_\w+|gh_\w+|[\w.-]+@[\w.-]+)$/

/** Name and id, in columns of their own or in one; a column of ids called 发送人 is told by its look. */
function whoOf(row: Row): { readonly sender: string; readonly senderId: string | null } {
  const names = cells(row, 'sender')
  const id = cells(row, 'senderId')[0] ?? names.find((name) => accountId.test(name)) ?? null
  const name = names.find((n) => !accountId.test(n)) ?? id ?? ''
  const read = senderOf(name)
  return { sender: read.sender, senderId: id ?? read.senderId }
}
