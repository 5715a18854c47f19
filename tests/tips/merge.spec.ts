import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { run } from '../../src/cli/tips.js'
import { tipsImport } from '../../src/tips/cli.js'
import { loadLibrary } from '../../src/tips/library.js'
import { exportTable, importTable } from '../../src/tips/table.js'
import type { Tip } from '../../src/tips/tip.js'

const library = loadLibrary('data/tips').tips
const falls = library.filter((t) => t.theme === '防跌倒')
const [first, second] = falls.filter((t) => !t.medical) as [Tip, Tip]
const table = (...tips: readonly Tip[]): string => exportTable(tips)
const tried = (csv: string): ReturnType<typeof tipsImport> =>
  tipsImport('data/tips', importTable(csv, 't.csv'), false)
const fresh: Tip = {
  ...first,
  id: 'porch-001',
  theme: '门口小事',
  title: '门垫压住四个角',
  lines: ['门垫滑一下，人就歪一下。', '换成背面带胶的，', '四个角都压平。'],
}

describe('a table put into the library', () => {
  test('the library’s own changes nothing', () => {
    expect(tried(table(...library))).toEqual({
      text: `新增0条，改了0条，没变${library.length}条\n和库里一样，不用写`,
      exit: 0,
      files: new Map(),
    })
  })
  test('a changed and a new tip: two files, all others stay', () => {
    const csv = table({ ...first, lines: ['新的一句话，写在这里。', '照着做一回，记住它。'] }, fresh)
    const { text, files } = tried(csv)
    expect(text).toBe(
      `新增1条，改了1条，没变0条，表里没有的${library.length - 1}条照旧留着\n写了：falls.yaml、porch.yaml`,
    )
    expect(files.get('porch.yaml')).toContain('theme: 门口小事\ngroup: health\ntips:\n  - id: porch-001\n')
    expect(files.get('falls.yaml')).toContain(`  - id: ${second.id}\n`)
  })
  test.each<[string, string, string]>([
    ['a number twice', table(first, first), `t.csv:3 ${first.id}：编号在表里用了两回（第2行）`],
    [
      'another theme',
      table({ ...first, theme: '防火' }),
      `t.csv:2 ${first.id}：主题原是“防跌倒”，不能改成“防火”`,
    ],
    ['another kind', table({ ...first, group: 'food' }), `t.csv:2 ${first.id}：主题“防跌倒”的类别写得不一样`],
    [
      'a long title',
      table({ ...first, title: '字'.repeat(15) }),
      `t.csv:2 ${first.id}：标题15个字，最多14个：`,
    ],
    [
      'a formula',
      table({ ...first, title: '=1+1', lines: ['<b>看</b>，这里有符号。', '别用它。'] }),
      `t.csv:2 ${first.id}：有符号或网址`,
    ],
    [
      'a promised cure',
      table({ ...first, lines: ['每天一把花椒，根治关节炎，', '不用看医生也好。'] }),
      `t.csv:2 ${first.id}：“根治”是许诺疗效`,
    ],
    [
      'another’s words',
      table({ ...fresh, title: first.title, lines: first.lines }),
      `porch-001 和 ${first.id}`,
    ],
    ['no table', '一,二\n1,2\n', 't.csv:1 第一行缺少这些列'],
  ])('%s is told by file and line, and nothing is written', (_, csv, fault) => {
    const { text, exit, files } = tried(csv)
    expect({ exit, files: files.size }).toEqual({ exit: 1, files: 0 })
    expect(text).toContain(fault)
    expect(text).toMatch(/有\d+处要改，什么也没写$/)
  })
})

test('the command writes the table, reads it back and leaves the files as they were', async () => {
  const home = mkdtempSync(join(tmpdir(), 'xiaoke-tips-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  const folder = join(home, 'tips')
  cpSync('data/tips', folder, { recursive: true })
  const to = join(home, 't.csv')
  expect(await run(['export', '--folder', folder, '--to', to])).toBe(0)
  expect(await run(['export', '--folder', folder, '--to', to])).toBe(1) // never over another file
  expect(readFileSync(to, 'utf8')).toBe(exportTable(library))
  expect(await run(['import', to, '--folder', folder, '--dry-run'])).toBe(0)
  expect(await run(['import', to, '--folder', folder])).toBe(0)
  expect(loadLibrary(folder).tips.map((t) => t.id)).toEqual(library.map((t) => t.id))
  for (const file of new Set(library.map((t) => t.at.file)))
    expect(readFileSync(file.replace('data/tips', folder), 'utf8')).toBe(readFileSync(file, 'utf8'))
  expect(await run(['import', join(home, 'none.csv')])).toBe(1)
  expect(await run(['import', to, '--encoding', 'ebcdic'])).toBe(2)
  expect(await run(['import'])).toBe(2)
})
