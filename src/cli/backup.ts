import { backup, type BackupError } from '../backup.js'
import { openProblem } from '../problems.js'
import { configFrom } from './config.js'
import { guarded, print, readOptions, Stop } from './options.js'

/** `xiaoke backup --db URL --to FILE|FOLDER`: a proved copy, while the bot runs. */
export const run = (argv: string[]): Promise<number> =>
  guarded(async () => {
    const options = readOptions(argv, { db: 'text', config: 'text', to: 'needed' })
    const done = await backup(databaseOf(options), options['to']!, new Date())
    if (!done.ok) throw new Stop(1, backupProblem(done.error))
    const { path, bytes, sha256, records, wrong } = done.value
    const size =
      bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
    await print(
      `备份好了：${path}（${size}，${records}条记录，${wrong === 0 ? '合计全部一致' : `${wrong}格合计和记录对不上`}）`,
    )
    await print(`SHA-256 ${sha256}`)
    if (wrong === 0) return 0
    process.stderr.write('合计对不上，请运行 xiaoke recount --repair 改正；备份里的记录是完整的\n')
    return 1
  })

/** The database of `--db`, or of the configuration. */
export function databaseOf(options: Readonly<Record<string, string | undefined>>): string {
  const { db, config } = options
  if (db !== undefined && config !== undefined) throw new Stop(2, '--db 和 --config 只写一个')
  if (db !== undefined) return db
  if (config === undefined) throw new Stop(2, '还差 --db 或 --config')
  return configFrom(config).database
}

export function backupProblem(error: BackupError): string {
  switch (error.code) {
    case 'no_file':
      return `没有「${error.path}」这个文件，请检查路径`
    case 'exists':
      return `已经有「${error.path}」了，请换一个名字`
    case 'running':
      return `小科正在运行${error.pid > 0 ? `（进程 ${error.pid}）` : ''}，请先停下它再恢复`
    default:
      return openProblem(error)
  }
}
