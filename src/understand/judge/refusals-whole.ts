import { once } from '../text/once.js'
import { pattern } from '../text/pattern.js'
import type { Built } from '../report/reports.js'
import type { Scan } from '../scan.js'

/** 新学期争取…, 明年打算…: what is hoped for. */
export const nextTerm = pattern(
  /^[^。;:：]{0,4}(新学期|下学期|新的一年|来年|明年|下半年|下个月|下一步)[^。;]{0,6}(争取|打算|准备|计划|力争|想要|希望)/,
)

/** 去年这时候我们义诊看了两百人，今年还没动静: as one remembers it. */
export const aYearAgo = pattern(/(?:去年|前年|往年)的?(?:这个?时候|这时|今天|这会儿?|这阵子?|这几天)/)

const notOurs = pattern(
  /不是(我们|咱们|俺们|咱)([省市县区]的|的人|老?科协|协会|会里|组织的|办的|搞的|的活动)|[跟和与同](我们|咱们)[^,，。;]{0,6}(没得|没有|没|无)(啥|什么)?(关系|相干|瓜葛|搭界)|[莫别]填进|不归(我们|咱们)|不能?算(?:是|在|作|到)?(我们|咱们|咱|我们会)(的|头上|这里|这边|账上)(?![。,，;]?我们)|[别莫勿]又?(?:再)?(?:登记|登|记|算|写|填)[到在进](?:我们|咱们|咱)|(?:我们|咱们?|本会)[^,，。;]{0,3}没(?:有)?(?:出队|出人|出面|派人|搭手|掺和)|借了?(?:我们|咱们?)的[^,，。;]{1,4}[搞办做弄]的/,
)

/** 不是我们老科协, 跟我们报表没关系, 莫填进来: said outright to be none of ours. */
export const disowned = once((s: Scan): boolean => notOurs(s.text))

const scored = pattern(
  /(得|加|扣|计|记|满)[0-9]{1,3}分(?!钟)|每?[一1]?[场次篇条][^,，。;0-9]{0,3}[0-9]{1,2}分(?![钟0-9])/,
)

/** 义诊每场1分，满20分参评: how deeds are weighed. */
export const points = once((s: Scan): boolean => scored(s.text))

/** 昨晚的晚会太棒了！: told by who saw it. */
export const admired = pattern(
  /^[^。!！]{0,6}的[^,，。!！]{0,10}(太|真|好)(棒|精彩|好看|好听|感人|震撼|过瘾|热闹)|^[^。!！]{0,16}(太棒|太精彩|真精彩|太好看|真好看|太感人|真过瘾|太震撼)了?/,
)

/** …讲座9场，听众860人；…；累计建成示范基地7个: what there is by now, beside what was done in the time told; 全年累计新建3个 was. */
export function stockBeside(s: Scan, b: Built): boolean {
  const { count } = b.report
  if (b.report.kind !== 'base' || count === undefined) return false
  const at = b.draft.figures.find((f) => f.measure === count)?.start
  return (
    at !== undefined &&
    byNow.test(s.text.slice(Math.max(0, at - 28), at)) &&
    s.figures.some((f) => f.counts === 'people' || f.counts === 'sessions')
  )
}
const byNow =
  /(?:^|[,，。;；:：、\n ])(?:现|至今|目前|历年)?累计[已共]?经?(?:建[成立起]?|挂牌|设立|创建|命名|授牌)了?[^,，。;；:：\n新]{0,14}$/

/** 全省系统累计建有基地214个: what there is by now, not what was founded. */
export const inAll = pattern(/(累计|总共|共|已)建有/)

export const stocked = pattern(
  /现有|[省市县区乡镇旗盟村]已有|[省市县区乡镇旗盟村里](?:一?共|已经)?有[0-9一二两三四五六七八九十]{1,3}个[^,，。;；]{0,6}(?:基地|工作站)|拥有|在册|目前有|共有会员|目前全|[省市县区乡镇旗盟]共有/,
)
