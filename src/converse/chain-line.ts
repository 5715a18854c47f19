import { mayChange } from '../ledger/correct.js'
import { wholeNumber } from '../understand/numbers/numeral.js'
import { kindsIn, unitsIn } from '../understand/index.js'
import type { RecordRow } from '../store.js'
import type { Turn } from '../turn.js'
import { otherChain } from './overheard.js'
import { recentRecords } from './recent-records.js'

const start = '^(?:把|将)?(?:刚才|上面|那个|这个)?(?<chain>#?接龙(?:里面?|里头|上|中)?的?)?'
const nth = '第(?<nth>\\d{1,2}|[一二三四五六七八九十]{1,3})[条行项个家]'
/** 接龙第2条…, 第2条我们北岭…: the line by its place. */
const byPlace = new RegExp(`${start}${nth}(?<rest>.{2,50})$`)
/** 接龙里北岭那行…, 我们北岭那条…: the line by its branch. */
const byBranch = new RegExp(
  `${start}(?=[^，,。；;]{2,12}[那这][条行个场]|(?:我们|咱们)|我自?己?的?[那这][条行个场])(?<rest>.{4,50})$`,
)
/** What stands between the branch and what is put right. */
const between = /^(?:老科协|分会)?(?:[那这]一?[条行个场]|自己)?的?(?:数|人数)?[，,：:\s]{0,2}/
const ours = /^[，,：:\s]{0,2}(?:我们|咱们|我自?己?|俺们)(?:[这那][边里儿])?的?/
/** Without the word 接龙 it is the chain of today, said to nobody that of the last hour, and it has to put something right. */
const lately = { called: 24 * 3_600_000, uncalled: 3_600_000 } as const
const putsRight =
  /^(?:我?[写记报说弄搞打算数填抄][错多少漏岔反]|[多少漏][写记报数算]|不对|有误|不准|不是|应该|应为|改[成为]?)/
/** Said to nobody: people, and no line struck out. */
const ofOther = /份|删|作废|撤|取消|去掉|划掉|不算|不要了/
const ofPeople = /人|听众/

/** The words with the record's number for the line of the last chain of this room they name; null where they name none. */
export async function withChainLine(turn: Turn, words: string): Promise<string | null> {
  const text = words.trim()
  const m = text.length > 60 ? undefined : (byPlace.exec(text) ?? byBranch.exec(text))?.groups
  if (!m) return null
  const { own, units, rest } = whose(turn, m['rest']!)
  // 接龙里我那条
  const unit =
    units[0] ?? (own && m['chain'] !== undefined && m['nth'] === undefined ? turn.sender.unit : null)
  if (m['nth'] === undefined && unit === null) return null
  if (m['chain'] === undefined && !putsRight.test(rest)) return null
  if (!turn.called && (ofOther.test(rest) || !(putsRight.test(rest) || ofPeople.test(rest)))) return null
  const place = m['nth'] === undefined ? null : wholeNumber(m['nth'])
  const record = await recordOf(turn, place, unit)
  if (!record || rest.length < 2 || units.some((u) => u !== record.unit)) return null
  if (own && units.length === 0 && record.unit !== turn.sender.unit) return null
  return (await isStale(turn, record, m['chain'] !== undefined)) ? null : `${record.no}号${rest}`
}

/** Told too long ago, or another 接龙 was put into the room since. */
async function isStale(turn: Turn, record: RecordRow, named: boolean): Promise<boolean> {
  const at = Date.parse(record.createdAt)
  const age = turn.now.getTime() - at
  if (turn.called) return !named && age > lately.called
  const told = (await turn.store.sources.get(record.source))?.text ?? ''
  return age > lately.uncalled || otherChain(turn, told, at)
}

/** 我们苇塘…, 北岭那个…: the branch named in front of what is said. */
function whose(
  turn: Turn,
  said: string,
): { readonly own: boolean; readonly units: readonly string[]; readonly rest: string } {
  const own = ours.test(said)
  const left = said.replace(ours, '').replace(/^的?[，,：:\s]{0,2}/, '')
  const first = unitsIn(left, turn.house.units).find((u) => u.span[0] === 0)
  const rest = (first ? left.slice(first.span[1]) : left).replace(between, '')
  return { own, units: first ? [first.name] : [], rest }
}

/** The one record that a chain of this room told of the unit and kind of its n-th line, or of a unit alone. */
async function recordOf(turn: Turn, nth: number | null, unit: string | null): Promise<RecordRow | null> {
  const here = (await recentRecords(turn)).filter(
    (r) => r.room === (turn.message.room ?? null) && r.status !== 'void' && mayChange(turn, r),
  )
  let told: string | null = null
  const ofChain: RecordRow[] = []
  for (const record of here) {
    const text = (await turn.store.sources.get(record.source))?.text ?? ''
    if (!text.includes('接龙')) continue
    if (nth !== null) told ??= lineOf(text, nth)
    ofChain.push(record)
  }
  if (nth === null) {
    const [one, ...more] = ofChain.filter((r) => r.unit === unit)
    return one && more.length === 0 ? one : null
  }
  if (told === null) return null
  const units = unitsIn(told, turn.house.units).map((u) => u.name)
  const kinds = kindsIn(told).map((k) => k.kind)
  const fits = ofChain.filter((r) => r.unit !== null && units.includes(r.unit) && kinds.includes(r.kind))
  return fits.length === 1 ? fits[0]! : null
}

const lineOf = (text: string, nth: number): string | null =>
  text.split('\n').find((l) => new RegExp(`^\\s*${nth}\\s*[.．、)）]`).test(l)) ?? null
