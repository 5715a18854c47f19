import { pattern, type Pattern } from '../text/pattern.js'
import type { Refusal } from './refusal.js'
import type { Told } from './told.js'

/*
 * Whose it was, where no unit of ours is named: the neighbours', a school's own, another party's, what relatives or an
 * office above pass on, what one went to see or was taught; and what is only practised, looked over or drafted.
 */

/** Characters at the head of a message that say whose it is. */
const heading = 160
const tells = (t: Told, words: Pattern): boolean => words(t.s.text, 0, heading)
const nobodys = (t: Told): boolean => t.b.report.branch === null
const give = pattern(/(?:请|邀|叫|喊|约)了?[我咱俺]|[我咱俺]们?(?:去|到|在|给|为|帮|几个|老科协|讲|教)/)

/** 楼下卫生站的讲座, 我们对门那个职校. */
const nextDoors = pattern(
  /^[^,，。;在到去进给为请]{0,6}(?:楼下|楼上|对门|隔壁|斜对面|街对面|马路对面|旁边)(?:那个|那家|的)?[^,，。;0-9给讲]{0,8}(?:卫生[站室院]|职校|学校|技校|幼儿园|医院|诊所|药[店房]|公司|单位|[工药酒]?厂|超市|银行|教堂|饭店|养老院)/,
)

/** 幼儿园昨天亲子运动会, 水务公司开放日, 职教中心这学期开了农技班: a house's own. */
const schoolsOwn = pattern(
  /(?:公司|[工水电药酒]厂|[局院校馆])[^,，。;我]{0,12}开放日|亲子运动会|校运动?会|家长会上|开学典礼|毕业典礼|毕业晚会|六一汇演|在读(?:学员|学生)|毕业[给发]证|包分配|学费|[去来]念(?:书|的)?/,
)

/** 民盟…义诊: another party's. */
const parties = pattern(
  /(?:民盟|民进|民建|民革|农工党|致公党|九三学社|台盟)[^,，。;请]{0,12}(?:义诊|讲座|办|搞|开展|举办|组织|下乡)/,
)

/** 外甥女发来的：…, 省老科协发来的简报：…供学习, 发你一篇范文. */
const handedOn = pattern(
  /^[^,，。;:：0-9]{0,10}(?:发来|转来|寄来|传来|发给我|转给我)的?(?:简报|通报|材料|消息|链接|文章|信息|总结)?[:：]|(?:范文|样稿|样本|模板)(?:（[^）]{0,8}）|\([^)]{0,8}\))?[:：,，\n]|供(?:各位|大家|同志们)?(?:学习|参考|借鉴)|照这个(?:路子|样子|格式)写/,
)
const ourOwnNews = pattern(/我们|本会|我会|咱/)

/** 学完了省老年大学的摄影课，结业58人: by one who was taught. */
const wasPupil = pattern(
  /(?<![给为帮][^,，。;]{0,8})(?:学完|听完|念完|修完|读完)了?[^,，。;]{0,12}(?:课|班|培训)|我(?:也)?(?:结业|毕业|拿到(?:结业|毕业)?证)/,
)

/** 踩点回来了，晒谷场能站300人 */
const lookedOver = pattern(/踩点|看场地/)
/** 合练到了三十六人: no activity yet. */
const practised = pattern(
  /(?:合练|排练|彩排|走台|对词|试音)[^。]{0,30}(?:跑调|拖拍|不齐|[距]?离演出|还剩|还差|还得练|接着练)|(?:距离?|离)演出/,
)
const performedToo = pattern(/观众|[讲办搞教]了|演出(?:了|完|成功|结束)|正式演|台下|正式讲|听讲|来看的/)

/** 去看菊展，门票免: by one who went to see it. */
const wentToSee = pattern(
  /(?:去|来|逛|看)了?(?:看|逛)?[^,，。;]{0,8}(?:菊展|花展|灯会|庙会|画展|书展|车展|菊花|梅花|樱花|博览会)[^。]{0,20}(?:门票|人山|挤|排队|好看|漂亮|进去|真多)/,
)

/** 倡议书草稿：…, 各县任务数：…, 这期登了黄山的经验: drafts, tasks, others' deeds in print. */
const drafted = pattern(
  /^[^,，。;]{0,6}(?:倡议书|讲话稿|发言稿|邀请函|请示|草稿|初稿|提纲|方案)(?:草稿|初稿|（[^）]{0,6}）)?[:：\n]|^[^,，。;]{0,8}(?:任务数|任务表|指标数|任务分解|任务分配)[:：]|登了[^,，。;]{0,8}的(?:经验|做法|事迹|材料)/,
)

/** 沙湾新闻：县医院昨天义诊300人: of a town, whose name one of ours has too. */
const townsNews = pattern(
  /^(?!转|据|来自|摘自|原载|来源)[^,，。;:：]{0,8}(?:新闻|早报|晚报|日报|热点|要闻|资讯|头条|广播)[:：]/,
)

/** 前天的座谈会流会了，什么也没议. */
const fellThrough = pattern(/流会|流产|没开成|没办成|没搞成|没讲成|什么也没[议讲办看]|半途散了/)

const carriedOut = pattern(/完成|实际|已[讲办开搞做]/)

const named = pattern(/老科协|我们|我会|分会|咱/)

export const heldByOthers: readonly Refusal[] = [
  ['next door', (t) => nobodys(t) && tells(t, nextDoors) && !tells(t, give)],
  ['of a school', (t) => nobodys(t) && tells(t, schoolsOwn) && !tells(t, give)],
  ['of another party', (t) => nobodys(t) && tells(t, parties) && !tells(t, give)],
  ['handed on', (t) => nobodys(t) && tells(t, handedOn) && !tells(t, ourOwnNews)],
  ['was a pupil', (t) => nobodys(t) && tells(t, wasPupil) && !tells(t, give)],
  [
    'practised',
    (t) =>
      nobodys(t) &&
      !t.counted &&
      (tells(t, lookedOver) || (t.b.report.kind === 'culture' && tells(t, practised))) &&
      !tells(t, performedToo),
  ],
  ['went to see', (t) => nobodys(t) && t.b.report.kind === 'culture' && tells(t, wentToSee)],
  ['drafted', (t) => tells(t, drafted) && !tells(t, carriedOut)],
  ['news of the town', (t) => tells(t, townsNews) && !tells(t, named)],
  ['fell through', (t) => nobodys(t) && t.b.report.kind === 'meeting' && tells(t, fellThrough)],
]
