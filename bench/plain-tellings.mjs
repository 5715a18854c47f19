// Plain tellings of one activity as most members write them, put together from tables: the labelled sets are made to be
// hard, and learned from them alone the plainest sentence would look odd. Beside each kind of deed stand plans, questions
// and hearsay in the same words. Everything is drawn in one order that is the same everywhere.
import { contextOf } from './labelled.mjs'

const sent = { org: 'own-city', sentAt: '2026-11-22T09:00:00+08:00' }

const openings = ['', '', '', '', '各位老师，', '大家好，', '报告一下，', '报一下：', '秘书长，']
/** Who did it, and its branch where one is named. */
const we = [
  ['', null],
  ['', null],
  ['我们', null],
  ['我们分会', null],
  ['我', null],
  ['我们几个', null],
  ['咱们', null],
  ['我和老伴', null],
  ['我们这边', null],
  ['望江', '望江区老科协'],
  ['青溪县老科协', '青溪县老科协'],
  ['我们铜山', '铜山县老科协'],
  ['农林分会', '农林分会'],
  ['医药分会', '医药分会'],
  ['讲师团', '银龄讲师团'],
  ['纺织厂分会的几个老同志', '纺织厂分会'],
]
const days = [
  '今天',
  '今天上午',
  '今天下午',
  '昨天',
  '昨天下午',
  '昨晚',
  '前天',
  '11月6日',
  '11月6日上午',
  '11月12日下午',
  '11月8号',
  '本月15号',
  '15号上午',
  '上周三',
  '这周五',
  '周六上午',
  '星期天',
  '10月底',
]
const places = [
  '',
  '',
  '在文化广场',
  '在社区',
  '在松林小学',
  '到二中',
  '去敬老院',
  '在村部',
  '在大礼堂',
  '到石桥村',
  '在镇政府会议室',
  '在图书馆',
  '下到车间',
  '在活动中心',
  '在中心广场',
  '在湖滨公园',
  '在小区门口',
  '在红旗超市门前',
  '在文化站',
  '到福利院',
]
const figures = [
  '',
  '，来了60人',
  '，60多人参加',
  '，到场45人',
  '，听课的有80人',
  '，受益群众120人',
  '，服务75人次',
  '，一共32位老人',
  '，大概50来人',
  '，参加的28人，发资料100份',
  '，发了200份资料',
  '，受众230人以上',
  '，听众120余人',
  '，近80人参加',
  '，约60人',
  '，到会90人左右',
  '，不下200人',
  '，受众三百多人',
  '，三四十人',
]
const ends = ['', '', '', '。', '，大家很满意。', '，反响不错', '[强]', '，累但高兴']

/** What was done, by kind; the first with a number of its own. */
const deeds = {
  lecture: [
    '讲了一课',
    '搞了1场科普讲座',
    '办了一场健康讲座',
    '做了个科普报告',
    '讲了防诈骗',
    '作了题为《航天梦》的讲座',
    '开展科普讲座2场',
    '上了一堂科普课',
    '讲用药安全',
  ],
  training: [
    '办了一期培训班',
    '搞了1次果树修剪培训',
    '开展养殖技术培训',
    '培训了种植户',
    '办了2期智能手机培训班',
    '给农户搞了技术培训',
  ],
  consultation: [
    '搞了1次科技咨询',
    '开展科技咨询1场',
    '摆摊搞了农技咨询',
    '给群众解答用药问题，科技咨询一次',
    '搞了一场咨询活动',
  ],
  clinic: [
    '搞了1次义诊',
    '办了一场义诊',
    '义诊半天',
    '开展义诊活动',
    '搞了义诊，量血压',
    '义诊1场',
    '组织老医生义诊',
    '给老人义诊',
  ],
  counselling: [
    '做了1次心理辅导',
    '给学生做心理疏导',
    '搞了一场心理咨询',
    '开展心理健康辅导1场',
    '做了心理咨询个案',
  ],
  outreach: [
    '搞了科技下乡',
    '三下乡活动一次',
    '送科技下乡',
    '搞了1场“三下乡”',
    '搞了一次“三下乡”活动',
    '科技下乡1次',
    '开展送医下乡活动',
    '带专家下乡服务',
  ],
  publicity: [
    '搞了1次科普宣传',
    '发放宣传资料',
    '搞了一次科普展览',
    '开展防灾宣传活动',
    '摆展板搞科普宣传',
    '科普宣传1场',
  ],
  culture: ['搞了1次文艺演出', '演了一场节目', '办了书画展', '组织了歌咏比赛'],
  enterprise: [
    '到企业搞了1次技术指导',
    '帮厂里解决了技术问题',
    '为企业诊断1次',
    '搞了1次技术助企',
    '走访企业3家',
  ],
  volunteer: ['搞了1次志愿服务', '帮居民修家电', '组织志愿者打扫卫生', '参加了一次志愿服务'],
  meeting: ['开了1次理事会', '开了会员大会', '召开年度工作会议', '开了一次座谈会'],
}
const documents = {
  research: ['写了1篇调研报告', '完成一份关于养老的调研报告', '调研报告交上去了，1篇'],
  proposal: ['提了2条建议', '向政府提建议1条', '写了一份建议，被采纳了'],
  article: ['写了1篇稿件', '在日报上发了一篇文章', '投稿2篇，用了1篇'],
  base: ['建了1个科普基地', '新建示范基地一个', '挂牌了一个科普基地'],
}
/** The same deeds ahead, asked after, heard of or said of others; `~` stands for the day, `*` for the deed bare. */
const not = [
  '明天准备*，大家来',
  '下周三要*，缺两个人',
  '谁参加*？报个名',
  '什么时候*呀',
  '~*吗',
  '听说人家县里~*了',
  '电视里放*',
  '通知：12月2日上午*，请准时到',
  '要是能*就好了',
  '去年人家*，我没去成',
  '*的事再商量',
  '~本来要*，下雨没搞成',
  '打算*，还没定',
  '我们不*了',
  '*要带什么东西？',
  '感谢老师们来我村*，群众很满意',
  '谢谢望江的老师~来*',
  '祝贺青溪*圆满成功',
  '辛苦了，~*的老师们',
]
const bare = [
  '搞义诊',
  '办讲座',
  '办培训班',
  '搞科普宣传',
  '开会',
  '讲课',
  '演节目',
  '下乡',
  '搞咨询',
  '义诊',
  '写稿件',
  '提建议',
]

/** Each as a labelled message of a set of its own. */
export function plainTellings() {
  let at = 0
  const pick = (list) => list[(at = (at * 48271 + 11) % 2147483647) % list.length]
  const context = contextOf(sent)
  const told = (text, reports) => ({ set: 'plain', text, context, reports })
  const all = []
  for (const [kind, said] of Object.entries(deeds))
    for (const deed of said)
      for (let i = 0; i < 8; i++) {
        const [who, branch] = pick(we)
        const when = ordered(who, pick(days), pick(places), i)
        all.push(told(pick(openings) + when + deed + pick(figures) + pick(ends), [{ kind, branch }]))
      }
  for (const [kind, said] of Object.entries(documents))
    for (const deed of said)
      for (let i = 0; i < 4; i++) {
        const [who, branch] = pick(we)
        all.push(told(pick(openings) + who + pick(days) + deed + pick(ends), [{ kind, branch }]))
      }
  for (const frame of not)
    for (const deed of bare)
      all.push(told(pick(openings) + frame.replace('~', () => pick(days)).replace('*', deed), []))
  return all
}

/** 我们11月6日在社区, 11月6日我们在社区. */
const ordered = (who, day, place, i) => (i % 2 === 0 ? who + day : day + who) + place
