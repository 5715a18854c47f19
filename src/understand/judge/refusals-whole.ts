import { once } from '../text/once.js'
import { pattern } from '../text/pattern.js'
import type { Scan } from '../scan.js'

/** 新学期争取…, 明年打算…: what is hoped for. */
export const nextTerm = pattern(
  /^[^。;:：]{0,4}(新学期|下学期|新的一年|来年|明年|下半年|下个月|下一步)[^。;]{0,6}(争取|打算|准备|计划|力争|想要|希望)/,
)

const notOurs = pattern(
  /不是(我们|咱们|俺们|咱)([省市县区]的|的人|老?科协|协会|会里|组织的|办的|搞的|的活动)|[跟和与同](我们|咱们)[^,，。;]{0,6}(没得|没有|没|无)(啥|什么)?(关系|相干|瓜葛|搭界)|[莫别]填进|不归(我们|咱们)/,
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

/** 全省系统累计建有基地214个: what there is by now, not what was founded. */
export const inAll = pattern(/(累计|总共|共|已)建有/)

export const stocked = pattern(/现有|拥有|在册|目前有|共有会员|目前全|[省市县区乡镇旗盟]共有/)
