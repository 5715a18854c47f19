import type { Reply, Turn } from '../turn.js'
import { unitsIn } from '../understand/index.js'
import type { Correction } from './correction-words.js'
import { handleCorrections } from './corrections.js'
import { inReach, which } from './pointed.js'
import { meantBy } from './pointed-records.js'
import { readUnitMoved, type UnitMoved } from './unit-moved-words.js'

/** 刚才那场张冠李戴了，不是柳塘的，是白渡办的: a record is another unit's. null: nothing of the kind. */
export async function hearUnitMoved(turn: Turn): Promise<Reply[] | null> {
  const units = unitsIn(turn.words, turn.house.units)
  if (units.length === 0 || units.length > most) return null
  const said = readUnitMoved(withPlaces(turn.words, units))
  if (!said) return null
  const names = (places: readonly number[]): string[] => [...new Set(places.map((i) => units[i]!.name))]
  const [value, ...others] = names(said.holds)
  const denied = names(said.denied)
  const ours = said.deniedOurs && turn.sender.unit !== null ? [turn.sender.unit] : []
  const [old = null, ...more] = new Set([...denied, ...ours])
  if (value === undefined || others.length > 0 || more.length > 0 || value === old) return null
  // 不是我们的，是雁屏的: of a banner, too
  const aimed =
    turn.called || turn.quoted.length > 0 || said.no !== null || (said.named !== null && denied.length > 0)
  if (!aimed && !said.own && !said.slip) return null
  const no = said.named === null ? said.no : await namedNo(turn, said.named)
  if (typeof no === 'object' && no !== null) return no.ask
  if (said.named !== null && no === null) return null
  return handleCorrections(turn, [correctionOf(said, no, value, old)])
}
const most = 4

/** Said to nobody it is heard where it names a record of one's own, or the unit that stands on it. */
const correctionOf = (said: UnitMoved, no: number | null, value: string, old: string | null): Correction => ({
  no,
  old,
  value,
  label: null,
  plain: said.own || said.slip,
  stated: true,
  loose: true,
  ...(no === null && old === null && !(said.own && said.slip) ? { called: true as const } : {}),
})

/** The record that 上周防汛那场 means; several: which one is asked. */
async function namedNo(turn: Turn, front: string): Promise<number | null | { readonly ask: Reply[] }> {
  const fits = (await meantBy(turn, { front, nth: null, rest: '', plain: true }, await inReach(turn))) ?? []
  if (fits.length === 1) return fits[0]!.no
  return fits.length > 1 && fits.length <= most ? { ask: [which(fits)] } : null
}

/** The text with each unit as ⟨0⟩. */
export const withPlaces = (text: string, units: ReturnType<typeof unitsIn>): string =>
  units.reduceRight((left, { span }, i) => `${left.slice(0, span[0])}⟨${i}⟩${left.slice(span[1])}`, text)
