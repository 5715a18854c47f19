// Words for a level, as people say them of their own: 村里, 院里, 我们县; pure.
import { shortName, type Tree } from '../core/tree.js'

/** The word said, and how the name of a unit of that level ends. */
const levels: readonly (readonly [word: string, end: RegExp])[] = [
  ['县', /县$/],
  ['区', /(?<!社)区$/],
  ['乡', /[乡镇]$/],
  ['镇', /[乡镇]$/],
  ['村', /(?:村|社区)$/],
  ['所', /所$/],
  ['院', /院$/],
  ['校', /(?:校|学|学院|[一二三四五六七八九十附]中|[附]小)$/],
  ['厂', /(?:厂|矿|公司|集团)$/],
  ['矿', /(?:厂|矿|公司|集团)$/],
  ['公司', /(?:厂|矿|公司|集团)$/],
  ['局', /局$/],
  ['站', /站$/],
  ['馆', /馆$/],
]

export const levelsIn = (words: string): string[] =>
  levels.flatMap(([word]) => (words.includes(word) ? [word] : []))

/** 县 of 柘溪县老科协; not 村, and not 院 of 农科所. */
export const isLevelOf = (word: string, unit: string, tree: Pick<Tree, 'root'>): boolean =>
  levels.some(([w, end]) => w === word && end.test(shortName(unit, tree).replace(/分会$/, '')))
