import { single, type Period } from '../../core/day.js'
import { kindName } from '../../core/kinds.js'
import { missingOf } from '../../ledger/record.js'
import { pendingOf } from '../../ledger/pending.js'
import { readAsked } from '../../ledger/query.js'
import { scanDates } from '../../understand/dates/dates.js'
import { normalize } from '../../understand/text/normalize.js'
import type { Activity, QuestionRow } from '../../store.js'
import { instant, privately, type Reply, type Turn } from '../../turn.js'
import { isHeld } from '../ask.js'
import { periodText } from '../figures.js'
import { wholeNumber } from '../../understand/numbers/numeral.js'
import { readNamed } from '../named-words.js'
import { answerAttendance, answerSessions } from './figures.js'
import { readHeld } from './held.js'
import type { Answer } from './index.js'
import { answerZero } from './office.js'
import { decidedText } from './settled.js'

const rememberedDays = 14

/** What else than a waiting report may be answered late. */
const others: Readonly<Partial<Record<string, Answer>>> = {
  attendance: answerAttendance,
  sessions: answerSessions,
  zero: answerZero,
}

/** One question that was put, and what it is about. */
interface Asked {
  readonly question: QuestionRow
  readonly of: Pick<Activity, 'period' | 'kind' | 'measures' | 'venue' | 'topics'> | null
  readonly nos: readonly number[]
  readonly open: boolean
}

/**
 * 前天您问我的六月那4场，是连同的: the question it names, of the last two weeks, whatever was asked since. In private only: in a room
 * nothing says that the bot is meant.
 */
export async function answerNamed(turn: Turn): Promise<Reply[] | null> {
  const said = turn.message.room === undefined ? readNamed(turn.words) : null
  if (!said) return null
  const all = await askedOf(turn)
  const fits = all.filter((a) => (!said.bare || isHeld(a.question.about)) && isNamed(turn, said.ref, a))
  const open = fits.filter((a) => a.open)
  const read: { readonly asked: Asked; readonly replies: Reply[] }[] = []
  for (const asked of open.length > 1 && said.ref !== '' ? [] : open) {
    const replies = await readAs({ ...turn, words: said.rest }, asked.question)
    if (replies === null) continue
    read.push({ asked, replies })
    break
  }
  const [first] = read
  if (first) {
    await turn.store.questions.close(first.asked.question.id, 'answered')
    return first.replies
  }
  if (open.length > 1 && said.ref !== '') return [privately(whichText(turn, open))]
  const [settled] = open.length > 0 || said.bare ? [] : fits
  const todo = settled ? await todoOf(turn, settled.question) : null
  return todo ? [privately(await decidedText(turn, pendingOf(todo)), pendingOf(todo).of)] : null
}

const readAs = (turn: Turn, q: QuestionRow): Promise<Reply[] | null> =>
  isHeld(q.about) ? readHeld(turn, q) : (others[q.about]?.(turn, q) ?? Promise.resolve(null))

async function todoOf(turn: Turn, q: QuestionRow) {
  const { todo } = (q.data ?? {}) as { readonly todo?: number }
  return todo === undefined ? null : turn.store.todos.byId(todo)
}

/** What the sender was asked, the newest first, each thing once. */
async function askedOf(turn: Turn): Promise<readonly Asked[]> {
  const from = instant(new Date(turn.now.getTime() - rememberedDays * 86_400_000))
  const rows = await turn.store.questions.askedSince(turn.sender.id, from)
  const all = new Map<string, Asked>()
  for (const question of rows.toReversed()) {
    const { todo } = (question.data ?? {}) as { readonly todo?: number }
    const key = todo === undefined ? `${question.about} ${question.record}` : `todo ${todo}`
    const asked = all.has(key) ? null : await lookedUp(turn, question)
    if (asked) all.set(key, asked)
  }
  return [...all.values()]
}

async function lookedUp(turn: Turn, question: QuestionRow): Promise<Asked | null> {
  const { about, record: no } = question
  if (isHeld(about)) {
    const todo = await todoOf(turn, question)
    if (!todo) return null
    const { activity, of } = pendingOf(todo)
    return { question, of: activity, nos: of, open: todo.status === 'open' }
  }
  if (others[about] === undefined) return null
  const record = no === null ? null : await turn.store.records.byNo(no)
  if (record)
    return {
      question,
      of: record,
      nos: [record.no],
      open: record.status === 'counted' && missingOf(record) === about,
    }
  return { question, of: null, nos: [], open: about === 'zero' && question.status === 'open' }
}

const figures: readonly (readonly [pattern: RegExp, of: 'sessions' | 'attendance' | 'count'])[] = [
  [/(\d{1,4}|[一二两三四五六七八九十]{1,3})[场期次](?![数])/, 'sessions'],
  [/(\d{1,6})(?:人次|个?人|个|名|位)/, 'attendance'],
  [/(\d{1,4}|[一二两三四五六七八九十]{1,3})[篇条]/, 'count'],
]
/** Says nothing of which one. */
const filler =
  /我们?|咱们?|俺们?|报的?|[讲办搞做上]的|[的那这了呢]|一?[场个次条回堂节期]|活动|问题|人数|多少人?|几个人?|几|号|事|汇总|合计|总数|一共|共|是不是|算不算|有没有|还是|[\s，,]/g

/** Whether everything named is true of what was asked about. */
function isNamed(turn: Turn, ref: string, { of, nos }: Asked): boolean {
  let left = normalize(ref).text
  const take = (m: RegExpExecArray): void => {
    left = left.slice(0, m.index) + ' ' + left.slice(m.index + m[0].length)
  }
  const no = /(?<!\d)[#＃]?(\d{3,7})号?(?![\d人个位名])/.exec(left)
  if (no && !nos.includes(Number(no[1]))) return false
  if (no) take(no)
  for (const [pattern, measure] of figures) {
    const m = pattern.exec(left)
    if (!m) continue
    const value = wholeNumber(m[1]!)
    const one = /^[一1]$/.test(m[1]!) && measure === 'sessions'
    if (!one && value !== null && of?.measures[measure]?.value !== value) return false
    take(m)
  }
  if (!of) return left.replace(filler, '').length < 6
  for (const name of [of.venue ?? '', ...of.topics]) if (name !== '') left = left.replace(name, ' ')
  const day = scanDates(normalize(left), turn.sent)[0]
  const { period, kinds, rest } = readAsked(left, turn.house, turn.local.day)
  const time = period ?? (day ? { start: day.from, end: day.to } : null)
  if (time && !overlaps(time, of.period)) return false
  if (kinds.length > 0 && !kinds.includes(of.kind)) return false
  const words = (day && !period ? rest.replace(left.slice(day.start, day.end), '') : rest).replace(filler, '')
  const named = [of.venue ?? '', ...of.topics, kindName(of.kind)]
  return words === '' || named.some((n) => n !== '' && (n.includes(words) || words.includes(n)))
}
const overlaps = (a: Period, b: Period): boolean => a.start <= b.end && b.start <= a.end

function whichText(turn: Turn, open: readonly Asked[]): string {
  const lines = open
    .slice(0, 3)
    .flatMap(({ of }) =>
      of
        ? [
            `${periodText(of.period ?? single(turn.local.day), turn.local.day)}${of.venue ?? ''}${kindName(of.kind)}`,
          ]
        : [],
    )
  return `您说的是${[...new Set(lines)].join('、')}里的哪一处？请带上日子或地方再说一遍。`
}
