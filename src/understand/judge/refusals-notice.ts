import { isDocument } from '../mentions/mention.js'
import { pattern, type Pattern } from '../text/pattern.js'
import type { Refusal } from './refusal.js'
import type { Told } from './told.js'

/*
 * Notices in the words and figures of an activity: when a doctor sits, who is to be sent, what it takes to be commended;
 * and what befell a choir or a round of dancers that nobody of ours told for the association.
 */

/** 张主任周二周五坐诊，上午只放30个号: when he may be seen. */
const surgeryHours = pattern(
  /(?:放|限|只有|就|挂|抢|约|留|加|剩|每天)[^,，。;0-9]{0,3}[0-9一二两三四五六七八九十百]{1,4}个?(?:专家)?号(?![人楼院线位])|(?:挂号|预约|号源)(?!的)|(?:每周|周|星期|礼拜)[一二三四五六日天][^,，。;]{0,2}(?:周|星期|礼拜)[一二三四五六日天][^,，。;]{0,6}(?:坐诊|出诊|门诊)/,
)

/** 请各分会派2人参加24日的座谈会: who is to come. */
const delegates = pattern(
  /请(?:各|贵|你|您|每)[^,，。;]{0,10}(?:派|选派|安排|推荐|组织)[^,，。;]{0,10}(?:参加|出席|到会|来)/,
)

/** 12月3号腾两节课给咱，等排课表: not settled yet. */
const unsettled = pattern(/等(?:着)?(?:排|出)?(?:课表|通知|回话|回信|确认|批复|安排|定下来)/)
const alreadyHeld = pattern(/[讲来听办搞看到]了(?!说)/)

/** 评先进的条件：全年讲座10场以上: what it takes. */
const conditions = pattern(
  /(?:条件|标准|门槛|资格|要求|办法|细则|规则)(?:是|如下|有)?[:：]|够(?:条件|资格|标准)的|(?:以上|及以上)[,，、]?或者?/,
)

/** 我学生昨天夜班看了60个病人, 去医院看了两个病号: at work, or with those who lie ill. */
const atWork = pattern(
  /(?:夜班|值班|门诊量|急诊|方舱|病房)[^,，。;]{0,10}(?:看|接诊)|[去到][^,，。;]{0,4}医院看(?:望)?了?(?:[一两二三四五]|[1-5](?![0-9]))[个位]|(?:学生|徒弟|儿子|女儿|媳妇|女婿|孙[子女])[^。;]{0,12}(?:看了|接诊)/,
)

/** Characters at the head of a message that say what it is. */
const heading = 120
const tells = (t: Told, words: Pattern): boolean => words(t.s.text, 0, heading)
const none = (t: Told): boolean => t.b.report.branch === null

/** 小区广场舞队比赛拿了二等奖, 跳舞跟人吵起来了: of one's neighbours or one's evening. */
const neighbours = pattern(
  /(?:小区|我们院|院里|隔壁|对门|孙[子女]|外孙|儿子|女儿|老年大学)[^。;]{0,12}(?:广场舞|舞蹈|合唱|秧歌|比赛|演出|跳舞)|广场舞|打牌|麻将/,
)
const prizeOrRow = pattern(
  /第[一二三四五六][,，名]?|[一二三特]等奖|冠军|亚军|奖金|吵|打起来|警察|骂|噪音|扰民|投诉/,
)

const ofOurs = pattern(/我们?(?:分会|协会|老科协)|组织|举办|观众/)

export const noticesRefused: readonly Refusal[] = [
  ['when a doctor sits', (t) => none(t) && t.b.report.kind === 'clinic' && !t.done && tells(t, surgeryHours)],
  [
    'at work',
    (t) => none(t) && t.b.report.kind === 'clinic' && t.b.kind.weight === 'deed' && tells(t, atWork),
  ],
  ['who is to be sent', (t) => none(t) && tells(t, delegates)],
  [
    'not settled',
    (t) => none(t) && !isDocument(t.b.report.kind) && tells(t, unsettled) && !tells(t, alreadyHeld),
  ],
  ['what it takes', (t) => none(t) && !t.over && tells(t, conditions)],
  [
    'of the neighbours',
    (t) =>
      none(t) &&
      t.b.report.kind === 'culture' &&
      tells(t, neighbours) &&
      tells(t, prizeOrRow) &&
      !tells(t, ofOurs),
  ],
]
