import { onlyFillers, says, sort, type Around, type Sort } from './context.js'
import { pattern } from '../text/pattern.js'
import { starts } from '../text/affixes.js'
import { has, type NumberToken, type Token, type WordToken } from '../tokens.js'

/** A word for papers, or for their being taken up, stands with the number. */
const papers = (a: Around): boolean =>
  [...a.before, ...a.after].some(
    (x) =>
      has(x, 'adopt') ||
      (x.type === 'word' &&
        x.word.kind !== null &&
        ['research', 'proposal', 'article'].includes(x.word.kind.kind)),
  )

/** 10月份建议汇总：望江3件，北塔2件: under a heading of papers, behind whose they are. */
function listed(text: string, t: NumberToken, a: Around): boolean {
  const whose = a.before.at(-1)
  return (
    whose?.type === 'unit' &&
    whose.end === t.start &&
    /(建议|提案|议案|稿件|信息|调研报告|论文|文章)[^,，。;0-9]{0,8}[:：][^。\n]{0,60}$/.test(
      text.slice(Math.max(0, t.start - 80), t.start),
    )
  )
}

/** 建议昨天交市政协了，一件，关于…; 写的信息被采用了，一篇: how many, in a clause of its own behind what became of it. */
export const handedInAlone = (text: string, t: NumberToken): boolean =>
  /[,，]$/.test(text.slice(Math.max(0, t.start - 1), t.start)) &&
  /^([,，。;\n]|$)/.test(text.slice(t.end, t.end + 1)) &&
  /(?:(建议|提案|议案|调研报告|稿子?|信息|文章|通讯|散文)(?:《[^《》]{1,20}》)?|(?:写的|的(?:文章|稿子|通讯|散文|随笔))《[^《》]{1,20}》[,，])[^,，。;]{0,8}(交|报|送|递|投|寄|采用|采纳|录用|刊用|用|登)[^,，。;]{0,10}[,，]$/.test(
    text.slice(Math.max(0, t.start - 48), t.start),
  ) &&
  /(?<![要想得])(交|报|送|递|投|寄|采用|采纳|录用|刊用|用|登)(?!(完|好)?了?(没|吗))[^,，。;]{0,8}了[,，]$/.test(
    text.slice(Math.max(0, t.start - 16), t.start),
  ) &&
  toAnOrgan.test(text.slice(Math.max(0, t.start - 32), t.start)) &&
  !/食堂|物业|打印|改了|答复|寄来/.test(text.slice(Math.max(0, t.start - 32), t.start))

/** 交出一篇渔民上岸的调研报告: one, by what it is about; 提的建议，本月一条: one, by its time. */
export function handedInSo(text: string, t: NumberToken, a: Around): boolean {
  const day = a.before.at(-1)
  if (day?.type === 'date')
    return day.end === t.start && namedAhead.test(text.slice(Math.max(0, day.start - 6), day.start))
  return says(a.before, 'write') && aboutWhat.test(text.slice(t.end, t.end + 24))
}
const namedAhead = /(?:建议|提案|议案|调研报告|调查报告|稿子|稿件)[,，]$/
const aboutWhat =
  /^[^,，。;；:：0-9一二三四五六七八九十]{2,16}的(?:调研报告|调查报告|考察报告|建议|建议书|提案|议案|稿子|论文|调研文章)(?:[,，。;；!\n]|$)/

/** Who takes papers. */
const toAnOrgan =
  /[交报送递]上去|[省市县区州盟旗镇乡校院][里会委办局刊报长]|政协|人大|政府|统战|组织部|科协|老干|[局委办]|日报|晚报|[报刊](?:社|上)?[了,，]|杂志|电视台|网[站了]|公众号|简报/

/** 给某局的建议，我们今年一共写了6件 */
const namedBefore = pattern(
  /(?:建议|提案|议案|稿子?)[,，][^,，。;0-9]{0,16}(?:写|提|交|报|递|送|呈)(?:上去|出|送)?了?$/,
)
const ofAll = starts('均 都 全 悉数 一律')

/** 送了两篇稿件，一篇见报: what became of it right behind. */
const takenAtOnce = /^(?:已经?|被|也|还|给){0,2}(?:见报|登了|登出|刊[登发用]|采[用纳]|录用|用了|批示)/

/** 我们的一篇稿子昨天见报了, 在县报发表了三篇文章: what was written is counted itself, and no other number of papers stands before it. */
const theOnly = (text: string, t: NumberToken, a: Around): boolean => {
  const noun = a.after[0]
  if (
    noun?.type !== 'word' ||
    noun.start - t.end > 1 ||
    noun.word.kind?.kind !== 'article' ||
    says(a.before, 'part')
  )
    return false
  const lead = text
    .slice(Math.max(0, t.start - 40), t.start)
    .split(/[。;\n]/)
    .at(-1)!
  return (
    (t.num.value === 1 ? /的$|(?:发表|刊[登发])[了过]?$/ : /发表[了过]?$/).test(lead) &&
    !/[0-9一二两三四五六七八九十][篇条件]/.test(lead)
  )
}

/** 往公众号投了四篇，发了三篇 */
const putOut = pattern(
  /[投写送报]了?[0-9一二两三四五六七八九十]{1,4}[篇条][^,，。;；]{0,6}[,，](?:[^,，。;；0-9]{0,6})[发播]了$/,
)

/** 4篇未采用, 3条没被采纳 */
const notTaken = (text: string, from: number, at: number): boolean =>
  /(未|没有?|不|无)(被|获|予|得到)?$/.test(text.slice(Math.max(from, at - 4), at))

/** 采用9篇, 3篇被采纳; in 投稿26篇 采用9篇 the 采用 is the next number's. */
export function document(text: string, t: NumberToken, a: Around): Sort | null {
  // 推广技术5项, 解决难题7件: counted like papers, but none
  const label = /(件|篇|条|份)数[:：]?$/.test(text.slice(Math.max(0, t.start - 3), t.start))
  if (
    /^[项件则点]$/.test(text.slice(t.num.end, t.end)) &&
    !papers(a) &&
    !label &&
    !listed(text, t, a) &&
    !handedInAlone(text, t) &&
    !namedBefore(text, t.start - 30, t.start)
  )
    return null
  // 北塔两条。一、…: how many items the message has
  if (
    t.num.value < 10 &&
    /^[条则件样项][。:：\n]/.test(text.slice(t.num.end, t.num.end + 2)) &&
    a.before.at(-1)?.type === 'unit' &&
    a.before.length === 1 &&
    !listed(text, t, a)
  )
    return null
  // 调研报告交卷，提出对策十二条: what stands in it
  if (
    /(?:对策|措施|问题|办法|思路)$/.test(text.slice(Math.max(0, t.start - 2), t.start)) &&
    /调[研查]报告/.test(text.slice(Math.max(0, t.start - 80), t.start))
  )
    return null
  // 批示三点意见: what it said
  if (
    /^[点条]$/.test(text.slice(t.num.end, t.end)) &&
    says(a.before, 'adopt') &&
    /^(意见|要求|指示|希望)/.test(text.slice(t.end, t.end + 2))
  )
    return null
  // 2篇获优秀成果奖: a prize, neither written again nor taken up
  if (/^(分别)?(获|荣获|被评)[^,。;]{0,16}(奖|优秀)/.test(text.slice(t.end, t.end + 22))) return null
  const beside = (x: Token | undefined, gap: number): boolean =>
    x?.type === 'word' && x.word.kind !== null && gap <= 3
  if (
    t.num.value === 1 &&
    text[t.num.start] === '一' &&
    !says(a.before, 'adopt') &&
    !handedInAlone(text, t) &&
    !handedInSo(text, t, a) &&
    !/^[条篇份件个](关于|有关)/.test(text.slice(t.num.end, t.num.end + 3)) &&
    !/批(了|示了?)?$|[播发]了$|(定稿|完成)了?$/.test(text.slice(Math.max(0, t.start - 3), t.start)) &&
    !takenAtOnce.test(text.slice(t.end, t.end + 6)) &&
    !beside(a.after[0], (a.after[0]?.start ?? 99) - t.end) &&
    !beside(a.before.at(-1), t.start - (a.before.at(-1)?.end ?? 0))
  )
    return null
  // 建议2件 都被采纳: both numbers in one
  if (text[t.end] === ' ' && ofAll(text, t.end + 1)) return sort('documents')
  const behind = a.after.find((x) => has(x, 'adopt') && !notTaken(text, t.end, x.start))
  const its =
    behind !== undefined &&
    !(
      a.next?.type === 'number' &&
      onlyFillers(text, behind.end, a.next.num.start) &&
      !/[、,，]/.test(text.slice(behind.end, a.next.num.start))
    )
  // 发表稿件48篇: published, but the number of pieces told
  const published = a.before.some(
    (x, k) =>
      has(x, 'adopt') &&
      a.before[k + 1]?.type === 'word' &&
      (a.before[k + 1] as WordToken).word.kind?.kind === 'article' &&
      /[发刊登]/.test(text.slice(x.start, x.end)),
  )
  if (theOnly(text, t, a)) return sort('documents')
  const adopted =
    putOut(text, t.start - 24, t.start) ||
    /(登|登了|用了|采了?|见报|登出|录用了|批了|批示了|批|[台视]播了|播出了?)$/.test(
      text.slice(Math.max(0, t.start - 3), t.start),
    ) ||
    (a.before.some((x) => has(x, 'adopt')) && !published) ||
    its
  return sort(adopted ? 'adopted' : 'documents')
}
