import type { Random } from './random.js'

/** What a group talks of all day; none of it is for the house, and none may be found in its database. */
const lines = [
  '早上好，今天天气真不错',
  '大家早上好🌹🌹',
  '昨晚的球赛看了没，真可惜',
  '菜市场的鸡蛋又涨到六块五了',
  '老伙计们周末去爬山吗',
  '今天的讲座真精彩',
  '恭喜恭喜，圆满成功',
  '收到，谢谢主任',
  '辛苦各位了👍',
  '我家小孙子考了98分',
  '昨天走了12000步，腿都酸了',
  '哪里有讲座听呀？',
  '血压有点高，一百五十了',
  '谁家有多余的菜苗',
  '通知：下周三上午9点在三楼开会，请准时参加',
  '去年我们讲了210场',
  '下雨路滑，出门小心',
  '会费每人20元，交给老李',
  '这个月的报纸到了，在门卫',
  '气温降到8度了，多穿点',
  '投票截止到几号？',
  '生日快乐🎂',
  '停水通知看到了吗',
  '照片拍得真好',
  '孩子们回来过年了没有',
  '哪位老师有充电器借用一下',
  '桂花开了，满院子香',
  '快递放在传达室了',
  '昨天讲座多少人？',
  '这茶叶不错，在哪里买的',
]
const letters = 'bcdfghjkmnpqrstvwxz'

/** A line with a word in it that occurs nowhere else. */
export function chatterLine({ pick, int }: Random): { readonly text: string; readonly mark: string } {
  const mark = Array.from({ length: 9 }, () => letters[int(0, letters.length - 1)]).join('')
  return { text: `${pick(lines)} ${mark}`, mark }
}
