import { pino } from 'pino'

/** Ids and codes only: no sentence of a chat, no name ever goes through here. */
export interface Log {
  info(facts: Record<string, unknown>, message: string): void
  warn(facts: Record<string, unknown>, message: string): void
  error(facts: Record<string, unknown>, message: string): void
}

/** One JSON line an entry on stderr; stdout belongs to data. */
export const stderrLog = (level = process.env['XIAOKE_LOG'] ?? 'warn'): Log =>
  pino({ level, base: null }, pino.destination({ fd: 2, sync: true }))

export const noLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }
