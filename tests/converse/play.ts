import { readFileSync } from 'node:fs'
import { createDatabase } from '../../db/store.js'
import { openDatabase } from '../../db/open.js'
import { openApp, type App } from '../../src/app.js'
import type { Org } from '../../src/core/org.js'
import { noLog, type Log } from '../../src/log.js'
import { parseOrg } from '../../src/org.js'
import type { Database } from '../../src/store.js'
import { PracticeRoom, readLine, type Heard } from '../../src/transports/practice.js'
import { virtualClock, type VirtualClock } from '../../src/transports/replay.js'

/** The association of the conversation tests. */
export const sampleOrg = (file = new URL('./org.yaml', import.meta.url)): Org => {
  const org = parseOrg(readFileSync(file, 'utf8'))
  if (!org.ok) throw new Error(JSON.stringify(org.error))
  return org.value
}

export interface Play {
  readonly room: PracticeRoom
  readonly app: App
  readonly db: Database
  readonly clock: VirtualClock
  /** Plays one line as the practice room reads it; gives what was heard, one string a reply, line breaks as ／. */
  line(raw: string): Promise<string[]>
  close(): Promise<void>
}

/** The whole house over a real store in memory, on a virtual clock that starts on 2026-11-21 at 9:00. */
export async function openPlay(
  org: Org = sampleOrg(),
  at = '2026-11-21T09:00:00+08:00',
  log: Log = failing,
  url = 'sqlite::memory:',
): Promise<Play> {
  const opened = await openDatabase(url)
  if (!opened.ok) throw new Error(JSON.stringify(opened.error))
  const db = createDatabase(opened.value)
  const clock = virtualClock(new Date(at))
  const room = new PracticeRoom(org, clock, 'm')
  const app = await openApp({ org, db, clock, log, transport: room })
  room.open(app)
  return {
    room,
    app,
    db,
    clock,
    async line(raw) {
      const read = readLine(raw, org.bot.name)
      const heard = await room.play(read)
      if (read.is === 'said') clock.set(new Date(clock.now().getTime() + 60_000))
      return heard.map((h) => heardText(h, room, org.bot.name))
    },
    close: () => db.close(),
  }
}

/** 「小科：…」 in the room, 「小科〔私→王秀兰〕：…」 in private. */
export const heardText = (h: Heard, room: PracticeRoom, bot: string): string =>
  `${bot}${h.person === null ? '' : `〔私→${room.nameOf(h.person)}〕`}：${h.text.replaceAll('\n', '／')}`

/** A bug in handling a message fails the test that caused it. */
const failing: Log = {
  ...noLog,
  error: (facts) => {
    throw new Error(JSON.stringify(facts))
  },
}
