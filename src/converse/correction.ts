import { parts } from '../core/day.js'
import type { MeasureName } from '../core/report.js'
import { differing } from '../ledger/by-how-much.js'
import { fieldOf, isClosed, mayChange, type Change } from '../ledger/correct.js'
import { grounded } from '../ledger/grounded.js'
import { keepSource } from '../ledger/record.js'
import { voidedBy } from '../ledger/withdraw.js'
import type { RecordRow } from '../store.js'
import {
  answer,
  contextOf,
  instant,
  officeName,
  quoted,
  teacherInFull,
  type Reply,
  type Turn,
} from '../turn.js'
import { daySaid, plain, readSaid, type Said } from '../understand/said.js'
import { applyChange } from './apply-change.js'
import { ask } from './ask.js'
import { targetOf } from './correction-target.js'
import { figureFields, type Label } from './correction-labels.js'
import type { Correction } from './correction-words.js'
import { askedFields, dayText } from './figures.js'
import { byItsNumber, numberOrFigure } from './number-or-figure.js'
import { askPart, askWorkedOut, weighOff } from './off-by.js'
import { partTold } from './part-told.js'
import { refuse } from './refuse.js'
import { standsOn } from './stands-on.js'
import { wayBack } from './way-back.js'

/** Carries a correction out, or null when it cannot be meant for any record of the sender (then it is chatter). */
export async function handleCorrection(turn: Turn, read: Correction): Promise<Reply[] | null> {
  if (read.called && !turn.called) return null
  const c = await byItsNumber(turn, read)
  if (c === 'either') return [answer(numberOrFigure(read.old!))]
  const said = saidOf(turn, c)
  if (!said || (c.stated && (said.is === 'words' || said.is === 'figure') && c.label === null)) return null
  const old = c.old === null ? null : oldOf(turn, c.old)
  const record = await targetOf(turn, c, said, old)
  if (c.loose && !turn.called && (record === 'none' || !mayChange(turn, record))) return null
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
  const aimed = turn.called || c.no !== null || turn.quoted.length > 0
  if (!aimed && c.old === null && c.label === null && !c.by && said.is === 'figure' && isFarOff(record, said))
    return null
  if (!aimed && c.label === 'medicine' && said.is === 'figure' && isOtherMoney(record, said)) return null
  if (!aimed && c.label === 'medicine' && c.old === null && !isBehind(turn, record)) return null
  if (!aimed && c.old !== null && !hasOld(turn, record, said, c)) return null
  if (said.is === 'day' && said.period.start > turn.sent.day)
    return aimed
      ? [answer(`${dayText(said.period.start, turn.local.day)}还没到，请看看日子。`, [record.no])]
      : null
  if (!mayChange(turn, record)) return refuse(turn, record)
  if (record.status === 'void')
    return [
      answer(
        `${record.no}号已经作废了。${await wayBack(turn, record, turn.sender.id, await voidedBy(turn, record))}`,
        [record.no],
      ),
    ]
  const closed = await isClosed(turn, record)
  if (closed && turn.sender.role === 'member') return passClosed(turn, record)

  const change = changeOf(turn, record, said, old, c)
  if (change === 'which') return askField(turn, record, said as Extract<Said, { is: 'figure' }>, c.value)
  if (change === null)
    return turn.called || c.no !== null
      ? [answer(`${record.no}号要改成什么，我没听明白。请说“${record.no}号改350人”这样的话。`, [record.no])]
      : null
  const weighed = await weighOff(turn, record, change, c, old)
  if (weighed !== 'fine') return weighed
  const part = await partTold(turn, record, change, c)
  if (part !== null && 'measure' in change) return askPart(turn, record, change, part)
  if (c.by?.asks && 'measure' in change && record.measures[change.field])
    return askWorkedOut(turn, record, change, c.by)
  return applyChange(turn, record, change, old)
}

/** 应该是3个人 said to nobody after a report of 120 is about something else. */
function isFarOff(record: RecordRow, { measure }: Extract<Said, { is: 'figure' }>): boolean {
  const was = record.measures.attendance?.value
  return was !== undefined && Math.max(was, measure.value) > 10 * Math.min(was, measure.value)
}

/** 药费是850元 is of ours only where medicine of about that value was given. */
function isOtherMoney({ measures }: RecordRow, { measure }: Extract<Said, { is: 'figure' }>): boolean {
  const was = measures.medicine?.value
  return was === undefined || Math.max(was, measure.value) > 4 * Math.min(was, measure.value)
}

/** Of the clinic just told, or checked in so many words: 药费一共1200元 may be of anybody's own hospital. */
const isBehind = (turn: Turn, record: RecordRow): boolean =>
  /[对核]过|核对|算出来|[写记报说弄搞打算登填][错低高少多]|错了/.test(turn.words) ||
  (record.reporter === turn.sender.id && turn.now.getTime() - Date.parse(record.createdAt) <= 10 * 60_000)

/** Whether 不是培训 names what the record says: said to nobody, it may be about anything else. */
function hasOld(turn: Turn, record: RecordRow, said: Said, { old: words, label }: Correction): boolean {
  const old = readSaid(words!, contextOf(turn))
  switch (said.is) {
    case 'day':
    case 'unit':
    case 'kind':
      return old?.is === said.is && standsOn(record, old)
    case 'words':
      return (
        label !== 'venue' || (record.venue ?? '').includes(words!) || words!.includes(record.venue ?? words!)
      )
    default:
      return true
  }
}

function saidOf(turn: Turn, c: Correction): Said | null {
  if (c.label === 'day') {
    const period = daySaid(c.value, contextOf(turn)) ?? daySaid(`${c.value}号`, contextOf(turn))
    return period ? { is: 'day', period } : null
  }
  if (c.label === 'venue') return { is: 'words', words: plain(c.value).replace(/^是?在(?=.{2})/, '') }
  if (c.label === 'partners') return { is: 'words', words: c.value }
  if (c.label === 'speakers' || c.label === 'topics') return { is: 'words', words: plain(c.value) }
  if (c.label === 'medicine') {
    const said = readSaid(c.value.replace(/(?:元|块)[钱整]?$/, ''), contextOf(turn))
    // 2000 is no year
    return said?.is === 'day' ? null : said
  }
  return readSaid(c.value, contextOf(turn))
}

function oldOf(turn: Turn, words: string): number | null {
  const said = readSaid(words, contextOf(turn))
  return said?.is === 'figure' ? said.measure.value : null
}

function changeOf(
  turn: Turn,
  record: RecordRow,
  said: Said,
  old: number | null,
  { label: named, value, by }: Correction,
): Change | 'which' | null {
  switch (said.is) {
    case 'day':
      return { field: 'period', period: said.period }
    case 'unit':
      return { field: 'unit', unit: said.unit }
    case 'kind':
      return { field: 'kind', kind: said.kind }
    case 'words':
      if (named === 'partners') return { field: named, units: said.words.split('、').filter(Boolean) }
      return named === 'venue' || named === 'speakers' || named === 'topics'
        ? { field: named, words: said.words }
        : sameSort(record.venue, said.words)
          ? { field: 'venue', words: said.words }
          : null
    case 'figure': {
      const field = measureNamed(named) ?? fieldOf(record, said, old)
      if (by) {
        // 101号补报45人, where nobody had told how many
        if (field && !record.measures[field] && by.phrase.startsWith('补'))
          return { field, measure: grounded(turn, said.measure, value) }
        const measure = field && differing(record.measures[field], by)
        return measure ? { field, measure: grounded(turn, measure, by.phrase) } : null
      }
      return field === null ? 'which' : { field, measure: grounded(turn, said.measure, value) }
    }
  }
}

/** 二中 and 三中, 东湖社区 and 西湖社区: a place like the one on record says that the place was meant. */
const sameSort = (venue: string | null, words: string): boolean =>
  venue !== null && words.length >= 2 && words.length <= 12 && venue.at(-1) === words.at(-1)

/** 人数改成95 names its field: nothing has to be asked. */
const measureNamed = (named: Label | null): MeasureName | null =>
  named !== null && (figureFields as readonly string[]).includes(named) ? (named as MeasureName) : null

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
  const names = askedFields(record.measures).map((n) => fieldNames[n]!)
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

async function passClosed(turn: Turn, record: RecordRow): Promise<Reply[]> {
  const month = `${parts(record.period.start)[1]}月`
  const text = `${teacherInFull(turn.sender.name)}想改${record.no}号（${month}已结账）：${quoted(turn)}`
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
