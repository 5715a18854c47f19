import { askWho } from './identities.js'
import type { Log } from './log.js'
import type { Clock, Notice } from './ports.js'
import type { Database } from './store.js'
import { instant } from './turn.js'

/** What the transport noticed besides messages: what only a person can settle goes on the office's list. */
export async function hearNotice(
  told: Notice,
  { db, clock, log }: { readonly db: Database; readonly clock: Clock; readonly log: Log },
): Promise<void> {
  const now = clock.now()
  switch (told.kind) {
    case 'doubtful':
      log.info({ id: told.id }, 'doubtful')
      return db.work((store) => askWho(store, told, now))
    case 'quiet':
      return log.warn({ since: told.since.toISOString() }, 'nothing heard')
    case 'unreadable': {
      log.warn({ id: told.id, what: told.what }, 'unreadable')
      const where = told.room === undefined ? '' : `「${told.room}」里`
      const what = told.what === 'file' ? '一个文件没有取到' : '一条消息没有读出来'
      await db.work((store) =>
        store.todos.insert({
          unit: null,
          what: 'other',
          record: null,
          ref: null,
          person: null,
          text: `${where}有${what}，要是报活动的，请老师再发一次。`,
          data: null,
          at: instant(now),
          status: 'open',
        }),
      )
      return
    }
    default:
      log.info({ kind: told.kind }, 'room')
  }
}
