import type { StoredMeasure } from '../store.js'
import { figureSaid } from '../understand/said.js'

/** How far the figure on record is off, as told: 「多报了10个」 takes ten off. */
export interface Difference {
  readonly sign: 1 | -1
  /** 「10个人」. */
  readonly value: string
  /** The words that tell it, as they stand in the message: 「多报了10个人」. */
  readonly phrase: string
  /** The words leave it open whether it was counted: what comes of it is asked. */
  readonly asks?: boolean
}

/** The figure as it should have been told; null where either is approximate or nothing would be left of it. */
export function differing(
  was: StoredMeasure | undefined,
  { sign, value, phrase }: Difference,
): Omit<StoredMeasure, 'source'> | null {
  const by = figureSaid(value)?.measure
  if (!was || was.qualifier !== 'exact' || by?.qualifier !== 'exact') return null
  const now = was.value + sign * by.value
  return now > 0 ? { value: now, qualifier: 'exact', words: phrase, span: [0, phrase.length] } : null
}

/** Whether the words of a figure tell how far it was off: then they do not say its value. */
export const tellsDifference = (words: string): boolean =>
  /^(?:[写记报说弄搞打算数填点登看统列计][多少漏重]|[多少漏重][写记报说弄搞打算数填点登签看统列计了]|重复|后.?又?[来到]了|又[来到]了|还[来到]了|补[签来报登录])/.test(
    words,
  )
