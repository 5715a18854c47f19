import type { Measure } from '../core/measure.js'
import type { StoredMeasure } from '../store.js'
import type { Turn } from '../turn.js'
import { normalize } from '../understand/text/normalize.js'

/**
 * A figure read from a piece of the message (an answer, the new value of a correction) as it is stored: its span made
 * one of the whole message, so that 「凭据」 marks the right words. 「不是119，是89人」, piece 「89人」: [0, 2) → [7, 9).
 * The piece may be normalized; a figure that cannot be found again keeps its words and loses its span.
 */
export function grounded(turn: Pick<Turn, 'message'>, measure: Measure, piece: string): StoredMeasure {
  const { text, id: source } = turn.message
  const { span, ...rest } = measure
  if (!span) return { ...rest, source }
  const at = text.lastIndexOf(piece)
  if (at >= 0) return { ...rest, span: [span[0] + at, span[1] + at], source }
  const n = normalize(text)
  const found = n.text.lastIndexOf(normalize(piece).text)
  return found >= 0
    ? { ...rest, span: n.span(found + span[0], found + span[1]), source }
    : { ...rest, source }
}
