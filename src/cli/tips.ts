import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder, shelfOf } from '../tips/shelf.js'
import { tipsCheck, tipsImport, tipsPreview, type Printed } from '../tips/cli.js'
import { decode, encodings } from '../import/decode.js'
import { loadLibrary } from '../tips/library.js'
import { exportTable, importTable } from '../tips/table.js'
import { emptyPlan } from '../tips/plan.js'
import { pickInput } from '../tips/book.js'
import { tipRoom } from '../tips/room.js'
import { databaseFrom, guarded, orgFrom, print, readOptions, Stop } from './options.js'

/**
 * `xiaoke tips check` · `tips preview --room R --from D [--days N] [--org FILE] [--db URL]` · `tips export [--to FILE]`
 * · `tips import FILE [--encoding E] [--dry-run]`. `--folder`: a library other than the program's own.
 */
export const run = (argv: string[]): Promise<number> =>
  guarded(async () => {
    const [what = '', ...rest] = argv
    if (what === 'check') return check(rest)
    if (what === 'preview') return preview(rest)
    if (what === 'export') return exportTips(rest)
    if (what === 'import') return importTips(rest)
    throw new Stop(2, 'tips 后面写 check、preview、export 或 import')
  })

const ownFolder = (): string => join(dataFolder(), 'tips')

async function check(argv: string[]): Promise<number> {
  const o = readOptions(argv, { folder: 'text' })
  return say(tipsCheck(o['folder'] ?? ownFolder(), join(dataFolder(), 'rumours.yaml')))
}

async function exportTips(argv: string[]): Promise<number> {
  const o = readOptions(argv, { to: 'text', folder: 'text' })
  const { tips, faults } = loadLibrary(o['folder'] ?? ownFolder())
  if (faults.length > 0) throw new Stop(1, faults.map((f) => `${f.file}:${f.line} ${f.text}`).join('\n'))
  const table = exportTable(tips)
  if (o['to'] === undefined) {
    process.stdout.write(table)
    return 0
  }
  try {
    writeFileSync(o['to'], table, { flag: 'wx' })
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).code === 'EEXIST'
    throw new Stop(1, taken ? `${o['to']} 已经有了，换个名字` : `写不了 ${o['to']}`)
  }
  process.stderr.write(`科普${tips.length}条，写在 ${o['to']}\n`)
  return 0
}

async function importTips(argv: string[]): Promise<number> {
  const o = readOptions(argv, { encoding: 'text', folder: 'text', 'dry-run': 'flag' }, '文件')
  const path = o['file']!
  const encoding = encodings.find((e) => e === o['encoding'])
  if (o['encoding'] !== undefined && !encoding) throw new Stop(2, `编码可写：${encodings.join('、')}`)
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch {
    throw new Stop(1, `读不了 ${path}`)
  }
  const text = decode(bytes, encoding)
  if (!text.ok) throw new Stop(1, `${path} 不是文字文件，请另存为“CSV UTF-8”`)
  const folder = o['folder'] ?? ownFolder()
  const printed = tipsImport(folder, importTable(text.value.text, path), o['dry-run'] !== undefined)
  for (const [name, content] of printed.files) {
    writeFileSync(join(folder, `${name}.new`), content)
    renameSync(join(folder, `${name}.new`), join(folder, name))
  }
  return say(printed)
}

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
