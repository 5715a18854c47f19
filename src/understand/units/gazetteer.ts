import type { Org } from '../../core/org.js'
import { trie, type Trie } from '../text/trie.js'

/** One way to write a unit. A `bare` form is no association's name (城东, 附属医院) and stands only in clear positions. */
export interface UnitForm {
  readonly unit: string
  readonly bare: boolean
  readonly item?: boolean
}

/** The org's units as the parser looks them up: names, aliases and recognisable variants. Compile once per org. */
export interface Gazetteer {
  readonly root: string | null
  readonly forms: Trie<UnitForm>
  /** Unit → its parent, for 市老科协教育分会. */
  readonly parents: ReadonlyMap<string, string | null>
  /** How the bot is called; never a unit, never a person. */
  readonly botNames: readonly string[]
}

/** Ways to write 老科协; a name that ends in one is written with any of them. */
const associations = [
  '老科协',
  '老科学技术工作者协会',
  '老科技工作者协会',
  '老年科学技术工作者协会',
  '老年科技工作者协会',
  '老年科协',
  '老科总',
]
/** Ends that make a form an association's own name. 市会 and 校会 are the root's short names. */
const ownEnds = [
  ...associations,
  '协会',
  '分会',
  '专委会',
  '专业委员会',
  '委员会',
  '团',
  '支部',
  '联合会',
  '研究会',
  '小组',
  '市会',
  '县会',
  '区会',
  '校会',
  '院会',
  '分团',
  '俱乐部',
  '学会',
  '总会',
  '促进会',
  '支会',
  '工作站',
  '服务站',
  '联络站',
  '服务队',
  '工作队',
  '志愿队',
  '专家组',
  '工作组',
  '联络组',
]
/** 马鞍镇工作站 is called 马鞍站, 农技服务队 农技队: of a unit whose name ends so, the short end is its own too. */
const shortEnds: readonly (readonly [ends: readonly string[], short: string])[] = [
  [['工作站', '服务站', '联络站', '站'], '站'],
  [['服务队', '工作队', '志愿队', '队'], '队'],
  [['专家组', '工作组', '联络组', '组'], '组'],
]
const shortOf = (name: string): string | undefined =>
  shortEnds.find(([ends]) => cutEnd(name, ends) !== null)?.[1]
const placeEnds = [
  '自治区',
  '自治州',
  '自治县',
  '街道',
  '省',
  '市',
  '区',
  '县',
  '州',
  '盟',
  '旗',
  '镇',
  '乡',
  '村',
]
/** 江苏各级老科协: the whole system under a unit, told under its name. */
const systemEnds = [
  '各级老科协',
  '各市县老科协',
  '各地老科协',
  '各级老科学技术工作者协会',
  '老科协系统',
  '全省各级老科协',
  '全市各级老科协',
]
/** The root by its level alone: 柳州市老科协 → 市老科协, 市会. */
const rootLevels: readonly (readonly [end: string, short: string])[] = [
  ['省', '省'],
  ['市', '市'],
  ['县', '县'],
  ['区', '区'],
  ['大学', '校'],
  ['学院', '院'],
  ['集团', '集团'],
  ['公司', '公司'],
]

const cutEnd = (s: string, ends: readonly string[]): string | null => {
  for (const e of ends) if (s.length > e.length && s.endsWith(e)) return s.slice(0, -e.length)
  return null
}
const isBare = (form: string, unit: string): boolean => {
  const short = shortOf(unit)
  if (short !== undefined && form.length > short.length + 1 && form.endsWith(short)) return false
  return cutEnd(form, ownEnds) === null && !ownEnds.includes(form)
}

/** Variants people write of one given form (a name or an alias). */
function variants(form: string, unit: string, root: boolean): string[] {
  const out: string[] = []
  const stem = cutEnd(form, associations)
  const at = station(form)
  if (stem) {
    const place = cutEnd(stem, placeEnds)
    const stems = place && place.length >= 2 ? [stem, place] : [stem]
    for (const s of stems) {
      for (const a of associations) out.push(s + a)
      if (place) for (const e of systemEnds) out.push(s + e)
      if (place) out.push(`${s}分会`)
    }
    // 城东区老科协 → 城东区, 城东: bare. Not of the root: its city's name stands before everything there.
    if (place && !root) out.push(stem)
    if (place && !root && place.length >= 2) out.push(place)
  } else if (form.endsWith('分会') && form.length > 3) {
    const s = form.slice(0, -2)
    out.push(`${s}专委会`, `${s}老科协`, `${s}系统分会`, `${s}老科协分会`)
  } else if (at) {
    out.push(`${at}站`, `${at}老科协`, `${at}老科协工作站`)
  } else if (isBare(form, unit) && form.length >= 2) {
    for (const a of associations) out.push(form + a)
    out.push(`${form}分会`, ...systemEnds.map((e) => form + e))
  }
  return out
}

/** 马鞍镇工作站, 马鞍镇老科协工作站 → 马鞍镇. */
const station = (form: string): string | null => {
  const stem = cutEnd(form, ['工作站', '服务站', '联络站'])
  return stem && (cutEnd(stem, associations) ?? stem)
}

/** 港航分会 → 港航, 教育专委会 → 教育: short enough to begin a line of a list, too short to stand anywhere else. */
function itemForm(name: string): string | null {
  const stem = cutEnd(name, ['分会', '专委会', '专业委员会', '工作委员会', '委员会'])
  return stem !== null && stem.length >= 2 && stem.length <= 4 ? stem : null
}

/** Compiles the org's units; pure, a few milliseconds for a hundred units. */
export function gazetteer(org: Pick<Org, 'name' | 'units' | 'bot'>): Gazetteer {
  const given = new Map<string, string>()
  const derived = new Map<string, string | null>()
  for (const u of org.units) for (const f of [u.name, ...u.aliases]) given.set(f, u.name)
  const derive = (form: string, unit: string) => {
    const other = derived.get(form)
    derived.set(form, other === undefined || other === unit ? unit : null)
  }
  for (const u of org.units)
    for (const f of [u.name, ...u.aliases])
      for (const v of variants(f, u.name, u === org.units[0])) derive(v, u.name)
  const root = org.units[0] ?? null
  if (root) {
    const stem = cutEnd(root.name, associations)
    for (const [end, short] of rootLevels)
      if (stem?.endsWith(end)) {
        for (const a of associations) derive(short + a, root.name)
        if (short.length === 1 && short !== '省' && short !== '院') derive(`${short}会`, root.name)
        for (const e of systemEnds)
          derive((short === '省' || short === '市' ? `全${short}` : short) + e, root.name)
        break
      }
  }
  const forms: [string, UnitForm][] = []
  const items = new Map<string, string | null>()
  for (const u of org.units)
    for (const f of [u.name, ...u.aliases]) {
      const stem = itemForm(f)
      if (stem && !given.has(stem) && !derived.has(stem))
        items.set(stem, items.has(stem) && items.get(stem) !== u.name ? null : u.name)
    }
  for (const [f, unit] of items) if (unit !== null) forms.push([f, { unit, bare: true, item: true }])
  for (const [f, unit] of derived)
    if (unit !== null && !given.has(f)) forms.push([f, { unit, bare: isBare(f, unit) }])
  for (const [f, unit] of given) forms.push([f, { unit, bare: isBare(f, unit) }])
  return {
    root: root?.name ?? null,
    forms: trie(forms),
    parents: new Map(org.units.map((u) => [u.name, u.parent])),
    botNames: [org.bot.name, ...org.bot.aliases],
  }
}
