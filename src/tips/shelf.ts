import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { existsSync } from 'node:fs'
import { loadLibrary } from './library.js'
import { loadRumours, type Rumour } from './rumours.js'
import type { Tip } from './tip.js'

/** The tips and the reviewed claims, read from their files when first asked for. */
export interface Shelf {
  tips(): readonly Tip[]
  rumours(): readonly Rumour[]
}

/** data/ of the package, whether run from the sources or built. */
export const dataFolder = (): string =>
  ['../../data', '../../../data']
    .map((up) => fileURLToPath(new URL(up, import.meta.url)))
    .find((f) => existsSync(join(f, 'tips'))) ?? 'data'

export function shelfOf(folder = dataFolder()): Shelf {
  let tips: readonly Tip[] | null = null
  let rumours: readonly Rumour[] | null = null
  return {
    tips: () => (tips ??= loadLibrary(join(folder, 'tips')).tips),
    rumours: () => (rumours ??= loadRumours(join(folder, 'rumours.yaml')).rumours),
  }
}
