import type { Command } from '../src/command.js'
import { bookMissed, dismissMissed, missedText } from '../src/converse/missed-list.js'
import { asksMissed } from '../src/converse/office-pieces.js'
import { asNumber } from '../src/converse/numbers.js'
import { inPrivate } from '../src/converse/private.js'

/** 漏网 · 疑似: messages that may have been reports. */
export const missed: Command<{ readonly page: number }> = {
  name: '漏网',
  access: 'contact',
  examples: [
    ['漏网', { page: 1 }],
    ['疑似', { page: 1 }],
    ['漏网 第2页', { page: 2 }],
  ],
  parse({ tight }) {
    if (tight.length <= 24 && asksMissed(tight)) return { page: 1 }
    const m = /^(?:漏网|疑似|漏报|没看准)(?:的|清单|名单)?(?:有哪些)?(?:第?(\d{1,3})页)?$/.exec(tight)
    return m && { page: asNumber(m[1]) ?? 1 }
  },
  run: async ({ page }, turn) => inPrivate(turn, '漏网的我私下发您。', await missedText(turn, page)),
}

export interface BookArgs {
  readonly id: number
  /** The whole sentence or the values that were missing, as typed; '' for none. */
  readonly words: string
}

/** 补登3 · 补登3 120人 · 补登3 昨天在三小讲防诈骗，120人. */
export const booking: Command<BookArgs> = {
  name: '补登',
  access: 'contact',
  examples: [
    ['补登3', { id: 3, words: '' }],
    ['补登3 120人', { id: 3, words: '120人' }],
    ['补登3：昨天在三小讲防诈骗，120人', { id: 3, words: '昨天在三小讲防诈骗，120人' }],
  ],
  parse({ words, raw }) {
    const m = /^(?:补登|补记)\s*第?#?(\d{1,5})(?!\d)(?:号|条)?(?![场人次份个篇])/.exec(words)
    if (!m) return null
    const rest = /(?:补登|补记)\s*第?[#＃]?[0-9０-９]{1,5}[号条]?[\s：:，,、。]*/.exec(raw)
    return { id: Number(m[1]), words: rest ? raw.slice(rest.index + rest[0].length).trim() : '' }
  },
  run: ({ id, words }, turn) => bookMissed(turn, id, words),
}

/** 不用补3. */
export const dismissing: Command<{ readonly id: number }> = {
  name: '不用补',
  access: 'contact',
  examples: [
    ['不用补3', { id: 3 }],
    ['3号不用补登', { id: 3 }],
  ],
  parse({ tight }) {
    const m =
      /^(?:不用|不要|不)(?:补登|补记|补)第?#?(\d{1,5})[号条]?$/.exec(tight) ??
      /^第?#?(\d{1,5})[号条](?:不用|不要|不)(?:补登|补记|补)$/.exec(tight)
    return m && { id: Number(m[1]) }
  },
  run: ({ id }, turn) => dismissMissed(turn, id),
}
