import type { Reply, Turn } from '../turn.js'
import { answer, contextOf } from '../turn.js'
import { kindsIn, understand, unitsIn } from '../understand/index.js'
import { figureSaid } from '../understand/said.js'
import { shown } from './figures.js'

const figure =
  '(?:大?约|近)?(?:\\d{1,6}|[一二两三四五六七八九十百千]{1,8})[多余来几]?(?:人次|个人|人|名|位|个)?'
const holds = '(?:没错|不错|没变|不变|没问题|没有错|是对的|对的|不用改|没差)'
/** 义诊是26人没错 · 还是26人，没变. */
const stillSo = new RegExp(
  `^(?:[^\\d]{0,30}[，,。；;\\s])?[^，,\\d]{0,10}?(?:就|确实|还|也|的确)?是?(?<said>${figure})[，,]?${holds}[的了吧啊]{0,2}[。！!]?$`,
)
/** 又上了一课 · 也是60人: told of another. */
const another = /又(?![看查数核问])|[也都]是|再[次讲上办搞]|另[外一]|[讲上办搞开做]了[一两]?[课场节堂]/
const hours = 24

/** A figure on the book said once more, and that it is right: no other activity, and nothing to change. */
export async function hearStillSo(turn: Turn): Promise<Reply[] | null> {
  const told = turn.words.length > longest ? undefined : stillSo.exec(turn.words.trim())?.groups?.['said']
  const said = told === undefined ? null : figureSaid(told)
  if (!said || another.test(turn.words)) return null
  const tells = understand(turn.words, contextOf(turn)).reports
  const ofIt = (at: number | undefined): boolean =>
    at !== undefined && kindsIn(clauseAt(turn.words, at)).length > 0
  if (tells.some((r) => r.venue !== null || (r.date !== null && ofIt(r.evidence.date?.[0])))) return null
  const units = new Set(unitsIn(turn.words, turn.house.units).map((u) => u.name))
  const kinds = new Set(kindsIn(turn.words).map((k) => k.kind))
  const mine = await turn.store.records.list({
    reporter: turn.sender.id,
    statuses: ['counted', 'held'],
    newestFirst: true,
    limit: 10,
  })
  const record = mine.find(
    (r) =>
      turn.now.getTime() - Date.parse(r.createdAt) < hours * 3_600_000 &&
      r.measures.attendance?.value === said.measure.value &&
      (kinds.size === 0 || kinds.has(r.kind)) &&
      [...units].every((u) => u === r.unit),
  )
  if (!record) return null
  return turn.called
    ? [answer(`${record.no}号记的就是${shown(record.measures.attendance!)}人次，不用改。`, [record.no])]
    : []
}
const longest = 50

/** 老王今天出院了: the clause that says the day. */
const clauseAt = (text: string, at: number): string =>
  text.slice(0, at).split(stop).at(-1)! + text.slice(at).split(stop)[0]!
const stop = /[，,。；;！!\s]/
