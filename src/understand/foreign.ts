import type { Clause } from './clauses.js'
import type { Scan } from './scan.js'
import { has, isHan } from './tokens.js'
import { trie } from './trie.js'

/** Ends of bodies that are none of ours when they are the ones who did it. */
const bodies = trie(
  `医院 卫生院 学校 大学 学院 中学 小学 幼儿园 科协 卫健局 卫健委 教育局 农业局 农业农村局 科技局 妇联 工会 团委 团市委 公司 集团 银行 红十字会 协会 学会 商会 居委会 街道办 村委会 图书馆 科技馆 博物馆 电视台 法院 派出所 消防队 消防站 老年大学 老科协 关工委 老干局 老干部局 联合会 研究会 基金会 党委 政府 办事处 志愿者协会 老年协会 老年体协 老体协 气象局 地震局 公安局 交警大队 药店 俱乐部`
    .split(' ')
    .map((w) => [w, true] as const),
)
const deeds = [
  '举办',
  '组织',
  '开展',
  '召开',
  '举行',
  '邀请',
  '请',
  '来',
  '到',
  '去',
  '派',
  '专家',
  '医生',
  '的',
  '在',
  '昨',
  '今',
  '前天',
  '搞',
  '办',
  '联合',
  '进',
  '免费',
  '上',
  '下',
  '共',
  '党委',
  '会长',
  '医疗队',
  '医护',
  '志愿',
  '义诊',
  '组',
]

/** Whether a body that is no unit of ours stands as the subject: at the head of a clause, with a deed behind it. */
export function foreignSubject(s: Scan, cs: readonly Clause[]): boolean {
  for (const c of cs) {
    const lead = s.tokens[c.from]
    if (
      has(lead, 'foreign') &&
      lead!.start <= c.start + 4 &&
      !/[为给向对被由经受得与和]/.test(s.text.slice(c.start, lead!.start)) &&
      !/^(书记|领导|主要领导|有关|、|的批示|采纳|的)/.test(s.text.slice(lead!.end, lead!.end + 4))
    )
      return true
    for (let i = c.start; i < Math.min(c.end, c.start + 24); i++) {
      const body = isHan(s.text.charCodeAt(i)) ? bodies.at(s.text, i) : undefined
      if (!body) continue
      const lead = s.text.slice(c.start, i)
      if (/[在到去进赴为给向与和同及、]|走进|深入|联合|会同|地点/.test(lead)) break
      if (
        s.tokens.some(
          (t) => t.start <= i && t.end > i && (t.type === 'unit' || t.type === 'title' || has(t, 'guard')),
        )
      )
        continue
      if (lead.length > 0 && deeds.some((w) => s.text.startsWith(w, body.end))) return true
      i = body.end - 1
    }
  }
  return false
}
