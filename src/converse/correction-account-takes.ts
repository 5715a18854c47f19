// How each kind of clause of a correction is taken in; pure.
import { kindWord } from '../understand/index.js'
import { figureSaid } from '../understand/said.js'
import type { ClauseKind } from './correction-account-words.js'
import { signOf } from './correction-account-words.js'
import { fieldNamed } from './correction-clause-words.js'
import { figureFields, type Label } from './correction-labels.js'
import type { Off } from './correction-words.js'

export type Groups = Readonly<Partial<Record<string, string>>>

/** One value that holds. */
export interface Draft {
  readonly label: Label | null
  readonly no: string | undefined
  readonly value: string
  old: string | null
}
/** What the clauses read so far say. */
export interface Read {
  no: string | undefined
  ref: boolean
  field: Label | null
  old: string | null
  oldKind: string | null
  wrong: boolean
  /** 不是城东, until what it is instead is told. */
  denied: { readonly words: string; readonly venue: boolean } | null
  readonly drafts: Draft[]
  readonly offs: Off[]
  /** Something is told beside a single plain value. */
  told: boolean
}

const inWords: readonly (Label | null)[] = ['speakers', 'topics', 'venue', 'day', 'unit', 'kind']
export function refer(read: Read, m: Groups): void {
  if (m['no'] !== undefined) read.no = m['no']
  read.ref ||= m['no'] !== undefined || m['last'] !== undefined
}
export const named = (m: Groups): Label | null =>
  m['field'] === undefined ? null : m['field'] === '人' ? 'attendance' : fieldNamed(m['field'])

/** 101号不是城东，是城西: one value in words is read in correction-patterns.ts. */
export const isPlain = ({ label, value }: Draft): boolean => label === null && figureSaid(value) === null

/** What was told before, of the value in front of it or the one that follows. */
function wasSo(read: Read, m: Groups): boolean {
  const was = m['was'] ?? m['wasDay']!
  const before = read.drafts.at(-1)
  const same = m['was'] !== undefined && before && figureSaid(before.value) !== null
  if (same && before.old === null && m['field'] === undefined && m['no'] === undefined) before.old = was
  else read.old = was
  return true
}

function wasKind(read: Read, kind: string): boolean {
  read.wrong = read.told = true
  const before = read.drafts.at(-1)
  if (before?.label === 'kind' && before.old === null) before.old = kind
  else read.oldKind = kind
  return true
}

/** How each kind of clause is taken in; false: it is none of the kind. */
export const takes: Readonly<Record<ClauseKind, (read: Read, m: Groups, clause: string) => boolean>> = {
  within: (read, m, clause) => {
    read.old = m['was']!
    return offBy(read, m['diff']!, m['why']!, clause)
  },
  expected: (read) => {
    read.told = true
    return true
  },
  without: (read, m, clause) => {
    if (mayBeNumber(read, m, clause)) return false
    read.old = m['was']!
    return offBy(read, m['diff']!, m['why']!, clause)
  },
  offTo: (read, m, clause) => offBy(read, m['diff']!, m['how']!, clause) && told(read, m, m['value']!),
  off: (read, m, clause) => offBy(read, m['diff']!, m['how']!, clause),
  came: (read, m, clause) => offBy(read, m['diff']!, m['how']!, clause),
  besides: (read, m, clause) => offBy(read, m['diff']!, m['how']!, clause),
  part: (read, m, clause) => offBy(read, m['diff']!, m['why']!, clause),
  denied: (read, m) => {
    read.wrong = read.told = true
    read.field = named(m) ?? read.field
    return wasSo(read, m)
  },
  mistaken: (read, m, clause) => {
    if (mayBeNumber(read, m, clause)) return false
    read.wrong = read.told = true
    read.field = named(m) ?? read.field
    return wasSo(read, m)
  },
  slipped: (read, m) => {
    read.wrong = read.told = true
    read.field = named(m) ?? read.field
    return true
  },
  writtenAs: (read, m, clause) => {
    if (mayBeNumber(read, m, clause)) return false
    read.wrong = read.told = true
    read.old = m['was']!
    return told(read, m, m['value']!)
  },
  wrote: (read, m) => {
    read.wrong = read.told = true
    read.field = named(m) ?? read.field
    return wasSo(read, m)
  },
  mistakenTo: (read, m, clause) => {
    if (mayBeNumber(read, m, clause)) return false
    read.wrong = read.told = true
    read.old = m['was']!
    return told(read, m, m['value']!)
  },
  pair: (read, m, clause) => {
    if (mayBeNumber(read, m, clause)) return false
    read.wrong = read.told = true
    read.old = m['was']!
    return told(read, m, m['value']!)
  },
  value: (read, m) => {
    const anchored =
      (m['holds'] ?? m['no'] ?? m['last'] ?? m['field']) !== undefined || /对|准/.test(m['end'] ?? '')
    return (anchored || read.wrong || read.drafts.length > 0) && told(read, m, m['value']!)
  },
  wroteKind: (read, m) => kindWord(m['kind']!) !== null && wasKind(read, m['kind']!),
  kindPair: (read, m) => {
    const [was, now] = [m['was'] ?? m['was2']!, m['kind'] ?? m['kind2']!]
    if (kindWord(was) === null || kindWord(now) === null) return false
    read.wrong = read.told = true
    draft(read, m, 'kind', now)
    read.drafts.at(-1)!.old = was
    return true
  },
  pairWords: (read, m) => {
    const venue = named(m) === 'venue' || m['wasAt'] !== undefined
    read.wrong = read.told = true
    draft(read, m, venue ? 'venue' : null, m['words']!)
    read.drafts.at(-1)!.old = m['wasWords']!
    return true
  },
  day: (read, m) => draft(read, m, 'day', m['day']!),
  deniedWords: (read, m) => {
    if (read.denied) return false
    const before = read.drafts.at(-1)
    // 是在三中，不是在二中
    if (before && (before.label === 'venue' || isPlain(before))) {
      read.told = read.wrong = true
      if (before.label === 'venue') before.old ??= m['wasWords']!
      return true
    }
    const venue = named(m) === 'venue' || (m['wasAt'] ?? m['wasIn']) !== undefined
    read.denied = { words: m['wasWords']!, venue }
    read.wrong = read.told = true
    return true
  },
  labelled: (read, m) => {
    const field = named(m)
    return field !== null && inWords.includes(field) && draft(read, m, field, m['said']!)
  },
  words: (read, m, clause) => {
    const { denied } = read
    const venue =
      denied?.venue || [named(m), read.field].includes('venue') || /是在|改在|挪到|换到/.test(clause)
    if (!venue && !denied && m['no'] === undefined) return false
    read.denied = null
    read.old = null
    draft(read, m, venue ? 'venue' : null, m['words']!)
    if (denied) read.drafts.at(-1)!.old = denied.words
    return true
  },
  kind: (read, m, clause) => {
    if (kindWord(m['kind']!) === null) return false
    if (m['not'] !== undefined) {
      return wasKind(read, m['kind']!)
    }
    read.told ||= read.wrong || /该|只能|算/.test(clause)
    draft(read, m, 'kind', m['kind']!)
    read.drafts.at(-1)!.old = read.oldKind
    read.oldKind = null
    return true
  },
}

/** 101改成34人: the record, and no figure of it. */
const mayBeNumber = (read: Read, m: Groups, clause: string): boolean =>
  m['no'] === undefined && !read.ref && /^[#＃]?\d{3,7}(?![人名位个份])/.test(clause)

const countsGroups =
  /^(?:班|组|村|屯|社区|小区|学校|单位|车|桌|排|户|年级|字|院|寝室|宿舍|队|小时|钟头|地方|点)/

function offBy(read: Read, value: string, words: string, clause: string): boolean {
  // 多打了一个0
  if (/个(?:零|圈|0|〇)/.test(clause)) return false
  if ((figureSaid(value)?.measure.value ?? 0) <= 0) return false
  read.wrong = read.told = true
  const from = clause.indexOf(words)
  const end = clause.lastIndexOf(value) + value.length
  // 漏了一个班: how many people that is nobody says
  if (countsGroups.test(clause.slice(end))) return true
  const plain =
    /[写记报说弄搞打算数填点登看统录列计加][多少漏重]|[多少漏重][写记报说弄搞打算数填点登签看统录列计加了掉出]|比.{2,5}[多少]|重复[签登]/.test(
      words,
    )
  const start = from >= 0 && from < end ? from : clause.lastIndexOf(value)
  read.offs.push({
    sign: signOf(words),
    value,
    phrase: clause.slice(start, end),
    plain,
    strict: plain || /重复|[又后][来到]|补/.test(words),
  })
  return true
}

/** A figure that holds, of the field named with it, in front of it, or that its unit names. */
function told(read: Read, m: Groups, value: string): boolean {
  const said = figureSaid(value)
  if (!said) return false
  const words = named(m) ?? read.field
  const counted = said.field
  const field = words !== null && (figureFields as readonly (Label | null)[]).includes(words) ? words : null
  // 手册是250份: the unit counts, unless it counts people and so does the field
  const label =
    field === null || counted === null || counted === field || counted === 'attendance' ? field : counted
  return draft(read, m, label, value)
}

function draft(read: Read, m: Groups, label: Label | null, value: string): boolean {
  read.drafts.push({ label, no: m['no'] ?? read.no, value, old: label === 'venue' ? null : read.old })
  read.old = null
  read.field = null
  return true
}
