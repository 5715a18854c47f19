import { hear } from './bot.js'
import { readCall } from './converse/call.js'
import { turnOf } from './converse/turn-of.js'
import { lookAgain, waitedReplies } from './converse/look-again.js'
import { noteCall } from './converse/manners.js'
import { say } from './converse/speak.js'
import { notStored } from './converse/told.js'
import { hearRecall } from './converse/recall.js'
import type { Message, Recall } from './core/message.js'
import type { Org } from './core/org.js'
import { bookingThreshold } from './core/report.js'
import { houseOf, type House } from './house.js'
import { jobs as allJobs } from './jobs/index.js'
import { dueRuns, nextSlot, runJob, type Job } from './jobs/job.js'
import { recount } from './ledger/recount.js'
import type { Log } from './log.js'
import { flush, noPace, tellUnknown, type Pacer } from './outbox.js'
import { noteOnline } from './offline.js'
import type { Clock, Transport } from './ports.js'
import type { Database } from './store.js'
import { instant, notice, type Turn } from './turn.js'
import { understand } from './understand/index.js'

export interface AppOptions {
  readonly org: Org
  readonly db: Database
  readonly clock: Clock
  readonly transport: Pick<Transport, 'send'>
  readonly log: Log
  readonly pacer?: Pacer
  readonly jobs?: readonly Job[]
  /** Rooms of one hour get their tip spread over so many seconds; 0 in replay. */
  readonly spreadSeconds?: number
  /** `HH:MM`: until then a tip that could not go at its hour still goes; 11:30 when absent. */
  readonly tipsUntil?: string
}

/** The house with its doors open: messages in, replies out, the clock's work in between. */
export interface App {
  readonly house: House
  /** Takes up one message; resolves when what it causes is committed. Never throws. */
  message(message: Message): Promise<void>
  recall(recall: Recall): Promise<void>
  /** Does what is due and sends what may be sent. */
  tick(): Promise<void>
  /** Sends what is due. */
  flush(): Promise<number>
  /** Tells the house that it was in the rooms until now (or that it is again): gaps are known to the morning line. */
  online(): Promise<void>
  /** The next instant at which a tick has something to do; null: nothing planned. */
  nextDue(): Promise<Date | null>
  /** The same, but now where a slot of today was not taken: before it a tick would do nothing at all. */
  idleUntil(): Promise<Date | null>
  /** From now on nothing more is sent; waits for a send under way. */
  stop(): Promise<void>
}

/** Opens the house: brings units, people, rooms and targets in line with the org file and looks after what a crash left. */
export async function openApp(options: AppOptions): Promise<App> {
  const { org, db, clock, transport, log, pacer = noPace, jobs = allJobs } = options
  const house = await db.work(async (store) => {
    const moved = await store.units.sync(org)
    await store.people.sync(org)
    await store.rooms.sync(org)
    await store.targets.sync(org, instant(clock.now()))
    const opened = houseOf(org, await store.units.all())
    if (moved) await recount(store, opened.tree, true)
    for (const row of await store.outbox.markInterrupted())
      await tellUnknown(store, row, instant(clock.now()))
    return opened
  })

  let stopped = false
  let sending: Promise<unknown> = Promise.resolve()
  const send = (): Promise<number> => {
    const next = sending.then(async () => {
      await lookAgainAtWaited()
      return flush(
        db,
        transport,
        () => clock.now(),
        pacer,
        () => stopped,
      )
    })
    sending = next.catch(() => undefined)
    return next
  }

  /** The one catch: a bug in handling a message is logged by id, and its sender told that it was not stored. */
  const guarded = async (
    id: string,
    what: string,
    run: () => Promise<void>,
    failed?: () => Promise<void>,
  ): Promise<void> => {
    try {
      await run()
    } catch (error) {
      log.error(
        {
          id,
          what,
          error: error instanceof Error ? error.message : String(error),
          stack: error instanceof Error ? error.stack : undefined,
        },
        'failed',
      )
      await failed?.().catch((e: unknown) => log.error({ id, what, error: String(e) }, 'failed to say so'))
    }
  }

  /** What was to be asked in the night may be settled by the morning. */
  const lookAgainAtWaited = (): Promise<void> =>
    guarded('outbox', 'look again', async () => {
      if (stopped) return
      for (const row of await db.read((store) => waitedReplies(store, clock.now())))
        await guarded(`outbox/${row.id}`, 'look again', () =>
          db.work((store) => lookAgain(store, house, row, clock.now())),
        )
    })

  /** The database takes nothing at all: R9 goes out as it is, to who spoke to the house or reported something. */
  const sendNotStored = async (message: Message): Promise<void> => {
    const { text, room, sender } = message
    const meant =
      room === undefined ||
      message.mentionsBot === true ||
      readCall(text, org.bot).called ||
      tells(house, message)
    const to = room === undefined ? { person: sender.id } : { room }
    const said = {
      id: 'out-0',
      to,
      text: notStored().text.split('\n')[0]!,
      mentions: [],
      inReplyTo: message.id,
    }
    if (meant) await transport.send(said)
  }

  const next = async (missed: boolean): Promise<Date | null> => {
    const [slot, planned] = await db.work(
      async (store) =>
        [await nextSlot(jobs, house, store, clock.now(), missed), await store.outbox.nextDue()] as const,
    )
    const out = planned === null ? null : new Date(planned)
    if (slot === null || out === null) return slot ?? out
    return out < slot ? out : slot
  }

  return {
    house,
    message: (message) =>
      guarded(
        message.id,
        'message',
        () =>
          db.work(async (store) => {
            if (await store.seen.has(`recall:${message.id}`)) return
            if (!(await store.seen.mark(message.id, house.zone.local(message.sentAt).day))) return
            const turn = await turnOf(store, house, message, clock.now())
            const replies = await hear(turn)
            const called = turn.called && replies.length > 0
            await say(turn, called ? await noteCall(turn, replies) : replies)
          }),
        () =>
          db
            .work(async (store) => {
              const turn = await turnOf(store, house, message, clock.now())
              if (turn.called || tells(house, message)) await sayNotStored(turn)
            })
            .catch(() => sendNotStored(message)),
      ),
    recall: (recall) =>
      guarded(recall.id, 'recall', () =>
        db.work(async (store) => {
          if (await store.seen.mark(`recall:${recall.id}`, house.zone.local(recall.at).day))
            await hearRecall(store, house, recall, clock.now())
        }),
      ),
    async tick() {
      await guarded('tick', 'tick', async () => {
        const due = await db.work((store) => dueRuns(jobs, house, store, clock.now()))
        for (const run of due) {
          await guarded(`${run.job.name}/${run.scope}`, 'job', () =>
            db.work((store) =>
              runJob(run, house, store, clock.now(), options.spreadSeconds, options.tipsUntil),
            ),
          )
        }
        await send()
      })
    },
    flush: send,
    online: () => db.work(async (store) => void (await noteOnline(store, clock.now()))),
    nextDue: () => next(false),
    idleUntil: () => next(true),
    async stop() {
      stopped = true
      await sending
    },
  }
}

/** R9, and a line to the office. */
async function sayNotStored(turn: Turn): Promise<void> {
  const office = await turn.store.people.withRole(['secretariat'])
  await say(turn, [notStored(), ...office.map((p) => notice(p.id, '有一条消息没能记上，请看运行日志。'))])
}

/** Whether a message reports something: then its teller has to know that it is not on the book. */
const tells = (house: House, { text, sentAt }: Message): boolean =>
  understand(text.slice(0, 20_000), { units: house.units, sentAt: house.zone.local(sentAt) }).reports.some(
    (r) => r.confidence >= bookingThreshold,
  )
