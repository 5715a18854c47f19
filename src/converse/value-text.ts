import { kindName } from '../core/kinds.js'
import type { MeasureName } from '../core/report.js'
import { shortName } from '../core/tree.js'
import type { Change } from '../ledger/correct.js'
import type { RecordRow } from '../store.js'
import type { Turn } from '../turn.js'
import { dayText, periodText, shown } from './figures.js'

/** How a field of a record reads in 「old → new」; the unit is said once, behind the new value. */
export function valueText(turn: Turn, record: RecordRow, field: Change['field'], withUnit = true): string {
  const today = turn.local.day
  const units: Partial<Record<MeasureName, string>> = {
    attendance: '人次',
    materials: '份',
    sessions: '场',
    count: '',
    adopted: '',
    helpers: '人',
    medicine: '元',
    online: '人次',
  }
  switch (field) {
    case 'period':
      return record.period.start === record.period.end
        ? dayText(record.period.start, today)
        : periodText(record.period, today)
    case 'unit':
      return record.unit === null ? '未报' : shortName(record.unit, turn.house.tree)
    case 'kind':
      return kindName(record.kind)
    case 'partners':
      return record.partners.length === 0
        ? '单独办'
        : `联合${record.partners.map((p) => shortName(p, turn.house.tree)).join('、')}`
    case 'venue':
      return record.venue ?? '未报'
    case 'speakers':
    case 'topics':
      return record[field].join('、') || '未报'
    default: {
      const m = record.measures[field]
      return m ? `${shown(m)}${withUnit ? (units[field] ?? '') : ''}` : '未报'
    }
  }
}
