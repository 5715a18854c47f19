import { grounded } from '../ledger/grounded.js'
import { isClosed, mayChange } from '../ledger/correct.js'
import type { RecordRow } from '../store.js'
import { privately, type Reply, type Turn } from '../turn.js'
import { figureSaid } from '../understand/said.js'
import { applyChange } from './apply-change.js'
import { isToldWithin, toldLately } from './counted-later.js'
import { shown } from './figures.js'
import { handedOut } from './handed-out-words.js'

/** 还发了150份宣传单, said behind the receipt: what was handed out at what its sender told last. */
export async function hearHandedOut(turn: Turn): Promise<Reply[] | null> {
  const told = turn.quoted.length > 0 ? null : handedOut(turn.words)
  const said = told && figureSaid(told.said)
  if (!told || !said || said.measure.value <= 0) return null
  // two copies to a colleague are not what was handed out
  if (told.no === null && !turn.called && said.measure.value < fewest) return null
  const meant = told.no === null ? await toldLast(turn) : await named(turn, told.no)
  const [record, ...more] = meant
  if (!record) return null
  if (more.length > 0) return [which(meant, told.said)]
  if (record.measures.materials) return [has(record, told.said)]
  if (turn.sender.role === 'member' && (await isClosed(turn, record))) return null
  return applyChange(turn, record, {
    field: 'materials',
    measure: grounded(turn, said.measure, told.said),
  })
}

const fewest = 10
const minutes = 30

/** All of the message its sender told last. */
async function toldLast(turn: Turn): Promise<readonly RecordRow[]> {
  const told = (await toldLately(turn)).filter((r) => turn.called || isToldWithin(turn, r, minutes))
  return told.filter((r) => r.source === told[0]!.source)
}

async function named(turn: Turn, no: number): Promise<readonly RecordRow[]> {
  const record = await turn.store.records.byNo(no)
  return record && record.status !== 'void' && mayChange(turn, record) ? [record] : []
}

const which = (of: readonly RecordRow[], said: string): Reply => {
  const nos = of.map((r) => r.no).toSorted((a, b) => a - b)
  return privately(`资料是${nos.join('、')}里哪一条的？请带上号数，如“${nos[0]}号资料${said}”。`, nos)
}

const has = ({ no, measures }: RecordRow, said: string): Reply =>
  privately(`${no}号已经记了资料${shown(measures.materials!)}份。要改说“${no}号资料${said}”。`, [no])
