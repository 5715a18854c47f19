// A correction that accounts for its figures: 101号少写了5个人，是65人 · 101号那是培训，不是讲座，人也不是40，是46; pure.
import type { MeasureName } from '../core/report.js'
import { figureSaid } from '../understand/said.js'
import {
  isPlain,
  named,
  refer,
  takes,
  type Draft,
  type Groups,
  type Read,
} from './correction-account-takes.js'
import { clauseRows, only } from './correction-account-words.js'
import { fieldWords, isAmiss, noReason } from './correction-clause-words.js'
import type { Correction, Off } from './correction-words.js'
import { asNumber } from './numbers.js'

const longest = 80
const mostClauses = 7
const separators = new RegExp(
  `[，,。；;！!～~\\n]+|(?<=[正纠号])[：:]\\s?|\\s+(?=(?:${fieldWords})[也又还都]?(?:不?是|改|应|\\d))`,
)
/** Another time, a plan or a share: no figure of it holds. */
const elsewhere =
  /上次|上回|去年|往年|任务|指标|计划|预计|其中|[?？]|吗|多少|谁|什么|哪|怎么|作废|恢复|如果|要是|每/

/** Every correction of such a message; null where a clause says anything else, or nothing is accounted for. */
export function readAccount(text: string): readonly Correction[] | null {
  if (text.length > longest || elsewhere.test(text)) return null
  const clauses = text
    .split(separators)
    .map((c) => c.trim().replace(/\s+/g, ''))
    .filter(Boolean)
  if (clauses.length > mostClauses) return null
  const read: Read = {
    no: undefined,
    ref: false,
    field: null,
    old: null,
    oldKind: null,
    wrong: false,
    denied: null,
    drafts: [],
    offs: [],
    told: false,
  }
  return clauses.every((clause) => readOne(read, clause)) ? correctionsOf(read) : null
}

function readOne(read: Read, clause: string): boolean {
  for (const [is, pattern] of clauseRows) {
    const m = pattern.exec(clause)?.groups as Groups | undefined
    if (m && isOfRecord(m, clause) && takes[is](read, m, clause)) {
      refer(read, m)
      return true
    }
  }
  const m = only.exec(clause)?.groups as Groups | undefined
  if (m) {
    refer(read, m)
    read.field = m['field'] === undefined ? read.field : named(m)
    return true
  }
  return explains(read, clause)
}

/** 101号数重了: the number of the record is no figure of it. */
const isOfRecord = (m: Groups, clause: string): boolean =>
  m['no'] !== undefined || !/^[#＃]?\d{3,7}(?:号|[那这][条场个笔次堂节期回])/.test(clause)

/** A clause without a figure that only tells why. */
function explains(read: Read, clause: string): boolean {
  if (/\d/.test(clause) || clause.length > 16) return false
  if (isAmiss.test(clause)) {
    read.wrong = true
    const about = only.exec(
      clause.replace(/[我也都给又]{0,2}(?:[写记报说弄搞打算数填看抄][错岔混串反]|不对|有误)了?$/, ''),
    )
    if (about?.groups) {
      refer(read, about.groups)
      read.field = named(about.groups) ?? read.field
    }
    return true
  }
  // 是城西 holds something that would be lost
  return !noReason.test(clause) && !/^(?:而?是|应该|应当|不是|算|该|得|改|归)/.test(clause)
}

const fieldOf = ({ label, value }: Draft): string => {
  const said = figureSaid(value)
  return label ?? (said ? (said.field ?? 'attendance') : 'words')
}

function correctionsOf({
  drafts,
  offs,
  old,
  no,
  ref,
  wrong,
  denied,
  oldKind,
  told: more,
}: Read): readonly Correction[] | null {
  if (denied || oldKind !== null || (drafts.length === 0 && offs.length === 0)) return null
  if (offs.length === 0 && old !== null) return null
  if ((!more && drafts.length < 2) || (drafts.length === 1 && offs.length === 0 && isPlain(drafts[0]!)))
    return null
  if (drafts.length > 1 && !ref && !wrong) return null
  const keys = drafts.map((d) => `${d.no ?? no ?? ''} ${fieldOf(d)}`)
  if (new Set(keys).size < keys.length) return null
  const plain = no !== undefined
  const offFields = new Set(offs.map((o) => figureSaid(o.value)?.field ?? 'attendance'))
  if (offFields.size > 1) return null
  const people = drafts.filter(
    (d) => figureSaid(d.value) !== null && offFields.has(fieldOf(d) as MeasureName),
  )
  // of two figures nobody knows which was off
  if (offs.length > 0 && people.length > 1) return null
  const by = offs.length > 0 && people.length === 0 ? byAlone(offs, old, no, ref) : []
  if (by === null) return null
  const values = drafts.map((d): Correction => {
    const off = d === people[0] && offs.length > 0 ? offs : undefined
    return {
      no: asNumber(d.no ?? no),
      old: d.old ?? (off ? old : null),
      value: d.value,
      label: d.label === 'kind' ? null : d.label,
      plain: plain || d.old !== null || wrong,
      loose: true,
      ...(off ? { off, agrees: !ref } : {}),
      ...(isPlain(d) ? { stated: true as const } : {}),
      ...(!ref && (!wrong || (d.label === 'venue' && d.old === null) || isPlain(d))
        ? { called: true as const }
        : {}),
    }
  })
  return [...by, ...values]
}

/** 101号漏了后排的8个人: the new figure is worked out. */
function byAlone(
  offs: readonly Off[],
  old: string | null,
  no: string | undefined,
  ref: boolean,
): readonly Correction[] | null {
  const [one, ...more] = offs
  if (!one || more.length > 0 || one.sign === 0 || !ref) return null
  const { sign, value, phrase } = one
  const by = { sign, value, phrase, asks: !one.plain }
  return [{ no: asNumber(no), old, value, label: null, plain: true, loose: true, by }]
}
