import { isClosed, mayChange, type Change } from '../ledger/correct.js'
import { keepSource } from '../ledger/record.js'
import type { MeasureName } from '../core/report.js'
import type { RecordRow } from '../store.js'
import { answer, type Reply, type Turn } from '../turn.js'
import { applyChange } from './apply-change.js'
import { ask } from './ask.js'
import { refuse } from './refuse.js'
import { valueText } from './value-text.js'

const number = '[#＃]?(\\d{3,7})'
const figures = '人数|人次|听众|受众|数字?|数目'
/** 101号和102号的人数弄反了 · 101、102号人数对调一下. */
const exchanged = new RegExp(
  `^(?:(?:不好意思|对不起|抱歉|哎[呀哟]?|糟了)[，,。！!\\s]{0,3})?(?:是?我?把|将)?${number}(号?)(?:[那这][条场个])?[和跟与同、及]${number}(号?)(?:[那这][条场个])?(?:[这那]?两[条场个])?的?(${figures})?(?:我|都|给|正好|刚好){0,2}(?:(?:[写记报说弄搞打填抄看]|对)?(?:反|倒|颠倒|对调|互换|调换|换)[了过]?(?:来|个个儿?)?(?:一下|一调)?)[了吧]?(?:[，,][^\\d]{1,20})?[。！!]?$`,
)

/** Two records whose figures stand at each other's place: exchanged where the words say it, else asked. */
export async function hearExchanged(turn: Turn): Promise<Reply[] | null> {
  const m = turn.words.length > 60 ? null : exchanged.exec(turn.words.trim())
  if (!m || (m[2] === '' && m[4] === '' && m[5] === undefined) || m[1] === m[3]) return null
  const rows = await turn.store.records.byNos([Number(m[1]), Number(m[3])])
  const [a, b] = [Number(m[1]), Number(m[3])].map((no) =>
    rows.find((r) => r.no === no && r.status !== 'void'),
  )
  if (!a || !b) return turn.called ? [answer(`没有${a ? m[3]! : m[1]!}号这一条，请看看号数。`)] : null
  const barred = [a, b].find((r) => !mayChange(turn, r))
  if (barred) return turn.called ? refuse(turn, barred) : null
  if (turn.sender.role === 'member' && ((await isClosed(turn, a)) || (await isClosed(turn, b))))
    return [answer(`${a.no}号所在的月份已经结账，请联络员或秘书处来办。`, [a.no, b.no])]
  const field: MeasureName = 'attendance'
  const [forA, forB] = [changeTo(b, field), changeTo(a, field)]
  if (!forA || !forB) return [answer(`${a.no}号和${b.no}号不是都有人数，请分别说对的数。`, [a.no, b.no])]
  if (m[5] === undefined) return askExchange(turn, [a, forA], [b, forB])
  const done = [
    ...(await applyChange(turn, a, forA, null, true)),
    ...(await applyChange(turn, b, forB, null, true)),
  ]
  const [here, others] = [done.filter((r) => r.to === 'here'), done.filter((r) => r.to !== 'here')]
  return [answer(here.map((r) => r.text).join('\n'), [a.no, b.no]), ...others]
}

const changeTo = (of: RecordRow, field: MeasureName): Change | null => {
  const measure = of.measures[field]
  return measure ? { field, measure } : null
}

async function askExchange(
  turn: Turn,
  [a, forA]: readonly [RecordRow, Change],
  [b, forB]: readonly [RecordRow, Change],
): Promise<Reply[]> {
  await keepSource(turn)
  const now = valueText(turn, a, 'attendance')
  const text = `${a.no}号记的是${now}，${b.no}号记的是${valueText(turn, b, 'attendance')}，人数对调吗？回“改”或“不用”。`
  return ask(
    turn,
    { to: 'sender', text, records: [a.no, b.no] },
    { about: 'stale', record: a.no, data: { change: forA, now, also: { record: b.no, change: forB } } },
  )
}
