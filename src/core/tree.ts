/** The association's units as a tree of names. Unknown names have no parent and no children. */
export interface Tree {
  readonly root: string
  /** Every name, root first, in the given order. */
  readonly names: readonly string[]
  has(name: string): boolean
  parent(name: string): string | null
  children(name: string): readonly string[]
  /** The unit itself, its parent … up to the root. */
  ancestors(name: string): readonly string[]
  /** The unit itself and everything below it. */
  subtree(name: string): readonly string[]
}

export function treeOf(units: readonly { readonly name: string; readonly parent: string | null }[]): Tree {
  const parents = new Map(units.map((u) => [u.name, u.parent]))
  const below = new Map<string, string[]>(units.map((u) => [u.name, []]))
  for (const u of units) if (u.parent !== null) below.get(u.parent)?.push(u.name)
  const root = units.find((u) => u.parent === null)?.name ?? ''
  const ancestors = (name: string): string[] => {
    const up: string[] = []
    for (let at: string | null = name; at !== null && !up.includes(at); at = parents.get(at) ?? null)
      up.push(at)
    return up
  }
  const subtree = (name: string): string[] => [name, ...(below.get(name) ?? []).flatMap(subtree)]
  return {
    root,
    names: units.map((u) => u.name),
    has: (name) => parents.has(name),
    parent: (name) => parents.get(name) ?? null,
    children: (name) => below.get(name) ?? [],
    ancestors,
    subtree,
  }
}

/** A unit as it is said in a line: 城东区老科协 → 城东区, 医疗卫生分会 stays; the root: 市会. */
export function shortName(unit: string, tree: Pick<Tree, 'root'>): string {
  if (unit === tree.root) return `${reach(tree.root)?.place ?? '本'}会`
  const short = unit.replace(/(老科学技术工作者协会|老科技工作者协会|老科协|老科总)$/, '')
  return short.length >= 2 ? short : unit
}

/** What the whole tree is called in totals: 全市, 全省, 全国 …; 全会 where the name tells no place. */
export const wholeName = (tree: Pick<Tree, 'root'>): string => reach(tree.root)?.whole ?? '全会'

/** What a level's own work is called beside its branches': 市会本级. */
export const ownName = (unit: string, tree: Pick<Tree, 'root'>): string => `${shortName(unit, tree)}本级`

const reaches = [
  { sign: '中国', place: '总', whole: '全国' },
  { sign: '自治区', place: '区', whole: '全区' },
  { sign: '省', place: '省', whole: '全省' },
  { sign: '县', place: '县', whole: '全县' },
  { sign: '区', place: '区', whole: '全区' },
  { sign: '市', place: '市', whole: '全市' },
  { sign: '镇', place: '镇', whole: '全镇' },
  { sign: '自治州', place: '州', whole: '全州' },
  { sign: '旗', place: '旗', whole: '全旗' },
  { sign: '乡', place: '乡', whole: '全乡' },
  { sign: '大学', place: '校', whole: '全校' },
  { sign: '学院', place: '院', whole: '全院' },
] as const

const reach = (root: string) => reaches.find((r) => root.includes(r.sign))
