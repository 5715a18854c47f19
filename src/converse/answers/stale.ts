import { changed, type Change } from '../../ledger/correct.js'
import { grounded } from '../../ledger/grounded.js'
import type { QuestionRow, RecordRow } from '../../store.js'
import { contextOf, type Reply, type Turn } from '../../turn.js'
import { figureSaid, readSaid, type Said } from '../../understand/said.js'
import { applyChange } from '../apply-change.js'
import { ask } from '../ask.js'
import { valueText } from '../value-text.js'
import type { Answer } from './index.js'
import { staleSaid, type ValueIs } from './stale-said.js'

interface Asked {
  readonly change?: Change
  readonly also?: { readonly record: number; readonly change: Change }
}

/** 改 / 不用, after somebody else's change, or another value. */
export const answerStale: Answer = async (turn, q) => {
  const record = q.record === null ? null : await turn.store.records.byNo(q.record)
  const { change, also } = (q.data ?? {}) as Asked
  if (!record || !change) return null
  // 102 alone may be the way to see what 102号 was
  if ((await shownBy(turn, turn.words)) !== null) return null
  const said = staleSaid(turn.words, valueIn(turn, record, change))
  switch (said?.is) {
    case 'keep':
      return [{ to: 'here', class: 'answer', text: `好，${record.no}号不变。`, records: [record.no] }]
    case 'unclear':
      return also === undefined ? askWhich(turn, q, record, change) : null
    case 'other': {
      const third = also === undefined ? figureSaid(said.words) : null
      return third
        ? applyChange(
            turn,
            record,
            { ...change, measure: grounded(turn, third.measure, said.words) } as Change,
            null,
            true,
          )
        : null
    }
    case 'change': {
      const replies = await applyChange(turn, record, change, null, true)
      const other = also ? await turn.store.records.byNo(also.record) : null
      return other ? [...replies, ...(await applyChange(turn, other, also!.change, null, true))] : replies
    }
    default:
      return null
  }
}

/** A bare number that is one of the record numbers. */
async function shownBy({ store }: Turn, words: string): Promise<RecordRow | null> {
  const said = figureSaid(words)
  return said?.field === null ? store.records.byNo(said.measure.value) : null
}

/** Which of the two values words of the answer are. */
function valueIn(turn: Turn, record: RecordRow, change: Change): ValueIs {
  return (words) => {
    const said = readSaid(words, contextOf(turn))
    if (said === null) return null
    if (says(said, change)) return 'change'
    if (changed(record, change) !== record && stands(said, record, change.field)) return 'keep'
    const third = said.is === 'figure' && 'measure' in change
    return third && (said.field === null || said.field === change.field) ? 'other' : null
  }
}

function says(said: Said, change: Change): boolean {
  switch (change.field) {
    case 'period':
      return said.is === 'day' && same(said.period, change.period)
    case 'unit':
      return said.is === 'unit' && said.unit === change.unit
    case 'kind':
      return said.is === 'kind' && said.kind === change.kind
    case 'venue':
    case 'speakers':
    case 'topics':
      return said.is === 'words' && said.words === change.words
    case 'partners':
      return said.is === 'unit' && change.units.includes(said.unit)
    default:
      return isFigure(said, change.field, change.measure.value)
  }
}

function stands(said: Said, record: RecordRow, field: Change['field']): boolean {
  switch (field) {
    case 'period':
      return said.is === 'day' && same(said.period, record.period)
    case 'unit':
      return said.is === 'unit' && said.unit === record.unit
    case 'kind':
      return said.is === 'kind' && said.kind === record.kind
    case 'venue':
      return said.is === 'words' && said.words === record.venue
    case 'speakers':
    case 'topics':
      return said.is === 'words' && record[field].includes(said.words)
    case 'partners':
      return false
    default:
      return isFigure(said, field, record.measures[field]?.value)
  }
}
const same = (a: RecordRow['period'], b: RecordRow['period']): boolean =>
  a.start === b.start && a.end === b.end
const isFigure = (said: Said, field: string, value: number | undefined): boolean =>
  said.is === 'figure' && said.measure.value === value && (said.field === null || said.field === field)

/** 没错 says of neither value that it is the one. */
async function askWhich(turn: Turn, q: QuestionRow, record: RecordRow, change: Change): Promise<Reply[]> {
  const [is, was] = [changed(record, change), record].map((r) => valueText(turn, r, change.field))
  return ask(
    turn,
    { to: 'here', text: `${record.no}号用${is}回“改”，还是${was}就回“不用”。`, records: [record.no] },
    { about: 'stale', record: record.no, data: q.data },
  )
}
