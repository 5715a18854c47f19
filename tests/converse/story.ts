import { readLine } from '../../src/transports/practice.js'
import { openPlay, type Play } from './play.js'

/**
 * Plays a conversation and gives every line said with what was heard after it, beside what the script expects there:
 * lines of 小科, or ⟂ for nothing. Lines under which nothing stands are not compared. `seed` prepares the book.
 */
export async function story(
  script: string,
  { at, seed }: { readonly at?: string; readonly seed?: (play: Play) => Promise<void> } = {},
): Promise<{ readonly heard: readonly string[][]; readonly expected: readonly string[][] }> {
  const play = at === undefined ? await openPlay() : await openPlay(undefined, at)
  const heard: string[][] = []
  const expected: string[][] = []
  try {
    await seed?.(play)
    let last: string[] = []
    let open = false
    for (const raw of script
      .split('\n')
      .map((l) => l.trim())
      .filter(Boolean)) {
      const { is } = readLine(raw, '小科')
      if (is === 'expected' || is === 'silence') {
        if (!open) {
          heard.push(last)
          expected.push([last[0]!])
          open = true
        }
        if (is === 'expected') expected.at(-1)!.push(raw)
      } else {
        last = [raw, ...(await play.line(raw))]
        open = false
      }
    }
  } finally {
    await play.close()
  }
  return { heard, expected }
}
