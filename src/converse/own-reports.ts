import { addDays } from '../core/day.js'
import { mayChange } from '../ledger/correct.js'
import type { RecordRow } from '../store.js'
import { instant, type Turn } from '../turn.js'
import { scanDates } from '../understand/dates/dates.js'
import { normalize } from '../understand/text/normalize.js'
import { isCalled } from './called-person.js'
import { meantBy } from './pointed-records.js'
import { recentRecords } from './recent-records.js'

/** Reports of one's own that are looked through, whenever they were held. */
const mostOwn = 50
/** Days in which 我那场, said of nothing else, means what was told. */
const latelyDays = 3

/**
 * The reports a description means, the newest told first: one's own; where none of them fits, what one may see of one's branch
 * or, for the office, of any. Withdrawn ones only where nothing else fits.
 */
export async function reportsMeant(turn: Turn, front: string): Promise<readonly RecordRow[]> {
  const teller = namedIn(turn, front)
  const words = teller === null ? front : front.replace(teller.said, '')
  const own = await turn.store.records.list({ reporter: turn.sender.id, newestFirst: true, limit: mostOwn })
  const others = (await recentRecords(turn)).filter(
    (r) => mayChange(turn, r) || (r.unit !== null && r.unit === turn.sender.unit),
  )
  const scopes = teller ? [others.filter((r) => isOf(r, teller))] : [own, others]
  for (const scope of scopes) {
    const fits = await fitting(turn, words, newest(scope), scope === others)
    const standing = fits.filter((r) => r.status !== 'void')
    if (fits.length > 0) return standing.length > 0 ? standing : fits
  }
  return []
}

const newest = (records: readonly RecordRow[]): readonly RecordRow[] =>
  records.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))

const isOf = (r: RecordRow, { id, name }: { readonly id: string; readonly name: string }): boolean =>
  r.reporter === id || r.speakers.includes(name)

/** The person of the association that a description names, other than oneself. */
function namedIn(
  { house, sender }: Turn,
  front: string,
): { readonly id: string; readonly name: string; readonly said: string } | null {
  const found = house.org.people.flatMap(({ id, name }) => {
    if (id === sender.id) return []
    const said = called(front).find((w) => isCalled(name, w))
    return said === undefined ? [] : [{ id, name, said }]
  })
  return found.length === 1 ? found[0]! : null
}
/** Every piece of a description that may be a name. */
const called = (front: string): readonly string[] =>
  Array.from({ length: Math.min(front.length, 14) }, (_, at) =>
    [5, 4, 3, 2].map((length) => front.slice(at, at + length)),
  ).flat()

/** 昨天报的, 昨天下午我发的: when it was told. */
const toldWord = /^(?:上午|下午|中午|晚上|早上|夜里|傍晚|一早|我|咱|们|俺|刚|就){0,4}(?:报|发|说|交|登)/
const justNow = /刚才|刚刚/
const theLast = /[上后]一[条场个]|最后/
/** Hours in which 刚才 still means what was told. */
const justNowHours = 3
/** Says nothing of the activity. */
const empty =
  /我们?|俺们?|咱们?|[你您]|(?:报|发|说|交|登)(?:过|上来|上去|过来)?的?|给|帮|把|到底|人数|日期|日子|时间|地点|人|来着|刚才|刚刚|[上后]一[条场个]|最后|的?(?:消息|信息|微信)|都/g

async function fitting(
  turn: Turn,
  front: string,
  scope: readonly RecordRow[],
  ofOthers: boolean,
): Promise<readonly RecordRow[]> {
  const n = normalize(front)
  const [date, ...more] = scanDates(n, turn.sent)
  if (more.length > 0) return []
  const behind = date ? n.text.slice(date.end) : ''
  const told = date !== undefined && toldWord.test(behind)
  const rest = date && told ? `${n.text.slice(0, date.start)}${behind.replace(hours, '')}` : n.text
  const words = rest.replace(empty, ' ').trim()
  const dayOf = (r: RecordRow): string => turn.house.zone.local(new Date(r.createdAt)).day
  const since = instant(new Date(turn.now.getTime() - justNowHours * 3_600_000))
  const recent = justNow.test(front) ? scope.filter((r) => r.createdAt >= since) : scope
  const then = date && told ? recent.filter((r) => dayOf(r) >= date.from && dayOf(r) <= date.to) : recent
  const described = await meantBy(turn, { front: words, nth: null, rest: '', plain: false }, then)
  // told on another day than it was held
  if (told && described?.length === 0 && date)
    return scope.filter((r) => r.period.start <= date.to && r.period.end >= date.from).slice(0, 1)
  const all = described ?? (isBare(words) ? then : [])
  if (theLast.test(front)) return all.slice(0, 1)
  if (described !== null || (date && told)) return all
  if (ofOthers) return []
  const from = addDays(turn.local.day, -latelyDays)
  const lately = all.filter((r) => dayOf(r) >= from)
  return lately.length > 0 ? lately : all.slice(0, 1)
}
const hours = /^(?:上午|下午|中午|晚上|早上|夜里|傍晚|一早)/
/** 那场, 那条: no word says which. */
const isBare = (words: string): boolean =>
  words.replace(/[那这]一?[个场次条笔回堂节期]|[那这]|的|课|活动|在|[\s，,]/g, '') === ''
