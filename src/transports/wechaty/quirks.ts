/** What is peculiar to a puppet; everything not listed behaves as `ordinary`. */
export interface Quirks {
  /** Ids of people and rooms are new at every login: they are recognised by name (identity.ts). */
  readonly idsChange: boolean
  /** The text is cut or HTML; the raw payload's OriginalContent is whole. */
  readonly rawText: boolean
  /** The mention ids were guessed from the text, quotes included: the text is read instead. */
  readonly guessedMentions: boolean
  /**
   * How to let go of it. Its own stop() may log the account out or stop it for others: `leave` calls that only
   * to make room for a new instance, never on shutdown; `stop` always.
   */
  readonly detach: 'stop' | 'leave' | 'wechat4u' | 'service'
  /** Whether a heartbeat's text says the account is fine; null: the text means nothing. */
  readonly healthy: ((beat: string) => boolean) | null
}

const ordinary: Quirks = {
  idsChange: false,
  rawText: false,
  guessedMentions: false,
  detach: 'stop',
  healthy: null,
}

/** By package name. */
export const quirks: Readonly<Record<string, Quirks>> = {
  'wechaty-puppet-wechat4u': {
    idsChange: true,
    rawText: true,
    guessedMentions: true,
    detach: 'wechat4u',
    // Beats every 15 s whatever happens; how it is stands in the text.
    healthy: (beat) => !beat.startsWith('heartbeat@puppet-wechat4u:') || beat.endsWith(':normal'),
  },
  simulator: { ...ordinary, detach: 'stop' },
  // The simulator with the ways of web WeChat.
  'simulator-web': { idsChange: true, rawText: true, guessedMentions: true, detach: 'stop', healthy: null },
  'wechaty-puppet-service': { ...ordinary, detach: 'service' },
}

export const quirksOf = (puppet: string): Quirks => quirks[puppet] ?? ordinary
