import { monthOf } from '../core/day.js'
import type { MeasureName } from '../core/report.js'
import type { Activity, RecordRow, StoredMeasure } from '../store.js'
import type { Said } from '../understand/said.js'
import { instant, type Turn } from '../turn.js'
import { revise } from './change.js'
import { keepSource } from './record.js'

/** May the sender change this record: its owner, a contact of its branch (or of a unit above it), the office. */
export function mayChange(turn: Turn, record: RecordRow): boolean {
  const { sender, house } = turn
  if (sender.role === 'secretariat' || sender.role === 'admin') return true
  if (record.reporter === sender.id) return true
  return (
    sender.role === 'contact' &&
    sender.unit !== null &&
    record.unit !== null &&
    house.tree.ancestors(record.unit).includes(sender.unit)
  )
}

/** Figures that a correction without a unit may mean: those told, the implied single session left out. */
export function figureFields(record: RecordRow): MeasureName[] {
  const names = [
    'attendance',
    'materials',
    'count',
    'adopted',
    'sessions',
    'helpers',
    'medicine',
    'online',
  ] as const
  const told = names.filter((n) => record.measures[n] !== undefined)
  const real = told.filter(
    (n) => !(n === 'sessions' && !record.measures.sessions?.words) && n !== 'helpers' && n !== 'medicine',
  )
  const main = real.filter((n) => n !== 'sessions')
  return main.length > 0 ? main : real
}

/** The field of a record that a said value is about; null when it has to be asked. */
export function fieldOf(
  record: RecordRow,
  said: Extract<Said, { is: 'figure' }>,
  old: number | null,
): MeasureName | null {
  if (said.field)
    return said.field === 'attendance' && record.measures.count && !record.measures.attendance
      ? 'count'
      : said.field
  if (old !== null) {
    const match = (Object.entries(record.measures) as [MeasureName, StoredMeasure][]).find(
      ([, m]) => m.value === old,
    )
    if (match) return match[0]
  }
  const fields = figureFields(record)
  if (fields.length === 0) return 'attendance'
  return fields.length === 1 ? fields[0]! : null
}

export type Change =
  | { readonly field: MeasureName; readonly measure: StoredMeasure }
  | { readonly field: 'period'; readonly period: RecordRow['period'] }
  | { readonly field: 'unit'; readonly unit: string }
  | { readonly field: 'kind'; readonly kind: RecordRow['kind'] }
  | { readonly field: 'venue' | 'speakers' | 'topics'; readonly words: string }
  | { readonly field: 'partners'; readonly units: readonly string[] }

/** The record with the change made; the same object when nothing would change. */
export function changed(record: RecordRow, change: Change): RecordRow {
  switch (change.field) {
    case 'period':
      return change.period.start === record.period.start && change.period.end === record.period.end
        ? record
        : { ...record, period: change.period, dayAssumed: false }
    case 'unit':
      return change.unit === record.unit
        ? record
        : {
            ...record,
            unit: change.unit,
            partners: record.partners.filter((p) => p !== change.unit),
            ...released(record, 'branch'),
          }
    case 'kind':
      return change.kind === record.kind
        ? record
        : { ...record, kind: change.kind, otherKinds: record.otherKinds.filter((k) => k !== change.kind) }
    case 'partners': {
      const same =
        change.units.length === record.partners.length &&
        change.units.every((u) => record.partners.includes(u))
      return same ? record : { ...record, partners: change.units }
    }
    case 'venue':
      return { ...record, venue: change.words }
    case 'speakers':
    case 'topics':
      return { ...record, [change.field]: [change.words] }
    default: {
      const old = record.measures[change.field]
      const same =
        old &&
        old.value === change.measure.value &&
        old.qualifier === change.measure.qualifier &&
        old.high === change.measure.high
      return same ? record : { ...record, measures: { ...record.measures, [change.field]: change.measure } }
    }
  }
}

/** What was held for this reason counts again. */
export const released = (record: RecordRow, heldFor: RecordRow['heldFor']): Partial<RecordRow> =>
  record.status === 'held' && record.heldFor === heldFor ? { status: 'counted', heldFor: null } : {}

/** Makes the change as a new version; the message that said it is kept as its source. */
export async function correct(
  turn: Turn,
  record: RecordRow,
  next: RecordRow,
  why: 'correct' | 'answer' = 'correct',
): Promise<RecordRow> {
  await keepSource(turn)
  return revise(turn.store, turn.house.tree, record, next, {
    at: instant(turn.now),
    by: turn.sender.id,
    why,
    message: turn.message.id,
  })
}

/** The month of the record is closed: its owner must go through the contact, and the change will stand in 差异. */
export const isClosed = async (turn: Turn, record: Pick<RecordRow, 'period'>): Promise<boolean> =>
  (await turn.store.closings.get(monthOf(record.period.start))) !== null

/** Another's change of the same field within ten minutes, that the sender cannot have seen; gives who made it. */
export async function freshChangeBy(
  turn: Turn,
  record: RecordRow,
  field: Change['field'],
): Promise<string | null> {
  if (record.version === 1) return null
  const [before, last] = (await turn.store.records.versions(record.no)).slice(-2)
  if (!before || !last || last.by === turn.sender.id) return null
  if (turn.now.getTime() - new Date(last.at).getTime() > 10 * 60_000) return null
  return valueOf(before.activity, field) === valueOf(last.activity, field) ? null : last.by
}

/** A field's value as text, to see whether it changed. */
function valueOf(activity: Activity, field: Change['field']): string {
  const value =
    field in activity
      ? activity[field as 'period' | 'unit' | 'kind' | 'venue' | 'speakers' | 'topics']
      : activity.measures[field as MeasureName]?.value
  return JSON.stringify(value ?? null)
}
