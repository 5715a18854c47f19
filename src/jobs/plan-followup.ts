import { addDays, single } from '../core/day.js'
import { followupMinute, planQuestion } from '../converse/plan-question.js'
import { fulfils } from '../ledger/plans.js'
import type { PlanRow } from '../store.js'
import { instant } from '../turn.js'
import type { Job, JobRun } from './job.js'

/** How long a bare number answers. */
const openDays = 3

/**
 * 先说后报: on the evening of an announced activity its announcer is asked once how many came. What is on the book
 * already is not asked after, nor is anybody who wants no reminders; a day on which the house was away is caught up
 * the next evening.
 */
export const planFollowup: Job = {
  name: 'plan-followup',
  lateMinutes: 3 * 60 + 30,
  due: async () => [{ scope: '', minute: followupMinute }],
  async run(run) {
    if (run.tooLate) return
    for (const day of [addDays(run.local.day, -1), run.local.day])
      for (const plan of await run.store.plans.openOn(day))
        if (plan.status === 'open') await follow(run, plan)
  },
}

async function follow(run: JobRun, plan: PlanRow): Promise<void> {
  const { store, local, now } = run
  const person = await store.people.byId(plan.person)
  const told = await toldAlready(run, plan, person?.name ?? '')
  if (told !== null) return store.plans.update({ ...plan, status: 'done', record: told })
  if (person?.noRemindersUntil != null && person.noRemindersUntil >= local.day) return
  // of several one at a time: the next is asked about when this one is answered, or the next evening
  const open = await store.questions.openFor(plan.person, null, instant(now))
  if (
    open.some((q) => q.about === 'plan_result' && q.askedAt >= instant(new Date(now.getTime() - 3_600_000)))
  )
    return
  await store.plans.update({ ...plan, status: 'asked' })
  await store.questions.insert({
    room: null,
    person: plan.person,
    about: 'plan_result',
    record: null,
    data: { plan: plan.id },
    askedAt: instant(now),
    expiresAt: instant(new Date(now.getTime() + openDays * 86_400_000)),
    status: 'open',
  })
  const text = planQuestion(person?.name ?? '', plan, local.day)
  await run.say({ person: plan.person }, text, { class: 'question', key: `plan/${plan.id}` })
}

/** A record of somebody else that tells the plan's activity: of its branch, about its announcer or at its place. */
async function toldAlready({ store }: JobRun, plan: PlanRow, name: string): Promise<number | null> {
  const records = await store.records.list({
    overlaps: single(plan.day),
    statuses: ['counted', 'held'],
    scope: 'event',
  })
  const found = records.find(
    (r) =>
      fulfils(r, plan) &&
      r.unit === plan.unit &&
      (r.reporter === plan.person || r.speakers.includes(name) || (plan.venue !== null && r.venue !== null)),
  )
  return found?.no ?? null
}
