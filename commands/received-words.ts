import { normalize } from '../src/understand/text/normalize.js'

/** What is asked of a report of one's own: whether it came, or how it stands on the book. */
export interface ReceivedAsked {
  readonly what: 'came' | 'how'
  /** What says which report: 我昨天报的那场, 二小的讲座; empty: the last one. */
  readonly front: string
  /** Says plainly that a report is meant; else a kind word with more than a question for a total names. */
  readonly plain: boolean
}

const upon = '(?:[上下]来?|进[去来]|好|着|过|到)?'
const kept = `(?:收[到着]|接到|看到|(?:记|登|录|存|写|报)${upon}|登记${upon}|记录${upon}|录入|算(?:[上数]|进[去来]|进总数|在内|了)?|统计${upon}|计入|[入进上]账)`
const you = '(?:[你您]们?|给我们?|帮我们?|把它|都|是|后来|最后|到底|那边|这边|究竟|已经|真的|人数|日期){0,4}'
const noted = `${you}(?:记|写|登记?|录|填|算|存|统计)`
const asked = '(?:多少|几|什么|啥|哪)'
const counted = '(?:个|号|位)?(?:人次?|人头|天|日子?|号|一天|月份?|里|儿|个?地方|类|种|场次?|期|个?题目|样)?'
const end = '(?:了|的|来着|啊|呀|呢|去了)*$'

/** How each is asked; to learn one, add it. */
const rows: readonly (readonly [what: ReceivedAsked['what'], words: RegExp])[] = [
  ['came', new RegExp(`${you}${kept}了?(?:没有?|没得|不曾|吗|么)(?:呢|呀|啊)?[?？]*$`)],
  ['came', new RegExp(`${you}${kept}了?[?？]+$`)],
  ['came', new RegExp(`(?:有没有|是不是|是否)${you}${kept}了?(?:来着|吗|呢)?[?？]*$`)],
  [
    'came',
    /(?:收没收到?|记没记[上下]?|登没登记?上?|录没录[上进]?去?|算没算(?:上|进去)?|算不算数?|在不在(?:账上?|册上?|本子上|里面|里头|总数里)|进没进(?:账|去|总数))[?？]*$/,
  ],
  [
    'how',
    new RegExp(
      `(?:记|登记?|录|写|填|报)(?:得|的)?(?:对不对|对没对|对了?(?:没有?|吗)|准不准|有没有错|错没错)(?:呢|啊)?[?？]*$`,
    ),
  ],
  [
    'how',
    new RegExp(
      `${noted}(?:成|的是?|为|作|到|在|上)了?(?:的?是)?${asked}${counted}${end.slice(0, -1)}[?？]*$`,
    ),
  ],
  ['how', new RegExp(`${noted}了?${asked}${counted}${end.slice(0, -1)}[?？]*$`)],
  [
    'how',
    new RegExp(
      `${you}(?:怎么|咋|怎样|如何)(?:给我|帮我)?(?:记|写|登记?|录|填)(?:录)?的?${end.slice(0, -1)}[?？]*$`,
    ),
  ],
  ['how', /(?:[你您]?(?:记|写|登|录|算|填|报)(?:成|的是?|作)了?).{1,8}还是.{1,8}$/],
  [
    'how',
    new RegExp(
      `${noted}(?:成|的是?|了)(?:不?是)?\\d{1,6}(?:个人?|人次?|名)?了?(?:吗|么|没有|对吧|是不是|对不对|吧)[?？]*$`,
    ),
  ],
  ['how', /(?:是|在)?(?:几号|哪天|哪一天|几月几号)(?:的|来着)*[你您](?:记|写|登)的[?？]*$/],
  ['how', /[看听来]了?(?:多少|几个)人[你您](?:记|写|登)的[?？]*$/],
]

/** A report is meant: 我报的, 那场, 上一条. */
const ofReport =
  /(?:报|发|说|交|登)(?:过|上来|上去|过来)?的|我[^，,]{0,8}(?:讲|上|办|搞|做|开)过?的|[那这]一?[场条个节堂次期回笔][的课]?|[上后]一[条场个]|刚才|刚刚|我的|(?:大?前天|昨[天儿]|今[天儿早]|[上下]午)的$/
const ofKind = /课|讲座|义诊|培训|咨询|活动/
/** What is sent and is no report; of others nobody asks as of one's own. */
const noReport =
  /照片|图片?|相片|视频|语音|文件|表|红包|通知|稿|随笔|资料|材料|钱|快递|发票|邮|名单|申请|意见|建议|请假|报名|任务|指标|链接|文章|公众号|电话|短信|饭|票|药|货|菜|他们|大家|各|所有|谁|哪|明天|后天|下周/

const polite =
  /^(?:小科|请问|麻烦|劳驾|帮我|帮忙|替我|[你您]?(?:看看|看一?下|查查|查一?下|给看看)|问一?下|想问|我想知道|告诉我|哎|对了)+/

/** 我昨天报的那场记成多少人了 · 昨天的地震课收到没有; null for any other question. */
export function askedOfReport(raw: string): ReceivedAsked | null {
  if (raw.length > longest) return null
  const marks = /[\s，,、。；;：:!！~～“”"「」'《》]/g
  const text = normalize(raw).text.replace(marks, '').replace(polite, '')
  for (const [what, pattern] of rows) {
    const m = pattern.exec(text)
    if (!m) continue
    // 记了没有, and nothing else: of what one told last
    if (m.index === 0) {
      if (what === 'came' && text.length <= longestBare) return { what, front: '', plain: true }
      continue
    }
    const front = text.slice(0, m.index).replace(polite, '')
    if (noReport.test(front)) return null
    // 我们县报的都收到没有 is asked of many
    if (/都|全/.test(front + m[0]) && /我们|咱/.test(front)) return null
    const plain = ofReport.test(front) || (/^[报发]/.test(m[0]) && /^我(?!们)/.test(front))
    // 义诊都算上了没有 is asked of a total
    const ofTotal = /算|统计|计入/.test(m[0]) && what === 'came'
    if (plain || (ofKind.test(front) && !ofTotal) || oneNo.test(front)) return { what, front, plain }
  }
  return null
}
const longest = 40
const longestBare = 10
const oneNo = /^#?\d{3,7}号?(?:[那这][场条个])?$/
