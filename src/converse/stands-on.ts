import type { RecordRow } from '../store.js'
import type { Said } from '../understand/said.js'

/** Whether an old value that is said (不是18号, 不是培训) is what the record tells: the day touches its days. Words are none. */
export function standsOn(record: RecordRow, old: Said | null): boolean {
  switch (old?.is) {
    case 'day':
      return old.period.start <= record.period.end && old.period.end >= record.period.start
    case 'unit':
      return old.unit === record.unit
    case 'kind':
      return old.kind === record.kind
    case 'figure':
      return Object.values(record.measures).some((m) => m.value === old.measure.value)
    default:
      return false
  }
}
