import { openDatabase } from '../../../db/open.js'
import type { Migration } from '../../../db/migrate.js'

/** Opens the database once told to and prints what came of it. */
const url = process.argv[2] ?? ''
const migrations: Migration[] = [1, 2, 3].map((version) => ({
  version,
  name: `step ${version}`,
  up: async (db) => {
    await db.schema.createTable(`step_${version}`).addColumn('id', 'integer').execute()
  },
}))
async function start(): Promise<void> {
  const opened = await openDatabase(url, { migrations })
  process.send?.(opened.ok ? 'ok' : opened.error.code)
  if (opened.ok) await opened.value.close()
  process.disconnect()
}
process.on('message', () => void start())
process.send?.('ready')
