import { planFrom } from '../tips/book.js'
import { missingCampaigns } from '../tips/calendar.js'
import type { Job } from './job.js'

/** In the first week of the year, and again before most of the weeks come. */
const days: readonly string[] = ['01-05', '04-06']

/** Twice a year the office is told which weeks the tips wait for and nobody has entered yet. */
export const campaignDays: Job = {
  name: 'campaign-days',
  lateMinutes: 8 * 60,
  due: async () => [{ scope: '', minute: 9 * 60 + 10 }],
  async run(run) {
    const { store, house, local } = run
    if (run.tooLate || !days.includes(local.day.slice(5))) return
    if (!(await store.rooms.all()).some((r) => r.tipsAt !== 'off')) return
    const hooks = house.shelf.tips().flatMap((t) => t.day ?? [])
    const { campaigns } = await planFrom(store, local.day)
    const missing = missingCampaigns(Number(local.day.slice(0, 4)), hooks, campaigns)
    if (missing.length === 0) return
    const text = `科普：今年还没填日子的宣传周有${missing.join('、')}。知道了说“${missing[0]} 5月10日到16日”。`
    for (const p of await store.people.withRole(['secretariat'])) await run.say({ person: p.id }, text)
  },
}
