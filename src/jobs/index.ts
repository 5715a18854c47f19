import { dailyTip } from './daily-tip.js'
import type { Job } from './job.js'

/** Everything the clock brings, each once a day. */
export const jobs: readonly Job[] = [dailyTip]
