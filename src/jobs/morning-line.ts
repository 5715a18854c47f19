import { addDays } from '../core/day.js'
import { kindTable } from '../core/kinds.js'
import { dayText } from '../converse/figures.js'
import type { OutboxRow, TipSentRow } from '../store.js'
import { deliveryLine, type Delivery } from '../tips/delivery.js'
import type { Unsent } from '../tips/schedule.js'
import { awayBetween } from '../offline.js'
import { clockText } from '../zone.js'
import type { Job, JobRun } from './job.js'

const minute = 8 * 60 + 5

/**
 * The office's line of the morning: what was reported yesterday, what waits, what became of the tips, when the house was
 * not reached. Only what there is; nothing at all where all is quiet and well.
 */
export const morningLine: Job = {
  name: 'morning-line',
  lateMinutes: 4 * 60,
  due: async () => [{ scope: '', minute }],
  async run(run) {
    if (run.tooLate) return
    const from = await sinceLast(run)
    const deliveries = await tipsSince(run, from)
    const wrong = deliveries.some((d) => !['sent', 'off', 'day_off', 'skipped'].includes(d.state))
    const [reported, offline] = [await reportedText(run), await offlineText(run, from)]
    if (!reported && !offline && !wrong) return
    const text = [reported, deliveryLine(deliveries), offline].filter(Boolean).join('。')
    for (const p of await run.store.people.withRole(['secretariat']))
      await run.say({ person: p.id }, `${text}。`)
  },
}

const lastRun = 'morning-line'
/** Tips that had not gone when the line was said; the next line tells how they ended. */
const waiting = 'morning-line:waiting'
/** From the last line on, which may have come late; at most since yesterday's hour. */
async function sinceLast({ store, house, local, now }: JobRun): Promise<string> {
  const last = await store.settings.get(lastRun)
  await store.settings.set(lastRun, now.toISOString())
  const yesterday = house.zone.at(addDays(local.day, -1), minute).toISOString()
  return last !== null && last > yesterday ? last : yesterday
}

/** 「昨日：报12条（讲座7 义诊2 培训3），待核2，待核联合1对，漏网1」; empty where nothing came and nothing waits. */
async function reportedText({ store, house, local }: JobRun): Promise<string> {
  const yesterday = addDays(local.day, -1)
  const records = await store.records.list({
    createdFrom: house.zone.at(yesterday, 0).toISOString(),
    createdBefore: house.zone.at(local.day, 0).toISOString(),
    statuses: ['counted', 'held'],
  })
  const kinds = kindTable.flatMap(({ id, name }) => {
    const n = records.filter((r) => r.kind === id).length
    return n > 0 ? [`${name}${n}`] : []
  })
  const held = await store.records.count({ statuses: ['held'] })
  const waiting = (await store.todos.open('all')).filter((t) => t.what === 'held').length
  const joints = (await store.joints.withStatus('proposed')).length
  const missed = (await store.missed.open()).length
  const parts = [
    ...(records.length > 0 ? [`报${records.length}条（${kinds.join(' ')}）`] : []),
    ...(held + waiting > 0 ? [`待核${held + waiting}`] : []),
    ...(joints > 0 ? [`待核联合${joints}对`] : []),
    ...(missed > 0 ? [`漏网${missed}`] : []),
  ]
  if (parts.length === 0) return ''
  return records.length > 0 ? `昨日：${parts.join('，')}` : `昨日没有新报，${parts.join('，')}`
}

/** What became of the tips given out since the last line. */
async function tipsSince(run: JobRun, from: string): Promise<readonly Delivery[]> {
  const { store, local } = run
  const rows = [...(await store.tips.on(addDays(local.day, -1))), ...(await store.tips.on(local.day))]
  const now = run.now.toISOString()
  const told: Delivery[] = []
  const left = JSON.parse((await store.settings.get(waiting)) ?? '[]') as readonly number[]
  const still: number[] = []
  for (const t of rows) {
    const row = t.outbox === null ? null : await store.outbox.byId(t.outbox)
    // One that waited when the last line was said has come to its end since then.
    if (t.at >= from || (row && left.includes(row.id))) told.push(...deliveryOf(t, row, now))
    if (row && (row.status === 'planned' || row.status === 'sending')) still.push(row.id)
  }
  await store.settings.set(waiting, JSON.stringify(still))
  return told
}

const reasons: Readonly<Record<string, string>> = {
  offline: '掉线',
  throttled: '发得太快',
  no_such_target: '群不在了',
  refused: '平台不让发',
}
function deliveryOf({ room, tip, reason }: TipSentRow, row: OutboxRow | null, now: string): Delivery[] {
  if (tip === null) return unsent.has(reason ?? '') ? [{ room, state: reason as Unsent }] : []
  if (!row) return []
  if (row.status === 'sent' || row.status === 'unknown') return [{ room, state: row.status }]
  // caught up this very moment: the next line tells whether it arrived
  if (row.status === 'planned' && row.createdAt >= now) return []
  if (row.status === 'dropped') return [{ room, state: 'too_late' }]
  const why = row.status === 'failed' ? reasons[row.error ?? ''] : '还在等着发'
  return [{ room, state: 'failed', ...(why === undefined ? {} : { reason: why }) }]
}
const unsent = new Set<string>(['off', 'day_off', 'too_late', 'skipped', 'exhausted'])

/** 「机器人离线 02:10–06:45，补收3条」: reports said meanwhile and taken up afterwards. */
async function offlineText(run: JobRun, from: string): Promise<string> {
  const { store, house, local, now } = run
  const away = await awayBetween(store, from, now.toISOString())
  if (away.length === 0) return ''
  let caught = 0
  for (const r of await store.records.list({ createdFrom: away[0]!.from, statuses: ['counted', 'held'] })) {
    const sentAt = (await store.sources.get(r.source))?.sentAt ?? ''
    if (away.some((a) => a.from < sentAt && sentAt < a.to && r.createdAt >= a.to)) caught++
  }
  const at = (instant: string): string => {
    const { day, minute: m } = house.zone.local(new Date(instant))
    return `${day === local.day ? '' : dayText(day, local.day)}${clockText(m).padStart(5, '0')}`
  }
  const spells = away.map((a) => `${at(a.from)}–${at(a.to)}`)
  return `机器人离线 ${spells.join('、')}${caught > 0 ? `，补收${caught}条` : ''}`
}
