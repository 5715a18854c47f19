import { isDay, parts, type PlainDate } from '../core/day.js'
import { checkLibrary } from './check.js'
import { loadLibrary, type Library } from './library.js'
import { mergeTips } from './merge.js'
import { preview, previewLine } from './office.js'
import type { PickInput } from './pick.js'
import { loadRumours } from './rumours.js'
import { groups, type Group, type Tip } from './tip.js'

/** What a subcommand prints, and its exit code. */
export interface Printed {
  readonly text: string
  readonly exit: 0 | 1 | 2
}

/** `xiaoke tips check`: how many tips, by theme, and every fault as `file:line what`; exit 1 if there is any. */
export function tipsCheck(folder: string, rumoursFile: string): Printed {
  const library = loadLibrary(folder)
  const { rumours, faults: rumourFaults } = loadRumours(rumoursFile)
  const faults = [...checkLibrary(library), ...rumourFaults]
  const text = [
    `科普${library.tips.length}条，求证${rumours.length}条`,
    ...themes(library.tips).map(([theme, group, n]) => `  ${groups[group]}　${theme}　${n}`),
    ...faults.map((f) => `${f.file}:${f.line} ${f.text}`),
    faults.length ? `有${faults.length}处要改` : '没有问题',
  ].join('\n')
  return { text, exit: faults.length ? 1 : 0 }
}

/** `xiaoke tips import FILE`: what the table would change, or its faults by file and line; `files` are to be written. */
export function tipsImport(
  folder: string,
  table: Library,
  dryRun: boolean,
): Printed & { readonly files: ReadonlyMap<string, string> } {
  const merge = mergeTips(loadLibrary(folder), table)
  if (merge.faults.length > 0) {
    const lines = merge.faults.map((f) => `${f.file}:${f.line} ${f.text}`)
    return { text: [...lines, `有${lines.length}处要改，什么也没写`].join('\n'), exit: 1, files: new Map() }
  }
  const { added, changed, same, kept, files } = merge
  const done =
    files.size === 0
      ? '和库里一样，不用写'
      : `${dryRun ? '会写' : '写了'}：${[...files.keys()].join('、')}${dryRun ? '（试一遍，没有写）' : ''}`
  const text = [
    `新增${added}条，改了${changed}条，没变${same}条${kept > 0 ? `，表里没有的${kept}条照旧留着` : ''}`,
    done,
  ]
  return { text: text.join('\n'), exit: 0, files: dryRun ? new Map() : files }
}

function themes(tips: readonly Tip[]): readonly (readonly [string, Group, number])[] {
  const counted = new Map<string, readonly [string, Group, number]>()
  for (const { theme, group } of tips) counted.set(theme, [theme, group, (counted.get(theme)?.[2] ?? 0) + 1])
  const order = Object.keys(groups)
  return [...counted.values()].sort((a, b) => order.indexOf(a[1]) - order.indexOf(b[1]) || b[2] - a[2])
}

/** `xiaoke tips preview --room R --from D --days N`: one line a day; exit 2 for a day that is none. */
export function tipsPreview(input: PickInput, days: number): Printed {
  if (!isCivilDay(input.day)) return { text: `没有这一天：${input.day}，应写 2026-11-22`, exit: 2 }
  if (!Number.isInteger(days) || days < 1 || days > 400) return { text: '天数写1到400', exit: 2 }
  return { text: [input.room.name, ...preview(input, days).map(previewLine)].join('\n'), exit: 0 }
}

const isCivilDay = (day: PlainDate): boolean => /^\d{4}-\d\d-\d\d$/.test(day) && isDay(...parts(day))
