import { addDays } from '../../core/day.js'
import type { DateMention } from '../dates/mentions.js'
import { pattern } from '../text/pattern.js'
import { type Draft, type State, isSingleDay } from './draft.js'

const sameDay = pattern(
  /^[,，。;；:： ]?(?:而?且|又|也|还)?(?:就在)?(?:当天|当日|同日|同天|同一天|那天|就在那天)/,
)
const dayAfter = pattern(/^[,，。;；:： ]?(?:又|也|还|到了?|紧接着)?(?:次日|第二天|翌日|转天|隔天|隔日)/)

/** 上周…，12日上午开会，55人；当天下午送科技下乡: on the day told right before it, and 次日 on the next one. */
export function onThatDay(st: State, out: readonly Draft[]): readonly Draft[] {
  out.forEach((d, k) => {
    const before = k > 0 ? dayOf(out[k - 1]!) : undefined
    if (!before || !d.dateInherited) return
    const { text } = st.s
    const at = d.start
    const { date } = before.token
    if (sameDay(text, at, at + 8)) d.dates = [before]
    else if (
      dayAfter(text, at, at + 8) &&
      d.dates.every((m) => m.token.date.from <= date.from && m.token.date.to >= date.to)
    ) {
      const next = addDays(date.from, 1)
      if (next > st.s.sentAt.day) return
      d.dates = [
        { ...before, token: { ...before.token, date: { ...date, from: next, to: next, kind: 'day' } } },
      ]
    }
  })
  return out
}

/** The one single day of a telling, be it in a week told first. */
function dayOf(d: Draft): DateMention | undefined {
  const days = d.dates.filter(isSingleDay)
  return days.length === 1 ? days[0] : undefined
}

/** 周一讲座、周三义诊，分别来了83人和59人: kinds that were parted, each with the day right in front of it. */
export function ownDays(out: readonly Draft[]): void {
  for (let k = 0; k < out.length; k++) {
    const { dates } = out[k]!
    let n = 1
    while (k + n < out.length && out[k + n]!.dates === dates) n++
    const run = out.slice(k, k + n)
    k += n - 1
    if (n < 2 || dates.length !== n || !dates.every(isSingleDay)) continue
    const apart = run.every((d, i) => {
      const kind = d.kinds.at(-1)
      const day = dates[i]!.token
      return (
        d.kinds.length === 1 &&
        kind !== undefined &&
        kind.start >= day.end &&
        (i === n - 1 || kind.end <= dates[i + 1]!.token.start)
      )
    })
    if (apart) run.forEach((d, i) => (d.dates = [dates[i]!]))
  }
}
