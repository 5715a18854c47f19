import { daysBetween } from '../../core/day.js'
import type { Kind } from '../../core/kinds.js'
import type { DateMention } from '../dates/mentions.js'
import { pattern } from '../text/pattern.js'
import { type Draft, type State, isActive, isPeople, isPrimary, isSingleDay } from './draft.js'

/** Days of one event. */
const most = 10

/** What goes on over days as one thing. */
const lasting: Partial<Record<Kind, true>> = { publicity: true, training: true, culture: true }

const lastsSo = pattern(/展|班|赛|游园|庙会|开放/)
const onItsOwn = pattern(/各(?![位种地])|每[天日]|天天|分别|[场期回]|(?<!人)次/)

/** 周末两天办观鸟展，周六来了120人，周日来了150人: a show told with its span, and its visitors day by day, is one. */
export function asOneEvent(st: State, out: readonly Draft[]): readonly Draft[] {
  const [head, ...rest] = out
  const kind = head?.kinds.find(isActive)
  if (!head || !kind || !lasting[kind.kind] || rest.length === 0 || rest.length >= most) return out
  const whole = spanOf(st, head, kind.end)
  const own = head.dates.at(-1)
  if (!whole || !own || !isSingleDay(own) || own.clause <= kind.clause) return out
  const days = [own, ...rest.flatMap((d) => d.dates)]
  const inside = ({ token: { date } }: DateMention): boolean =>
    date.from === date.to && date.from >= whole.token.date.from && date.from <= whole.token.date.to
  if (!days.every(inside) || new Set(days.map((m) => m.token.date.from)).size !== out.length) return out
  if (!rest.every((d) => d.carried && d.branch === head.branch) || !out.every(counted)) return out
  const c = st.s.clauses[kind.clause]!
  if (!lastsSo(st.s.text, c.start, c.end)) return out
  if (onItsOwn(st.s.text, head.start, out.at(-1)!.figures.at(-1)!.end)) return out
  return [
    {
      ...head,
      dates: [whole],
      single: true,
      figures: out.flatMap((d) => d.figures.map((f) => ({ ...f, department: true }))),
    },
  ]
}

/** Who came, once, and nothing else. */
const counted = (d: Draft): boolean => {
  const told = d.figures.filter(isPrimary)
  return told.length === 1 && isPeople(told[0]!) && !told[0]!.each
}

/** The days told in front of what was held, as one. */
function spanOf(st: State, head: Draft, to: number): DateMention | undefined {
  const told = st.es.flatMap((e) =>
    e.is === 'date' && e.start >= head.start && e.start < to ? [e.date] : [],
  )
  const ms = told.length > 0 ? told : head.dates.slice(0, 1)
  const [first] = ms
  if (!first) return undefined
  const from = ms.map((m) => m.token.date.from).sort()[0]!
  const until = ms
    .map((m) => m.token.date.to)
    .sort()
    .at(-1)!
  const days = daysBetween(from, until) + 1
  if (days < 2 || days > most || (ms.length > 1 && (ms.length !== days || !ms.every(isSingleDay))))
    return undefined
  const { token } = first
  return {
    ...first,
    token: { ...token, end: ms.at(-1)!.token.end, date: { ...token.date, from, to: until, kind: 'range' } },
  }
}
