import { restore } from '../backup.js'
import { backupProblem, databaseOf } from './backup.js'
import { guarded, print, readOptions, Stop } from './options.js'

/** `xiaoke restore FILE --db URL`: puts a backup in the database's place. */
export const run = (argv: string[]): Promise<number> =>
  guarded(async () => {
    const options = readOptions(argv, { db: 'text', config: 'text' }, '备份文件')
    const done = await restore(options['file']!, databaseOf(options), new Date())
    if (!done.ok) throw new Stop(1, backupProblem(done.error))
    const { path, before, records, wrong, dropped } = done.value
    await print(
      `恢复好了：${path}（${records}条记录${wrong === 0 ? '，合计全部一致' : `，${wrong}格合计已按记录改正`}）`,
    )
    if (before !== null) await print(`原来的数据库留在：${before}`)
    if (dropped > 0) await print(`备份那时排着的${dropped}条回复没有再发`)
    await print('备份以后群里的报告不在里面：把聊天记录导出来，用 xiaoke import 补上。')
    return 0
  })
