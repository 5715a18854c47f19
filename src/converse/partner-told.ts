import { mayChange } from '../ledger/correct.js'
import { proposeJoint, type Proposal } from '../ledger/joint.js'
import { weighTogether } from '../ledger/once.js'
import type { RecordRow } from '../store.js'
import type { Reply, Turn } from '../turn.js'
import { unitsIn } from '../understand/index.js'
import { handleCorrections } from './corrections.js'
import { readPartners } from './partner-words.js'
import { lastTold } from './supplement.js'
import { noteOneSided, offerJoints, passOn } from './told.js'
import { withPlaces } from './unit-moved.js'

/**
 * 101是和鱼峰一起搞的: the partner is written down, the office sees it. It gives nobody credit by itself: what the
 * partner tells of it is offered to the office as a pair. null: nothing of the kind.
 */
export async function hearPartners(turn: Turn): Promise<Reply[] | null> {
  const named = unitsIn(turn.words, turn.house.units)
  if (named.length === 0 || named.length > most) return null
  const said = readPartners(withPlaces(turn.words, named))
  const record = said && (await meant(turn, said.no))
  if (!said || !record) return null
  const units = [...new Set(said.units.map((i) => named[i]!.name))].filter((u) => u !== record.unit)
  if (units.length === 0 || (said.not && !units.every((u) => record.partners.includes(u)))) return null
  // said by the partner itself: whoever told the report may say so, and the office
  if (!mayChange(turn, record))
    return turn.sender.unit !== null && units.includes(turn.sender.unit) ? passOn(turn) : null
  const partners = said.not
    ? record.partners.filter((u) => !units.includes(u))
    : [...new Set([...record.partners, ...units])]
  const replies = await handleCorrections(turn, [
    { no: record.no, old: null, value: partners.join('、'), label: 'partners', plain: true },
  ])
  const now = await turn.store.records.byNo(record.no)
  if (!now || now.version === record.version || said.not) return replies
  const joints = await offered(turn, now)
  await noteOneSided(turn, now, joints)
  return [...(replies ?? []), ...(await offerJoints(turn, joints))]
}
const most = 4

/** By its number, by what is quoted, or the one just told. */
async function meant(turn: Turn, no: number | null): Promise<RecordRow | null> {
  const [first, ...others] = turn.quoted
  if (no === null && first === undefined) return lastTold(turn)
  return no === null && others.length > 0 ? null : ((await turn.store.records.byNo(no ?? first!)) ?? null)
}

/** What the partners told of the same day and place. */
async function offered(turn: Turn, record: RecordRow): Promise<Proposal[]> {
  const pairs = await weighTogether(record, turn)
  return Promise.all(pairs.map((pair) => proposeJoint(turn, record, pair)))
}
