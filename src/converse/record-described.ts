import { shortName } from '../core/tree.js'
import { mayChange } from '../ledger/correct.js'
import type { RecordRow } from '../store.js'
import type { Turn } from '../turn.js'
import { kindsIn, unitsIn } from '../understand/index.js'
import { besides } from './correction-words.js'
import { recentRecords } from './recent-records.js'
import { scanDates } from '../understand/dates/dates.js'
import { normalize } from '../understand/text/normalize.js'

/** 昨天二中那场 · 上一条, and what is said of it. */
const described =
  /^(?:把|将)?([^，,。；;]{1,20}?)(?:[那这]一?[场次条回](?:活动|讲座|义诊|培训|咨询)?|一[条场](?=人数|不|作废|改|应))的?[，,\s]?(.{2,30})$/
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
  const m = described.exec(words.trim())
  if (!m || /\d{3,}/.test(m[1]!)) return null
  const found = await meant(turn, m[1]!)
  return found === null ? null : `${found.no}号${m[2]!}`
}

async function meant(turn: Turn, description: string): Promise<RecordRow | null> {
  const near = await recentRecords(turn)
  const mine = near.filter((r) => r.reporter === turn.sender.id)
  if (/^(?:我?上|最后)$/.test(description)) return mine[0] ?? null
  const scope = turn.called ? near.filter((r) => mayChange(turn, r)) : mine
  const fits = scope.filter((r) => isDescribed(turn, r, description))
  return fits.length === 1 ? fits[0]! : null
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
  return kindsIn(words).some((k) => k.kind === record.kind && k.span[1] - k.span[0] === words.length)
}
