import { addDays, type PlainDate } from '../core/day.js'
import type { Span } from '../core/span.js'
import type { RecordRow } from '../store.js'
import type { Turn } from '../turn.js'
import { kindsIn, unitsIn } from '../understand/index.js'
import { scanDates } from '../understand/dates/dates.js'
import { figureSaid } from '../understand/said.js'
import { normalize } from '../understand/text/normalize.js'
import { otherChain } from './overheard.js'
import type { Nth, Split } from './pointed-words.js'

/** Hours in which 头一场 and 第二条 still mean those told last. */
export const togetherHours = 24

/** The records a front names; null where its words name nothing. */
export async function meantBy(
  turn: Turn,
  { front, nth }: Split,
  mine: readonly RecordRow[],
): Promise<readonly RecordRow[] | null> {
  return nth === null ? described(turn, front, mine) : together(turn, nth, mine)
}

/** Those told in one message, or one behind the other of late. */
async function together(
  turn: Turn,
  nth: Nth,
  mine: readonly RecordRow[],
): Promise<readonly RecordRow[] | null> {
  const own = mine.filter(
    (r) =>
      r.reporter === turn.sender.id &&
      turn.now.getTime() - Date.parse(r.createdAt) < togetherHours * 3_600_000,
  )
  const told = own.toSorted((a, b) => a.no - b.no)
  const last = told.at(-1)
  if (!last) return null
  const list = (await turn.store.sources.get(last.source))?.text ?? ''
  if (list.includes('接龙'))
    return typeof nth !== 'number' || otherChain(turn, list, Date.parse(last.createdAt))
      ? null
      : ofLine(turn, nth, told)
  const same = told.filter((r) => r.source === last.source)
  const group = same.length > 1 ? same : told
  if (group.length < 2) return null
  if (nth === 'last') return [group.at(-1)!]
  if (nth === 'middle') return group.length % 2 === 1 ? [group[(group.length - 1) / 2]!] : null
  if (nth === 'before') return group.length === 2 ? [group[0]!] : group.slice(0, -1)
  const found = group[nth - 1]
  return found ? [found] : null
}

/** 第2条 of a 接龙: what stands in its line so numbered, in whichever posting it was recorded from. */
async function ofLine(turn: Turn, n: number, told: readonly RecordRow[]): Promise<readonly RecordRow[]> {
  const found: RecordRow[] = []
  for (const r of told) {
    const text = (await turn.store.sources.get(r.source))?.text ?? ''
    const end = Math.max(0, ...Object.values(r.evidence).map((s: Span) => s[1]))
    const line = text.slice(text.lastIndexOf('\n', Math.max(0, end - 1)) + 1)
    if (text.includes('接龙') && new RegExp(`^\\s*${n}\\s*[.、．）):：]`).test(line)) found.push(r)
  }
  return found
}

const hours = [
  ['上午', /上午|早上|早晨|清早/],
  ['中午', /中午|晌午/],
  ['下午', /下午/],
  ['晚上', /晚上|晚间|傍晚|夜里|[昨今前当]晚/],
] as const
const relative: Readonly<Record<string, number>> = { 今天: 0, 昨天: 1, 前天: 2, 大前天: 3 }
/** Says nothing of the activity. */
const filler =
  /我们?|俺们?|咱们?|刚才|刚刚|[报讲办搞去上做]的|在|的|那天|[那这]一?[个场次条笔项回堂节期门]|[那这]|[\s，,]/g
const nouns = /(?:课|班|活动|讲座|报告|义诊|培训班?|咨询|宣传)$/

/** The records every word of a front fits; null where no word of it names anything of ours. */
async function described(
  turn: Turn,
  front: string,
  mine: readonly RecordRow[],
): Promise<readonly RecordRow[] | null> {
  const n = normalize(front)
  let rest = n.text
  const blank = (from: number, to: number): void => {
    rest = rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to)
  }
  const dates = scanDates(n, turn.sent)
  for (const date of dates) blank(date.start, date.end)
  const units = unitsIn(rest, turn.house.units)
  for (const unit of units) blank(...unit.span)
  const hour = hours.find(([, words]) => words.test(front))
  if (hour) rest = rest.replace(hour[1], ' ')
  // 70人那场: the figure on the book
  const figure = /(?<!\d)(\d{2,5})(?:个?人次?|个|名|位)?(?=[那这\s])/.exec(rest)
  if (figure) blank(figure.index, figure.index + figure[0].length)
  const pieces = rest.split(filler).filter(Boolean)
  // 七十二报多了 says what was wrong, not which
  if (dates.length > 1 || figureSaid(front) !== null) return null
  if (dates.length + units.length === 0 && !hour && !figure && pieces.length === 0) return null
  const value = figure && Number(figure[1])
  const near = mine.filter(
    (r) =>
      units.every((u) => u.name === r.unit) && (value === null || r.measures.attendance?.value === value),
  )
  const [date] = dates
  const on = date ? near.filter((r) => r.period.start <= date.to && r.period.end >= date.from) : near
  const back =
    date && on.length === 0 ? (relative[front.slice(0, 3)] ?? relative[front.slice(0, 2)]) : undefined
  const then = back === undefined ? on : near.filter((r) => toldOn(turn, r, addDays(turn.sent.day, -back)))
  const fits: RecordRow[] = []
  for (const r of then) if (await fitsWords(turn, r, pieces, hour?.[1] ?? null)) fits.push(r)
  if (fits.length > 0) return fits
  // 球那场 is none of ours
  const known = pieces.every((p) => p === '课' || kindsIn(p).some((k) => k.span[1] - k.span[0] === p.length))
  return known && (date !== undefined || pieces.length > 0) ? [] : null
}

const toldOn = (turn: Turn, { createdAt }: RecordRow, day: PlainDate): boolean =>
  turn.house.zone.local(new Date(createdAt)).day === day

async function fitsWords(
  turn: Turn,
  record: RecordRow,
  pieces: readonly string[],
  hour: RegExp | null,
): Promise<boolean> {
  const { kind, venue, topics, speakers } = record
  const named = [venue ?? '', ...topics, ...speakers].join(' ')
  if (pieces.every((p) => fitsPiece(p, kind, named)) && hour === null) return true
  const words = await ownWords(turn, record)
  return pieces.every((p) => fitsPiece(p, kind, `${named} ${words}`)) && (hour === null || hour.test(words))
}

/** 养蜂班, 培训, 二中: a kind, or words of the place, the topic or the report. */
function fitsPiece(piece: string, kind: RecordRow['kind'], named: string): boolean {
  if (piece === '课') return kind === 'lecture' || kind === 'training'
  // 人数不是530: a character alone says nothing
  if (piece === '活动' || (piece.length > 1 && named.includes(piece))) return true
  if (kindsIn(piece).some((k) => k.kind === kind && k.span[1] - k.span[0] === piece.length)) return true
  const bare = piece.replace(/^讲/, '').replace(nouns, '')
  return bare.length >= 2 && bare !== piece && named.includes(bare)
}

/** What its message tells of it, and not of those told beside it. */
async function ownWords(turn: Turn, record: RecordRow): Promise<string> {
  const text = (await turn.store.sources.get(record.source))?.text ?? ''
  const beside = (await turn.store.records.bySource(record.source)).filter((r) => r.no !== record.no)
  if (beside.length === 0) return text
  const ends = (r: RecordRow): number => Math.max(0, ...Object.values(r.evidence).map((s: Span) => s[1]))
  const end = ends(record)
  if (end === 0) return ''
  const from = Math.max(0, ...beside.map(ends).filter((e) => e < end))
  return text.slice(from, end)
}
