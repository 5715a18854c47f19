import { sql, type Kysely, type Transaction } from 'kysely'
import { storageFault } from './fault.js'

/** Takes items one by one and writes together what arrived together. */
export interface GroupCommit<I, O> {
  /**
   * Resolves once the item's writes are durable, to what its handler returned; rejects with what the handler threw
   * (nothing of the item was kept, the others of its transaction were) or with the reason the commit failed. Where one
   * item spoils the transaction it shares, each is done anew in one of its own: a handler may run twice.
   */
  submit(item: I): Promise<O>
  /** Resolves when everything submitted so far is settled. */
  idle(): Promise<void>
}

interface Waiting<I, O> {
  readonly item: I
  resolve(value: O): void
  reject(reason: unknown): void
}

type Outcome<O> = { readonly ok: true; readonly value: O } | { readonly ok: false; readonly reason: unknown }

/** No batch is larger, so that under a flood the first of it does not wait for the last. */
const largestBatch = 64
/**
 * How often a transaction is begun while another process (a copy being made, a scanner, a curious colleague) keeps the
 * file locked; each time waits for the busy timeout, so that this is a minute. Late is better than not recorded.
 */
const mostTries = 12

/**
 * Group commit without a timer: while one transaction commits, the next batch gathers. The items of a batch run one
 * after the other in order, each in a savepoint of its own; a handler must write through `trx` alone.
 */
export function groupCommit<S, I, O>(
  db: Kysely<S>,
  handler: (trx: Transaction<S>, item: I) => Promise<O>,
): GroupCommit<I, O> {
  let queue: Waiting<I, O>[] = []
  let working: Promise<void> | null = null

  async function work(): Promise<void> {
    while (queue.length > 0) {
      const batch = queue.slice(0, largestBatch)
      queue = queue.slice(largestBatch)
      await settle(batch)
    }
    working = null
  }

  async function settle(batch: readonly Waiting<I, O>[]): Promise<void> {
    try {
      const outcomes = await patiently(() => db.transaction().execute((trx) => runAll(trx, batch)))
      batch.forEach((waiting, n) => {
        const outcome = outcomes[n]
        if (outcome?.ok) waiting.resolve(outcome.value)
        else waiting.reject(outcome?.reason)
      })
    } catch (reason) {
      // What can be stored without its neighbour is; behind another process's lock nothing can.
      if (batch.length > 1 && storageFault(reason) !== 'locked')
        for (const waiting of batch) await settle([waiting])
      else for (const waiting of batch) waiting.reject(reason)
    }
  }

  async function patiently<R>(work: () => Promise<R>): Promise<R> {
    for (let tries = 1; ; tries++) {
      try {
        return await work()
      } catch (error) {
        if (storageFault(error) !== 'locked' || tries === mostTries) throw error
      }
    }
  }

  async function runAll(trx: Transaction<S>, batch: readonly Waiting<I, O>[]): Promise<Outcome<O>[]> {
    const [only] = batch
    // Alone in its transaction an item needs no savepoint: what it throws undoes the transaction.
    if (only && batch.length === 1) return [{ ok: true, value: await handler(trx, only.item) }]
    const outcomes: Outcome<O>[] = []
    for (const { item } of batch) outcomes.push(await runOne(trx, item))
    return outcomes
  }

  async function runOne(trx: Transaction<S>, item: I): Promise<Outcome<O>> {
    await savepoint.execute(trx)
    try {
      const value = await handler(trx, item)
      await release.execute(trx)
      return { ok: true, value }
    } catch (reason) {
      await undo.execute(trx) // fails when the database undid the whole transaction: then each is done anew
      await release.execute(trx)
      return { ok: false, reason }
    }
  }

  return {
    submit(item) {
      return new Promise<O>((resolve, reject) => {
        queue.push({ item, resolve, reject })
        // Begins after the current turn, so that what is submitted in one go shares the first batch too.
        working ??= Promise.resolve().then(work)
      })
    },
    idle: () => working ?? Promise.resolve(),
  }
}

const savepoint = sql`savepoint item`
const undo = sql`rollback to savepoint item`
const release = sql`release savepoint item`
