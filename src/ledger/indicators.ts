import type { Kind } from '../core/kinds.js'
import type { Indicator, Org } from '../core/org.js'

/** Which indicator words mean: its own name, or a kind where only one indicator can be meant. */
export type MeantIndicator =
  | { readonly is: 'one'; readonly indicator: Indicator }
  /** The kind is in several, or nothing was said and there are several. */
  | { readonly is: 'several'; readonly names: readonly string[] }
  /** No indicator counts this kind. */
  | { readonly is: 'none' }

const one = (indicator: Indicator): MeantIndicator => ({ is: 'one', indicator })

/**
 * The indicator of that name; for a kind the one that consists of exactly it, else the only one that counts it; for
 * nothing said the only one there is.
 */
export function indicatorMeant(
  org: Pick<Org, 'indicators'>,
  said: { readonly indicator: string | null; readonly kinds: readonly Kind[] },
): MeantIndicator {
  const named = org.indicators.find((i) => i.name === said.indicator)
  if (named) return one(named)
  const same = org.indicators.filter(
    (i) => i.kinds.length === said.kinds.length && said.kinds.every((k) => i.kinds.includes(k)),
  )
  if (said.kinds.length > 0 && same.length === 1) return one(same[0]!)
  const holding = org.indicators.filter((i) => said.kinds.every((k) => i.kinds.includes(k)))
  if (holding.length === 1) return one(holding[0]!)
  return holding.length === 0 ? { is: 'none' } : { is: 'several', names: holding.map((i) => i.name) }
}
