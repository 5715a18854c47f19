import { z } from 'zod'
import { gazetteer, understand } from '../understand/index.js'
import { toWire } from '../understand/wire.js'
import { zoneOf } from '../zone.js'
import { eachLine, isoInstant } from './lines.js'
import { guarded, orgFrom, readOptions } from './options.js'

/** More keys may be present and are ignored here. */
const line = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string({ error: '要有文字 text' }),
  sentAt: z
    .string({ error: '要有时间 sentAt' })
    .refine(isoInstant, { error: '要写成 2026-11-21T09:00:00+08:00 这样' }),
})

/** `xiaoke parse --org FILE`: understanding alone. */
export const run = (argv: string[]): Promise<number> =>
  guarded(async () => {
    const { org: path } = readOptions(argv, { org: 'needed' })
    const org = orgFrom(path!)
    const units = gazetteer(org)
    const zone = zoneOf(org.timezone)
    return eachLine(line, ({ id, text, sentAt }) => ({
      id,
      ...toWire(understand(text, { units, sentAt: zone.local(new Date(sentAt)) })),
    }))
  })
