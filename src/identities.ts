import type { Org } from './core/org.js'
import type { Notice } from './ports.js'
import type { Database, Store } from './store.js'
import type { IdentityRow, IdentityStore, WechatyTransport } from './transports/wechaty/index.js'
import { tellOffice, instant } from './turn.js'

/**
 * On networks whose ids change, who is who is kept in the database (settings `identity:<id>`), so that a backup holds
 * it too. A person of the org file has the id written there: whoever bears that name is doubtful until the office says
 * so, unless the bot's own account keeps it as 备注.
 */
const rowKey = 'identity:'
/** What the office answered, until the transport has taken it: `identity-is:<id>` = whom it is, '' for nobody known. */
const answerKey = 'identity-is:'

/**
 * The table of people and rooms in the database, with the people of the org file. Who was once in it stays: new ids
 * are counted from its size.
 */
export function databaseIdentities(db: Database, org: Org): IdentityStore {
  const save = (store: Store, row: IdentityRow): Promise<void> =>
    store.settings.set(rowKey + row.id, JSON.stringify(row))
  return {
    load: () =>
      db.work(async (store) => {
        const kept = (await store.settings.list(rowKey)).map(({ value }) => JSON.parse(value) as IdentityRow)
        const missing = org.people.filter((p) => !kept.some((row) => row.id === p.id))
        const added = missing.map((p) => rowOf(p.id, p.name))
        for (const row of added) await save(store, row)
        // Said to be somebody else, and yet known: something came in between.
        for (const { id, sameAs } of kept)
          if (sameAs !== null && (await store.people.byId(id)))
            await store.people.join(id, await lasting(store, sameAs))
        return [...kept, ...added]
      }),
    save: (row) => db.work((store) => save(store, row)),
  }
}

const rowOf = (id: string, name: string): IdentityRow => ({
  kind: 'person',
  id,
  name,
  remark: name,
  calls: {},
  members: [],
  former: [],
  platformId: id,
  maybe: [],
  sameAs: null,
  seenAt: '',
})

/** What a 待办 about somebody doubtful holds. */
export interface Doubtful {
  readonly id: string
  readonly maybe: readonly { readonly id: string; readonly name: string }[]
}

/** Asks the office who somebody is: a 待办 and a private line. */
export async function askWho(
  store: Store,
  { id, name, maybe }: Extract<Notice, { kind: 'doubtful' }>,
  now: Date,
): Promise<void> {
  const open = await store.todos.open(null)
  if (open.some((t) => t.what === 'identity' && (t.data as Doubtful).id === id)) return
  const data: Doubtful = { id, maybe }
  const todo = await store.todos.insert({
    unit: null,
    what: 'identity',
    record: null,
    ref: null,
    person: null,
    text: '',
    data,
    at: instant(now),
    status: 'open',
  })
  // A list shows sixty characters: the words that settle it come first.
  const [only] = maybe
  const text =
    maybe.length === 1 && only
      ? `「${name}」是原来的${only.name}吗？回“认人${todo.id} 是”或“认人${todo.id} 不是”。`
      : `「${name}」是哪一位？回“认人${todo.id} 1”这样的话，都不是回“认人${todo.id} 不是”。${maybe.map((m, i) => `${i + 1} ${m.name}（${m.id}）`).join('；')}`
  await store.todos.retext(todo.id, text)
  for (const [i, line] of (await tellOffice(store, text)).entries()) {
    if (typeof line.to !== 'object' || !('person' in line.to)) continue
    await store.outbox.plan(
      {
        room: null,
        person: line.to.person,
        class: 'notice',
        text,
        mentions: [],
        inReplyTo: null,
        file: null,
        records: [],
        line: null,
        notBefore: instant(now),
        createdAt: instant(now),
      },
      `identity/${todo.id}/${i}`,
    )
  }
}

/**
 * Keeps the office's word for the transport: `sameAs` null means somebody new. What was recorded under the other id
 * until now is that person's too; gives the numbers.
 */
export async function answerWho(store: Store, id: string, sameAs: string | null): Promise<readonly number[]> {
  await store.settings.set(answerKey + id, sameAs ?? '')
  return sameAs === null ? [] : store.people.join(id, await lasting(store, sameAs))
}

/** The id a person has by now: whom the office named may have been found to be somebody else since. */
async function lasting(store: Pick<Store, 'settings'>, id: string): Promise<string> {
  const seen = new Set<string>()
  let at = id
  while (!seen.has(at)) {
    seen.add(at)
    const row = await store.settings.get(rowKey + at)
    at = (row === null ? null : (JSON.parse(row) as IdentityRow).sameAs) ?? at
  }
  return at
}

/** Hands the office's answers to the transport, once each. */
export async function settleIdentities(
  db: Database,
  transport: Pick<WechatyTransport, 'confirm'>,
): Promise<number> {
  const answers = await db.read((store) => store.settings.list(answerKey))
  for (const { key, value } of answers) {
    const id = key.slice(answerKey.length)
    await transport.confirm(id, value === '' ? null : value)
    await db.work(async (store) => {
      await store.settings.remove(key)
      // What was said between the office's word and now.
      if (value !== '') await store.people.join(id, await lasting(store, value))
    })
  }
  return answers.length
}
