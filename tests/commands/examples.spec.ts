import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { commands } from '../../commands/index.js'
import type { AnyCommand, Said } from '../../src/command.js'
import { commandWords } from '../../src/converse/call.js'
import { houseOf } from '../../src/house.js'
import { parseOrg } from '../../src/org.js'

const org = parseOrg(readFileSync(new URL('../../data/sample-org.yaml', import.meta.url), 'utf8'))
if (!org.ok) throw new Error(JSON.stringify(org.error))
const house = houseOf(org.value)

/** Said to the bot in private on Saturday, 2026-11-21. */
const said = (text: string): Said => ({
  ...commandWords(text),
  raw: text,
  called: true,
  private: true,
  quoted: [],
  house,
  today: '2026-11-21',
})

/** The command that would answer; several may share words, the first in the list is asked first. */
const firstFor = (text: string): AnyCommand | undefined => commands.find((c) => c.parse(said(text)) !== null)

describe.each(commands.map((c) => [c.name, c] as const))('%s', (_, command) => {
  test('has examples', () => expect(command.examples.length).toBeGreaterThan(0))
  test.each(command.examples)('%s', (text, args) => {
    expect(command.parse(said(text))).toEqual(args)
    expect(firstFor(text)?.name).toBe(command.name)
  })
})
