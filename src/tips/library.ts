import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { dayNamed, type CampaignDays } from './calendar.js'
import { fields, readFields, type Problem } from './fields.js'
import { groups, type Fault, type Group, type Place, type Tip } from './tip.js'

/** What the files hold: the tips that could be read, and every fault of form with its place. */
export interface Library {
  readonly tips: readonly Tip[]
  readonly faults: readonly Fault[]
}

/**
 * Reads the tips of one file. A tip with a fault of form is left out and named; the others stay. `campaigns`: weeks of
 * the office's own making that a `day` may name.
 */
export function parseTips(text: string, file: string, campaigns: readonly CampaignDays[] = []): Library {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const lineAt = (offset: number): number => lines.linePos(offset).line
  const faults: Fault[] = document.errors.map((e) => ({
    file,
    line: lineAt(e.pos[0]),
    text: `写法有误：缩进、引号或括号没写对，请对照别的主题文件（${e.message.split('\n')[0]!}）`,
  }))
  if (faults.length) return { tips: [], faults }
  const root = document.contents
  if (!isMap(root)) return { tips: [], faults: [{ file, line: 1, text: '文件开头应是 theme: 主题名' }] }

  const place = (node: unknown): Place => {
    const range = (node as { range?: [number, number, number] | null } | null)?.range
    return { file, line: range ? lineAt(range[0]) : 1 }
  }
  const fault = (node: unknown, t: string): void => void faults.push({ ...place(node), text: t })

  for (const { key } of root.items)
    if (isScalar(key) && !['theme', 'group', 'tips'].includes(String(key.value)))
      fault(key, `不认识“${String(key.value)}”，文件里只有 theme、group、tips 三项`)
  const theme = root.get('theme')
  const group = root.get('group')
  if (typeof theme !== 'string' || !theme) fault(root, '缺 theme，写中文主题名，如 theme: 防跌倒')
  if (!isGroup(group))
    fault(root.get('group', true) ?? root, `group 应是其中之一：${Object.keys(groups).join('、')}`)
  const items = root.get('tips', true)
  if (!isSeq(items)) fault(items ?? root, '缺 tips，应是一列以“- id:”开头的条目')

  const tips: Tip[] = []
  for (const item of isSeq(items) ? items.items : []) {
    if (!isMap(item)) {
      fault(item, '每条应以“- id: 编号”开头')
      continue
    }
    const keyNode = (name: string): unknown =>
      item.items.find((p) => isScalar(p.key) && p.key.value === name)?.key
    const { value, problems } = readFields(item.toJSON() as Readonly<Record<string, unknown>>, (word) =>
      dayNamed(word, campaigns),
    )
    for (const p of problems) fault(keyNode(p.field) ?? item, sentence(p))
    if (problems.length === 0 && typeof theme === 'string' && isGroup(group))
      tips.push({ ...value, theme, group, at: place(item) })
  }
  return { tips, faults }
}

const isGroup = (g: unknown): g is Group => typeof g === 'string' && Object.hasOwn(groups, g)

const sentence = (p: Problem): string => {
  const row = fields.find((f) => f.name === p.field)
  if (p.code === 'unknown') return `不认识“${p.field}”，可用：${fields.map((f) => f.name).join('、')}`
  if (p.code === 'missing') return `缺 ${p.field}，应写：${row?.write ?? ''}`
  return `${p.field} 写法不对，应写：${row?.write ?? ''}`
}

/** All tips of a folder, files in the order of their names. A file that cannot be read is a fault, never an exception. */
export function loadLibrary(folder: string, campaigns: readonly CampaignDays[] = []): Library {
  let names: string[]
  try {
    names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name))
  } catch {
    return { tips: [], faults: [{ file: folder, line: 1, text: '找不到科普库的文件夹' }] }
  }
  const parts = names
    .sort()
    .map((name) => parseTips(readFileSync(join(folder, name), 'utf8'), join(folder, name), campaigns))
  return { tips: parts.flatMap((p) => p.tips), faults: parts.flatMap((p) => p.faults) }
}
