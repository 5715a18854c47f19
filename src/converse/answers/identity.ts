import { single, type Period, type PlainDate } from '../../core/day.js'
import { shortName } from '../../core/tree.js'
import { missingOf } from '../../ledger/record.js'
import { release } from '../../ledger/take.js'
import { voidRecord } from '../../ledger/withdraw.js'
import type { RecordRow } from '../../store.js'
import { contextOf, type Reply, type Turn } from '../../turn.js'
import { unitsIn } from '../../understand/index.js'
import { isNo, isYes, plain } from '../../understand/said.js'
import { ask } from '../ask.js'
import { dayText } from '../figures.js'
import { shortReceipt } from '../receipts.js'
import { askMissing } from '../asking.js'
import { offerJoints } from '../told.js'
import { ordinalSaid } from './choice.js'
import { dayAmong, dayRight, isToCome, saysOver } from './day-words.js'
import type { Answer } from './index.js'
import { tellTaken } from './pending.js'

/** The branch of an unknown sender: bound for good, and what waited for it counts. */
export const answerBranch: Answer = async (turn) => {
  const unit = unitSaid(turn)
  if (!unit) return null
  await turn.store.people.put({ ...turn.sender, unit })
  const waiting = await turn.store.records.list({ reporter: turn.sender.id, statuses: ['held'], limit: 50 })
  const done: RecordRow[] = []
  const others: Reply[] = []
  for (const record of waiting.filter((r) => r.heldFor === 'branch')) {
    const taken = await release(turn, record, {
      unit,
      partners: record.partners.filter((p) => p !== unit),
    })
    if (taken.is === 'booked') {
      done.push(taken.record)
      others.push(...(await offerJoints(turn, taken.joints)))
    } else others.push(...(await tellTaken(turn, taken)))
  }
  const last = done.at(-1)
  if (!last) {
    const known = {
      to: 'here',
      class: 'answer',
      text: `好，记住了：${shortName(unit, turn.house.tree)}。`,
    } as const
    return [known, ...others]
  }
  const head = done.map((r) => shortReceipt(r, turn.house, turn.local.day)).join('\n')
  const missing = missingOf(last)
  if (missing) return [...(await askMissing(turn, last, missing, head)), ...others]
  return [{ to: 'here', class: 'receipt', text: head, records: done.map((r) => r.no) }, ...others]
}

/** 我是城西的, also with how one comes to it in the other clauses: 我在厂里干了三十年，算铸造分会的. */
function unitSaid(turn: Turn): string | null {
  const whole = unitOf(turn, turn.words)
  if (whole) return whole
  const clauses = turn.words.split(/[，,。；;！!\s]+/).filter((c) => plain(c) !== '')
  const said = new Set(clauses.flatMap((c) => (hypothetical.test(c) ? [] : (unitOf(turn, c) ?? []))))
  const all = new Set(unitsIn(plain(turn.words), turn.house.units).map((u) => u.name))
  return said.size === 1 && all.size === 1 ? [...said][0]! : null
}
const hypothetical = /不[是算]|以前|原来|原先|过去|曾经|哪|吗|[?？]/

function unitOf(turn: Turn, text: string): string | null {
  const words = plain(text)
  const units = unitsIn(words, turn.house.units)
  return units.length === 1 && words.length - (units[0]!.span[1] - units[0]!.span[0]) <= 8
    ? units[0]!.name
    : null
}

/** 「19号还是20号？」 */
export const answerDate: Answer = async (turn, q) => {
  const record = q.record === null ? null : await turn.store.records.byNo(q.record)
  const { days } = (q.data ?? {}) as { days?: readonly PlainDate[] }
  if (!record || !days) return null
  const which = ordinalSaid(turn.words)
  const day = which
    ? days[which === 'first' ? 0 : 1]
    : (dayAmong(turn.words, days) ??
      (/^是?\d{1,2}$/.test(plain(turn.words))
        ? null
        : (dayRight(turn.words, contextOf(turn))?.start ?? null)))
  if (!day) return null
  return dated(turn, record, single(day))
}

/** The day of a held record is settled. */
async function dated(turn: Turn, record: RecordRow, period: Period): Promise<Reply[]> {
  const taken = await release(turn, record, { period, dayAssumed: false })
  return tellTaken(turn, taken, (done) => `✅ ${done.no}号 记${dayText(done.period.start, turn.local.day)}。`)
}

/** 「25号还没到，是记成计划吗？」 — 是 makes a plan of it; a past day corrects it. */
export const answerFutureDate: Answer = async (turn, q) => {
  const record = q.record === null ? null : await turn.store.records.byNo(q.record)
  if (!record) return null
  const period = dayRight(turn.words, contextOf(turn))
  if (period && period.start <= turn.sent.day) return dated(turn, record, period)
  if (saysOver(turn.words))
    return ask(
      turn,
      { to: 'here', text: `${record.no}号是哪天的活动？说日子就行。`, records: [record.no] },
      { about: 'future_date', record: record.no },
    )
  if (!isYes(turn.words) && !isToCome(turn.words)) return null
  await voidRecord(turn, record)
  const { period: when, kind, venue, topics, unit } = record
  await turn.store.plans.insert({
    person: record.reporter,
    room: record.room,
    unit,
    kind,
    day: when.start,
    venue,
    topics,
    message: record.source,
    status: 'open',
    record: null,
  })
  return [
    {
      to: 'here',
      class: 'answer',
      text: `📌 记成计划了：${dayText(when.start, turn.local.day)}。${record.no}号不算数。`,
      records: [record.no],
    },
  ]
}

/** 「“东湖老科协”我还不认识，先记城东区可以吗？」 */
export const answerUnknownBranch: Answer = async (turn, q) => {
  const record = q.record === null ? null : await turn.store.records.byNo(q.record)
  const { unit: offered } = (q.data ?? {}) as { unit?: string }
  if (!record || !offered) return null
  const unit = unitSaid(turn) ?? (isYes(turn.words) ? offered : null)
  if (unit) {
    const taken = await release(turn, record, { unit })
    return tellTaken(turn, taken, (r) => shortReceipt(r, turn.house, turn.local.day), 'receipt')
  }
  if (!isNo(turn.words)) return null
  return ask(
    turn,
    { to: 'here', text: '那请说一下是哪个分会的，我再记。', records: [record.no] },
    { about: 'unknown_branch', record: record.no, data: { unit: offered } },
  )
}
