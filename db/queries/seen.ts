import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { SeenStore } from '../../src/store.js'
import type { Schema } from '../schema.js'

/** 128 bits of SHA-256: enough to tell ids apart, no way back to one. */
const hashOf = (messageId: string): string =>
  createHash('sha256').update(messageId).digest('hex').slice(0, 32)

export const seenStore = (db: Kysely<Schema>): SeenStore => ({
  async mark(messageId, day) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('seen')
      .values({ hash: hashOf(messageId), day })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  },
  async has(messageId) {
    const row = await db
      .selectFrom('seen')
      .select('day')
      .where('hash', '=', hashOf(messageId))
      .executeTakeFirst()
    return row !== undefined
  },
  async forgetBefore(day) {
    const { numDeletedRows } = await db.deleteFrom('seen').where('day', '<', day).executeTakeFirst()
    return Number(numDeletedRows)
  },
})
