import { describe } from 'vitest'
import { readAsTold, type Row } from './city-rows.js'

const one = ['lecture', '望江区老科协', '2026-11-21', 1, 36] as const
const two = ['lecture', '望江区老科协', '2026-11-21', 2, 36] as const

/** How often something happened beside the lecture; none of it a session. */
const beside = [
  '车陷了两回',
  '教室里停电两次',
  '家长返了两次座位',
  '路上修了三回车',
  '红纸又去买了两回',
  '老人们谢了三回',
  '孩子们抢答了十几回',
  '投影坏了两次',
  '中间休息两次',
  '话筒响了三次',
  '下了两场大雨',
  '下了两回雨',
  '催了两次大家才坐好',
  '给校长打了三次电话',
  '讲完陪老伴看了两场电影',
  '爬了三回坡',
  '主任表扬了两次',
  '来的比前两回多',
]

describe('told by the way', () =>
  readAsTold(beside.map((words): Row => [`望江昨天在二小讲防火，${words}，来了36人`, one])))

describe('sessions in the same words', () =>
  readAsTold([
    ['望江昨天在二小讲防火，讲了两回，一共36人', two],
    ['望江昨天在二小讲了两次防火，共36人', two],
    ['望江昨天去二小讲防火，跑了两趟，共36人', two],
    ['望江昨天办了两次讲座，共36人', two],
    ['望江昨天组织了两次讲座，共36人', two],
    ['望江昨天开展讲座两次，共36人', two],
    ['望江昨天讲座2次，36人', two],
  ]))

describe('when it was fixed, and that it was held before', () =>
  readAsTold([
    ['上个月就定好的。望江昨天在二小讲防火，来了36人', one],
    ['十月份约的时间。望江昨天在二小讲防火，来了36人', one],
    ['去年这时候也来讲过。望江昨天在二小讲防火，来了36人', one],
    ['望江昨天在二小讲防火，来了36人，算上今天一共讲了8场', one],
    // alone it is what is told
    ['望江今年已经讲了12场', ['lecture', '望江区老科协', '2026-01-01', 12]],
  ]))
