// 主讲是李明 · 补充一下，地点在文化宫 · 题目是《果树防冻》: what a report left out, said behind it and nothing else; pure.
import { compoundSurnames, surnames } from '../understand/people/name-words.js'
import { isName } from '../understand/people/names.js'

export interface Supplement {
  readonly label: 'speakers' | 'venue' | 'topics'
  readonly value: string
}

const name = '(?<value>(?![我他她你您谁请这那没不])[\\u4e00-\\u9fff]{2,3}?)'
/** The same in another place of the row. */
const name2 = name.replace('<value>', '<other>')
const is = '(?:也)?(?:的?是|为|[:：])'
const rows: readonly (readonly [Supplement['label'], RegExp])[] = [
  [
    'speakers',
    new RegExp(`^(?:主讲人?|讲师|(?:主讲|讲课|授课)(?:老师|专家)?)的?${is}${name}(?:老师|医生|教授)?$`),
  ],
  ['speakers', new RegExp(`^是?${name}(?:老师|医生|教授)?主讲的$`)],
  // 是黎汉生讲的 · 黎汉生老师讲的 · 请的黎汉生讲的
  [
    'speakers',
    new RegExp(
      `^(?:[这那]?一?[场节堂次回期]?(?:课|讲座)?(?:也?是|请的?是?)${name}(?:老师|医生|教授|大夫|主任)?|${name2}(?:老师|医生|教授|大夫|主任)主)(?:来|去|给)?[讲上]的(?:课)?$`,
    ),
  ],
  ['venue', /^(?:上课|讲课)?(?:的)?(?:地点|地址)(?:也)?(?:是在?|在|[:：])(?<value>[\u4e00-\u9fff]{2,12})$/],
  ['topics', new RegExp(`^(?:讲的)?(?:题目|主题|讲题|课题)(?:${is}|叫)《?(?<value>[^《》]{2,20})》?$`)],
]
const front =
  /^(?:(?:再?补充(?:一下|一点|一句)?|补一句|对了|哦对了?|还有|忘了说|忘说了|刚才忘了说|漏说了?)[，,：:\s]{1,3}){1,2}/
/** Of another time, open, or a wish. */
const elsewhere =
  /明天|后天|下[次回周个]|上[次回]|去年|改天|谁|哪|什么|多少|几|吗|[?？]|暂定|待定|还没|另行|通知|改[到在成]|请|别/
const longest = 40

/** What names nothing: 主讲是专家, 地点在老地方, 题目是老题目. */
const nothing: Readonly<Record<Supplement['label'], RegExp>> = {
  speakers: /大家|专家|自己|[两几三四]位|院士|市里|教授|领导|[男女]|同志|本人|老师|医生/,
  venue: /群|[上下后前里外]面|老地方|原地|原处|附件|链接|这里|那里|这儿|那儿|图片|照片|文件|通知|定位/,
  topics: /随便|老题目|一样|上次|待|原来|照旧|差不多|不变|自[选定己]/,
}
const isTold = ({ label, value }: Supplement): boolean =>
  !value.endsWith('的') && !nothing[label].test(value) && (label !== 'speakers' || isWhole(value))
const isWhole = (name: string): boolean =>
  (surnames(name[0]) || compoundSurnames.has(name.slice(0, 2))) && isName(name, 0, name.length, true)

/** 是黎老师讲的，黎汉生: the name in full behind it. */
const inFull =
  /^((?:是|请)?)([\u4e00-\u9fff]{1,2})(?:老师|医生|教授|大夫|主任)(?:主讲|讲|上)的(?:课)?[，,：:（(\s]{1,2}(?:叫|是)?([\u4e00-\u9fff]{2,4})[）)]?$/
const fullName = (all: string, _is: string, family: string, whole: string): string =>
  whole.startsWith(family) && whole.length > family.length ? `是${whole}讲的` : all

/** Every part of such a message; null where a clause says anything else. */
export function supplements(typed: string): readonly Supplement[] | null {
  const text = typed
    .trim()
    .replace(front, '')
    .replace(/[。！!～~\s]+$/, '')
  if (text === '' || text.length > longest || elsewhere.test(text)) return null
  const all = text
    .replace(inFull, fullName)
    .split(/[，,；;]\s?/)
    .map((clause) => {
      for (const [label, row] of rows) {
        const groups = row.exec(clause.trim())?.groups
        const value = groups?.['value'] ?? groups?.['other']
        if (value !== undefined && isTold({ label, value })) return { label, value }
      }
      return null
    })
  const told = all.filter((s) => s !== null)
  const once = new Set(told.map((s) => s.label)).size === told.length
  return told.length === all.length && once ? told : null
}
