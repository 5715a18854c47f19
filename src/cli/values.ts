import { z } from 'zod'
import { values } from '../understand/values.js'
import { zoneOf } from '../zone.js'
import { eachLine, isoInstant } from './lines.js'
import { guarded, readOptions } from './options.js'

const line = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string({ error: '要有文字 text' }),
  reference: z
    .string({ error: '要有时间 reference' })
    .refine(isoInstant, { error: '要写成 2026-11-21T09:00:00+08:00 这样' }),
})

/** `xiaoke values`: numbers and dates alone. */
export const run = (argv: string[]): Promise<number> =>
  guarded(async () => {
    readOptions(argv, {})
    const zone = zoneOf('Asia/Shanghai')
    return eachLine(line, ({ id, text, reference }) => ({
      id,
      ...values(text, zone.local(new Date(reference))),
    }))
  })
