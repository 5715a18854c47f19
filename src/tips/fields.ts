import type { Source, Tip } from './tip.js'

/** What a tip of a file says of itself; theme, group and place come from the file. */
export type TipFields = Omit<Tip, 'theme' | 'group' | 'at'>

export interface Problem {
  readonly field: string
  readonly code: 'missing' | 'unknown' | 'wrong'
}

/** Every key a tip may have, in the order of the files, with what to write there. */
export const fields = [
  { name: 'id', required: true, write: '英文短名加数字，如 falls-001，全库不重' },
  { name: 'title', required: true, write: '不超过14个字的标题' },
  { name: 'body', required: true, write: '“|”后换行写正文，不超过5行、90个字' },
  { name: 'source', required: true, write: '{ org: 机构, document: 文件名, year: 年份 }' },
  { name: 'months', required: false, write: '[11, 12, 1]，1到12的月份' },
  { name: 'day', required: false, write: '节气（立冬）、农历日（重阳）、固定日（05-12）或宣传周的名称' },
  { name: 'regions', required: false, write: '[south] 或 [north] 或省名' },
  { name: 'crops', required: false, write: '[柑橘, 油茶]' },
  { name: 'audience', required: false, write: '[elderly]' },
  { name: 'medical', required: false, write: 'true 或 false' },
  { name: 'author', required: true, write: '作者，如 小科编辑部' },
  { name: 'reviewer', required: false, write: 'null（审读人只在群里签认，不写在文件里）' },
  { name: 'scientist', required: false, write: 'true 或 false' },
] as const

/** No field is longer, in characters; what a tip may really have is told by check.ts. */
const longest = 1000

type Raw = Readonly<Record<string, unknown>>

/**
 * Reads the keys of one tip; used by the yaml loader and by the import of tables. `dayName` gives the canonical name of
 * a hook, or null.
 */
export function readFields(
  raw: Raw,
  dayName: (word: string) => string | null,
): { readonly value: TipFields; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const wrong = (field: string): void => void problems.push({ field, code: 'wrong' })
  for (const key of Object.keys(raw))
    if (!fields.some((f) => f.name === key)) problems.push({ field: key, code: 'unknown' })
  for (const f of fields)
    if (f.required && (raw[f.name] === undefined || raw[f.name] === null))
      problems.push({ field: f.name, code: 'missing' })

  const given = (name: string): unknown => raw[name] ?? undefined
  const text = (name: string): string => {
    const v = given(name)
    if (v !== undefined && (typeof v !== 'string' || !v.trim() || v.length > longest)) wrong(name)
    return typeof v === 'string' ? v.trim() : ''
  }
  const words = (name: string): readonly string[] => {
    const v = given(name)
    if (v === undefined) return []
    if (Array.isArray(v) && v.every((x): x is string => typeof x === 'string' && x !== '')) return v
    wrong(name)
    return []
  }
  const flag = (name: string): boolean => {
    const v = given(name)
    if (v !== undefined && typeof v !== 'boolean') wrong(name)
    return v === true
  }
  const months = (): readonly number[] => {
    const v = given('months')
    if (v === undefined) return []
    if (
      Array.isArray(v) &&
      v.length > 0 &&
      v.every((m): m is number => Number.isInteger(m) && m >= 1 && m <= 12)
    )
      return v
    wrong('months')
    return []
  }
  const source = (): Source | null => {
    const v = given('source')
    if (v === undefined) return null
    const s = v as Raw
    const sound =
      typeof v === 'object' &&
      Object.keys(s).every((k) => ['org', 'document', 'year'].includes(k)) &&
      typeof s['org'] === 'string' &&
      s['org'] !== '' &&
      typeof s['document'] === 'string' &&
      s['document'] !== '' &&
      s['org'].length + s['document'].length <= 200 &&
      Number.isInteger(s['year']) &&
      Number(s['year']) >= 1900 &&
      Number(s['year']) < 2100
    if (!sound) wrong('source')
    return sound
      ? { org: s['org'] as string, document: s['document'] as string, year: Number(s['year']) }
      : null
  }
  const day = (): string | null => {
    const v = given('day')
    if (v === undefined) return null
    const name = typeof v === 'string' ? dayName(v) : null
    if (name === null) wrong('day')
    return name
  }
  const id = text('id')
  if (id && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) wrong('id')
  const reviewer = given('reviewer')
  if (reviewer !== undefined) wrong('reviewer') // a signature is given in chat, by the reviewer

  const value: TipFields = {
    id,
    title: text('title'),
    lines: text('body')
      .split('\n')
      .map((l) => l.trim())
      .filter(Boolean),
    source: source(),
    months: months(),
    day: day(),
    regions: words('regions'),
    crops: words('crops'),
    audience: words('audience'),
    medical: flag('medical'),
    author: text('author'),
    reviewer: null,
    scientist: flag('scientist'),
  }
  return { value, problems }
}
