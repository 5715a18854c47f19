// A late answer that says which question it answers: 前天您问我的六月那4场，是连同的 · 回您昨天的话：同一场; pure.

export interface NamedAnswer {
  /** What of the question is named: 六月那4场; '' for nothing. */
  readonly ref: string
  /** The answer itself. */
  readonly rest: string
  /** It only names what was told, and says not that it had been asked (六月那4场是连同的). */
  readonly bare?: true
}

const when =
  '(?:(?:大?前天|昨天|昨晚|昨儿个?|前儿个?|今天|今早|早上|上午|中午|下午|晚上|刚才|刚刚|前几天|前些天|那天|当时|上(?:个)?(?:周|星期|礼拜)[一二三四五六日天]?|(?:这)?(?:周|星期|礼拜)[一二三四五六日天]|\\d{1,2}[号日]|前头|上次|上回|之前|前面|先前)(?:那天|那次)?(?:上午|中午|下午|晚上|早上)?)?'
const you = '(?:[您你]|小科(?:老师)?|系统)?(?:们)?'
const wants =
  '(?:(?:私下|单独|私信里?|在这里|给我)?(?:问|(?:要|让|叫|请)我(?:们)?(?:回|答|定|选|看|认|说|确认))(?:过|了|起)?(?:我们?|俺们?)?(?:的|过的|来着的?)?)'
const thing = '(?:(?:那|这)?(?:个|条|件|桩|句)?(?:问题|事儿?|事情|话|消息)?(?:[，,：:\\s]|就是|说的?){0,2})'
const about = '(?:关于|对于|至于|就|那个|说说|回答?|答复?|回复){0,2}'
/** Where the answer begins though nothing parts it from what is named. */
const begins =
  '(?=(?:应该|应当|确实|其实|都|就|全)?(?:是(?![那这几哪])|算(?!上)|连同|另外|同一|包括|没有?|不是|用|按))'
const ref = '(?<ref>[^，,。：:；;？?]{0,20}?)'
const rest = '(?<rest>[^？?]{1,34})$'
const asked = new RegExp(
  `^${about}${when}的?${you}${when}${wants}${thing}${ref}(?:[，,。：:；;\\s]{1,2}|${begins})${rest}`,
)
/** 回您昨天的话：… · 答您前天那个问题，…. */
const replied = new RegExp(
  `^(?:回答?|答复?|回复)(?:一下)?${you}${when}的?(?:问的?)?(?:那个|那条|那句)?(?:问题|话|提问|问话|消息|信息|问)的?(?:${ref})[，,。：:；;\\s]{1,2}${rest}`,
)
const few = '(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})'
const month = `(?:${few}月份?|上个?月|这个?月|本月)`
/** 六月那4场是连同的 · 六月份的4场260人次，另外算. */
const told = new RegExp(
  `^${about}(?<ref>(?:我们?|咱们?)?(?:报的)?[^，,。：:；;\\d]{0,8}?${month}[^，,。：:；;]{0,6}?[的那这]${few}[场次期条篇](?:讲座|培训|义诊|咨询|活动)?(?:\\d{1,6}人次?)?)(?:[，,。：:；;\\s]{1,2}|${begins})${rest}`,
)

/** Said in front, and nothing of its own: 才看到，… · 这两天忙，…. */
const excuse =
  /^(?:(?:不好意思|对不[起住]|抱歉|哎[呀哟])[，,。！!～~\s]{0,3}|(?:哦|噢|嗯|对了|刚?才?(?:看到|看见|瞧见|想起来?|翻到)(?:消息|信息|您的话|了|的){0,2}|忘了?(?:回|答)[^，,\d]{0,5}|没(?:顾[上得]|来得及|看[到见])[^，,\d]{0,6}|[这前]?[几两]天?(?:太|一直|都)?忙[^，,\d]{0,6}|回(?:得)?(?:晚|迟)了|您?好|小科(?:老师)?好?)[，,。！!～~\s]{1,3})/

/** Which question, and the answer; null where a text names none. */
export function readNamed(typed: string): NamedAnswer | null {
  let text = typed.trim()
  if (text.length > longest || /[?？]|[吗么嘛]$/.test(text)) return null
  for (let i = 0; i < 3; i++) text = text.replace(excuse, '')
  const m = asked.exec(text) ?? replied.exec(text)
  if (m) return { ref: m.groups!['ref']!.trim(), rest: m.groups!['rest']!.trim() }
  const bare = told.exec(text)
  return bare && { ref: bare.groups!['ref']!.trim(), rest: bare.groups!['rest']!.trim(), bare: true }
}
const longest = 60
