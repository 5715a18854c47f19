import { parse } from 'csv-parse/sync'
import { dayNamed, type CampaignDays } from './calendar.js'
import { readFields } from './fields.js'
import type { Library } from './library.js'
import { groups, type Fault, type Group, type Tip } from './tip.js'

/** Columns of the exported table, in order: heading, the field it belongs to, what stands in it. */
const columns: readonly (readonly [name: string, field: string, cell: (t: Tip) => string])[] = [
  ['编号', 'id', (t) => t.id],
  ['主题', 'theme', (t) => t.theme],
  ['类别', 'group', (t) => groups[t.group]],
  ['标题', 'title', (t) => t.title],
  ['正文', 'body', (t) => t.lines.join('／')],
  ['机构', 'source', (t) => t.source?.org ?? ''],
  ['文件', 'source', (t) => t.source?.document ?? ''],
  ['年份', 'source', (t) => String(t.source?.year ?? '')],
  ['月份', 'months', (t) => t.months.join(' ')],
  ['日子', 'day', (t) => t.day ?? ''],
  ['地区', 'regions', (t) => t.regions.join(' ')],
  ['作物', 'crops', (t) => t.crops.join(' ')],
  ['对象', 'audience', (t) => t.audience.join(' ')],
  ['医药', 'medical', (t) => (t.medical ? '是' : '')],
  ['科学家', 'scientist', (t) => (t.scientist ? '是' : '')],
  ['作者', 'author', (t) => t.author],
]

/** Largest table read, in characters. */
const largest = 4_000_000

/** A cell that no spreadsheet takes for a formula: =, +, -, @, tab and return get an apostrophe before them. */
export const safeCell = (text: string): string => (/^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text)
const plainCell = (text: string): string => (/^'[=+\-@\t\r＝＋－＠]/.test(text) ? text.slice(1) : text)

/**
 * The library as CSV for Excel and WPS: UTF-8 with a byte order mark, CRLF, every cell quoted, the lines of a body
 * set apart by ／.
 */
export function exportTable(tips: readonly Tip[]): string {
  const rows = [columns.map(([name]) => name), ...tips.map((t) => columns.map(([, , cell]) => cell(t)))]
  return `\uFEFF${rows.map(csvLine).join('\r\n')}\r\n`
}

const csvLine = (cells: readonly string[]): string =>
  cells.map((c) => `"${safeCell(c).replaceAll('"', '""')}"`).join(',')

/** One row with `lines`, the line of the file it ends on. */
interface Row {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

/** Reads such a table back; every row that is not a whole tip is a fault with its line. Nothing is thrown. */
export function importTable(text: string, file: string, campaigns: readonly CampaignDays[] = []): Library {
  const bad = (what: string): Library => ({ tips: [], faults: [{ file, line: 1, text: what }] })
  if (text.length > largest) return bad('表太大，请分几次导入')
  let rows: readonly Row[]
  try {
    rows = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as Row[]
  } catch (e) {
    return bad(`表读不了，请另存为“CSV UTF-8”再导入：${e instanceof Error ? e.message.slice(0, 80) : ''}`)
  }
  const head = rows[0]?.record ?? []
  const missing = columns.filter(([name]) => !head.includes(name)).map(([name]) => name)
  if (missing.length) return bad(`第一行缺少这些列：${missing.join('、')}`)

  const read = rows.slice(1).map(({ record, info }) => {
    const cell = (name: string): string => plainCell((record[head.indexOf(name)] ?? '').trim())
    return readRow(cell, { file, line: info.lines }, campaigns)
  })
  return {
    tips: read.flatMap((r) => ('title' in r ? [r] : [])),
    faults: read.flatMap((r) => ('title' in r ? [] : [r])),
  }
}

function readRow(
  cell: (name: string) => string,
  at: Tip['at'],
  campaigns: readonly CampaignDays[],
): Tip | Fault {
  const theme = cell('主题')
  const group = (Object.keys(groups) as Group[]).find((g) => groups[g] === cell('类别') || g === cell('类别'))
  const { value, problems } = readFields(
    {
      id: cell('编号') || undefined,
      title: cell('标题') || undefined,
      body: cell('正文').replaceAll('／', '\n') || undefined,
      source: { org: cell('机构'), document: cell('文件'), year: Number(cell('年份')) },
      months: several(cell('月份'))?.map(Number),
      day: cell('日子') || undefined,
      regions: several(cell('地区')),
      crops: several(cell('作物')),
      audience: several(cell('对象')),
      medical: yes(cell('医药')),
      scientist: yes(cell('科学家')),
      author: cell('作者') || undefined,
    },
    (word) => dayNamed(word, campaigns),
  )
  if (theme && group && problems.length === 0) return { ...value, theme, group, at }
  const wrong = [
    ...(theme ? [] : ['主题没写']),
    ...(group ? [] : ['类别写法不对']),
    ...problems.map((p) => `${headings(p.field)}${p.code === 'missing' ? '没写' : '写法不对'}`),
  ]
  return { ...at, text: `${cell('编号') || '这一行'}：${wrong.join('、')}` }
}

const several = (text: string): readonly string[] | undefined => {
  const list = text.split(/[ ,，、]/).filter(Boolean)
  return list.length ? list : undefined
}
/** Yes and no as an office writes them; anything else stays what it is, and is a fault of the field. */
const yes = (text: string): boolean | string =>
  ['是', '1', 'true', 'TRUE', '√'].includes(text) || (['', '否', '0'].includes(text) ? false : text)
const headings = (field: string): string =>
  columns
    .filter(([, f]) => f === field)
    .map(([name]) => name)
    .join('/') || field
