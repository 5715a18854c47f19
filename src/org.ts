import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { isKind, kindTable } from './core/kinds.js'
import type { Org } from './core/org.js'
import { err, ok, type Result } from './core/result.js'
import { parseYamlFile, type FileFault, type YamlFile } from './yaml-file.js'

const text = (what: string) =>
  z
    .string({ error: `请写${what}（文字）` })
    .trim()
    .min(1, `${what}不能空着`)
const name = text('名称')
const kinds = kindTable.map((k) => k.id).join('、')
const kind = z
  .string({ error: `请写活动种类：${kinds}` })
  .refine(isKind, { error: `没有这种活动，可写：${kinds}` })

const whole = (what: string) => z.int({ error: `${what}请写整数` }).min(0, `${what}不能小于0`)
const list = <T extends z.ZodType>(item: T, what: string) =>
  z.array(item, { error: `${what}请写成一列（每行以“- ”开头）` })

const schema = z.strictObject(
  {
    name,
    timezone: z
      .string({ error: '时区请写成 Asia/Shanghai 这样的名字' })
      .refine(isZone, { error: '不认识这个时区，请写 Asia/Shanghai' })
      .default('Asia/Shanghai'),
    bot: z
      .strictObject(
        { name: name.default('小科'), aliases: list(name, '别名').default([]) },
        { error: 'bot 请写成 { name: 小科 }' },
      )
      .default({ name: '小科', aliases: [] }),
    units: list(
      z.strictObject(
        { name, parent: name.optional(), aliases: list(name, '别名').default([]) },
        { error: '单位请写成 { name: …, parent: …, aliases: […] }' },
      ),
      'units',
    ).min(1, '至少要有一个单位'),
    people: list(
      z.strictObject(
        {
          id: text('编号 id'),
          name,
          unit: name.optional(),
          role: z
            .enum(['member', 'contact', 'secretariat', 'admin'], {
              error: 'role 可写 member、contact、secretariat、admin',
            })
            .default('member'),
          duties: list(
            z.enum(['editor', 'reviewer'], { error: 'duties 可写 editor、reviewer' }),
            'duties',
          ).default([]),
        },
        { error: '人员请写成 { id: …, name: …, unit: …, role: … }' },
      ),
      'people',
    ).default([]),
    rooms: list(
      z.strictObject(
        {
          name,
          unit: name.optional(),
          tips: z
            .string({ error: "tips 请写成带引号的 '08:00' 或 'off'" })
            .refine(isTipTime, {
              error: "tips 请写 '07:30' 到 '20:30' 之间的时刻，或 'off'（早于7:30会吵醒人）",
            })
            .default('08:00'),
        },
        { error: '群请写成 { name: …, unit: …, tips: … }' },
      ),
      'rooms',
    ).default([]),
    indicators: list(
      z.strictObject(
        { name, kinds: list(kind, 'kinds').min(1, '至少写一种活动') },
        { error: '指标请写成 { name: …, kinds: […] }' },
      ),
      'indicators',
    ).default([]),
    targets: list(
      z.strictObject(
        {
          year: z
            .int({ error: 'year 请写四位年份' })
            .min(1990, 'year 请写四位年份')
            .max(2200, 'year 请写四位年份'),
          unit: name,
          indicator: name,
          sessions: whole('场次任务').optional(),
          attendance: whole('人次任务').optional(),
        },
        { error: '任务请写成 { year: …, unit: …, indicator: …, sessions: …, attendance: … }' },
      ),
      'targets',
    ).default([]),
  },
  { error: '请按示例写 name 和 units' },
)
type OrgFile = z.infer<typeof schema>

/** Reads and checks an org file. Errors carry every fault found, each with its line. */
export function loadOrg(path: string): Result<Org, readonly FileFault[]> {
  let body: string
  try {
    body = readFileSync(path, 'utf8')
  } catch (e) {
    const code = (e as NodeJS.ErrnoException).code
    const why = code === 'ENOENT' ? '没有这个文件，请检查路径' : `读不了这个文件（${code ?? '未知原因'}）`
    return err([{ line: 0, key: '', sentence: why }])
  }
  return parseOrg(body)
}

/** The same from text. Aliases that two units share, missing parents, a second root and the like are faults too. */
export function parseOrg(body: string): Result<Org, readonly FileFault[]> {
  const file = parseYamlFile<OrgFile>(body, schema)
  if (!file.ok) return file
  const faults = meaningFaults(file.value)
  if (faults.length > 0) return err(faults)
  const o = file.value.value
  return ok({
    name: o.name,
    timezone: o.timezone,
    bot: o.bot,
    units: o.units.map((u) => ({ name: u.name, parent: u.parent ?? null, aliases: u.aliases })),
    people: o.people.map((p) => ({
      id: p.id,
      name: p.name,
      unit: p.unit ?? null,
      role: p.role,
      duties: p.duties,
    })),
    rooms: o.rooms.map((r) => ({ name: r.name, unit: r.unit ?? null, tips: r.tips })),
    indicators: o.indicators,
    targets: o.targets.map(({ sessions, attendance, ...t }) => ({
      ...t,
      ...(sessions === undefined ? {} : { sessions }),
      ...(attendance === undefined ? {} : { attendance }),
    })),
  })
}

/** What a schema cannot see: names that must exist, be unique, form one tree. */
function meaningFaults({ value: o, lineOf }: YamlFile<OrgFile>): FileFault[] {
  const faults: FileFault[] = []
  const fault = (path: (string | number)[], sentence: string) =>
    faults.push({ line: lineOf(path), key: path.join('.'), sentence })
  const units = new Map(o.units.map((u) => [u.name, u]))
  const known = [...units.keys()].slice(0, 6).join('、')
  const needUnit = (unit: string | undefined, path: (string | number)[]) => {
    if (unit !== undefined && !units.has(unit))
      fault(path, `units 里没有「${unit}」，可写：${known}${units.size > 6 ? ' 等' : ''}`)
  }
  const unique = <T>(items: readonly T[], key: (t: T) => string, where: string, what: string) => {
    const seen = new Set<string>()
    items.forEach((item, i) => {
      if (seen.has(key(item))) fault([where, i, what], `「${key(item)}」写了两次，请只留一个`)
      seen.add(key(item))
    })
  }
  unique(o.units, (u) => u.name, 'units', 'name')
  unique(o.people, (p) => p.id, 'people', 'id')
  unique(o.rooms, (r) => r.name, 'rooms', 'name')
  unique(o.indicators, (i) => i.name, 'indicators', 'name')
  unique(o.targets, (t) => `${t.year} ${t.unit} ${t.indicator}`, 'targets', 'unit')

  const roots = o.units.flatMap((u, i) => (u.parent === undefined ? [i] : []))
  if (roots.length === 0) fault(['units'], '要有一个不写 parent 的单位作为总会')
  for (const i of roots.slice(1))
    fault(
      ['units', i, 'name'],
      `总会只能有一个，请给「${o.units[i]!.name}」写上 parent: ${o.units[roots[0]!]!.name}`,
    )
  const owner = new Map(o.units.map((u) => [u.name, u.name]))
  o.units.forEach((u, i) => {
    needUnit(u.parent, ['units', i, 'parent'])
    if (loops(u.name, units)) fault(['units', i, 'parent'], `「${u.name}」的上级绕了一圈又回到自己`)
    u.aliases.forEach((alias, k) => {
      const other = owner.get(alias)
      if (other !== undefined && other !== u.name)
        fault(['units', i, 'aliases', k], `别名「${alias}」已经是「${other}」的叫法，请换一个`)
      owner.set(alias, u.name)
    })
  })
  o.people.forEach((p, i) => needUnit(p.unit, ['people', i, 'unit']))
  o.rooms.forEach((r, i) => needUnit(r.unit, ['rooms', i, 'unit']))
  const indicators = new Set(o.indicators.map((i) => i.name))
  o.targets.forEach((t, i) => {
    needUnit(t.unit, ['targets', i, 'unit'])
    if (!indicators.has(t.indicator)) {
      const some = [...indicators].join('、') || '（还没有写 indicators）'
      fault(['targets', i, 'indicator'], `indicators 里没有「${t.indicator}」，可写：${some}`)
    }
    if (t.sessions === undefined && t.attendance === undefined)
      fault(['targets', i, 'unit'], '任务至少要写 sessions 或 attendance 之一')
  })
  return faults
}

function loops(start: string, units: ReadonlyMap<string, { readonly parent?: string | undefined }>): boolean {
  const seen = new Set<string>()
  for (let at: string | undefined = start; at !== undefined; at = units.get(at)?.parent) {
    if (seen.has(at)) return true
    seen.add(at)
  }
  return false
}

function isZone(zone: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

function isTipTime(at: string): boolean {
  if (at === 'off') return true
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(at)) return false
  return at >= '07:30' && at <= '20:30'
}
