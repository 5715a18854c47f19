import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readLine } from '../../src/transports/practice.js'
import { openPlay } from '../converse/play.js'

/**
 * Conversations anyone of the group could check. A line of 小科 is expected word for word (／ is a line break), in
 * order, after the line above it; ⟂ says that nothing is heard. Lines under which nothing stands are not checked.
 */
const folder = new URL('./', import.meta.url)
describe.each(readdirSync(folder).filter((f) => f.endsWith('.chat')))('%s', (file) => {
  const stories = readFileSync(new URL(file, folder), 'utf8').split(/^== /m).slice(1)
  test.each(stories.map((s) => [s.slice(0, s.indexOf('\n')).trim(), s.slice(s.indexOf('\n') + 1)]))(
    '%s',
    async (_, body) => {
      const play = await openPlay()
      try {
        let heard: string[] = []
        let said: string[] = []
        let expected: string[] = []
        const transcript: {
          readonly said: string
          readonly heard: readonly string[]
          readonly expected: readonly string[]
        }[] = []
        const settle = (): void => {
          if (expected.length > 0)
            transcript.push({ said: said.join(' ｜ '), heard, expected: expected.filter((e) => e !== '⟂') })
          said = []
          expected = []
        }
        for (const raw of body.split('\n')) {
          const line = readLine(raw, '小科')
          if (line.is === 'nothing') continue
          if (line.is === 'expected' || line.is === 'silence') expected.push(raw.trim())
          else {
            settle()
            said.push(raw.trim())
            heard = await play.line(raw)
          }
        }
        settle()
        expect(transcript.map((t) => [t.said, ...t.heard])).toEqual(
          transcript.map((t) => [t.said, ...t.expected]),
        )
      } finally {
        await play.close()
      }
    },
  )
})
