import type { RecordRow } from '../store.js'
import { teacher, type Turn } from '../turn.js'

/** How a person brings back what `by` voided: a member only what was its own to void, else who voided it is asked. */
export async function wayBack(
  { store }: Pick<Turn, 'store'>,
  { no }: Pick<RecordRow, 'no'>,
  person: string,
  by: string | null,
): Promise<string> {
  const role = (await store.people.byId(person))?.role ?? 'member'
  if (role !== 'member' || by === null || by === person) return `要恢复说“恢复${no}”。`
  const who = teacher((await store.people.byId(by))?.name ?? '')
  return `要是还该算，说“${no}号还要算”，我请${who}再看看。`
}
