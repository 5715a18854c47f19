import type { Clause } from '../form/clauses.js'
import { onlyFillers, says, sort, type Around, type Sort } from './context.js'
import { document } from './documents.js'
import { has, type NumberToken, type Token } from '../tokens.js'

/** 资料120份 图片随后到: what comes later is not what was counted. */
const sentLater = /^(随后|稍后|待会|明天|晚点|后补)/

/** 150份资料一份没剩: all of them went, and 一份 is none. */
const noneLeft =
  /^[^,，。;、0-9]{0,3}(一[份张本册个]|全|都)?(也|都)?[没不未](有)?剩|^[^,，。;、0-9]{0,3}剩(?:下|余)?的?(?:也|都|就)?(?:没有?|无|光|零)/
const noneOf = /^(也|都)?[没不未](有)?剩/

export function printed(text: string, c: Clause, t: NumberToken, a: Around): Sort | null {
  if (each(text, t)) return null
  const unit = text.slice(t.num.end, t.end)
  // 60本剩下2本: what was left is no figure, and what was handed out not told
  if (
    /(剩|剩下|剩余|还剩|余下|多出)了?$/.test(text.slice(Math.max(0, t.start - 3), t.start)) ||
    noneOf.test(text.slice(t.end, t.end + 3)) ||
    ((/^[^,，。;、0-9]{0,6}(剩|还剩|余下)/.test(text.slice(t.end, t.end + 9)) ||
      // 带去80本，剩一半
      (/(带|拿|拉)(了|去|来|过去|上)$/.test(text.slice(Math.max(0, t.start - 3), t.start)) &&
        /^[,，][就才只还]?(剩|余)下?/.test(text.slice(t.end, t.end + 4)))) &&
      !noneLeft.test(text.slice(t.end, t.end + 10)))
  )
    return null
  const lead = text.slice(Math.max(0, t.start - 5), t.start)
  // 一张要五毛, 送我一张画, 一式四份, 藏书六千册: no leaflets
  if (
    (t.num.value === 1 &&
      /^(要|得|才|卖|收)?[0-9一二两三四五六七八九十百]{1,4}(毛|块|元|分)/.test(
        text.slice(t.end, t.end + 6),
      )) ||
    (t.num.value <= 2 && /(送|给|塞|递)了?(我|咱|俺)们?$/.test(lead)) ||
    (t.num.value <= 5 && lead.endsWith('一式')) ||
    /(?<![送赠捐])(藏|存)书(有|共|约|近)?$/.test(lead)
  )
    return null
  // 贴海报8张
  if (putUp.test(text.slice(Math.max(0, t.start - 6), t.start))) return null
  // 挂图30张贴了一走廊: shown, not given
  if (/^(贴|挂|展|摆)/.test(text.slice(t.end, t.end + 1))) return null
  // 资料带了80份，发出53份; 印的400份资料发出去260份: what was brought along
  if (
    /(带|印|备|准备|印制|复印|打印|拉|拿|订|领)(了|的|去|来|好|有|去了|来了|过去)?$/.test(
      text.slice(Math.max(0, t.start - 5), t.start),
    ) &&
    /^[^。;\n0-9]{0,10}(发|送|散|派|领|取|拿|要)(出|走|掉|放|了|去|完|光|出去|走了|掉了|出去了|放了)[^,，。;0-9]{0,2}[0-9一二三四五六七八九十百千两]/.test(
      text.slice(t.end, t.end + 22),
    )
  )
    return null
  const nouns = (ts: readonly Token[]) =>
    ts.filter(
      (x) =>
        has(x, 'printed') ||
        has(x, 'unprinted') ||
        has(x, 'medicine') ||
        (x.type === 'word' &&
          x.word.kind !== null &&
          ['research', 'proposal', 'article'].includes(x.word.kind.kind)),
    )
  const behind =
    a.after[0] && a.after[0].start <= t.end + 6
      ? nouns(a.after).find(
          (x) =>
            x.start <= t.end + 8 &&
            !/[、，,附]/.test(text.slice(t.end, x.start)) &&
            !sentLater.test(text.slice(x.end, x.end + 3)),
        )
      : undefined
  // 提交《…的建议》1份: the paper itself
  const paper = a.before.at(-1)
  if (
    paper?.type === 'title' &&
    paper.end >= t.start - 1 &&
    /^[份篇件]/.test(unit) &&
    /(建议|建议书|提案|报告|议案|对策|思考)》$/.test(text.slice(paper.start, paper.end))
  )
    return document(text, t, a)
  // 1200份树种小册子: what the booklet is about
  const booklet = behind && nouns(a.after).find((x) => x.start > behind.start && x.start - behind.end <= 2)
  const before = nouns(a.before).at(-1)
  // 资料300份 春联180副: what stands behind has a number of its own
  const numbered =
    behind !== undefined &&
    before !== undefined &&
    a.next?.type === 'number' &&
    onlyFillers(text, before.end, t.start) &&
    onlyFillers(text, behind.end, a.next.num.start)
  // 资料300份 横幅忘带: nor is what was not there
  const missing =
    behind !== undefined &&
    (before === undefined || has(before, 'printed')) &&
    text[t.end] === ' ' &&
    notThere.test(text.slice(behind.end, behind.end + 6))
  const told = booklet && has(behind, 'unprinted') && has(booklet, 'printed') ? booklet : behind
  const named = numbered || missing ? before : (told ?? before)
  if (named) {
    if (has(named, 'unprinted') || has(named, 'medicine')) return null
    if (has(named, 'printed')) return sort('materials')
    return /^[份本]/.test(unit) ? sort('documents') : null
  }
  // 报送建议11份，其中3份得到批示
  if (/^[份本]/.test(unit) && (says(a.before, 'adopt') || a.after.some((x) => has(x, 'adopt'))))
    return document(text, t, a)
  if (says(a.before, 'total') && handedOut.test(n2(text, c, t))) return sort('materials')
  // 发明白纸，过路的接了90来张
  if (
    /(接|领|拿|取|抢|要)(走|去|到)?了$/.test(text.slice(Math.max(0, t.start - 3), t.start)) &&
    sheets.test(n2(text, c, t))
  )
    return /[0-9][份张册本]/.test(n2(text, c, t)) ? null : sort('materials')
  const handed =
    says(a.before, 'handout') ||
    /[发赠送印书]$/.test(text.slice(Math.max(0, t.start - 1), t.start)) ||
    /[发赠送印书]/.test(text.slice(c.start, t.start))
  if (handed) return sort('materials')
  if (a.before.length > 0) return null
  return /^[份册本]/.test(unit) || handedOutAhead.test(n2(text, c, t)) ? sort('materials') : null
}

const putUp = /(?<!张)贴[了出]?(?:海报|宣传画|标语|挂图|通知|告示|图片)$/
const notThere = /^[^,，。;、0-9]{0,2}(?:没(?:有|来得及)?|忘了?|未|漏|少)[带写到挂拿发送印做领]/

/** The clause before, where 共60份 sums up what was handed out. */
const n2 = (text: string, c: Clause, t: NumberToken): string =>
  text.slice(Math.max(0, c.start - 20), t.start - 1)

/** 发反诈折页，四百张 */
const handedOutAhead =
  /[发散派送][出了]?[^,，。;；\n没不]{0,8}(?:单子?|折页|传单|资料|手册|材料|册子|明白[纸卡]|宣传[页画])$/
const sheets = /单子?|折页|传单|资料|手册|材料|册子|明白[纸卡]|宣传[页画]/

/** …，小单子发光了: so many copies, or papers that went. */
const handedOut = /[份册本]|(单子?|折页|传单|资料|手册|材料|书|册子)[^,，。;]{0,4}[发散拿领送抢]/

const each = (text: string, t: NumberToken): boolean =>
  t.num.value <= 5 &&
  /(人人|每[\u4e00-\u9fa5]|各|一人|人手|一家|一户|一人手)[^,，。]{0,5}$/.test(
    text.slice(Math.max(0, t.start - 8), t.start),
  )
