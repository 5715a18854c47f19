import { pendingOf } from '../../ledger/pending.js'
import { correct } from '../../ledger/correct.js'
import { grounded } from '../../ledger/grounded.js'
import { keepSource, missingOf } from '../../ledger/record.js'
import type { QuestionRow, RecordRow, StoredMeasure } from '../../store.js'
import { contextOf, type Reply, type Turn } from '../../turn.js'
import { understand } from '../../understand/index.js'
import { givenBesides } from '../../understand/figure-among.js'
import { figureSaid, plain } from '../../understand/said.js'
import type { Measure } from '../../core/measure.js'
import type { Period } from '../../core/day.js'
import type { MeasureName } from '../../core/report.js'
import { applyChange } from '../apply-change.js'
import { countedLater } from '../counted-words.js'
import { askedFields, periodText, shown } from '../figures.js'
import { askMissing } from '../asking.js'
import { choiceSaid, ordinalSaid, type Choice } from './choice.js'
import type { Answer } from './index.js'
import { figureTaken } from './parts.js'
import { takePending } from './pending.js'
import { answeredFigure } from './spoken-figure.js'
import { unknownSaid } from './unknown.js'

/** A bare number is the audience; 没数 leaves it 未报. Zero and less are no answer. */
export const answerAttendance: Answer = (turn, q) => answerMeasure(turn, q, 'attendance')
export const answerSessions: Answer = (turn, q) => answerMeasure(turn, q, 'sessions')

async function answerMeasure(
  turn: Turn,
  { record: no, data }: QuestionRow,
  name: 'attendance' | 'sessions',
): Promise<Reply[] | null> {
  // asked once more in private, 「101」 is the way to see what 101号 was
  if ((data as { readonly again?: boolean } | null)?.again && turn.words.trim() === String(no)) return null
  const record = no === null ? null : await turn.store.records.byNo(no)
  if (!record || record.status === 'void') return null
  const unit = name === 'attendance' ? '人次' : '场'
  const words = turn.words.replace(remembered, '')
  if (unknownSaid(turn.words))
    return thenNext(turn, record, `✅ ${record.no}号 ${name === 'attendance' ? '人数' : '场数'}记“未报”。`)
  const again = name === 'attendance' ? restated(turn, record) : null
  const plainly = again ? null : answeredFigure(words)
  const counted = again || plainly || name !== 'attendance' ? null : countedLater(words)
  const said = again
    ? { measure: again.attendance, field: name }
    : (plainly ?? (counted && figureSaid(counted.said)))
  if (!said || said.measure.value <= 0 || said.measure.value > 10_000_000) return null
  if (said.field !== null && said.field !== name) return null
  const piece = again ? turn.words : (counted?.said ?? words)
  const measure = grounded(turn, said.measure, piece)
  const copies = again || record.measures.materials ? null : givenBesides(words)
  const given = copies ? { materials: grounded(turn, copies.measure, words) } : {}
  const measures = { ...record.measures, ...given, [name]: measure }
  const dated = again ? { period: again.period, dayAssumed: false } : {}
  const done = await correct(turn, record, { ...record, ...dated, measures }, 'answer')
  const day = again ? `，记在${periodText(again.period, turn.local.day)}` : ''
  const text = `✅ ${record.no}号 补上${shown(measure)}${unit}${copies ? `、资料${shown(copies.measure)}份` : ''}${day}。`
  const missing = missingOf(done)
  if (missing && missing !== 'attendance' && missing !== name) return askMissing(turn, done, missing, text)
  return thenNext(turn, record, text)
}

/**
 * 昨天的讲座65人, where a lecture was told of no day and its audience is asked for: that lecture with the day nobody had said,
 * and not another one.
 */
function restated(turn: Turn, record: RecordRow): { attendance: Measure; period: Period } | null {
  if (!record.dayAssumed || turn.words.length > 30) return null
  const [told, ...more] = understand(turn.words, contextOf(turn)).reports
  if (!told?.attendance || !told.date || more.length > 0 || told.kind !== record.kind) return null
  if ((told.branch ?? record.unit) !== record.unit || (told.sessions?.value ?? 1) !== 1) return null
  if (told.venue !== null && told.venue !== record.venue) return null
  return { attendance: told.attendance, period: told.date }
}

/** 对了，来了47个人. */
const remembered = /^\s*(?:对了|哦对了?|(?:刚才)?忘了说了?|补充一下)[，,、：:\s]{0,3}/

/**
 * The figure told before its question has left (at night): only in words that cannot be about anything else, and soon
 * after the report. The receipt will tell it.
 */
export const answerEarly: Answer = async (turn, q) => {
  const record = q.record === null ? null : await turn.store.records.byNo(q.record)
  if (!record || (q.about !== 'attendance' && q.about !== 'sessions')) return null
  if (turn.message.sentAt.getTime() - Date.parse(record.createdAt) > earlyMinutes * 60_000) return null
  const words = turn.words.replace(remembered, '')
  if (!unknownSaid(words) && figureSaid(words)?.field !== q.about) return null
  const replies = await answerMeasure(turn, q, q.about)
  return replies === null ? null : replies.filter((r) => r.class === 'question')
}
const earlyMinutes = 30

/** What was answered; and, of the same message, what still lacks a figure is asked after next. */
async function thenNext(turn: Turn, { no, source }: RecordRow, text: string): Promise<Reply[]> {
  const told = await turn.store.records.bySource(source)
  const next = told.find((r) => r.no > no && r.status === 'counted' && missingOf(r) !== null)
  if (next) return askMissing(turn, next, missingOf(next)!, text, true)
  return [{ to: 'here', class: 'receipt', text, records: [no] }]
}

/** 「350是人数还是资料份数？」 */
export const answerField: Answer = async (turn, q) => {
  const record = q.record === null ? null : await turn.store.records.byNo(q.record)
  const { measure } = (q.data ?? {}) as { measure?: StoredMeasure }
  if (!record || !measure) return null
  const which = ordinalSaid(turn.words)
  const field = which ? askedFields(record.measures)[which === 'first' ? 0 : 1] : fieldSaid(turn.words)
  if (field) return applyChange(turn, record, { field, measure })
  // 360份, 360是人数: the figure once more with what it counts
  const words = turn.words
    .replace(/是?(?:人数|人次)[。！!]?$/, '人')
    .replace(/是?(?:资料|材料|份数|资料份数|册子|手册|传单)[。！!]?$/, '份')
    .replace(/^(?:还)?[发送印]了?/, '')
  const said = figureSaid(words)
  return said?.field && said.measure.value === measure.value
    ? applyChange(turn, record, { field: said.field, measure })
    : null
}
/** 人数 · 不是资料，是人数: the one field named, but for those it is said not to be. */
function fieldSaid(text: string): MeasureName | null {
  const clauses = text
    .split(/[，,。；;！!\s]+/)
    .filter((c) => plain(c) !== '' && !/^(?:这个?|那个?)?不是/.test(c))
  const named = (words: string): MeasureName | null =>
    fieldWords.find(([pattern]) => pattern.test(plain(words)))?.[1] ?? null
  return named(text) ?? (clauses.length === 1 ? named(clauses[0]!) : null)
}

/** 我说的是人数 · 册子的数 · 人数那个. */
function named(words: string): RegExp {
  return new RegExp(
    `^(?:我?(?:说|指|讲|改|报|发)了?的?)?是?(?:${words})(?:的?(?:人数|份数|数|数字|数目|数量|那个|那项|那头|那边))?$`,
  )
}
const fieldWords: readonly (readonly [RegExp, MeasureName])[] = [
  [
    named(
      '人数|人次|服务(?:的)?(?:人|人数)|人|人头|听众|受众|学员|群众|(?:来|到场|听课|看病|听|来看病|来听课|参加)的(?:人|人数)',
    ),
    'attendance',
  ],
  [
    named(
      '资料|材料|印刷品|份数|资料份数|份|册|本|(?:宣传|科普|健康|小)?(?:手册|册子|册|单|单子|传单|页|资料)',
    ),
    'materials',
  ],
  [named('场数|场次|场|次数|期'), 'sessions'],
  [named('篇数|篇|条|件|个'), 'count'],
  [named('采用数?|采用|采纳'), 'adopted'],
]

const sumOrStated: Choice = {
  first:
    /^(?:还是|就)?(?:用|按|是|以)*(?:(?:各|每|几|分)[个项处]{0,2}|[一二两三四五六七八九十几]{1,2}(?:条街|所学校|个?[处个点校村家项镇组地方]{1,2}))?(?:加起来|相加|各项|分项|合起来|算出来|加出来|加|分开|分)[的那个数]*(?:才?是?对|没错|为准|算|来)?的?$|^(?:用|按|选|以)前面$/,
  second:
    /^(?:还是|就)?(?:用|按|是|以)*(?:我?(?:写|报|说)|总数?|总的|合计|我的)[的那个数]*(?:才?是?对|没错|为准|算|来)?的?$|^(?:用|按|选|以)后面$/,
}

/** 「三校加起来1892，您写的是1982，用哪个？」 — one of the two, in figures or words, or another figure. */
export const answerParts: Answer = async (turn, q) => {
  const { todo } = (q.data ?? {}) as { todo?: number }
  const row = todo === undefined ? null : await turn.store.todos.byId(todo)
  const doubt = row ? pendingOf(row).doubt : null
  const named = doubt?.code === 'parts_disagree' ? figureTaken(turn.words, doubt.summed, doubt.stated) : null
  const choice =
    named !== null
      ? named === 'summed'
        ? 'first'
        : 'second'
      : doubt?.code === 'parts_disagree'
        ? choiceSaid(turn.words, sumOrStated)
        : null
  const value = doubt?.code !== 'parts_disagree' ? null : choice === 'first' ? doubt.summed : doubt.stated
  if (choice === 'second') return takePending(turn, q)
  const said =
    choice === null
      ? figureSaid(
          turn.words.replace(/^\s*(?:[都两个]{0,3}不对[，,\s]*)?(?:应该|实际|其实)?(?:用|按|改成|是)?/, ''),
        )
      : null
  if (!said && (choice === null || value === null)) return null
  return takePending(turn, q, async (activity) => {
    await keepSource(turn)
    const attendance = said
      ? grounded(turn, said.measure, turn.words)
      : { value: value!, qualifier: 'exact' as const, words: '', source: turn.message.id }
    return { ...activity, measures: { ...activity.measures, attendance } }
  })
}
