import { isHan } from '../text/chars.js'
import type { Kind } from '../../core/kinds.js'
import type { Clause } from '../form/clauses.js'
import { deedStands } from './deed-stands.js'
import { inAName, receives } from './in-a-name.js'
import { counted, inClause } from './mention.js'
import { pattern } from '../text/pattern.js'
import { stopped } from './stoppers.js'
import { type Token, type WordToken, has } from '../tokens.js'

/** 作《…》报告, “…”报告6场, 3场报告: a lecture; 报告一下 and 调研报告 are none. */
function reported(text: string, tokens: readonly Token[], at: number): boolean {
  const t = tokens[at]!
  const next = tokens[at + 1]
  const prev = tokens[at - 1]
  if (next?.type === 'number' && next.dimension === 'session' && next.start - t.end <= 2) return true
  if (prev?.type === 'number' && prev.dimension === 'session' && t.start - prev.end <= 8) return true
  if (
    /[作做]了?(?:一?[场次个堂回]|[^,，。:：了]{2,10})$/.test(text.slice(Math.max(0, t.start - 12), t.start))
  )
    return true
  return (
    prev?.type === 'title' &&
    t.start - prev.end <= 1 &&
    /[作做题为]/.test(text.slice(Math.max(0, prev.start - 4), prev.start))
  )
}

/** 开质量分析会: a meeting by what it deals with. */
const metAbout = pattern(
  /(?:^|[^公召离放打张敞])开(?!展|始|放|设|办|幕|创|通|拓|辟|车|门|学[了典]|课|工[了仪典]|业|启|发(?!展))[了过]?(?:一?[个次场])?[\u4e00-\u9fa5]{2,8}(?<!家长|老乡|同学|宗亲|战友|校友|业主|联[欢谊]|[庙歌舞灯诗])$/,
)
/** 这个月的基地，新挂牌7个 */
const newBehind =
  /^[,，:：](?:新)?(?:挂牌|建成?|增|设|成立|授牌|命名)了?[0-9一二两三四五六七八九十]{1,3}[个家处]/
/** 开了9次会, 开过三回会, 昨天在三中开的会 */
const oftenMet = pattern(/开[了过]?[0-9一二两三四五六七八九十]{1,3}[次场回个]$|开的$/)
const opensDoors =
  /(?:馆|室|展厅|园|台|站|所|中心|基地)(?:对外|免费|向[^,，。;]{2,6}|又|也|全天)?开放(?!日)[^。;!?？！；\n]{0,30}$/

/** 6日交了调研报告，讲的是老旧电梯: what a paper is about. */
const ofAPaper = pattern(
  /(?:[交写递寄投](?:出|上|好|完)?了?|上报了?|报送了?|发表了?)(?:一?[篇份个条件])?[^,，。;；\n]{0,10}(?:报告(?!会)|稿子?|文章|建议|提案|论文)[^,，。;；\n会]{0,4}[,，](?:里[头面])?(?:也|都)?$/,
)

const ofTheClass =
  /^的?[0-9一二三四五六七八九十两几多]{0,4}[名位个]?(学员|成员|同学|老师|同志|队员)们?[给为在到去把帮]/

/** 镇里采纳了我们提的关于修村道的建议: what became of it is said before it is named. */
const takenOfOurs = pattern(
  /(?:采纳|采用|同意|批)了[^,，。;没不]{0,12}[提写交报]的(?:关于|有关)?[^,，。;]{2,24}的$/,
)
/** 关于修村道的建议，批了！ */
const passed =
  /^[,，!！]?(?:[省市县区州镇乡校院][里上]?)?(?:已经?|都|全|也)?(?:被)?(?:批|采纳|采用|纳入|批示)了/
const aboutWhat = /关于[^,，。;]{2,20}的$/
const askedToTell =
  /^[^,，。;0-9]{0,6}(?:请|邀请|邀|约)[^,，。;]{0,14}(?:讲|上了?一?[堂节]课|做了?一?[场个]?讲座)/

const ownErrand =
  /(?:^|[,，:：、 是])(?:我|我自己|自己|我?老伴|我[爸妈爹娘])(?!们)[^,，。;给为]{0,14}[去到上回][^,，。;给为]{0,8}$/

const ownPeople = /^了?[^,。;、:0-9]{0,5}(会员|老领导|理事|老科技工作者)/

/** 给女工讲两癌筛查, 讲了讲体检: what it was about; 讲座和义诊 and 边讲边义诊 name two. */
const toldOf = (lead: string): boolean =>
  /讲(了|了讲|讲|解|授)?[\u4e00-\u9fa5“”]{0,4}$/.test(lead) &&
  !/讲[座课台堂完]|讲过(?![一两几]?[次回场堂])|[和与、边又还再后并加]/.test(lead)
/** 给高三学生讲考前减压, 讲太极拳的好处: a skill or a trouble; 讲党史唱红歌, 讲国学书法展示 tell of what was done besides. */
const skillToldOf = (lead: string, name: string): boolean =>
  /讲(了|解|授)?[\u4e00-\u9fa5]{0,6}$/.test(lead) &&
  !/讲[座课台堂完过]|[和与、边又还再后并加做办搞唱跳演教]/.test(lead) &&
  !/^[唱跳演写画]|(?:展示?|展览|比赛|赛|演出|表演|会|辅导|咨询|疏导|课)$/.test(name)
/** 约600人参观: the visitors right in front. */
const isPeople = (t: Token | undefined, at: number): boolean =>
  t?.type === 'number' && t.dimension === 'people' && t.end === at

const skills: ReadonlySet<Kind> = new Set<Kind>(['counselling', 'culture'])

/** Whether a kind's word only says what a lecture was about. */
function isTopic(text: string, c: Clause, t: WordToken): boolean {
  const lead = text.slice(Math.max(c.start, t.start - 10), t.start)
  const name = text.slice(t.start, t.end)
  if (skills.has(t.word.kind!.kind) || /(?:实验|制作)$/.test(name)) return skillToldOf(lead, name)
  if (t.word.kind!.kind === 'consultation' && /(援助|维权|政策)$/.test(name)) return toldOf(lead.slice(-6))
  return t.word.kind!.kind === 'clinic' && toldOf(lead.slice(-6))
}

/** 座谈会，商量明年的讲座怎么排: what was talked of for a time to come. */
const talkedOver = pattern(
  /(?:商量|商议|合计|[商筹谋策]划|议|谈|聊)(?:了|定|好|一下|[议谈聊])?(?:明年|来年|明春|开春后?|下(?:个?月|一?季度|学期|半年|一?阶段|一步))[^,，。;]{0,10}$/,
)

/** Whether a word that has other senses names an activity where it stands. */
export function stands(
  text: string,
  tokens: readonly Token[],
  c: Clause,
  at: number,
  t: WordToken,
  founded: boolean,
): boolean {
  const { kind, weight } = t.word.kind!
  const name = text.slice(t.start, t.end)
  const next = text[t.end] ?? ''
  if (weight === 'deed')
    return (
      !(text.startsWith('讲的', t.start) && ofAPaper(text, t.start - 32, t.start)) &&
      deedStands(text, tokens, at, t)
    )
  if (isTopic(text, c, t)) return false
  // 网课教老人怎么缴费，进课堂的50几个: how it was taught, and who came in
  if (/^(网课|线上课|直播课)$/.test(name) && /^教(?![学育师材案练室])/.test(text.slice(t.end, t.end + 2)))
    return false
  if (name === '进课堂' && /^的(?:有|共)?[0-9一二三四五六七八九十]/.test(text.slice(t.end, t.end + 3)))
    return false
  if (talkedOver(text, Math.max(c.start, t.start - 24), t.start)) return false
  // 我十一号去省城看病: the teller's own errand
  if (
    kind === 'clinic' &&
    name === '看病' &&
    ownErrand.test(text.slice(c.start, t.start)) &&
    !inClause(tokens, c, (x) => x.type === 'number' && x.dimension === 'people')
  )
    return false
  // 给摆摊的讲, 摆摊的都来听: who they were
  if (name.startsWith('摆摊') && /^的(?!点|地|位|人?数)/.test(text.slice(t.end, t.end + 3))) return false
  if (inAName(text, c, t) && !receives(text, t.end, t.end + 20)) return false
  // 慰问病困会员27人: the association's care for its own
  if (
    kind === 'volunteer' &&
    text.slice(t.start, t.end).endsWith('慰问') &&
    ownPeople.test(text.slice(t.end, t.end + 10))
  )
    return false
  if (text.slice(t.start, t.end) === '课')
    return (
      /[讲上]了?一$/.test(text.slice(Math.max(0, t.start - 3), t.start)) ||
      (isHan(text.charCodeAt(t.start - 1)) && !'一这上下听授讲备旷罢停逃补选功'.includes(text[t.start - 1]!))
    )
  if (text.slice(t.start, t.end) === '会')
    return (
      (inClause(tokens, c, (x) => has(x, 'call')) ||
        oftenMet(text, t.start - 8, t.start) ||
        metAbout(text, Math.max(c.start, t.start - 12), t.start)) &&
      isHan(text.charCodeAt(t.start - 1)) &&
      // 开了个小会七个人
      (!isHan(text.charCodeAt(t.end)) ||
        /^[一二两三四五六七八九十百]{1,3}[多来]?[个人名位]/.test(text.slice(t.end, t.end + 5)))
    )
  if (text.slice(t.start, t.end) === '报告') return reported(text, tokens, at)
  // 陪福利院的孩子做手工、唱歌: what was done with those one went to see
  if (
    kind === 'culture' &&
    /陪(着|伴)?[^,，。;]{0,12}(孩子|老人|娃|孤儿|残疾)/.test(
      text.slice(Math.max(c.start, t.start - 30), t.start),
    )
  )
    return false
  // 给跳舞的大姐们讲护膝: who they were
  if (
    kind === 'culture' &&
    text[t.end] === '的' &&
    /[给为向对][^,，。;]{0,6}$/.test(text.slice(Math.max(c.start, t.start - 7), t.start)) &&
    /^的[^,，。;]{1,8}讲/.test(text.slice(t.end, t.end + 10))
  )
    return false
  // 教怎么在手机上看病挂号: what was taught
  if (
    kind !== 'training' &&
    weight === 'plain' &&
    /教[^,，。;]{0,8}(怎么|如何|咋|用)[^,，。;]{0,8}$/.test(
      text.slice(Math.max(c.start, t.start - 24), t.start),
    )
  )
    return false
  if (stopped(text, t.end)) return false
  // 办了培训，3名志愿者服务: who helped at what was held
  if (
    kind === 'volunteer' &&
    name === '志愿者服务' &&
    /[0-9一二两三四五六七八九十]来?[名位个]$/.test(text.slice(Math.max(c.start, t.start - 4), t.start)) &&
    /(?:讲座|培训|义诊|咨询|座谈|歌会|演出|宣传|辅导|报告会)[^。;；\n]{0,20}[,，]$/.test(
      text.slice(Math.max(0, c.start - 40), c.start),
    )
  )
    return false
  // 敬老月, 助老日: a time, not what was done
  if (kind === 'volunteer' && /^[月节日周院]/.test(text.slice(t.end, t.end + 1))) return false
  // 以…思想为指导; 换届以来; 心理辅导骨干
  if (name === '指导' && text[t.start - 1] === '为') return false
  if (name === '换届' && /^(以来|以后|之后|后|前)/.test(text.slice(t.end, t.end + 2))) return false
  if (kind === 'counselling' && /^(骨干|志愿者|团队|教师|老师)/.test(text.slice(t.end, t.end + 3)))
    return false
  // 夏令营的孩子, 书法班的6位学员给村民写春联: whose pupils they are
  if (
    kind === 'training' &&
    (ofTheClass.test(text.slice(t.end, t.end + 9)) ||
      (text.endsWith('营', t.end) && /^的(孩子|学生|同学|娃|小朋友)/.test(text.slice(t.end, t.end + 4))))
  )
    return false
  // 夏令营昨天请我们讲《…》: whoever asked for it
  if (kind === 'training' && name.endsWith('营') && askedToTell.test(text.slice(t.end, t.end + 24)))
    return false
  // 到镇夏令营讲了两节, 在夏令营上了三节课: where it was told
  if (
    kind === 'training' &&
    /^(里|上)?(讲|上课|授课|给|为|上了[0-9一二两三四五六七八九十]{1,3}[节堂次场]课)/.test(
      text.slice(t.end, t.end + 8),
    ) &&
    /(?:[到在去赴进][^,，。;]{0,8}|给[^,，。;办开搞举]{0,8})$/.test(
      text.slice(Math.max(c.start, t.start - 10), t.start),
    )
  )
    return false
  // 办展作品九十幅: of pictures
  if (
    name.startsWith('办展') &&
    /作品|书画|绘画|书法|摄影|画作|[0-9一二三四五六七八九十百]幅/.test(text.slice(c.start, c.end))
  )
    return false
  // 给教师培训班作了…报告: whom it was for
  if (
    kind === 'training' &&
    /^(的)?(学员|老师|学生|同学)?们?(作|做|讲|上|开展|授课|举办)/.test(text.slice(t.end, t.end + 6)) &&
    /[给为向对][^,，。;办开搞举]{0,14}$/.test(text.slice(Math.max(c.start, t.start - 16), t.start))
  )
    return false
  // 由某会指导，某会主办: who stood behind it
  if (
    name === '指导' &&
    t.end >= c.end &&
    /[由在]/.test(text.slice(Math.max(c.start, t.start - 20), t.start))
  )
    return false
  // 宣传栏换了6期: the board counts by its issues
  if (/([栏报]|^展板|^橱窗)$/.test(name) && kind === 'publicity')
    return inClause(tokens, c, (x) => x.type === 'number' && x.dimension === 'session')
  // 春茶采摘与病虫防治技术指导: a skill that was taught
  if (
    kind === 'culture' &&
    /^(采摘|编织)/.test(text.slice(t.start, t.end)) &&
    /^[^,，。;]{0,10}(技术|管理|加工|防治|培训|指导|技艺)/.test(text.slice(t.end, t.end + 14))
  )
    return false
  if (
    kind === 'base' &&
    /查看|察看|考察|参观|走访|深入|到了/.test(text.slice(c.start, t.start)) &&
    !inClause(tokens, c, (x) => has(x, 'found'))
  )
    return false
  // 开会商量工作站挂牌的事: not yet either
  if (
    kind === 'base' &&
    /^[^,，。;]{0,8}(挂牌|揭牌|授牌|成立|命名|建设|选址)的?(事|事宜|问题|方案|准备|筹备)/.test(
      text.slice(t.end, Math.min(c.end, t.end + 16)),
    )
  )
    return false
  // 协助申报创新工作室1个: not yet
  if (kind === 'base' && /(申报|申请|筹建|拟建|争取)[^,，。;]{0,12}$/.test(text.slice(c.start, t.start)))
    return false
  // 党群服务中心 村民二百来人: where it was
  if (
    name === '服务中心' &&
    /(党群|便民|为民|社区|卫生|养老|文化|综合|市民|政务|老年|健康|活动)$/.test(
      text.slice(c.start, t.start),
    ) &&
    !inClause(tokens, c, (x) => has(x, 'found'))
  )
    return false
  if (kind === 'base')
    return (
      inClause(tokens, c, (x) => has(x, 'found')) ||
      newBehind.test(text.slice(t.end, t.end + 12)) ||
      (inClause(tokens, c, counted) &&
        (founded || !inClause(tokens, c, (x) => has(x, 'reach') || has(x, 'send'))))
    )
  if (
    kind === 'article' &&
    weight === 'head' &&
    /[简快]讯|简报|信息|报道|通讯|动态/.test(text.slice(t.start, t.end))
  )
    return (
      text[t.start - 1] === ':' ||
      inClause(tokens, c, counted) ||
      inClause(tokens, c, (x) => x !== t && has(x, 'write'))
    )
  // 科普展览7场，参观900人次: what the visitors did
  const following = tokens[at + 1]
  const word = text.slice(t.start, t.end)
  if (
    (word === '展出' ||
      ((word === '参观' || word === '观看') &&
        ((following?.type === 'number' && following.start - t.end <= 1) ||
          isPeople(tokens[at - 1], t.start)))) &&
    tokens
      .slice(Math.max(0, at - 8), at)
      .some(
        (x) => x.type === 'word' && (x.word.kind?.kind === 'publicity' || x.word.kind?.kind === 'culture'),
      )
  )
    return false
  // 标本馆对外开放，市民260人来参观: what those did who came in
  if (word === '参观' && opensDoors.test(text.slice(Math.max(0, t.start - 40), t.start))) return false
  // 科普研学4批次，组织学生参观气象馆: what was done at it
  if (
    name.startsWith('参观') &&
    /(组织|带领|带)[^,，。]{0,6}(学生|孩子|同学|小朋友|师生)们?$/.test(
      text.slice(Math.max(c.start, t.start - 14), t.start),
    ) &&
    c.start > 0
  )
    return false
  // 前来参观的市民, 咨询的群众: what the counted came for
  if (
    weight === 'plain' &&
    text[t.end] === '的' &&
    has(tokens[at + 1], 'audience') &&
    tokens[at + 1]!.start === t.end + 1
  )
    return false
  if (weight !== 'plain') return true
  // 建议，2条；信息，3篇: lists of a kind and how many
  if (listed(text, tokens, at)) return true
  // 调研登记|单位：…: the head of a form
  if (t.start < 4 && headOfForm.test(text.slice(t.end, t.end + 6))) return true
  if ((kind === 'article' || kind === 'proposal') && numberedNext.test(text.slice(t.end, t.end + 12)))
    return true
  if (kind === 'article')
    return inClause(tokens, c, counted) || inClause(tokens, c, (x) => x !== t && has(x, 'write'))
  if (kind === 'proposal')
    return (
      (inClause(tokens, c, counted) ||
        (passed.test(text.slice(t.end, t.end + 10)) &&
          aboutWhat.test(text.slice(Math.max(0, t.start - 24), t.start))) ||
        (tokens[at - 1]?.type === 'title' && tokens[at - 1]!.end >= t.start - 1) ||
        inClause(tokens, c, (x) => x !== t && (has(x, 'write') || has(x, 'adopt'))) ||
        (aboutIt(text, c.start, t.start) && handedInNear(text, tokens, at)) ||
        /第[0-9一二三四五六七八九十]{1,3}[条件项份]$/.test(text.slice(Math.max(0, t.start - 6), t.start))) &&
      (next === ''
        ? takenOfOurs(text, c.start, t.start) ||
          /[0-9一二两三四五六七八九十余多来][条件项份点]$|[写提交报递送][了过]一?(?:个|条|篇|份|件)(?:关于|有关)[^,，。;]{2,24}的$/.test(
            text.slice(Math.max(0, t.start - 32), t.start),
          )
        : !'大您你各把在用多'.includes(next))
    )
  if (kind === 'research') return inClause(tokens, c, (x) => has(x, 'do') || has(x, 'write') || counted(x))
  return true
}

/** 关于…的建议, 给某局的建议: named with what it is about or whom it is for. */
const aboutIt = pattern(/(?:关于|有关|针对|给|向)[^,，。;]{2,30}的$/)
/** …，某会8月交上去，已被采纳; 提了5条，都是关于…的建议: handed in, in the clauses beside. */
function handedInNear(text: string, tokens: readonly Token[], at: number): boolean {
  const { end } = tokens[at]!
  for (let k = at + 1; k < Math.min(tokens.length, at + 20) && tokens[k]!.start < end + 60; k++) {
    if (/[。;\n]/.test(text.slice(tokens[k]!.start, tokens[k]!.end))) return false
    if (has(tokens[k], 'write') || has(tokens[k], 'adopt')) return true
  }
  return /[都全均]是(?:关于|有关|针对)[^,，。;]{2,30}的$/.test(
    text.slice(Math.max(0, tokens[at]!.start - 40), tokens[at]!.start),
  )
}

/** 十月的信息，报了十二条，…: how many, in the clause behind. */
const numberedNext =
  /^[,，:：](?:一?共|总共|累计)?(?:上报|报送|报|投|写|提|送|递|交)(?:了|上去)?[0-9一二两三四五六七八九十]{1,4}[条篇件](?!街|路|规|款)/

const headOfForm = /^(?:情况|成果|工作)?(?:登记|上报|报送|填报|备案|记录)(?:表|卡)?[|:：\n】]/

/** A kind's word between two pauses, and behind it how many papers there were. */
function listed(text: string, tokens: readonly Token[], at: number): boolean {
  const [before, t, pause, n] = [tokens[at - 1], tokens[at]!, tokens[at + 1], tokens[at + 2]]
  return (
    pause?.type === 'mark' &&
    pause.start === t.end &&
    n?.type === 'number' &&
    n.start === pause.end &&
    n.dimension === 'document' &&
    (before === undefined || (before.type === 'mark' && before.end === t.start)) &&
    /^([,，。;；、\n ]|$)/.test(text.slice(n.end, n.end + 1))
  )
}
