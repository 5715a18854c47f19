import type { Area } from '../structure/area.js'
import type { Scan } from '../scan.js'
import { firstBehind } from '../text/ordered.js'
import type { Found } from './venue-words.js'

/** Houses and spots that have no name of their own in a small town, where one says only 在食堂, 去海滩. */
const houses =
  '[大小]?食堂|[大小]?礼堂|操场|幼儿园|海滩|河滩|沙滩|江滩|祠堂|戏台|亭子|凉亭|花园|空地|草坪|晒坝|院坝|[教门住办综宿][学诊院公合舍]楼|[院校村厂]史馆|科技馆|文化馆|图书馆|博物馆|体育馆|少年宫|会议室|阅览室|活动室|报告厅|大厅|展厅|候车室|车棚|门卫室|传达室|停车场|篮球场|门球场|球场|菜场|菜市场'
const sides = '(?:门口|门前|大厅|院里|前面|后面|前坪|[一二三四五六]楼|[前后里上下边旁])?'
/** 学校后面的空地, 村里的戏台, 县图书馆. */
const whose = '(?:[县市区镇乡村校院厂]|[一-龥]{2,3}(?:后面|前面|旁边|里|对面|附近)?的|[村校院厂社]里的)?'

/** In or at one of them; behind 去 and 到 only with what was done there. */
const there = new RegExp(
  `(?:(?:^|[^正现存实内所])在|借用?了?|(?:^|[^感得回报请])[到去])(?:我们|咱们|咱|人家)?(${whose}(?:${houses})${sides})(?!的?[老园院馆]长|老师|食堂|整修|修|吃|领|取|集合|报到|报名|找|开会的)`,
)
/** 门诊楼前义诊: with no word in front, the side says it. */
const before =
  /(?:^|[日号天午早晚,。 老科协会])((?:[教门住办综宿][学诊院公合舍]楼|[大校院厂]门|银行|超市|药店|商店|车站|邮局|卫生院|医院|食堂|礼堂)(?:门前|门口|前|大厅里?|楼下))(?=[义宣发搞摆开办设讲]|免费|给|为)/

/** 昨天在食堂包汤圆, 借校史馆开了个科普展: a house of no name, where nothing is named. */
export function house(s: Scan, area: Area): Found | null {
  const words = s.text.slice(area.start, Math.min(area.end, area.start + 200))
  const found = there.exec(words) ?? before.exec(words)
  if (!found) return null
  const start = area.start + found.index + found[0].lastIndexOf(found[1]!)
  // 义诊看了50人,散了去菜市场: where they went behind it
  const deed = s.kinds[firstBehind(s.kinds, area.start)]
  if (
    /[去到]/.test(found[0].slice(0, -found[1]!.length)) &&
    deed &&
    deed.start < start - 8 &&
    !/[讲教]/.test(s.text.slice(start, start + 20))
  )
    return null
  return { start, end: start + found[1]!.length }
}
