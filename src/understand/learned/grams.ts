/** The longest run of characters that has points. */
const longest = 3

/** Every run of one to three characters, each once. */
export function grams(said: string): Set<string> {
  const found = new Set<string>()
  for (let n = 1; n <= longest; n++)
    for (let i = 0; i + n <= said.length; i++) found.add(said.slice(i, i + n))
  return found
}

/** How far to each side the surroundings of a mention reach. */
const reach = 12
const closest = 4

/**
 * What stands around the character at `at`: runs near it on each side, those right beside it, and both sides together.
 * `sort` is the look of the mention itself, which what stands beside it is also told with.
 */
export function around(said: string, at: number, sort: string): Set<string> {
  const before = said.slice(Math.max(0, at - reach), at)
  const behind = said.slice(at + 1, at + 1 + reach)
  const found = new Set<string>([`=${sort}`])
  for (let n = 1; n <= closest; n++) {
    const [left, right] = [before.slice(-n), behind.slice(0, n)]
    for (const run of [`<${left}`, `>${right}`]) found.add(run).add(sort + run)
  }
  for (const left of [1, 2])
    for (const right of [1, 2]) found.add(`${before.slice(-left)}|${behind.slice(0, right)}`)
  for (const run of grams(before)) found.add(`-${run}`)
  for (const run of grams(behind)) found.add(`+${run}`)
  return found
}
