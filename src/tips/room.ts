import type { Org, RoomConfig } from '../core/org.js'
import type { TipRoom } from './pick.js'

/**
 * What places grow and where they lie, by a word of the unit's name. A unit takes the rows of its own name, or else of
 * the unit above it. Rows; a place without a row is unknown and excludes nothing.
 */
export const places: readonly {
  readonly word: string
  readonly regions: readonly string[]
  readonly crops: readonly string[]
}[] = [
  { word: '融安', regions: ['south'], crops: ['柑橘', '水稻'] },
  { word: '融水', regions: ['south'], crops: ['油茶', '水稻'] },
  { word: '三江', regions: ['south'], crops: ['油茶', '水稻'] },
  { word: '鹿寨', regions: ['south'], crops: ['柑橘', '桑蚕', '水稻'] },
  { word: '柳城', regions: ['south'], crops: ['桑蚕', '柑橘', '水稻'] },
  ...[
    '柳州',
    '柳江',
    '南宁',
    '桂林',
    '梧州',
    '北海',
    '玉林',
    '百色',
    '贺州',
    '河池',
    '来宾',
    '崇左',
    '钦州',
  ].map(south),
  ...[
    '广西',
    '广东',
    '福建',
    '江西',
    '湖南',
    '湖北',
    '浙江',
    '江苏',
    '安徽',
    '上海',
    '重庆',
    '四川',
    '贵州',
    '云南',
  ].map(south),
  ...[
    '海南',
    '益阳',
    '长沙',
    '武汉',
    '广州',
    '杭州',
    '南京',
    '成都',
    '南昌',
    '福州',
    '贵阳',
    '昆明',
    '合肥',
  ].map(south),
  ...['北京', '天津', '河北', '山西', '内蒙古', '辽宁', '吉林', '黑龙江', '山东', '河南', '陕西', '甘肃'].map(
    north,
  ),
  ...['宁夏', '青海', '新疆', '西安', '济南', '沈阳', '长春', '哈尔滨', '太原', '石家庄', '郑州', '兰州'].map(
    north,
  ),
]
function south(word: string): (typeof places)[number] {
  return { word, regions: ['south'], crops: [] }
}
function north(word: string): (typeof places)[number] {
  return { word, regions: ['north'], crops: [] }
}

/** The room as the pick knows it, its tags from the unit it belongs to. `themes`: what the room asked for, or null. */
export function tipRoom(org: Org, room: RoomConfig, themes: readonly string[] | null = null): TipRoom {
  const tags = placeOf(org, room.unit ?? org.units[0]?.name ?? null)
  return { name: room.name, regions: tags?.regions ?? [], crops: tags?.crops ?? [], themes }
}

function placeOf(org: Org, unitName: string | null): (typeof places)[number] | null {
  for (let name = unitName; name !== null;) {
    const unit = org.units.find((u) => u.name === name)
    if (!unit) return null
    const found = places.find((p) => unit.name.includes(p.word))
    if (found) return found
    name = unit.parent
  }
  return null
}
