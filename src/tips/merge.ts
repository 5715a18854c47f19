import { basename } from 'node:path'
import { checkLibrary, checkTip } from './check.js'
import type { Library } from './library.js'
import type { Fault, Tip } from './tip.js'
import { fileText } from './write.js'

/** What an import would do to the files of a library. */
export interface Merge {
  readonly added: number
  readonly changed: number
  readonly same: number
  /** Tips of the library that the table does not have; they stay. */
  readonly kept: number
  /** New text by file name, only of files that change. */
  readonly files: ReadonlyMap<string, string>
  /** What keeps it from being done, by file and line of the table; empty means it may be written. */
  readonly faults: readonly Fault[]
}

/**
 * Puts the rows of a table into a library: a known number replaces its tip in place, a new one goes to the end of its
 * theme's file, a new theme gets a file of its own. Nothing is ever taken out: histories refer to numbers.
 */
export function mergeTips(library: Library, table: Library): Merge {
  const known = new Map(library.tips.map((t) => [t.id, t]))
  const fileOf = new Map(library.tips.map((t) => [t.theme, t.at.file]))
  const groupOf = new Map(library.tips.map((t) => [t.theme, t.group]))
  const faults: Fault[] = [...table.faults, ...library.faults]
  const rows = new Map<string, Tip>()
  for (const row of table.tips) {
    const fault = (text: string): void => void faults.push({ ...row.at, text: `${row.id}：${text}` })
    const old = known.get(row.id)
    const twice = rows.get(row.id)
    if (twice) fault(`编号在表里用了两回（第${twice.at.line}行）`)
    else if (old && old.theme !== row.theme) fault(`主题原是“${old.theme}”，不能改成“${row.theme}”`)
    else if ((groupOf.get(row.theme) ?? row.group) !== row.group) fault(`主题“${row.theme}”的类别写得不一样`)
    else {
      if (!fileOf.has(row.theme)) fileOf.set(row.theme, newFile(row, library))
      groupOf.set(row.theme, row.group)
    }
    rows.set(row.id, row)
  }
  const fresh = [...rows.values()].filter((r) => !known.has(r.id))
  const changed = library.tips.filter((t) => rows.has(t.id) && words(t) !== words(rows.get(t.id)!))
  const after = [...library.tips.map((t) => rows.get(t.id) ?? t), ...fresh]
  // What a row says is told at once; how it stands beside the others only when every row is sound.
  if (faults.length === 0) faults.push(...newFaults(library, after))
  else faults.push(...[...rows.values()].flatMap(checkTip))

  const touched = new Set([...changed.map((t) => t.at.file), ...fresh.map((t) => fileOf.get(t.theme)!)])
  const files = new Map(
    [...touched].map((file) => {
      const own = [
        ...library.tips.filter((t) => t.at.file === file).map((t) => rows.get(t.id) ?? t),
        ...fresh.filter((t) => fileOf.get(t.theme) === file),
      ]
      return [basename(file), fileText(own[0]!.theme, own[0]!.group, own)]
    }),
  )
  return {
    added: fresh.length,
    changed: changed.length,
    same: rows.size - fresh.length - changed.length,
    kept: library.tips.length - (rows.size - fresh.length),
    files: faults.length > 0 ? new Map() : files,
    faults,
  }
}

const words = (tip: Tip): string => JSON.stringify({ ...tip, at: null, reviewer: null })

/** Faults that were not there before, of the whole library as it would be. */
function newFaults(library: Library, after: readonly Tip[]): readonly Fault[] {
  const before = new Set(checkLibrary(library).map((f) => f.text))
  return checkLibrary({ tips: after, faults: [] }).filter((f) => !before.has(f.text))
}

/** farming-new.yaml, named by the new tips: the front of their numbers. */
const newFile = (row: Tip, library: Library): string => {
  const front = row.id.replace(/-\d+$/, '')
  const taken = new Set(library.tips.map((t) => basename(t.at.file)))
  const name = `${front}.yaml`
  return taken.has(name) ? `${front}-${taken.size}.yaml` : name
}
