import { parts } from '../core/day.js'
import { changed, correct, freshChangeBy, isClosed, released, type Change } from '../ledger/correct.js'
import { eachTime } from '../ledger/made.js'
import { keepSource } from '../ledger/record.js'
import type { RecordRow } from '../store.js'
import { answer, instant, notice, teacher, type Reply, type Turn } from '../turn.js'
import { ask } from './ask.js'
import { isStillToSay } from './renew.js'
import { valueText } from './value-text.js'

/** Makes the change and says old → new; asks once when somebody else has just changed the record. */
export async function applyChange(
  turn: Turn,
  record: RecordRow,
  change: Change,
  old: number | null = null,
  sure = false,
): Promise<Reply[]> {
  const outdated =
    old !== null &&
    'measure' in change &&
    record.measures[change.field] !== undefined &&
    record.measures[change.field]!.value !== old
  const other = sure ? null : await freshChangeBy(turn, record, change.field)
  const now = valueText(turn, record, change.field)
  if (!sure && (outdated || other !== null) && !(await wasShown(turn, record, change.field, now))) {
    const who = other === null ? null : await turn.store.people.byId(other)
    // the words the new value stands in are its evidence, should the answer be yes
    await keepSource(turn)
    const by = who ? `刚由${teacher(who.name)}改成${now}` : `现在记的是${now}`
    return ask(
      turn,
      { to: 'here', text: `${record.no}号${by}，还要改吗？回“改”或“不用”。`, records: [record.no] },
      { about: 'stale', record: record.no, data: { change, now } },
    )
  }
  const settled = await settles(turn, record, change)
  const next = { ...changed(record, change), ...settled }
  if (settled === null && changed(record, change) === record)
    return [answer(`${record.no}号记的就是${valueText(turn, record, change.field)}，不用改。`, [record.no])]
  const done = await correct(turn, record, next)
  if (settled)
    for (const q of await turn.store.questions.aboutRecord(record.no))
      await turn.store.questions.close(q.id, 'answered')
  await turn.store.todos.closeAbout(record.no, 'request')
  const closed = (await isClosed(turn, record)) || (await isClosed(turn, done))
  const note = closed ? `（${parts(record.period.start)[1]}月已结账，记入差异）` : ''
  const text = `✅ ${record.no}号已改：${valueText(turn, record, change.field, false)} → ${valueText(turn, done, change.field)}${note}${change.field === 'sessions' ? stillMultiplied(record, done) : ''}`
  const replies: Reply[] = (await isStillToSay(turn, record))
    ? []
    : [{ to: 'here', class: 'answer', text, records: [record.no] }]
  if (record.reporter !== turn.sender.id && turn.sender.role !== 'secretariat')
    replies.push(
      notice(record.reporter, `${record.no}号由${teacher(turn.sender.name)}改了：${text.split('：')[1]!}`, [
        record.no,
      ]),
    )
  return replies
}

/** 每场70人共4场, and it were three: how many came is not guessed anew, but said. */
function stillMultiplied({ measures }: RecordRow, { no, measures: now }: RecordRow): string {
  const was = eachTime(measures)
  const each = was === null ? 0 : Number(was.split('×')[1])
  return was === null || !now.sessions
    ? ''
    : `。人数还记${measures.attendance!.value}人次（${was}），要改说“${no}号改成${each * now.sessions.value}人”`
}

/** A correction that says what was in doubt (the day, the branch) answers the question: the record counts. */
async function settles(turn: Turn, record: RecordRow, change: Change): Promise<Partial<RecordRow> | null> {
  if (record.status !== 'held' || record.heldFor !== 'doubt') return null
  const asked = (await turn.store.questions.aboutRecord(record.no)).map((q) => q.about)
  const of = asked.includes('unknown_branch')
  const said =
    change.field === 'unit'
      ? of || asked.length === 0
      : change.field === 'period' && !of && change.period.start <= turn.sent.day
  return said ? released(record, 'doubt') : null
}

/** 101号改成66人 said to 「101号刚改成64人次，还要改吗」: who was shown the present value and says it again means it. */
async function wasShown(
  turn: Turn,
  record: RecordRow,
  field: Change['field'],
  now: string,
): Promise<boolean> {
  const open = await turn.store.questions.openFor(
    turn.sender.id,
    turn.message.room ?? null,
    instant(turn.now),
  )
  for (const q of open) {
    const asked = q.data as { readonly change?: Change; readonly now?: string } | null
    if (q.about !== 'stale' || q.record !== record.no || asked?.change?.field !== field || asked.now !== now)
      continue
    await turn.store.questions.close(q.id, 'answered')
    return true
  }
  return false
}
