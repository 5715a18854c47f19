import type { Migration } from '../migrate.js'
import { first } from './0001_first.js'

/** Every migration in order. Released ones are never edited, renamed or taken out. */
export const migrations: readonly Migration[] = [first]
