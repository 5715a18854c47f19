/** What the driver binds faithfully. */
export type Bound = string | number | null | Buffer

/** Beyond this the driver binds an integer as REAL; the query compiler casts it back. */
export const isWideInteger = (value: unknown): boolean =>
  typeof value === 'bigint' || (Number.isInteger(value) && Math.abs(value as number) > 0x7fffffff)

/**
 * The parameters of a statement as the driver takes them. The driver itself stores BigInt, undefined, NaN and missing
 * parameters as NULL and objects as `[object Object]`; here all of them are refused, and so are booleans, which
 * PostgreSQL would not take into an integer column either. NUL, which no PostgreSQL text holds, becomes U+FFFD as
 * lone surrogates do on their way to UTF-8: spans in UTF-16 units stay right.
 *
 * @throws TypeError naming the parameter's place and type, never its value.
 */
export function bindable(parameters: readonly unknown[], expected: number): Bound[] {
  if (parameters.length !== expected) {
    throw new TypeError(`the statement has ${expected} parameters, ${parameters.length} were given`)
  }
  return parameters.map(boundValue)
}

function boundValue(value: unknown, index: number): Bound {
  if (value === null) return null
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value
  if (typeof value === 'number' && isStorable(value)) return value
  if (typeof value === 'bigint' && Number.isSafeInteger(Number(value))) return Number(value)
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  throw new TypeError(`parameter ${index + 1}: a ${typeof value} of this kind cannot be stored`)
}

/** Finite, and exact when an integer. */
const isStorable = (value: number): boolean =>
  Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value)

/** What may hold a question mark that is no parameter: each opening with its closing. */
const quotes: readonly (readonly [open: string, close: string])[] = [
  ["'", "'"],
  ['"', '"'],
  ['`', '`'],
  ['[', ']'],
  ['--', '\n'],
  ['/*', '*/'],
]

/** How many `?` a statement has; the driver binds NULL to those left out and cannot be asked. */
export function countPlaceholders(statement: string): number {
  let count = 0
  for (let at = 0; at < statement.length; at++) {
    const quote = quotes.find(([open]) => statement.startsWith(open, at))
    if (quote) {
      const end = statement.indexOf(quote[1], at + quote[0].length)
      if (end < 0) break
      at = end + quote[1].length - 1
    } else if (statement[at] === '?') count++
  }
  return count
}
