import { isApproximate } from '../core/measure.js'
import { mayChange } from '../ledger/correct.js'
import type { RecordRow } from '../store.js'
import { contextOf, instant, type Turn } from '../turn.js'
import { readSaid, type Said } from '../understand/said.js'
import { toldOfPeople } from './told-before-words.js'

/** Minutes in which 那天我也在，不是五十六七，是58个 is about what another told last in that room; bare figures only at once. */
const minutes = 60
const bareMinutes = 10

/** What another told last in this room, where its figure is the one taken back and the sender may change it. */
export async function toldBefore(turn: Turn, was: string | null, now: Said): Promise<RecordRow | null> {
  const { store, sender, message } = turn
  const old = was === null ? null : readSaid(was, contextOf(turn))
  if (message.room === undefined || old?.is !== 'figure' || now.is !== 'figure') return null
  const of = turn.called ? 'people' : toldOfPeople(turn.words)
  if (of === null || elsewhere.test(turn.words)) return null
  const reach = of === 'bare' ? bareMinutes : minutes
  const from = instant(new Date(turn.now.getTime() - reach * 60_000))
  const told = await store.records.list({
    room: message.room,
    createdFrom: from,
    newestFirst: true,
    limit: 1,
  })
  const [last] = told
  if (!last || last.status === 'void' || last.reporter === sender.id || !mayChange(turn, last)) return null
  const field = now.field ?? old.field ?? 'attendance'
  const figure = last.measures[field]
  const fits =
    figure?.value === old.measure.value &&
    field === (old.field ?? field) &&
    field !== 'sessions' &&
    (isApproximate(figure) || !isApproximate(old.measure))
  return fits ? last : null
}
/** Of another time or another event, or no figure of what was held. */
const elsewhere =
  /上次|上回|去年|前年|往年|以前|每[次回场]|别[的处人]|另外?一?[场次回]|隔壁|人家那|我们那[场次回]|原定|计划|预计|报名|任务|指标|下次|明天|[?？]|吗/
