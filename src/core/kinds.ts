/** The closed list of activity kinds. Ids are stored and never renamed; the Chinese is what people read. */
export const kindTable = [
  { id: 'lecture', name: '讲座', counts: 'sessions' },
  { id: 'training', name: '培训', counts: 'sessions' },
  { id: 'consultation', name: '咨询', counts: 'sessions' },
  { id: 'clinic', name: '义诊', counts: 'sessions' },
  { id: 'counselling', name: '心理', counts: 'sessions' },
  { id: 'outreach', name: '三下乡', counts: 'sessions' },
  { id: 'publicity', name: '科普宣传', counts: 'sessions' },
  { id: 'research', name: '调研报告', counts: 'documents' },
  { id: 'proposal', name: '建言献策', counts: 'documents' },
  { id: 'article', name: '稿件', counts: 'documents' },
  { id: 'base', name: '基地', counts: 'documents' },
  { id: 'culture', name: '文体', counts: 'sessions' },
  { id: 'enterprise', name: '助企', counts: 'sessions' },
  { id: 'volunteer', name: '志愿服务', counts: 'sessions' },
  { id: 'meeting', name: '会议', counts: 'sessions' },
] as const

export type Kind = (typeof kindTable)[number]['id']

const byId = new Map(kindTable.map((k) => [k.id, k]))

/** The name people read: lecture → 讲座. */
export const kindName = (id: Kind): string => byId.get(id)!.name
/** Whether a kind is counted in 场次 (sessions) or in documents, bases and the like (count). */
export const countsDocuments = (id: Kind): boolean => byId.get(id)!.counts === 'documents'
export const isKind = (s: string): s is Kind => byId.has(s as Kind)
