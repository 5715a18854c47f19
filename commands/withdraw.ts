import type { Command } from '../src/command.js'
import { handleRestore, handleVoid } from '../src/converse/withdrawal.js'
import { readRestore, readVoid, type RecordRef } from '../src/converse/withdrawal-words.js'

/** 作废128 · 128号报错了 · 刚才那条不算. */
export const voiding: Command<RecordRef> = {
  name: '作废',
  access: 'member',
  uncalled: true,
  examples: [
    ['作废128', { no: 128 }],
    ['128号报错了', { no: 128 }],
    ['作废一百二十八号', { no: 128 }],
    ['刚才那条不算', { no: null }],
    ['作废128、131', { no: 128, also: [131] }],
    ['128号作废吧，那天没办成', { no: 128 }],
  ],
  parse: readVoid,
  run: (ref, turn) => handleVoid(turn, ref),
}

/** 恢复128 · 128号还要算. */
export const restoring: Command<RecordRef> = {
  name: '恢复',
  access: 'member',
  uncalled: true,
  examples: [
    ['恢复128', { no: 128 }],
    ['128号还要算', { no: 128 }],
    ['128号还要算，问清楚了是我们办的', { no: 128 }],
  ],
  parse: readRestore,
  run: (ref, turn) => handleRestore(turn, ref),
}
