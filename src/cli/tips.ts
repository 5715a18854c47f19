import { join } from 'node:path'
import { dataFolder, shelfOf } from '../tips/shelf.js'
import { tipsCheck, tipsPreview, type Printed } from '../tips/cli.js'
import { emptyPlan } from '../tips/plan.js'
import { pickInput } from '../tips/book.js'
import { tipRoom } from '../tips/room.js'
import { databaseFrom, guarded, orgFrom, print, readOptions, Stop } from './options.js'

/** `xiaoke tips check` · `xiaoke tips preview --org FILE --room R --from D --days N [--db URL]`. */
export const run = (argv: string[]): Promise<number> =>
  guarded(async () => {
    const [what = '', ...rest] = argv
    if (what === 'check')
      return say(tipsCheck(join(dataFolder(), 'tips'), join(dataFolder(), 'rumours.yaml')))
    if (what === 'preview') return preview(rest)
    throw new Stop(2, 'tips 后面写 check 或 preview')
  })

async function preview(argv: string[]): Promise<number> {
  const o = readOptions(argv, { org: 'text', db: 'text', room: 'needed', from: 'needed', days: 'text' })
  const org = orgFrom(o['org'] ?? join(dataFolder(), 'sample-org.yaml'))
  const room = org.rooms.find((r) => r.name === o['room'])
  if (!room)
    throw new Stop(
      1,
      `没有「${o['room']}」这个群，可写：${org.rooms.map((r) => r.name).join('、') || '（组织文件里还没有 rooms）'}`,
    )
  const days = Number(o['days'] ?? '14')
  const shelf = shelfOf()
  if (o['db'] === undefined)
    return say(
      tipsPreview(
        { room: tipRoom(org, room), day: o['from']!, library: shelf.tips(), history: [], plan: emptyPlan },
        days,
      ),
    )
  const db = await databaseFrom(o['db'])
  try {
    return say(tipsPreview(await db.read((store) => pickInput(store, org, shelf, room, o['from']!)), days))
  } finally {
    await db.close()
  }
}

async function say({ text, exit }: Printed): Promise<number> {
  await print(text)
  return exit
}
