import type { Unsent } from './schedule.js'

/** What became of a room's tip of a day, from the ledger and the outbox. */
export interface Delivery {
  readonly room: string
  /** `unknown`: handed to the platform, which never answered; it may have arrived. */
  readonly state: 'sent' | 'failed' | 'unknown' | Unsent
  /** Of a failure: 掉线, 群不在了 … in a word. */
  readonly reason?: string
}

const words: Readonly<Record<Delivery['state'], string>> = {
  sent: '发了',
  failed: '没发出',
  unknown: '发没发到说不准',
  off: '没开',
  day_off: '停发日',
  too_late: '过了点没发',
  skipped: '跳过',
  exhausted: '库里没了',
}

/**
 * The tips' part of the morning line: 「科普5个群已发，1个群没发出（掉线）」. Says only what the ledger knows; rooms that are
 * switched off are left out; empty without rooms.
 */
export function deliveryLine(deliveries: readonly Delivery[]): string {
  const on = deliveries.filter((d) => d.state !== 'off')
  if (on.length === 0) return ''
  const kinds = (Object.keys(words) as Delivery['state'][]).flatMap((state) => {
    const of = on.filter((d) => d.state === state)
    const rooms = new Set(of.map((d) => d.room)).size
    if (rooms === 0) return []
    const reasons = [...new Set(of.flatMap((d) => (d.reason ? [d.reason] : [])))]
    const note = reasons.length ? `（${reasons.join('、')}）` : ''
    return [`${rooms}个群${state === 'sent' ? '已发' : words[state]}${note}`]
  })
  return `科普${kinds.join('，')}`
}
