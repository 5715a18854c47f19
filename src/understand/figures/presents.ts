import { pattern } from '../text/pattern.js'

const goods =
  '(?:大米|米|面粉|面条|挂面|面|食用油|香油|油|奶粉|牛奶|奶|鸡蛋|蛋|肉|菜|水果|糖|茶叶|茶|花|水|粽子?|月饼|饼|棉被|被子?|衣服?|棉衣|鞋|袜子?|雨伞|毛巾|毛毯|毯子?|药|盐|酒|红包|礼[包品物]|年货|围巾|手套|口罩|蛋糕|重阳糕|年糕|糕|点心|早餐|午饭|盒饭|春联|对联|福字|窗花|饺子|汤圆|粥|汤|奖品|纪念品|日用品|牙刷|牙膏|香皂|肥皂|扇子|小?礼[物品]|伴手礼|笔记?本子?|膏药|药膏|电影票|戏票|门票|入场券|工具|餐具|茶具|文具|床单|四件套|护膝|急救包|香囊|布袋|环保袋|椅子|凳子)'

const given = pattern(
  new RegExp(
    `[送赠发带写][了去上来出给]{0,2}${goods}(?:[、和与跟及,，]{0,1}[送赠发带]?了?${goods}){0,5}(?:一?共|合计|各|每样)?了?$`,
  ),
)

/** 牙刷送了203把 */
const wereGiven = pattern(
  new RegExp(
    `(?:牙刷|牙膏|毛巾|香皂|肥皂|口罩|扇子|${goods})(?:也|都|一共|共)?[送赠发]了?(?:出去|出)?(?:一?共)?$`,
  ),
)

/** 科技书300份，米面油15份: two or more of them named together. */
const groceries = pattern(
  /(^|[,，。;；、])(?:(?:大米|米|面粉|面|食用油|油|牛奶|奶|鸡蛋|蛋|肉|菜|糖|盐|茶)[、和与]?){2,6}(?:一?共|合计|各)?$/,
)

/** 发资料送水100份: printed too. */
const print = pattern(/(?:资料|单页|折页|手册|宣传单|传单|明白纸)[^,，。;；0-9]{0,10}$/)

/** 抽奖60份: what was drawn for. */
const prizes = pattern(/(?:抽奖|摸奖|奖品|奖励|礼品|纪念品)(?:了|出|共|一共)?$/)

/** 送面送油各15份, 送牛奶20份: what was given, by the piece, and nothing printed. */
export const presents = (text: string, at: number): boolean =>
  (given(text, at - 40, at) ||
    wereGiven(text, at - 14, at) ||
    groceries(text, at - 24, at) ||
    prizes(text, at - 6, at)) &&
  !print(text, at - 24, at)
