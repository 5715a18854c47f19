import { daysBetween } from '../../core/day.js'
import { countedFirst } from './heard.js'
import { isPrimary } from '../structure/draft.js'
import { pattern, type Pattern } from '../text/pattern.js'
import type { Refusal } from './refusal.js'
import type { Told } from './told.js'

/*
 * What others held, and how it is let slip: we were not there, we are no match for it, you did it, he says they did. None
 * of it needs the name of a body.
 */

const we = '(我们|咱们?|俺们?|本会|我会|咱会)(会|这边|这里|这儿|这头|老科协|协会|分会|几个|这些)?(的人|人)?'

/** 来了八百多人，我们没参加; 没喊我们, 没我们的份. */
const notThere = pattern(
  new RegExp(
    `^(可惜?|但是?|不过|只是|就是|反正)?((${we}|[我俺]|老科协|老协)(也|都|就|可|又|一个|倒是?|压根|根本|并)?(没有?|未|不)(一个)?(人|派人)?[得能有]?(?:机会|空|时间)?(参加|去(?!成)|参与|掺和|插手|沾|赶上|轮上|捞着|搭手|出力|在其中|露面|出面|出人|份|凑|跟着|报名|受邀|得空去|在场|搭上)` +
      `|没(有)?${we}(的|啥|什么)?(事|份|人|关系)|(没|没有|也没|不)(请|喊|叫|邀|带)(上)?(我们|咱们?|俺们?)|[跟和与同](?:${we}|老科协)(没|不|无)[^,，。]{0,4}(关系|搭界|相干|沾边|搭边))`,
  ),
)

/** 望江的义诊没赶上: told by one who missed it. */
const missed = pattern(/没能?(赶上|赶到|碰上|轮上|听上|看上|听成|看成|听着|看着|去听|去看)[了啊呢]?$/)

/** 我们哪比得了: what stands in front of it is others'. */
const noMatch = pattern(
  new RegExp(
    `${we}[^,，。;]{0,8}(哪[里儿]?能?敢?比|比不[上了过得]|没[法得]比|不能比|差远|差得远|差老远|差一大截|差一截|赶不上|眼红|眼馋|羡慕不来|学不来|甘拜下风|自愧不如)`,
  ),
)

/** 比我们那回排场大: others' was the greater. */
const outdone = pattern(
  new RegExp(`比${we}[那这上]?(?:一?[回次场趟]|边|里)?[^,，。;]{0,4}(?:排场|阵势|规模|气派|场面|红火)`),
)

/** 隔壁镇讲座10场，我们才2场: theirs stands in front of what little ours is. */
const nextDoor = pattern(
  /(^|[,，。;:： ])(隔壁|邻近|邻居|兄弟|相邻|邻|别的?|人家|外)的?[^,，。;:：0-9]{0,6}([省市县区镇乡村校院厂]|单位|社区|分会|协会|老科协|他们)/,
)
const oursIsLess = pattern(
  new RegExp(
    `${we}[^,，。;0-9]{0,4}(才|只|就|仅|刚|不过|还不到|不到)(有|办了?|搞了?|讲了?|做了?|开了?|去了?|完成)?了?[0-9一二两三四五六七八九十]`,
  ),
)
const better = (t: Told): boolean =>
  nextDoor(t.s.text, t.clauses[0]?.start, t.b.kind.start) && (within(oursIsLess, t) || behind(oursIsLess, t))

/** 县水产局简报：…; 6日县局在我镇办…: an office's own, whoever's place it was held at. */
const ofAnOffice = pattern(
  /^[^,，。;:：]{0,2}[省市县区州旗镇乡][\u4e00-\u9fa5]{0,8}[局厅委办](简报|快报|快讯|简讯|消息|动态|信息|通报|专报)[:：]|^[\u4e00-\u9fa5]{1,8}[局厅委](公布|发布|通报|披露|统计)[:：]|(^|[,，。;:： 日号])[省市县区州旗][\u4e00-\u9fa5]{0,4}局(今天|昨天|上午|下午)?(在|到|于)[^,，。;]{1,12}(举办|开展|组织|办|召开|搞)/,
)

/** 我们协办, 我们讲的. */
const weHelped = /(?:我们|我会|咱们?)(?:会里?)?(?:协办|承办|讲的|主讲|出的?老师|派人?|去的|帮)/

/** 看了某会的简报，…: read, and told again. */
const readOf = pattern(
  /^[^,，。;]{0,6}(看了|看到|看见|看|读了|读到|翻了|翻到|刷到|瞧见|瞅见|见到|收到)[^,，。;]{1,12}(简报|朋友圈|公众号|报道|新闻|通报|美篇|抖音|视频号|总结|通讯|经验|喜报)[^,，。;]{0,6}[,，。;:：]/,
)
/** 晚报刊登了一篇文章《…》，写得好: nobody of ours wrote it. */
const printedThere = pattern(
  /(?:^|[,，。;!！\n ])(?:[今昨前]天|[今昨]晚|上周|本周|最近|上?(?:周|星期|礼拜)[一二三四五六日天]|[0-9]{1,2}月[0-9]{1,2}[日号]|[0-9]{1,2}[日号]|[0-9]{1,2}\.[0-9]{1,2}|[上下]午){0,2}的?[^,，。;我俺咱]{0,5}(?:日报|晚报|早报|晨报|时报|周报|周刊|[省市县区]报|报纸|杂志|公众号|客户端)上?(?:[今昨前]天|又|也|还){0,2}(?:刊登|登|刊发|发|刊载|载)[了出]{0,2}(?:一?[篇条则个])?[^,，。;我俺咱《》]{0,8}《/,
)
const ourHand = /[我俺咱]|本会|会员|老[\u4e00-\u9fa5](?:写|的|同志)|写的|撰写|投稿|投的|老科协/
const printedByOthers = (text: string): boolean =>
  printedThere(text) && !ourHand.test(text.replace(/《[^《》]{1,40}》/g, '《》'))
const weDid = pattern(new RegExp(`${we}(也|就|今天|昨天|前天|上周|这周)?(搞|办|讲|去|做|开|来|看了|发)`))

/** 老李说他们那边义诊一次能来上百人. */
const ofThem = pattern(
  /(说|讲|道|提到|告诉我)(是|起|过)?[,，]?([他她](昨天|今天|前天|上午|那)|上次|上回|那次|那回|他们|她们|人家|那边|那里|那儿|他那|她那|他单位|她单位|他老家)/,
)

/** 老高说他们搞的培训来了44人，让我帮他报一下. */
const onBehalf = pattern(
  /[让托叫请要]我[^,，。;]{0,8}[报发登]|代[他她]们?报|[帮替][他她]们?[^,，。;]{0,4}报|报一下|记一[下笔]/,
)

/** 上回义诊你们看了76个: whoever is spoken to did it. */
const youDid = pattern(
  /(^|[^给帮向对跟请替为让劝烦谢教陪带领等在到去来从和与同])(你们|您们|贵会|你会)(那边|那里|那儿|会里|会|分会|几位|几个|这次|那次|上回|上次|昨天|前天|今天|上周)?(真|可|都|又|就|还|也|一下|能|会)?(搞|办|讲(?!讲)|看了|看的|义诊|开展|组织|去了|来了|来的|做了|做的|发了|跑了|培训|教)/,
)

/** 都是县里来人讲的: they came to us. */
const fromAbove = pattern(
  /是[^,，。;我俺咱]{0,3}([省市县区镇乡局院厂所]里?|上面|上头|外头|外面|人家|他们|电视台|公司|银行|药店)(来人|派人|来的人|派来的?|来的|自己|老师|专家|医生)[^,，。;]{0,4}(讲|办|搞|教|做|看|弄)的?/,
)

/** 我们院来了个省里的专家会诊. */
const sentToUs = pattern(
  /来了[^,，。;]{0,4}([省市县区]里|外地|外省|上面|上级)的?(几位|两位|一位)?(专家|医生|大夫|教授|老师|领导|医疗队)/,
)
const withUs = pattern(/[请邀]|配合|陪同|协助|联合|[和跟与同](我们|咱|我)/)

/** 公园放露天电影，居委会放的. */
const theirs = pattern(
  /(居委会?|村委会?|物业|医院|公司|银行|药店|街道|文化馆|电影队|[省市县区镇]里|人民医院)((?<!(?:借的?|借了|借用|用的)[\u4e00-\u9fa5]{2,4})的|放的|办的|搞的|弄的|摆的)([,，。;!]|$)/,
)

/** …，说有八十多个干部; 他那边公司培训. */
const saidToBe = pattern(
  /(^|[,，。;])(说|说是|据说)(有|去了|来了|看了|坐了|到了)|(^|[,，。;])[他她]们?(那边|那儿|那里|单位|公司|学校|厂里?)(?!请)/,
)

/** 您昨天讲的课太好了. */
const youSpoke = pattern(
  /(^|[,，。;!])[您你](昨天|前天|今天|上次|上回|那天|刚才|上午|下午|周.){0,2}(讲|办|搞|做|教|上|组织)的/,
)

/** 我看还是一场讲座配一次义诊好: what one thinks of it. */
const opinion = pattern(
  /(^|[,，。;!])(我看|我觉得|我认为|依我看|照我看|要我说|依我说|照我说)(还是|不如|得|该|应该|最好|以后)|(?:要|要是|能)(?:也)?有[^,，。;]{0,4}就好了/,
)

/** 去年冬至在某地义诊，想想都暖. */
const fondly = pattern(/想想|想起|记得|至今|忘不了|回忆|怀念|一晃|转眼/)
const longSince = (t: Told): boolean =>
  t.b.when !== null && daysBetween(t.b.when.period.end, t.s.sentAt.day) > 200 && fondly(t.s.text)

/** 今天上午听了某会李主任的课: by one who sat there, whoever is named. */
const satIn = pattern(
  /^(我|俺|咱|也|又|上午|下午|晚上|昨晚|去|在[^,，。听]{1,8}|[,，])*([我俺咱]听|听了|去听|听过|旁听|蹭课|蹭了)/,
)
function heardIt(t: Told): boolean {
  const c = t.s.clauses[t.b.kind.clause]!
  if (countedFirst(t)) return false
  const sat = (from: number, to: number): boolean => {
    const day = t.s.dates.findLast((d) => d.token.start >= from && d.token.end <= to)?.token.end
    return satIn(t.s.text, day ?? from, to)
  }
  // 我听书记讲话，讲了两个多小时
  const last = t.s.clauses[t.b.kind.clause - 1]
  return (
    sat(c.start, t.b.kind.start) ||
    (t.b.kind.start - c.start < 2 &&
      last?.sentence === c.sentence &&
      spoke(t.s.text, last.start, last.end) &&
      sat(last.start, last.end))
  )
}
const spoke = pattern(/(讲|讲话|说|报告|发言|作报告|的课|讲课|上课)$/)

/** 那个什么“健康讲座”就是卖床垫的，骗了二十多个老人. */
const trick = pattern(
  /(就是|其实是|说是|原来是)[^,，。;防反识打]{0,6}(卖|推销|骗|拉人)|(骗|坑|忽悠)了[^,，。;]{0,4}[0-9一二三四五六七八九十百几]/,
)

/** 是不是报错了吧: a figure is doubted. */
const doubted = pattern(/(报|写|记|数|填|算|统计)[^,，。;?]{0,4}(错|多|少|重|虚)了?(吧|吗|没)/)

/** The stretch from the first to the last clause that holds kind and figures, and where the clause of the kind begins. */
const span = (t: Told): readonly [from: number, to: number] => {
  let [from, to] = [Infinity, 0]
  for (const i of [t.b.kind.clause, ...t.b.draft.figures.filter(isPrimary).map((f) => f.clause)]) {
    const c = t.s.clauses[i]!
    from = Math.min(from, c.start)
    to = Math.max(to, c.end)
  }
  return [from, to]
}
const within = (p: Pattern, t: Told): boolean => p(t.s.text, ...span(t))

/** No day, or that of the clause that says what was read. */
const dayOfReading = (t: Told): boolean => t.b.when === null || t.b.when.start < t.s.clauses[0]!.end

/** The clause in front of the telling says it. */
const inFront = (p: Pattern, t: Told): boolean => {
  const c = t.s.clauses[t.b.kind.clause - 1]
  return c !== undefined && p(t.s.text, c.start, c.end)
}

/** One of the two clauses behind the telling says it. */
const behind = (p: Pattern, t: Told): boolean => {
  const last = Math.max(t.b.kind.clause, ...t.b.draft.figures.map((f) => f.clause))
  return t.s.clauses.slice(last + 1, last + 3).some((c) => p(t.s.text, c.start, c.end))
}

export const toldOfOthers: readonly Refusal[] = [
  ['we were not there', (t) => t.b.report.branch === null && behind(notThere, t)],
  ['missed it', (t) => t.b.draft.figures.every((f) => !isPrimary(f)) && within(missed, t)],
  ['more than ours', (t) => t.b.report.branch === null && behind(outdone, t)],
  ['no match for them', (t) => t.b.when === null && behind(noMatch, t)],
  ['better than we', (t) => t.b.report.branch === null && better(t)],
  [
    'of an office',
    (t) =>
      t.b.report.branch === null &&
      ofAnOffice(t.s.text, 0, 60) &&
      !withUs(t.s.text) &&
      !weHelped.test(t.s.text),
  ],
  [
    'printed by others',
    (t) => t.b.report.branch === null && t.b.report.kind === 'article' && printedByOthers(t.s.text),
  ],
  ['read of', (t) => dayOfReading(t) && t.b.kind.clause > 0 && readOf(t.s.text, 0, 40) && !weDid(t.s.text)],
  ['said of them', (t) => (within(ofThem, t) || inFront(ofThem, t)) && !onBehalf(t.s.text)],
  ['from above', (t) => t.b.report.branch === null && (within(fromAbove, t) || behind(fromAbove, t))],
  ['sent to us', (t) => t.b.report.branch === null && within(sentToUs, t) && !withUs(t.s.text)],
  ['theirs', (t) => t.b.report.branch === null && !t.ours && (within(theirs, t) || behind(theirs, t))],
  ['said to be', (t) => t.b.report.branch === null && within(saidToBe, t)],
  ['you spoke', (t) => within(youSpoke, t)],
  ['an opinion', (t) => t.b.report.branch === null && within(opinion, t)],
  ['fondly', (t) => t.b.report.branch === null && longSince(t)],
  ['heard it', heardIt],
  ['a trick', (t) => t.b.report.branch === null && within(trick, t)],
  ['doubted', (t) => within(doubted, t)],
  ['you did it', (t) => t.b.report.branch === null && within(youDid, t)],
]
