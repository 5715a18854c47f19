import { starts } from '../text/affixes.js'
import type { Gazetteer } from './gazetteer.js'
import type { Token, UnitToken } from '../tokens.js'

const opensClause = (text: string, at: number): boolean => at === 0 || ',。;:!\n'.includes(text[at - 1]!)
/** 据某会联络员电话, 接到某县的电话: who told it did it. */
export const tellsOf = (text: string, t: Token): boolean =>
  (opensClause(text, t.start) &&
    /^(?:方面|那边|那头|老科协)(?:的[\u4e00-\u9fa5]{1,3})?(?:刚|刚刚|刚才|昨晚|今天|早上)?(?:来电|来信|来函|来微信|来消息|打来电话|来电话|来过电话|反馈|反映|告知|电告)(?:说|告知|称)?(?:[:,]|(?<=说)[今昨前上这])/.test(
      text.slice(t.end, t.end + 20),
    )) ||
  (/(据|接到|收到|接)$/.test(text.slice(Math.max(0, t.start - 2), t.start)) &&
    /^[^,，。;:]{0,8}(电话|来电|报告|报来|汇报|消息|反映|短信|微信|报表|:)/.test(
      text.slice(t.end, t.end + 14),
    ))

/** 关于某会10月活动情况的说明：…: whose what follows is. */
export const headsStatement = (text: string, from: number, to: number): boolean =>
  text.startsWith('关于', from - 2) &&
  (from === 2 || text[from - 3] === '\n') &&
  /^[^,，。;:\n]{0,14}(?:情况|小结|总结|活动|工作|数据|统计|数字)[^,，。;:\n]{0,6}[:\n]/.test(
    text.slice(to, to + 24),
  )

/** 兹报送某会讲座一场：…: what is sent up of whom. */
export const sentUp = (text: string, from: number, to: number): boolean =>
  /(?:^|[,，。;:：\n])(?:兹|现|特)?将?(?:报送|上报|呈报|报告|呈送|报上)$/.test(
    text.slice(Math.max(0, from - 5), from),
  ) &&
  /^[^,，。;:：\n]{2,14}[0-9一二两三四五六七八九十](?:场|次|期|件|篇|项|条)(?:如下)?[:：]/.test(
    text.slice(to, to + 22),
  )

/** 记在某会名下, 算某会头上: whose it is counted as. */
export const countedFor = starts('名下 头上 账上 的账 那边账 的名义 名义')

/** 给某会记上, 补报某会的一场: on whose behalf is reported. */
export const onBehalf = (text: string, from: number, to: number): boolean =>
  (text[from - 1] === '给' &&
    /^(老科协|分会)?(那边|他们)?(记|登|加|录|添|算)/.test(text.slice(to, to + 8))) ||
  (/(补报|报|补|登记|登|记|汇报|上报|转|转发)(一下|下)?$/.test(text.slice(Math.max(0, from - 4), from)) &&
    /^(老科协|分会)?(那边|这边|他们)?(的|上次|上周|前天|昨天|漏|那|这|[0-9一二三四五六七八九十两]{1,3}[场次期])/.test(
      text.slice(to, to + 10),
    ))

/** …，都是某会的。: said last, of all of it. */
export const allOf = (text: string, from: number, to: number): boolean =>
  // …，都是某会的手机摄影班。 …，均为某某老科协: at the very end
  (/[,，。;；|](?:都|全|均)[是为]$/.test(text.slice(Math.max(0, from - 3), from)) &&
    ((/(?:老科协|分会|协会|专委会|讲师团)$/.test(text.slice(from, to)) &&
      /^[。!]?$/.test(text.slice(to, to + 2))) ||
      /^的[\u4e00-\u9fa5]{0,6}(?:班|课|讲座|义诊|培训|活动)[。!]?$/.test(text.slice(to, to + 12)))) ||
  (/(?:单位|主办方?|承办方?|举办方)(?:都|全|均)[是为]$/.test(text.slice(Math.max(0, from - 6), from)) &&
    /^(?:老科协|分会)?(?:[,，。;!\n]|$)/.test(text.slice(to, to + 4))) ||
  (/(都|全|均)是$/.test(text.slice(Math.max(0, from - 2), from)) &&
    /^(的|搞的|办的|做的|讲的|组织的|开展的)([,，。;!]|$)/.test(text.slice(to, to + 4)))

/** 县会：河西…, 市老科协的领导好, 县老科协吗: the root is spoken to. */
export function addressed(text: string, tokens: readonly Token[], at: number, units: Gazetteer): boolean {
  const t = tokens[at] as UnitToken
  if (t.unit !== units.root) return false
  const opens = t.start <= 8 || text[t.start - 1] === '\n'
  if (!opens) return false
  if (greeted(text, t.end)) return true
  if (text[t.end] !== ':') return false
  const next = tokens[at + 2]
  if (next?.type === 'unit' && next.unit !== units.root) return true
  // 市老科协：我会…。某会: who signs wrote to it
  return tokens
    .slice(Math.max(at + 1, tokens.length - 8))
    .some((x) => x.type === 'unit' && x.unit !== units.root && signs(text, x))
}

/** The last word of a message, or of a line of its own near its end. */
const signs = (text: string, t: Token): boolean =>
  /^[)\]】。!]?\s*([0-9一二三四五六七八九十年月日.〇○]{4,12}\s*)?$/.test(text.slice(t.end, t.end + 24)) &&
  t.end + 16 >= text.length

const greeted = starts('的领导 领导 吗 你好 您好 好, 各位领导 的同志 秘书处: 办公室: 秘书: 老师好 的老师')
