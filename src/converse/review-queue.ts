import type { TodoRow } from '../store.js'
import { dutiesOf, calledBy, essayTodos } from './essay-desk.js'
import type { Turn } from '../turn.js'

/** Rows shown; the answer stays readable on a phone. */
const shown = 8

/** 待审: essays with whom each waits for, and claims that wait for an answer; only for who reviews. */
export async function reviewQueue(turn: Turn): Promise<string> {
  const { store, sender } = turn
  if (dutiesOf(sender).length === 0) return '待审的由编辑、审稿的医生和秘书处看。您自己的说“我的随笔”。'
  const essays: string[] = []
  for (const t of await essayTodos(store)) {
    const row = t.ref === null ? null : await store.tips.essay(t.ref)
    if (row)
      essays.push(
        `随笔${row.id} ${row.personName}：${clip(row.text)}（等${await calledBy(store, t.person)}看）`,
      )
  }
  const claims = (await rumourTodos(turn)).map((t) => `求证${t.id} ${clip(claimOf(t))}`)
  if (essays.length + claims.length === 0) return '没有待审的。'
  return [
    ...(essays.length > 0 ? [`待审随笔${essays.length}则：`, ...essays.slice(0, shown)] : []),
    ...(essays.length > shown ? [`还有${essays.length - shown}则，看完这些再说“待审”。`] : []),
    ...(claims.length > 0 ? [`待答求证${claims.length}条：`, ...claims.slice(0, shown)] : []),
    ...(claims.length > 0 ? [`查实了说“答复求证${(await rumourTodos(turn))[0]!.id} …”。`] : []),
  ].join('\n')
}

/** Open 待办 of claims nobody has answered yet. */
export const rumourTodos = async ({ store }: Pick<Turn, 'store'>): Promise<readonly TodoRow[]> =>
  (await store.todos.open('all')).filter((t) => t.what === 'rumour')

/** Under this setting stands somebody else who asked the same; it goes with the person. */
export const askerKey = (todo: number, person: string): string => `rumour-asker:${todo}:${person}`

/** The claim itself, as it was asked. */
export const claimOf = (todo: TodoRow): string =>
  (todo.data as { readonly claim?: string } | null)?.claim ?? todo.text

/** Closes a claim and gives everybody who asked it, the sender left out: they were promised a word. */
export async function closeRumour({ store, sender }: Turn, todo: TodoRow): Promise<readonly string[]> {
  await store.todos.close(todo.id)
  const prefix = askerKey(todo.id, '')
  const others = (await store.settings.list(prefix)).map(({ key }) => key.slice(prefix.length))
  for (const other of others) await store.settings.remove(askerKey(todo.id, other))
  return [...new Set([todo.person, ...others])].filter((p) => p !== null).filter((p) => p !== sender.id)
}

const clip = (text: string): string => {
  const line = text.replaceAll('\n', '')
  return Array.from(line).length > 24 ? `${Array.from(line).slice(0, 23).join('')}…` : line
}
