import type { Tip } from './tip.js'

/** UTF-16 units of one short message in Chinese. */
export const smsLength = 70

/**
 * 短信: a tip in one short message of at most 70 characters — whole sentences only: all of it, else the first and the
 * last (what to do mostly stands there), else as many as fit.
 */
export function shortMessage(tip: Tip): string {
  const title = `【${tip.title}】`
  const sentences = tip.lines.join('').match(/[^。？！]+[。？！]?/g) ?? []
  const origin = tip.source ? `据${tip.source.org}` : tip.author
  const tries = [
    title + sentences.join('') + origin,
    title + sentences.join(''),
    title + (sentences.length > 2 ? sentences[0]! + sentences.at(-1)! : ''),
    title + (sentences.at(-1) ?? ''),
    title + (sentences[0] ?? ''),
  ]
  return (
    tries.find((t) => t.length > title.length && t.length <= smsLength) ?? cut(title + sentences.join(''))
  )
}

/** A single long sentence, cut behind its last comma. */
function cut(text: string): string {
  const head = text.slice(0, smsLength - 1)
  const comma = Math.max(head.lastIndexOf('，'), head.lastIndexOf('、'))
  return `${comma > 0 ? head.slice(0, comma) : head}。`
}
