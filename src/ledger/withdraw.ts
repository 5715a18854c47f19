import type { RecordRow } from '../store.js'
import { instant, type Turn } from '../turn.js'
import { revise } from './change.js'
import { leaveJoints } from './joint.js'
import { keepSource } from './record.js'

/** Days in which what was voided can be restored. */
export const restoreDays = 30

/** 作废: the record stays, with who, when and why; a joint it was in dissolves. Gives the joint partners. */
export async function voidRecord(
  turn: Turn,
  record: RecordRow,
  why: 'void' | 'recall' = 'void',
): Promise<readonly number[]> {
  const left = await leaveJoints(turn, record.no)
  if (why === 'void') await keepSource(turn)
  await revise(
    turn.store,
    turn.house.tree,
    record,
    { status: 'void', heldFor: null },
    { at: instant(turn.now), by: turn.sender.id, why, message: turn.message.id },
  )
  await turn.store.todos.closeAbout(record.no)
  return left.filter((j) => j.status === 'merged').flatMap((j) => j.members.filter((m) => m !== record.no))
}

/** 恢复: counts again as it last stood; null when it was voided too long ago. */
export async function restoreRecord(turn: Turn, record: RecordRow): Promise<RecordRow | null> {
  if (turn.now.getTime() - new Date(record.updatedAt).getTime() > restoreDays * 86_400_000) return null
  await keepSource(turn)
  const status =
    record.unit === null
      ? ({ status: 'held', heldFor: 'branch' } as const)
      : ({ status: 'counted', heldFor: null } as const)
  return revise(turn.store, turn.house.tree, record, status, {
    at: instant(turn.now),
    by: turn.sender.id,
    why: 'restore',
    message: turn.message.id,
  })
}

/** Who voided a record last; null when it is not void. */
export async function voidedBy(turn: Turn, record: RecordRow): Promise<string | null> {
  if (record.status !== 'void') return null
  return (
    (await turn.store.records.versions(record.no)).findLast((v) => v.why === 'void' || v.why === 'recall')
      ?.by ?? null
  )
}
