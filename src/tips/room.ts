import type { Org, RoomConfig } from '../core/org.js'
import type { TipRoom } from './pick.js'

interface Place {
  /** A word of the unit's name. */
  readonly word: string
  readonly region: 'south' | 'north'
  /** Absent: not known. */
  readonly crops?: readonly string[]
}

const gardens = ['蔬菜', '果树', '养殖']
const every = (region: Place['region'], words: string): readonly Place[] =>
  words.split(' ').map((word) => ({ word, region }))

/** Where places lie and what is grown there. Rows; the first that a name holds counts. */
export const places: readonly Place[] = [
  { word: '融安', region: 'south', crops: ['柑橘', '水稻', ...gardens] },
  { word: '融水', region: 'south', crops: ['油茶', '水稻', ...gardens] },
  { word: '三江', region: 'south', crops: ['油茶', '水稻', ...gardens] },
  { word: '鹿寨', region: 'south', crops: ['柑橘', '桑蚕', '水稻', ...gardens] },
  { word: '柳城', region: 'south', crops: ['桑蚕', '柑橘', '水稻', ...gardens] },
  { word: '柳江', region: 'south', crops: ['水稻', '桑蚕', ...gardens] },
  ...every(
    'south',
    '柳州 南宁 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左 益阳 长沙 武汉 广州',
  ),
  ...every(
    'south',
    '广西 广东 福建 江西 湖南 湖北 浙江 江苏 安徽 上海 重庆 四川 贵州 云南 海南 杭州 南京 成都',
  ),
  ...every(
    'north',
    '北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 山东 河南 陕西 甘肃 宁夏 青海 新疆 西安 济南',
  ),
]

const country = /[县乡镇村旗农]/
const town = /[区市]|分会|街道|大学|学院|医院|公司/

/**
 * The room as the pick knows it. The region is the unit's own or that of a unit above it. Crops are the unit's own: a
 * country unit without a row may have any (null), a town none. `themes`: what the room asked for, or null.
 */
export function tipRoom(org: Org, room: RoomConfig, themes: readonly string[] | null = null): TipRoom {
  const line = lineage(org, room.unit ?? org.units[0]?.name ?? null)
  const own = line[0] ?? ''
  const region = line.map(placeOf).find((p) => p !== undefined)?.region
  const unknown = country.test(own) || !town.test(own)
  return {
    name: room.name,
    regions: region ? [region] : null,
    crops: placeOf(own)?.crops ?? (unknown ? null : []),
    themes,
  }
}

const placeOf = (name: string): Place | undefined => places.find((p) => name.includes(p.word))

/** The names of a unit and of those above it, itself first. */
function lineage(org: Org, unitName: string | null): readonly string[] {
  const names: string[] = []
  for (let name = unitName; name !== null && !names.includes(name);) {
    names.push(name)
    const above = name
    name = org.units.find((u) => u.name === above)?.parent ?? null
  }
  return names
}
