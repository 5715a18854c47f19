import { addDays } from '../core/day.js'
import { essayWithNumber } from '../converse/essay-desk.js'
import { dayText } from '../converse/figures.js'
import { planFrom } from '../tips/book.js'
import { essayTip } from '../tips/essay.js'
import { freeDay } from '../tips/office.js'
import type { EssayRow, Store } from '../store.js'
import type { Job } from './job.js'

/**
 * A member's own tip whose day passed without it (a day off, the office's own choice, no connection) gets the next
 * free day, and its author is told. What may have arrived is never given out again.
 */
export const essayDays: Job = {
  name: 'essay-days',
  lateMinutes: 8 * 60,
  due: async () => [{ scope: '', minute: 9 * 60 }],
  async run(run) {
    if (run.tooLate) return
    const { store, local } = run
    for (const row of await store.tips.essays({ status: 'scheduled' })) {
      if (row.day === null || row.day >= local.day) continue
      const essay = await essayWithNumber(store, row)
      if (await mayHaveArrived(store, row, essayTip(essay).id)) {
        await store.tips.updateEssay({ ...row, status: 'sent' })
        continue
      }
      const tomorrow = addDays(local.day, 1)
      const day = freeDay(await planFrom(store, tomorrow), '', tomorrow)
      if (day === null) continue
      await store.tips.updateEssay({ ...row, day })
      if (row.personName !== '')
        await run.say(
          { person: row.person },
          `您的第${essay.number}则随笔${dayText(row.day, local.day)}没发成，改排在${dayText(day, local.day)}。`,
        )
    }
  },
}

/** Handed to the platform for some room, whatever became of it, or still on its way. */
async function mayHaveArrived(store: Store, { day }: EssayRow, tip: string): Promise<boolean> {
  for (const given of await store.tips.on(day!)) {
    if (given.tip !== tip || given.outbox === null) continue
    const row = await store.outbox.byId(given.outbox)
    if (row && row.status !== 'failed' && row.status !== 'dropped') return true
  }
  return false
}
