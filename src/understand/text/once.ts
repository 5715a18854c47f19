/**
 * What is asked of a whole message is found once for all its drafts: the answer for the message asked about last is
 * kept, which costs less than a WeakMap entry for every message.
 */
export function once<S extends object, T>(find: (s: S) => T): (s: S) => T {
  let of: S | null = null
  let found: T
  return (s) => {
    if (s !== of) {
      found = find(s)
      of = s
    }
    return found
  }
}
