import type { Said } from '../../src/command.js'
import { commandWords } from '../../src/converse/call.js'
import type { House } from '../../src/house.js'

/** Said to the bot in private on Saturday, 2026-11-21, or on another day; uncalled in a room where `called` is false. */
export const saidIn =
  (house: House) =>
  (text: string, called = true, today = '2026-11-21'): Said => ({
    ...commandWords(text),
    raw: text,
    called,
    private: called,
    quoted: [],
    house,
    today,
  })
