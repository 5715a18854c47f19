import { expect, test } from 'vitest'
import { gazetteer, understand } from '../../src/understand/index.js'
import { association } from './general-support.js'

const units = gazetteer(association)
/** A Thursday. */
const sentAt = { day: '2025-06-12', minute: 1230 } as const
const city = '临河市老科协'
const west = '河西区老科协'
const stone = '青石镇分会'
const plain = '平川县老科协'
const health = '医卫分会'
const farm = '农技分会'
const mill = '纺织厂分会'
const team = '银发讲师团'

/** kind, branch, first day, sessions, attendance, materials, count, adopted; null where nothing is said. */
type Row = readonly [text: string, ...reports: (readonly (string | number | null)[])[]]
const rows: readonly Row[] = [
  // verbs, classifiers and audiences
  ['6月10日河西区老科协在春光社区开讲反诈课，居民62人。', ['lecture', west, '2025-06-10', 1, 62]],
  ['昨天青石镇分会给村民上了一堂法治课，到场45人。', ['lecture', stone, '2025-06-11', 1, 45]],
  ['农技分会6月5日办修剪班，果农33人参训，发资料40份。', ['training', farm, '2025-06-05', 1, 33, 40]],
  ['医卫分会6月8日赴王家村巡诊，接诊121人次。', ['clinic', health, '2025-06-08', 1, 121]],
  ['平川县老科协5月开展技术咨询6次，解答群众310人次。', ['consultation', plain, '2025-05-01', 6, 310]],
  ['讲师团上周三到实验小学作报告一场，听讲师生420名。', ['lecture', team, '2025-06-04', 1, 420]],
  ['纺织厂分会6月6日棋牌赛，48人参加。', ['culture', mill, '2025-06-06', 1, 48]],
  ['河西区老科协6月3日召开理事会，到会21人。', ['meeting', west, '2025-06-03', 1, 21]],
  [
    '青石6月1日在集市摆摊宣传防溺水，发折页300张，围观200多人。',
    ['publicity', stone, '2025-06-01', 1, 200, 300],
  ],
  ['市老科协一季度报送调研报告3篇，2篇获批示。', ['research', city, '2025-01-01', null, null, null, 3, 2]],
  ['平川县老科协上半年提建议9条，被采纳4条。', ['proposal', plain, '2025-01-01', null, null, null, 9, 4]],
  ['河西区老科协5月投稿11篇，采用5篇。', ['article', west, '2025-05-01', null, null, null, 11, 5]],
  ['农技分会今年新建示范基地2个。', ['base', farm, '2025-01-01', null, null, null, 2]],
  ['6月4日纺织厂分会走访企业3家。', ['enterprise', mill, '2025-06-04', 1, null, null, 3]],
  ['医卫分会6月9日为学生做心理辅导，90名学生参加。', ['counselling', health, '2025-06-09', 1, 90]],
  ['河西区老科协6月7日志愿服务，修家电，服务居民37人。', ['volunteer', west, '2025-06-07', 1, 37]],
  [
    '平川县老科协5月20日送科技下乡到李庄，群众260人，发资料500份。',
    ['outreach', plain, '2025-05-20', 1, 260, 500],
  ],
  // terse lines
  ['河西 6.10 讲座 二中 210人', ['lecture', west, '2025-06-10', 1, 210]],
  ['昨 青石 义诊 王家村 58', ['clinic', stone, '2025-06-11', 1, 58]],
  ['平川6.5培训36人', ['training', plain, '2025-06-05', 1, 36]],
  ['纺织厂 今 演出 俱乐部 150人', ['culture', mill, '2025-06-12', 1, 150]],
  ['讲师团6月8日《会说话的石头》三小 180人', ['lecture', team, '2025-06-08', 1, 180]],
  ['农技分会 6.2 现场指导 40果农 大湾村', ['consultation', farm, '2025-06-02', 1, 40]],
  ['完成调研报告1篇 农技分会', ['research', farm, null, null, null, null, 1]],
  ['讲师团5月：7场，共960人', ['lecture', team, '2025-05-01', 7, 960]],
  // spoken
  ['我是河西的老周啊昨天下午我们在春光社区搞了个讲座来了七十多人', ['lecture', west, '2025-06-11', 1, 70]],
  ['市老科协吗我青石的今天上午给茶农培训来了三十二个人', ['training', stone, '2025-06-12', 1, 32]],
  ['咱们纺织厂上周六开了个茶话会来了四十个老伙计', ['meeting', mill, '2025-06-07', 1, 40]],
  ['那天平川给娃娃讲安全，六月一号，五十三个娃娃', ['lecture', plain, '2025-06-01', 1, 53]],
  ['俺们青石昨晚在村部放科普电影，来看的一百来人', ['publicity', stone, '2025-06-11', 1, 100]],
  ['市会：青石6月6日讲座，听众66人。', ['lecture', stone, '2025-06-06', 1, 66]],
  // several in one sentence
  [
    '平川县老科协5月讲座4场380人，义诊2场150人，培训1期40人。',
    ['lecture', plain, '2025-05-01', 4, 380],
    ['clinic', plain, '2025-05-01', 2, 150],
    ['training', plain, '2025-05-01', 1, 40],
  ],
  [
    '河西区老科协2024年共开展活动30次，其中讲座18次1500人次、义诊12次900人次。',
    ['lecture', west, '2024-01-01', 18, 1500],
    ['clinic', west, '2024-01-01', 12, 900],
  ],
  [
    '回顾2024年，我区老科协组织讲座20场，听众1800人次；征集建议12条，采纳5条；上稿3篇。河西区老科协',
    ['lecture', west, '2024-01-01', 20, 1800],
    ['proposal', west, '2024-01-01', null, null, null, 12, 5],
    ['article', west, '2024-01-01', null, null, null, null, 3],
  ],
  [
    '青石镇分会2024年总结：全年手机课6期，学员150人次；书画展1次，参观300人次。',
    ['training', stone, '2024-01-01', 6, 150],
    ['culture', stone, '2024-01-01', 1, 300],
  ],
  [
    '5月讲座统计：河西5场420人、青石2场130人、平川3场260人。',
    ['lecture', west, '2025-05-01', 5, 420],
    ['lecture', stone, '2025-05-01', 2, 130],
    ['lecture', plain, '2025-05-01', 3, 260],
  ],
  [
    '平川县老科协线下培训3期90人，线上培训2期，收看500人。',
    ['training', plain, null, 3, 90],
    ['training', plain, null, 2, 500],
  ],
  // who is counted
  [
    '6月5日市老科协会员王某等6人到大湾水库做技术咨询，向12名技术员讲解。',
    ['consultation', city, '2025-06-05', 1, 12],
  ],
  ['河西区老科协6月8日志愿服务：会员32人，种树120棵。', ['volunteer', west, '2025-06-08', 1]],
  ['青石镇分会18人去敬老院演出，6月9日，老人六十多位观看。', ['culture', stone, '2025-06-09', 1, 60]],
  [
    '医卫分会6月7日下乡，送图书300本、义诊90人次，现场群众260余人。',
    ['clinic', health, '2025-06-07', 1, 260, 300],
  ],
  ['河西区老科协6月6日讲座，听众报名60，实到52。', ['lecture', west, '2025-06-06', 1, 52]],
  ['平川县老科协6月4日科普日活动，20个展位吸引市民1500余人次。', ['publicity', plain, '2025-06-04', 1, 1500]],
  ['青石镇分会6月2日讲座，受众男45人、女38人。', ['lecture', stone, '2025-06-02', 1, 83]],
  ['讲师团5月由12场增至15场讲座，听众1900人次。', ['lecture', team, '2025-05-01', 15, 1900]],
  // dates
  ['上周四医卫分会在春光社区义诊，服务81人次。', ['clinic', health, '2025-06-05', 1, 81]],
  ['端午节当天（5月31日）河西区老科协包粽子比赛，36人参加。', ['culture', west, '2025-05-31', 1, 36]],
  ['讲师团4月每周三一场讲座，共4场，每场100人。', ['lecture', team, '2025-04-01', 4, 400]],
  ['6月6日、7日两天，农技分会在李庄培训，学员55人。', ['training', farm, '2025-06-06', 1, 55]],
  // corrections
  ['河西区老科协6月5日讲座不是60人，是68人。', ['lecture', west, '2025-06-05', 1, 68]],
  ['青石昨天义诊，不是昨天，是前天，看了44人。', ['clinic', stone, '2025-06-10', 1, 44]],
  // forms
  [
    '主办部门：平川县老科协\n活动类别：义诊\n活动日期：6月3日\n接诊人数：77',
    ['clinic', plain, '2025-06-03', 1, 77],
  ],
  [
    '单位=青石镇分会;活动=现场培训;时间=6月2日;人数=41;资料=41份',
    ['training', stone, '2025-06-02', 1, 41, 41],
  ],
  [
    '所属分会：农技分会\n做了什么：给村民讲识别假种子\n什么时候：6月3日\n来了多少人：35',
    ['lecture', farm, '2025-06-03', 1, 35],
  ],
  // more of the same habits, other words
  ['6月9日医卫分会到纺织职工公寓量血压，测了66人。', ['clinic', health, '2025-06-09', 1, 66]],
  ['河西区老科协6月5日读书沙龙，书友28人。', ['culture', west, '2025-06-05', 1, 28]],
  ['农技分会6月6日苗情会诊，前来咨询的农户31人。', ['consultation', farm, '2025-06-06', 1, 31]],
  ['市老科协6月11日公众开放日，上午接待210人，下午接待180人。', ['publicity', city, '2025-06-11', 1, 390]],
  [
    '青石镇分会5月科普大篷车进村3次，受益群众900人次，发明白纸700份。',
    ['publicity', stone, '2025-05-01', 3, 900, 700],
  ],
  [
    '纺织厂分会6月3日助企活动，走访企业2家，提建议若干。',
    ['enterprise', mill, '2025-06-03', 1, null, null, 2],
  ],
  [
    '平川县老科协撰写的《关于保护古树的建议》被县政府采纳。',
    ['proposal', plain, null, null, null, null, 1, 1],
  ],
  ['讲师团今年以来讲课31场，受众4200余人次。', ['lecture', team, '2025-01-01', 31, 4200]],
  ['河西区老科协6月10日支部学习，党员19人参加。', ['meeting', west, '2025-06-10', 1, 19]],
  ['医卫分会6月4日给护士讲急救，护士40名。', ['lecture', health, '2025-06-04', 1, 40]],
  // passed on
  [
    '老李发我的，我贴这儿：“青石镇分会6月5日在敬老院义诊，服务老人五十二位，发资料六十份。”',
    ['clinic', stone, '2025-06-05', 1, 52, 60],
  ],
]

test.each(rows.map((r) => [r[0], r] as const))('%s', (_, [text, ...reports]) => {
  const got = understand(text, { units, sentAt }).reports.map((r) => [
    r.kind,
    r.branch,
    r.date?.start ?? null,
    r.sessions?.value ?? null,
    r.attendance?.value ?? null,
    r.materials?.value ?? null,
    r.count?.value ?? null,
    r.adopted?.value ?? null,
  ])
  expect(got).toEqual(reports.map((r) => Array.from({ length: 8 }, (__, i) => r[i] ?? null)))
})
