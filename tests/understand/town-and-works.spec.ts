import { expect, test } from 'vitest'
import { understand } from '../../src/understand/index.js'
import { city, readAsTold, sunday, type Row } from './city-rows.js'

/** Tellings of towns and of works: whose it was where a bare place stands near, what it was called, what counts. */
const rows: readonly Row[] = [
  // a bare name behind words of time, or with a person behind it
  ['十月里青溪办义诊3场，看病的共210人', ['clinic', '青溪县老科协', '2026-10-01', 3, 210]],
  [
    '国庆长假里沙湾没闲着，10月4日县二小操场天文讲座，学生130人',
    ['lecture', '沙湾县老科协', '2026-10-04', 1, 130],
  ],
  ['上个月里头北塔搞了两期手机培训，学员64人', ['training', '北塔区老科协', '2026-10-01', 2, 64]],
  ['我帮北塔老周报：昨天上午，文化站，防诈骗讲座，61人', ['lecture', '北塔区老科协', '2026-11-21', 1, 61]],
  ['我替望江李姐报一下，昨天义诊，看了38人', ['clinic', '望江区老科协', '2026-11-21', 1, 38]],
  ['替沙湾吴会长补报：周五讲座47人', ['lecture', '沙湾县老科协', '2026-11-20', 1, 47]],
  ['暑假里铜山没停，8月12日办编程培训，学员22人', ['training', '铜山县老科协', '2026-08-12', 1, 22]],
  ['十月里沙湾的菜农来听课，农林分会讲了一场，55人', ['lecture', '农林分会', '2026-10-01', 1, 55]],
  ['我替望江公园的李姐报一下，昨天义诊，看了38人', ['clinic', null, '2026-11-21', 1, 38]],
  // a professional branch told it, the town is the place
  ['农林分会：11月12日，沙湾县，茶园冬管培训，茶农66人', ['training', '农林分会', '2026-11-12', 1, 66]],
  [
    '农林分会10月跑了3个县讲稻飞虱防治，共讲3场，沙湾51人、青溪44人、铜山60人',
    ['lecture', '农林分会', '2026-10-01', 3, 155],
  ],
  [
    '11月上旬各讲各的：沙湾51人、青溪44人，都是讲座',
    ['lecture', '沙湾县老科协', '2026-11-01', 1, 51],
    ['lecture', '青溪县老科协', '2026-11-01', 1, 44],
  ],
  // presents by the piece are no print
  ['望江昨天慰问老寿星并义诊，看病的31人，送面送油各15份', ['clinic', '望江区老科协', '2026-11-21', 1, 31]],
  ['青溪昨天义诊，看了52人，送牛奶20份', ['clinic', '青溪县老科协', '2026-11-21', 1, 52]],
  ['青溪昨天义诊，看了52人，送药品和大米各30份', ['clinic', '青溪县老科协', '2026-11-21', 1, 52]],
  // firms by their names, and how many in all
  [
    '北塔周二助企，去了酱油厂跟豆制品公司，共2家',
    ['enterprise', '北塔区老科协', '2026-11-17', 1, null, null, 2],
  ],
  [
    '纺织厂分会11月3日助企，到印染厂、毛巾厂和服装厂，一共3家',
    ['enterprise', '纺织厂分会', '2026-11-03', 1, null, null, 3],
  ],
  // hearsay beside what was counted
  [
    '前天铜山义诊，有人讲到了150，我点的登记册是117，按117报',
    ['clinic', '铜山县老科协', '2026-11-20', 1, 117],
  ],
  [
    '前天铜山义诊，都说有两百人，签到表上是137人，以签到表为准',
    ['clinic', '铜山县老科协', '2026-11-20', 1, 137],
  ],
  ['前天铜山义诊，有人说来了200人，我点的是148人', ['clinic', '铜山县老科协', '2026-11-20', 1, 148]],
  ['昨天铜山义诊，听说来了200人，实际只有130人', ['clinic', '铜山县老科协', '2026-11-21', 1, 130]],
  ['听说前天铜山义诊来了150人，真的吗'],
  ['昨天铜山义诊，听说来了200人'],
  // what is not reported, and what is
  [
    '昨晚社区歌会我们北塔拿了奖，不是报活动，大家乐一乐。要报的是周四北塔在三中的天文讲座，88人',
    ['lecture', '北塔区老科协', '2026-11-19', 1, 88],
  ],
  // an open day, and what is shown
  [
    '纺织厂分会科技周补报：5月20日厂史馆开放一天，来看的学生和家长310人，发材料200份',
    ['publicity', '纺织厂分会', '2026-05-20', 1, 310, 200],
  ],
  ['云泽学院分会11月7日标本馆对外开放，市民260人来参观', ['publicity', '云泽学院分会', '2026-11-07', 1, 260]],
  ['北塔昨天在广场摆了矿石标本，看的人150', ['publicity', '北塔区老科协', '2026-11-21', 1, 150]],
  // an audience of a show
  [
    '望江昨晚慰问消防员，在中队食堂，观众72人，快板二胡独唱都有',
    ['culture', '望江区老科协', '2026-11-21', 1, 72],
  ],
  ['望江昨天慰问环卫工人，送去姜汤，45人', ['volunteer', '望江区老科协', '2026-11-21', 1, 45]],
  // meetings by what they deal with
  ['纺织厂分会11月4日开工艺分析会，退休技师16人参加', ['meeting', '纺织厂分会', '2026-11-04', 1, 16]],
  ['铜山11月6日开安全形势会，会员23人，提的意见另外报', ['meeting', '铜山县老科协', '2026-11-06', 1, 23]],
  ['沙湾昨天开生产协调会，21人', ['meeting', '沙湾县老科协', '2026-11-21', 1, 21]],
  // how long it was, in parentheses
  [
    '11月19日学院分会的机器人班结业，算一期，学员18人，上了三天课（17到19日）',
    ['training', '云泽学院分会', '2026-11-17', 1, 18],
  ],
  // told twice in a breath
  [
    '纺织厂分会11月9号给两家小厂做技术对接，算助企一次，企业2家',
    ['enterprise', '纺织厂分会', '2026-11-09', 1, null, null, 2],
  ],
  ['青溪昨天给村民讲防跌倒，讲座一场，听众41人', ['lecture', '青溪县老科协', '2026-11-21', 1, 41]],
  [
    '北塔三家企业做了技术对接，11月9日；11月16日又助企一次，企业2家',
    ['enterprise', '北塔区老科协', '2026-11-09', 1, null, null, 3],
    ['enterprise', '北塔区老科协', '2026-11-16', 1, null, null, 2],
  ],
  // proposals in a list of the year
  [
    '纺织厂分会2025年小结：培训9期，322人次；技改建议18条，采纳11条；服务小微企业6家；稿件21篇，采用13篇',
    ['training', '纺织厂分会', '2025-01-01', 9, 322],
    ['proposal', '纺织厂分会', '2025-01-01', null, null, null, 18, 11],
    ['enterprise', '纺织厂分会', '2025-01-01', null, null, null, 6],
    ['article', '纺织厂分会', '2025-01-01', null, null, null, 21, 13],
  ],
  [
    '医药分会10月个案咨询7人次，大课2场，学生共610人',
    ['counselling', '医药分会', '2026-10-01', null, 7],
    ['counselling', '医药分会', '2026-10-01', 2, 610],
  ],
  // how something is made, told to pupils
  ['今天上午在东门小学讲昆虫标本制作，学生84人', ['lecture', null, '2026-11-22', 1, 84]],
  ['北塔昨天在三小讲展板怎么画，学生40人', ['lecture', '北塔区老科协', '2026-11-21', 1, 40]],
  ['北塔昨天带学生做昆虫标本制作，40人', ['publicity', '北塔区老科协', '2026-11-21', 1, 40]],
  // leaflets at a course are no second kind
  ['沙湾昨天办果树修剪培训，果农45人，发放资料120份', ['training', '沙湾县老科协', '2026-11-21', 1, 45, 120]],
  // a school has offered a time
  ['中学那边回信了，11月27号给我们两节课，学生大概150，定了再说'],
  ['三小答应了，12月3号给我们一下午，学生约200'],
  ['三小答应了给我们两节课，昨天去讲了防火，学生200人', ['lecture', null, '2026-11-21', 2, 200]],
]

readAsTold(rows)

const joint: readonly (readonly [text: string, branch: string | null, partners: readonly string[]])[] = [
  ['沙湾和青溪两个县昨天一起在水库边办护鱼宣传，来看的120人', '沙湾县老科协', ['青溪县老科协']],
  ['沙湾跟青溪两家昨天合着办义诊，看了88人', '沙湾县老科协', ['青溪县老科协']],
  ['昨天和铜山县一起在集上搞义诊，看了66人', null, ['铜山县老科协']],
  ['今天跟铜山一块儿搞了义诊，看了66人', null, ['铜山县老科协']],
  ['昨天在铜山县一起搞义诊，看了66人', null, []],
]
test.each(joint)('%s: joint', (text, branch, partners) => {
  const [r, ...more] = understand(text, { units: city, sentAt: sunday }).reports
  expect([r?.branch, r?.partners, more.length]).toEqual([branch, partners, 0])
})

test('leaflets at a course make no second kind', () => {
  const [r] = understand('沙湾昨天办果树修剪培训，果农45人，发放资料120份', {
    units: city,
    sentAt: sunday,
  }).reports
  expect(r?.otherKinds).toEqual([])
})
