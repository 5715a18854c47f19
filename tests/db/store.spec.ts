import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openDatabase } from '../../db/open.js'
import { createDatabase } from '../../db/store.js'
import type { Database } from '../../src/store.js'
import { storeContract } from './store-contract.js'
import { temporaryFolder } from './support.js'

async function open(url: string): Promise<Database> {
  const opened = await openDatabase(url)
  if (!opened.ok) throw new Error(opened.error.code)
  const database = createDatabase(opened.value)
  onTestFinished(() => database.close())
  return database
}

storeContract('sqlite file', () => open(`sqlite:${join(temporaryFolder(), 's.db')}`))
storeContract('sqlite in memory', () => open('sqlite::memory:'))
