import { campaignDays } from './campaign-days.js'
import { dailyTip } from './daily-tip.js'
import { essayDays } from './essay-days.js'
import type { Job } from './job.js'
import { morningLine } from './morning-line.js'
import { planFollowup } from './plan-followup.js'
import { reminders } from './reminders.js'
import { retention } from './retention.js'

/** Everything the clock brings, each once a day. */
export const jobs: readonly Job[] = [
  retention,
  dailyTip,
  morningLine,
  essayDays,
  campaignDays,
  reminders,
  planFollowup,
]
