import type { Clause } from '../form/clauses.js'
import { pattern } from '../text/pattern.js'
import type { WordToken } from '../tokens.js'

/** 走进企业开展调研，撰写《…调研报告》: to study, not to help. */
export function studies(text: string, cs: readonly Clause[], ci: number): boolean {
  const c = cs[ci]!
  const next = cs[ci + 1]
  return (
    /调研/.test(text.slice(c.start, Math.min(c.end, c.start + 60))) &&
    next?.sentence === c.sentence &&
    /(撰写|形成|完成|写出|提交)[^,，。]{0,30}报告/.test(
      text.slice(next.start, Math.min(next.end, next.start + 60)),
    )
  )
}

const elsewise = pattern(
  /(开展|举办|进行|举行|作了?|讲了?|搞了?)[^,，。;]{0,16}(讲座|宣传|义诊|报告|宣讲|演出|普法)/,
)
const helped = pattern(/解决|难题|攻关|技改|技术|诊断|问题/)

/** 走进钢铁公司，开展森林防火宣传: a firm is where it was held, not whom it helped. */
export const holdsThere = (text: string, from: number): boolean =>
  elsewise(text, from, from + 50) && !helped(text, from, from + 60)

const services =
  /^(技术服务|技术指导|科技服务|技术咨询|技术支持|技术帮扶|科技帮扶|上门服务|上门指导|出主意|支招|咨询服务|科技咨询|现场指导)/

/** 深入12家中小企业开展技术服务, 为企业提供技术咨询: whom it was for says what it was. */
export function forFirms(text: string, c: Clause, t: WordToken): boolean {
  return (
    t.word.kind!.kind === 'consultation' &&
    services.test(text.slice(t.start, t.start + 4)) &&
    /(为|给|到|去|深入|走进|走访|帮|帮助|向|赴)[^,，。;:]{0,12}(企业|公司|[\u4e00-\u9fa5]厂(?!长|区|房|门|职|工)|厂里)[^会室区讲课]{0,12}$/.test(
      text.slice(Math.max(c.start, t.start - 40), t.start),
    )
  )
}

export const visits: ReadonlySet<string> = new Set([
  '走访',
  '拜访',
  '拜访了',
  '走访了',
  '对接',
  '帮扶',
  '回访',
  '考察',
  '来到',
  '深入',
  '走进',
  '走进了',
])

/** 服务小微企业6家, 本月服务的企业，1家: how many firms, whatever sort of them. */
export const servesFirms = pattern(
  /^[了过的]?[\u4e00-\u9fa5]{0,5}(?:企业|厂商|工厂)[:：,， ]?(?:共|计|有|达)?[0-9一二两三四五六七八九十百]{1,4}[余多]?[家户个]/,
)

/** 走访了某某公司、某某厂: firms by the ends of their names, before the clause turns to something else. */
export function companyAhead(text: string, from: number, limit: number): boolean {
  const words = text.slice(from, Math.min(limit, from + 24))
  // 走进12个社区、5所学校、3家企业: one sort of place among others
  if (/(社区|学校|乡镇|村|机关|军营)[、和]/.test(words)) return false
  return /^[^0-9，,。;]{2,16}(公司|企业|[\u4e00-\u9fa5]{2}厂)|^[\u4e00-\u9fa5]{1,8}(?:厂|加工点|作坊|[酒油豆磨染]坊) ?[0-9一二两三四五六七八九十]+家/.test(
    words,
  )
}
