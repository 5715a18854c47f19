import type { RecordRow } from '../store.js'
import { instant, type Turn } from '../turn.js'
import { revise } from './change.js'
import { leaveJoints } from './joint.js'
import { keepSource } from './record.js'

/** Two records of one branch turn out to tell one event: the repeat counts no more and witnesses the other. */
export async function markDuplicate(turn: Turn, repeat: RecordRow, of: RecordRow): Promise<void> {
  await leaveJoints(turn, repeat.no)
  await keepSource(turn)
  await revise(
    turn.store,
    turn.house.tree,
    repeat,
    { status: 'void', heldFor: null, duplicateOf: of.no },
    { at: instant(turn.now), by: turn.sender.id, why: 'duplicate', message: turn.message.id },
  )
  await turn.store.records.addWitness(of.no, {
    message: repeat.source,
    person: repeat.reporter,
    at: instant(turn.now),
  })
  await turn.store.todos.closeAbout(repeat.no)
}
