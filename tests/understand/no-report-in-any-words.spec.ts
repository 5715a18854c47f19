import { describe, test } from 'vitest'
import { type Draws, draws, expectRead, howMany, places, seed, subjects } from './any-words.js'

/* The plainest of what is said in a group and reports nothing, put together from tables in all their combinations. */

const past = ['昨天', '今天上午', '前天', '上周三', '11月3日', '周五', '昨晚']
const ahead = ['明天', '后天', '下周三', '11月28日', '下个月', '今晚', '明天上午9点']
const ours = ['望江', '沙湾县老科协', '我们', '医药分会', '我们分会']
const kinds = ['讲座', '义诊', '培训', '科普宣传', '座谈会', '健康讲座', '技术培训']
const whom = ['学生', '居民', '村民', '老人', '职工', '家长']
const others = ['三中', '县科协', '社区', '隔壁县', '他们单位', '市老年大学', '红十字会', '居委会']

const nothing: Readonly<Record<string, (d: Draws) => string>> = {
  plans: (d) => {
    const [when, who, where, what, kind, n] = [
      d.one(ahead),
      d.one(ours),
      d.one(places),
      d.one(subjects),
      d.one(kinds),
      6 + d.upTo(160),
    ]
    return d.one([
      `${who}${when}在${where}讲${what}，欢迎大家来听`,
      `${when}${who}去${where}义诊，请医生们准时到`,
      `通知：${when}在${where}举办${kind}，请各分会派${n}人参加`,
      `${who}准备${when}到${where}办${kind}，大概${n}人`,
      `${when}${where}有${what}讲座，谁有空？`,
      `${who}${when}要去${where}给${d.one(whom)}讲${what}，约${n}人`,
      `打算${when}在${where}搞一次${kind}，预计${n}人`,
      `${where}约我${when}去讲${what}，${n}个${d.one(whom)}`,
      `${who}计划全年办${kind}${2 + (n % 30)}场，${n * 10}人次`,
      `今年任务：${kind}${2 + (n % 30)}场，${n * 10}人次`,
      `争取${when}前再搞${2 + (n % 5)}场${kind}`,
      `${when}${kind}还差${2 + (n % 9)}个名额，要来的接龙`,
    ])
  },
  questions: (d) => {
    const [when, where, what, kind, n] = [
      d.one(past),
      d.one(places),
      d.one(subjects),
      d.one(kinds),
      6 + d.upTo(160),
    ]
    return d.one([
      `${when}${where}的${kind}来了多少人？`,
      `${when}${kind}有${n}人吗？`,
      `谁记得${when}在${where}的${kind}是几个人来着`,
      `${when}的${kind}是不是${n}人？`,
      `请问${when}${where}${kind}谁讲的`,
      `${d.one(ours)}${when}那场${kind}报了没有`,
      `${when}${kind}去了几个医生？`,
      `王老师${when}讲的${what}有课件吗`,
    ])
  },
  'those who listened': (d) => {
    const [when, where, what, kind, n] = [
      d.one(past),
      d.one(places),
      d.one(subjects),
      d.one(kinds),
      6 + d.upTo(160),
    ]
    return d.one([
      `${when}的${kind}真好，我听了很受教育`,
      `我${when}去听了${what}讲座，讲得好，坐了${n}人`,
      `${when}${kind}的照片发群里了，大家看看`,
      `李老师${when}讲的${what}太好了👍`,
      `${when}听${where}的专家讲${what}，学到不少`,
      `${when}那场${kind}我没赶上，可惜`,
      `看了${when}${kind}的新闻，很振奋`,
    ])
  },
  others: (d) => {
    const [when, who, where, what, kind, n] = [
      d.one(past),
      d.one(others),
      d.one(places.slice(0, 4)),
      d.one(subjects),
      d.one(kinds),
      6 + d.upTo(160),
    ]
    return d.one([
      `听说${who}${when}办了${kind}，来了${n}人`,
      `${who}${when}在${where}搞${kind}，${n}人参加`,
      `${when}${who}组织了一场${what}讲座，${n}个${d.one(whom)}听了`,
      `新闻：${who}${when}开展${kind}，服务群众${n}人`,
      `我女儿单位${when}搞${kind}，去了${n}人`,
      `${who}${when}来人给我们讲${what}，${n}个人听`,
      `我${when}去${who}看病，排队的有${n}人`,
    ])
  },
  'one’s own life': (d) => {
    const [when, where, n] = [d.one(past), d.one(places), 6 + d.upTo(160)]
    return d.one([
      `${when}去${where}接孙子，门口${n}个家长`,
      `我${when}血压${100 + (n % 80)}，吃了药好多了`,
      `${when}${where}停电，等了${2 + (n % 9)}个小时`,
      `${when}买了${n}斤西瓜，不甜`,
      `${when}同学聚会来了${3 + (n % 50)}人，喝了${1 + (n % 9)}瓶`,
      `${when}我家来了${2 + (n % 9)}个客人`,
      `${when}我去${where}开家长会，来了${n}个家长`,
      `${when}我去${where}交了${n}元电费`,
      `${when}走了${n * 100}步`,
    ])
  },
  'what was not held': (d) => {
    const [when, who, where, what, kind, n] = [
      d.one(past),
      d.one(ours),
      d.one(places),
      d.one(subjects),
      d.one(kinds),
      6 + d.upTo(160),
    ]
    return d.one([
      `${when}原定在${where}的${kind}因下雨取消了`,
      `${who}${when}没办成${kind}，人没来齐`,
      `${when}${where}${kind}推迟到下周，${n}人都通知到了`,
      `${who}${when}本来要去${where}讲${what}，临时有事没去`,
      `${when}的${kind}没有开，改期`,
      `举个例子：${when}在${where}${kind}，来了${n}人，照这样报`,
      `格式：日期、地点、${kind}、人数，例如${when}，${where}，${kind}，${n}人`,
      `报数请写清楚${kind}几场、多少人次`,
      `${who}还没报${when}的${kind}`,
    ])
  },
}

describe('no report', () => {
  test.each(Object.entries(nothing))(`%s, seed ${seed}`, (_name, said) => {
    const d = draws(seed)
    for (let i = 0; i < howMany; i++) expectRead(said(d), [])
  })
})
