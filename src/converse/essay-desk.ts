import type { Duty } from '../core/org.js'
import type { EssayRow, PersonRow, Store, TodoRow } from '../store.js'
import { essayOf } from '../tips/book.js'
import type { Essay } from '../tips/essay.js'
import { instant, notice, teacher, type Reply, type Turn } from '../turn.js'

const written =
  /^\s*(?:我(?:也|来|想)?(?:写|投|交)(?:了|个)?(?:一?[则篇条个])?)?(?:一句话)?随笔(?:\s*[：:，,]\s*|\s+)([\s\S]{1,400})$/

/** What a message hands in as a 随笔; null: it hands in none. */
export const essayIn = (words: string): string | null => written.exec(words)?.[1]!.trim() ?? null

/** Duties somebody may act with: the office edits too. */
export const dutiesOf = ({ duties, role }: Pick<PersonRow, 'duties' | 'role'>): readonly Duty[] =>
  role === 'secretariat' || role === 'admin' ? [...new Set<Duty>([...duties, 'editor'])] : duties

/** Open 待办 of essays; `ref` is the essay's number. */
export const essayTodos = async (store: Store): Promise<readonly TodoRow[]> =>
  (await store.todos.open('all')).filter((t) => t.what === 'essay')

/** A stored essay with the author's count of it. */
export async function essayWithNumber(store: Store, row: EssayRow): Promise<Essay> {
  const own = await store.tips.essays({ person: row.person })
  return essayOf(row, own.findIndex((e) => e.id === row.id) + 1)
}

/** Who sees it next: of the duty, rather not the author; without one the office; null where nobody is named. */
export async function readerFor(store: Store, row: EssayRow, duty: Duty): Promise<PersonRow | null> {
  const of = await store.people.withDuty(duty)
  const others = of.filter((p) => p.id !== row.person)
  return others[0] ?? of[0] ?? (await store.people.withRole(['secretariat']))[0] ?? null
}

/**
 * Puts an essay before whom it waits for: one open 待办 an essay, one line to that person. `objection`: what the doctor
 * said. Nobody is asked about one that is decided.
 */
export async function putBefore(
  turn: Turn,
  row: EssayRow,
  objection: { readonly by: string; readonly why: string } | null = null,
): Promise<{ readonly next: PersonRow | null; readonly replies: readonly Reply[] }> {
  const { store } = turn
  for (const t of await essayTodos(store)) if (t.ref === row.id) await store.todos.close(t.id)
  if (row.status !== 'editor' && row.status !== 'reviewer') return { next: null, replies: [] }
  const duty: Duty = row.status === 'reviewer' ? 'reviewer' : 'editor'
  const next = await readerFor(store, row, duty)
  const appointed = next !== null && (duty === 'editor' || next.duties.includes('reviewer'))
  const [head, ways] = asking(row, objection, appointed)
  await store.todos.insert({
    unit: null,
    what: 'essay',
    record: null,
    ref: row.id,
    person: next?.id ?? null,
    text: head,
    data: objection,
    at: instant(turn.now),
    status: 'open',
  })
  return { next, replies: next ? [notice(next.id, `${head}\n${ways}`)] : [] }
}

function asking(
  row: EssayRow,
  objection: { readonly by: string; readonly why: string } | null,
  appointed: boolean,
): readonly [string, string] {
  const head = `${row.personName}的随笔（${row.id}）：${row.text}`
  if (objection)
    return [
      head,
      `${objection.by}看了说：${objection.why || '不妥'}\n改好说“随笔${row.id}改成：…”，不用就回“退回随笔${row.id}”。`,
    ]
  if (row.status === 'reviewer')
    return [
      head,
      appointed
        ? `涉及医药，请您把关。能用回“采用随笔${row.id}”，不妥回“退回随笔${row.id}”加理由。`
        : '涉及医药，要请审稿的医生看，名册里还没有审稿人。',
    ]
  return [
    head,
    `用就回“采用随笔${row.id}”，要改字说“随笔${row.id}改成：…”，不用回“退回随笔${row.id}”加理由。`,
  ]
}

/** 「赵老师」 of a person's id; 编辑 when unknown. */
export async function calledBy(store: Store, id: string | null): Promise<string> {
  const person = id === null ? null : await store.people.byId(id)
  return person ? teacher(person.name) : '秘书处'
}
