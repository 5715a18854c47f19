import { noSums } from '../../../src/core/totals.js'
import type {
  Activity,
  OutboxRow,
  RecordRow,
  RollupRow,
  SourceRow,
  Store,
  VersionRow,
} from '../../../src/store.js'

/** What must hold, and the check of it on an empty database. */
export type Cases = readonly (readonly [what: string, check: (store: Store) => Promise<void>])[]

export const at = '2026-10-18T08:00:00.000Z'
export const later = '2026-10-18T09:00:00.000Z'

export const activity = (change: Partial<Activity> = {}): Activity => ({
  kind: 'lecture',
  unit: '城东区老科协',
  partners: ['科技局'],
  period: { start: '2026-10-18', end: '2026-10-18' },
  dayAssumed: false,
  scope: 'event',
  measures: {
    attendance: { value: 300, qualifier: 'over', words: '300多', span: [4, 8], source: 'm1' },
    hours: { value: 2.5, qualifier: 'exact', words: '两个半', source: 'm1' },
  },
  topics: ['身边的反诈'],
  speakers: [],
  venue: '第三小学',
  otherKinds: ['consultation'],
  evidence: { kind: [0, 2] },
  includes: [],
  part: 0,
  ...change,
})

export const record = (no: number, change: Partial<RecordRow> = {}): RecordRow => ({
  ...activity(),
  no,
  version: 1,
  status: 'counted',
  heldFor: null,
  duplicateOf: null,
  reporter: 'wxid_wang',
  room: '城东群',
  source: `m${no}`,
  createdAt: at,
  updatedAt: at,
  ...change,
})

export const version = (row: RecordRow, change: Partial<VersionRow> = {}): VersionRow => ({
  no: row.no,
  version: row.version,
  at: row.updatedAt,
  by: row.reporter,
  why: 'report',
  message: row.source,
  status: row.status,
  activity: activity(),
  ...change,
})

export const source = (change: Partial<SourceRow> = {}): SourceRow => ({
  messageId: 'm1',
  room: '城东群',
  sender: 'wxid_wang',
  senderName: '王秀兰',
  sentAt: at,
  text: '昨天讲座300多人',
  ...change,
})

export const receipt = (change: Partial<OutboxRow> = {}) => ({
  room: '城东群',
  person: null,
  class: 'receipt' as const,
  text: '已记 101',
  mentions: [],
  inReplyTo: 'm1',
  file: null,
  records: [101],
  line: '101 讲座',
  notBefore: at,
  createdAt: at,
  ...change,
})

export function person(change: object = {}) {
  const plain = { id: 'wxid_wang', name: '王秀兰', unit: '城东区老科协', role: 'member', duties: [] } as const
  return { ...plain, inOrg: false, receipts: 0, noRemindersUntil: null, ...change }
}

export const target = (change: object = {}) => ({
  year: 2026,
  unit: '市会',
  indicator: '科学素质演讲',
  sessions: 47 as number | null,
  attendance: 4760 as number | null,
  ...change,
})

export const todo = (change: object = {}) => ({
  unit: null as string | null,
  what: 'held' as const,
  record: 101,
  ref: null,
  person: null,
  text: '101 待核',
  data: { why: '重复' },
  at,
  status: 'open' as const,
  ...change,
})

export const question = (change: object = {}) => ({
  room: '城东群' as string | null,
  person: 'wxid_wang',
  about: 'attendance',
  record: 101,
  data: { part: 0 },
  askedAt: at,
  expiresAt: later,
  status: 'open' as const,
  ...change,
})

export const cell = (change: Partial<RollupRow> = {}): RollupRow => ({
  unit: '市会',
  cell: '2026-10',
  kind: 'lecture',
  own: false,
  ...noSums,
  entries: 1,
  attendance: 300,
  ...change,
})
