// A correction told in clauses, 那堂课按53人算，我又翻了签到本，45是开头点的 · 101号人数是98，手册是250份，看错行了; pure.
import { figureSaid } from '../understand/said.js'
import {
  amiss,
  behind,
  day,
  fieldNamed,
  fieldWords,
  figure,
  holds,
  isAmiss,
  latest,
  noReason,
  numbered,
  ofThatDay,
  stands,
  onlyExcuse,
  thoughtOver,
  toldBy,
} from './correction-clause-words.js'
import type { Label } from './correction-labels.js'
import type { Correction } from './correction-words.js'
import { asNumber } from './numbers.js'

type Groups = Readonly<Partial<Record<string, string>>>

const head = `(?:${thoughtOver})?(?:${toldBy}?(?:[给把替])?${numbered}|${latest})?[：:\\s]?(?:那天|当天)?(?<field>${fieldWords})?[：:\\s]?`
const value = `(?:(?<figure>${figure})|(?<day>${day}))`
/** The first that fits says what a clause is. */
const rows = [
  // 人数没错 · 别的不用改
  ['stands', new RegExp(`^(?:${fieldWords}|其它?他?的?|别的)${stands}$`)],
  // 45人报低了 · 不是45 · 没有88人
  [
    'denied',
    new RegExp(
      `^${head}(?:(?:不是|不该是|不止|不能算|没有?|并?不到)${value}${ofThatDay}|(?<wrong>${figure})(?:是?我?${amiss})了?)$`,
    ),
  ],
  // 73是上回的
  [
    'denied',
    new RegExp(
      `^${head}(?<wrong>${figure})(?:那个数?|这个数?)?是(?:上[回次一]场?|上个?月|去年|别的|别家|另一[场次]|隔壁|别人|他们)[^，\\d]{0,6}的?(?:数)?$`,
    ),
  ],
  // 45改53 · 不是45是53
  ['told', new RegExp(`^${head}(?:把|不是)?(?<was>${figure})(?:改[成为]?|而?是|应该是)${value}${behind}$`)],
  // 101号人数是98 · 还是53人对 · 53个人
  [
    'told',
    new RegExp(
      `^${head}(?<still>还是|仍是)?(?<holds>${holds}|[一总]共(?=[^，]{1,12}[元块]))?${value}(?<end>${ofThatDay}${behind})$`,
    ),
  ],
  // 补到101号
  [
    'opened',
    /^(?:[给帮]我)?(?<about>[补记添填加])(?:[到给进在上])[#＃]?(?<no>\d{3,7})号?(?:[那这][条场个])?[里上]?去?$/,
  ],
  // 101号日子记岔了 · 人数给改一下 · 101号人数再核了核
  ['opened', new RegExp(`^${head}(?<about>[^\\d]{0,12})$`)],
] as const
/** 不是65人，名册上只有56人: what holds, behind where it stands or how one knows it. */
const sourced = new RegExp(
  `^(?![^\\d]*(?:其中|里面|男|女|小孩))[^\\d]{1,9}?(?:只?[有是]|只?[来到]了|写着|记着)${value}${ofThatDay}(?<end>${behind})$`,
)
/** How one knows: 又翻了签到本, 想了想. */
const knows =
  /[查问核点数对补翻]|算[出清好过]|签到|名单|名册|登记|统计|照片|想|记得|记起|回[我了]?话|回[我了]?信|回复|来电|告诉|说了|有数了/
const checked = (clause: string): boolean => clause.length <= 12 && knows.test(clause)
const asksChange =
  /^(?:给|帮|请|得|要|再|您|你|麻烦){0,2}(?:改|更正|补|添|记|填)(?:一下|一改|改|上去?|进去|个数|一笔|上个?人?数)?[吧下了]?$/
/** 那场 alone may be anybody's; 刚才那场 is one's own. */
const own = /[刚报发说记上前]/

/** Longer messages tell something of their own. */
const longest = 80
const mostClauses = 7

interface Draft {
  readonly no: string | undefined
  readonly field: Label | null
  readonly value: string
  old: string | null
  /** Something in the clause says that the value holds, not only that it was counted. */
  readonly joined: boolean
}

/** What the clauses read so far say. */
interface Read {
  readonly drafts: Draft[]
  no: string | undefined
  field: Label | null
  old: string | null
  /** Which record is said; `vague`: only as 那场. */
  ref: boolean
  vague: boolean
  /** That something was wrong is said, asked to be changed, or held to after all. */
  wrong: boolean
  /** All that says so is an excuse: 手滑了. */
  excused: boolean
  asked: boolean
}

/**
 * Every correction of a message: of one record or of several, each value in a clause of its own, the other clauses only
 * tell why. Empty where a clause wishes or asks anything else, or where one field is given twice.
 */
export function readClauses(text: string): Correction[] {
  if (text.length > longest) return []
  const clauses = text
    .split(/[，,。；;！!、～~\n]+/)
    .map((c) => c.trim())
    .filter(Boolean)
  const read: Read = {
    drafts: [],
    no: undefined,
    field: null,
    old: null,
    ref: false,
    vague: false,
    wrong: false,
    excused: true,
    asked: false,
  }
  return clauses.length <= mostClauses && clauses.every((clause) => readOne(read, clause))
    ? correctionsOf(read)
    : []
}

/** Takes one clause in; false where it makes the whole no correction. */
function readOne(read: Read, clause: string): boolean {
  const instead = read.old !== null || (read.wrong && read.field !== null) ? sourced.exec(clause) : null
  const row = rows.find(([, pattern]) => pattern.test(clause))
  if (instead?.groups && row?.[0] !== 'told' && row?.[0] !== 'denied') return tell(read, instead.groups)
  const m: Groups = row?.[1].exec(clause)?.groups ?? {}
  if (m['no'] !== undefined && m['no'] !== read.no) read.field = null
  read.no = m['no'] ?? read.no
  const last = m['last']
  read.ref ||= m['no'] !== undefined || (last !== undefined && (row![0] === 'told' || own.test(last)))
  switch (row?.[0]) {
    case 'told':
      return tell(read, m)
    case 'denied':
      return deny(read, m)
    case 'stands':
      return true
    default:
      return explain(read, clause, m)
  }
}

/** A clause without a value: it names what the next is about, says that something was wrong, or only why. */
function explain(read: Read, clause: string, m: Groups): boolean {
  if (noReason.test(clause)) return false
  const [wrong, asked] = [isAmiss.test(clause), asksChange.test(m['about'] ?? '')]
  read.wrong ||= wrong
  read.excused &&= !wrong || onlyExcuse.test(clause)
  // 101号重新点了点，53个
  read.asked ||= asked || (m['no'] !== undefined && checked(clause))
  const aimed = wrong || asked || checked(clause)
  if (m['field'] !== undefined && aimed) read.field = fieldNamed(m['field'])
  // 昨天二中讲座，听众58人 is told anew
  return read.drafts.length > 0 || read.wrong || aimed || m['no'] !== undefined || m['last'] !== undefined
}

/** 不是45, before or behind what holds. */
function deny(read: Read, m: Groups): boolean {
  const was = m['figure'] ?? m['day'] ?? m['wrong'] ?? null
  read.wrong = true
  read.excused = false
  named(read, m)
  const before = read.drafts.at(-1)
  if (before?.old === null && read.old === null && m['no'] === undefined && m['field'] === undefined)
    before.old = was
  else read.old = was
  return true
}

function tell(read: Read, m: Groups): boolean {
  named(read, m)
  const money = isMoney.test(m['figure'] ?? '')
  if (money && read.field !== 'medicine') return false
  const said = (m['figure'] ?? m['day']!).replace(isMoney, '')
  if (m['figure'] !== undefined && figureSaid(said) === null) return false
  read.wrong ||= m['was'] !== undefined
  read.excused &&= m['was'] === undefined
  read.asked ||= m['still'] !== undefined && /[对准]/.test(m['end'] ?? '')
  read.drafts.push({
    no: read.no,
    field: m['day'] === undefined ? fieldOf(read.field, said) : 'day',
    value: said,
    old: m['was'] ?? read.old,
    joined: money || (m['holds'] ?? m['no'] ?? m['last'] ?? m['field'] ?? m['was']) !== undefined,
  })
  read.old = null
  read.field = null
  return true
}

/** What medicine is counted in. */
const isMoney = /(?:元|块)[钱整]?$/

function named(read: Read, m: Groups): void {
  read.field = m['field'] === undefined ? read.field : fieldNamed(m['field'])
  read.vague ||= m['last'] !== undefined && !own.test(m['last'])
}

/** 手册是250份: the unit counts where it names another field than the words. */
function fieldOf(words: Label | null, said: string): Label | null {
  const counted = figureSaid(said)?.field ?? null
  if (words === 'medicine') return counted === null ? words : null
  if (words === 'attendance' || words === 'materials' || words === 'sessions' || words === 'count')
    return counted === null || counted === words ? words : counted
  return null
}

function correctionsOf({ drafts, no, old, ref, vague, wrong, excused, asked }: Read): Correction[] {
  if (old !== null) return []
  const meant = wrong || asked
  if (!meant && !drafts.every((d) => d.joined && (ref || d.field !== null))) return []
  const keys = drafts.map((d) => `${d.no ?? ''} ${d.field ?? figureSaid(d.value)?.field ?? 'attendance'}`)
  if (new Set(keys).size < keys.length) return []
  // 那天听的是34位，101号给补上: which one, behind the figure
  const [only] = drafts.length === 1 ? [drafts[0]!.no ?? no] : []
  return drafts.map((d) => ({
    no: asNumber(d.no ?? only),
    old: d.old,
    value: d.value,
    label: d.field,
    plain: (d.no ?? only) !== undefined || d.old !== null,
    loose: true,
    // nothing says that it is about a record of one's own
    // the value of medicine is asked of no other talk, where the record has one
    ...((d.no ?? only) === undefined && d.field !== 'medicine' && (!wrong || excused) && (!ref || vague)
      ? { called: true as const }
      : {}),
  }))
}
