import { createInterface } from 'node:readline'
import type { z } from 'zod'
import { print } from './options.js'

/**
 * Reads NDJSON from stdin line by line (constant memory), answers each good line with one of stdout; a bad line is
 * reported with its number and skipped. Gives the exit code: 1 when any was bad.
 */
export async function eachLine<T>(schema: z.ZodType<T>, answer: (value: T) => unknown): Promise<number> {
  let n = 0
  let code = 0
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    n++
    if (line.trim() === '') continue
    const value = read(line.charCodeAt(0) === 0xfeff ? line.slice(1) : line, schema)
    if ('sentence' in value) {
      process.stderr.write(`第${n}行：${value.sentence}\n`)
      code = 1
    } else await print(JSON.stringify(answer(value.good)))
  }
  return code
}

function read<T>(line: string, schema: z.ZodType<T>): { readonly good: T } | { readonly sentence: string } {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    return { sentence: '不是合法的 JSON，已跳过' }
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return { good: parsed.data }
  const issue = parsed.error.issues[0]!
  return { sentence: `键「${issue.path.join('.') || '（整行）'}」不对：${issue.message}，已跳过` }
}

/** ISO 8601 with an offset. */
export const isoInstant = (s: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(s) &&
  /(?:Z|[+-]\d{2}:?\d{2})$/.test(s) &&
  !Number.isNaN(Date.parse(s))
