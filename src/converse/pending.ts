import { kindName } from '../core/kinds.js'
import { shortName, type Tree } from '../core/tree.js'
import { mask } from '../core/mask.js'
import { addSums, noSums, sumsOf, type Sums } from '../core/totals.js'
import type { House } from '../house.js'
import { pendingOf, type Pending } from '../ledger/pending.js'
import type { RecordRow } from '../store.js'
import { instant, teacher, type Reply, type Turn } from '../turn.js'
import { ask } from './ask.js'
import { counterOf, figureTexts, periodText, shown } from './figures.js'
import { oneLine } from './receipts.js'

/** The private question a waiting report is about. */
export async function askPending(
  turn: Turn,
  todo: number,
  pending: Pending,
  of: readonly RecordRow[],
): Promise<Reply[]> {
  const text = await named(turn, { todo, pending, of })
  return pending.about === 'unsure' && (await askedToday(turn)) ? [] : put(turn, { todo, pending, of }, text)
}

/** A report that waits, with the thing to do it stands under and the records it is about. */
interface Waiting {
  readonly todo: number
  readonly pending: Pending
  readonly of: readonly RecordRow[]
}

/** Of what waits in one message the first is asked about; the others follow answer by answer. */
export async function askFirst(turn: Turn, waiting: readonly Waiting[]): Promise<Reply[]> {
  let first: { readonly waiting: Waiting; readonly text: string } | null = null
  for (const w of waiting) {
    const text = await named(turn, w)
    if (w.pending.about !== 'unsure' || !(await askedToday(turn))) first ??= { waiting: w, text }
  }
  if (!first) return []
  const more = waiting.length - waiting.indexOf(first.waiting) - 1
  const note = more > 0 ? `\n这条里还有${more}处要问您，答完这个再问。` : ''
  return put(turn, first.waiting, `${first.text}${note}`)
}

/** After an answer: what else of the same message waits for its reporter. */
export async function askNext(turn: Turn, { source, reporter, activity }: Pending): Promise<Reply[]> {
  if (reporter !== turn.sender.id) return []
  const waiting: Waiting[] = []
  for (const t of await turn.store.todos.open('all')) {
    const pending = t.what === 'held' ? pendingOf(t) : null
    if (pending?.source === source && pending.activity.part > activity.part)
      waiting.push({ todo: t.id, pending, of: await turn.store.records.byNos(pending.of) })
  }
  return askFirst(
    turn,
    waiting.sort((a, b) => a.pending.activity.part - b.pending.activity.part),
  )
}

/** The question; the list of things to do carries it too. */
async function named(turn: Turn, { todo, pending, of }: Waiting): Promise<string> {
  const text = await questionText(turn, pending, of)
  const line = oneLine(pending.activity, turn.house, turn.local.day)
  await turn.store.todos.retext(
    todo,
    `${teacher(pending.reporterName)}报的「${line}」待核：${text.split('\n')[0]}`,
  )
  return text
}

const put = (turn: Turn, { todo, pending, of }: Waiting, text: string): Promise<Reply[]> =>
  ask(
    turn,
    { to: 'sender', text, records: of.map((r) => r.no) },
    { about: pending.about, record: of[0]?.no ?? null, data: { todo } },
  )

/** An unsure message is asked about at most once a day and person. */
async function askedToday(turn: Turn): Promise<boolean> {
  const last = await turn.store.questions.lastAbout(turn.sender.id, 'unsure')
  return last !== null && last.askedAt >= instant(turn.house.zone.at(turn.local.day, 0))
}

async function questionText(
  turn: Turn,
  { activity, about, doubt }: Pending,
  of: readonly RecordRow[],
): Promise<string> {
  const first = of[0]
  const today = turn.local.day
  switch (about) {
    case 'same_event':
      return `和${first!.no}号像是同一场。回“同一场”或“另一场”。`
    case 'witness_value': {
      const source = await turn.store.sources.get(first!.source)
      const mine = activity.measures.attendance
      const theirs = first!.measures.attendance
      const kept = theirs ? `${shown(theirs)}人` : '人数未报'
      const offer = mine ? `用您的${shown(mine)}人吗？` : '是同一场吗？'
      return `${teacher(source?.senderName ?? '')}报过这场（${first!.no}号，${kept}）。${offer}回“用”“不用”，或“另一场”。`
    }
    case 'summary':
      return `${periodText(activity.period, today)}${whose(turn, activity)}已报${totalText(of, turn.house)}。${mineText(activity)}是连同那${countText(of, turn.house)}，还是另外的？回“连同”或“另外”。`
    case 'inside_summary':
      return `${first!.no}号汇总了${periodText(first!.period, today)}的${kindName(activity.kind)}，${activity.scope === 'summary' ? '这份' : `${periodText(activity.period, today)}这一场`}算在里面吗？回“算在里面”或“另外”。`
    case 'parts':
      return doubt?.code === 'parts_disagree'
        ? `各项加起来${doubt.summed}，您写的是${doubt.stated}，用哪个？`
        : '各项加起来和总数对不上，用哪个？'
    case 'improbable':
      return `${activity.measures.attendance ? shown(activity.measures.attendance) : ''}人是一场，还是全年？`
    case 'unsure':
      return `您说的「${mask(turn.message.text).text.slice(0, 30)}」是要报活动吗？\n我记成：${oneLine(activity, turn.house, today)}。回“记”或“不用”。`
  }
}

/** 您那里 of the asked person's own branch, else its name: the office passes on lists of several. */
const whose = (turn: Turn, { unit }: Pending['activity']): string =>
  unit === null || unit === turn.sender.unit ? '您那里' : shortName(unit, turn.house.tree)

/** 「4场480人次」 over what was told already; a summary among it by what it adds to the others. */
export function totalText(of: readonly RecordRow[], { tree }: Pick<House, 'tree'>): string {
  const { sessions, attendance, count } = totalOf(of, tree)
  const parts = [
    ...(sessions ? [`${sessions}场`] : []),
    ...(count ? [`${count}${counterOf(of[0]!.kind)}`] : []),
    ...(attendance ? [`${attendance}人次`] : []),
  ]
  return parts.length > 0 ? parts.join('') : `${of.length}笔`
}
const totalOf = (of: readonly RecordRow[], tree: Tree): Sums =>
  of.reduce((sum, r) => addSums(sum, sumsOf(r, { included: of, together: [], tree })), noSums)
const countText = (of: readonly RecordRow[], { tree }: Pick<House, 'tree'>): string => {
  const n = totalOf(of, tree).sessions
  return n > 0 ? `${n}场` : `${of.length}笔`
}
const mineText = (a: Pending['activity']): string =>
  a.measures.sessions
    ? `这${shown(a.measures.sessions)}场`
    : a.measures.count
      ? `这${shown(a.measures.count)}${counterOf(a.kind)}`
      : `这${figureTexts(a.measures)[0] ?? '笔'}`
