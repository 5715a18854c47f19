import { houseOf } from '../house.js'
import { recount } from '../ledger/recount.js'
import { databaseFrom, guarded, orgFrom, print, readOptions } from './options.js'

/** `xiaoke recount`: counts every record again and compares with the kept totals. */
export const run = (argv: string[]): Promise<number> =>
  guarded(async () => {
    const options = readOptions(argv, { org: 'needed', db: 'needed', repair: 'flag' })
    const org = orgFrom(options['org']!)
    const db = await databaseFrom(options['db']!)
    try {
      const result = await db.work(async (store) =>
        recount(store, houseOf(org, await store.units.all()).tree, options['repair'] === 'true'),
      )
      for (const { cell, kept, counted } of result.wrong)
        await print(
          `不一致：${cell} 存的${kept?.sessions ?? 0}场${kept?.attendance ?? 0}人次，重算${counted?.sessions ?? 0}场${counted?.attendance ?? 0}人次`,
        )
      const repaired = options['repair'] === 'true' && result.wrong.length > 0
      await print(
        `${result.records}条记录，${result.cells}格合计，${result.wrong.length === 0 ? '全部一致' : `${result.wrong.length}格不一致${repaired ? '，已改正' : '，加 --repair 可改正'}`}`,
      )
      return result.wrong.length > 0 && !repaired ? 1 : 0
    } finally {
      await db.close()
    }
  })
