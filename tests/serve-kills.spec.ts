import type { Pending } from '../src/ledger/pending.js'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openDatabase } from '../db/open.js'
import { createDatabase } from '../db/store.js'
import type { OutboxRow } from '../src/store.js'
import { online, serve, setUp, type Setting } from './live-gateway.js'

/** `XIAOKE_KILLS=100` for the night. */
const kills = Number(process.env['XIAOKE_KILLS'] ?? 4)
const until = (check: () => boolean | Promise<boolean>): Promise<void> =>
  expect.poll(check, { timeout: 60_000, interval: 20 }).toBe(true)

/** Every report its own day, place and number, so that none is taken for another. */
const report = (n: number): string =>
  `${6 + (n % 5)}月${(n % 27) + 1}日城东区老科协在第${n + 1}小学举办防诈骗讲座，听众${100 + n}人`

/** Ids the bot’s process has been told of. */
const announced = (folder: string): string => {
  try {
    return readFileSync(join(folder, 'data', 'announced'), 'utf8')
  } catch {
    return ''
  }
}

/** What the database holds of the messages, and of sends whose fate is not known. */
async function book(
  folder: string,
): Promise<{ entries: string[]; unknown: OutboxRow[]; shown: number; held: Pending[] }> {
  const opened = await openDatabase(`sqlite:${join(folder, 'x.db')}`)
  if (!opened.ok) throw new Error(opened.error.code)
  const db = createDatabase(opened.value)
  try {
    return await db.read(async (store) => {
      const todos = await store.todos.open('all')
      const entries: string[] = []
      for await (const { source } of store.records.stream()) entries.push(source)
      // Alike enough to be asked about: held once is as good as recorded once.
      for (const { what, data } of todos)
        if (what === 'held') entries.push((data as { readonly source: string }).source)
      const unknown = [...(await store.outbox.withStatus('unknown', ''))]
      const held = todos.filter(({ what }) => what === 'held').map(({ data }) => data as Pending)
      return { entries, unknown, shown: todos.filter(({ what }) => what === 'send').length, held }
    })
  } finally {
    await db.close()
  }
}

async function office({ gateway }: Setting): Promise<void> {
  await gateway.control({ do: 'person', person: { key: 'zhou', name: '周敏' } })
}

test(`killed ${kills} times: what the platform delivered is recorded, once; what was being sent is shown, not resent`, async () => {
  const setting = await setUp()
  const { folder, gateway, said } = setting
  await office(setting)
  const ids: string[] = []
  const say = (text: string): Promise<unknown> => {
    ids.push(`m${ids.length}`)
    return gateway.control({ do: 'say', saying: { id: ids.at(-1)!, from: 'wang', room: 'east', text } })
  }
  for (let kill = 0; kill < kills; kill++) {
    const bot = serve(folder)
    await bot.complains(online)
    // Every second time the platform sends its history, as many do after a login.
    if (kill % 2 === 1) for (const id of ids) await gateway.control({ do: 'redeliver', id })
    // Every third time it falls in the middle of a send: the words are taken, the answer never comes.
    if (kill % 3 === 1) await gateway.control({ do: 'settings', settings: { send: 'mute' } })
    const before = (await said()).length
    for (let i = 0; i < 3; i++) await say(report(ids.length))
    await until(() => ids.slice(-3).every((id) => announced(folder).includes(`+${id}\n`)))
    if (kill % 3 === 1) {
      // The office in private may ask as often as it likes; a room would rest after so many calls.
      const call = { id: `call${kill}`, from: 'zhou', text: `小科 全市 ${(kill % 12) + 1}月` }
      await gateway.control({ do: 'say', saying: call })
      await until(async () => (await said()).length > before)
    }
    await pause((kill * 370) % 1500)
    bot.signal('SIGKILL')
    await bot.ended()
    await gateway.control({ do: 'settings', settings: { send: 'ok' } })
  }

  const bot = serve(folder)
  await bot.complains(online)
  await until(() => settled(folder, ids))
  await gateway.control({ do: 'say', saying: { id: 'todo', from: 'zhou', text: '待办' } })
  const words = async (): Promise<string> => (await said()).slice(-5).join('\n')
  // Over many kills the list has more than a page.
  const shownAs = kills < 10 ? '不知道发出没有' : '待办'
  await expect.poll(words, { timeout: 120_000, interval: 50 }).toContain(shownAs)
  bot.signal('SIGTERM')
  expect(await bot.ended()).toBe(0)

  const { entries, unknown, shown, held } = await book(folder)
  expect(entries.sort()).toEqual([...ids].sort())
  expect(unknown.length).toBeGreaterThan(0)
  expect(shown).toBe(unknown.length)
  // No words went out twice.
  const receipts = (await said()).filter((text) => /\d号/.test(text) && !text.includes('不知道发出没有'))
  for (const text of new Set(receipts)) {
    // Two reports may look like the same third: then each is asked about once, in the same words.
    const no = /和(\d+)号像是同一场/.exec(text)?.[1]
    const times = no === undefined ? 1 : held.filter(({ of }) => of[0] === Number(no)).length
    expect(receipts.filter((other) => other === text).length, text).toBeLessThanOrEqual(times)
  }
}, 1_800_000)

/** Whether everything announced has been dealt with. */
function settled(folder: string, ids: readonly string[]): boolean {
  const lines = announced(folder).split('\n')
  return ids.every((id) => lines.lastIndexOf(`-${id}`) >= lines.lastIndexOf(`+${id}`))
}
