import type { Period } from '../core/day.js'
import type { Kind } from '../core/kinds.js'
import { instant, type Turn } from '../turn.js'
import type { Query } from './tally.js'

interface Kept {
  readonly query: Query
  readonly at: string
  /** The times shown of the same unit and kinds in this talk, the present one last. */
  readonly shown?: readonly Period[]
  /** The units shown of the same kinds and time in this talk, the present one last. */
  readonly units?: readonly string[]
  /** Times that lie apart and were shown together last, in one sum. */
  readonly together?: readonly Period[]
}

/** What was asked last where it was no total: who owes a month (`YYYY-MM`), a task, one's own reports. */
export type Topic =
  | { readonly what: 'owing'; readonly month: string }
  | { readonly what: 'task' }
  | { readonly what: 'mine'; readonly period?: Period | null; readonly kinds?: readonly Kind[] }
interface KeptTopic {
  readonly topic: Topic
  readonly at: string
}

/** Minutes in which one thing asked is about the other. */
export const inOneTalk = 60

const ofPerson = (person: string): string => `lastq:${person}`
const ofRoom = (room: string): string => `lastq:room:${room}`
/** Keeps what was shown last, to whom and where, so that 「凭据」 alone opens it. */
export async function rememberQuery({ store, sender, message, now }: Turn, query: Query): Promise<void> {
  const before = await read(store, ofPerson(sender.id))
  const goesOn = before && before.at > ago(now, inOneTalk) && isOfSame(before.query, query)
  const earlier = goesOn ? (before.shown ?? []).filter((p) => !samePeriod(p, query.period)) : []
  const shown = [...earlier, query.period].slice(-mostShown)
  const alike = before && before.at > ago(now, inOneTalk) && isAlike(before.query, query)
  const others = alike ? (before.units ?? []).filter((u) => u !== query.unit) : []
  const units = [...others, query.unit].slice(-mostShown)
  const kept = JSON.stringify({ query, at: instant(now), shown, units } satisfies Kept)
  await store.settings.set(ofPerson(sender.id), kept)
  if (message.room !== undefined) await store.settings.set(ofRoom(message.room), kept)
}

/** Keeps the times that were shown side by side and summed up, of what was asked before. */
export async function rememberTogether({ store, sender }: Turn, together: readonly Period[]): Promise<void> {
  const kept = await store.settings.get(ofPerson(sender.id))
  if (kept !== null)
    await store.settings.set(
      ofPerson(sender.id),
      JSON.stringify({ ...(JSON.parse(kept) as object), together }),
    )
}

/** The times of the figure shown last: of several side by side all of them, else the one given. */
export async function shownTogether({ store, sender }: Turn, one: Period): Promise<readonly Period[]> {
  return (await read(store, ofPerson(sender.id)))?.together ?? [one]
}

const mostShown = 12
const samePeriod = (a: Period, b: Period): boolean => a.start === b.start && a.end === b.end
const isOfKinds = (a: Query, b: Query): boolean =>
  a.indicator === b.indicator && JSON.stringify(a.kinds) === JSON.stringify(b.kinds)
const isOfSame = (a: Query, b: Query): boolean => a.unit === b.unit && isOfKinds(a, b)
const isAlike = (a: Query, b: Query): boolean => samePeriod(a.period, b.period) && isOfKinds(a, b)

/** The times shown to the sender of what was asked last, one after the other; empty where that is another talk's. */
export async function shownTimes({ store, sender, now }: Turn): Promise<readonly Period[]> {
  const kept = await read(store, ofPerson(sender.id))
  return kept && kept.at > ago(now, inOneTalk) ? (kept.shown ?? []) : []
}

/** The units shown to the sender of the kinds and time asked last, one after the other. */
export async function shownUnits({ store, sender, now }: Turn): Promise<readonly string[]> {
  const kept = await read(store, ofPerson(sender.id))
  return kept && kept.at > ago(now, inOneTalk) ? (kept.units ?? []) : []
}

/** Keeps that something else than a total was asked; `rememberQuery` after it makes it the past. */
export async function rememberTopic({ store, sender, now }: Turn, topic: Topic): Promise<void> {
  const kept = (await store.settings.get(ofPerson(sender.id))) ?? '{}'
  const talk = { ...(JSON.parse(kept) as object), talk: { topic, at: instant(now) } satisfies KeptTopic }
  await store.settings.set(ofPerson(sender.id), JSON.stringify(talk))
}

/** What the sender asked last, where it was no total and in this talk; in a room, unless figures were shown there since. */
export async function lastTopic({ store, sender, message, now }: Turn): Promise<Topic | null> {
  const kept = await store.settings.get(ofPerson(sender.id))
  const talk = kept === null ? undefined : (JSON.parse(kept) as { readonly talk?: KeptTopic }).talk
  if (!talk || talk.at <= ago(now, inOneTalk)) return null
  const shown = message.room === undefined ? null : await read(store, ofRoom(message.room))
  return shown && shown.at > talk.at ? null : talk.topic
}

/**
 * The figures shown last: to the sender, or in the room where 凭据 is asked for, whoever asked for them, as far as the
 * sender may open them; what was shown a week ago is nobody's 「这个数」 any more, `minutes` may ask for less.
 */
export async function lastQuery(
  { store, sender, message, now }: Turn,
  may: (unit: string) => boolean,
  minutes = 7 * 24 * 60,
): Promise<Query | null> {
  const own = await read(store, ofPerson(sender.id))
  const shown = message.room === undefined ? null : await read(store, ofRoom(message.room))
  const here = shown && may(shown.query.unit) ? shown : null
  const last = own && here ? (own.at >= here.at ? own : here) : (own ?? here)
  return last && last.at > ago(now, minutes) ? last.query : null
}

const ago = (now: Date, minutes: number): string => instant(new Date(now.getTime() - minutes * 60_000))

async function read(store: Turn['store'], key: string): Promise<Kept | null> {
  const kept = await store.settings.get(key)
  const value = kept === null ? null : (JSON.parse(kept) as Partial<Kept>)
  return value?.query && value.at !== undefined
    ? {
        query: value.query,
        at: value.at,
        shown: value.shown ?? [],
        units: value.units ?? [],
        ...(value.together ? { together: value.together } : {}),
      }
    : null
}
