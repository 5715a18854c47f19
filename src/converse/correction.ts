import { parts } from '../core/day.js'
import { kindName } from '../core/kinds.js'
import { mask } from '../core/mask.js'
import type { MeasureName } from '../core/report.js'
import { shortName } from '../core/tree.js'
import {
  changed,
  correct,
  fieldOf,
  freshChangeBy,
  isClosed,
  mayChange,
  released,
  type Change,
} from '../ledger/correct.js'
import { grounded } from '../ledger/grounded.js'
import { keepSource } from '../ledger/record.js'
import type { RecordRow } from '../store.js'
import { answer, contextOf, instant, notice, officeName, teacher, type Reply, type Turn } from '../turn.js'
import { daySaid, figureSaid, plain, readSaid, type Said } from '../understand/said.js'
import { ask } from './ask.js'
import { dayText, periodText, shown } from './figures.js'
import { asNumber } from './numbers.js'
import { toldLately } from './told-lately.js'

/** What a message asks to be corrected, before it is known of which record. */
export interface Correction {
  /** Record number said; null: the quoted or the last one. */
  readonly no: number | null
  /** The old value said (不是A，是B). */
  readonly old: string | null
  readonly value: string
  /** A field named in words (日期写错了). */
  readonly label: Label | null
  /** Says plainly that something was wrong: enough to be meant without a call. */
  readonly plain: boolean
}
type Label = MeasureName | 'figure' | 'day' | 'unit' | 'kind' | 'venue' | 'speakers' | 'topics'

const labels: readonly (readonly [words: string, label: Label])[] = [
  ['日期|时间|日子|哪天', 'day'],
  ['人数|人次|听众|受众', 'attendance'],
  ['场次|场数', 'sessions'],
  ['份数|资料', 'materials'],
  ['篇数', 'count'],
  ['数字|数目', 'figure'],
  ['分会|单位|区县|县区', 'unit'],
  ['种类|类别|类型|项目|活动', 'kind'],
  ['地点|地方|学校', 'venue'],
  ['讲师|主讲人?|老师', 'speakers'],
  ['题目|讲题|主题', 'topics'],
]
const label = (words: string): Label | null =>
  labels.find(([w]) => new RegExp(`^(?:${w})$`).test(words))?.[1] ?? null
const labelWords = labels.map(([w]) => w).join('|')

const separators = '[，,、；;。.\\s]{0,3}'
/** Every pattern is tried on at most 60 characters; none can backtrack beyond them. */
const patterns: readonly (readonly [pattern: RegExp, read: (m: RegExpExecArray) => Correction | null])[] = [
  // 不是300多，是350人 · 人数不是300是350 · 128号不是300，是350
  [
    new RegExp(
      `^(?:[#＃]?(\\d{1,7})号?${separators})?(?:(${labelWords})${separators})?(?:不是|不对${separators}不是)([^，,、；;。]{1,20}?)${separators}(?:而是|应该是|应是|是)([^，,；;。]{1,30})[。！!]?$`,
    ),
    (m) => ({ no: asNumber(m[1]), old: m[3]!, value: m[4]!, label: label(m[2] ?? ''), plain: true }),
  ],
  // 不对，是150 · 错了，应该是150人
  [
    new RegExp(
      `^(?:不对|不是|错了|不准|有误)${separators}(?:应该是|应该|应为|应是|是)([^，,；;。]{1,30})[。！!]?$`,
    ),
    (m) => ({ no: null, old: null, value: m[1]!, label: null, plain: true }),
  ],
  // 日期写错了，是18号 · 128号人数错了，应该是350
  [
    new RegExp(
      `^(?:[#＃]?(\\d{1,7})号?${separators})?(${labelWords})(?:写错|记错|报错|说错|弄错|搞错|错|不对)了?${separators}(?:应该是|应该|应为|应是|改成|改为|改|是|为)?([^，,；;。]{1,30})[。！!]?$`,
    ),
    (m) => ({ no: asNumber(m[1]), old: null, value: m[3]!, label: label(m[2]!), plain: true }),
  ],
  // 写错了，应该是350 · 更正：350人
  [
    new RegExp(
      `^(?:[#＃]?(\\d{1,7})号?${separators})?(?:我?(?:刚才)?(?:写错|记错|报错|说错|弄错|搞错|错)了|更正一?下?|纠正一?下?)[：:，,。\\s]{0,3}(?:应该是|应该|应为|应是|改成|改为|是|为)?([^，,；;。]{1,30})[。！!]?$`,
    ),
    (m) => ({ no: asNumber(m[1]), old: null, value: m[2]!, label: null, plain: true }),
  ],
  // 128号改350 · 改128 350 · 128号人数改成350人 · 128号应该是350
  [
    new RegExp(
      `^[#＃]?(\\d{1,7})号?${separators}(?:的)?(?:(${labelWords})${separators})?(?:改成|改为|改到|改|更正为|应该是|应为|应是)${separators}([^，,；;。]{1,30})[。！!]?$`,
    ),
    (m) => ({ no: asNumber(m[1]), old: null, value: m[3]!, label: label(m[2] ?? ''), plain: true }),
  ],
  [
    new RegExp(`^改[#＃]?(\\d{1,7})号?[，,：:\\s]{1,3}([^，,；;。]{1,30})[。！!]?$`),
    (m) => ({ no: asNumber(m[1]), old: null, value: m[2]!, label: null, plain: true }),
  ],
  // 改成350人 · 应该是350人 · 人数改成350
  [
    new RegExp(
      `^(?:(${labelWords})${separators})?(?:改成|改为|应该是|应为|应是|更正为)${separators}([^，,；;。]{1,30})[。！!]?$`,
    ),
    (m) => ({ no: null, old: null, value: m[2]!, label: label(m[1] ?? ''), plain: false }),
  ],
  // 把300改成350
  [
    new RegExp(`^把([^，,；;。]{1,20}?)改[成为]([^，,；;。]{1,30})[。！!]?$`),
    (m) => ({ no: null, old: m[1]!, value: m[2]!, label: null, plain: true }),
  ],
]

/** Reads a correction; pure. `quoted`: the message quotes a receipt, so a bare value is enough. */
export function parseCorrection(words: string, quoted: boolean): Correction | null {
  const text = words.trim().replace(/\s+/g, ' ')
  // targets are set by commands/set-target.ts: 把任务改成8场
  if (text.length === 0 || text.length > 60 || /任务|指标/.test(text)) return null
  for (const [pattern, read] of patterns) {
    const m = pattern.exec(text)
    const found = m && read(m)
    if (found && !/^(?:过|什么|了什么)/.test(found.value)) return found
  }
  return quoted && (figureSaid(text) || /^(?:是|应该是)?[^，,。]{1,12}[日号]$/.test(text))
    ? { no: null, old: null, value: text.replace(/^(?:是|应该是)/, ''), label: null, plain: true }
    : null
}

/** Carries a correction out, or null when it cannot be meant for any record of the sender (then it is chatter). */
export async function handleCorrection(turn: Turn, c: Correction): Promise<Reply[] | null> {
  const said = saidOf(turn, c)
  if (!said) return null
  const old = c.old === null ? null : oldOf(turn, c.old)
  const record = await targetOf(turn, c, said, old)
  if (record === 'none')
    return turn.called || c.no !== null
      ? [
          answer(
            c.no === null
              ? '我没找到您要改的那一条，请说号数，如“128号改350”。'
              : `没有${c.no}号这一条，请看看号数。`,
          ),
        ]
      : null
  if (!mayChange(turn, record)) return refuse(turn, record)
  if (record.status === 'void')
    return [answer(`${record.no}号已经作废了。要恢复说“恢复${record.no}”。`, [record.no])]
  const closed = await isClosed(turn, record)
  if (closed && turn.sender.role === 'member') return passClosed(turn, record)

  const change = changeOf(turn, record, said, old, c)
  if (change === 'which') return askField(turn, record, said as Extract<Said, { is: 'figure' }>, c.value)
  if (change === null)
    return turn.called || c.no !== null
      ? [answer(`${record.no}号要改成什么，我没听明白。请说“${record.no}号改350人”这样的话。`, [record.no])]
      : null
  return applyChange(turn, record, change, old)
}

/** Makes the change and says old → new; asks once when somebody else has just changed the record. */
export async function applyChange(
  turn: Turn,
  record: RecordRow,
  change: Change,
  old: number | null = null,
  sure = false,
): Promise<Reply[]> {
  const outdated =
    old !== null &&
    'measure' in change &&
    record.measures[change.field] !== undefined &&
    record.measures[change.field]!.value !== old
  const other = sure ? null : await freshChangeBy(turn, record, change.field)
  if (!sure && (outdated || other !== null)) {
    const who = other === null ? null : await turn.store.people.byId(other)
    const now = valueText(turn, record, change.field)
    // the words the new value stands in are its evidence, should the answer be yes
    await keepSource(turn)
    const by = who ? `刚由${teacher(who.name)}改成${now}` : `现在记的是${now}`
    return ask(
      turn,
      { to: 'here', text: `${record.no}号${by}，还要改吗？回“改”或“不用”。`, records: [record.no] },
      { about: 'stale', record: record.no, data: { change } },
    )
  }
  const settled = await settles(turn, record, change)
  const next = { ...changed(record, change), ...settled }
  if (settled === null && changed(record, change) === record)
    return [answer(`${record.no}号记的就是${valueText(turn, record, change.field)}，不用改。`, [record.no])]
  const done = await correct(turn, record, next)
  if (settled)
    for (const q of await turn.store.questions.aboutRecord(record.no))
      await turn.store.questions.close(q.id, 'answered')
  await turn.store.todos.closeAbout(record.no, 'request')
  const closed = (await isClosed(turn, record)) || (await isClosed(turn, done))
  const note = closed ? `（${parts(record.period.start)[1]}月已结账，记入差异）` : ''
  const text = `✅ ${record.no}号已改：${valueText(turn, record, change.field, false)} → ${valueText(turn, done, change.field)}${note}`
  const replies: Reply[] = [{ to: 'here', class: 'answer', text, records: [record.no] }]
  if (record.reporter !== turn.sender.id && turn.sender.role !== 'secretariat')
    replies.push(
      notice(record.reporter, `${record.no}号由${teacher(turn.sender.name)}改了：${text.split('：')[1]!}`, [
        record.no,
      ]),
    )
  return replies
}

/** A correction that says what was in doubt (the day, the branch) answers the question: the record counts. */
async function settles(turn: Turn, record: RecordRow, change: Change): Promise<Partial<RecordRow> | null> {
  if (record.status !== 'held' || record.heldFor !== 'doubt') return null
  const asked = (await turn.store.questions.aboutRecord(record.no)).map((q) => q.about)
  const of = asked.includes('unknown_branch')
  const said =
    change.field === 'unit'
      ? of || asked.length === 0
      : change.field === 'period' && !of && change.period.start <= turn.sent.day
  return said ? released(record, 'doubt') : null
}

function saidOf(turn: Turn, c: Correction): Said | null {
  if (c.label === 'day') {
    const period = daySaid(c.value, contextOf(turn)) ?? daySaid(`${c.value}号`, contextOf(turn))
    return period ? { is: 'day', period } : null
  }
  if (c.label === 'venue' || c.label === 'speakers' || c.label === 'topics')
    return { is: 'words', words: plain(c.value) }
  return readSaid(c.value, contextOf(turn))
}

function oldOf(turn: Turn, words: string): number | null {
  const said = readSaid(words, contextOf(turn))
  return said?.is === 'figure' ? said.measure.value : null
}

/** The record meant: by number, by quote, or the sender's latest that fits. */
async function targetOf(
  turn: Turn,
  c: Correction,
  said: Said,
  old: number | null,
): Promise<RecordRow | 'none'> {
  const { store } = turn
  if (c.no !== null) return (await store.records.byNo(c.no)) ?? 'none'
  if (turn.quoted.length > 0) {
    const rows = await store.records.byNos(turn.quoted)
    return (
      rows.find((r) => old === null || Object.values(r.measures).some((m) => m.value === old)) ??
      rows[0] ??
      'none'
    )
  }
  const mine = await store.records.list({
    reporter: turn.sender.id,
    statuses: ['counted', 'held'],
    newestFirst: true,
    limit: 30,
  })
  const age = (r: RecordRow): number => turn.now.getTime() - new Date(r.createdAt).getTime()
  if (old !== null) {
    const fits = mine.find(
      (r) => Object.values(r.measures).some((m) => m.value === old) && age(r) < 60 * 86_400_000,
    )
    if (fits) return fits
    // the old value has been changed meanwhile: it still names the latest record, as an outdated edit
    const former =
      turn.called || said.is === 'figure' ? await formerly(turn, mine.slice(0, 10), old) : undefined
    return former ?? 'none'
  }
  const hours = turn.called ? 72 : c.plain ? 12 : 1
  const last = mine.find((r) => age(r) < hours * 3_600_000)
  return last ?? 'none'
}

async function formerly(
  turn: Turn,
  records: readonly RecordRow[],
  old: number,
): Promise<RecordRow | undefined> {
  for (const r of records) {
    const versions = await turn.store.records.versions(r.no)
    if (versions.some((v) => Object.values(v.activity.measures).some((m) => m.value === old))) return r
  }
  return undefined
}

function changeOf(
  turn: Turn,
  record: RecordRow,
  said: Said,
  old: number | null,
  { label: named, value }: Correction,
): Change | 'which' | null {
  switch (said.is) {
    case 'day':
      return { field: 'period', period: said.period }
    case 'unit':
      return { field: 'unit', unit: said.unit }
    case 'kind':
      return { field: 'kind', kind: said.kind }
    case 'words':
      return named === 'venue' || named === 'speakers' || named === 'topics'
        ? { field: named, words: said.words }
        : null
    case 'figure': {
      const field = measureNamed(named) ?? fieldOf(record, said, old)
      return field === null ? 'which' : { field, measure: grounded(turn, said.measure, value) }
    }
  }
}

/** 人数改成95 names its field: nothing has to be asked. */
const measureNamed = (named: Label | null): MeasureName | null =>
  named === 'attendance' || named === 'sessions' || named === 'materials' || named === 'count' ? named : null

const fieldNames: Partial<Record<MeasureName, string>> = {
  attendance: '人数',
  materials: '资料份数',
  sessions: '场数',
  count: '篇数',
  adopted: '采用数',
}
async function askField(
  turn: Turn,
  record: RecordRow,
  said: Extract<Said, { is: 'figure' }>,
  value: string,
): Promise<Reply[]> {
  const names = (['attendance', 'materials', 'count', 'adopted', 'sessions'] as const)
    .filter((n) => record.measures[n])
    .map((n) => fieldNames[n]!)
  await keepSource(turn)
  const text = `${said.measure.value}是${names.slice(0, 2).join('还是')}？`
  return ask(
    turn,
    { to: 'here', text, records: [record.no], mentions: [turn.sender.id] },
    {
      about: 'which_field',
      record: record.no,
      data: { measure: grounded(turn, said.measure, value) },
    },
  )
}

/** How a field of a record reads in 「old → new」; the unit is said once, behind the new value. */
export function valueText(turn: Turn, record: RecordRow, field: Change['field'], withUnit = true): string {
  const today = turn.local.day
  const units: Partial<Record<MeasureName, string>> = {
    attendance: '人次',
    materials: '份',
    sessions: '场',
    count: '',
    adopted: '',
    helpers: '人',
    medicine: '元',
    online: '人次',
  }
  switch (field) {
    case 'period':
      return record.period.start === record.period.end
        ? dayText(record.period.start, today)
        : periodText(record.period, today)
    case 'unit':
      return record.unit === null ? '未报' : shortName(record.unit, turn.house.tree)
    case 'kind':
      return kindName(record.kind)
    case 'venue':
      return record.venue ?? '未报'
    case 'speakers':
    case 'topics':
      return record[field].join('、') || '未报'
    default: {
      const m = record.measures[field]
      return m ? `${shown(m)}${withUnit ? (units[field] ?? '') : ''}` : '未报'
    }
  }
}

/** Not the sender's to change: the owner is asked to look, nothing is changed. */
export async function refuse(turn: Turn, record: RecordRow): Promise<Reply[]> {
  const owner =
    (await turn.store.people.byId(record.reporter))?.name ??
    (await turn.store.sources.get(record.source))?.senderName ??
    ''
  const text = `有老师觉得${record.no}号可能不对。没错就不用理。`
  // told once: whoever asks again, nothing has changed
  if (await toldLately(turn, record.reporter, text, record))
    return [answer(`${record.no}号是${longName(owner)}报的，已经请他自己看了。`, [record.no])]
  return [
    answer(`${record.no}号是${longName(owner)}报的，我请他自己看看。`, [record.no]),
    notice(record.reporter, text, [record.no]),
  ]
}
const longName = (name: string): string => (/老师|主任|会长|医生/.test(name) ? name : `${name}老师`)

async function passClosed(turn: Turn, record: RecordRow): Promise<Reply[]> {
  const month = `${parts(record.period.start)[1]}月`
  const text = `${teacher(turn.sender.name)}想改${record.no}号（${month}已结账）：${mask(turn.words.slice(0, 60)).text}`
  await turn.store.todos.insert({
    unit: record.unit,
    what: 'request',
    record: record.no,
    ref: null,
    person: turn.sender.id,
    text,
    data: null,
    at: instant(turn.now),
    status: 'open',
  })
  return [answer(`${month}已经结账，我转告联络员和${await officeName(turn.store)}了。`, [record.no])]
}
