import type { Clause } from '../form/clauses.js'
import { pattern } from '../text/pattern.js'
import type { WordToken } from '../tokens.js'

const wentTo = /(?:^|[,，:：;；。 \n])[\u4e00-\u9fa5]{0,4}$|[在到去赴进往][\u4e00-\u9fa5]{0,6}$/
const goesOnAsPlace =
  /^(?:基地(?=$|[,，。;；:：、 \n给为讲开办义咨搞做举召组进上]|里|内)|[村巷屯寨](?![民医里头口委支干两史务校镇防兽电妇会组])|街(?=$|[,，。 ]|社区|道)|路(?=$|[,，。 ]|社区|小学|[0-9])|公司|社区|小区|楼|室|大楼|大厅|中心(?=讲|给|为|办|开|,|$))/
/** 心理辅导室昨天接待了6人: what the room is for was done there. */
export const receives = pattern(
  /^(室|站|中心|热线|屋|小屋)[^,，。;]{0,8}(接待|接访|接听|接诊|来访|值班|来了[0-9一二三四五六七八九十两]{1,3}[个位名人](?!新?(?:大夫|医生|护士|老师|同事|同志|专家|志愿)))了?|^(台|桌|摊位?|窗口)上?[^,，。;0-9]{0,4}(接待|接访|接诊|看|来问的?|问|解答|答复|来|服务)了?(群众|居民|村民|市民|老人|的)?(有|共|约)?[0-9一二三四五六七八九十百两]{1,4}[多余来几]?(人|名|位|号|个(?=人|群众|居民|村民|老人|[,，。;]|$))/,
)

/** 在讲堂村, 到农业培训基地义诊: the word is of a place's name. */
export const inAName = (text: string, c: Clause, t: WordToken): boolean =>
  goesOnAsPlace.test(text.slice(t.end, t.end + 4)) &&
  !/(建|建成|建立|成立|挂牌|命名|创建|新增)/.test(text.slice(c.start, c.end)) &&
  wentTo.test(text.slice(Math.max(c.start, t.start - 8), t.start))
