// What members say in the rooms of the conversations (tests/acceptance*, tests/chats) as labelled messages: the
// conversations hold, so what the rules read of them is what the office would have written.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { loadOrg } from '../dist/src/org.js'
import { byRules, gazetteer } from '../dist/src/understand/index.js'
import { zoneOf } from '../dist/src/zone.js'
import { messages, root } from './labelled.mjs'

/** Each once, with its folder; what is said to the bot by name is left out. */
export const saidInRooms = () => [...acceptance(), ...chats()]

const acceptance = () =>
  readdirSync(join(root, 'tests'))
    .filter((folder) => /^acceptance\d*$/.test(folder))
    .flatMap((folder) => {
      const dir = join(root, 'tests', folder)
      const said = readdirSync(dir)
        .filter((f) => f.endsWith('.ndjson'))
        .flatMap((f) => messages(join(dir, f)))
        .filter(({ type, room, text, mentionsBot }) => type === 'message' && room && text && !mentionsBot)
      return read(folder, join(dir, 'org.yaml'), said)
    })

/** 李建国：昨天…; lines of the bot and what is said to it alone have no such head. */
const chats = () => {
  const dir = join(root, 'tests', 'chats')
  const said = readdirSync(dir)
    .filter((f) => f.endsWith('.chat'))
    .flatMap((f) => readFileSync(join(dir, f), 'utf8').split('\n'))
    .flatMap((line) => {
      const [, name, text] = /^([^：/=〔→]{2,4})：(.+)$/.exec(line) ?? []
      return name && name !== '小科' ? [{ text, at: '2026-11-21T10:00:00+08:00' }] : []
    })
  return read('chats', join(root, 'data', 'sample-org.yaml'), said)
}

function read(set, file, said) {
  const loaded = loadOrg(file)
  if (!loaded.ok) throw new Error(`${file}: ${JSON.stringify(loaded.error)}`)
  const { bot, timezone } = loaded.value
  const called = [bot?.name, ...(bot?.aliases ?? []), '小科'].filter(Boolean)
  const units = gazetteer(loaded.value)
  const zone = zoneOf(timezone)
  const once = new Map(said.map((m) => [m.text, m]))
  return [...once.values()]
    .filter(({ text }) => !called.some((n) => text.includes(n)))
    .map(({ text, at }) => {
      const context = { units, sentAt: zone.local(new Date(at)) }
      return { set, text, context, reports: byRules(text, context).reports }
    })
}
