/**
 * What a unit is called by, of which sort it is, how the names of such units end, and how else where none ends so; to learn one,
 * add a row.
 */
const rows: readonly (readonly [said: string, ends: RegExp, also?: RegExp])[] = [
  ['市', /市$/],
  ['省', /省$/],
  ['州', /州$/],
  ['盟', /盟$/],
  ['县', /县$/],
  ['旗', /旗$/],
  ['区', /区$/],
  ['镇', /镇$/, /乡$/],
  ['乡', /乡$/, /镇$/],
  ['国', /国$/],
  ['村', /村$/, /社区$/],
  ['街道', /街道$/],
  ['社区', /社区$/],
  ['所', /所$/],
  ['研究所', /所$/],
  ['院', /院$/],
  ['研究院', /院$/],
  ['医院', /院$/],
  ['学院', /学院$/],
  ['校', /大学$|学校$|中学$|小学$|校$/, /学院$/],
  ['学校', /大学$|学校$|中学$|小学$|校$/, /学院$/],
  ['大学', /大学$/, /学院$/],
  ['厂', /厂$/, /矿$|公司$|集团$/],
  ['工厂', /厂$/],
  ['矿', /矿$/, /矿务局$|厂$|公司$|集团$/],
  ['局', /局$/],
  ['公司', /公司$/, /集团$/],
  ['集团', /集团$/, /公司$/],
  ['站', /站$/],
  ['馆', /馆$/],
  ['中心', /中心$/],
]

/** The words for sorts, the longer ones first, as the inside of a group. */
export const sortWords = rows
  .map(([said]) => said)
  .toSorted((a, b) => b.length - a.length)
  .join('|')

/** The sorts that words name: 村里 a 村, 医院里 a 医院. */
export const sortsIn = (words: string): string[] => words.match(new RegExp(sortWords, 'g')) ?? []

/** 农科所分会 is a 所 as 农科所 is. */
const plain = (name: string): string =>
  name.replace(
    /(?:老科学技术工作者协会|老科技工作者协会|老科协|老科总)?(?:分会|支会|小组|联络组|工作站)?$/,
    '',
  )

/** Whether one of a unit's names is that of such a unit; `loosely`: as one is called where no name ends so. */
export function isOfSort(names: readonly string[], sort: string, loosely = false): boolean {
  const row = rows.find(([said]) => said === sort)
  const ends = loosely ? row?.[2] : row?.[1]
  return ends !== undefined && names.some((name) => ends.test(plain(name)))
}

/** Whether any of a unit's names tells its sort: 农科所 does, 医卫分会 does not. */
export const tellsSort = (names: readonly string[]): boolean => rows.some(([said]) => isOfSort(names, said))
