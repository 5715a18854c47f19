import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { openApp } from '../app.js'
import { stderrLog } from '../log.js'
import { PracticeRoom, practiceHelp, readLine, type Heard } from '../transports/practice.js'
import { advance, virtualClock } from '../transports/replay.js'
import { databaseFrom, guarded, orgFrom, readOptions } from './options.js'

const sampleOrg = fileURLToPath(new URL('../../../data/sample-org.yaml', import.meta.url))

/** `npm start`: the practice room with the sample association; a script from stdin is played and printed. */
export const run = (argv: string[]): Promise<number> =>
  guarded(async () => {
    const options = readOptions(argv, { org: 'text', db: 'text' })
    const live = process.stdin.isTTY
    const org = orgFrom(options['org'] ?? sampleOrg)
    mkdirSync('data', { recursive: true })
    const file = join('data', live ? 'practice.db' : 'practice-script.db')
    // a script starts from an empty book, so that the same script prints the same conversation
    if (!live && options['db'] === undefined)
      for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
    const db = await databaseFrom(options['db'] ?? `sqlite:${file}`)
    const clock = virtualClock(live ? new Date() : new Date(0))
    const room = new PracticeRoom(org, clock, live ? String(Date.now()) : 'script')
    const app = await openApp({ org, db, clock, log: stderrLog(), transport: room })
    room.open(app)
    const out = (text: string): void => void process.stdout.write(`${text}\n`)
    try {
      if (live) {
        out(
          `这里是练习室：${org.name}（示例），群「${room.room}」。没有接任何聊天群，随便说。\n${practiceHelp}`,
        )
        await advance(app, clock, clock.now())
      }
      const lines = createInterface({
        input: process.stdin,
        output: live ? process.stdout : undefined,
        crlfDelay: Infinity,
        prompt: `${room.person}：`,
      })
      if (live) lines.prompt()
      for await (const raw of lines) {
        const line = readLine(raw, org.bot.name)
        if (line.is === 'quit') break
        if (line.is === 'unknown') out(`没有这个命令：/${line.words}。${practiceHelp}`)
        if (line.is === 'help') out(practiceHelp)
        if (!live && (line.is === 'said' || line.is === 'recall' || raw.startsWith('#') || raw.trim() === ''))
          out(raw)
        if (clock.now().getTime() === 0 && line.is === 'said') clock.set(new Date('2026-11-21T01:00:00Z'))
        for (const heard of await room.play(line)) out(spoken(heard, room, org.bot.name))
        if (live) await advance(app, clock, new Date(Math.max(clock.now().getTime(), Date.now())))
        else if (line.is === 'said') clock.set(new Date(clock.now().getTime() + 60_000))
        if (live) {
          lines.setPrompt(`${room.person}：`)
          lines.prompt()
        }
      }
      await app.stop()
      return 0
    } finally {
      await db.close()
    }
  })

/** A reply as it stands in the conversation, further lines indented under the first. */
export function spoken(heard: Heard, room: PracticeRoom, bot: string): string {
  const elsewhere = heard.room !== null && heard.room !== room.room ? `〔${heard.room}〕` : ''
  const head = heard.person === null ? `${bot}${elsewhere}：` : `${bot}〔私→${room.nameOf(heard.person)}〕：`
  return head + heard.text.replaceAll('\n', `\n${'　'.repeat(3)}`)
}
