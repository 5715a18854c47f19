import { correct } from '../../ledger/correct.js'
import { grounded } from '../../ledger/grounded.js'
import { missingOf } from '../../ledger/record.js'
import type { QuestionRow, RecordRow, StoredMeasure } from '../../store.js'
import type { Reply, Turn } from '../../turn.js'
import { kindWord } from '../../understand/index.js'
import { figureSaid, plain } from '../../understand/said.js'
import { shown } from '../figures.js'

interface Given {
  readonly record: RecordRow
  readonly measure: StoredMeasure
}

/**
 * 讲座58人，培训33人, where a message told of a lecture and a training and the audience of the first is asked for: both at once.
 * Every clause names one of them and its figure; null where one does not, or where two have the same kind.
 */
export async function answerSeveral(turn: Turn, q: QuestionRow): Promise<Reply[] | null> {
  const asked = q.about === 'attendance' && q.record !== null ? await turn.store.records.byNo(q.record) : null
  if (!asked) return null
  const told = await turn.store.records.bySource(asked.source)
  const open = told.filter((r) => r.status === 'counted' && missingOf(r) === 'attendance')
  if (open.length < 2) return null
  const given = clausesOf(turn.words).map((clause) => givenIn(turn, clause, open))
  const all = given.filter((g) => g !== null)
  if (all.length < 2 || all.length < given.length) return null
  if (new Set(all.map((g) => g.record.no)).size < all.length) return null
  if (!all.some((g) => g.record.no === asked.no)) return null
  for (const { record, measure } of all)
    await correct(
      turn,
      record,
      { ...record, measures: { ...record.measures, attendance: measure } },
      'answer',
    )
  const text = `✅ ${all.map(({ record, measure }) => `${record.no}号 补上${shown(measure)}人次`).join('；')}。`
  return [{ to: 'here', class: 'receipt', text, records: all.map((g) => g.record.no) }]
}

const clausesOf = (words: string): string[] =>
  words.split(/[，,。；;！!、\n]+/).filter((c) => plain(c) !== '')

/** 讲座58人, 上午的讲座是58人: the one open record of the kind a clause names, and the figure behind it. */
function givenIn(turn: Turn, clause: string, open: readonly RecordRow[]): Given | null {
  const m =
    /^\s*(?:上午|下午|晚上)?的?([^\d一二两三四五六七八九十百千]{2,6}?)(?:那场|那个|那期|班|会)?(?=是|有|来了|约|近|大概|[\d一二两三四五六七八九十百千])/.exec(
      clause,
    )
  const kind = m && kindWord(m[1]!)
  const fits = kind ? open.filter((r) => r.kind === kind) : []
  if (!m || fits.length !== 1) return null
  const words = clause.slice(m[0].length)
  const said = figureSaid(words)
  if (!said || said.measure.value <= 0 || (said.field !== null && said.field !== 'attendance')) return null
  return { record: fits[0]!, measure: grounded(turn, said.measure, words) }
}
