import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { commands } from '../../commands/index.js'
import type { AnyCommand } from '../../src/command.js'
import { houseOf } from '../../src/house.js'
import { parseOrg } from '../../src/org.js'
import { saidIn } from './said.js'

const org = parseOrg(readFileSync(new URL('../../data/sample-org.yaml', import.meta.url), 'utf8'))
if (!org.ok) throw new Error(JSON.stringify(org.error))
const house = houseOf(org.value)

const said = saidIn(house)

/** The command that would answer; several may share words, the first in the list is asked first. */
const firstFor = (text: string): AnyCommand | undefined => commands.find((c) => c.parse(said(text)) !== null)

describe.each(commands.map((c) => [c.name, c] as const))('%s', (_, command) => {
  test('has examples', () => expect(command.examples.length).toBeGreaterThan(0))
  test.each(command.examples)('%s', (text, args) => {
    expect(command.parse(said(text))).toEqual(args)
    expect(firstFor(text)?.name).toBe(command.name)
  })
})
