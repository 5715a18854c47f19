import { addDays } from '../core/day.js'
import { shortName } from '../core/tree.js'
import { mayChange } from '../ledger/correct.js'
import type { RecordRow } from '../store.js'
import type { Turn } from '../turn.js'
import { kindsIn, unitsIn } from '../understand/index.js'
import { besides } from './correction-words.js'
import { isCalled } from './called-person.js'
import { withChainLine } from './chain-line.js'
import { recentRecords } from './recent-records.js'
import { sourceFirst } from './source-first.js'
import { scanDates } from '../understand/dates/dates.js'
import { normalize } from '../understand/text/normalize.js'

/** 昨天二中那场 · 上一条, and what is said of it. */
const described =
  /^(?:把|将)?([^，,。；;]{0,20}?)(?:[那这]一?(?:[场次条回堂节期](课|活动|讲座|报告|义诊|培训|咨询|宣传)?|个(课|活动|讲座|报告|义诊|培训|咨询|宣传))|一[条场](?=人数|不|作废|改|应))的?[，,\s]?(.{2,40})$/
/** 刚才报的 · 昨天报的 · 刚才: when it was told, not when it was held. */
const toldThen =
  /^我?(?:(?:(大前天|前天|昨天|今天)(?:上午|下午|晚上|早上)?|刚才|刚刚|方才|上午|下午|早上|前面|上面|刚)我?[报发说记]的?|刚才|刚刚|方才|前面|上面)$/
const daysAgo: Readonly<Record<string, number>> = { 今天: 0, 昨天: 1, 前天: 2, 大前天: 3 }
/** Hours in which 刚才 and 那场义诊 still mean a record. */
const lately = 24
/** Words of a description that say nothing of the activity. */
const filler = /我们?|刚才|刚刚|报的?|讲的?|办的?|搞的?|去的?|在|的|上午|下午|晚上|那天|[\s，,]/g

/**
 * The words with the record's number where a receipt is quoted, or where they describe one of the last sixty days (昨天二中那场作废 → 101号作废); null
 * where they describe none, or several.
 */
export async function withNumber(turn: Turn, words: string): Promise<string | null> {
  if (words.length > 60) return null
  // under a quoted receipt the receipt says which: 讲师是李明, 谁报的
  const [quoted, ...more] = turn.quoted
  if (quoted !== undefined)
    return more.length > 0
      ? null
      : `${quoted}号${words
          .trim()
          .replace(besides, '')
          .replace(/^[这那](?:一?[条场个])?/, '')}`
  const inChain = await withChainLine(turn, words)
  if (inChain !== null) return inChain
  const told = words.trim().replace(sourceFirst, '')
  const m = described.exec(told)
  if (!m || /\d{3,}/.test(m[1]!)) return null
  const found = await meant(turn, m[1]!, m[2] ?? m[3] ?? null)
  return found === null ? null : `${found.no}号${m[4]!}`
}

async function meant(turn: Turn, description: string, noun: string | null): Promise<RecordRow | null> {
  const near = (await recentRecords(turn)).filter((r) => isSuch(r, noun))
  const mine = near.filter((r) => r.reporter === turn.sender.id)
  if (/^(?:我?上|最后)$/.test(description)) return mine[0] ?? null
  const age = (r: RecordRow): number => turn.now.getTime() - Date.parse(r.createdAt)
  const last = mine.find((r) => age(r) < lately * 3_600_000) ?? null
  if (description === '') return noun !== null && turn.called ? last : null
  const told = toldThen.exec(description)
  if (told) {
    if (told[1] === undefined) return noun === null ? null : last
    const day = addDays(turn.sent.day, -daysAgo[told[1]]!)
    const then = mine.filter((r) => turn.house.zone.local(new Date(r.createdAt)).day === day)
    if (then.length > 0) return then.length === 1 ? then[0]! : null
  }
  const scope = turn.called ? near.filter((r) => mayChange(turn, r)) : mine
  const fits = scope.filter((r) => isDescribed(turn, r, description))
  if (fits.length > 1) return null
  if (fits.length === 1) return fits[0]!
  return (await saidIn(turn, mine, description)) ?? ofAnother(turn, near, description)
}

/** 航模那场 of somebody else in one's own branch: not to be changed by the sender, whose it is will be told. */
function ofAnother(turn: Turn, near: readonly RecordRow[], description: string): RecordRow | null {
  if (!turn.called) return null
  const ours = near.filter((r) => r.status !== 'void' && r.unit !== null && isOfOwn(turn, r.unit))
  const fits = ours.filter((r) => isDescribed(turn, r, description))
  return fits.length === 1 ? fits[0]! : null
}
const isOfOwn = ({ sender, house: { tree } }: Turn, unit: string): boolean =>
  sender.unit !== null &&
  (tree.ancestors(unit).includes(sender.unit) || tree.ancestors(sender.unit).includes(unit))

/** 昨天林场那个培训: the one of these whose own words name it. */
async function saidIn(
  turn: Turn,
  mine: readonly RecordRow[],
  description: string,
): Promise<RecordRow | null> {
  const n = normalize(description)
  const [date] = scanDates(n, turn.sent)
  const words = (date ? n.text.slice(0, date.start) + n.text.slice(date.end) : n.text).replace(filler, '')
  if (words.length < 2) return null
  const fits: RecordRow[] = []
  for (const r of mine.slice(0, 30)) {
    if (date && (date.to < r.period.start || date.from > r.period.end)) continue
    const text = (await turn.store.sources.get(r.source))?.text
    if (text?.includes(words)) fits.push(r)
  }
  return fits.length === 1 ? fits[0]! : null
}

/** Whether a record is a 课, a 义诊, as the description calls it; 活动 is any. */
function isSuch({ kind }: RecordRow, noun: string | null): boolean {
  if (noun === null || noun === '活动') return true
  if (noun === '课') return kind === 'lecture' || kind === 'training'
  return kindsIn(noun).some((k) => k.kind === kind)
}

/** Whether everything a description says is true of the record, and says something. */
function isDescribed(turn: Turn, record: RecordRow, description: string): boolean {
  const n = normalize(description)
  let rest = n.text
  const blank = (from: number, to: number): void => {
    rest = rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to)
  }
  for (const date of scanDates(n, turn.sent)) {
    if (date.to < record.period.start || date.from > record.period.end) return false
    blank(date.start, date.end)
  }
  for (const unit of unitsIn(rest, turn.house.units)) {
    if (unit.name !== record.unit) return false
    blank(...unit.span)
  }
  const words = rest.replace(filler, '')
  const said = rest.trim() !== n.text.trim()
  if (words === '') return said
  const about = [
    record.venue ?? '',
    ...record.topics,
    ...record.speakers,
    shortName(record.unit ?? '', turn.house.tree),
  ]
  if (about.some((a) => a !== '' && (a.includes(words) || words.includes(a)))) return true
  const teller = turn.house.org.people.find((p) => p.id === record.reporter)?.name
  if ([...record.speakers, teller ?? ''].some((name) => name !== '' && isCalled(name, words))) return true
  return kindsIn(words).some((k) => k.kind === record.kind && k.span[1] - k.span[0] === words.length)
}
