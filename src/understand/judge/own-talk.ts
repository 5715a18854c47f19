import type { Refusal } from './refusal.js'
import type { Told } from './told.js'

/*
 * Talk between people in the words of a lecture, a lesson or a clinic: nobody counted it, it was said to one alone, about
 * one's own affairs, or done to oneself. Whoever tells a figure, one of our branches, or for whom it was done, is past these.
 */

/** 讲了半天他也不听, 讲了几句, 讲了价: nothing that was taught. */
const inVain =
  /^了?[几两]句|^(?:了?[老大好]?半天|了?一[通番]|了?一大?[通堆]|了?[一二两三几好]{1,2}遍|了?话|了?价|了?情|了?和|了?条件|了?道理|了?一[天晚]上?话|了?半天话)(?=$|[,，。!！;]|[他她你人我也都还才没又可就])/

/** 医生给我讲了怎么吃药: told to who tells it. */
const toMe = /(?:给|跟|向|对|为)[我俺咱](?:们|家里?|[妈爸娘爹])?(?:几个|全家|又|细细|详细|仔细)?$/

/** 电话里, 群里, 饭桌上: where nobody lectures. */
const notThere = /打电话|(?:电话|微信|(?<!人)群|饭桌|酒桌|牌桌|麻将桌|炕|床)(?:里|上|头)/

/** 到三小给孩子, 在村里给村民: a place to teach at, or those who are taught. */
const taughtThere =
  /[小中](?:学)?给|学校|[在到去][^,，。;]{0,8}(?:社区|村|福利院|敬老院|养老院|老年大学|[一二三四五六七八九十][小中])[^,，。;]{0,3}给|学生|孩子|村民|居民|老人/

const surname =
  '[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金廖贾夏韦付方邹孟熊秦邱江尹薛闫段雷侯史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤]'
/** 跟邻居老张, 找校长, 给物业: one alone, or an office that is asked for something. */
const toOne = new RegExp(
  `(?:跟|和|同|与|找|给|向|对)(?:[^,，。;们]{0,4}(?:邻居|朋友|同学|同事|亲戚|亲家|领导|书记|主任|校长|村长|支书|镇长|经理|老板|物业|居委会|村委会|房东|(?<![园校院所站])(?:大夫|医生|老师)|老伴|儿子|女儿|闺女|孙[子女]|媳妇|女婿|[爸妈爹娘])(?:[老小]?${surname})?|[老小]${surname}(?:家|师傅)?|[他她]|人家?|卖[^,，。;们]{1,3}的|${surname}(?:大爷|大妈|大娘|大伯|叔|婶|哥|姐|嫂|师傅))(?:又|也|都|当面|好好|慢慢|仔细)?$`,
)

/** 教老伴用微信, 教了孙子系鞋带: one of the family. */
const toKin =
  /^[会了着过]{0,2}(?:[我俺]家?的?)?(?:[小大]?(?:孙[子女儿]|外孙|儿子|女儿|闺女|媳妇|女婿|侄)|老伴|邻居|亲家|[我俺他她]$|自己)/

/** 讲了修路的事, 讲了情况: an affair; 讲了防骗的事 teaches. */
const affair =
  /(?:的事情?|的事儿|的问题|情况|困难|意见|看法|想法|病情|经过|难处|矛盾|手续|来意|缘由|苦衷|委屈|感受|笑话|家常|闲话|往事|[一两几]?道题|作业)$/
const science =
  /防|安全|健康|病(?!情)|药|骗|诈|养(?!老金)|种|虫|肥|火|急救|卫生|营养|科|技|历史|传统|革命|法律|普法/

/** 上午去社区量了血压, 去义诊那儿看了腰: done to who tells it. */
const doneToMe =
  /(?:^|[,，。;])[^,，。;给为帮替我]{0,6}[我俺]?(?:去|到|上|在)(?!了?.{0,8}(?:给|为|帮|替))[^,，。;们]{0,6}(?:社区|医院|卫生[院室]|药[店房]|诊所|门诊|服务站|服务中心|义诊)(?:那[儿边]|点|摊|台|车|上|处)?[^,，。;给为帮替]{0,2}[量测查看做拔扎按]了?/

/** 社区义诊那儿量了血压, 去义诊看了腰. */
const servedThere =
  /义诊(?:那[儿边里]|点|摊[子位]?|台|车)上?[^,，。;给为帮替们]{0,2}[量测查看拔扎]|[去到]了?[^,，。;]{0,6}义诊[量测查看](?:了|了看|了量)?我?的?(?:腰|腿|牙|眼睛?|耳朵|颈椎|肩膀|血压|血糖|病)了?(?:$|[,，。;!！])/

/** 我讲的, 讲的养生, 我给学员讲: who tells it gave it. */
const iGave =
  /我(?:主)?讲的|[,，]讲的是?[\u4e00-\u9fa5]{2}|我给[^,，。;]{1,6}(?:讲|上课|教)|听得(?:入神|认真|津津)/

/** 去老年大学上课了: who goes there is rather a pupil. */
const tookLessons =
  /(?:老年大学|电视大学|夜校|夜大)[^,，。;给为帮讲教]{0,3}上了?[一两]?[堂节]?[^,，。;]{0,4}课了?(?:$|[,，。;!！])/

/** 去区里开了培训会, 我在县里培训了一天: who was taught there. */
const wasTaught =
  /(?:去|到|在)[^,，。;给为帮替]{0,6}(?:开了?个?[^,，。;]{0,4}会|(?:培训|集训|学习|进修)了?[一两二三半几]个?(?:天|周|上午|下午|星期|礼拜))/

/** 去社保局咨询了养老金: advice was sought. */
const sought =
  /(?:去|到|找|上)[^,，。;给为帮替]{0,6}(?:[社医]保|律师|银行|法院|民政|派出所|大厅|窗口|公证|房管|人社|税务|供电所|营业厅|医院|单位)[^,，。;给为帮替]{0,4}(?:做了?个?|问了?|咨询)/

/** 给老房子修了水管, 修了修家里的电视. */
const atHome = /来家|自家|自己家|我家|俺家|我们家|家里的|(?<!老人的)(?:老房子|老屋)|老家/

/** 昨天我们村里讲了治虫: held there, by whomever. */
const ourPlace =
  /(?:^|[,，。;])[^,，。;]{0,6}(?:我们|咱们?|俺们?)(?:村|镇|乡|社区|小区|街道|单位|学校)里?上?(?:讲|办|搞|组织|开展|培训|放|来|请人)/

const services: ReadonlySet<string> = new Set(['volunteer', 'consultation'])
const talks: ReadonlySet<string> = new Set(['lecture', 'training', 'counselling', 'consultation'])

/** Nobody counted, none of ours named. */
const unclaimed = (t: Told): boolean => t.figures === 0 && t.b.report.branch === null
/** No number with 人, 个, 名 or 位. */
const nobodyCounted = (t: Told): boolean =>
  t.b.draft.figures.every(
    (f) => f.counts !== 'people' || !/[人个名位]/.test(t.s.text.slice(f.start, f.end + 1)),
  )
const talked = (t: Told): boolean => unclaimed(t) && t.b.kind.weight === 'deed' && talks.has(t.b.report.kind)
/** The clause of the kind, up to it and from it. */
const front = ({ s, b }: Told): string => s.text.slice(s.clauses[b.kind.clause]!.start, b.kind.start)
const whole = ({ s, b }: Told): string => {
  const c = s.clauses[b.kind.clause]!
  return s.text.slice(c.start, c.end)
}
const behind = ({ s, b }: Told): string => s.text.slice(b.kind.end, s.clauses[b.kind.clause]!.end)

/** 和老伴去海边看了贝壳, 回老家下乡两趟: an outing of one's own. */
const outing = /老伴|家人|爱人|孙[子女儿]|回老家|腿都|真美|收花生|看望/
const looked = /^(?:看|认|辨|观察|识别|赏|下乡)/
const outside: ReadonlySet<string> = new Set(['publicity', 'outreach'])

export const ownTalk: readonly Refusal[] = [
  [
    'an outing',
    (t) =>
      t.figures === 0 &&
      t.b.report.branch === null &&
      t.b.report.attendance === undefined &&
      t.b.kind.weight === 'deed' &&
      outside.has(t.b.report.kind) &&
      looked.test(t.s.text.slice(t.b.kind.start, t.b.kind.start + 3)) &&
      !/(?:带|领|组织|给)[^,，。;]{0,8}(?:学生|孩子|娃|会员|群众|同学)/.test(t.s.text),
  ],
  [
    'an outing with the family',
    (t) =>
      t.b.report.branch === null &&
      t.b.kind.weight === 'deed' &&
      outside.has(t.b.report.kind) &&
      outing.test(t.s.text),
  ],
  ['said in vain', (t) => talked(t) && inVain.test(behind(t)) && !iGave.test(t.s.text)],
  [
    'told to me',
    (t) => talked(t) && (toMe.test(front(t)) || (t.b.kind.kind === 'training' && /^[我俺]/.test(behind(t)))),
  ],
  ['not where one lectures', (t) => talked(t) && notThere.test(front(t))],
  ['to one alone', (t) => talked(t) && toOne.test(front(t)) && !taughtThere.test(front(t))],
  // 教老伴用手机，教了6遍: how often is no figure of an activity
  [
    'to the family',
    (t) =>
      (unclaimed(t) || (t.b.report.branch === null && t.b.kind.weight === 'deed' && nobodyCounted(t))) &&
      toKin.test(behind(t)),
  ],
  ['of oneself, to those in hospital', (t) => talked(t) && /病友/.test(front(t))],
  [
    'an affair',
    (t) =>
      talked(t) &&
      affair.test(behind(t)) &&
      !science.test(behind(t)) &&
      !(taughtThere.test(front(t)) && !/题$|作业$|家常$|闲话$/.test(behind(t))),
  ],
  [
    'done to oneself',
    (t) =>
      unclaimed(t) &&
      !t.ours &&
      t.b.report.kind === 'clinic' &&
      ((t.b.kind.weight === 'deed' && doneToMe.test(t.s.text.slice(0, 80))) ||
        servedThere.test(t.s.text.slice(0, 80))),
  ],
  [
    'was taught',
    (t) =>
      unclaimed(t) &&
      !t.ours &&
      t.b.report.kind === 'training' &&
      wasTaught.test(whole(t)) &&
      !iGave.test(t.s.text),
  ],
  ['sought', (t) => unclaimed(t) && !t.ours && t.b.report.kind === 'consultation' && sought.test(whole(t))],
  ['at home', (t) => unclaimed(t) && !t.ours && services.has(t.b.report.kind) && atHome.test(whole(t))],
  ['held where we live', (t) => unclaimed(t) && ourPlace.test(whole(t)) && !iGave.test(t.s.text)],
  [
    'took lessons',
    (t) => unclaimed(t) && !t.ours && tookLessons.test(t.s.text.slice(0, 60)) && !iGave.test(t.s.text),
  ],
]
