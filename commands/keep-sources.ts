import type { Command } from '../src/command.js'
import { inPrivate } from '../src/converse/private.js'
import { sourceDaysKey } from '../src/ledger/keep.js'

export interface KeepSourcesArgs {
  /** null: for good. */
  readonly days: number | null
}

/** Shorter than this a month could not be checked before it is closed. */
const shortest = 60

/** 原话保留365天 · 原话一直保留: how long the sentences behind the figures are kept. */
export const keepSources: Command<KeepSourcesArgs> = {
  name: '原话保留',
  access: 'admin',
  examples: [
    ['原话保留365天', { days: 365 }],
    ['原话保留2年', { days: 730 }],
    ['原话一直保留', { days: null }],
  ],
  parse({ tight }) {
    if (/^原(?:话|文|句)(?:一直|永久|长期)(?:保留|留着)$/.test(tight)) return { days: null }
    const m = /^原(?:话|文|句)(?:只)?(?:保留|留)(\d{1,5})(天|个?月|年)$/.exec(tight)
    if (!m) return null
    return { days: Number(m[1]) * (m[2] === '天' ? 1 : m[2] === '年' ? 365 : 30) }
  },
  async run({ days }, turn) {
    const { settings } = turn.store
    if (days === null) await settings.remove(sourceDaysKey)
    else if (days >= shortest) await settings.set(sourceDaysKey, String(days))
    const text =
      days === null
        ? '好，原话一直保留，凭据随时能看。'
        : days < shortest
          ? `太短了，请不少于${shortest}天：当月的数还要对得上原话。`
          : `好，原话保留${days}天。更早的，总数不变，凭据里只剩数字。`
    return inPrivate(turn, '好，我私下跟您说。', text)
  },
}
