import type { Migration } from '../migrate.js'

/** Every migration in order. Released ones are never edited, renamed or taken out. */
export const migrations: readonly Migration[] = []
