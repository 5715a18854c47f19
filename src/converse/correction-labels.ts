// The fields of a record as people name them when they correct one.
import type { MeasureName } from '../core/report.js'

export type Label =
  MeasureName | 'figure' | 'day' | 'unit' | 'kind' | 'venue' | 'speakers' | 'topics' | 'partners'

/** Fields that hold a figure people put right by its name. */
export const figureFields: readonly MeasureName[] = [
  'attendance',
  'sessions',
  'materials',
  'count',
  'helpers',
  'medicine',
  'online',
]

const labels: readonly (readonly [words: string, label: Label])[] = [
  ['日期|时间|日子|哪天', 'day'],
  ['人数|人次|听众|受众', 'attendance'],
  ['场次|场数', 'sessions'],
  ['份数|资料', 'materials'],
  ['篇数', 'count'],
  ['专家|专家人数|专家数|医生|医护', 'helpers'],
  ['药品|送药|药费|药钱|药款|药价|药品[费钱]|药品金额|药的钱|送的药|送药的钱', 'medicine'],
  ['线上|线上人数', 'online'],
  ['数字|数目', 'figure'],
  ['分会|单位|区县|县区', 'unit'],
  ['种类|类别|类型|项目|活动', 'kind'],
  ['地点|地方|学校|学校(?:的)?名字?|学校名称|校名|村名|社区名字?', 'venue'],
  ['讲师|主讲人?|老师', 'speakers'],
  ['题目|讲题|主题', 'topics'],
]
/** The field that words name. */
export const label = (words: string): Label | null =>
  labels.find(([w]) => new RegExp(`^(?:${w})$`).test(words))?.[1] ?? null
export const labelWords = labels.map(([w]) => w).join('|')
