import { grounded } from '../ledger/grounded.js'
import { countsDocuments } from '../core/kinds.js'
import type { RecordRow } from '../store.js'
import { privately, type Reply, type Turn } from '../turn.js'
import { figureSaid } from '../understand/said.js'
import { applyChange } from './apply-change.js'
import { counted } from './answers/spoken-figure.js'
import { isClosed } from '../ledger/correct.js'

/** Hours in which a count brought later is that of what was told last; called, or in a room. */
const reach = { called: 24, uncalled: 3 } as const

const figure = '(?:\\d{1,6}|[一二两三四五六七八九十百千零〇]{1,9})[多余来几]?'
const people = '(?:人次|个?人|号人|个|名|位)(?:学员|听众|老人|学生|群众|村民|孩子|娃娃|同志|来听课的|听课的)?'
const total = '(?:人|人数)?(?:整整?|正好|刚好|一共|总共|拢共|共|实到|实际|到场|来了|到了|是|有|就|确实){0,3}'
const end = '(?:整|人头|左右)?(?:[呢吧啊了哈]|没错|一个不少|不多不少){0,2}[。！!～~]{0,2}$'
const noun = '签到|名册|名单|登记|人头|票根|照片|点名|点人|数人'
/** 点了名册，整二十六个 · 数了数，一共58人: how one knows, the figure, and nothing else. */
const brought = new RegExp(
  `^(?:对了[，,]?)?(?<how>${counted})[，,：:\\s]{0,2}${total}(?<said>${figure}(?<people>${people})?)${end}`,
)

/** The figure of a count made later; `sure`: it says what was counted by. Null where anything else is said. */
export function countedLater(typed: string): { readonly said: string; readonly sure: boolean } | null {
  const text = typed.trim()
  const m = text.length > 40 ? null : brought.exec(text)?.groups
  if (!m || !/[数点]|本|册|单|表|簿|签到|登记|票根|照片/.test(m['how']!)) return null
  const sure = new RegExp(noun).test(m['how']!)
  return m['people'] === undefined && !sure ? null : { said: m['said']!, sure }
}

/** 点了名册，整二十六个, said behind the receipt: the figure of what its sender told last. */
export async function hearCounted(turn: Turn): Promise<Reply[] | null> {
  const told = turn.quoted.length > 0 ? null : countedLater(turn.words)
  const said = told && figureSaid(told.said)
  if (!told || !said || said.measure.value <= 0) return null
  const records = await lately(turn)
  const open = records.filter((r) => r.measures.attendance?.qualifier !== 'exact')
  const near = open.length > 0 || !told.sure ? open : records
  const fits = near.filter((r) => !isFarOff(r, said.measure.value))
  const [record, ...more] = fits
  if (!record) return null
  if (more.length > 0) return more.length < 4 ? [which(fits, said.measure.value)] : null
  if (turn.sender.role === 'member' && (await isClosed(turn, record))) return null
  return applyChange(turn, record, {
    field: 'attendance',
    measure: grounded(turn, said.measure, told.said),
  })
}

async function lately({ store, sender, now, called, message }: Turn): Promise<RecordRow[]> {
  const hours = called ? reach.called : reach.uncalled
  const mine = await store.records.list({
    reporter: sender.id,
    statuses: ['counted', 'held'],
    newestFirst: true,
    limit: 10,
  })
  return mine.filter(
    (r) =>
      now.getTime() - Date.parse(r.createdAt) < hours * 3_600_000 &&
      !countsDocuments(r.kind) &&
      r.scope === 'event' &&
      (message.room === undefined || r.room === message.room),
  )
}

/** 数了，3个 after a report of 120 is about something else. */
function isFarOff({ measures }: RecordRow, value: number): boolean {
  const was = measures.attendance?.value
  return was !== undefined && Math.max(was, value) > 4 * Math.min(was, value)
}

const which = (of: readonly RecordRow[], value: number): Reply => {
  const nos = of.map((r) => r.no).toSorted((a, b) => a - b)
  return privately(`您说的是${nos.join('、')}里的哪一条？请带上号数，如“${nos[0]}号${value}人”。`, nos)
}
