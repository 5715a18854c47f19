import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone.js'
import utc from 'dayjs/plugin/utc.js'
import type { PlainDate } from './core/day.js'
import type { LocalTime } from './core/org.js'

dayjs.extend(utc)
dayjs.extend(timezone)

/** The association's wall clock: the only place where instants become days and days become instants. */
export interface Zone {
  readonly name: string
  local(instant: Date): LocalTime
  /** The instant of a wall-clock minute (0–1439, or beyond for later days). */
  at(day: PlainDate, minute: number): Date
}

export function zoneOf(name: string): Zone {
  // a kept formatter is two orders of magnitude quicker than dayjs's zone formatting
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: name,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  // the same few minutes and instants of a day are asked for again and again
  const minutes = new Map<number, LocalTime>()
  const instants = new Map<string, number>()
  const make = (day: PlainDate, minute: number): Date => {
    const extra = Math.floor(minute / 1440)
    const m = minute - extra * 1440
    const wall = `${day} ${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`
    const at = dayjs.tz(wall, name)
    return (extra === 0 ? at : at.add(extra, 'day')).toDate()
  }
  return {
    name,
    local(instant) {
      const key = Math.floor(instant.getTime() / 60_000)
      const kept = minutes.get(key)
      if (kept !== undefined) return kept
      const p: Record<string, string> = {}
      for (const { type, value } of format.formatToParts(instant)) p[type] = value
      const made = {
        day: `${p['year']}-${p['month']}-${p['day']}`,
        minute: Number(p['hour']) * 60 + Number(p['minute']),
      }
      if (minutes.size > 4000) minutes.clear()
      minutes.set(key, made)
      return made
    },
    at(day, minute) {
      const key = `${day} ${minute}`
      const kept = instants.get(key)
      if (kept !== undefined) return new Date(kept)
      const made = make(day, minute)
      if (instants.size > 4000) instants.clear()
      instants.set(key, made.getTime())
      return made
    },
  }
}

/** `HH:MM` → minutes since midnight. */
export const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
/** Minutes since midnight → `7:30`. */
export const clockText = (minute: number): string =>
  `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
